#!/usr/bin/env python3
"""The rules of the tree that no compiler knows: floors, names, sizes, twins, SQL headers.

usage: structure.py    (in the root of the checkout)

Prints a line for each breach and ends with status 1 when there is one.
"""
import collections
import pathlib
import re
import subprocess
import sys

FLOOR = {"core": 0, "db": 1, "io": 1, "etl": 2, "ml": 2, "sample": 2, "jobs": 3, "routes": 4, "app": 5, "cli": 5}
BANNED = re.compile(r"\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|localtime)\s*\(")
RESERVED = ("kore_", "http_", "net_", "worker")
FUNCTION_LINES, FILE_LINES, SQL_WIDTH = 100, 600, 100
breaches = []


def breach(path, text):
    breaches.append(f"{path}: {text}")


def tracked(*patterns):
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", *patterns], capture_output=True, text=True, check=True)
    return [pathlib.Path(p) for p in out.stdout.splitlines() if pathlib.Path(p).exists()]


def includes(text):
    return re.findall(r'^#include [<"]([^>"]+)[>"]', text, re.M)


def check_floors(path, text):
    folder = path.parts[1]
    for name in includes(text):
        if name.startswith("kore/") and folder not in ("app", "routes"):
            breach(path, f"includes <{name}>: Kore belongs to src/app and src/routes")
        target = name.split("/")[0]
        if "/" in name and target in FLOOR and target != folder and FLOOR[target] >= FLOOR[folder]:
            breach(path, f"includes {name}: {target} is not below {folder}")


def check_sizes(path, text):
    lines = text.count("\n")
    if lines > FILE_LINES:
        breach(path, f"{lines} lines (at most {FILE_LINES})")
    for match in BANNED.finditer(text):
        breach(path, f"calls {match.group(1)}")


def check_functions():
    out = subprocess.run(["ctags", "-x", "--languages=C", "--kinds-C=f", "--fields=+eS",
                          "--_xformat=%{end}\t%{line}\t%{name}\t%{input}\t%{signature}", *map(str, tracked("src/*.c"))],
                         capture_output=True, text=True, check=True)
    for row in out.stdout.splitlines():
        end, line, name, path, signature = row.split("\t")
        length = int(end) - int(line) + 1
        if length > FUNCTION_LINES:
            breach(path, f"{name} has {length} lines (at most {FUNCTION_LINES})")
        if name.startswith(RESERVED) and pathlib.Path(path).parts[1] != "app":
            breach(path, f"{name}: a prefix of Kore's")
        if signature.count(",") > 5:
            breach(path, f"{name} has {signature.count(',') + 1} arguments")


def check_names(sources):
    seen = collections.defaultdict(list)
    for path in sources:
        seen[path.name].append(str(path))
    for name, paths in seen.items():
        if len(paths) > 1:
            breach(name, "stands twice: " + ", ".join(paths))


def pure(path, text):
    """A file that reaches no database and no server: plain Check can test it."""
    header = path.with_suffix(".h")
    text += header.read_text() if header.exists() else ""
    return not any(n.startswith(("kore/", "db/", "libpq", "route.h", "request.h")) for n in includes(text)) and path.parts[1] not in ("app", "cli")


def check_twins(sources):
    for path in sources:
        if path.suffix == ".c" and pure(path, path.read_text()):
            twin = pathlib.Path("tests/unit") / f"test_{path.name}"
            if not twin.exists():
                breach(path, f"has no {twin}")


def check_sql(path, text):
    if not text.startswith("-- "):
        breach(path, "has no header comment")
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > SQL_WIDTH:
            breach(path, f"line {number} is {len(line)} wide (at most {SQL_WIDTH})")
    if "sql/warehouse/" in str(path):
        for word in ("grain", "key"):
            if not re.search(rf"^-- {word}: \S", text, re.M):
                breach(path, f"has no line `-- {word}:`")
    if "sql/queries/" in str(path):
        body = re.sub(r"^--.*$", "", text, flags=re.M)
        for parameter in sorted(set(re.findall(r"\$\d+", body))):
            if not re.search(rf"^--.*{re.escape(parameter)}\b", text, re.M):
                breach(path, f"does not explain {parameter}")


def main():
    sources = tracked("src/*.c", "src/*.h")
    for path in sources + tracked("tests/*.c"):
        text = path.read_text()
        check_sizes(path, text)
        if not text.startswith("/*"):
            breach(path, "does not say on top what it is")
        if path.parts[0] == "src":
            check_floors(path, text)
    check_functions()
    check_names(sources)
    check_twins(sources)
    for path in tracked("sql/*.sql"):
        check_sql(path, path.read_text())
    print("\n".join(breaches) if breaches else f"structure: {len(sources)} source files keep the rules")
    return 1 if breaches else 0


sys.exit(main())
