/*
 * sample_shot: what follows a shot; the shoot-out.
 */
#include "unit_sample.h"

START_TEST(a_goal_follows_its_shot_and_a_save_the_other_teams_shot)
{
	struct unit_sample u;

	unit_sample_init(&u, 8);
	for (int k = 0; k < 8; k++) {
		(void)unit_sample_play(&u, k);
		for (int i = 1; i < u.tape.events_n; i++) {
			const struct sample_event *e = &u.tape.events[i];

			if (strcmp(e->type, "Goal") == 0) {
				ck_assert_str_eq(e[-1].detail, "Shot_Goal");
				ck_assert_int_eq(e[-1].side, e->side);
				ck_assert_int_eq(e[-1].start, e->start);
				ck_assert_int_eq(e[-1].link, e->link);
				ck_assert_int_eq(
				    e[-1].actors[0].dress, e->actors[0].dress);
			}
			if (strcmp(e->type, "Save") == 0) {
				ck_assert_str_eq(
				    e[-1].detail, "Shot_OnNetSaved");
				ck_assert_int_ne(e[-1].side, e->side);
				ck_assert_int_eq(e[-1].link, e->link);
			}
		}
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_shoot_out_has_three_rounds_or_more_and_no_goals)
{
	struct unit_sample u;
	struct sample_game *g;
	int shots = 0;

	unit_sample_init(&u, 12);
	g = unit_sample_play(&u, 10);
	ck_assert(g->oddity & SAMPLE_SHOOTOUT);
	ck_assert_int_ge(g->shootout_rounds, 3);
	ck_assert_int_eq(g->score[0], g->score[1]);
	for (int i = 0; i < u.tape.events_n; i++) {
		const struct sample_event *e = &u.tape.events[i];

		if (e->period != 5)
			continue;
		ck_assert_str_ne(e->type, "Goal");
		shots += strcmp(e->type, "PenaltyShot_Shootout") == 0;
	}
	ck_assert_int_eq(shots, 2 * g->shootout_rounds);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(overtime_ends_with_its_goal)
{
	struct unit_sample u;
	struct sample_game *g;

	unit_sample_init(&u, 12);
	g = unit_sample_play(&u, 9);
	ck_assert(g->oddity & SAMPLE_OVERTIME_GOAL);
	ck_assert(g->overtime);
	ck_assert_int_eq(g->period_goals[0][3] + g->period_goals[1][3], 1);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_shot");
	TCase *c = tcase_create("sample_shot");

	tcase_add_test(
	    c, a_goal_follows_its_shot_and_a_save_the_other_teams_shot);
	tcase_add_test(c, a_shoot_out_has_three_rounds_or_more_and_no_goals);
	tcase_add_test(c, overtime_ends_with_its_goal);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
