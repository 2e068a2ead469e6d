#!/usr/bin/env python3
"""The ten slowest nodes of a run, each with the worst node of its plan.

usage: tests/bench/slowest.py EVENTS LOG

EVENTS: of `benchsight etl --json`. LOG: PostgreSQL's, of a run with
auto_explain (log_analyze, log_format json) in every session.
"""
import json
import re
import sys


def slowest(path):
    """(milliseconds, name, rows) of the ten slowest nodes."""
    nodes = []
    with open(path, encoding="utf-8") as events:
        for line in events:
            event = json.loads(line)
            if event.get("event") != "log":
                continue
            found = re.fullmatch(r"(\d+) rows in (\d+) ms", event["message"])
            if found:
                nodes.append((int(found[2]), event["step"], int(found[1])))
    return sorted(nodes, reverse=True)[:10]


def plans(path):
    """The plan of each table that was created as a query, by name."""
    found = {}
    with open(path, encoding="utf-8") as log:
        text = log.read()
    for start in re.finditer(r"^[^\t\n].*duration: [\d.]+ ms  plan:\n", text, re.M):
        plan, _ = json.JSONDecoder().raw_decode(text, text.index("{", start.end()))
        name = re.search(r'create (?:unlogged )?table "(\w+)" as', plan["Query Text"])
        if name:
            found.setdefault(name[1], plan["Plan"])
    return found


def worst(node):
    """(own milliseconds, description) of the node of a plan that takes most by itself."""
    def total(part):
        return part["Actual Total Time"] * part["Actual Loops"]

    children = node.get("Plans", [])
    own = total(node) - sum(total(child) for child in children)
    what = " ".join(filter(None, [node["Node Type"], node.get("Relation Name") or node.get("CTE Name")]))
    keys = node.get("Sort Key") or node.get("Group Key") or []
    rows = f"{node['Actual Rows'] * node['Actual Loops']:.0f} rows"
    place = node.get("Sort Space Type")
    words = [what + (f" by {', '.join(keys)}" if keys else ""), rows] + ([f"on {place}".lower()] if place else [])
    return max([(own, ", ".join(words))] + [worst(child) for child in children])


def main():
    plan = plans(sys.argv[2])
    for milliseconds, name, rows in slowest(sys.argv[1]):
        print(f"    {milliseconds:7d} ms  {name}, {rows} rows")
        if name in plan:
            own, what = worst(plan[name])
            print(f"                  {own:.0f} ms of its plan explained: {what}")


if __name__ == "__main__":
    main()
