/*
 * jobs_fixture: what the tests of jobs share: a league of their own on a real
 * PostgreSQL, a run of our own making in place of the ETL, and questions to
 * the job's row.
 */
#ifndef TESTS_JOBS_FIXTURE_H
#define TESTS_JOBS_FIXTURE_H

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/logger.h"
#include "core/settings.h"
#include "db/db.h"
#include "jobs/league.h"
#include "jobs/runner.h"
#include "unit/unit.h"

/* Not each program uses all of it. */
#pragma GCC diagnostic ignored "-Wunused-function"

static struct league *league;
static struct runner_options options;
static PGconn *db;

/* ---- the run in place of the ETL */

static struct {
	int work_ms;	    /* how long it works, asking whether to stop */
	const char *fail;   /* the reason that it ends with */
	bool publishes;	    /* in a transaction of its own */
	int findings;	    /* so many more */
	int refusals;	    /* publications rolled back and tried again */
	int pause_ms;	    /* between completing the row and commit */
	int bad_recoveries; /* the first so many fail */
	_Atomic int started, ended, recovered;
	struct etl_options seen;
} script;

static void
pause_ms(int ms)
{
	struct timespec t = {
	    .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L};

	(void)nanosleep(&t, NULL);
}

static int
publish(const struct etl_options *o, const struct etl_hooks *h, struct err *e)
{
	PGconn *conn;
	int rc = -1;

	if (db_open(o->conninfo, "publish", &conn, e) == -1)
		return (-1);
	if (db_script(conn, "begin", e) == 0 &&
	    db_script(conn, "insert into public.published values (1)", e) ==
		0 &&
	    h->publish(h->arg, conn,
		"{\"tables_created\":3,\"games\":[18969],\"rows\":12,"
		"\"data_version\":\"v1\"}",
		e) == 0) {
		pause_ms(script.pause_ms);
		rc = db_script(
		    conn, script.refusals > 0 ? "rollback" : "commit", e);
	}
	db_close(conn);
	return (rc);
}

static void
report(const struct etl_hooks *h)
{
	struct etl_finding finding = {.severity = "warning",
	    .kind = "event_clock",
	    .game_id = 18969,
	    .file = "18969/tracking.xlsx",
	    .sheet = "events",
	    .row = 7,
	    .column = "event_start_min",
	    .value = "bad \xff byte",
	    .message = "no clock"};
	struct etl_step step = {.name = "fact_events",
	    .kind = ETL_TABLE,
	    .state = ETL_STEP_RUNNING,
	    .rows = -1,
	    .duration_ms = -1,
	    .depends_on = "[\"base_event\",\"dim_player\"]"};
	int i;

	h->progress(h->arg, 1, 4, "Building fact_events (1 of 4)");
	h->step(h->arg, &step);
	h->log(h->arg, ETL_INFO, "fact_events", "half of it is there");
	h->log(h->arg, ETL_DEBUG, NULL, "a detail");
	h->finding(h->arg, &finding);
	for (i = 0; i < script.findings; i++)
		h->finding(h->arg, &finding);
	step.state = ETL_STEP_COMPLETED;
	step.rows = 12;
	step.duration_ms = 34;
	step.depends_on = NULL;
	h->step(h->arg, &step);
	step.name = "dim_team";
	step.state = ETL_STEP_RUNNING;
	step.rows = step.duration_ms = -1;
	h->step(h->arg, &step);
	h->progress(h->arg, 2, 4, "Building dim_team (2 of 4)");
}

static int
fake_run(const struct etl_options *o, const struct etl_hooks *h,
    struct etl_result *out, struct err *e)
{
	int64_t until = clock_monotonic_ms() + script.work_ms;

	*out = (struct etl_result){.tables = 3, .rows = 12, .games = 1};
	script.seen = *o;
	script.started++;
	report(h);
	while (clock_monotonic_ms() < until) {
		if (h->stopped(h->arg)) {
			script.ended++;
			return (err_set(e, ERR_CANCELLED, "stopped"));
		}
		pause_ms(5);
	}
	script.ended++;
	if (script.fail != NULL)
		return (err_set(e, ERR_INPUT, "%s", script.fail));
	for (; script.publishes && script.refusals > 0; script.refusals--) {
		if (publish(o, h, e) == -1)
			return (-1);
	}
	return (script.publishes ? publish(o, h, e) : 0);
}

static int
fake_recover(const struct etl_options *o, struct err *e)
{
	(void)o;
	if (script.recovered++ < script.bad_recoveries)
		return (err_set(e, ERR_UNEXPECTED, "the disk is full"));
	return (0);
}

