/*
 * test_etl: whole runs on a real PostgreSQL and an invented league: modes,
 * selections, what is published, and that nothing is left of what fails.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
	char kind[64];	 /* of the last finding */
	char json[4096]; /* of the result */
	bool refuse;	 /* the publish hook fails */
	PGconn *reader;	 /* ends its transaction when waited for */
	int waits;
} seen;

/* ---- hooks */

static bool
stopped(void *arg)
{
	(void)arg;
	return (seen.stop_at >= 0 && seen.all > 0 && seen.done >= seen.stop_at);
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

/* ---- tests */

START_TEST(a_full_run_publishes_tables_and_files)
{
	struct stat st;

	run_well();
	ck_assert_int_eq(result.tables, seen.tables);
	ck_assert_int_eq(result.games, 3);
	ck_assert_str_eq(games(), "18969 18970 18977");
	ck_assert_str_eq(version(), result.data_version);
	ck_assert_int_eq(stat(WORK "/output/fact_events.csv", &st), 0);
	ck_assert_int_gt(st.st_size, 1000);
	ck_assert_str_eq(ask("select count(*)::text from pg_tables where "
			     "schemaname = 'warehouse' and tablename like "
			     "'base%'"),
	    "0");
	ck_assert_str_eq(ask("select count(*)::text from pg_proc where "
			     "pronamespace = 'warehouse'::regnamespace"),
	    "0");
	ck_assert_ptr_nonnull(
	    strstr(seen.json, "\"games\":[18969,18970,18977]"));
	ck_assert_ptr_nonnull(strstr(seen.json, result.data_version));
	ck_assert_str_eq(ask("select games::text from app.publication"),
	    "{18969,18970,18977}");
}
END_TEST

START_TEST(unchanged_files_are_not_read_again)
{
	run_well();
	run_well();
	ck_assert_int_gt(seen.read, 3);
	ck_assert_int_eq(seen.reused, seen.read);
	o.use_cache = false;
	run_well();
	ck_assert_int_eq(seen.reused, 0);
}
END_TEST

START_TEST(a_selection_narrows_a_full_run)
{
	const int one[] = {18970}, out[] = {18969, 18977};

	o.game_ids = one;
	o.games = 1;
	run_well();
	ck_assert_str_eq(games(), "18970");
	o.game_ids = NULL;
	o.exclude_game_ids = out;
	o.excluded = 2;
	run_well();
	ck_assert_str_eq(games(), "18970");
	o.exclude_game_ids = NULL;
	o.excluded = 0;
	run_well();
	ck_assert_str_eq(games(), "18969 18970 18977");
}
END_TEST

START_TEST(a_single_run_keeps_the_other_games)
{
	const int one[] = {18970}, two[] = {18969, 18970}, other[] = {18977};
	const char *rows;

	o.game_ids = two;
	o.games = 2;
	run_well();
	rows = ask("select md5(string_agg(e::text, '' order by event_id)) "
		   "from warehouse.fact_events e where game_id = 18969");
	o.mode = ETL_SINGLE;
	o.game_ids = other;
	o.games = 1;
	run_well();
	ck_assert_str_eq(games(), "18969 18970 18977");
	o.game_ids = one;
	run_well();
	ck_assert_str_eq(games(), "18969 18970 18977");
	ck_assert_str_eq(
	    ask("select md5(string_agg(e::text, '' order by event_id)) "
		"from warehouse.fact_events e where game_id = 18969"),
	    rows);
}
END_TEST

START_TEST(a_kept_game_is_read_again_when_the_cache_has_lost_it)
{
	const int one[] = {18970};

	run_well();
	ck_assert_int_eq(db_script(db,
			     "do $$ declare t text; begin for t in select "
			     "tablename from pg_tables where schemaname = "
			     "'raw' loop execute format('truncate raw.%I', t);"
			     " end loop; end $$",
			     &e),
	    0);
	o.mode = ETL_SINGLE;
	o.game_ids = one;
	o.games = 1;
	run_well();
	ck_assert_str_eq(games(), "18969 18970 18977");
}
END_TEST

START_TEST(a_game_without_input_is_named)
{
	const int ids[] = {18969, 1};

	o.game_ids = ids;
	o.games = 2;
	run_badly(ERR_INPUT, "Game 1: no tracking data");
	o.mode = ETL_SINGLE;
	run_badly(ERR_INPUT, "Game 1: no tracking data");
	/* An exclusion wins, so nobody asks for that game any more. */
	o.mode = ETL_FULL;
	o.exclude_game_ids = &ids[1];
	o.excluded = 1;
	run_well();
	o.exclude_game_ids = NULL;
	o.excluded = 0;
	o.game_ids = NULL;
	run_well();
}
END_TEST

START_TEST(a_missing_directory_is_named)
{
	o.input_dir = WORK "/nowhere";
	run_badly(ERR_INPUT, "the league workbook BLB_Tables.xlsx is missing");
}
END_TEST

START_TEST(a_test_run_reports_and_writes_nothing)
{
	const char *before = version();

	o.mode = ETL_TEST;
	o.output_dir = WORK "/never";
	ck_assert_msg(run() == 0, "%s", e.text);
	ck_assert_int_eq(seen.done, seen.all);
	ck_assert_int_eq(result.tables, 0);
	ck_assert_str_eq(version(), before);
	ck_assert_str_eq(builds(), "0");
	ck_assert_int_eq(access(WORK "/never", F_OK), -1);
	ck_assert_ptr_nonnull(strstr(seen.json, "\"tables_created\":0"));
	ck_assert_msg(strstr(seen.json, "check_failed") == NULL &&
			  strstr(seen.json, "foreign_key") == NULL,
	    "%s", seen.json);
}
END_TEST

START_TEST(an_incremental_run_builds_all_games)
{
	o.mode = ETL_INCREMENTAL;
	run_well();
	ck_assert_str_eq(games(), "18969 18970 18977");
}
END_TEST

START_TEST(a_wipe_removes_strange_files)
{
	write_text(WORK "/output/strange.csv", "x");
	run_well();
	ck_assert(has_file("strange.csv"));
	o.wipe = true;
	run_well();
	ck_assert(!has_file("strange.csv"));
	ck_assert(has_file("fact_events.csv"));
}
END_TEST

/* Shares of the way, in per cent, at which somebody cancels. */
static const int moments[] = {0, 5, 40, 63, 90, 99};

START_TEST(a_cancelled_run_changes_nothing)
{
	int all;

	run_well();
	all = seen.all;
	seen.stop_at = all * moments[_i] / 100;
	run_badly(ERR_CANCELLED, "cancelled");
	seen.stop_at = -1;
}
END_TEST

START_TEST(a_publication_that_the_job_refuses_is_rolled_back)
{
	seen.refuse = true;
	run_badly(ERR_CONFLICT, "refused");
}
END_TEST

START_TEST(readers_of_the_old_tables_are_waited_for)
{
	ck_assert_int_eq(
	    db_open(where.conninfo, "reader", &seen.reader, &e), 0);
	ck_assert_int_eq(
	    db_script(seen.reader,
		"begin; select count(*) from warehouse.dim_team", &e),
	    0);
	run_well();
	ck_assert_int_ge(seen.waits, 1);
	db_close(seen.reader);
}
END_TEST

/* ---- files of sql/ that are wrong */

/* A copy of sql/ by links, with one more file in it. */
static void
with_file(const char *folder, const char *name, const char *text)
{
	static const char *const shared[] = {
	    "contract", "findings", "functions"};
	const char *dir = WORK "/sql", *full;
	const char *const folders[] = {"base", "warehouse", folder};
	const char **names;
	size_t i, k, n;

	ck_assert_int_eq(file_remove_tree(WORK, "sql", &e), 0);
	ck_assert_int_eq(mkdir(dir, 0755), 0);
	full = realpath(where.sql_dir, NULL);
	for (i = 0; i < 3; i++)
		ck_assert_int_eq(
		    symlink(arena_printf(a, "%s/%s", full, shared[i]),
			arena_printf(a, "%s/%s", dir, shared[i])),
		    0);
	for (i = 0; i < 2; i++) {
		ck_assert_int_eq(
		    mkdir(arena_printf(a, "%s/%s", dir, folders[i]), 0755), 0);
		ck_assert_int_eq(
		    file_list(a, arena_printf(a, "%s/%s", full, folders[i]),
			&names, &n, &e),
		    0);
		for (k = 0; k < n; k++)
			ck_assert_int_eq(
			    symlink(arena_printf(a, "%s/%s/%s", full,
					folders[i], names[k]),
				arena_printf(
				    a, "%s/%s/%s", dir, folders[i], names[k])),
			    0);
	}
	(void)mkdir(arena_printf(a, "%s/%s", dir, folder), 0755);
	write_text(arena_printf(a, "%s/%s/%s.sql", dir, folder, name), text);
	o.sql_dir = dir;
}

static const struct {
	const char *folder, *name, *text;
	enum err_code code;
	const char *error, *kind;
} mistakes[] = {
    {"base", "base_wrong", "-- base_wrong: x\nselect nothing from base_game",
	ERR_DATABASE, "base_wrong: column \"nothing\" does not exist", ""},
    {"base", "base_twice",
	"-- base_twice: x\n-- key: k\nselect 1 as k, n from "
	"generate_series(1, 3) as n",
	ERR_INPUT, "base_twice: 3 rows without a key of their own, e.g. 1",
	"primary_key"},
    {"base", "base_null",
	"-- base_null: x\n-- key: k\nselect null::integer as k", ERR_INPUT,
	"base_null: 1 rows without a key of their own, e.g. ", "primary_key"},
    {"warehouse/zz", "fact_strange",
	"-- fact_strange: x\n-- grain: x\n-- key: k\nselect 1 as k",
	ERR_UNEXPECTED, "fact_strange: no table of the contract", ""},
    {"warehouse/zz", "fact_wowy",
	"-- fact_wowy: x\n-- grain: x\n-- key: k\nselect 1 as k",
	ERR_UNEXPECTED, "fact_wowy: column 1 is k, not ", "contract_columns"},
    {"base", "base_circle", "-- base_circle: x\nselect * from base_circle_2",
	ERR_NONE, "", ""},
    {"base", "base_seed", "-- base_seed: x\n-- seed: nowhere.csv\n", ERR_CONFIG,
	"nowhere.csv", ""},
};

START_TEST(a_wrong_table_stops_the_run_by_name)
{
	with_file(mistakes[_i].folder, mistakes[_i].name, mistakes[_i].text);
	if (mistakes[_i].code == ERR_NONE) {
		write_text(WORK "/sql/base/base_circle_2.sql",
		    "-- base_circle_2: x\nselect * from base_circle");
		run_badly(ERR_CONFIG,
		    "cycle: base_circle -> base_circle_2 -> base_circle");
		return;
	}
	run_badly(mistakes[_i].code, mistakes[_i].error);
	ck_assert_str_eq(seen.kind, mistakes[_i].kind);
}
END_TEST

START_TEST(a_claim_that_does_not_hold_is_a_finding_of_a_test_run)
{
	with_file("checks", "dim_team__none",
	    "-- dim_team__none: there are no teams.\n"
	    "select team_id from dim_team");
	o.mode = ETL_TEST;
	ck_assert_msg(run() == 0, "%s", e.text);
	ck_assert_ptr_nonnull(strstr(seen.json, "\"check_failed\":1"));
	with_file("checks", "dim_team__wrong",
	    "-- dim_team__wrong: no SQL.\nselect nothing");
	ck_assert_int_eq(run(), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "dim_team__wrong: "));
	ck_assert_str_eq(builds(), "0");
}
END_TEST

