/*
 * sample_league: ids of the examples in the API, a schedule without clashes.
 */
#include "unit_sample.h"

START_TEST(the_examples_of_the_api_find_their_game_and_players)
{
	struct unit_sample u;
	struct sample_game *g;

	unit_sample_init(&u, 4);
	g = unit_sample_game(&u, 0);
	ck_assert_int_eq(g->id, 18969);
	ck_assert_str_eq(
	    u.league.teams[g->team[SAMPLE_HOME]].long_name, "Team A");
	ck_assert_str_eq(
	    u.league.teams[g->team[SAMPLE_AWAY]].long_name, "Team B");
	ck_assert_int_eq(unit_sample_game(&u, 1)->id, 18977);
	for (int p = 0; p < 3; p++) {
		ck_assert_int_eq(u.league.players[p].team, 0);
		ck_assert_int_eq(u.league.players[p].position, 'F');
	}
	ck_assert_str_eq(u.league.players[2].id, "P100003");
	ck_assert_str_eq(u.league.seasons[0].id, "N20242025F");
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(the_first_four_games_show_every_layout_and_nothing_odd)
{
	struct unit_sample u;
	bool seen[4] = {false};

	unit_sample_init(&u, 4);
	for (int k = 0; k < 4; k++) {
		seen[unit_sample_game(&u, k)->layout] = true;
		ck_assert_int_eq(unit_sample_game(&u, k)->oddity, SAMPLE_PLAIN);
	}
	for (int i = 0; i < 4; i++)
		ck_assert(seen[i]);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(as_many_games_are_tracked_as_asked_for_and_no_id_is_twice)
{
	static const unsigned sizes[] = {0, 1, 9, 40, 1000};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct unit_sample u;
		unsigned tracked = 0, playoffs = 0, unplayed = 0;

		unit_sample_init(&u, sizes[i]);
		for (int a = 0; a < u.league.games_n; a++) {
			const struct sample_game *g = &u.league.games[a];

			tracked += g->tracked >= 0;
			playoffs += g->tracked >= 0 && g->round != NULL;
			unplayed += !g->played;
			ck_assert(g->played || g->tracked < 0);
			ck_assert_int_ne(g->team[0], g->team[1]);
			for (int b = 0; b < a; b++)
				ck_assert_int_ne(g->id, u.league.games[b].id);
		}
		ck_assert_uint_eq(tracked, sizes[i]);
		ck_assert_uint_eq(playoffs, sizes[i] / 10);
		ck_assert_uint_gt(unplayed, 0);
		unit_sample_cleanup(&u);
	}
}
END_TEST

START_TEST(a_number_is_worn_once_in_a_team)
{
	struct unit_sample u;

	unit_sample_init(&u, 1000);
	for (int a = 0; a < u.league.players_n; a++)
		for (int b = 0; b < a; b++)
			ck_assert(u.league.players[a].team !=
				      u.league.players[b].team ||
				  u.league.players[a].number !=
				      u.league.players[b].number);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_league");
	TCase *c = tcase_create("sample_league");

	tcase_add_test(c, the_examples_of_the_api_find_their_game_and_players);
	tcase_add_test(
	    c, the_first_four_games_show_every_layout_and_nothing_odd);
	tcase_add_test(
	    c, as_many_games_are_tracked_as_asked_for_and_no_id_is_twice);
	tcase_add_test(c, a_number_is_worn_once_in_a_team);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
