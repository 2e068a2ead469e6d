#!/usr/bin/env python3
"""What the docs say exists: links, files, targets, routes, options of the command line, tables, columns.

usage: docs.py    (in the root of the checkout; BUILD names the build directory)
"""
import csv
import glob
import json
import os
import pathlib
import re
import subprocess
import sys

BUILD = os.environ.get("BUILD", "build")
DOCS = ["README.md", *sorted(glob.glob("docs/*.md"))]
passed, failures = 0, []


def check(fact, text):
    global passed
    if fact:
        passed += 1
    else:
        failures.append(text)


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def links_and_files(path, text):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        check((pathlib.Path(path).parent / target).exists(), f"{path}: link to {target}")
    for name in re.findall(r"`((?:src|sql|tests|conf|docs|assets|data/seeds|data/sample)/[\w./-]+)`", text):
        check(os.path.exists(name) or glob.glob(name + "*"), f"{path}: file {name}")


def targets(path, text):
    known = set(re.findall(r"^  make (\S+)", output("make", "-s", "help"), re.M)) | {"help"}
    for target in re.findall(r"^make ([a-z-]+)\b(?!/)|`make ([a-z-]+)\b(?!/)", text, re.M):
        check((target[0] or target[1]) in known, f"{path}: target {target}")


def routes(path, text):
    source = pathlib.Path("src/routes/route.c").read_text()
    known = [re.sub(r"\{[^}]*\}", "[^/]+", p) for p in re.findall(r'"(/api/[^"]*)"', source)]
    for route in re.findall(r"(?:localhost:8000|GET|POST|PUT|DELETE)\s?(/api/[^\s`?\"']*)", text):
        route = re.sub(r"\{[^}]*\}", "x", route)
        check(any(re.fullmatch(k, route) for k in known), f"{path}: route {route}")


def manual():
    """Each sub-command and option that --help names stands in the man page."""
    page = pathlib.Path("docs/benchsight.8").read_text().replace("\\-", "-")
    program = f"{BUILD}/benchsight"
    commands = re.findall(r"^  ([a-z]+) ", output(program, "--help"), re.M)
    check(len(commands) >= 4, "benchsight --help names its commands")
    for command in commands:
        check(re.search(rf"\b{command}\b", page), f"docs/benchsight.8: command {command}")
        for option in re.findall(r"--([a-z-]+)", output(program, command, "--help")):
            check(re.search(rf"Fl -?{option}\b|--{option}\b", page), f"docs/benchsight.8: {command} --{option}")


def comments(contract):
    """Each column of each table has a sentence in sql/comments, in the order of the contract."""
    for folder in sorted(glob.glob("sql/warehouse/*")):
        area = os.path.basename(folder)
        tables = sorted(pathlib.Path(f).stem for f in glob.glob(f"{folder}/*.sql"))
        path = pathlib.Path(f"sql/comments/{area}.csv")
        rows = list(csv.reader(path.open(encoding="utf-8")))[1:] if path.exists() else []
        check(path.exists() and all(len(row) == 3 for row in rows), f"{path}: three fields in each row")
        shared = [column for table, column, _ in rows if table == "*"]
        own = [(table, column) for table, column, _ in rows if table != "*"]
        check(shared == sorted(shared), f"{path}: rows of * sorted by column")
        check(own == [(t, c) for t in tables for c in contract[t] if (t, c) in set(own)],
              f"{path}: rows sorted by table, then as in the contract")
        for table, column, text in rows:
            check(text.endswith(".") and "|" not in text, f"{path}: {table}.{column} is a sentence")
        for table in tables:
            missing = [c for c in contract[table] if c not in shared and (table, c) not in own]
            check(not missing, f"{path}: {table} lacks {', '.join(missing)}")


def tables(contract):
    """docs/TABLES.md is what the comments in a database say."""
    page = pathlib.Path("docs/TABLES.md").read_text()
    check(output(f"{BUILD}/tests/docs/tables") == page, "docs/TABLES.md is old: make docs/TABLES.md")
    check(sorted(re.findall(r"^### (\w+)", page, re.M)) == sorted(contract), "docs/TABLES.md: all tables of the contract")


def corrections(contract):
    """Tables and columns that docs/CORRECTIONS.md names are those of the contract."""
    text = pathlib.Path("docs/CORRECTIONS.md").read_text()
    columns = {c for of in contract.values() for c in of}
    for name in re.findall(r"`([\w*]+)`", text):
        pattern = re.compile(name.replace("*", r"\w*"))
        check(any(pattern.fullmatch(known) for known in (*contract, *columns)), f"docs/CORRECTIONS.md: name {name}")
    for table, what in re.findall(r"^\| (`[^|]+) \| ([^|]+) \|", text, re.M):
        of = [t for t in contract for name in re.findall(r"`([\w*]+)`", table)
              if re.fullmatch(name.replace("*", r"\w*"), t)]
        check(of, f"docs/CORRECTIONS.md: tables {table}")
        for name in re.findall(r"`([\w*]+)`", what):
            pattern = re.compile(name.replace("*", r"\w*"))
            check(any(pattern.fullmatch(c) for t in of for c in contract[t]),
                  f"docs/CORRECTIONS.md: {table} has no column {name}")


def main():
    for path in DOCS:
        text = pathlib.Path(path).read_text()
        links_and_files(path, text)
        targets(path, text)
        routes(path, text)
    manual()
    contract = json.loads(pathlib.Path("sql/contract/columns.json").read_text())
    comments(contract)
    tables(contract)
    corrections(contract)
    print("\n".join(failures), end="\n" if failures else "")
    print(f"docs: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


sys.exit(main())
