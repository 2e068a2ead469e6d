/*
 * sheet_styles: which cell styles show dates and times.
 */
#include "book.h"
#include "io/sheet_book.h"
#include "io/sheet_cell.h"

static int
read_styles(struct sheet_styles *s, const char *text, struct err *e)
{
	const struct book_part part = {"s.xml", text, 0};
	zip_t *zip = zip_fdopen(book_zip(&part, 1), 0, NULL);
	int rc;

	err_clear(e);
	rc = sheet_styles_read(s, zip, "s.xml", e);
	zip_discard(zip);
	return (rc);
}

START_TEST(styles_of_cells_get_what_their_format_shows)
{
	static const enum sheet_format want[] = {
	    SHEET_NUMBER, SHEET_DATE, SHEET_TIME, SHEET_NUMBER, SHEET_DATE};
	struct sheet_styles s;
	struct err e;
	size_t i;

	ck_assert_int_eq(
	    read_styles(&s,
		"<styleSheet><numFmts><numFmt numFmtId='164' formatCode='"
		"[h]:mm'/><numFmt numFmtId='165'/><numFmt numFmtId='0' "
		"formatCode='yyyy'/></numFmts><cellStyleXfs><xf numFmtId='14'/>"
		"</cellStyleXfs><cellXfs><xf/><xf numFmtId='22'/><xf "
		"numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='14'/>"
		"</cellXfs><broken",
		&e),
	    0);
	ck_assert_uint_eq(s.count, 5);
	ck_assert_int_eq(s.format[0], SHEET_DATE);
	for (i = 1; i < 5; i++)
		ck_assert_int_eq(s.format[i], want[i]);
	sheet_styles_cleanup(&s);
}
END_TEST

static struct err
read_many(const char *tag, int n)
{
	struct sheet_styles s;
	struct buf b;
	struct err e;
	int i;

	buf_init(&b, BUF_MAX_SQL);
	buf_text(&b, "<styleSheet><cellXfs>");
	for (i = 0; i < n; i++)
		buf_text(&b, tag);
	buf_text(&b, "</cellXfs></styleSheet>");
	(void)!read_styles(&s, buf_string(&b), &e);
	buf_cleanup(&b);
	sheet_styles_cleanup(&s);
	return (e);
}

START_TEST(styles_and_formats_have_ceilings)
{
	ck_assert_int_eq(read_many("<xf/>", 65536).code, ERR_NONE);
	ck_assert_str_eq(read_many("<xf/>", 65537).text,
	    "it has more than 65536 cell styles");
	ck_assert_str_eq(read_many("<numFmt/>", 1025).text,
	    "it has more than 1024 number formats");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sheet_styles");
	TCase *c = tcase_create("sheet_styles");

	tcase_add_test(c, styles_of_cells_get_what_their_format_shows);
	tcase_add_test(c, styles_and_formats_have_ceilings);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
