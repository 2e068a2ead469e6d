#!/bin/sh
# One invented league of N games and one more: a full run of N, then an
# incremental one when the last game has come; then, in a run that only tests,
# the plans of the slowest tables.
# usage: tests/bench/scale.sh N WORK BUILD   (called by run.sh)
set -eu
games=$1 work=$2 build=$3
league=$work/league-$games
rm -rf "$league" "$work/data-$games" "$work/out"
export DATA_DIR="$work/data-$games"
"$build/benchsight" sample --games "$((games + 1))" --seed 1 "$league" >/dev/null
"$build/benchsight" check >/dev/null 2>&1
exec 9>>"$DATA_DIR/postgres/users.lock"
flock -s 9
last=$(ls "$league/games" | sort -n | tail -1)
mv "$league/games/$last" "$work/held"

run() {
	/usr/bin/time -o "$work/time" -f '%e %M' "$build/benchsight" etl \
		--data "$league" --out "$work/out" --json "$@" 9>&- >"$work/events" 2>>"$work/log"
}
run
full=$(cut -d' ' -f1 <"$work/time") memory=$(cut -d' ' -f2 <"$work/time")
cp "$work/events" "$work/events-full"
mv "$work/held" "$league/games/$last"
run --mode incremental
more=$(cut -d' ' -f1 <"$work/time")
rows=$(cat "$work"/out/*.csv | wc -l)
awk -v g="$games" -v f="$full" -v m="$more" -v r="$rows" -v k="$memory" 'BEGIN {
	printf "%d games: full %.1f s (%.3f s a game), one game more %.1f s, %d rows, peak memory %.0f MB\n",
	    g, f, f / g, m, r, k / 1024 }'
echo "$games $full" >>"$work/growth"
# Whoever stores plans in PostgreSQL's log is its superuser.
: >"$DATA_DIR/postgres/postgres.log"
PGOPTIONS="-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=20 \
	-c auto_explain.log_analyze=on -c auto_explain.log_format=json" run --mode test
tests/bench/slowest.py "$work/events-full" "$DATA_DIR/postgres/postgres.log"
exec 9>&-
"$build/benchsight" check >/dev/null 2>&1
rm -rf "$league" "$work/data-$games" "$work/out"
