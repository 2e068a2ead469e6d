"""A real server in a directory of its own: started, asked, killed, looked into. Standard library only."""
import json
import os
import pathlib
import signal
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TLS = ssl._create_unverified_context()


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """One data directory and the processes that serve it."""

    def __init__(self, directory, league, build="build"):
        self.dir = pathlib.Path(directory).resolve()
        self.dir.mkdir(parents=True, exist_ok=True)
        self.port, self.build, self.process = free_port(), ROOT / build, None
        self.env = dict(os.environ, DATA_DIR=str(self.dir), INPUT_DIR=str(league), PORT=str(self.port),
                        WORKERS="2", PIDFILE=str(self.dir / "server.pid"))
        self.log = open(self.dir / "server.log", "ab")

    def start(self, wait=60):
        self.process = subprocess.Popen([self.build / "benchsight-server", "-fnr"], cwd=ROOT, env=self.env,
                                        stdout=self.log, stderr=self.log, start_new_session=True)
        end = time.time() + wait
        while time.time() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}, see {self.dir}/server.log")
            try:
                if self.get("/api/status")["database_connected"]:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise RuntimeError("the server did not answer")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)

    def call(self, method, path, body=None, timeout=20):
        request = urllib.request.Request(f"https://127.0.0.1:{self.port}{path}", method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=timeout, context=TLS) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as e:
            return e.code, json.loads(e.read())

    def get(self, path):
        return self.call("GET", path)[1]

    def trigger(self, **body):
        """A job; 503, while PostgreSQL comes back, is waited out for up to 30 s."""
        end = time.time() + 30
        while True:
            status, job = self.call("POST", "/api/etl/trigger?wait=10", dict({"mode": "full"}, **body))
            if status != 503 or time.time() > end:
                break
            time.sleep(0.2)
        if status != 202:
            raise RuntimeError(f"trigger: {status} {job}")
        return job["job_id"]

    def wait(self, job_id, seconds=60):
        """The job once it has ended; connection errors while a server comes back are waited out."""
        end = time.time() + seconds
        job = None
        while time.time() < end:
            try:
                status, job = self.call("GET", f"/api/etl/status/{job_id}")
                if status == 200 and job["status"] not in ("pending", "running"):
                    return job
            except OSError:
                pass
            time.sleep(0.02)
        raise RuntimeError(f"job {job_id} did not end: {job}")

    def processes(self):
        """pid and command line of the server's parent, its workers and PostgreSQL's postmaster."""
        parent = self.process.pid
        workers, postmaster = [], None
        out = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
        for line in out.splitlines():
            pid, ppid, args = line.split(None, 2)
            if int(ppid) == parent and "[wrk" in args:
                workers.append(int(pid))
        pidfile = self.cluster() / "data" / "postmaster.pid"
        if pidfile.exists():
            postmaster = int(pidfile.read_text().split()[0])
        return {"server": parent, "worker": workers, "postgres": postmaster}

    def cluster(self):
        return self.dir / "postgres"

    def sql(self, query):
        """Rows of one query in the league's database, by psql on the private socket."""
        socket_dir = next(self.cluster().rglob(".s.PGSQL.*[0-9]")).parent
        names = self.psql(socket_dir, "postgres", "select datname from pg_database where datname ~ '^(benchsight|league_)'")
        return self.psql(socket_dir, names[0], query)

    def psql(self, socket_dir, database, query):
        owner = self.cluster().owner()
        out = subprocess.run(["psql", "-qAtX", "-h", socket_dir, "-U", owner, "-d", database, "-c", query],
                             capture_output=True, text=True, check=True)
        return out.stdout.splitlines()
