sed -i '/^strings/d' schema.tsv
