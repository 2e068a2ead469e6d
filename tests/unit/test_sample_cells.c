/*
 * sample_cells: what a field is on a row.
 */
#include "sample/sample_cells.h"
#include "sample/sample_tracking.h"
#include "unit_sample.h"

/* Writes one row of two fields and gives the sheet's text. */
static char *
write_fields(struct unit_sample *u, struct cell_row *r, enum cell_field a,
    enum cell_field b)
{
	static const char *const columns[] = {"a", "b", NULL};
	struct sample_book book;
	struct sample_sheet s;
	char path[96];
	struct err e;

	(void)snprintf(path, sizeof(path), "%s/cells.xlsx", u->dir);
	ck_assert_int_eq(sample_book_open(&book, path, true, &e), 0);
	sample_sheet_begin(&s, &book, "events", columns);
	sample_cells_write(&s, r, a);
	sample_cells_write(&s, r, b);
	sample_sheet_end_row(&s);
	ck_assert_int_eq(sample_book_close(&book, &e), 0);
	return (unit_sample_part(path, "xl/worksheets/sheet1.xml"));
}

static void
check(struct unit_sample *u, struct cell_row *r, enum cell_field field,
    const char *cell)
{
	char *part = write_fields(u, r, field, CELL_ONE);

	if (cell == NULL)
		ck_assert_ptr_null(strstr(part, "r=\"A2\""));
	else
		ck_assert_msg(strstr(part, cell) != NULL, "%s", part);
	ck_assert_ptr_nonnull(strstr(part, "r=\"B2\"><v>1<"));
	free(part);
}

START_TEST(fields_of_a_pressed_passer)
{
	struct sample_event e = {.type = "Pass",
	    .detail = "Pass_Completed",
	    .success = 's',
	    .zone = 'o',
	    .side = SAMPLE_HOME,
	    .period = 2,
	    .link = 3,
	    .actors_n = 2};
	struct unit_sample u;
	struct cell_row r = {
	    .event = &e, .number = 1, .start = 605, .end = -1, .index = 4};

	unit_sample_init(&u, 1);
	r.league = &u.league;
	r.game = unit_sample_play(&u, 0);
	r.tape = &u.tape;
	e.actors[0].own = true;
	e.actors[0].pressure = 1;
	e.actors[1].number = 77;
	e.actors[1].pressure = 2;
	r.actor = &e.actors[0];
	check(&u, &r, CELL_INDEX, "<v>1004<");
	check(&u, &r, CELL_LINK, "<v>9003<");
	check(&u, &r, CELL_START_MIN, "<v>10<");
	check(&u, &r, CELL_START_SEC, "<v>5<");
	check(&u, &r, CELL_END_MIN, NULL);
	check(&u, &r, CELL_ZONE_WORD, ">Offensive<");
	check(&u, &r, CELL_AWAY_ZONE, ">d<");
	check(&u, &r, CELL_TEAM, ">h<");
	check(&u, &r, CELL_ROLE, ">event_player_1<");
	check(&u, &r, CELL_TEAM_ROLE, ">event_team_player_1<");
	check(&u, &r, CELL_PRESSURE, "<v>1<");
	check(&u, &r, CELL_PRESSED_BY, "<v>77<");
	check(&u, &r, CELL_SUCCESS, ">s<");
	check(&u, &r, CELL_DURATION, "<v>0<");
	check(&u, &r, CELL_PLAY_1, NULL);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_row_without_a_player_has_no_fields_of_players)
{
	struct sample_event e = {
	    .type = "Intermission", .side = SAMPLE_NOBODY, .period = 2};
	struct unit_sample u;
	struct cell_row r = {.event = &e, .start = -1, .end = -1};

	unit_sample_init(&u, 1);
	r.league = &u.league;
	r.game = unit_sample_play(&u, 0);
	r.tape = &u.tape;
	check(&u, &r, CELL_NUMBER, NULL);
	check(&u, &r, CELL_ROLE, NULL);
	check(&u, &r, CELL_TEAM, NULL);
	check(&u, &r, CELL_PLAYER_TEAM, NULL);
	check(&u, &r, CELL_START_MIN, NULL);
	check(&u, &r, CELL_PERIOD, "<v>2<");
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_cells");
	TCase *c = tcase_create("sample_cells");

	tcase_add_test(c, fields_of_a_pressed_passer);
	tcase_add_test(c, a_row_without_a_player_has_no_fields_of_players);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
