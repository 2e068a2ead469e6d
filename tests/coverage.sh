#!/bin/sh
# Runs the unit, SQL and integration tests of build/coverage and prints the line
# coverage of each folder; fails below 90 % in the folders that promise it.
set -eu
cd "$(dirname "$0")/.."
# What an earlier run has left would count as run now.
find build/coverage -name '*.gcda' -delete
BUILD=build/coverage tests/run.sh unit sql integration
info=build/coverage/coverage.info
lcov -q -c -d build/coverage -o "$info" --ignore-errors source,gcov >/dev/null 2>&1
bad=0
for folder in core io etl jobs db sample; do
	: >"$info.$folder"
	lcov -q -e "$info" "*/src/$folder/*" -o "$info.$folder" >/dev/null 2>&1 || :
	rate=$(awk -F'[:,]' '/^LF:/{all+=$2} /^LH:/{hit+=$2}
	    END{printf "%.1f", all ? 100 * hit / all : 0}' "$info.$folder")
	echo "coverage: src/$folder $rate % of lines"
	case "$folder" in
	core | io | etl | jobs)
		awk "BEGIN{exit !($rate < 90)}" && bad=1 ;;
	esac
done
[ "$bad" -eq 0 ] || { echo "coverage: below 90 %"; exit 1; }
