/*
 * sample_schedule: a row for every game and for everybody dressed.
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

START_TEST(every_game_has_a_row_and_games_to_come_no_score)
{
	struct unit_sample u;
	char *part, id[32];
	int unplayed = 0, rows;

	unit_sample_init(&u, 0);
	part = write_book(&u, "xl/worksheets/sheet7.xml");
	rows = unit_sample_count(part, "<row ");
	ck_assert_int_eq(rows, u.league.games_n + 1);
	for (int i = 0; i < u.league.games_n; i++) {
		(void)snprintf(
		    id, sizeof(id), "games/%d<", u.league.games[i].id);
		ck_assert_ptr_nonnull(strstr(part, id));
		unplayed += !u.league.games[i].played;
	}
	/* Column U is home_total_goals; the header has it too. */
	ck_assert_int_eq(unit_sample_count(part, "<c r=\"U"), rows - unplayed);
	free(part);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(everybody_dressed_has_a_row)
{
	struct unit_sample u;
	char *part;
	int dressed = 0;

	unit_sample_init(&u, 0);
	part = write_book(&u, "xl/worksheets/sheet8.xml");
	for (int i = 0; i < u.league.games_n; i++)
		dressed += u.league.games[i].dressed_n;
	ck_assert_int_eq(unit_sample_count(part, "<row "), dressed + 1);
	free(part);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_schedule");
	TCase *c = tcase_create("sample_schedule");

	tcase_add_test(c, every_game_has_a_row_and_games_to_come_no_score);
	tcase_add_test(c, everybody_dressed_has_a_row);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
