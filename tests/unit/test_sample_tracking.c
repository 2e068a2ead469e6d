/*
 * sample_tracking: the columns of each layout, a row for each player.
 */
#include "sample/sample_tracking.h"
#include "unit_sample.h"

static char *
write_game(struct unit_sample *u, int k, const char *part)
{
	struct sample_game *g = unit_sample_play(u, k);
	char path[96];
	struct err e;

	(void)snprintf(path, sizeof(path), "%s/%d.xlsx", u->dir, k);
	ck_assert_int_eq(
	    sample_tracking_write(&u->league, g, &u->tape, path, &e), 0);
	return (unit_sample_part(path, part));
}

START_TEST(each_layout_has_its_columns)
{
	static const struct {
		int k;
		const char *part;
		const char *has[3], *lacks[2];
	} cases[] = {
	    {0, "xl/sharedStrings.xml",
		{">event_type_<", ">Type<", ">event_team_player_1<"},
		{">event_type<", ">event_player_1<"}},
	    {1, "xl/worksheets/sheet1.xml",
		{">event_type_<", ">team_<", ">event_player_1<"},
		{">event_team_player_1<", ">Pass_Completed<"}},
	    {2, "xl/worksheets/sheet1.xml",
		{">event_type<", ">event_player_1<", ">Pass_Completed<"},
		{">event_type_<", ">team_<"}},
	};
	struct unit_sample u;

	unit_sample_init(&u, 4);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *part = write_game(&u, cases[i].k, cases[i].part);

		for (int n = 0; n < 3; n++)
			ck_assert_msg(strstr(part, cases[i].has[n]) != NULL,
			    "%s", cases[i].has[n]);
		for (int n = 0; n < 2; n++)
			ck_assert_msg(strstr(part, cases[i].lacks[n]) == NULL,
			    "%s", cases[i].lacks[n]);
		free(part);
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(an_event_has_a_row_for_each_of_its_players_or_one)
{
	struct unit_sample u;
	char *part;
	int rows = 1;

	unit_sample_init(&u, 4);
	part = write_game(&u, 2, "xl/worksheets/sheet1.xml");
	for (int i = 0; i < u.tape.events_n; i++)
		rows += u.tape.events[i].actors_n > 0
			    ? u.tape.events[i].actors_n
			    : 1;
	ck_assert_int_eq(unit_sample_count(part, "<row "), rows);
	free(part);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_game_that_cannot_be_written_is_an_error)
{
	struct unit_sample u;
	struct err e;

	unit_sample_init(&u, 4);
	ck_assert_int_eq(
	    sample_tracking_write(&u.league, unit_sample_play(&u, 2), &u.tape,
		"/nowhere/a.xlsx", &e),
	    -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_tracking");
	TCase *c = tcase_create("sample_tracking");

	tcase_add_test(c, each_layout_has_its_columns);
	tcase_add_test(c, an_event_has_a_row_for_each_of_its_players_or_one);
	tcase_add_test(c, a_game_that_cannot_be_written_is_an_error);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
