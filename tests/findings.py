#!/usr/bin/env python3
"""Compare the findings of a run with the expected ones by kind, game, sheet and row.

usage: findings.py EXPECTED.json ACTUAL.json

Findings are equal in kind, game, sheet and row. EXPECTED holds what pages 10 and 11
define; what the quality tables find in the same games is listed here (page 42, 7).
"""
import collections
import json
import sys

QUALITY = {("suspicious_stats", 18969): 2, ("suspicious_value", 18969): 2,
           ("suspicious_stats", 18977): 3, ("suspicious_value", 18977): 2,
           ("official_goals_differ", 18977): 1}


def read(path):
    with open(path, encoding="utf-8") as f:
        return collections.Counter((r["kind"], r["game_id"], r["sheet"], r["row"])
                                   for r in json.load(f))


def main(expected_path, actual_path):
    expected, actual = read(expected_path), read(actual_path)
    expected.update({(kind, game, None, None): n for (kind, game), n in QUALITY.items()})
    for key in sorted(set(expected) | set(actual), key=str):
        if expected[key] != actual[key]:
            print(f"{key}: expected {expected[key]}, got {actual[key]}")
    print(f"findings: {sum((expected & actual).values())} of {sum(expected.values())} equal, "
          f"{sum((actual - expected).values())} too many")
    return 0 if expected == actual else 1


sys.exit(main(*sys.argv[1:3]))
