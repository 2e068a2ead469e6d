/*
 * sample_odd: each oddity does its own, and nothing else is touched.
 */
#include "unit_sample.h"

static struct sample_game *
odd_game(struct unit_sample *u, enum sample_oddity oddity)
{
	for (int k = 0; k < 12; k++) {
		struct sample_game *g = unit_sample_game(u, k);

		if ((g->oddity & oddity) == 0)
			continue;
		(void)unit_sample_play(u, k);
		sample_odd_apply(g, &u->tape);
		return (g);
	}
	ck_abort_msg("no game with oddity %d", (int)oddity);
	return (NULL);
}

START_TEST(line_ups_are_missing_or_few)
{
	struct unit_sample u;

	unit_sample_init(&u, 12);
	(void)odd_game(&u, SAMPLE_NO_SHIFTS);
	ck_assert_int_eq(u.tape.shifts_n, 0);
	(void)odd_game(&u, SAMPLE_FEW_SHIFTS);
	ck_assert_int_eq(u.tape.shifts_n, 6);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(four_players_have_a_number_that_nobody_wears)
{
	struct unit_sample u;
	const struct sample_game *g;
	int unknown = 0;

	unit_sample_init(&u, 12);
	g = odd_game(&u, SAMPLE_UNKNOWN_NUMBER);
	for (int i = 0; i < u.tape.events_n; i++)
		for (int k = 0; k < u.tape.events[i].actors_n; k++) {
			const struct sample_actor *a =
			    &u.tape.events[i].actors[k];

			if (a->dress >= 0)
				continue;
			unknown++;
			for (int d = 0; d < g->dressed_n; d++)
				ck_assert_int_ne(
				    g->dressed[d].number, a->number);
		}
	ck_assert_int_eq(unknown, 4);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(three_line_ups_name_a_player_twice)
{
	struct unit_sample u;
	int twice = 0;

	unit_sample_init(&u, 12);
	(void)odd_game(&u, SAMPLE_TWICE_IN_SHIFT);
	for (int i = 0; i < u.tape.shifts_n; i++) {
		const int *slot = u.tape.shifts[i].lineup.slot[SAMPLE_HOME];

		twice += slot[SLOT_F3] >= 0 && slot[SLOT_F3] == slot[SLOT_F1];
	}
	ck_assert_int_ge(twice, 1);
	ck_assert_int_le(twice, 3);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(words_are_aliases)
{
	struct unit_sample u;
	int aliases = 0;

	unit_sample_init(&u, 12);
	(void)odd_game(&u, SAMPLE_STOP_WORDS);
	for (int i = 0; i < u.tape.shifts_n; i++) {
		const char *word = u.tape.shifts[i].stop_word;

		ck_assert(word == NULL || strcmp(word, "Period End") != 0);
		aliases += word != NULL && strcmp(word, "PeriodEnd") == 0;
	}
	ck_assert_int_ge(aliases, 2);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(tags_and_the_length_of_a_break_are_gone)
{
	struct unit_sample u;
	int unknown = 0;

	unit_sample_init(&u, 12);
	(void)odd_game(&u, SAMPLE_NO_TAGS);
	for (int i = 0; i < u.tape.events_n; i++)
		ck_assert_int_eq(u.tape.events[i].assist_to, -1);
	(void)odd_game(&u, SAMPLE_UNKNOWN_BREAK);
	for (int i = 0; i < u.tape.events_n; i++)
		unknown += strcmp(u.tape.events[i].type, "Intermission") == 0 &&
			   u.tape.events[i].rest == 0;
	ck_assert_int_eq(unknown, 1);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_skater_keeps_goal_until_the_goalie_comes_back)
{
	struct unit_sample u;
	const struct sample_game *g;
	int kept = 0;

	unit_sample_init(&u, 12);
	g = odd_game(&u, SAMPLE_SKATER_IN_GOAL);
	for (int i = 0; i < u.tape.shifts_n; i++) {
		const struct sample_shift *s = &u.tape.shifts[i];
		int goalie = s->lineup.slot[SAMPLE_AWAY][SLOT_G];

		if (goalie < 0 || g->dressed[goalie].position == 'G')
			continue;
		ck_assert_int_eq(g->dressed[goalie].position, 'F');
		ck_assert_int_eq(s->period, 2);
		ck_assert_int_gt(s->start, 700);
		kept++;
	}
	ck_assert_int_ge(kept, 3);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(penalties_and_a_second_goal_follow_a_whistle)
{
	struct unit_sample u;
	const char *type[5] = {"", "", "", "", ""};
	bool seen = false;

	unit_sample_init(&u, 12);
	(void)odd_game(&u, SAMPLE_AFTER_WHISTLE);
	for (int i = 4; i < u.tape.events_n; i++) {
		for (int k = 0; k < 5; k++)
			type[k] = u.tape.events[i - 4 + k].type;
		seen = seen || (strcmp(type[0], "Goal") == 0 &&
				   strcmp(type[1], "Stoppage") == 0 &&
				   strcmp(type[2], "Penalty") == 0 &&
				   strcmp(type[3], "Penalty") == 0 &&
				   strcmp(type[4], "Goal") == 0);
	}
	ck_assert(seen);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_odd");
	TCase *c = tcase_create("sample_odd");

	tcase_add_test(c, line_ups_are_missing_or_few);
	tcase_add_test(c, four_players_have_a_number_that_nobody_wears);
	tcase_add_test(c, three_line_ups_name_a_player_twice);
	tcase_add_test(c, words_are_aliases);
	tcase_add_test(c, tags_and_the_length_of_a_break_are_gone);
	tcase_add_test(c, a_skater_keeps_goal_until_the_goalie_comes_back);
	tcase_add_test(c, penalties_and_a_second_goal_follow_a_whistle);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
