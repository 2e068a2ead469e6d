/*
 * Incremental runs of some games: what they touch and what they leave, and
 * what stops them. That they give what a full run gives shows incremental.py.
 */
#include "etl_fixture.h"

static const int left_out[] = {18970};
static char old_events[64];

static const char *
text_of(const char *name)
{
	struct buf text;
	const char *copy;

	buf_init(&text, BUF_MAX_FILE);
	ck_assert_msg(file_read(arena_printf(a, "%s/%s", o.output_dir, name),
			  &text, &e) == 0,
	    "%s", e.text);
	copy = arena_strdup(a, buf_string(&text));
	buf_cleanup(&text);
	return (copy);
}

static const char *
oid(const char *table)
{
	return (ask(
	    arena_printf(a, "select 'warehouse.%s'::regclass::oid", table)));
}

/* Published without one game, which the next run will build. */
static void
setup_without_one(void)
{
	setup();
	o.exclude_game_ids = left_out;
	o.excluded = 1;
	run_well();
	ck_assert_str_eq(games(), "18969 18977");
	(void)snprintf(
	    old_events, sizeof(old_events), "%s", oid("fact_events"));
	o.excluded = 0;
	o.mode = ETL_INCREMENTAL;
}

START_TEST(only_the_new_game_is_built)
{
	const char *team = oid("dim_team"), *season = oid("fact_player_trends");
	int findings;

	run_well();
	ck_assert_str_eq(games(), "18969 18970 18977");
	/* Tables of games and of the league stay, totals are new ones. */
	ck_assert_str_eq(oid("fact_events"), old_events);
	ck_assert_str_eq(oid("dim_team"), team);
	ck_assert_str_ne(oid("fact_player_trends"), season);
	ck_assert_int_eq(seen.tables, result.tables);
	ck_assert_str_eq(
	    ask("select rows - (select count(*) from warehouse.fact_events) "
		"from app.published_table where name = 'fact_events'"),
	    "0");
	findings = seen.findings;
	o.mode = ETL_FULL;
	run_well();
	ck_assert_int_eq(seen.findings, findings);
}
END_TEST

START_TEST(a_game_that_is_gone_leaves_nothing)
{
	run_well();
	o.exclude_game_ids = left_out;
	o.excluded = 1;
	run_well();
	ck_assert_str_eq(games(), "18969 18977");
	ck_assert_str_eq(oid("fact_events"), old_events);
	ck_assert_ptr_null(strstr(text_of("fact_events.csv"), ",18970,"));
	ck_assert_ptr_nonnull(strstr(text_of("fact_events.csv"), ",18977,"));
	ck_assert_str_eq(ask("select count(*) from kept.base_game_tracked "
			     "where game_id = 18970"),
	    "0");
}
END_TEST

/* A game of too few events is not built, but it has a status. */
START_TEST(a_game_that_is_not_built_stands_once)
{
	static const char folder[] = WORK "/raw/games/18971";
	static const char file[] = WORK "/raw/games/18971/18971_save.json";
	int i;

	ck_assert_int_eq(mkdir(folder, 0755), 0);
	for (i = 1; i <= 3; i++) {
		write_text(
		    file, arena_printf(a,
			      "{\"gameId\": 18971, \"homeTeam\": \"Lanterns\", "
			      "\"awayTeam\": \"Bisons\", \"events\": "
			      "[{\"idx\": 0, \"period\": 1, \"type\": "
			      "\"GameStart\"}], "
			      "\"shifts\": [], \"savedAt\": \"2025-12-0%d\"}",
			      i));
		run_well();
		ck_assert_str_eq(ask("select count(*) from "
				     "kept.base_game_tracked "
				     "where game_id = 18971"),
		    "1");
	}
	ck_assert_int_eq(unlink(file), 0);
	ck_assert_int_eq(rmdir(folder), 0);
	run_well();
	ck_assert_str_eq(ask("select count(*) from kept.base_game_tracked "
			     "where game_id = 18971"),
	    "0");
}
END_TEST

START_TEST(a_cancelled_run_of_a_game_changes_nothing)
{
	static const int moments[] = {2, 30, 60, 90, 99};
	const char *before = text_of("fact_events.csv");

	/* How many units it has, shows the first try. */
	seen.stop_at = 1;
	run_badly(ERR_CANCELLED, "cancelled");
	seen.stop_at = seen.all * moments[_i] / 100;
	run_badly(ERR_CANCELLED, "cancelled");
	ck_assert_str_eq(games(), "18969 18977");
	ck_assert_str_eq(text_of("fact_events.csv"), before);
	seen.stop_at = -1;
	seen.refuse = true;
	run_badly(ERR_CONFLICT, "refused");
	ck_assert_str_eq(games(), "18969 18977");
	ck_assert_str_eq(text_of("fact_events.csv"), before);
}
END_TEST

START_TEST(a_file_that_somebody_has_changed_is_written_anew)
{
	const char *right = text_of("dim_team.csv");

	write_text(WORK "/output/dim_team.csv", "mine\n");
	run_well();
	ck_assert_str_eq(text_of("dim_team.csv"), right);
	ck_assert_str_ne(oid("fact_events"), old_events);
	ck_assert_int_eq(unlink(WORK "/output/fact_goalie_game_stats.csv"), 0);
	run_well();
	ck_assert(has_file("fact_goalie_game_stats.csv"));
}
END_TEST

START_TEST(rows_of_a_publication_are_appended_after_a_crash)
{
	const char *text = text_of("dim_team.csv");
	const char *more = arena_printf(
	    a, WORK "/output/.next/dim_team.csv+%zu", strlen(text));

	ck_assert_int_eq(output_begin(o.output_dir, &e), 0);
	write_text(more, "more\n");
	ck_assert_int_eq(output_mark(o.output_dir, version(), false, &e), 0);
	ck_assert_int_eq(etl_recover(&o, &e), 0);
	ck_assert_str_eq(
	    text_of("dim_team.csv"), arena_printf(a, "%smore\n", text));
	/* Not what was published: the next run builds everything. */
	run_well();
	ck_assert_str_eq(text_of("dim_team.csv"), text);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("etl of games");
	TCase *t = tcase_create("etl of games");

	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup_without_one, teardown);
	tcase_add_test(t, only_the_new_game_is_built);
	tcase_add_test(t, a_game_that_is_gone_leaves_nothing);
	tcase_add_test(t, a_game_that_is_not_built_stands_once);
	tcase_add_loop_test(t, a_cancelled_run_of_a_game_changes_nothing, 0, 5);
	tcase_add_test(t, a_file_that_somebody_has_changed_is_written_anew);
	tcase_add_test(t, rows_of_a_publication_are_appended_after_a_crash);
	suite_add_tcase(s, t);
	return (s);
}

int
main(void)
{
	return (run_suite(suite()));
}
