#!/bin/sh
# Fuzzes each named reader for SECONDS_EACH seconds from its committed corpus.
# New inputs stay in build/fuzz, so the corpus in the tree stays small.
set -eu
cd "$(dirname "$0")/../.."
for name in "$@"; do
	mkdir -p "build/fuzz/corpus-$name"
	echo "== fuzz $name, ${SECONDS_EACH:-60} s"
	build/fuzz/"$name" -max_total_time="${SECONDS_EACH:-60}" -rss_limit_mb=1024 \
		-print_final_stats=1 "build/fuzz/corpus-$name" \
		"tests/fuzz/corpus/$name" 2>&1 | tail -n 12
done
