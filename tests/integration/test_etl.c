/*
 * test_etl: whole runs on a real PostgreSQL and an invented league: modes,
 * selections, what is published, and that nothing is left of what fails.
 */
#include <limits.h>

#include "integration/etl_fixture.h"

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

/* Columns of published tables without a comment. */
static const char *
silent_columns(void)
{
	return (ask("select count(*)::text from pg_attribute as a join "
		    "pg_class as c on c.oid = a.attrelid where "
		    "c.relnamespace = 'warehouse'::regnamespace and "
		    "c.relkind = 'r' and a.attnum > 0 and "
		    "col_description(c.oid, a.attnum) is null"));
}

START_TEST(tables_and_columns_say_what_they_are)
{
	const int out[] = {18977};

	run_well();
	ck_assert_str_eq(silent_columns(), "0");
	ck_assert_ptr_nonnull(
	    strstr(ask("select obj_description("
		       "'warehouse.fact_events'::regclass, 'pg_class')"),
		" Grain: one row per event"));
	o.mode = ETL_INCREMENTAL;
	o.exclude_game_ids = out;
	o.excluded = 1;
	run_well();
	ck_assert_str_eq(games(), "18969 18970");
	ck_assert_str_eq(silent_columns(), "0");
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
	ck_assert_int_lt(clock_monotonic_ms() - seen.stopped_ms, 1000);
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

/* A new folder of links to the files of another, but for one name. */
static void
link_files(const char *from, const char *to, const char *but)
{
	const char **names;
	size_t i, n;

	ck_assert_int_eq(mkdir(to, 0755), 0);
	ck_assert_int_eq(file_list(a, from, &names, &n, &e), 0);
	for (i = 0; i < n; i++) {
		if (strcmp(names[i], but) != 0)
			ck_assert_int_eq(
			    symlink(arena_printf(a, "%s/%s", from, names[i]),
				arena_printf(a, "%s/%s", to, names[i])),
			    0);
	}
}

/* A copy of sql/ by links, in which one file is another one or new. */
static void
with_file(const char *folder, const char *name, const char *text)
{
	static const char *const shared[] = {
	    "comments", "contract", "findings", "functions", "base"};
	static char full[PATH_MAX];
	const char *dir = WORK "/sql", **areas;
	char *but = arena_printf(a, "%s.sql", name);
	size_t i, n;

	ck_assert_int_eq(file_remove_tree(WORK, "sql", &e), 0);
	ck_assert_int_eq(mkdir(dir, 0755), 0);
	ck_assert_ptr_nonnull(realpath(where.sql_dir, full));
	for (i = 0; i < sizeof(shared) / sizeof(shared[0]); i++)
		link_files(arena_printf(a, "%s/%s", full, shared[i]),
		    arena_printf(a, "%s/%s", dir, shared[i]), but);
	ck_assert_int_eq(mkdir(arena_printf(a, "%s/warehouse", dir), 0755), 0);
	ck_assert_int_eq(
	    file_list(a, arena_printf(a, "%s/warehouse", full), &areas, &n, &e),
	    0);
	for (i = 0; i < n; i++)
		link_files(arena_printf(a, "%s/warehouse/%s", full, areas[i]),
		    arena_printf(a, "%s/warehouse/%s", dir, areas[i]), but);
	(void)mkdir(arena_printf(a, "%s/%s", dir, folder), 0755);
	write_text(arena_printf(a, "%s/%s/%s", dir, folder, but), text);
	o.sql_dir = dir;
}

static const struct {
	const char *folder, *name, *text;
	enum err_code code;
	const char *error, *kind;
} mistakes[] = {
    {"base", "base_wrong",
	"-- base_wrong: x\n-- by: game\nselect nothing from base_game",
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
    {"warehouse/rink", "fact_shot_xy",
	"-- fact_shot_xy: x\n-- grain: x\n-- key: k\nselect 1 as k",
	ERR_UNEXPECTED, "fact_shot_xy: column 1 is k, not ",
	"contract_columns"},
    {"base", "base_total", "-- base_total: x\nselect * from base_game",
	ERR_CONFIG, "of all games, but reads base_game, which is not kept", ""},
    {"base", "base_strange",
	"-- base_strange: x\n-- by: game\nselect * from fact_player_trends",
	ERR_CONFIG,
	"by game, but reads fact_player_trends, which is of all games", ""},
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

START_TEST(words_that_have_changed_are_published_by_an_incremental_run)
{
	const char *path = WORK "/sql/comments/league.csv";

	run_well();
	with_file("comments", "beside", "");
	ck_assert_int_eq(unlink(path), 0);
	write_text(
	    path, "table,column,comment\ndim_league,league,New words.\n");
	o.mode = ETL_INCREMENTAL;
	run_well();
	ck_assert_str_eq(
	    ask("select col_description('warehouse.dim_league'::regclass, 2)"),
	    "New words.");
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
	tcase_add_test(t, tables_and_columns_say_what_they_are);
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
	    t, words_that_have_changed_are_published_by_an_incremental_run);
	tcase_add_test(
	    t, a_claim_that_does_not_hold_is_a_finding_of_a_test_run);
	tcase_add_test(t, a_killed_run_is_put_right);
	tcase_add_test(t, files_of_a_publication_are_renamed_after_a_crash);
	tcase_add_test(t, a_database_that_is_away_is_an_error_of_the_database);
	suite_add_tcase(s, t);
	return (s);
}

int
main(void)
{
	return (run_suite(suite()));
}
