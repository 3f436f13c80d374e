mkdir lexicon/folder.tsv
