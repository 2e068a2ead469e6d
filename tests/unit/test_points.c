/*
 * points: a row's points, from columns of events.
 */
#include "etl/points.h"
#include "raw_fake.h"

static const struct input_file in = {.path = "x", .kind = INPUT_TRACKING};

START_TEST(a_point_needs_one_filled_coordinate)
{
	static const char *const names[] = {
	    "puck_x_1", "taken", NULL, "puck_y_1", "puck_x_1_", "puck_y_2"};
	const struct sheet_header h = {.name = names, .columns = 6};
	const char *cell[] = {"row's own", "1", NULL, "9", NULL};
	int slot[6] = {-1, 0, -1, -1, -1, -1};
	struct extract_file f = raw_file(-1, &in);
	struct point_columns p;
	struct err e;

	point_columns_init(&p, &f);
	ck_assert_int_eq(point_columns_bind(&p, &h, slot, 1, &e), 5);
	ck_assert_int_eq(slot[1], 0);
	ck_assert_uint_eq(p.count, 2);
	ck_assert_int_eq(point_columns_row(&p, 2, cell, &e), 0);
	cell[1] = NULL;
	cell[4] = "3";
	ck_assert_int_eq(point_columns_row(&p, 3, cell, &e), 0);
	cell[3] = cell[4] = NULL;
	ck_assert_int_eq(point_columns_row(&p, 4, cell, &e), 0);
	ck_assert_str_eq(buf_string(&raw_noted.text),
	    "point sheet=events row=2 path=puck layout=numbered n=1 x=1\n"
	    "point sheet=events row=3 path=puck layout=numbered n=1 x=9\n"
	    "point sheet=events row=3 path=puck layout=numbered n=2 y=3\n");
	cell[4] = "3";
	raw_fails_at = raw_ended;
	ck_assert_int_eq(point_columns_row(&p, 5, cell, &e), -1);
	point_columns_cleanup(&p);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("points");
	TCase *c = tcase_create("points");

	tcase_add_test(c, a_point_needs_one_filled_coordinate);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
