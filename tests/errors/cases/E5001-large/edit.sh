head -c 68000000 /dev/zero | tr '\000' x >lexicon/large.tsv
