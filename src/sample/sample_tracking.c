/*
 * sample_tracking: the sheet events of a tracking workbook, a table of columns
 * for each layout. A column is filled from a field of the row; typed columns
 * of the legacy sheet are filled where something changes only.
 */
#include "sample/sample_tracking.h"

#include <stdio.h>
#include <string.h>

#include "sample/sample_spelling.h"

#define TEMPLATE_ROWS 60 /* empty rows that a legacy sheet ends with */
#define BREAK_CLOCK 1800 /* breaks are typed with a clock outside any period   \
			  */

enum field {
	EMPTY,
	INDEX,
	TYPED_INDEX,
	LINK,
	TYPED_LINK,
	PERIOD,
	START_MIN,
	START_SEC,
	END_MIN,
	END_SEC,
	TYPE,
	DETAIL,
	DETAIL_2,
	SUCCESS,
	SUCCESS_TRUE,
	ZONE,
	ZONE_WORD,
	HOME_ZONE,
	AWAY_ZONE,
	TEAM,
	TEAM_WORD,
	ROLE,
	TEAM_ROLE,
	ROLE_LETTER,
	ROLE_SHORT,
	ROLE_NUMBER,
	NUMBER,
	PLAYER_ID,
	PLAYER_TEAM,
	SIDE_OF_PUCK,
	PLAY_1,
	PLAY_2,
	PLAY_SUCCESS,
	PRESSURE,
	PRESSED_BY,
	HIGHLIGHT,
	STRENGTH,
	DURATION,
	REST,
	GAME_ID,
	HOME_TEAM,
	AWAY_TEAM,
	ONE,
};

enum rows { ALL, FIRST }; /* rows of an event that a column is filled in */

struct column {
	const char *name;
	enum field field;
	enum rows rows;
};

static const struct column legacy[] = {{"event_index_flag_", ONE, FIRST},
    {"linked_event_index_flag_", EMPTY, ALL},
    {"event_start_min_", START_MIN, FIRST},
    {"event_start_sec_", START_SEC, FIRST}, {"event_end_min_", END_MIN, FIRST},
    {"event_end_sec_", END_SEC, FIRST}, {"player_game_number_", NUMBER, ALL},
    {"event_team_zone_", ZONE, FIRST}, {"event_type_", TYPE, FIRST},
    {"event_detail_", DETAIL, FIRST}, {"event_detail_2_", DETAIL_2, FIRST},
    {"event_successful_", SUCCESS, FIRST}, {"play_detail1_", PLAY_1, ALL},
    {"play_detail2_", PLAY_2, ALL},
    {"play_detail_successful_", PLAY_SUCCESS, ALL},
    {"pressured_pressurer_", PRESSURE, ALL}, {"event_index_", TYPED_INDEX, ALL},
    {"linked_event_index_", TYPED_LINK, ALL}, {"team_", TEAM, FIRST},
    {"player_game_number", NUMBER, ALL}, {"role_abrev_binary_", ONE, ALL},
    {"period", PERIOD, ALL}, {"event_index", INDEX, ALL},
    {"linked_event_index", LINK, ALL}, {"tracking_event_index", INDEX, ALL},
    {"event_start_min", START_MIN, ALL}, {"event_start_sec", START_SEC, ALL},
    {"event_end_min", END_MIN, ALL}, {"event_end_sec", END_SEC, ALL},
    {"role_abrev", ROLE_LETTER, ALL}, {"event_team_zone", ZONE, ALL},
    {"home_team_zone", HOME_ZONE, ALL}, {"away_team_zone", AWAY_ZONE, ALL},
    {"team_venue", TEAM_WORD, ALL}, {"side_of_puck", SIDE_OF_PUCK, ALL},
    {"play_detail1", PLAY_1, ALL}, {"play_detail_2", PLAY_2, ALL},
    {"play_detail_successful", PLAY_SUCCESS, ALL},
    {"pressured_pressurer", PRESSURE, ALL}, {"game_id", GAME_ID, ALL},
    {"home_team", HOME_TEAM, ALL}, {"away_team", AWAY_TEAM, ALL},
    {"Type", TYPE, ALL}, {"event_detail", DETAIL, ALL},
    {"event_detail_2", DETAIL_2, ALL}, {"event_successful", SUCCESS, ALL},
    {"duration", DURATION, ALL}, {"running_intermission_duration", REST, ALL},
    {"player_role", TEAM_ROLE, ALL}, {"role_number", ROLE_NUMBER, ALL},
    {"player_id", PLAYER_ID, ALL}, {"player_team", PLAYER_TEAM, ALL},
    {NULL, EMPTY, ALL}};

