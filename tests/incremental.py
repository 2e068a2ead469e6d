#!/usr/bin/env python3
"""Incremental runs give what a full run gives, byte for byte.

usage: tests/incremental.py [ROUNDS] [SEED]   (3 rounds)

Each round edits the input of a sample league at random: games come, go, and
change. An incremental run follows, and a full one into another database; all
CSVs must be equal, and all published tables but for the order of their rows,
without the columns that hold the time of a run.
"""
import csv
import fcntl
import io
import json
import os
import pwd
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

BENCHSIGHT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "build", "benchsight")
MARK = "== a table"
TIMES = {"_export_timestamp", "created_at", "updated_at", "check_date"}


def benchsight(data, *args):
    """Runs the program with its own data directory; its last line."""
    done = subprocess.run([BENCHSIGHT, *args], env=dict(os.environ, DATA_DIR=data),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(f"incremental: {' '.join(args)}: exit {done.returncode}\n{done.stdout[-2000:]}")
    return done.stdout


def table(path):
    """The rows of a CSV without the columns of the time of the run."""
    with open(path, newline="", encoding="utf-8") as file:
        return without_times(list(csv.reader(file)))


def without_times(rows):
    keep = [i for i, name in enumerate(rows[0]) if name not in TIMES]
    return [[row[i] for i in keep] for row in rows]


def differences(a, b):
    names = sorted(os.listdir(a))
    if names != sorted(os.listdir(b)):
        return ["other files"]
    return [name for name in names if table(os.path.join(a, name)) != table(os.path.join(b, name))]


def published(data):
    """The rows of all published tables of a private PostgreSQL, sorted, by table."""
    place = os.path.join(data, "postgres")
    with open(os.path.join(place, "users.lock"), "a", encoding="utf-8") as users:
        fcntl.flock(users, fcntl.LOCK_SH)  # a user more: PostgreSQL runs
        benchsight(data, "check")

        def psql(database, script):
            return subprocess.run(["psql", "-qAtX", "--csv", "-h", place, "-U", owner(place), "-d", database],
                                  input=script, check=True, stdout=subprocess.PIPE, text=True).stdout

        database = psql("postgres", "select datname from pg_database where datname like 'league\\_%'").split()[0]
        names = psql(database, "select tablename from pg_tables where schemaname = 'warehouse' order by 1").split()
        out = psql(database, "".join(
            f"\\echo {MARK}\n\\pset tuples_only off\ntable warehouse.{name};\n" for name in names))
    tables = [list(csv.reader(io.StringIO(text, newline=""))) for text in out.split(MARK + "\n")[1:]]
    return {name: sorted(without_times(rows)) for name, rows in zip(names, tables)}


def owner(place):
    """Who the cluster runs as: its superuser."""
    return pwd.getpwuid(os.stat(os.path.join(place, "data")).st_uid).pw_name


class League:
    """A sample league whose input is edited."""

    def __init__(self, work, chance):
        self.chance = chance
        self.input = os.path.join(work, "league")
        self.held = os.path.join(work, "held")
        benchsight(work, "sample", "--games", "5", "--seed", "7", self.input)
        os.mkdir(self.held)

    def games(self, folder):
        return sorted(os.listdir(os.path.join(folder, "games") if folder != self.held else folder))

    def leave(self):
        """A game's files go."""
        game = self.chance.choice(self.games(self.input))
        shutil.move(os.path.join(self.input, "games", game), os.path.join(self.held, game))
        return f"game {game} gone"

    def come(self):
        """A game's files come back."""
        game = self.chance.choice(self.games(self.held))
        shutil.move(os.path.join(self.held, game), os.path.join(self.input, "games", game))
        return f"game {game} new"

    def change(self):
        """A save loses events or shifts, a side file points; a workbook gets a part nobody reads."""
        game = self.chance.choice(self.games(self.input))
        folder = os.path.join(self.input, "games", game)
        name = self.chance.choice(sorted(os.listdir(folder)))
        path = os.path.join(folder, name)
        if name.endswith(".json"):
            with open(path, encoding="utf-8") as file:
                save = json.load(file)
            part = self.chance.choice(["events", "shifts"])
            del save[part][self.chance.randrange(20, max(21, len(save[part]))):]
            with open(path, "w", encoding="utf-8") as file:
                json.dump(save, file)
        elif name.endswith(".csv"):
            with open(path, encoding="utf-8") as file:
                lines = file.readlines()
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(lines[:self.chance.randint(1, len(lines))])
        else:
            with zipfile.ZipFile(path, "a") as book:
                book.writestr(f"note{self.chance.randrange(1 << 30)}.txt", "")
        return f"{game}/{name} changed"

    def exclude(self):
        """A game is left out by excluded_games.txt, or none is."""
        game = self.chance.choice(self.games(self.input))
        path = os.path.join(self.input, "excluded_games.txt")
        if os.path.exists(path):
            os.unlink(path)
            return "no game excluded"
        with open(path, "w", encoding="utf-8") as file:
            file.write(game + "\n")
        return f"game {game} excluded"

    def edit(self):
        moves = [self.change, self.exclude]
        if len(self.games(self.input)) > 2:
            moves.append(self.leave)
        if self.games(self.held):
            moves.append(self.come)
        return self.chance.choice(moves)()


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 30)
    chance = random.Random(seed)
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="benchsight-incremental-") as work:
        os.chmod(work, 0o755)  # PostgreSQL's user comes in: its place is inside
        league = League(work, chance)
        for side in ("step", "whole"):
            os.mkdir(os.path.join(work, side))
        args = ["--data", league.input, "--out"]
        benchsight(os.path.join(work, "step"), "etl", *args, os.path.join(work, "out-step"))
        for _ in range(rounds):
            edits = [league.edit() for _ in range(chance.randint(0, 2))]
            benchsight(os.path.join(work, "step"), "etl", "--mode", "incremental", *args,
                       os.path.join(work, "out-step"))
            benchsight(os.path.join(work, "whole"), "etl", *args, os.path.join(work, "out-whole"))
            wrong = differences(os.path.join(work, "out-step"), os.path.join(work, "out-whole"))
            step, whole = (published(os.path.join(work, side)) for side in ("step", "whole"))
            wrong += [f"{name} in PostgreSQL" for name in whole if step.get(name) != whole[name]]
            if wrong:
                failed += 1
                print(f"incremental: seed {seed}: {'; '.join(edits)}: {', '.join(wrong)}")
            else:
                passed += 1
    print(f"incremental: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
