/*
 * sample_shifts: a row for each line-up; who is on the ice when.
 */
#include "sample/sample_tracking.h"
#include "unit_sample.h"

static char *
write_game(struct unit_sample *u, int k, const char *part)
{
	struct sample_game *g = unit_sample_play(u, k);
	char path[96];
	struct err e;

	(void)snprintf(path, sizeof(path), "%s/%d.xlsx", u->dir, k);
	ck_assert_int_eq(
	    sample_tracking_write(&u->league, g, &u->tape, path, &e), 0);
	return (unit_sample_part(path, part));
}

START_TEST(an_export_has_a_row_for_each_line_up)
{
	struct unit_sample u;
	char *part;

	unit_sample_init(&u, 4);
	part = write_game(&u, 2, "xl/worksheets/sheet2.xml");
	ck_assert_int_eq(unit_sample_count(part, "<row "), u.tape.shifts_n + 1);
	ck_assert_ptr_null(strstr(part, ">home_ozone_start<"));
	free(part);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_legacy_sheet_also_has_breaks_marks_and_template_rows)
{
	struct unit_sample u;
	char *part, *texts;

	unit_sample_init(&u, 4);
	part = write_game(&u, 0, "xl/worksheets/sheet2.xml");
	texts = write_game(&u, 0, "xl/sharedStrings.xml");
	ck_assert_int_ge(
	    unit_sample_count(part, "<row "), u.tape.shifts_n + 1 + 2 + 40);
	ck_assert_ptr_nonnull(strstr(texts, ">home_ozone_start<"));
	ck_assert_ptr_nonnull(strstr(texts, ">Intermission<"));
	free(part);
	free(texts);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(at_a_change_a_face_off_belongs_to_the_later_line_up)
{
	struct sample_shift shifts[2] = {
	    {.period = 1, .start = 1080, .end = 1000},
	    {.period = 1, .start = 1000, .end = 900}};
	struct sample_tape t = {.shifts = shifts, .shifts_n = 2};
	struct sample_event e = {.type = "Pass", .period = 1, .start = 1000};

	ck_assert_ptr_eq(sample_shift_at(&t, &e), &shifts[0]);
	e.type = "Faceoff";
	ck_assert_ptr_eq(sample_shift_at(&t, &e), &shifts[1]);
	e.start = 800;
	ck_assert_ptr_null(sample_shift_at(&t, &e));
	e.start = -1;
	ck_assert_ptr_null(sample_shift_at(&t, &e));
}
END_TEST

START_TEST(an_exchanged_file_calls_the_away_team_home)
{
	struct sample_game g = {.oddity = SAMPLE_SWAPPED};

	ck_assert_int_eq(sample_side_as(&g, SAMPLE_HOME), SAMPLE_AWAY);
	g.oddity = SAMPLE_PLAIN;
	ck_assert_int_eq(sample_side_as(&g, SAMPLE_HOME), SAMPLE_HOME);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_shifts");
	TCase *c = tcase_create("sample_shifts");

	tcase_add_test(c, an_export_has_a_row_for_each_line_up);
	tcase_add_test(
	    c, a_legacy_sheet_also_has_breaks_marks_and_template_rows);
	tcase_add_test(c, at_a_change_a_face_off_belongs_to_the_later_line_up);
	tcase_add_test(c, an_exchanged_file_calls_the_away_team_home);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
