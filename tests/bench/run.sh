#!/bin/sh
# The figures of docs/PERFORMANCE.md in one run. The real league: a full ETL
# cold and with unchanged inputs, one game, and an incremental run without
# changes, against streaming the XML of its workbooks through expat once. Then
# invented leagues of growing size: a full run, and one game more.
# usage: tests/bench/run.sh [RUNS [GAMES…]]   (5 runs; 10 100 1000 games; 0: none)
# BENCH_DIR: where its data lies (build/bench).
set -eu
cd "$(dirname "$0")/../.."
runs=${1:-5}
[ $# -gt 0 ] && shift
sizes=${*:-10 100 1000}
league=../shared/league
build=build
[ -d "$league" ] || { echo "bench: $league is not there"; exit 1; }
work=${BENCH_DIR:-$build/bench}
rm -rf "$work"
mkdir -p "$work"
export DATA_DIR="$work/data"

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN{printf "%.3f", b - a}'; }
median() { sort -n | awk '{v[NR]=$1} END{print NR % 2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
range() { sort -n | awk 'NR==1{a=$1} {b=$1} END{printf "%s…%s", a, b}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN{printf "%.2f", a / b}'; }

# An ETL run as a whole process: seconds; peak memory in KiB goes to memory.
etl() {
	began=$(now)
	/usr/bin/time -a -o "$work/memory" -f %M "$build/benchsight" etl \
		--out "$work/out" "$@" 9>&- >/dev/null 2>>"$work/log"
	since "$began"
	echo
}
peak() { awk '$1>m{m=$1} END{printf "%.0f", m / 1024}' "$work/memory"; }

# Holding the users' lock keeps PostgreSQL running between the runs.
hold() {
	exec 9>>"$DATA_DIR/postgres/users.lock"
	flock -s 9
}
release() {
	exec 9>&-
	"$build/benchsight" check >/dev/null 2>&1
}

echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(uname -sr), data on $(stat -f -c %T "$work")"
"$build/benchsight" check >/dev/null 2>&1 # makes the cluster
began=$(now)
"$build/benchsight" check >/dev/null 2>&1
echo "private PostgreSQL, start and stop: $(since "$began") s"
hold
trap release EXIT
etl --data "$league" >/dev/null
: >"$work/memory"

game=$(ls "$league/games" | head -1)
for _ in $(seq "$runs"); do
	find "$league" -name '*.xlsx' -exec "$build/tests/bench/expat_baseline" {} + |
		sed -n 's/^seconds //p' >>"$work/baseline"
	etl --data "$league" --no-cache >>"$work/cold"
	etl --data "$league" >>"$work/unchanged"
	etl --data "$league" --mode incremental >>"$work/incremental"
	etl --data "$league" --mode single --games "$game" >>"$work/single"
done
base=$(median <"$work/baseline")
cold=$(median <"$work/cold")
echo "expat baseline:         median $base s ($(range <"$work/baseline"))"
echo "full, cold:             median $cold s ($(range <"$work/cold")), $(ratio "$cold" "$base") × the baseline"
for kind in unchanged single incremental; do
	printf '%-24smedian %s s (%s), %s × cold\n' \
		"$(echo $kind | sed 's/unchanged/full, unchanged/; s/single/one game, the other kept/; s/incremental/incremental, unchanged/'):" \
		"$(median <"$work/$kind")" "$(range <"$work/$kind")" \
		"$(ratio "$(median <"$work/$kind")" "$cold")"
done
echo "peak memory of our process: $(peak) MB"
echo "tables: $(ls "$work/out" | grep -c '\.csv$'), rows: $(cat "$work"/out/*.csv | wc -l)"

for games in $sizes; do
	[ "$games" -gt 0 ] || break
	tests/bench/scale.sh "$games" "$work" "$build"
done
# Time grows as games to the power of this: 1 is linear.
[ ! -f "$work/growth" ] || awk 'NR == 1 { g = $1; t = $2 }
	END { if (NR > 1) printf "growth from %d to %d games: exponent %.2f\n", g, $1, log($2 / t) / log($1 / g) }' "$work/growth"
