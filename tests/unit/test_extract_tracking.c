/*
 * extract_tracking: the layouts of tracking workbooks become the same rows.
 */
#include "raw_fake.h"

#define T(r, t) "<c r='" r "' t='inlineStr'><is><t>" t "</t></is></c>"

static const struct input_file tracking = {
    .path = "games/7/7_tracking.xlsx", .kind = INPUT_TRACKING, .game_id = 7};

/* A workbook with these sheets (name, rows) in pairs. */
static int
workbook(const char *const *sheet, size_t n)
{
	static char text[6][4096];
	struct book_part part[7] = {BOOK_ROOT};
	size_t i, p;

	(void)snprintf(text[0], sizeof(text[0]), "<w><sheets>");
	(void)snprintf(text[1], sizeof(text[1]), "<r>");
	for (i = 0; i < n; i++) {
		p = strlen(text[0]);
		(void)snprintf(text[0] + p, sizeof(text[0]) - p,
		    "<sheet name='%s' r:id='r%zu'/>", sheet[2 * i], i);
		p = strlen(text[1]);
		(void)snprintf(text[1] + p, sizeof(text[1]) - p,
		    "<Relationship Id='r%zu' Type='w' Target='s%zu'/>", i, i);
		(void)snprintf(text[2 + i], sizeof(text[0]),
		    "<w><sheetData>%s</sheetData></w>", sheet[2 * i + 1]);
		part[3 + i].name = i == 0   ? "xl/s0"
				   : i == 1 ? "xl/s1"
				   : i == 2 ? "xl/s2"
					    : "xl/s3";
		part[3 + i].text = text[2 + i];
	}
	(void)strncat(text[0], "</sheets></w>", 20);
	(void)strncat(text[1], "</r>", 20);
	part[1].name = "xl/workbook.xml";
	part[1].text = text[0];
	part[2].name = "xl/_rels/workbook.xml.rels";
	part[2].text = text[1];
	return (book_zip(part, 3 + n));
}

static void
check(const char *const *sheet, size_t n, const char *want)
{
	int fd = workbook(sheet, n);
	struct extract_file f = raw_file(fd, &tracking);
	struct err e;

	ck_assert_msg(extract_tracking(&f, &e) == 0, "%s", e.text);
	ck_assert_str_eq(buf_string(&raw_noted.text), want);
	(void)close(fd);
}

START_TEST(a_plain_cell_counts_before_the_one_with_an_underscore)
{
	static const char *const sheets[] = {"events",
	    "<row>" T("A1", "event_index") T("B1", "event_type_") T(
		"C1", "Type") T("D1", "period") T("E1", "period_") T("F1",
		"play_detail_1") T("G1",
		"play_detail2_") "</row>"
				 "<row>" T("A2", "1000") T("B2", "Shot") T(
				     "C2", "Pass") T("D2", "1") T("E2", "2")
				     T("F2", "a") T("G2",
					 "b") "</row>"
					      "<row>" T("A3", "1000") T("E3",
						  "2") "</row>"
						       "<row>" T("B4",
							   "Shot") "</row>"};

	check(sheets, 1,
	    "sheet events\n"
	    "events row=2 event_index=1000 typed_type=Shot event_type=Pass "
	    "period=1 play_detail1=a play_detail_2=b\n"
	    "events row=3 event_index=1000 period=2\n"
	    "tracking - - - - - - - -\n");
}
END_TEST

START_TEST(the_typed_type_is_the_first_such_column_of_the_sheet)
{
	static const char *const plain[] = {"events",
	    "<row>" T("A1", "event_index_") T("B1",
		"event_type") "</row>"
			      "<row>" T("A2", "1") T("B2", "Shot") "</row>"};
	static const char *const carried[] = {"events",
	    "<row>" T("A1", "event_index")
		T("B1", "Type") "</row>"
				"<row>" T("A2", "1") T("B2", "Shot") "</row>"};

	check(plain, 1,
	    "sheet events\nevents row=2 event_index=1 typed_type=Shot "
	    "event_type=Shot\ntracking - - - - - - - -\n");
	check(carried, 1,
	    "sheet events\nevents row=2 event_index=1 typed_type=Shot "
	    "event_type=Shot\ntracking - - - - - - - -\n");
}
END_TEST

START_TEST(points_stand_in_columns_and_in_sheets_of_their_own)
{
	static const char *const sheets[] = {"events",
	    "<row>" T("A1", "event_index") T("B1", "puck_x_1")
		T("C1", "puck_y_1_") T("D1", "player_x_stop") T("E1", "net_x")
		    T("F1", "net_y") "</row>"
				     "<row>" T("A2", "1") T("B2", "10") T(
					 "C2", "-3.5") T("D2", "7") T("F2",
					 "4") "</row>"
					      "<row>" T("B3", "10") "</row>",
	    "xy_player",
	    "<row>" T("A1", "event_index") T("B1", "point_number") T(
		"C1", "x") T("D1",
		"player_role") "</row>"
			       "<row>" T("A2", "1") T("B2", "2") T("C2", "5") T(
				   "D2", "net") "</row>"
						"<row>" T("A3", "1") T("D3",
						    "event_player_1") "</row>"};

	check(sheets, 2,
	    "sheet events\nevents row=2 event_index=1\n"
	    "point sheet=events row=2 path=puck layout=numbered n=1 x=10 "
	    "y=-3.5\n"
	    "point sheet=events row=2 path=player layout=start_stop n=2 x=7\n"
	    "point sheet=events row=2 path=net layout=numbered n=1 y=4\n"
	    "sheet xy_player\n"
	    "point sheet=xy_player row=2 path=net layout=rows n=1 x=5 "
	    "event_index=1 slot=2 player_role=net\n"
	    "point sheet=xy_player row=3 path=player layout=rows n=1 "
	    "event_index=1 player_role=event_player_1\n"
	    "tracking - - - - - - - -\n");
}
END_TEST

