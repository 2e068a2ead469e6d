/*
 * sample_tracking: the sheet events of a tracking workbook, a table of columns
 * for each layout. A column is filled from a field of the row; typed columns
 * of the legacy sheet are filled where something changes only.
 */
#include "sample/sample_tracking.h"

#include "sample/sample_cells.h"

#define TEMPLATE_ROWS 60 /* empty rows that a legacy sheet ends with */
#define BREAK_CLOCK                                                            \
	1800 /* breaks are typed with a clock outside any period               \
	      */

enum rows { ALL, FIRST }; /* rows of an event that a column is filled in */

struct column {
	const char *name;
	enum cell_field field;
	enum rows rows;
};

static const struct column legacy[] = {{"event_index_flag_", CELL_ONE, FIRST},
    {"linked_event_index_flag_", CELL_EMPTY, ALL},
    {"event_start_min_", CELL_START_MIN, FIRST},
    {"event_start_sec_", CELL_START_SEC, FIRST},
    {"event_end_min_", CELL_END_MIN, FIRST},
    {"event_end_sec_", CELL_END_SEC, FIRST},
    {"player_game_number_", CELL_NUMBER, ALL},
    {"event_team_zone_", CELL_ZONE, FIRST}, {"event_type_", CELL_TYPE, FIRST},
    {"event_detail_", CELL_DETAIL, FIRST},
    {"event_detail_2_", CELL_DETAIL_2, FIRST},
    {"event_successful_", CELL_SUCCESS, FIRST},
    {"play_detail1_", CELL_PLAY_1, ALL}, {"play_detail2_", CELL_PLAY_2, ALL},
    {"play_detail_successful_", CELL_PLAY_SUCCESS, ALL},
    {"pressured_pressurer_", CELL_PRESSURE, ALL},
    {"event_index_", CELL_TYPED_INDEX, ALL},
    {"linked_event_index_", CELL_TYPED_LINK, ALL}, {"team_", CELL_TEAM, FIRST},
    {"player_game_number", CELL_NUMBER, ALL},
    {"role_abrev_binary_", CELL_ONE, ALL}, {"period", CELL_PERIOD, ALL},
    {"event_index", CELL_INDEX, ALL}, {"linked_event_index", CELL_LINK, ALL},
    {"tracking_event_index", CELL_INDEX, ALL},
    {"event_start_min", CELL_START_MIN, ALL},
    {"event_start_sec", CELL_START_SEC, ALL},
    {"event_end_min", CELL_END_MIN, ALL}, {"event_end_sec", CELL_END_SEC, ALL},
    {"role_abrev", CELL_ROLE_LETTER, ALL}, {"event_team_zone", CELL_ZONE, ALL},
    {"home_team_zone", CELL_HOME_ZONE, ALL},
    {"away_team_zone", CELL_AWAY_ZONE, ALL},
    {"team_venue", CELL_TEAM_WORD, ALL},
    {"side_of_puck", CELL_SIDE_OF_PUCK, ALL},
    {"play_detail1", CELL_PLAY_1, ALL}, {"play_detail_2", CELL_PLAY_2, ALL},
    {"play_detail_successful", CELL_PLAY_SUCCESS, ALL},
    {"pressured_pressurer", CELL_PRESSURE, ALL}, {"game_id", CELL_GAME_ID, ALL},
    {"home_team", CELL_HOME_TEAM, ALL}, {"away_team", CELL_AWAY_TEAM, ALL},
    {"Type", CELL_TYPE, ALL}, {"event_detail", CELL_DETAIL, ALL},
    {"event_detail_2", CELL_DETAIL_2, ALL},
    {"event_successful", CELL_SUCCESS, ALL}, {"duration", CELL_DURATION, ALL},
    {"running_intermission_duration", CELL_REST, ALL},
    {"player_role", CELL_TEAM_ROLE, ALL},
    {"role_number", CELL_ROLE_NUMBER, ALL}, {"player_id", CELL_PLAYER_ID, ALL},
    {"player_team", CELL_PLAYER_TEAM, ALL}, {NULL, CELL_EMPTY, ALL}};

