/*
 * sample_sheet: cells stand where they belong, bytes are the same.
 */
#include "sample/sample_sheet.h"
#include "unit_sample.h"

static void
write_book(const char *path, bool streamed)
{
	static const char *const columns[] = {"one", "two", "three", NULL};
	struct sample_book b;
	struct sample_sheet s;
	struct err e;

	ck_assert_int_eq(sample_book_open(&b, path, streamed, &e), 0);
	sample_sheet_begin(&s, &b, "first", columns);
	sample_sheet_text(&s, NULL);
	sample_sheet_printf(&s, "x%d", 7);
	sample_sheet_boolean(&s, true);
	sample_sheet_end_row(&s);
	sample_sheet_char(&s, 'q');
	sample_sheet_char(&s, 0);
	sample_sheet_number(&s, 12);
	sample_sheet_end_row(&s);
	sample_sheet_skip(&s, 1);
	sample_sheet_date(&s, 45906);
	sample_sheet_time(&s, 1080);
	sample_sheet_end_row(&s);
	ck_assert_int_eq(sample_book_close(&b, &e), 0);
}

START_TEST(cells_are_written_in_their_column_and_empty_ones_are_left_out)
{
	struct unit_sample u;
	char path[96], *part;

	unit_sample_init(&u, 0);
	(void)snprintf(path, sizeof(path), "%s/a.xlsx", u.dir);
	write_book(path, true);
	part = unit_sample_part(path, "xl/worksheets/sheet1.xml");
	ck_assert_ptr_nonnull(strstr(part, "r=\"B2\""));
	ck_assert_ptr_null(strstr(part, "r=\"A2\""));
	ck_assert_ptr_nonnull(strstr(part, "x7"));
	ck_assert_ptr_nonnull(strstr(part, "r=\"C2\" t=\"b\"><v>1<"));
	ck_assert_ptr_nonnull(strstr(part, "r=\"C3\"><v>12<"));
	ck_assert_ptr_null(strstr(part, "r=\"B3\""));
	ck_assert_ptr_nonnull(strstr(part, "<v>45906<"));
	ck_assert_ptr_nonnull(strstr(part, "<v>0.0125<"));
	free(part);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(the_same_cells_give_the_same_bytes)
{
	struct unit_sample u;
	char a[96], b[96];

	unit_sample_init(&u, 0);
	(void)snprintf(a, sizeof(a), "%s/a.xlsx", u.dir);
	(void)snprintf(b, sizeof(b), "%s/b.xlsx", u.dir);
	for (int streamed = 0; streamed < 2; streamed++) {
		write_book(a, streamed != 0);
		write_book(b, streamed != 0);
		unit_sample_same(a, b);
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_file_that_cannot_be_written_is_an_error_with_its_name)
{
	struct sample_book b;
	struct err e;

	ck_assert_int_eq(
	    sample_book_open(&b, "/nowhere/at/all.xlsx", true, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "/nowhere/at/all.xlsx"));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_sheet");
	TCase *c = tcase_create("sample_sheet");

	tcase_add_test(
	    c, cells_are_written_in_their_column_and_empty_ones_are_left_out);
	tcase_add_test(c, the_same_cells_give_the_same_bytes);
	tcase_add_test(
	    c, a_file_that_cannot_be_written_is_an_error_with_its_name);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
