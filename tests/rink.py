#!/usr/bin/env python3
"""Build the worked game with coordinates of ../shared and compare what becomes of its points.

usage: rink.py    (in the root of the checkout)

The game is built as it was recorded, and again in the ways to record the same points that page 40
names: they must give the same rows. Every table of the example is compared cell by cell but for
the time of the run and the names, which the expected files lack. Numbers agree within 1e-9; an
empty cell is NULL and equals only an empty cell. Skips with a word where ../shared is missing.
"""
import copy
import csv
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys

SHARED = pathlib.Path("../shared")
EXAMPLE = SHARED / "warehouse/examples/xy"
WORK = pathlib.Path("build/test-rink")
GAME = "19020"
SAVE = f"benchsight_game_{GAME}.json"
PUCK, PLAYER = f"{GAME}_xy_puck.csv", f"{GAME}_xy_player.csv"
OTHER = {"home": "away", "away": "home"}


def points(save, puck):
    for event in save["events"]:
        yield from event.get("puckXY") or []
        for player in event["players"]:
            yield from player.get("xy") or []
    yield from puck


def mirrored(save, puck):
    """The other end, and a flag that says so: the zones decide either way."""
    save["homeAttacksRightP1"] = not save["homeAttacksRightP1"]
    for point in points(save, puck):
        point["x"], point["y"] = -float(point["x"]), -float(point["y"])


def from_corner(save, puck):
    """Only a point on the ice can be told from the corner: event 1011 loses what lies beyond."""
    for point in points(save, puck):
        x, y = float(point["x"]), float(point["y"])
        point["x"], point["y"] = max(x, -100) + 100, max(y, -42.5) + 42.5


def sides_exchanged(save, _):
    save["homeTeam"], save["awayTeam"] = save["awayTeam"], save["homeTeam"]
    for event in save["events"]:
        for row in [event] + event["players"]:
            row["team"] = OTHER[row["team"]]
    for shift in save["shifts"]:
        shift["home"], shift["away"] = shift["away"], shift["home"]


def side_file(save, _):
    """Players and net stand in the side file, the net seen from its centre."""
    rows = []
    for event in save["events"]:
        index = event["idx"] + 1
        for player in event["players"]:
            for n, point in enumerate(player.pop("xy", None) or [], 1):
                rows.append((index, player["role"], player["num"], n, point["x"], point["y"]))
        net = event.pop("netXY", None)
        if net:
            rows.append((index, "net", "", 1, (net["x"] - 36) / 1.2, (24 - net["y"]) / 1.2))
    return rows


# name, what changes, the event that this recording cannot hold
VARIANTS = [("as recorded", lambda save, puck: None, None), ("mirrored", mirrored, None),
            ("from the corner", from_corner, f"{GAME}01011"),
            ("sides exchanged", sides_exchanged, None), ("side files", side_file, None)]


def write(folder, save, puck, player):
    game = folder / "games" / GAME
    game.mkdir(parents=True)
    for book in SHARED.glob("league/BLB_T*.xlsx"):
        shutil.copy(book, folder)
    (game / SAVE).write_text(json.dumps(save), encoding="utf-8")
    with open(game / PUCK, "w", newline="", encoding="utf-8") as f:
        out = csv.DictWriter(f, puck[0].keys())
        out.writeheader()
        out.writerows(puck)
    if player:
        with open(game / PLAYER, "w", newline="", encoding="utf-8") as f:
            head = ["event_index", "player_role", "player_number", "xy_slot", "x", "y"]
            csv.writer(f).writerows([head] + player)


def build(folder, number):
    out = WORK / f"out{number}"
    run = subprocess.run(
        ["build/benchsight", "etl", "--data", folder, "--games", GAME, "--out", out],
        env=dict(os.environ, DATA_DIR=str(WORK / "data")), capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"rink: the build ended with {run.returncode}\n{run.stderr}")
    return out


def read(path):
    with open(path, newline="", encoding="utf-8") as f:
        head, *rows = csv.reader(f)
    kept = [c for c in head if c != "_export_timestamp" and not c.endswith("_name")]
    return kept, [dict(zip(head, row)) for row in rows]


def equal(a, b):
    if a == b:
        return True
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-9)
    except ValueError:
        return False


def differences(expected, actual, lost):
    head, wanted = read(expected)
    if not actual.exists():
        yield "no such file"
        return
    found_head, found = read(actual)
    if found_head != head:
        yield "the columns differ"
        return
    key = head[0]
    if lost:
        wanted = [row for row in wanted if lost not in row[key]]
        found = [row for row in found if lost not in row[key]]
    by_key = {row[key]: row for row in found}
    if len(by_key) != len(found):
        yield "a key is given twice"
    for extra in sorted(set(by_key) - {row[key] for row in wanted}):
        yield f"{extra} is one row too many"
    for row in wanted:
        got = by_key.get(row[key])
        if not got:
            yield f"{row[key]} is missing"
            continue
        for column in head:
            if not equal(row[column], got[column]):
                yield f"{row[key]} {column}: expected {row[column]!r}, got {got[column]!r}"


def main():
    if not EXAMPLE.is_dir():
        print(f"rink: skipped, {EXAMPLE} is not there")
        return 0
    shutil.rmtree(WORK, ignore_errors=True)
    recorded = EXAMPLE / "input/games" / GAME
    save = json.loads((recorded / SAVE).read_text(encoding="utf-8"))
    puck = read(recorded / PUCK)[1]
    tables = sorted(EXAMPLE.glob("expected/*.csv"))
    failed = 0
    for number, (name, change, lost) in enumerate(VARIANTS):
        changed, rows = copy.deepcopy(save), copy.deepcopy(puck)
        player = change(changed, rows)
        folder = WORK / f"in{number}"
        write(folder, changed, rows, player)
        out = build(folder, number)
        wrong = [f"{table.stem} ({name}): {line}" for table in tables
                 for line in differences(table, out / table.name, lost)]
        print("\n".join(wrong[:10]), end="\n" if wrong else "")
        failed += bool(wrong)
    shutil.rmtree(WORK / "data")
    print(f"rink: {len(tables)} tables, {len(VARIANTS) - failed} of {len(VARIANTS)} recordings equal")
    return 1 if failed or not tables else 0


sys.exit(main())
