/*
 * sample_dress: enough players with numbers of their own, box scores that add
 * up.
 */
#include "unit_sample.h"

static void
check_side(const struct sample_game *g, enum sample_side side)
{
	int n[3] = {0}, goals = 0, assists = 0;

	for (int i = 0; i < g->dressed_n; i++) {
		const struct sample_dress *d = &g->dressed[i];

		if (d->side != side)
			continue;
		n[d->position == 'F' ? 0 : d->position == 'D' ? 1 : 2]++;
		goals += d->goals;
		assists += d->assists;
		for (int k = 0; k < i; k++)
			ck_assert(g->dressed[k].side != side ||
				  g->dressed[k].number != d->number);
		if (d->position == 'G')
			ck_assert_int_eq(d->goals_against, g->score[1 - side]);
	}
	ck_assert_int_ge(n[0], 9);
	ck_assert_int_ge(n[1], 4);
	ck_assert_int_eq(n[2], 1);
	ck_assert_int_eq(goals, g->score[side]);
	ck_assert_int_le(assists, 2 * goals);
	goals = 0;
	for (int p = 0; p < 4; p++)
		goals += g->period_goals[side][p];
	ck_assert_int_eq(goals, g->score[side]);
}

START_TEST(box_scores_add_up_to_the_score)
{
	struct unit_sample u;
	struct sample_random r;

	unit_sample_init(&u, 0);
	sample_random_init(&r, 1, 1);
	for (int i = 0; i < u.league.games_n; i++) {
		struct sample_game *g = &u.league.games[i];

		sample_league_throw(&u.league, g, &r);
		check_side(g, SAMPLE_HOME);
		check_side(g, SAMPLE_AWAY);
		if (g->round != NULL)
			ck_assert_int_ne(g->score[0], g->score[1]);
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_player_without_a_rating_plays_only_where_it_is_meant)
{
	struct unit_sample u;
	struct sample_random r;

	unit_sample_init(&u, 20);
	sample_random_init(&r, 1, 1);
	for (int k = 0; k < 20; k++) {
		struct sample_game *g = unit_sample_game(&u, k);
		int unrated = 0;

		sample_league_dress(&u.league, g, &r);
		for (int i = 0; i < g->dressed_n; i++)
			unrated +=
			    u.league.players[g->dressed[i].player].rating == 0;
		ck_assert_int_eq(
		    unrated, g->oddity & SAMPLE_UNKNOWN_RATING ? 1 : 0);
	}
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_dress");
	TCase *c = tcase_create("sample_dress");

	tcase_add_test(c, box_scores_add_up_to_the_score);
	tcase_add_test(
	    c, a_player_without_a_rating_plays_only_where_it_is_meant);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