START_TEST(shifts_and_metadata_are_read)
{
	static const char *const sheets[] = {"shifts",
	    "<row>" T("A1", "shift_index") T("B1", "Period")
		T("C1", "home_xtra_")
		    T("D1", "period") "</row>"
				      "<row>" T("A2", "1") T("B2", "2")
					  T("C2", "9") T("D2", "3") "</row>",
	    "metadata",
	    "<row>" T(
		"A1", "home_attacks_right_p1") "</row>"
					       "<row><c r='A2' "
					       "t='b'><v>0</v></c></row>"
					       "<row><c r='A3' "
					       "t='b'><v>1</v></c></row>"};

	check(sheets, 2,
	    "sheet shifts\nshifts row=2 shift_index=1 period=2 home_xtra=9\n"
	    "tracking - - - False - - - -\n");
}
END_TEST

START_TEST(videos_stand_in_a_sheet_and_in_a_workbook_of_their_own)
{
	static const char *const sheets[] = {"video",
	    "<row>" T("A1", "period_2_start") T("B1", "video_url") T("C1",
		"duration_seconds_") "</row>"
				     "<row>" T("A2", "1500") T("B2", "u")
					 T("C2", "3900") "</row>"
							 "<row>" T("A3",
							     "7") "</row>"};
	static const char *const listed[] = {"video",
	    "<row>" T("A1", "Index") T("B1", "Url_4") T("C1", "Url_1") T("D1",
		"video_url") "</row>"
			     "<row>" T("A2", "2") T("B2", "b") T("C2", "a") T(
				 "D2", "no") "</row>"
					     "<row>" T("B3",
						 "c") "</row>"
						      "<row>" T("A4", "5") "</"
									   "row"
									   ">"};
	struct extract_file f;
	struct err e;
	int fd;

	check(sheets, 1,
	    "sheet video\nvideo row=2 url=u duration_seconds=3900 "
	    "period_2_start=1500\ntracking - - - - - - - -\n");
	fd = workbook(listed, 1);
	f = raw_file(fd, &tracking);
	ck_assert_msg(extract_video(&f, &e) == 0, "%s", e.text);
	ck_assert_str_eq(buf_string(&raw_noted.text),
	    "sheet video\nvideo row=2 url=a number=2\nvideo row=3 url=c\n");
	(void)close(fd);
	fd = raw_text("no workbook");
	f = raw_file(fd, &tracking);
	ck_assert_int_eq(extract_video(&f, &e), -1);
	ck_assert_str_eq(e.text, "Not a zip archive");
	(void)close(fd);
}
END_TEST

START_TEST(other_sheets_are_not_opened)
{
	static const char *const sheets[] = {"notes", "<broken"};

	check(sheets, 1, "tracking - - - - - - - -\n");
}
END_TEST

START_TEST(an_error_ends_the_file)
{
	static const char *const sheets[] = {"events",
	    "<row>" T("A1", "event_index")
		T("B1", "puck_x_1") "</row>"
				    "<row>" T("A2", "1") T("B2", "2") "</row>"};
	int fd = workbook(sheets, 1), i;
	struct extract_file f = raw_file(fd, &tracking);
	struct err e;

	for (i = 0; i < 2; i++) {
		raw_ended = 0;
		raw_fails_at = i;
		ck_assert_int_eq(extract_tracking(&f, &e), -1);
		ck_assert_int_eq(e.code, ERR_DATABASE);
	}
	f.stopped = raw_always_stopped;
	ck_assert_int_eq(extract_tracking(&f, &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	(void)close(fd);
	fd = raw_text("no workbook");
	f = raw_file(fd, &tracking);
	ck_assert_int_eq(extract_tracking(&f, &e), -1);
	ck_assert_str_eq(e.text, "Not a zip archive");
	(void)close(fd);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("extract_tracking");
	TCase *c = tcase_create("extract_tracking");

	tcase_add_test(
	    c, a_plain_cell_counts_before_the_one_with_an_underscore);
	tcase_add_test(c, the_typed_type_is_the_first_such_column_of_the_sheet);
	tcase_add_test(c, points_stand_in_columns_and_in_sheets_of_their_own);
	tcase_add_test(c, shifts_and_metadata_are_read);
	tcase_add_test(
	    c, videos_stand_in_a_sheet_and_in_a_workbook_of_their_own);
	tcase_add_test(c, other_sheets_are_not_opened);
	tcase_add_test(c, an_error_ends_the_file);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
