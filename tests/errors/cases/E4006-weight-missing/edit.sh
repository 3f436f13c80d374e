sed -i '/^morph_cost/d' rules/weights.tsv
