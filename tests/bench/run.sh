#!/bin/sh
# The figures of docs/PERFORMANCE.md in one run: a full ETL of the real league,
# cold and with unchanged inputs, against streaming the XML of its workbooks
# through expat once; then the server's request rates over TLS.
# usage: tests/bench/run.sh [RUNS]   (5)
set -eu
cd "$(dirname "$0")/../.."
runs=${1:-5}
league=../shared/league
build=build
[ -d "$league" ] || { echo "bench: $league is not there"; exit 1; }
work=$build/bench
rm -rf "$work"
mkdir -p "$work"
export DATA_DIR="$work/data"

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN{printf "%.3f", b - a}'; }
median() { sort -n | awk '{v[NR]=$1} END{print NR % 2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
range() { sort -n | awk 'NR==1{a=$1} {b=$1} END{printf "%s…%s", a, b}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN{printf "%.2f", a / b}'; }

# An ETL run as a whole process; peak memory in KiB is appended to $work/memory.
etl() {
	began=$(now)
	/usr/bin/time -a -o "$work/memory" -f %M "$build/benchsight" etl \
		--data "$league" --out "$work/out" "$@" 9>&- >/dev/null 2>>"$work/log"
	since "$began"
	echo
}

echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(uname -sr)"
"$build/benchsight" check >/dev/null 2>&1 # makes the cluster
began=$(now)
"$build/benchsight" check >/dev/null 2>&1
echo "private PostgreSQL, start and stop: $(since "$began") s"

# Holding the users' lock keeps PostgreSQL running between the runs.
exec 9>>"$work/data/postgres/users.lock"
flock -s 9
trap 'exec 9>&-; "$build/benchsight" check >/dev/null 2>&1' EXIT
etl >/dev/null
: >"$work/memory"

for _ in $(seq "$runs"); do
	find "$league" -name '*.xlsx' -exec "$build/tests/bench/expat_baseline" {} + |
		sed -n 's/^seconds //p' >>"$work/baseline"
	etl --no-cache >>"$work/cold"
	etl >>"$work/unchanged"
done
base=$(median <"$work/baseline")
cold=$(median <"$work/cold")
unchanged=$(median <"$work/unchanged")
echo "expat baseline:   median $base s ($(range <"$work/baseline"))"
echo "full, cold:       median $cold s ($(range <"$work/cold")), $(ratio "$cold" "$base") × the baseline"
echo "full, unchanged:  median $unchanged s ($(range <"$work/unchanged")), $(ratio "$unchanged" "$cold") × cold"
echo "peak memory of our process: $(awk '$1>m{m=$1} END{printf "%.0f", m / 1024}' "$work/memory") MB"
echo "tables: $(ls "$work/out" | grep -c '\.csv$'), rows: $(cat "$work"/out/*.csv | wc -l)"
