/*
 * sample_zone: entries lead into the zone, exits out of it.
 */
#include "unit_sample.h"

START_TEST(exits_start_in_the_own_zone_and_entries_end_in_the_other)
{
	struct unit_sample u;
	int entries = 0, exits = 0;

	unit_sample_init(&u, 4);
	for (int k = 0; k < 4; k++) {
		(void)unit_sample_play(&u, k);
		for (int i = 0; i < u.tape.events_n; i++) {
			const struct sample_event *e = &u.tape.events[i];

			if (e->detail == NULL)
				continue;
			if (strcmp(e->detail, "Zone_Entry") == 0) {
				ck_assert_int_eq(e->zone, 'o');
				ck_assert_int_eq(e->success, 's');
				entries++;
			} else if (strcmp(e->detail, "Zone_Exit") == 0) {
				ck_assert_int_eq(e->zone, 'd');
				exits++;
			} else if (strstr(e->detail, "_Failed") != NULL) {
				ck_assert_int_eq(e->success, 'u');
			}
		}
	}
	ck_assert_int_gt(entries, 200);
	ck_assert_int_gt(exits, 100);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(an_offside_is_drawn_in_the_neutral_zone)
{
	struct unit_sample u;

	unit_sample_init(&u, 4);
	(void)unit_sample_play(&u, 0);
	for (int i = 0; i + 2 < u.tape.events_n; i++) {
		const struct sample_event *e = &u.tape.events[i];

		if (e->detail2 == NULL ||
		    strcmp(e->detail2, "Stoppage_Offsides") != 0 ||
		    strcmp(e[2].type, "Faceoff") != 0)
			continue;
		ck_assert_int_eq(e[2].zone, 'n');
	}
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_zone");
	TCase *c = tcase_create("sample_zone");

	tcase_add_test(
	    c, exits_start_in_the_own_zone_and_entries_end_in_the_other);
	tcase_add_test(c, an_offside_is_drawn_in_the_neutral_zone);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
