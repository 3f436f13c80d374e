rm names/given.tsv lexicon/divisions.tsv
