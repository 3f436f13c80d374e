#!/bin/sh
# `make demo`: reads examples/county-congress.txt, prints who holds which post, and leaves the
# whole JSON beside the build.
set -eu
build=${1:-build}
article=examples/county-congress.txt
echo
echo "The article: $article"
sed -n '1,3p' "$article"
echo "…"
echo
echo "Who holds which post in which organisation: $build/zhiguan extract --format=table $article"
echo
"$build/zhiguan" extract --format=table "$article"
"$build/zhiguan" extract --format=json "$article" >"$build/county-congress.json"
echo
echo "The whole of it, with places in the text, status, events and persons, as JSON:"
echo "    $build/county-congress.json"
echo "Why each of them: $build/zhiguan explain $article"
