#!/usr/bin/env python3
"""Kill the server, a worker or PostgreSQL with SIGKILL at random moments of a run.

usage: kill.py [--rounds N] [--seed S] [--build DIR] LEAGUE_DIR

The runs are whole ones, and incremental ones that a game leaves or comes to.
After each kill, and a restart where one is needed, it wants: the job ended with a clear
word or was completed; the published tables and the CSV files are one version; no build
schema, no file aside, no lock is left; the next job runs. Then N cancels at random
moments: each job stops within a second and changes nothing.
"""
import argparse
import csv
import os
import pathlib
import random
import shutil
import signal
import sys
import time

from server import ROOT, Server

WORDS = ("Interrupted: the server running this job stopped", "The database connection was lost")


def leftovers(server):
    """What a killed run must not leave behind, in words; empty when clean."""
    found = server.sql("select 'schema ' || nspname from pg_namespace where nspname like 'build%'")
    found += server.sql("select 'job ' || job_id || ' ' || status from app.job where status in ('pending', 'running')")
    found += [f"file {p.name}" for p in (server.dir / "output").glob(".next*")]
    return found


def settled(server, seconds=5):
    """What is wrong once the last publication has put its files in place; it has a moment for that."""
    end = time.time() + seconds
    while (problems := leftovers(server) + csv_rows(server)) and time.time() < end:
        time.sleep(0.05)
    return problems


def data_version(server):
    return server.sql("select data_version from app.publication")


def fingerprint(server):
    files = sorted((server.dir / "output").glob("*.csv"))
    return {p.name: (p.stat().st_mtime_ns, p.stat().st_size) for p in files}


def csv_rows(server):
    """Tables whose CSV has another number of rows than the published table."""
    bad = []
    for name in ("dim_player", "fact_gameroster", "fact_events", "fact_event_players", "fact_sequences"):
        rows = int(server.sql(f"select count(*) from warehouse.{name}")[0])
        with open(server.dir / "output" / f"{name}.csv", encoding="utf-8", newline="") as f:
            lines = sum(1 for _ in csv.reader(f)) - 1
        if lines != rows:
            bad.append(f"{name}: {lines} in the file, {rows} in the table")
    return bad


def kill(server, victim):
    target = server.processes()[victim]
    if isinstance(target, list):
        target = random.choice(target)
    os.kill(target, signal.SIGKILL)
    if victim == "server":
        server.process.wait()
        server.start()


def trigger_kind(server, kind, games):
    """The job that will be disturbed: a whole run, or an incremental one after what it needs."""
    if kind in ("whole", "wipe"):
        return server.trigger(options={"wipe": kind == "wipe"})
    without = {"mode": "incremental", "exclude_game_ids": [random.choice(games)]}
    if kind == "game comes":
        server.wait(server.trigger(**without))
        return server.trigger(mode="incremental")
    return server.trigger(**without)


def kills(server, rounds, typical, games):
    failures = 0
    for n in range(1, rounds + 1):
        victim = random.choice(("server", "worker", "postgres"))
        kind = ("wipe", "game leaves", "whole", "game comes")[n % 4]
        job_id = trigger_kind(server, kind, games)
        moment = random.uniform(0, 1.1 * typical)
        time.sleep(moment)
        kill(server, victim)
        began = time.time()
        job = server.wait(job_id, 40)
        ended = time.time() - began
        problems = []
        if job["status"] == "failed" and not any(w in (job["error"] or "") for w in WORDS):
            problems.append(f"error: {job['error']}")
        if ended > 30:
            problems.append(f"failed after {ended:.0f} s")
        began = time.time()
        again = server.wait(server.trigger(), 60)
        typical = time.time() - began  # other things run on this machine too
        if again["status"] != "completed":
            problems.append(f"next job: {again['status']} {again['error']}")
        problems += settled(server)
        print(f"kill {n:2}: {kind}: {victim:8} after {moment:.2f} s, job {job['status']}, settled in {ended:.1f} s"
              + ("" if not problems else "  PROBLEM " + "; ".join(problems)), flush=True)
        failures += bool(problems)
    return failures


def cancels(server, rounds, typical):
    failures, slowest, n, late = 0, 0.0, 0, 0
    while n < rounds and late < 5 * rounds:
        settled(server)
        before, version = fingerprint(server), data_version(server)
        job_id = server.trigger(options={"wipe": True})
        time.sleep(random.uniform(0, typical))
        began = time.time()
        status, answer = server.call("POST", f"/api/etl/cancel/{job_id}")
        if status == 400:
            late += 1
            typical *= 0.9
            server.wait(job_id)
            continue
        n += 1
        problems = []
        while server.sql("select 1 from pg_namespace where nspname like 'build%'") or list((server.dir / "output").glob(".next*")):
            if time.time() - began > 10:
                problems.append("still working after 10 s")
                break
            time.sleep(0.01)
        took = time.time() - began
        slowest = max(slowest, took)
        if took > 1:
            problems.append(f"stopped after {took:.2f} s")
        if fingerprint(server) != before or data_version(server) != version:
            problems.append("something was published")
        if answer["status"] != "cancelled" or server.get(f"/api/etl/status/{job_id}")["status"] != "cancelled":
            problems.append(f"status {answer['status']}")
        print(f"cancel {n:2}: stopped in {took:.3f} s" + ("" if not problems else "  PROBLEM " + "; ".join(problems)), flush=True)
        failures += bool(problems)
    print(f"slowest cancel {slowest:.3f} s; {late} came after the end of their job")
    return failures + rounds - n


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--cancels", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--build", default="build")
    parser.add_argument("league")
    a = parser.parse_args()
    random.seed(a.seed)
    directory = ROOT / a.build / "test-crash"
    shutil.rmtree(directory, ignore_errors=True)
    server = Server(directory, pathlib.Path(a.league).resolve(), a.build)
    try:
        server.start()
        for job in server.get("/api/jobs"):
            server.wait(job["job_id"])
        began = time.time()
        server.wait(server.trigger(options={"wipe": True}))
        typical = time.time() - began
        print(f"an undisturbed run takes {typical:.2f} s")
        games = [int(p.name) for p in (pathlib.Path(a.league) / "games").iterdir()]
        failed = kills(server, a.rounds, typical, games)
        failed_cancels = cancels(server, a.cancels, typical)
    finally:
        server.stop()
    total = a.rounds + a.cancels
    failed += failed_cancels
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
