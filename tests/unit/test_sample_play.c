/*
 * sample_play: players of an event are on the ice, turnovers turn the puck
 * over.
 */
#include "sample/sample_tracking.h"
#include "unit_sample.h"

static bool
on_ice(const struct sample_shift *s, int side, int dress)
{
	for (int i = SLOT_F1; i <= SLOT_G; i++)
		if (s->lineup.slot[side][i] == dress)
			return (true);
	return (false);
}

START_TEST(whoever_plays_is_on_the_ice)
{
	struct unit_sample u;

	unit_sample_init(&u, 12);
	for (int k = 0; k < 12; k++) {
		const struct sample_game *g = unit_sample_play(&u, k);
		int off = 0, all = 0;

		for (int i = 0; i < u.tape.events_n; i++) {
			const struct sample_event *e = &u.tape.events[i];
			const struct sample_shift *s =
			    sample_shift_at(&u.tape, e);

			if (s == NULL || strcmp(e->type, "Stoppage") == 0)
				continue;
			for (int a = 0; a < e->actors_n; a++) {
				int dress = e->actors[a].dress;

				off += !on_ice(
				    s, (int)g->dressed[dress].side, dress);
				all++;
			}
		}
		ck_assert_msg(off * 200 < all, "%d of %d", off, all);
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_giveaway_is_followed_by_the_other_team_or_a_whistle)
{
	struct unit_sample u;

	unit_sample_init(&u, 4);
	(void)unit_sample_play(&u, 0);
	for (int i = 0; i + 1 < u.tape.events_n; i++) {
		const struct sample_event *e = &u.tape.events[i];

		if (e->detail == NULL ||
		    strcmp(e->detail, "Turnover_Giveaway") != 0 ||
		    strcmp(e[1].type, "Stoppage") == 0)
			continue;
		ck_assert_int_ne(e[1].side, e->side);
		ck_assert_int_eq(e->success, 'u');
	}
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_play");
	TCase *c = tcase_create("sample_play");

	tcase_add_test(c, whoever_plays_is_on_the_ice);
	tcase_add_test(
	    c, a_giveaway_is_followed_by_the_other_team_or_a_whistle);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