static const struct column export_23[] = {
    {"event_index_flag_", CELL_TYPED_INDEX, ALL},
    {"linked_event_index_flag_", CELL_EMPTY, ALL},
    {"event_start_min_", CELL_START_MIN, ALL},
    {"event_start_sec_", CELL_START_SEC, ALL},
    {"event_end_min_", CELL_END_MIN, ALL},
    {"event_end_sec_", CELL_END_SEC, ALL}, {"event_team_zone_", CELL_ZONE, ALL},
    {"event_type_", CELL_TYPE, ALL}, {"event_detail_", CELL_DETAIL, ALL},
    {"event_detail_2_", CELL_DETAIL_2, ALL},
    {"event_successful_", CELL_SUCCESS_TRUE, ALL}, {"team_", CELL_TEAM, ALL},
    {"period", CELL_PERIOD, ALL}, {"event_index", CELL_INDEX, ALL},
    {"linked_event_index", CELL_LINK, ALL}, {"game_id", CELL_GAME_ID, ALL},
    {"home_team", CELL_HOME_TEAM, ALL}, {"away_team", CELL_AWAY_TEAM, ALL},
    {"strength", CELL_STRENGTH, ALL}, {"event_team_zone", CELL_ZONE_WORD, ALL},
    {"event_start_min", CELL_START_MIN, ALL},
    {"event_start_sec", CELL_START_SEC, ALL},
    {"event_end_min", CELL_END_MIN, ALL}, {"event_end_sec", CELL_END_SEC, ALL},
    {"event_detail", CELL_DETAIL, ALL}, {"event_detail_2", CELL_DETAIL_2, ALL},
    {"event_successful", CELL_SUCCESS_TRUE, ALL},
    {"is_highlight", CELL_HIGHLIGHT, ALL}, {"Type", CELL_TYPE, ALL},
    {"player_game_number_", CELL_NUMBER, ALL},
    {"role_abrev", CELL_ROLE_SHORT, ALL},
    {"player_game_number", CELL_NUMBER, ALL},
    {"role_abrev_binary_", CELL_ROLE_LETTER, ALL},
    {"player_role", CELL_ROLE, ALL}, {"play_detail1_", CELL_PLAY_1, ALL},
    {"play_detail2_", CELL_PLAY_2, ALL},
    {"play_detail_successful_", CELL_PLAY_SUCCESS, ALL},
    {"pressured_pressurer_", CELL_EMPTY, ALL},
    {"side_of_puck_", CELL_SIDE_OF_PUCK, ALL},
    {"play_detail1", CELL_PLAY_1, ALL}, {"play_detail_2", CELL_PLAY_2, ALL},
    {"play_detail_successful", CELL_PLAY_SUCCESS, ALL},
    {"pressured_pressurer", CELL_EMPTY, ALL},
    {"side_of_puck", CELL_SIDE_OF_PUCK, ALL}, {NULL, CELL_EMPTY, ALL}};

static const struct column export_29[] = {{"event_index", CELL_INDEX, ALL},
    {"linked_event_index", CELL_LINK, ALL}, {"period", CELL_PERIOD, ALL},
    {"event_start_min", CELL_START_MIN, ALL},
    {"event_start_sec", CELL_START_SEC, ALL},
    {"event_end_min", CELL_END_MIN, ALL}, {"event_end_sec", CELL_END_SEC, ALL},
    {"event_type", CELL_TYPE, ALL}, {"event_detail", CELL_DETAIL, ALL},
    {"event_detail_2", CELL_DETAIL_2, ALL},
    {"event_successful", CELL_SUCCESS, ALL},
    {"event_team_zone", CELL_ZONE_WORD, ALL}, {"game_id", CELL_GAME_ID, ALL},
    {"home_team", CELL_HOME_TEAM, ALL}, {"away_team", CELL_AWAY_TEAM, ALL},
    {"player_game_number", CELL_NUMBER, ALL}, {"player_role", CELL_ROLE, ALL},
    {"role_abrev", CELL_ROLE_SHORT, ALL}, {"player_id", CELL_PLAYER_ID, ALL},
    {"player_team", CELL_PLAYER_TEAM, ALL},
    {"side_of_puck", CELL_SIDE_OF_PUCK, ALL},
    {"play_detail1", CELL_PLAY_1, ALL}, {"play_detail_2", CELL_PLAY_2, ALL},
    {"play_detail_successful", CELL_PLAY_SUCCESS, ALL},
    {"pressured_pressurer", CELL_PRESSED_BY, ALL},
    {"is_highlight", CELL_HIGHLIGHT, ALL}, {"strength", CELL_STRENGTH, ALL},
    {"duration", CELL_DURATION, ALL}, {"team_venue", CELL_TEAM_WORD, ALL},
    {NULL, CELL_EMPTY, ALL}};

