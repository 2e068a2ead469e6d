#!/usr/bin/env python3
"""The sample league shows every rule that two real games may not.

usage: tests/sample.py [SEED]    (in the root of the checkout; BUILD names the build directory)

A league of twelve tracked games is built. Each case is a query over the published tables, the
findings of the run and the words of the workbooks; it must return a row.
"""
import csv
import glob
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = os.path.join(os.environ.get("BUILD", "build"), "benchsight")
TABLES = ["dim_player", "dim_schedule", "dim_season", "fact_draft", "fact_event_players", "fact_events",
          "fact_game_status", "fact_gameroster", "fact_puck_xy_long", "fact_shift_players", "fact_shifts"]
GOAL = "select * from fact_events e join fact_shifts s on s.shift_id = e.shift_id where e.is_goal = '1' and "
FINDING = "select * from finding where kind = '{}'"
CASES = {
    "overtime": "select * from fact_events where period = '4' and is_goal = '1'",
    "shoot-out": "select * from fact_events where period = '5' and event_type = 'PenaltyShot_Shootout'",
    "play-offs": "select * from fact_game_status join dim_schedule using (game_id)"
                 " where is_loaded = 'true' and game_type = 'Playoffs'",
    "goal into an empty net": GOAL + "(e.team_venue, s.away_team_en) = ('home', '1')"
                              " or e.is_goal = '1' and (e.team_venue, s.home_team_en) = ('away', '1')",
    "goal with an extra attacker": GOAL + "(e.team_venue, s.home_team_en) = ('home', '1')"
                                   " or e.is_goal = '1' and (e.team_venue, s.away_team_en) = ('away', '1')",
    "power-play goal of the home team": "select * from fact_shifts where home_gf_pp > '0'",
    "power-play goal of the away team": "select * from fact_shifts where away_gf_pp > '0'",
    "game without shifts": FINDING.format("no_shifts"),
    "game with few shifts": FINDING.format("few_shifts"),
    "player twice in a shift": FINDING.format("player_twice_in_shift"),
    "skater in goal": "select * from fact_shift_players s join dim_player p using (player_id)"
                      " where s.position = 'G' and p.player_primary_position <> 'Goalie'",
    "unknown rating": "select * from fact_shift_players where player_id is not null and player_rating is null",
    "unknown number": FINDING.format("number_not_on_roster"),
    "unknown player of an event": FINDING.format("player_not_on_roster"),
    "penalties after a whistle": "select game_id from fact_events where event_type = 'Penalty'"
                                 " group by game_id, period, time_start_total_seconds having count(*) > 1",
    "goals after a whistle": "select shift_id from fact_events where is_goal = '1' and shift_id is not null"
                             " group by shift_id, time_start_total_seconds having count(*) > 1",
    "stop words as aliases": "select * from word where text in ('PeriodEnd', 'GoalScored')"
                             " group by game_id having count(distinct text) = 2",
    "break of unknown length": "select * from fact_events where period = '3' and running_intermission_duration is null",
    "game without tags": "select game_id from fact_event_players group by game_id"
                         " having sum(play_detail1 like 'Assist%' or play_detail_2 like 'Assist%') is null",
    "save with coordinates": "select * from fact_puck_xy_long join word using (game_id) where text = 'save'",
    "coordinates in side files": "select * from fact_puck_xy_long join word using (game_id) where text = 'xy_puck'",
    "two leagues' seasons": "select * from dim_season a join dim_season b on a.season = b.season"
                            " and a.league_id < b.league_id join dim_schedule s on s.season_id = a.season_id",
    "home and away exchanged": FINDING.format("venue_swapped"),
    "unknown player in the league": FINDING.format("unknown_player"),
    "unknown team in the league": FINDING.format("unknown_team"),
    "unknown season in the league": FINDING.format("unknown_season"),
    "row without a key": FINDING.format("missing_key"),
}


def build(work, seed):
    env = dict(os.environ, DATA_DIR=f"{work}/data")
    for args in (["sample", "--games", "12", "--seed", seed, f"{work}/league"],
                 ["etl", "--data", f"{work}/league", "--out", f"{work}/out", "--findings", f"{work}/findings.json"]):
        run = subprocess.run([PROGRAM, *args], env=env, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"sample: {args[0]} ended with {run.returncode}\n{run.stderr[-2000:]}")


def words(work):
    """The texts of each game's workbook, and what other files there are."""
    for path in glob.glob(f"{work}/league/games/*/*"):
        game, name = path.split("/")[-2:]
        yield game, name.split(".")[0].split("_", 1)[1]
        if name.endswith("_tracking.xlsx"):
            with zipfile.ZipFile(path) as book:
                for part in book.namelist():
                    for text in set(re.findall(r"<t[^>]*>([^<]*)</t>", book.read(part).decode())):
                        yield game, text


def load(db, work):
    for table in TABLES:
        with open(f"{work}/out/{table}.csv", newline="", encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        db.execute(f"create table {table} ({', '.join(head)})")
        db.executemany(f"insert into {table} values ({', '.join('?' * len(head))})",
                       ([cell or None for cell in row] for row in rows))
    db.execute("create table finding (kind)")
    with open(f"{work}/findings.json", encoding="utf-8") as file:
        db.executemany("insert into finding values (?)", [(f["kind"],) for f in json.load(file)])
    db.execute("create table word (game_id, text)")
    db.executemany("insert into word values (?, ?)", words(work))


def main():
    seed = sys.argv[1] if len(sys.argv) > 1 else "1"
    db = sqlite3.connect(":memory:")
    with tempfile.TemporaryDirectory(prefix="benchsight-sample-") as work:
        build(work, seed)
        load(db, work)
    missing = [name for name, query in CASES.items() if db.execute(query).fetchone() is None]
    for name in missing:
        print(f"sample: seed {seed}: no {name}")
    print(f"sample: {len(CASES) - len(missing)} passed, {len(missing)} failed")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
