tab=$(printf '\t')
sed -i "2a morf_cost${tab}5${tab}own${tab}-" rules/weights.tsv