/* ---- what a killed run leaves */

START_TEST(a_killed_run_is_put_right)
{
	run_well();
	ck_assert_int_eq(db_script(db,
			     "create schema build_dead; create table "
			     "build_dead.t (n integer); "
			     "create schema build_dead_old",
			     &e),
	    0);
	ck_assert_int_eq(output_begin(o.output_dir, &e), 0);
	write_text(WORK "/output/.next/late.csv", "late");
	ck_assert_int_eq(output_mark(o.output_dir, "another", false, &e), 0);
	ck_assert_int_eq(etl_recover(&o, &e), 0);
	ck_assert_str_eq(builds(), "0");
	ck_assert(!has_file(OUTPUT_NEXT));
	ck_assert(!has_file("late.csv"));
}
END_TEST

START_TEST(files_of_a_publication_are_renamed_after_a_crash)
{
	run_well();
	ck_assert_int_eq(output_begin(o.output_dir, &e), 0);
	write_text(WORK "/output/.next/late.csv", "late");
	ck_assert_int_eq(output_mark(o.output_dir, version(), false, &e), 0);
	ck_assert_int_eq(etl_recover(&o, &e), 0);
	ck_assert(has_file("late.csv"));
	ck_assert(!has_file(OUTPUT_NEXT));
	ck_assert_int_eq(etl_recover(&o, &e), 0);
}
END_TEST