static const struct column export_23[] = {
    {"event_index_flag_", TYPED_INDEX, ALL},
    {"linked_event_index_flag_", EMPTY, ALL},
    {"event_start_min_", START_MIN, ALL}, {"event_start_sec_", START_SEC, ALL},
    {"event_end_min_", END_MIN, ALL}, {"event_end_sec_", END_SEC, ALL},
    {"event_team_zone_", ZONE, ALL}, {"event_type_", TYPE, ALL},
    {"event_detail_", DETAIL, ALL}, {"event_detail_2_", DETAIL_2, ALL},
    {"event_successful_", SUCCESS_TRUE, ALL}, {"team_", TEAM, ALL},
    {"period", PERIOD, ALL}, {"event_index", INDEX, ALL},
    {"linked_event_index", LINK, ALL}, {"game_id", GAME_ID, ALL},
    {"home_team", HOME_TEAM, ALL}, {"away_team", AWAY_TEAM, ALL},
    {"strength", STRENGTH, ALL}, {"event_team_zone", ZONE_WORD, ALL},
    {"event_start_min", START_MIN, ALL}, {"event_start_sec", START_SEC, ALL},
    {"event_end_min", END_MIN, ALL}, {"event_end_sec", END_SEC, ALL},
    {"event_detail", DETAIL, ALL}, {"event_detail_2", DETAIL_2, ALL},
    {"event_successful", SUCCESS_TRUE, ALL}, {"is_highlight", HIGHLIGHT, ALL},
    {"Type", TYPE, ALL}, {"player_game_number_", NUMBER, ALL},
    {"role_abrev", ROLE_SHORT, ALL}, {"player_game_number", NUMBER, ALL},
    {"role_abrev_binary_", ROLE_LETTER, ALL}, {"player_role", ROLE, ALL},
    {"play_detail1_", PLAY_1, ALL}, {"play_detail2_", PLAY_2, ALL},
    {"play_detail_successful_", PLAY_SUCCESS, ALL},
    {"pressured_pressurer_", EMPTY, ALL}, {"side_of_puck_", SIDE_OF_PUCK, ALL},
    {"play_detail1", PLAY_1, ALL}, {"play_detail_2", PLAY_2, ALL},
    {"play_detail_successful", PLAY_SUCCESS, ALL},
    {"pressured_pressurer", EMPTY, ALL}, {"side_of_puck", SIDE_OF_PUCK, ALL},
    {NULL, EMPTY, ALL}};

static const struct column export_29[] = {{"event_index", INDEX, ALL},
    {"linked_event_index", LINK, ALL}, {"period", PERIOD, ALL},
    {"event_start_min", START_MIN, ALL}, {"event_start_sec", START_SEC, ALL},
    {"event_end_min", END_MIN, ALL}, {"event_end_sec", END_SEC, ALL},
    {"event_type", TYPE, ALL}, {"event_detail", DETAIL, ALL},
    {"event_detail_2", DETAIL_2, ALL}, {"event_successful", SUCCESS, ALL},
    {"event_team_zone", ZONE_WORD, ALL}, {"game_id", GAME_ID, ALL},
    {"home_team", HOME_TEAM, ALL}, {"away_team", AWAY_TEAM, ALL},
    {"player_game_number", NUMBER, ALL}, {"player_role", ROLE, ALL},
    {"role_abrev", ROLE_SHORT, ALL}, {"player_id", PLAYER_ID, ALL},
    {"player_team", PLAYER_TEAM, ALL}, {"side_of_puck", SIDE_OF_PUCK, ALL},
    {"play_detail1", PLAY_1, ALL}, {"play_detail_2", PLAY_2, ALL},
    {"play_detail_successful", PLAY_SUCCESS, ALL},
    {"pressured_pressurer", PRESSED_BY, ALL}, {"is_highlight", HIGHLIGHT, ALL},
    {"strength", STRENGTH, ALL}, {"duration", DURATION, ALL},
    {"team_venue", TEAM_WORD, ALL}, {NULL, EMPTY, ALL}};

static const struct column *const layouts[] = {
    [SAMPLE_LEGACY] = legacy,
    [SAMPLE_EXPORT_23] = export_23,
    [SAMPLE_EXPORT_29] = export_29,
};

/* A row of the sheet: an event and one of its players. */
struct row {
	const struct sample_league *league;
	const struct sample_game *game;
	const struct sample_tape *tape;
	const struct sample_event *event;
	const struct sample_actor *actor; /* NULL: an event without players */
	int index;			  /* of the event, from 0 */
	int number;			  /* of the role */
	bool first;
	int rest;	/* seconds of breaks so far */
	int start, end; /* clocks as typed, -1 none */
	char text[96];
};

