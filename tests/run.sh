#!/bin/sh
# Runs groups of tests, all of them whatever fails, and ends with one line.
# usage: BUILD=build tests/run.sh unit docs sql integration sample checks incremental parity
set -u
cd "$(dirname "$0")/.."
build=${BUILD:-build}
groups=$* failed=""

programs() {
	for program in "$build/tests/$1"/test_*; do
		[ -x "$program" ] || continue
		"$program" || failed="$failed $program"
	done
}

for group in $groups; do
	echo "== $group"
	case "$group" in
	unit | integration) programs "$group" ;;
	sql) "$build/tests/sql/sqltest" tests/sql/*.test || failed="$failed sql" ;;
	incremental) tests/incremental.py "${ROUNDS:-3}" || failed="$failed incremental" ;;
	sample) BUILD="$build" tests/sample.py || failed="$failed sample" ;;
	checks) BUILD="$build" tests/checks.sh || failed="$failed checks" ;;
	docs) BUILD="$build" tests/docs.py || failed="$failed docs" ;;
	parity)
		tests/parity.sh || failed="$failed parity"
		tests/rink.py || failed="$failed rink"
		;;
	*) echo "tests/run.sh: no group $group" >&2; exit 2 ;;
	esac
done
if [ -n "$failed" ]; then
	echo "failed:$failed"
	exit 1
fi
echo "all groups passed: $groups"
