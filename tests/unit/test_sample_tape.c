/*
 * sample_tape: grows, and keeps players apart.
 */
#include "unit_sample.h"

START_TEST(it_keeps_every_event_and_forgets_them_when_reset)
{
	struct sample_tape t;

	sample_tape_init(&t);
	for (int i = 0; i < 1000; i++)
		sample_tape_event(&t, "Pass", NULL, NULL)->start = i;
	ck_assert_int_eq(t.events_n, 1000);
	ck_assert_int_eq(t.events[999].start, 999);
	ck_assert_int_eq(t.events[0].end, -1);
	(void)sample_tape_shift(&t);
	ck_assert_int_eq(t.shifts_n, 1);
	sample_tape_reset(&t);
	ck_assert_int_eq(t.events_n + t.shifts_n, 0);
	sample_tape_cleanup(&t);
}
END_TEST

START_TEST(nobody_stands_twice_in_an_event_and_six_are_enough)
{
	struct sample_dress dressed[9] = {{.number = 10}, {.number = 11}};
	struct sample_game g = {.dressed = dressed, .dressed_n = 9};
	struct sample_tape t;
	struct sample_event *e;

	sample_tape_init(&t);
	e = sample_tape_event(&t, "Pass", NULL, NULL);
	ck_assert_ptr_null(sample_tape_actor(e, &g, -1, true));
	ck_assert_int_eq(sample_tape_actor(e, &g, 1, false)->number, 11);
	ck_assert_ptr_null(sample_tape_actor(e, &g, 1, true));
	for (int i = 2; i < 7; i++)
		ck_assert_ptr_nonnull(sample_tape_actor(e, &g, i, true));
	ck_assert_ptr_null(sample_tape_actor(e, &g, 7, true));
	ck_assert_int_eq(e->actors_n, 6);
	sample_tape_cleanup(&t);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_tape");
	TCase *c = tcase_create("sample_tape");

	tcase_add_test(c, it_keeps_every_event_and_forgets_them_when_reset);
	tcase_add_test(c, nobody_stands_twice_in_an_event_and_six_are_enough);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
