# zsh.zsh FOLDER TEXT: types the text and a tab into a fresh zsh and prints the line that stands there.
zmodload zsh/zpty || exit 1
zpty shell zsh -f -i
zpty -w shell "PS1='%%'; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D; unsetopt beep; cd $1; print READY"
zpty -r shell line '*READY*READY*' # once typed, once printed
zpty -w -n shell "$2"$'\t'
sleep 1
zpty -w -n shell $'\C-a#\C-e END\n' # a comment: it is not run, and its end is seen
zpty -r shell line '*END*'
zpty -d shell
print -r -- "$line" | tr -d '\r\a' | sed 's/\x1b[^a-zA-Z]*[a-zA-Z]//g'
