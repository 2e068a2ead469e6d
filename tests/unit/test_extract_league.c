/*
 * extract_league: sheets of the league workbook go to the tables of their
 * names with the columns that are read.
 */
#include "raw_fake.h"

#define T(r, t) "<c r='" r "' t='inlineStr'><is><t>" t "</t></is></c>"

static const struct input_file league = {
    .path = "BLB_Tables.xlsx", .kind = INPUT_LEAGUE};

static int
workbook(const char *rows)
{
	struct book_part part[4] = {BOOK_ROOT, BOOK_RELATIONS,
	    {"xl/workbook.xml",
		"<w><sheets><sheet name='dim_league' r:id='r1'/>"
		"<sheet name='Other' r:id='r9'/></sheets></w>",
		0}};
	char text[1024];

	(void)snprintf(
	    text, sizeof(text), "<w><sheetData>%s</sheetData></w>", rows);
	part[3].name = "xl/worksheets/sheet1.xml";
	part[3].text = text;
	return (book_zip(part, 4));
}

START_TEST(a_sheet_of_ours_is_read_and_others_are_not)
{
	int fd = workbook("<row>" T("A1", "league") T("B1", "Notes") T("C1",
	    "league_id") "</row><row>" T("A2", "Norad") T("B2", "x") T("C2",
	    "N") "</row><row>" T("B3", "x") "</row>"
					    "<row>" T("A4", "Csah") "</row>");
	struct extract_file f = raw_file(fd, &league);
	struct err e;

	ck_assert_int_eq(extract_league(&f, &e), 0);
	ck_assert_str_eq(buf_string(&raw_noted.text),
	    "sheet dim_league\n"
	    "dim_league row=2 league_id=N league=Norad\n"
	    "dim_league row=4 league=Csah\n");
	ck_assert_int_eq((int)f.rows, 2);
	(void)close(fd);
}
END_TEST

START_TEST(an_error_names_the_sheet_and_the_place)
{
	int fd = workbook("<row>" T(
	    "A1", "league") "</row>"
			    "<row><c r='A2' t='s'><v>1</v></c></row>");
	struct extract_file f = raw_file(fd, &league);
	struct err e;

	ck_assert_int_eq(extract_league(&f, &e), -1);
	ck_assert_str_eq(e.text,
	    "sheet dim_league: row 2, column league: it refers to a text that "
	    "is not there");
	f.stopped = raw_always_stopped;
	ck_assert_int_eq(extract_league(&f, &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	(void)close(fd);
	fd = raw_text("");
	f = raw_file(fd, &league);
	ck_assert_int_eq(extract_league(&f, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	(void)close(fd);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("extract_league");
	TCase *c = tcase_create("extract_league");

	tcase_add_test(c, a_sheet_of_ours_is_read_and_others_are_not);
	tcase_add_test(c, an_error_names_the_sheet_and_the_place);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
