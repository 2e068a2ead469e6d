/*
 * sample_beside: video workbooks and side files of points.
 */
#include "sample/sample_tracking.h"
#include "unit_sample.h"

START_TEST(a_video_workbook_has_a_row_for_each_video)
{
	struct unit_sample u;
	char path[96], *part;
	struct err e;

	unit_sample_init(&u, 4);
	(void)snprintf(path, sizeof(path), "%s/v.xlsx", u.dir);
	for (int k = 0; k < 2; k++) {
		ck_assert_int_eq(
		    sample_video_write(unit_sample_game(&u, k), path, &e), 0);
		part = unit_sample_part(path, "xl/worksheets/sheet1.xml");
		ck_assert_int_eq(unit_sample_count(part, "<row "), k + 2);
		free(part);
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(side_files_hold_points_of_puck_players_and_net)
{
	struct unit_sample u;
	char prefix[96], path[128], *text;
	struct err e;

	unit_sample_init(&u, 6);
	(void)snprintf(prefix, sizeof(prefix), "%s/1", u.dir);
	ck_assert_int_eq(sample_side_files_write(&u.league,
			     unit_sample_play(&u, 5), &u.tape, prefix, &e),
	    0);
	(void)snprintf(path, sizeof(path), "%s_xy_puck.csv", prefix);
	text = unit_sample_file(path, NULL);
	ck_assert_int_eq(
	    strncmp(text, "event_index,xy_slot,x,y,z,timestamp\n", 36), 0);
	ck_assert_int_gt(unit_sample_count(text, "\n"), 1000);
	free(text);
	(void)snprintf(path, sizeof(path), "%s_xy_player.csv", prefix);
	text = unit_sample_file(path, NULL);
	ck_assert_int_gt(unit_sample_count(text, ",event_player_1,"), 900);
	ck_assert_int_gt(unit_sample_count(text, ",net,"), 20);
	free(text);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_directory_that_is_not_there_is_an_error)
{
	struct unit_sample u;
	struct err e;

	unit_sample_init(&u, 6);
	ck_assert_int_eq(
	    sample_side_files_write(
		&u.league, unit_sample_play(&u, 5), &u.tape, "/nowhere/1", &e),
	    -1);
	ck_assert_ptr_nonnull(strstr(e.text, "/nowhere/1_xy_puck.csv"));
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_beside");
	TCase *c = tcase_create("sample_beside");

	tcase_add_test(c, a_video_workbook_has_a_row_for_each_video);
	tcase_add_test(c, side_files_hold_points_of_puck_players_and_net);
	tcase_add_test(c, a_directory_that_is_not_there_is_an_error);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