static enum sample_side
row_side(const struct row *r)
{
	if (r->event->side == SAMPLE_NOBODY || r->actor == NULL ||
	    r->actor->own)
		return (r->event->side);
	return (1 - r->event->side);
}

static void
write_clock(struct sample_sheet *s, const struct row *r, int clock, bool min)
{
	int part = min ? clock / 60 : clock % 60;

	if (clock < 0)
		sample_sheet_skip(s, 1);
	else if (r->game->layout == SAMPLE_EXPORT_23)
		sample_sheet_printf(s, "%02d", part);
	else
		sample_sheet_number(s, part);
}

static void
write_zone(struct sample_sheet *s, const struct row *r, enum field field)
{
	char zone = r->event->zone;

	if (field == HOME_ZONE || field == AWAY_ZONE) {
		enum sample_side side = sample_side_as(
		    r->game, field == HOME_ZONE ? SAMPLE_HOME : SAMPLE_AWAY);

		if (r->event->side != side)
			zone = zone == 'o' ? 'd' : zone == 'd' ? 'o' : zone;
	}
	if (field == ZONE_WORD)
		sample_sheet_text(s, zone == 'o'   ? "Offensive"
				     : zone == 'd' ? "Defensive"
				     : zone == 'n' ? "Neutral"
						   : NULL);
	else
		sample_sheet_char(s, zone);
}

static void
write_team(struct sample_sheet *s, const struct row *r, enum field field)
{
	enum sample_side side = r->event->side;

	if (side == SAMPLE_NOBODY) {
		sample_sheet_skip(s, 1);
		return;
	}
	side = sample_side_as(r->game, side);
	if (field == TEAM)
		sample_sheet_char(s, "ha"[side]);
	else
		sample_sheet_text(s, side == SAMPLE_HOME ? "Home" : "Away");
}

static void
write_role(struct sample_sheet *s, const struct row *r, enum field field)
{
	const char *kind;

	if (r->actor == NULL) {
		sample_sheet_skip(s, 1);
		return;
	}
	kind = r->actor->own ? "event" : "opp";
	if (field == ROLE)
		sample_sheet_printf(s, "%s_player_%d", kind, r->number);
	else if (field == TEAM_ROLE)
		sample_sheet_printf(s, "%s_team_player_%d", kind, r->number);
	else if (field == ROLE_SHORT)
		sample_sheet_printf(s, "%c%d", kind[0], r->number);
	else if (field == ROLE_LETTER)
		sample_sheet_char(s, kind[0]);
	else
		sample_sheet_number(s, r->number);
}

/* The jersey of who presses this player: exports name him, not a mark. */
static void
write_pressed_by(struct sample_sheet *s, const struct row *r)
{
	const struct sample_event *e = r->event;

	if (r->actor != NULL && r->actor->pressure == 1)
		for (int i = 0; i < e->actors_n; i++)
			if (e->actors[i].pressure == 2) {
				sample_sheet_number(s, e->actors[i].number);
				return;
			}
	sample_sheet_skip(s, 1);
}

static void
write_player(struct sample_sheet *s, struct row *r, enum field field)
{
	const struct sample_actor *a = r->actor;
	enum sample_layout layout = r->game->layout;

	if (a == NULL) {
		sample_sheet_skip(s, 1);
		return;
	}
	if (field == NUMBER)
		sample_sheet_number(s, a->number);
	else if (field == PLAYER_ID)
		sample_sheet_text(s,
		    a->dress < 0
			? NULL
			: r->league->players[r->game->dressed[a->dress].player]
			      .id);
	else if (field == PLAY_1)
		sample_sheet_text(
		    s, sample_spelling_play(layout, a, a->play1, r->text));
	else if (field == PLAY_2)
		sample_sheet_text(
		    s, sample_spelling_play(layout, a, a->play2, r->text));
	else if (field == PLAY_SUCCESS)
		sample_sheet_char(s, a->success);
	else if (a->pressure != 0)
		sample_sheet_number(s, a->pressure);
	else
		sample_sheet_skip(s, 1);
}

static void
write_strength(struct sample_sheet *s, const struct row *r)
{
	const struct sample_shift *shift = sample_shift_at(r->tape, r->event);

	if (shift == NULL)
		sample_sheet_skip(s, 1);
	else
		sample_sheet_printf(s, "%dv%d", sample_shift_skaters(shift, 0),
		    sample_shift_skaters(shift, 1));
}

