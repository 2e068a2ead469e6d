#!/bin/sh
# Request rates over TLS with keep-alive: wrk for SECONDS_EACH (30) seconds
# against an idle server of its own. usage: tests/bench/http.sh
set -eu
cd "$(dirname "$0")/../.."
build=build
seconds=${SECONDS_EACH:-30}
work=$build/bench-http
rm -rf "$work"
mkdir -p "$work"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export DATA_DIR="$work/data" PORT="$port" PIDFILE="$work/server.pid"
"$build/benchsight-server" -fnr >"$work/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT INT TERM
url=https://localhost:$port
until curl -skf "$url/api/health" >/dev/null; do sleep 0.2; done
# The first start fills the database from the sample league: wait for its end.
until curl -sk "$url/api/etl/history" | grep -q '"status":"completed"'; do sleep 0.2; done
job=$(curl -sk "$url/api/etl/history" | sed 's/.*"job_id":"\([^"]*\)".*/\1/')
rate() {
	echo "== $1"
	wrk -t1 -c32 -d"${seconds}s" --latency "$url$1" |
		grep -E 'Requests/sec|50%|99%|Socket errors|Non-2xx' || true
}
rate /api/health
rate "/api/etl/status/$job"
