#!/bin/sh
# A clean export of the last commit, as an archive would hold it, builds and passes its tests.
# distcheck.sh MAKE VERSION; leaves build/zhiguan-VERSION.tar.gz.
set -eu
make=$1
name=zhiguan-$2
mkdir -p build
archive=build/$name.tar.gz
git archive --format=tar.gz --prefix="$name/" -o "$archive" HEAD
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
tar -xzf "$archive" -C "$dir"
"$make" -C "$dir/$name" check
echo "distcheck: $archive is good"