static void
write_event(struct sample_sheet *s, struct row *r, enum field field)
{
	const struct sample_event *e = r->event;
	enum sample_layout layout = r->game->layout;

	switch (field) {
	case TYPE:
		sample_sheet_text(s, e->type);
		return;
	case DETAIL:
		sample_sheet_text(
		    s, sample_spelling_detail(layout, e, r->text));
		return;
	case DETAIL_2:
		sample_sheet_text(
		    s, sample_spelling_detail_2(layout, e, r->text));
		return;
	case SUCCESS:
		sample_sheet_char(s, e->success);
		return;
	case SUCCESS_TRUE:
		if (e->success == 's')
			sample_sheet_boolean(s, true);
		else
			sample_sheet_skip(s, 1);
		return;
	case LINK:
		if (e->link > 0)
			sample_sheet_number(s, 9000 + e->link);
		else
			sample_sheet_skip(s, 1);
		return;
	case TYPED_LINK:
		if (e->link > 0)
			sample_sheet_number(s, e->link);
		else
			sample_sheet_skip(s, 1);
		return;
	case DURATION:
		if (r->start >= 0)
			sample_sheet_number(
			    s, r->end < 0 ? 0 : r->start - r->end);
		else
			sample_sheet_skip(s, 1);
		return;
	default:
		sample_sheet_skip(s, 1);
		return;
	}
}

static void
write_place(struct sample_sheet *s, const struct row *r, enum field field)
{
	const struct sample_game *g = r->game;
	enum sample_side side = row_side(r);

	switch (field) {
	case GAME_ID:
		sample_sheet_number(s, g->id);
		return;
	case HOME_TEAM:
	case AWAY_TEAM:
		side = sample_side_as(
		    g, field == HOME_TEAM ? SAMPLE_HOME : SAMPLE_AWAY);
		break;
	default:
		break;
	}
	sample_sheet_text(s, side == SAMPLE_NOBODY
				 ? NULL
				 : r->league->teams[g->team[side]].name);
}

static void
write_cell(struct sample_sheet *s, struct row *r, enum field field)
{
	switch (field) {
	case INDEX:
		sample_sheet_number(s, 1000 + r->index);
		return;
	case TYPED_INDEX:
		sample_sheet_number(s, r->index);
		return;
	case PERIOD:
		sample_sheet_number(s, r->event->period);
		return;
	case START_MIN:
	case START_SEC:
		write_clock(s, r, r->start, field == START_MIN);
		return;
	case END_MIN:
	case END_SEC:
		write_clock(s, r, r->end, field == END_MIN);
		return;
	case ZONE:
	case ZONE_WORD:
	case HOME_ZONE:
	case AWAY_ZONE:
		write_zone(s, r, field);
		return;
	case TEAM:
	case TEAM_WORD:
		write_team(s, r, field);
		return;
	case ROLE:
	case TEAM_ROLE:
	case ROLE_LETTER:
	case ROLE_SHORT:
	case ROLE_NUMBER:
		write_role(s, r, field);
		return;
	case NUMBER:
	case PLAYER_ID:
	case PLAY_1:
	case PLAY_2:
	case PLAY_SUCCESS:
	case PRESSURE:
		write_player(s, r, field);
		return;
	case SIDE_OF_PUCK:
		sample_sheet_text(s, r->actor == NULL	   ? NULL
				     : r->actor->offensive ? "Offensive"
							   : "Defensive");
		return;
	case PRESSED_BY:
		write_pressed_by(s, r);
		return;
	case HIGHLIGHT:
		sample_sheet_number(s, r->event->highlight);
		return;
	case STRENGTH:
		write_strength(s, r);
		return;
	case REST:
		sample_sheet_number(s, r->rest);
		return;
	case ONE:
		sample_sheet_number(s, 1);
		return;
	case GAME_ID:
	case HOME_TEAM:
	case AWAY_TEAM:
	case PLAYER_TEAM:
		write_place(s, r, field);
		return;
	default:
		write_event(s, r, field);
		return;
	}
}

static void
write_row(struct sample_sheet *s, const struct column *columns, struct row *r)
{
	for (const struct column *c = columns; c->name != NULL; c++)
		if (c->rows == FIRST && !r->first)
			sample_sheet_skip(s, 1);
		else
			write_cell(s, r, c->field);
	sample_sheet_end_row(s);
}

static void
write_rows(struct sample_sheet *s, const struct column *columns, struct row *r)
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
			if (c->field == INDEX)
				sample_sheet_number(s, 1000 + index + row);
			else if (c->field == ROLE_LETTER)
				sample_sheet_text(s, "o");
			else if (c->field == SIDE_OF_PUCK)
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
	struct row r = {.league = l, .game = g, .tape = t};
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
