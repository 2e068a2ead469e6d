/*
 * point_name: which point a column holds.
 */
#include <string.h>

#include "etl/points.h"
#include "unit.h"

START_TEST(names_of_points_are_understood)
{
	static const struct {
		const char *name, *path, *layout;
		int n;
		char axis;
		int underscored;
	} rows[] = {{"puck_x_1", "puck", "numbered", 1, 'x', 0},
	    {"puck_y_12_", "puck", "numbered", 12, 'y', 1},
	    {"player_x_3", "player", "numbered", 3, 'x', 0},
	    {"player_y_start", "player", "start_stop", 1, 'y', 0},
	    {"puck_x_stop_", "puck", "start_stop", 2, 'x', 1},
	    {"net_x", "net", "numbered", 1, 'x', 0},
	    {"net_y_", "net", "numbered", 1, 'y', 1}};
	struct point_name p;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ck_assert_int_eq(point_name_parse(rows[i].name, &p), 1);
		ck_assert_str_eq(p.path, rows[i].path);
		ck_assert_str_eq(p.layout, rows[i].layout);
		ck_assert_int_eq(p.n, rows[i].n);
		ck_assert_int_eq(p.axis, rows[i].axis);
		ck_assert_int_eq(p.underscored, rows[i].underscored);
	}
}
END_TEST

START_TEST(other_names_are_no_points)
{
	static const char *const names[] = {"", "_", "puck", "puck_", "puck_x",
	    "puck_x_", "puck_z_1", "puck_x_0", "puck_x_01", "puck_x_12345",
	    "puck_x_1a", "puck_x_begin", "net_z", "net_x_1", "goal_x_1",
	    "player_role", "Puck_x_1"};
	struct point_name p;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		ck_assert_msg(
		    point_name_parse(names[i], &p) == 0, "%s", names[i]);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("point_name");
	TCase *c = tcase_create("point_name");

	tcase_add_test(c, names_of_points_are_understood);
	tcase_add_test(c, other_names_are_no_points);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
