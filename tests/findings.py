#!/usr/bin/env python3
"""Compare the findings of a run with the expected ones by kind, game, sheet and row.

usage: findings.py EXPECTED.json ACTUAL.json

Counts every kind that the warehouse's pages 10 and 11 define, and out_of_range.
"""
import collections
import json
import sys

LATER = {"suspicious_stats", "suspicious_value", "official_goals_differ", "sum_differs",
         "game_incomplete", "partial_tracking"}


def read(path):
    with open(path, encoding="utf-8") as f:
        rows = json.load(f)
    return collections.Counter(
        (r["kind"], r["game_id"], r["sheet"], r["row"]) for r in rows if r["kind"] not in LATER)


def main(expected_path, actual_path):
    expected, actual = read(expected_path), read(actual_path)
    for key in sorted(set(expected) | set(actual), key=str):
        if expected[key] != actual[key]:
            print(f"{key}: expected {expected[key]}, got {actual[key]}")
    print(f"findings: {sum((expected & actual).values())} of {sum(expected.values())} equal, "
          f"{sum((actual - expected).values())} too many")
    return 0 if expected == actual else 1


sys.exit(main(*sys.argv[1:3]))
