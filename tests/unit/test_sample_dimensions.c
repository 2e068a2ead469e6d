/*
 * sample_dimensions: the code sheets hold every code once.
 */
#include "sample/sample_codes.h"
#include "sample/sample_workbook.h"
#include "unit_sample.h"

static char *
write_codes(struct unit_sample *u, const char *part)
{
	struct sample_book b;
	char path[96];
	struct err e;

	(void)snprintf(path, sizeof(path), "%s/codes.xlsx", u->dir);
	ck_assert_int_eq(sample_book_open(&b, path, true, &e), 0);
	sample_dimensions_write(&b);
	ck_assert_int_eq(sample_book_close(&b, &e), 0);
	return (unit_sample_part(path, part));
}

START_TEST(types_and_details_have_a_row_each)
{
	struct unit_sample u;
	char *types, *details, cell[96];

	unit_sample_init(&u, 0);
	types = write_codes(&u, "xl/worksheets/sheet1.xml");
	details = write_codes(&u, "xl/worksheets/sheet2.xml");
	ck_assert_int_eq(unit_sample_count(types, "<row "), 24);
	ck_assert_int_eq(unit_sample_count(details, "<row "), 58);
	for (size_t i = 0; sample_codes_detail(i) != NULL; i++) {
		(void)snprintf(
		    cell, sizeof(cell), ">%s<", sample_codes_detail(i)->code);
		ck_assert_ptr_nonnull(strstr(details, cell));
	}
	free(types);
	free(details);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(second_details_and_plays_are_numbered_through)
{
	struct unit_sample u;
	char *details, *plays;

	unit_sample_init(&u, 0);
	details = write_codes(&u, "xl/worksheets/sheet3.xml");
	plays = write_codes(&u, "xl/worksheets/sheet5.xml");
	ck_assert_int_eq(unit_sample_count(details, ">ED001<"), 1);
	ck_assert_int_eq(
	    unit_sample_count(details, ">Giveaway_ZoneClear/Dump<"), 1);
	ck_assert_int_eq(unit_sample_count(plays, ">PD0001<"), 1);
	ck_assert_int_eq(unit_sample_count(plays, ">PD0002<"), 1);
	free(details);
	free(plays);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_dimensions");
	TCase *c = tcase_create("sample_dimensions");

	tcase_add_test(c, types_and_details_have_a_row_each);
	tcase_add_test(c, second_details_and_plays_are_numbered_through);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