/* ---- asking the database */

/* The first value of a statement; lives until the next call. */
static const char *
ask(const char *sql)
{
	static char answer[8192];
	PGresult *res = PQexec(db, sql);

	ck_assert_msg(PQresultStatus(res) == PGRES_TUPLES_OK, "%s",
	    PQresultErrorMessage(res));
	(void)snprintf(answer, sizeof(answer), "%s",
	    PQntuples(res) > 0 ? PQgetvalue(res, 0, 0) : "no row");
	PQclear(res);
	return (answer);
}

static void
run_sql(const char *sql)
{
	struct err e;

	ck_assert_msg(db_script(db, sql, &e) == 0, "%s", e.text);
}

/* Calls a named query with up to nine values; one of its columns. */
static const char *
call(const char *name, int column, int n, const char *const *values)
{
	static char answer[65536];
	PGresult *res;
	struct err e;

	ck_assert_msg(
	    db_rows(db, name, n, values, &res, &e) == 0, "%s", e.text);
	(void)snprintf(answer, sizeof(answer), "%s",
	    PQntuples(res) > 0 ? PQgetvalue(res, 0, column) : "no row");
	PQclear(res);
	return (answer);
}

static const char *
insert(const char *id, const char *request)
{
	const char *values[] = {
	    id, "etl", "full", request, NULL, "100", "127.0.0.1", NULL, NULL};

	return (call("job_insert", 0, 9, values));
}

static const char *
job_field(const char *id, const char *field)
{
	char sql[256];

	(void)snprintf(sql, sizeof(sql),
	    "select app.job_json(j)::json ->> '%s' from app.job as j "
	    "where job_id = '%s'",
	    field, id);
	return (ask(sql));
}

/* Waits until a field has a value, at most ms. */
static void
await(const char *id, const char *field, const char *value, int ms)
{
	int64_t until = clock_monotonic_ms() + ms;
	const char *now = "";

	while (clock_monotonic_ms() < until) {
		now = job_field(id, field);
		if (strcmp(now, value) == 0)
			return;
		pause_ms(10);
	}
	ck_abort_msg("%s of %s is %s, not %s", field, id, now, value);
}

static void
await_started(int count)
{
	int64_t until = clock_monotonic_ms() + 5000;

	while (script.started < count && clock_monotonic_ms() < until)
		pause_ms(5);
	ck_assert_int_ge(script.started, count);
}

static void
cancel(const char *id, const char *outcome)
{
	const char *values[] = {id};

	ck_assert_str_eq(call("job_cancel", 0, 1, values), outcome);
}

/* ---- runners */

static _Atomic int stop;
static pthread_t runners[2];

static void *
runner_main(void *arg)
{
	(void)runner_loop(arg, &stop);
	return (NULL);
}

static void
start_runners(int count)
{
	int i;

	stop = 0;
	for (i = 0; i < count; i++)
		ck_assert_int_eq(
		    pthread_create(&runners[i], NULL, runner_main, &options),
		    0);
}

static void
stop_runners(int count)
{
	int i;

	stop = 1;
	for (i = 0; i < count; i++)
		ck_assert_int_eq(pthread_join(runners[i], NULL), 0);
}

static void
setup(void)
{
	struct err e;

	memset(&script, 0, sizeof(script));
	script.publishes = true;
	options.job_timeout_seconds = 3600;
	options.job_retention_days = 90;
	options.run = fake_run;
	options.recover = fake_recover;
	ck_assert_msg(
	    db_open(options.conninfo, "test", &db, &e) == 0, "%s", e.text);
	run_sql("delete from app.job;"
		"create table if not exists public.published (n integer);"
		"truncate public.published");
}

static void
teardown(void)
{
	db_close(db);
}

static int
jobs_fixture_main(const char *dir, Suite *(*suite)(void))
{
	struct settings settings = {.data_dir = dir,
	    .job_timeout_seconds = 3600,
	    .job_retention_days = 90};
	SRunner *runner;
	struct err e;
	int failed;

	/* What the runners log of injected faults is no news here. */
	logger_level(LOG_ERROR_ + 1);
	(void)mkdir(dir, 0755);
	if (league_open(&settings, dir, &league, &e) == -1) {
		fprintf(stderr, "%s: %s\n", dir, e.text);
		return (EXIT_FAILURE);
	}
	league_runner(league, &settings, NULL, &options);
	runner = srunner_create(suite());
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	league_close(league);
	return (failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

#endif
