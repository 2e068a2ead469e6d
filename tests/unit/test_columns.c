/*
 * columns: the first filled cell of a column's names counts.
 */
#include "etl/columns.h"
#include "unit.h"

START_TEST(the_better_name_wins_where_it_is_filled)
{
	static const char *const names[] = {"b", "x", NULL, "a_", "a"};
	const struct sheet_header h = {.name = names, .columns = 5};
	const char *cell[] = {"b1", "under", "plain"};
	int slot[5] = {-1, -1, -1, -1, -1};
	struct columns c;

	columns_init(&c);
	columns_add(&c, "a");
	columns_also(&c, "a_");
	columns_add(&c, "b");
	columns_add(&c, "gone");
	ck_assert_int_eq(columns_bind(&c, &h, slot), 3);
	ck_assert_int_eq(slot[0], 0);
	ck_assert_int_eq(slot[1], -1);
	ck_assert_int_eq(slot[2], -1);
	ck_assert_int_eq(slot[3], 1);
	ck_assert_int_eq(slot[4], 2);
	ck_assert_str_eq(columns_value(&c, 0, cell), "plain");
	ck_assert_str_eq(columns_value(&c, 1, cell), "b1");
	ck_assert_ptr_null(columns_value(&c, 2, cell));
	cell[2] = NULL;
	ck_assert_str_eq(columns_value(&c, 0, cell), "under");
	cell[1] = NULL;
	ck_assert_ptr_null(columns_value(&c, 0, cell));
}
END_TEST

START_TEST(two_columns_may_share_a_name)
{
	static const char *const names[] = {"Type"};
	const struct sheet_header h = {.name = names, .columns = 1};
	const char *cell[] = {"Shot"};
	int slot[1] = {-1};
	struct columns c;

	columns_init(&c);
	columns_add(&c, "Type");
	columns_add(&c, "Type");
	ck_assert_int_eq(columns_bind(&c, &h, slot), 1);
	ck_assert_str_eq(columns_value(&c, 0, cell), "Shot");
	ck_assert_str_eq(columns_value(&c, 1, cell), "Shot");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("columns");
	TCase *c = tcase_create("columns");

	tcase_add_test(c, the_better_name_wins_where_it_is_filled);
	tcase_add_test(c, two_columns_may_share_a_name);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
