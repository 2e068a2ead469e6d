#!/bin/sh
# Builds the warehouse of the real league beside this checkout and compares it,
# cell by cell, with the tables it must become, and its findings one by one.
# Skips with a word where ../shared is missing; a skip is no pass.
set -eu
cd "$(dirname "$0")/.."
shared=../shared
if [ ! -d "$shared/golden" ]; then
	echo "parity: skipped, $shared/golden is not there"
	exit 0
fi
work=build/test-parity
rm -rf "$work"
mkdir -p "$work"
DATA_DIR="$work/data" build/benchsight etl --data "$shared/league" \
	--out "$work/out" --findings "$work/findings.json"
passed=0 failed=0
count() { if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }
count "$shared/parity/parity.py" "$shared/golden" "$work/out"
count python3 tests/findings.py "$shared/golden/findings.json" "$work/findings.json"
rm -rf "$work/data"
echo "parity: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
