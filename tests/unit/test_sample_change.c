/*
 * sample_change: line-ups follow each other, and hold whom they may.
 */
#include "sample/sample_match.h"
#include "unit_sample.h"

START_TEST(line_ups_of_a_period_follow_each_other_exactly)
{
	struct unit_sample u;

	unit_sample_init(&u, 12);
	for (int k = 0; k < 12; k++) {
		int period = 0, clock = 0;

		(void)unit_sample_play(&u, k);
		ck_assert_int_gt(u.tape.shifts_n, 60);
		for (int i = 0; i < u.tape.shifts_n; i++) {
			const struct sample_shift *s = &u.tape.shifts[i];

			if (s->period > period)
				clock = s->period == 4 ? SAMPLE_OVERTIME
						       : SAMPLE_PERIOD;
			period = s->period;
			ck_assert_int_eq(s->start, clock);
			ck_assert_int_lt(s->end, s->start);
			ck_assert_int_ge(s->end, 0);
			ck_assert_int_le(s->stoppage, s->start - s->end);
			clock = s->end;
		}
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(nobody_stands_in_two_slots_and_a_side_has_three_to_six_skaters)
{
	struct unit_sample u;

	unit_sample_init(&u, 12);
	for (int k = 0; k < 12; k++) {
		(void)unit_sample_play(&u, k);
		for (int i = 0; i < 2 * u.tape.shifts_n; i++) {
			const int *slot =
			    u.tape.shifts[i / 2].lineup.slot[i % 2];
			int skaters = 0;

			for (int a = SLOT_F1; a <= SLOT_G; a++) {
				skaters += a != SLOT_G && slot[a] >= 0;
				for (int b = SLOT_F1; b < a; b++)
					ck_assert(
					    slot[a] < 0 || slot[a] != slot[b]);
			}
			ck_assert_int_ge(skaters, 3);
			ck_assert_int_le(skaters, 6);
			ck_assert((slot[SLOT_X] >= 0) == (slot[SLOT_G] < 0));
		}
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(penalties_take_skaters_away_and_give_them_back)
{
	struct unit_sample u;
	struct match m = {.period = 1};

	unit_sample_init(&u, 1);
	m.game = unit_sample_play(&u, 0);
	ck_assert_int_eq(match_strength(&m, SAMPLE_HOME), 5);
	match_penalize(&m, SAMPLE_HOME, 0);
	match_penalize(&m, SAMPLE_HOME, 1);
	ck_assert_int_eq(match_strength(&m, SAMPLE_HOME), 3);
	ck_assert_int_eq(match_strength(&m, SAMPLE_AWAY), 5);
	match_penalize(&m, SAMPLE_HOME, 2);
	ck_assert_int_eq(match_strength(&m, SAMPLE_HOME), 3);
	match_release(&m, SAMPLE_AWAY);
	ck_assert_int_eq(m.box_n, 3);
	match_release(&m, SAMPLE_HOME);
	match_release(&m, SAMPLE_HOME);
	ck_assert_int_eq(match_strength(&m, SAMPLE_HOME), 4);
	m.period = 4;
	ck_assert_int_eq(match_strength(&m, SAMPLE_AWAY), 4);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_change");
	TCase *c = tcase_create("sample_change");

	tcase_add_test(c, line_ups_of_a_period_follow_each_other_exactly);
	tcase_add_test(
	    c, nobody_stands_in_two_slots_and_a_side_has_three_to_six_skaters);
	tcase_add_test(c, penalties_take_skaters_away_and_give_them_back);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
