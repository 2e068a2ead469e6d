/*
 * sample_points: places agree with zones and ends of the rink.
 */
#include "sample/sample_points.h"
#include "unit_sample.h"

START_TEST(the_puck_is_in_the_zone_that_the_event_names)
{
	struct unit_sample u;
	struct sample_random r;
	struct sample_point p[SAMPLE_POINTS_MAX];
	int points = 0;

	unit_sample_init(&u, 4);
	for (int k = 0; k < 4; k++) {
		const struct sample_game *g = unit_sample_play(&u, k);

		sample_random_init(&r, 1, 1);
		for (int i = 0; i < u.tape.events_n; i++) {
			const struct sample_event *e = &u.tape.events[i];
			int n = sample_points_puck(&r, g, e, p);
			bool right = sample_points_attack_right(g) ==
				     (e->side == SAMPLE_HOME);
			double x;

			if (n == 0)
				continue;
			points++;
			x = right == (e->period != 2) ? p[0].x : -p[0].x;
			ck_assert(e->zone == 'o'   ? x > 25
				  : e->zone == 'd' ? x < -25
						   : x >= -25 && x <= 25);
			ck_assert(p[n - 1].x >= -100 && p[n - 1].x <= 100);
			ck_assert(p[n - 1].y >= -42.5 && p[n - 1].y <= 42.5);
		}
	}
	ck_assert_int_gt(points, 1000);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(players_stand_near_the_puck_and_on_the_ice)
{
	struct sample_random r;
	struct sample_actor own = {.own = true}, other = {.own = false};
	struct sample_point corner = {99, 42};

	sample_random_init(&r, 1, 1);
	for (int i = 0; i < 200; i++) {
		struct sample_point p =
		    sample_points_player(&r, i % 2 ? &own : &other, corner);

		ck_assert(p.x >= 92 && p.x <= 99);
		ck_assert(p.y >= 35 && p.y <= 42);
	}
}
END_TEST

START_TEST(shots_on_goal_and_only_they_meet_the_net)
{
	struct sample_random r;
	struct sample_point p;
	struct sample_event e = {.detail = "Shot_OnNetSaved"};

	sample_random_init(&r, 1, 1);
	ck_assert(sample_points_net(&r, &e, &p));
	ck_assert(p.x >= 0 && p.x <= 72 && p.y >= 0 && p.y <= 48);
	e.detail = "Shot_Missed";
	ck_assert(!sample_points_net(&r, &e, &p));
	e.detail = NULL;
	ck_assert(!sample_points_net(&r, &e, &p));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_points");
	TCase *c = tcase_create("sample_points");

	tcase_add_test(c, the_puck_is_in_the_zone_that_the_event_names);
	tcase_add_test(c, players_stand_near_the_puck_and_on_the_ice);
	tcase_add_test(c, shots_on_goal_and_only_they_meet_the_net);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
