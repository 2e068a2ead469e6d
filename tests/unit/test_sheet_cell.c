/*
 * sheet_cell: blanks, words that mean nothing, numbers, dates and times.
 */
#include <stdio.h>
#include <string.h>

#include "io/sheet_cell.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

START_TEST(outer_blanks_and_words_that_mean_nothing_are_removed)
{
	static const struct {
		const char *given, *want;
	} rows[] = {{"a", "a"}, {"", ""}, {"  a b \t\r\n", "a b"},
	    {"\xc2\xa0"
	     "a\xc2\xa0",
		"a"},
	    {"\xe2\x80\x89"
	     "a\xe3\x80\x80",
		"a"},
	    {"\xc3\xa9", "\xc3\xa9"}, {"NA", ""}, {" N/A ", ""}, {"n/a", ""},
	    {"#N/A", ""}, {"NaN", ""}, {"nan", ""}, {"None", ""}, {"NULL", ""},
	    {"null", ""}, {"#REF!", ""}, {"#VALUE!", ""}, {"#DIV/0!", ""},
	    {"#NAME?", ""}, {"na", "na"}, {"none", "none"}, {"Null", "Null"},
	    {"NAN", "NAN"}, {"N", "N"}, {"#NUM!", "#NUM!"}, {"0", "0"},
	    {"\xe2\x80\xa6", "\xe2\x80\xa6"}};
	char text[64], *p;
	size_t i, len;

	for (i = 0; i < COUNT(rows); i++) {
		(void)snprintf(text, sizeof(text), "%s", rows[i].given);
		p = text;
		len = sheet_cell_clean(&p, strlen(text));
		ck_assert_uint_eq(len, strlen(rows[i].want));
		if (len > 0)
			ck_assert_str_eq(p, rows[i].want);
	}
}
END_TEST

START_TEST(a_number_is_written_as_short_as_it_can_be)
{
	static const struct {
		const char *given, *want;
	} rows[] = {{"18", "18"}, {"18.0", "18"}, {"0", "0"}, {"-0", "0"},
	    {"-7", "-7"}, {"1E3", "1000"}, {"007", "7"},
	    {"0.10000000000000001", "0.1"}, {"12.5", "12.5"},
	    {"0.30000000000000004", "0.30000000000000004"},
	    {"1e16", "10000000000000000"}, {"1e300", "1e+300"},
	    {"123456789012345", "123456789012345"}, {"1e-7", "1e-07"}, {"", ""},
	    {"x", ""}, {"1e999", ""}, {"nan", ""}, {"0x10", ""}, {"1 2", ""},
	    {"--1", ""}, {"1.2.3", ""}};
	char out[SHEET_CELL_NUMBER];
	size_t i, len;

	for (i = 0; i < COUNT(rows); i++) {
		len = sheet_cell_number(rows[i].given, SHEET_NUMBER, 0, out);
		ck_assert_uint_eq(len, strlen(rows[i].want));
		if (len > 0)
			ck_assert_str_eq(out, rows[i].want);
	}
}
END_TEST

START_TEST(a_serial_number_is_a_date_or_a_time)
{
	static const struct {
		const char *given;
		enum sheet_format format;
		int shift;
		const char *want;
	} rows[] = {{"45207", SHEET_DATE, 0, "2023-10-08 00:00:00"},
	    {"45207.75", SHEET_DATE, 0, "2023-10-08 18:00:00"},
	    {"1", SHEET_DATE, 0, "1900-01-01 00:00:00"},
	    {"59", SHEET_DATE, 0, "1900-02-28 00:00:00"},
	    {"61", SHEET_DATE, 0, "1900-03-01 00:00:00"},
	    {"0.5", SHEET_DATE, 0, "12:00:00"},
	    {"0.75", SHEET_TIME, 0, "18:00:00"},
	    {"0.9993055555555556", SHEET_TIME, 0, "23:59:00"},
	    {"1.5", SHEET_TIME, 0, "1899-12-31 12:00:00"},
	    {"43745", SHEET_DATE, 1462, "2023-10-08 00:00:00"},
	    {"0", SHEET_DATE, 1462, "1904-01-01 00:00:00"},
	    {"2958465", SHEET_DATE, 0, "9999-12-31 00:00:00"},
	    {"2958467", SHEET_DATE, 0, "2958467"}, {"-1", SHEET_DATE, 0, "-1"},
	    {"x", SHEET_DATE, 0, ""}};
	char out[SHEET_CELL_NUMBER];
	size_t i, len;

	for (i = 0; i < COUNT(rows); i++) {
		len = sheet_cell_number(
		    rows[i].given, rows[i].format, rows[i].shift, out);
		ck_assert_uint_eq(len, strlen(rows[i].want));
		if (len > 0)
			ck_assert_str_eq(out, rows[i].want);
	}
}
END_TEST

