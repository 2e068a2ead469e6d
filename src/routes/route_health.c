/*
 * route_health: does the process live (health), and could a job start now
 * (status). Neither asks the database: status tells what ears found.
 */
#include "route.h"

#include "answer.h"
#include "core/clock.h"
#include "core/version.h"

#define PROBE_AGE_MS 5000  /* older ones do not count */
#define PROBE_WAIT_MS 1200 /* how long the first one may be waited for */
#define STATUS_MAX 1024

static enum request_verdict
answer(struct request *r, struct buf *b)
{
	return (answer_json(r, 200, buf_string(b), b->len));
}

static void
begin(struct json_out *o, struct buf *b, const char *status)
{
	json_begin(o, b);
	json_object(o);
	json_key(o, "status");
	json_string(o, status);
	json_key(o, "version");
	json_string(o, BENCHSIGHT_VERSION);
}

static void
timestamp(struct json_out *o)
{
	char time[CLOCK_TEXT];

	json_key(o, "timestamp");
	json_string(o, clock_seconds(clock_wall_ms(), time));
}

enum request_verdict
route_health_get(struct request *r)
{
	enum request_verdict verdict;
	struct json_out o;
	struct buf b;

	buf_init(&b, STATUS_MAX);
	begin(&o, &b, "healthy");
	timestamp(&o);
	json_object_end(&o);
	verdict = answer(r, &b);
	buf_cleanup(&b);
	return (verdict);
}

/* The upload is not built yet: a target may be configured, none is asked. */
static enum request_verdict
answer_status(struct request *r)
{
	const struct route_context *c = route_context();
	const struct settings *s = c->settings;
	struct route_probe p = c->probe;
	enum request_verdict verdict;
	bool configured, degraded;
	struct json_out o;
	struct buf b;

	if (clock_monotonic_ms() - p.at_ms > PROBE_AGE_MS || p.at_ms == 0 ||
	    c->database_down)
		p.database = p.etl_available = false;
	configured = s->supabase_url != NULL || s->supabase_db_url != NULL;
	degraded = !p.database || !p.etl_available || configured;
	buf_init(&b, STATUS_MAX);
	begin(&o, &b, degraded ? "degraded" : "healthy");
	json_key(&o, "environment");
	json_string(&o, s->environment);
	json_key(&o, "etl_available");
	json_boolean(&o, p.etl_available);
	json_key(&o, "supabase_connected");
	json_boolean(&o, false);
	timestamp(&o);
	json_key(&o, "database_connected");
	json_boolean(&o, p.database);
	json_key(&o, "supabase_configured");
	json_boolean(&o, configured);
	json_key(&o, "models_ready");
	json_boolean(&o, false);
	json_key(&o, "data_version");
	json_string(&o, p.data_version[0] == '\0' ? NULL : p.data_version);
	json_key(&o, "jobs_running");
	json_integer(&o, p.jobs_running);
	json_key(&o, "jobs_pending");
	json_integer(&o, p.jobs_pending);
	json_key(&o, "uptime_seconds");
	json_integer(&o, (clock_monotonic_ms() - c->started_ms) / 1000);
	json_object_end(&o);
	verdict = answer(r, &b);
	buf_cleanup(&b);
	return (verdict);
}

enum request_verdict
route_health_status(struct request *r)
{
	const struct route_context *c = route_context();

	if (c->probe.at_ms == 0 && !c->database_down)
		return (request_sleep(r, PROBE_WAIT_MS, answer_status));
	return (answer_status(r));
}
