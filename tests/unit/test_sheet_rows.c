/*
 * sheet_rows: what a sheet's XML says row by row, and what it may not say.
 */
#include "book.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define INLINE(r, t) "<c r='" r "' t='inlineStr'><is><t>" t "</t></is></c>"
#define HEADER "<row r='1'>" INLINE("A1", "a") INLINE("B1", "b") "</row>"

static const char styles[] =
    "<numFmts><numFmt numFmtId='170' formatCode='h:mm'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/>"
    "</cellXfs>";
static const char strings[] =
    "<si><t> one </t></si><si><r><rPr/><t>t</t></r><r><t>wo</t></r>"
    "<rPh><t>no</t></rPh></si><si><t>NA</t></si><si/>";

struct sentence {
	const char *rows, *want;
};

static void
check(const struct sentence *row)
{
	struct buf out;
	struct err e;

	ck_assert_msg(
	    book_read(book_events(row->rows, styles, strings), &out, &e) == 0,
	    "%s: %s", row->rows, e.text);
	ck_assert_str_eq(buf_string(&out), row->want);
	buf_cleanup(&out);
}

START_TEST(every_kind_of_cell_becomes_text)
{
	static const struct sentence rows[] = {
	    {HEADER "<row r='2'><c r='A2'><v>18.0</v></c>"
		    "<c r='B2' t='s'><v>0</v></c></row>",
		"a|b/2\n2:18|one\n"},
	    {HEADER "<row r='2'><c r='A2' t='s'><v>1</v></c>"
		    "<c r='B2' t='s'><v>2</v></c></row>",
		"a|b/2\n2:two|-\n"},
	    {HEADER "<row r='2'><c r='A2' t='b'><v>1</v></c>"
		    "<c r='B2' t='b'><v>0</v></c></row>",
		"a|b/2\n2:True|False\n"},
	    {HEADER "<row r='2'><c r='A2' s='1'><v>45207</v></c>"
		    "<c r='B2' s='2'><v>0.5</v></c></row>",
		"a|b/2\n2:2023-10-08 00:00:00|12:00:00\n"},
	    {HEADER "<row r='2'><c r='A2' t='e'><v>#N/A</v></c>"
		    "<c r='B2' t='str'><f>A1</f><v> x </v></c></row>",
		"a|b/2\n2:-|x\n"},
	    {HEADER "<row r='2'><c r='A2' t='d'><v>2024-10-01</v></c>"
		    "<c r='B2' t='inlineStr'><is><r><t>x</t></r><rPh><t>n</t>"
		    "</rPh><r><t>y</t></r></is></c></row>",
		"a|b/2\n2:2024-10-01 00:00:00|xy\n"},
	    {HEADER "<row r='2'><c r='A2' s='99'><v>1</v></c>"
		    "<c r='B2'><v>what</v></c></row>",
		"a|b/2\n2:1|what\n"},
	    {HEADER "<row r='2'><c r='A2'><v>a&amp;b</v></c></row>",
		"a|b/2\n2:a&b|-\n"}};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		check(&rows[i]);
}
END_TEST

START_TEST(a_formula_without_a_value_is_an_empty_cell)
{
	static const struct sentence row = {HEADER
	    "<row r='2'><c r='A2'><f>1+1</f></c>"
	    "<c r='B2' t='str'><f>\"\"</f><v></v></c></row>"
	    "<row r='3'><c r='A3' t='str'><f>x</f><v/></c>"
	    "<c r='B3'><v>5</v></c></row>",
	    "a|b/2\n3:-|5\n"};

	check(&row);
}
END_TEST

START_TEST(rows_and_cells_without_references_are_counted)
{
	static const struct sentence row = {
	    "<row><c t='inlineStr'><is><t>a</t></is></c>"
	    "<c t='inlineStr'><is><t>b</t></is></c></row>"
	    "<row><c><v>1</v></c><c><v>2</v></c></row>"
	    "<row r='7'><c r='B7'><v>3</v></c><c><v>4</v></c></row>",
	    "a|b/2\n2:1|2\n7:-|3\n"};

	check(&row);
}
END_TEST

START_TEST(columns_that_repeat_are_called_index_or_have_no_header_are_dropped)
{
	static const struct sentence rows[] = {
	    {"<row r='1'>" INLINE("A1", "a") INLINE("B1", "index") INLINE(
		 "D1", "a") INLINE("E1", "b") INLINE("F1",
		 "a") "</row><row r='2'><c r='A2'><v>1</v></c><c "
		      "r='B2'><v>2</v>"
		      "</c><c r='C2'><v>3</v></c><c r='D2'><v>4</v></c>"
		      "<c r='E2'><v>5</v></c><c r='XFD2'><v>6</v></c></row>",
		"a|b!a/2\n2:1|5\n"},
	    {"<row r='2'><c r='A2'><v>1</v></c></row>", "/0\n"}, {"", "/0\n"}};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		check(&rows[i]);
}
END_TEST

START_TEST(a_row_without_a_wanted_cell_is_passed_over)
{
	static const struct sentence row = {
	    "<row r='1'>" INLINE("A1", "a") INLINE(
		"B1", "~b") "</row>"
			    "<row r='2'><c r='B2'><v>1</v></c></row>"
			    "<row r='3'><c r='A3' t='s'><v>2</v></c></row>"
			    "<row r='4'><c r='A4'><v>1</v></c></row>",
	    "a/1\n4:1\n"};

	check(&row);
}
END_TEST

