rm schema.tsv
