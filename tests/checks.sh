#!/bin/sh
# Every check and every link on sample leagues: none may find anything.
# usage: tests/checks.sh [GAMES [SEED…]]    (in CI: 8 games of seed 1; a release: 40 of 1 2 3)
set -eu
cd "$(dirname "$0")/.."
program=${BUILD:-build}/benchsight
games=${1:-8}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 1
work=$(mktemp -d "${TMPDIR:-/tmp}/benchsight-checks-XXXXXX")
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for seed; do
	"$program" sample --games "$games" --seed "$seed" "$work/league" >"$work/log"
	if ! DATA_DIR="$work/data" "$program" etl --data "$work/league" --mode test \
	    --findings "$work/findings.json" >"$work/log" 2>&1; then
		tail -n 20 "$work/log"
		failed=$((failed + 1))
	elif python3 - "$work/findings.json" "$seed" <<'END'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    wrong = [f for f in json.load(file) if f["kind"] in ("check_failed", "foreign_key")]
for finding in wrong:
    print(f"checks: seed {sys.argv[2]}: {finding['message']}")
sys.exit(bool(wrong))
END
	then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
	rm -rf "$work/league"
done
echo "checks: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