START_TEST(names_with_a_prefix_mean_the_same)
{
	static const struct book_part part[] = {BOOK_ROOT, BOOK_RELATIONS,
	    BOOK_WORKBOOK,
	    {"xl/worksheets/sheet1.xml",
		"<x:worksheet xmlns:x='m'><x:sheetData><x:row r='1'><x:c "
		"r='A1' t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c></x:row>"
		"<x:row r='2'><x:c r='A2'><x:v>1</x:v></x:c></x:row>"
		"</x:sheetData></x:worksheet>",
		0}};
	struct buf out;
	struct err e;

	ck_assert_int_eq(book_read(book_zip(part, 4), &out, &e), 0);
	ck_assert_str_eq(buf_string(&out), "a/1\n2:1\n");
	buf_cleanup(&out);
}
END_TEST

START_TEST(a_sheet_that_lies_is_refused_with_its_place)
{
	static const struct sentence rows[] = {
	    {HEADER "<row r='2147483648'/>",
		"sheet events: row 2147483648: a sheet has at most 1048576 "
		"rows"},
	    {HEADER "<row r='99999999999999999999'/>",
		"sheet events: row 999999999999: a sheet has at most 1048576 "
		"rows"},
	    {HEADER "<row r='1048576'/><row/>",
		"sheet events: row 1048577: a sheet has at most 1048576 rows"},
	    {HEADER "<row r='5'/><row r='3'/>",
		"sheet events: row 3 stands below row 5"},
	    {HEADER "<row r='x'/>", "sheet events: row x stands below row 1"},
	    {HEADER "<row r='2'><c r='ZZZZ2'/></row>",
		"sheet events: row 2: a cell beyond column XFD"},
	    {HEADER "<row r='2'><c r='2'/></row>",
		"sheet events: row 2: a cell beyond column XFD"},
	    {HEADER "<row r='2'><c r='B2' t='s'><v>4</v></c></row>",
		"sheet events: row 2, column b: it refers to a text that is "
		"not there"},
	    {"<row r='1'><c r='AB1' t='s'><v>x</v></c></row>",
		"sheet events: row 1, column AB: it refers to a text that is "
		"not there"}};
	struct buf out;
	struct err e;
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		ck_assert_int_eq(
		    book_read(
			book_events(rows[i].rows, styles, strings), &out, &e),
		    -1);
		ck_assert_str_eq(e.text, rows[i].want);
		buf_cleanup(&out);
	}
}
END_TEST

/* A row 2 with a cell of n characters in column b. */
static int
read_long(size_t n, bool shared, struct buf *out, struct err *e)
{
	struct buf text;
	char *x = malloc(n);
	int fd;

	ck_assert_ptr_nonnull(x);
	memset(x, 'x', n);
	buf_init(&text, 16UL * 1024 * 1024);
	buf_text(&text, shared ? "<si><t>" : HEADER "<row><c/><c><v>");
	buf_append(&text, x, n);
	buf_text(&text, shared ? "</t></si>" : "</v></c></row>");
	fd = shared ? book_events(HEADER "<row><c/><c t='s'><v>0</v></c></row>",
			  styles, buf_string(&text))
		    : book_events(buf_string(&text), styles, strings);
	buf_cleanup(&text);
	free(x);
	return (book_read(fd, out, e));
}

START_TEST(a_cell_of_five_megabytes_is_refused_with_its_place)
{
	static const struct {
		size_t n;
		bool shared;
		int rc;
	} rows[] = {{32767, false, 0}, {32768, false, -1},
	    {5UL * 1024 * 1024, false, -1}, {32767, true, 0}, {32768, true, -1},
	    {5UL * 1024 * 1024, true, -1}};
	struct buf out;
	struct err e;
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		ck_assert_int_eq(
		    read_long(rows[i].n, rows[i].shared, &out, &e), rows[i].rc);
		if (rows[i].rc == -1) {
			ck_assert_int_eq(e.code, ERR_LIMIT);
			ck_assert_str_eq(e.text,
			    "sheet events: row 2, column b: the text is "
			    "longer than 32767 characters");
		}
		buf_cleanup(&out);
	}
}
END_TEST

START_TEST(cells_outside_of_rows_and_rows_in_rows_are_harmless)
{
	static const struct sentence rows[] = {
	    {HEADER "<c r='XFD1'><v>9</v></c><row r='2'><c r='A2'><v>1</v></c>"
		    "</row><c r='A2'><v>8</v></c>",
		"a|b/2\n2:1|-\n"},
	    {HEADER "<row r='2'><row r='3'><c r='A3'><v>1</v></c></row></row>",
		"a|b/2\n3:1|-\n"},
	    {HEADER "<row r='2'><c r='A2'><c r='B2'><v>1</v></c></c></row>",
		"a|b/2\n2:-|1\n"}};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		check(&rows[i]);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sheet_rows");
	TCase *c = tcase_create("sheet_rows");

	tcase_add_test(c, every_kind_of_cell_becomes_text);
	tcase_add_test(c, a_formula_without_a_value_is_an_empty_cell);
	tcase_add_test(c, rows_and_cells_without_references_are_counted);
	tcase_add_test(c,
	    columns_that_repeat_are_called_index_or_have_no_header_are_dropped);
	tcase_add_test(c, a_row_without_a_wanted_cell_is_passed_over);
	tcase_add_test(c, names_with_a_prefix_mean_the_same);
	tcase_add_test(c, a_sheet_that_lies_is_refused_with_its_place);
	tcase_add_test(c, a_cell_of_five_megabytes_is_refused_with_its_place);
	tcase_add_test(c, cells_outside_of_rows_and_rows_in_rows_are_harmless);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
