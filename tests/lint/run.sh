#!/bin/sh
# Formatting, both compilers, static analysis, and the rules of the tree.
# Runs all of them whatever fails and names those that did.
set -u
cd "$(dirname "$0")/../.."
failed=""
check() {
	name=$1
	shift
	if "$@"; then echo "lint: $name ok"; else failed="$failed $name"; fi
}

files() { git ls-files "$@"; }

format() { files '*.c' '*.h' | xargs clang-format --dry-run -Werror; }
compile() { make -s "-j$(nproc)" CC="$1" BUILD="build/$1" tests >/dev/null; }
flags="-std=gnu11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -Isrc -Itests
    -Iconf/kore/include $(pkg-config --cflags libpq yajl libzip openssl)"
tidy() {
	# shellcheck disable=SC2086 # a list of words
	files 'src/*.c' | xargs -P "$(nproc)" -n 8 sh -c 'clang-tidy --quiet "$@" -- '"$(echo $flags $(cat build/gcc/kore/features 2>/dev/null))"' 2>/dev/null' sh
}
analyse() {
	cppcheck -q --std=c11 --language=c -j "$(nproc)" --error-exitcode=1 -Isrc \
		--enable=warning,performance,portability --inline-suppr \
		--suppress=missingIncludeSystem $(files 'src/*.c')
}
manual() { mandoc -T lint -W warning docs/*.8 >&2; }

check format format
check gcc compile gcc
check clang compile clang
check clang-tidy tidy
check cppcheck analyse
check structure python3 tests/lint/structure.py
[ -e docs/benchsight.8 ] && check manual manual
if [ -n "$failed" ]; then
	echo "lint: failed:$failed"
	exit 1
fi
echo "lint: all clean"
