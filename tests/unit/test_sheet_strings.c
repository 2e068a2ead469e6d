/*
 * sheet_strings: texts are kept cleaned, in one piece of memory.
 */
#include "book.h"
#include "io/sheet_book.h"

static int
read_strings(struct sheet_strings *s, const char *text, struct err *e)
{
	const struct book_part part = {"s.xml", text, 0};
	zip_t *zip = zip_fdopen(book_zip(&part, 1), 0, NULL);
	int rc;

	err_clear(e);
	rc = sheet_strings_read(s, zip, "s.xml", e);
	zip_discard(zip);
	return (rc);
}

START_TEST(plain_rich_and_empty_strings_are_counted)
{
	struct sheet_strings s;
	struct err e;

	ck_assert_int_eq(
	    read_strings(&s,
		"<sst><t>stray</t><si><t> a </t></si><si><t/></si>"
		"<si><t>N/A</t></si><si><r><t>b</t></r><r><t> c</t></r>"
		"<rPh><t>x</t></rPh></si></sst>",
		&e),
	    0);
	ck_assert_uint_eq(s.count, 4);
	ck_assert_str_eq(s.text.data + s.offset[0], "a");
	ck_assert_uint_eq(s.offset[1], SHEET_STRING_NOTHING);
	ck_assert_uint_eq(s.offset[2], SHEET_STRING_NOTHING);
	ck_assert_str_eq(s.text.data + s.offset[3], "b c");
	sheet_strings_cleanup(&s);
}
END_TEST

START_TEST(thousands_of_strings_stay_in_order)
{
	struct sheet_strings s;
	char want[16];
	struct buf b;
	struct err e;
	int i;

	buf_init(&b, BUF_MAX_SQL);
	buf_text(&b, "<sst>");
	for (i = 0; i < 5000; i++)
		buf_printf(&b, "<si><t>n%d</t></si>", i);
	buf_text(&b, "</sst>");
	ck_assert_int_eq(read_strings(&s, buf_string(&b), &e), 0);
	ck_assert_uint_eq(s.count, 5000);
	for (i = 0; i < 5000; i++) {
		(void)snprintf(want, sizeof(want), "n%d", i);
		ck_assert_str_eq(s.text.data + s.offset[i], want);
	}
	sheet_strings_cleanup(&s);
	buf_cleanup(&b);
}
END_TEST

START_TEST(broken_strings_are_an_error)
{
	struct sheet_strings s;
	struct err e;

	ck_assert_int_eq(read_strings(&s, "<sst><si><t>a</si></sst>", &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	sheet_strings_cleanup(&s);
}
END_TEST

START_TEST(length_is_counted_in_characters)
{
	size_t n = 2UL * SHEET_MAX_TEXT;
	char *text = malloc(n);
	size_t i;

	for (i = 0; i < n; i += 2)
		memcpy(text + i, "\xc3\xa9", 2);
	ck_assert(!sheet_text_too_long(text, n));
	memset(text, 'x', n);
	ck_assert(sheet_text_too_long(text, n));
	ck_assert(!sheet_text_too_long(text, SHEET_MAX_TEXT));
	free(text);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sheet_strings");
	TCase *c = tcase_create("sheet_strings");

	tcase_add_test(c, plain_rich_and_empty_strings_are_counted);
	tcase_add_test(c, thousands_of_strings_stay_in_order);
	tcase_add_test(c, broken_strings_are_an_error);
	tcase_add_test(c, length_is_counted_in_characters);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