START_TEST(an_iso_date_is_a_date)
{
	static const struct {
		const char *given, *want;
	} rows[] = {{"2024-10-01", "2024-10-01 00:00:00"},
	    {"2024-10-01T19:30:05.5Z", "2024-10-01 19:30:05"},
	    {"T19:30:05", "19:30:05"}, {"19:30", "19:30:00"}, {"soon", ""},
	    {"2024-10-01 7", ""}, {"2024-1-1", ""}, {"19:3", ""},
	    {"2024-10-01 19:30", "2024-10-01 19:30:00"}};
	char out[SHEET_CELL_NUMBER];
	size_t i, len;

	for (i = 0; i < COUNT(rows); i++) {
		len = sheet_cell_iso(rows[i].given, out);
		ck_assert_uint_eq(len, strlen(rows[i].want));
		if (len > 0)
			ck_assert_str_eq(out, rows[i].want);
	}
}
END_TEST

START_TEST(a_format_code_shows_a_date_a_time_or_a_number)
{
	static const struct {
		const char *code;
		enum sheet_format want;
	} rows[] = {{"General", SHEET_NUMBER}, {"0.00", SHEET_NUMBER},
	    {"", SHEET_NUMBER}, {"dd.mm.yyyy", SHEET_DATE}, {"mmm", SHEET_DATE},
	    {"h:mm AM/PM", SHEET_TIME}, {"[h]:mm:ss", SHEET_TIME},
	    {"[mm]:ss", SHEET_TIME}, {"[Red]0", SHEET_NUMBER},
	    {"[$-409]d/m/yy;@", SHEET_DATE}, {"[Magenta]0", SHEET_NUMBER},
	    {"0 \"days\"", SHEET_NUMBER}, {"\\d0", SHEET_NUMBER},
	    {"_d0", SHEET_NUMBER}, {"*y0", SHEET_NUMBER},
	    {"\"days", SHEET_NUMBER}, {"[Red", SHEET_NUMBER},
	    {"0\\", SHEET_NUMBER}, {"#,##0\\ [$\xe2\x82\xac-1]", SHEET_NUMBER}};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		ck_assert_msg(sheet_cell_format(rows[i].code) == rows[i].want,
		    "%s", rows[i].code);
	ck_assert_int_eq(sheet_cell_builtin(0), SHEET_NUMBER);
	ck_assert_int_eq(sheet_cell_builtin(14), SHEET_DATE);
	ck_assert_int_eq(sheet_cell_builtin(21), SHEET_TIME);
	ck_assert_int_eq(sheet_cell_builtin(22), SHEET_DATE);
	ck_assert_int_eq(sheet_cell_builtin(46), SHEET_TIME);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sheet_cell");
	TCase *c = tcase_create("sheet_cell");

	tcase_add_test(c, outer_blanks_and_words_that_mean_nothing_are_removed);
	tcase_add_test(c, a_number_is_written_as_short_as_it_can_be);
	tcase_add_test(c, a_serial_number_is_a_date_or_a_time);
	tcase_add_test(c, an_iso_date_is_a_date);
	tcase_add_test(c, a_format_code_shows_a_date_a_time_or_a_number);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
