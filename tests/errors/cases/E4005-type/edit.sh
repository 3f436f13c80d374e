tab=$(printf '\t')
sed -i "2a strings${tab}extra${tab}text${tab}maybe${tab}-" schema.tsv
