#!/bin/sh
# Fuzzes each named reader for SECONDS_EACH seconds from its committed corpus.
# New inputs stay in build/fuzz, so the corpus in the tree stays small; so does
# an input that breaks a reader, and then this fails.
set -eu
cd "$(dirname "$0")/../.."
failed=""
for name in "$@"; do
	mkdir -p "build/fuzz/corpus-$name"
	echo "== fuzz $name, ${SECONDS_EACH:-60} s"
	build/fuzz/"$name" -max_total_time="${SECONDS_EACH:-60}" -rss_limit_mb=1024 \
		-timeout=10 -print_final_stats=1 -artifact_prefix="build/fuzz/broken-$name-" \
		"build/fuzz/corpus-$name" "tests/fuzz/corpus/$name" \
		>"build/fuzz/$name.log" 2>&1 || failed="$failed $name"
	tail -n 12 "build/fuzz/$name.log"
done
if [ -n "$failed" ]; then
	echo "fuzz: broken:$failed"
	exit 1
fi
echo "fuzz: no reader broke"
