#!/bin/sh
# Installs the Debian packages that a target needs and that are missing.
# usage: conf/packages.sh run|test|lint|bench …
set -eu

run="build-essential pkg-config patch kore postgresql-15 openssl libssl-dev
     libpq-dev libyajl-dev libcurl4-openssl-dev libcsv-dev libzip-dev zlib1g-dev
     libexpat1-dev libxlsxwriter-dev curl ca-certificates"
test="$run check libsubunit-dev python3"
lint="$run check clang clang-format clang-tidy cppcheck universal-ctags mandoc"
bench="$test wrk time"
coverage="$test lcov"
fuzz="$run clang libclang-rt-14-dev"

missing=""
for target in "$@"; do
	case "$target" in
	run) list=$run ;;
	test) list=$test ;;
	lint) list=$lint ;;
	bench) list=$bench ;;
	coverage) list=$coverage ;;
	fuzz) list=$fuzz ;;
	*) echo "conf/packages.sh: unknown target $target" >&2; exit 2 ;;
	esac
	for package in $list; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null |
			grep -q '^install ok installed' || missing="$missing $package"
	done
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null || {
		echo "These packages are missing and sudo is not there:$missing" >&2
		exit 1
	}
	as_root="sudo"
fi
echo "Installing:$missing"
$as_root apt-get update -q
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive \
	apt-get install -y -q --no-install-recommends $missing
