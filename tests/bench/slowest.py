#!/usr/bin/env python3
"""The ten slowest nodes of a run, from the events of `benchsight etl --json`.

usage: tests/bench/slowest.py EVENTS
"""
import json
import re
import sys

nodes = []
with open(sys.argv[1], encoding="utf-8") as events:
    for line in events:
        event = json.loads(line)
        if event.get("event") != "log":
            continue
        found = re.fullmatch(r"(\d+) rows in (\d+) ms", event["message"])
        if found:
            nodes.append((int(found[2]), event["step"], int(found[1])))
nodes.sort(reverse=True)
for milliseconds, name, rows in nodes[:10]:
    print(f"    {milliseconds:7d} ms  {name}, {rows} rows")
