/*
 * sample: the whole league, twice the same bytes, errors with their file.
 */
#include "sample/sample.h"
#include "unit_sample.h"

static const char *const files[] = {"BLB_Tables.xlsx",
    "games/18969/18969_tracking.xlsx", "games/18969/18969_video_times.xlsx",
    "games/18977/18977_tracking.xlsx", "games/18970/18970_tracking.xlsx",
    "games/18971/18971_save.json", "games/18973/18973_xy_puck.csv",
    "games/18973/18973_xy_player.csv"};

START_TEST(the_same_seed_gives_the_same_bytes)
{
	struct unit_sample u;
	struct sample_summary sum;
	char dir[2][96], a[160], b[160];
	struct err e;

	unit_sample_init(&u, 0);
	for (int i = 0; i < 2; i++) {
		struct sample_options options = {
		    .games = 6, .seed = 3, .dir = dir[i]};

		(void)snprintf(
		    dir[i], sizeof(dir[i]), "%s/deep/er/%d", u.dir, i);
		ck_assert_int_eq(sample_write(&options, &sum, &e), 0);
		ck_assert_uint_eq(sum.tracked, 6);
		ck_assert_uint_eq(sum.teams, 8);
		ck_assert_uint_gt(sum.events, 5000);
		ck_assert_uint_gt(sum.lineups, 300);
	}
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		(void)snprintf(a, sizeof(a), "%s/%s", dir[0], files[i]);
		(void)snprintf(b, sizeof(b), "%s/%s", dir[1], files[i]);
		unit_sample_same(a, b);
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(too_many_games_are_refused)
{
	struct sample_options options = {
	    .games = SAMPLE_GAMES_MAX + 1, .dir = "/tmp"};
	struct sample_summary sum;
	struct err e;

	ck_assert_int_eq(sample_write(&options, &sum, &e), -1);
	ck_assert_int_eq(e.code, ERR_USAGE);
}
END_TEST

START_TEST(a_directory_that_cannot_be_made_is_an_error_with_its_name)
{
	struct sample_options options = {.games = 1, .dir = "/dev/null/x"};
	struct sample_summary sum;
	struct err e;

	ck_assert_int_eq(sample_write(&options, &sum, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "/dev/null"));
}
END_TEST

START_TEST(no_tracked_games_still_make_a_league)
{
	struct unit_sample u;
	struct sample_options options = {.games = 0, .seed = 1};
	struct sample_summary sum;
	struct err e;

	unit_sample_init(&u, 0);
	options.dir = u.dir;
	ck_assert_int_eq(sample_write(&options, &sum, &e), 0);
	ck_assert_uint_eq(sum.files, 1);
	ck_assert_uint_gt(sum.scheduled, 60);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample");
	TCase *c = tcase_create("sample");

	tcase_add_test(c, the_same_seed_gives_the_same_bytes);
	tcase_add_test(c, too_many_games_are_refused);
	tcase_add_test(
	    c, a_directory_that_cannot_be_made_is_an_error_with_its_name);
	tcase_add_test(c, no_tracked_games_still_make_a_league);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