static const struct column *const layouts[] = {
    [SAMPLE_LEGACY] = legacy,
    [SAMPLE_EXPORT_23] = export_23,
    [SAMPLE_EXPORT_29] = export_29,
};

static void
write_row(
    struct sample_sheet *s, const struct column *columns, struct cell_row *r)
{
	for (const struct column *c = columns; c->name != NULL; c++)
		if (c->rows == FIRST && !r->first)
			sample_sheet_skip(s, 1);
		else
			sample_cells_write(s, r, c->field);
	sample_sheet_end_row(s);
}

static void
write_rows(
    struct sample_sheet *s, const struct column *columns, struct cell_row *r)
{
	const struct sample_event *e = r->event;
	int own = 0, opponents = 0;

	r->start = e->rest > 0 ? BREAK_CLOCK + e->rest : e->start;
	r->end = e->rest > 0 ? BREAK_CLOCK : e->end;
	if (r->game->layout == SAMPLE_EXPORT_23 && r->end < 0)
		r->end = r->start;
	r->first = true;
	r->actor = NULL;
	if (e->actors_n == 0)
		write_row(s, columns, r);
	for (int i = 0; i < e->actors_n; i++) {
		r->actor = &e->actors[i];
		r->number = r->actor->own ? ++own : ++opponents;
		write_row(s, columns, r);
		r->first = false;
	}
}

/* Rows that a legacy sheet keeps ready below the last event. */
static void
write_template(struct sample_sheet *s, int index)
{
	for (int row = 0; row < TEMPLATE_ROWS; row++) {
		for (const struct column *c = legacy; c->name != NULL; c++)
			if (c->field == CELL_INDEX)
				sample_sheet_number(s, 1000 + index + row);
			else if (c->field == CELL_ROLE_LETTER)
				sample_sheet_text(s, "o");
			else if (c->field == CELL_SIDE_OF_PUCK)
				sample_sheet_text(s, "Defensive");
			else
				sample_sheet_skip(s, 1);
		sample_sheet_end_row(s);
	}
}

static void
write_events(const struct sample_league *l, const struct sample_game *g,
    const struct sample_tape *t, struct sample_book *b)
{
	const struct column *columns = layouts[g->layout];
	struct cell_row r = {.league = l, .game = g, .tape = t};
	const char *names[80];
	struct sample_sheet s;
	int n = 0;

	for (; columns[n].name != NULL; n++)
		names[n] = columns[n].name;
	names[n] = NULL;
	sample_sheet_begin(&s, b, "events", names);
	for (int i = 0; i < t->events_n; i++) {
		r.event = &t->events[i];
		r.index = i;
		r.rest += r.event->rest;
		write_rows(&s, columns, &r);
	}
	if (g->layout == SAMPLE_LEGACY)
		write_template(&s, t->events_n);
}

static void
write_metadata(const struct sample_game *g, struct sample_book *b)
{
	static const char *const columns[] = {
	    "game_id", "home_attacks_right_p1", "export_version", NULL};
	static const char *const video[] = {"video_url", "duration_seconds",
	    "period_1_start", "period_2_start", "period_3_start", NULL};
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "metadata", columns);
	sample_sheet_number(&s, g->id);
	sample_sheet_boolean(&s, g->id % 2 == 0);
	sample_sheet_text(&s, "29");
	sample_sheet_end_row(&s);
	sample_sheet_begin(&s, b, "video", video);
	sample_sheet_printf(&s, "https://video.example.org/watch?v=%d", g->id);
	sample_sheet_number(&s, 3 * SAMPLE_PERIOD + 600);
	for (int period = 0; period < 3; period++)
		sample_sheet_number(&s, 40 + period * (SAMPLE_PERIOD + 120));
	sample_sheet_end_row(&s);
}

int
sample_tracking_write(const struct sample_league *l,
    const struct sample_game *g, const struct sample_tape *t, const char *path,
    struct err *e)
{
	struct sample_book b;

	if (sample_book_open(&b, path, g->layout != SAMPLE_LEGACY, e) != 0)
		return (-1);
	write_events(l, g, t, &b);
	sample_shifts_write(l, g, t, &b);
	if (g->layout == SAMPLE_EXPORT_29)
		write_metadata(g, &b);
	return (sample_book_close(&b, e));
}
