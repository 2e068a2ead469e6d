/*
 * etl_fixture: what the tests of whole runs share: an invented league on a
 * real PostgreSQL, hooks that note and interfere, questions to the database.
 */
#ifndef TESTS_ETL_FIXTURE_H
#define TESTS_ETL_FIXTURE_H

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/logger.h"
#include "core/settings.h"
#include "db/db.h"
#include "etl/etl.h"
#include "etl/output.h"
#include "io/file.h"
#include "jobs/league.h"
#include "sample/sample.h"
#include "unit/unit.h"

#define WORK "build/test-etl"
#define SEED 7

static struct league *league;
static struct runner_options where;
static PGconn *db;
static struct arena *a;
static struct etl_options o;
static struct etl_result result;
static struct err e;

/* What the hooks have seen, and what they do. */
static struct {
	int done, all, fell; /* progress; how often it fell */
	int stop_at;	     /* done units from which on we stop; -1 */
	int reused, read;    /* files */
	int tables;	     /* completed */
	int findings;
	char kind[64];	    /* of the last finding */
	char json[4096];    /* of the result */
	bool refuse;	    /* the publish hook fails */
	int64_t stopped_ms; /* since when we want to stop; 0: not yet */
	PGconn *reader;	    /* ends its transaction when waited for */
	int waits;
} seen;

/* ---- hooks */

static bool
stopped(void *arg)
{
	(void)arg;
	if (seen.stop_at < 0 || seen.all == 0 || seen.done < seen.stop_at)
		return (false);
	if (seen.stopped_ms == 0)
		seen.stopped_ms = clock_monotonic_ms();
	return (true);
}

static void
progress(void *arg, int done, int all, const char *step)
{
	(void)arg;
	ck_assert_ptr_nonnull(step);
	seen.fell += done < seen.done;
	seen.done = done;
	seen.all = all;
}

static void
step(void *arg, const struct etl_step *s)
{
	(void)arg;
	if (s->state != ETL_STEP_COMPLETED)
		return;
	seen.tables += s->kind == ETL_TABLE;
	seen.read += s->kind == ETL_READ;
	seen.reused += s->kind == ETL_READ && s->reused;
}

static void
log_line(void *arg, enum etl_level level, const char *name, const char *message)
{
	(void)arg;
	(void)level;
	(void)name;
	if (strstr(message, "waiting for readers") == NULL)
		return;
	if (++seen.waits == 1)
		ck_assert_int_eq(db_script(seen.reader, "commit", &e), 0);
}

static void
finding(void *arg, const struct etl_finding *f)
{
	(void)arg;
	seen.findings++;
	(void)snprintf(seen.kind, sizeof(seen.kind), "%s", f->kind);
}

static int
publish(void *arg, PGconn *conn, const char *json, struct err *why)
{
	(void)arg;
	(void)snprintf(seen.json, sizeof(seen.json), "%s", json);
	if (seen.refuse)
		return (err_set(why, ERR_CONFLICT, "refused"));
	return (db_script(conn, "insert into public.done values (1)", why));
}

static const struct etl_hooks hooks = {.stopped = stopped,
    .progress = progress,
    .step = step,
    .log = log_line,
    .finding = finding,
    .publish = publish};

/* ---- questions */

/* The first value of a query, in the arena. */
static const char *
ask(const char *sql)
{
	PGresult *res = PQexec(db, sql);
	const char *text;

	ck_assert_msg(
	    PQresultStatus(res) == PGRES_TUPLES_OK, "%s", PQerrorMessage(db));
	text = PQntuples(res) == 0 ? "nothing"
				   : arena_strdup(a, PQgetvalue(res, 0, 0));
	PQclear(res);
	return (text);
}

static const char *
games(void)
{
	return (ask("select string_agg(distinct game_id::text, ' ' order by "
		    "game_id::text) from warehouse.fact_events"));
}

