/*
 * sample_workbook: every sheet that the warehouse reads is there.
 */
#include "sample/sample_workbook.h"
#include "unit_sample.h"

static char *
write_book(struct unit_sample *u, const char *part)
{
	struct sample_random r;
	char path[96];
	struct err e;

	sample_random_init(&r, 1, 1);
	for (int i = 0; i < u->league.games_n; i++)
		if (u->league.games[i].played)
			sample_league_throw(
			    &u->league, &u->league.games[i], &r);
	(void)snprintf(path, sizeof(path), "%s/BLB_Tables.xlsx", u->dir);
	ck_assert_int_eq(sample_workbook_write(&u->league, path, &e), 0);
	return (unit_sample_part(path, part));
}

START_TEST(every_sheet_is_there)
{
	static const char *const sheets[] = {"dim_player", "dim_team",
	    "dim_league", "dim_season", "dim_schedule", "dim_playerurlref",
	    "dim_randomnames", "fact_gameroster", "fact_leadership",
	    "fact_registration", "fact_draft", "dim_event_type",
	    "dim_event_detail", "dim_event_detail_2", "dim_play_detail",
	    "dim_play_detail_2"};
	struct unit_sample u;
	char *part, name[64];

	unit_sample_init(&u, 0);
	part = write_book(&u, "xl/workbook.xml");
	for (size_t i = 0; i < sizeof(sheets) / sizeof(sheets[0]); i++) {
		(void)snprintf(name, sizeof(name), "name=\"%s\"", sheets[i]);
		ck_assert_int_eq(unit_sample_count(part, name), 1);
	}
	free(part);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(every_player_has_a_row)
{
	struct unit_sample u;
	char *part;

	unit_sample_init(&u, 0);
	part = write_book(&u, "xl/worksheets/sheet4.xml");
	for (int i = 0; i < u.league.players_n; i++)
		ck_assert_ptr_nonnull(strstr(part, u.league.players[i].id));
	ck_assert_int_eq(
	    unit_sample_count(part, "<row "), u.league.players_n + 1);
	free(part);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_directory_that_is_not_there_is_an_error)
{
	struct unit_sample u;
	struct err e;

	unit_sample_init(&u, 0);
	ck_assert_int_eq(
	    sample_workbook_write(&u.league, "/nowhere/a.xlsx", &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_workbook");
	TCase *c = tcase_create("sample_workbook");

	tcase_add_test(c, every_sheet_is_there);
	tcase_add_test(c, every_player_has_a_row);
	tcase_add_test(c, a_directory_that_is_not_there_is_an_error);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