START_TEST(a_database_that_is_away_is_an_error_of_the_database)
{
	o.conninfo = "host=/nowhere";
	ck_assert_int_eq(run(), -1);
	ck_assert_int_eq(e.code, ERR_DATABASE);
	ck_assert_int_eq(etl_recover(&o, &e), -1);
	ck_assert_int_eq(e.code, ERR_DATABASE);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("etl");
	TCase *t = tcase_create("etl");

	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_full_run_publishes_tables_and_files);
	tcase_add_test(t, unchanged_files_are_not_read_again);
	tcase_add_test(t, a_selection_narrows_a_full_run);
	tcase_add_test(t, a_single_run_keeps_the_other_games);
	tcase_add_test(t, a_kept_game_is_read_again_when_the_cache_has_lost_it);
	tcase_add_test(t, a_game_without_input_is_named);
	tcase_add_test(t, a_missing_directory_is_named);
	tcase_add_test(t, a_test_run_reports_and_writes_nothing);
	tcase_add_test(t, an_incremental_run_builds_all_games);
	tcase_add_test(t, a_wipe_removes_strange_files);
	tcase_add_loop_test(t, a_cancelled_run_changes_nothing, 0,
	    sizeof(moments) / sizeof(moments[0]));
	tcase_add_test(t, a_publication_that_the_job_refuses_is_rolled_back);
	tcase_add_test(t, readers_of_the_old_tables_are_waited_for);
	tcase_add_loop_test(t, a_wrong_table_stops_the_run_by_name, 0,
	    sizeof(mistakes) / sizeof(mistakes[0]));
	tcase_add_test(
	    t, a_claim_that_does_not_hold_is_a_finding_of_a_test_run);
	tcase_add_test(t, a_killed_run_is_put_right);
	tcase_add_test(t, files_of_a_publication_are_renamed_after_a_crash);
	tcase_add_test(t, a_database_that_is_away_is_an_error_of_the_database);
	suite_add_tcase(s, t);
	return (s);
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

int
main(void)
{
	struct settings settings = {.data_dir = WORK};
	SRunner *runner;
	int failed;

	logger_level(LOG_ERROR_ + 1);
	if (prepare(&settings) == -1) {
		fprintf(stderr, "%s: %s\n", WORK, e.text);
		return (EXIT_FAILURE);
	}
	runner = srunner_create(suite());
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	league_close(league);
	return (failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}
