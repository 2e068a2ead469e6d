/*
 * extract_side: side files become points.
 */
#include "raw_fake.h"

static void
check(enum input_kind kind, const char *text, const char *want)
{
	const struct input_file in = {.path = "x.csv", .kind = kind};
	int fd = raw_text(text);
	struct extract_file f = raw_file(fd, &in);
	struct err e;

	ck_assert_int_eq(extract_side(&f, &e), 0);
	ck_assert_str_eq(buf_string(&raw_noted.text), want);
	(void)close(fd);
}

START_TEST(each_row_is_a_point)
{
	check(INPUT_XY_PUCK,
	    "event_index,point_number,xy_slot,x,y\n1,2,3,4,NA\n",
	    "sheet xy_puck\npoint sheet=xy_puck row=2 path=puck layout=rows "
	    "n=1 x=4 event_index=1 slot=3\n");
	check(INPUT_XY_PLAYER,
	    "event_index,x,player_role,timestamp,z\n1,2,net,3,4\n\n5,6,,,\n",
	    "sheet xy_player\n"
	    "point sheet=xy_player row=2 path=net layout=rows n=1 x=2 z=4 "
	    "at=3 event_index=1 player_role=net\n"
	    "point sheet=xy_player row=3 path=player layout=rows n=1 x=6 "
	    "event_index=5\n");
}
END_TEST

START_TEST(an_error_ends_the_file)
{
	const struct input_file in = {.path = "x.csv", .kind = INPUT_XY_PUCK};
	int fd = raw_text("x,y\n1,2\n");
	struct extract_file f = raw_file(fd, &in);
	struct err e;

	raw_fails_at = 0;
	ck_assert_int_eq(extract_side(&f, &e), -1);
	ck_assert_int_eq(e.code, ERR_DATABASE);
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	f.stopped = raw_always_stopped;
	ck_assert_int_eq(extract_side(&f, &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	(void)close(fd);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("extract_side");
	TCase *c = tcase_create("extract_side");

	tcase_add_test(c, each_row_is_a_point);
	tcase_add_test(c, an_error_ends_the_file);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