static const char *
version(void)
{
	return (ask("select data_version from app.publication"));
}

static const char *
builds(void)
{
	return (ask("select count(*) from pg_namespace "
		    "where nspname like 'build%'"));
}

static bool
has_file(const char *name)
{
	return (
	    access(arena_printf(a, "%s/%s", o.output_dir, name), F_OK) == 0);
}

static void
write_text(const char *path, const char *text)
{
	ck_assert_msg(
	    file_write(path, text, strlen(text), &e) == 0, "%s", e.text);
}

/* ---- a run */

static int
run(void)
{
	memset(&result, 0, sizeof(result));
	seen.done = seen.all = seen.fell = seen.read = seen.reused = 0;
	seen.tables = seen.findings = seen.waits = 0;
	seen.stopped_ms = 0;
	seen.json[0] = seen.kind[0] = '\0';
	err_clear(&e);
	return (etl_run(&o, &hooks, &result, &e));
}

static void
run_well(void)
{
	ck_assert_msg(run() == 0, "%s", e.text);
	ck_assert_int_eq(seen.done, seen.all);
	ck_assert_int_eq(seen.fell, 0);
	ck_assert_str_eq(builds(), "0");
	ck_assert(!has_file(OUTPUT_NEXT));
}

/* A run that fails and leaves everything as it was. */
static void
run_badly(enum err_code code, const char *text)
{
	const char *before = version();

	ck_assert_int_eq(run(), -1);
	ck_assert_msg(e.code == code && strstr(e.text, text) != NULL, "%s: %s",
	    err_name(e.code), e.text);
	ck_assert_str_eq(version(), before);
	ck_assert_str_eq(builds(), "0");
	ck_assert(!has_file(OUTPUT_NEXT));
}

static void
setup(void)
{
	a = arena_new();
	memset(&seen, 0, sizeof(seen));
	seen.stop_at = -1;
	o = (struct etl_options){.conninfo = where.conninfo,
	    .input_dir = WORK "/raw",
	    .output_dir = WORK "/output",
	    .sql_dir = where.sql_dir,
	    .seeds_dir = where.seeds_dir,
	    .run_id = "test-1",
	    .use_cache = true,
	    .connections = 2};
	ck_assert_int_eq(db_open(where.conninfo, "test", &db, &e), 0);
	ck_assert_int_eq(
	    db_script(
		db, "create table if not exists public.done (n integer)", &e),
	    0);
	/* Each test stands on its own, on a full publication. */
	if (strcmp(version(), "nothing") == 0 || strcmp(games(), "") == 0)
		run_well();
}

static void
teardown(void)
{
	db_close(db);
	arena_free(a);
}

/* ---- the league that all tests share */

static int
prepare(struct settings *settings)
{
	const struct sample_options sample = {
	    .games = 3, .seed = SEED, .dir = WORK "/raw"};
	struct sample_summary ignored;

	/* A PostgreSQL that a killed test has left must not lose its files. */
	(void)mkdir(WORK, 0755);
	if (league_open(settings, WORK "/raw", &league, &e) == 0)
		league_close(league);
	if (file_remove_tree("build", strrchr(WORK, '/') + 1, &e) == -1 ||
	    mkdir(WORK, 0755) == -1 ||
	    sample_write(&sample, &ignored, &e) == -1 ||
	    league_open(settings, WORK "/raw", &league, &e) == -1)
		return (-1);
	league_runner(league, settings, NULL, &where);
	return (0);
}

/* Runs a suite on the league; the program's exit status. */
static int
run_suite(Suite *suite)
{
	struct settings settings = {.data_dir = WORK};
	SRunner *runner;
	int failed;

	logger_level(LOG_ERROR_ + 1);
	if (prepare(&settings) == -1) {
		fprintf(stderr, "%s: %s\n", WORK, e.text);
		return (EXIT_FAILURE);
	}
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	league_close(league);
	return (failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

#endif
