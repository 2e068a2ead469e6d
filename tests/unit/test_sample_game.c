/*
 * sample_game: goals equal the score, clocks run down, codes are known.
 */
#include "sample/sample_codes.h"
#include "unit_sample.h"

#define GAMES 24

static void
each_game(void (*check)(const struct sample_game *, const struct sample_tape *))
{
	struct unit_sample u;

	unit_sample_init(&u, GAMES);
	for (int k = 0; k < GAMES; k++) {
		struct sample_game *g = unit_sample_play(&u, k);

		check(g, &u.tape);
	}
	unit_sample_cleanup(&u);
}

static bool
is_goal(const struct sample_event *e)
{
	return (e->detail != NULL && strcmp(e->detail, "Goal_Scored") == 0);
}

static void
check_goals(const struct sample_game *g, const struct sample_tape *t)
{
	int goals[2] = {0}, of_players[2] = {0}, of_periods[2] = {0};

	for (int i = 0; i < t->events_n; i++)
		if (is_goal(&t->events[i]))
			goals[t->events[i].side]++;
	for (int i = 0; i < g->dressed_n; i++)
		of_players[g->dressed[i].side] += g->dressed[i].goals;
	for (int side = 0; side < 2; side++) {
		for (int p = 0; p < 4; p++)
			of_periods[side] += g->period_goals[side][p];
		ck_assert_int_eq(goals[side], g->score[side]);
		ck_assert_int_eq(of_players[side], g->score[side]);
		ck_assert_int_eq(of_periods[side], g->score[side]);
	}
	if (g->round != NULL)
		ck_assert_int_ne(g->score[0], g->score[1]);
}

static int
is_tag(const char *play)
{
	return (play != NULL && strncmp(play, "Assist", 6) == 0);
}

static void
check_assists(const struct sample_game *g, const struct sample_tape *t)
{
	int tags[2 * SAMPLE_DRESSED] = {0};

	for (int i = 0; i < t->events_n; i++) {
		const struct sample_event *e = &t->events[i];
		const struct sample_actor *a = &e->actors[0];
		int n =
		    e->actors_n == 0 ? 0 : is_tag(a->play1) + is_tag(a->play2);

		ck_assert_int_eq(n, e->assist_to >= 0);
		if (n == 0)
			continue;
		tags[a->dress]++;
		ck_assert(is_goal(&t->events[e->assist_to]));
		ck_assert_int_eq(t->events[e->assist_to].side, e->side);
		ck_assert_int_ne(
		    t->events[e->assist_to].actors[0].dress, a->dress);
	}
	for (int i = 0; i < g->dressed_n; i++)
		ck_assert_int_eq(tags[i], g->dressed[i].assists);
}

static void
check_clocks(const struct sample_game *g, const struct sample_tape *t)
{
	int period = 1, clock = SAMPLE_PERIOD;

	(void)g;
	for (int i = 0; i < t->events_n; i++) {
		const struct sample_event *e = &t->events[i];

		ck_assert_int_ge(e->period, period);
		if (e->period > period)
			clock =
			    e->period == 4 ? SAMPLE_OVERTIME : SAMPLE_PERIOD;
		period = e->period;
		if (e->start < 0)
			continue;
		ck_assert_int_le(e->start, clock);
		clock = e->start;
		if (e->end >= 0)
			ck_assert_int_le(e->end, e->start);
	}
}

static void
check_codes(const struct sample_game *g, const struct sample_tape *t)
{
	for (int i = 0; i < t->events_n; i++) {
		const struct sample_event *e = &t->events[i];

		ck_assert(sample_codes_has(SAMPLE_TYPE, e->type));
		ck_assert_msg(e->detail == NULL ||
				  sample_codes_has(SAMPLE_DETAIL, e->detail),
		    "%s", e->detail);
		ck_assert_msg(e->detail2 == NULL ||
				  sample_codes_has(SAMPLE_DETAIL_2, e->detail2),
		    "%s", e->detail2);
		for (int k = 0; k < e->actors_n; k++) {
			const struct sample_actor *a = &e->actors[k];

			ck_assert(a->play1 == NULL ||
				  sample_codes_has(SAMPLE_PLAY, a->play1));
			ck_assert(a->play2 == NULL ||
				  sample_codes_has(SAMPLE_PLAY, a->play2));
			ck_assert_int_eq(g->dressed[a->dress].side,
			    a->own ? e->side : 1 - e->side);
		}
	}
}

static void
check_links(const struct sample_game *g, const struct sample_tape *t)
{
	int period[4096] = {0};

	(void)g;
	for (int i = 0; i < t->events_n; i++) {
		const struct sample_event *e = &t->events[i];

		ck_assert_int_lt(e->link, 4096);
		if (e->link == 0)
			continue;
		if (period[e->link] == 0)
			period[e->link] = e->period;
		ck_assert_int_eq(period[e->link], e->period);
	}
}

static void
check_breaks(const struct sample_game *g, const struct sample_tape *t)
{
	int last = 1, breaks = 0;

	(void)g;
	ck_assert_str_eq(t->events[0].type, "GameStart");
	ck_assert_str_eq(t->events[1].detail, "Faceoff_GameStart");
	ck_assert_str_eq(t->events[t->events_n - 1].type, "GameEnd");
	for (int i = 0; i < t->events_n; i++) {
		last = t->events[i].period;
		if (strcmp(t->events[i].type, "Intermission") != 0)
			continue;
		breaks++;
		ck_assert_int_gt(t->events[i].rest, 0);
		ck_assert_str_eq(t->events[i - 1].type, "Stoppage");
	}
	ck_assert_int_eq(breaks, last - 1);
}

START_TEST(goals_equal_the_score)
{
	each_game(check_goals);
}
END_TEST

START_TEST(assist_tags_equal_the_box_scores)
{
	each_game(check_assists);
}
END_TEST

START_TEST(clocks_count_down)
{
	each_game(check_clocks);
}
END_TEST

START_TEST(codes_are_in_the_dimensions_and_players_on_their_side)
{
	each_game(check_codes);
}
END_TEST

START_TEST(linked_events_lie_in_one_period)
{
	each_game(check_links);
}
END_TEST

START_TEST(every_period_is_followed_by_a_break)
{
	each_game(check_breaks);
}
END_TEST

START_TEST(a_game_is_the_same_whatever_was_played_before)
{
	struct unit_sample u;
	int score[2], events;

	unit_sample_init(&u, 4);
	(void)unit_sample_play(&u, 2);
	memcpy(score, unit_sample_game(&u, 2)->score, sizeof(score));
	events = u.tape.events_n;
	(void)unit_sample_play(&u, 0);
	(void)unit_sample_play(&u, 2);
	ck_assert_mem_eq(score, unit_sample_game(&u, 2)->score, sizeof(score));
	ck_assert_int_eq(events, u.tape.events_n);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_game");
	TCase *c = tcase_create("sample_game");

	tcase_add_test(c, goals_equal_the_score);
	tcase_add_test(c, assist_tags_equal_the_box_scores);
	tcase_add_test(c, clocks_count_down);
	tcase_add_test(
	    c, codes_are_in_the_dimensions_and_players_on_their_side);
	tcase_add_test(c, linked_events_lie_in_one_period);
	tcase_add_test(c, every_period_is_followed_by_a_break);
	tcase_add_test(c, a_game_is_the_same_whatever_was_played_before);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
