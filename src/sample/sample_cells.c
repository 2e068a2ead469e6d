/*
 * sample_cells: see sample_cells.h.
 */
#include "sample/sample_cells.h"

#include "sample/sample_spelling.h"
#include "sample/sample_tracking.h"

static enum sample_side
row_side(const struct cell_row *r)
{
	if (r->event->side == SAMPLE_NOBODY || r->actor == NULL ||
	    r->actor->own)
		return (r->event->side);
	return (1 - r->event->side);
}

static void
write_clock(
    struct sample_sheet *s, const struct cell_row *r, int clock, bool min)
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
write_zone(
    struct sample_sheet *s, const struct cell_row *r, enum cell_field field)
{
	char zone = r->event->zone;

	if (field == CELL_HOME_ZONE || field == CELL_AWAY_ZONE) {
		enum sample_side side = sample_side_as(r->game,
		    field == CELL_HOME_ZONE ? SAMPLE_HOME : SAMPLE_AWAY);

		if (r->event->side != side)
			zone = zone == 'o' ? 'd' : zone == 'd' ? 'o' : zone;
	}
	if (field == CELL_ZONE_WORD)
		sample_sheet_text(s, zone == 'o'   ? "Offensive"
				     : zone == 'd' ? "Defensive"
				     : zone == 'n' ? "Neutral"
						   : NULL);
	else
		sample_sheet_char(s, zone);
}

static void
write_team(
    struct sample_sheet *s, const struct cell_row *r, enum cell_field field)
{
	enum sample_side side = r->event->side;

	if (side == SAMPLE_NOBODY) {
		sample_sheet_skip(s, 1);
		return;
	}
	side = sample_side_as(r->game, side);
	if (field == CELL_TEAM)
		sample_sheet_char(s, "ha"[side]);
	else
		sample_sheet_text(s, side == SAMPLE_HOME ? "Home" : "Away");
}

static void
write_role(
    struct sample_sheet *s, const struct cell_row *r, enum cell_field field)
{
	const char *kind;

	if (r->actor == NULL) {
		sample_sheet_skip(s, 1);
		return;
	}
	kind = r->actor->own ? "event" : "opp";
	if (field == CELL_ROLE)
		sample_sheet_printf(s, "%s_player_%d", kind, r->number);
	else if (field == CELL_TEAM_ROLE)
		sample_sheet_printf(s, "%s_team_player_%d", kind, r->number);
	else if (field == CELL_ROLE_SHORT)
		sample_sheet_printf(s, "%c%d", kind[0], r->number);
	else if (field == CELL_ROLE_LETTER)
		sample_sheet_char(s, kind[0]);
	else
		sample_sheet_number(s, r->number);
}

/* The jersey of who presses this player: exports name him, not a mark. */
static void
write_pressed_by(struct sample_sheet *s, const struct cell_row *r)
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
write_player(struct sample_sheet *s, struct cell_row *r, enum cell_field field)
{
	const struct sample_actor *a = r->actor;
	enum sample_layout layout = r->game->layout;

	if (a == NULL) {
		sample_sheet_skip(s, 1);
		return;
	}
	if (field == CELL_NUMBER)
		sample_sheet_number(s, a->number);
	else if (field == CELL_PLAYER_ID)
		sample_sheet_text(s,
		    a->dress < 0
			? NULL
			: r->league->players[r->game->dressed[a->dress].player]
			      .id);
	else if (field == CELL_PLAY_1)
		sample_sheet_text(
		    s, sample_spelling_play(layout, a, a->play1, r->text));
	else if (field == CELL_PLAY_2)
		sample_sheet_text(
		    s, sample_spelling_play(layout, a, a->play2, r->text));
	else if (field == CELL_PLAY_SUCCESS)
		sample_sheet_char(s, a->success);
	else if (a->pressure != 0)
		sample_sheet_number(s, a->pressure);
	else
		sample_sheet_skip(s, 1);
}

static void
write_strength(struct sample_sheet *s, const struct cell_row *r)
{
	const struct sample_shift *shift = sample_shift_at(r->tape, r->event);

	if (shift == NULL)
		sample_sheet_skip(s, 1);
	else
		sample_sheet_printf(s, "%dv%d", sample_shift_skaters(shift, 0),
		    sample_shift_skaters(shift, 1));
}

static void
write_event(struct sample_sheet *s, struct cell_row *r, enum cell_field field)
{
	const struct sample_event *e = r->event;
	enum sample_layout layout = r->game->layout;

	switch (field) {
	case CELL_TYPE:
		sample_sheet_text(s, e->type);
		return;
	case CELL_DETAIL:
		sample_sheet_text(
		    s, sample_spelling_detail(layout, e, r->text));
		return;
	case CELL_DETAIL_2:
		sample_sheet_text(
		    s, sample_spelling_detail_2(layout, e, r->text));
		return;
	case CELL_SUCCESS:
		sample_sheet_char(s, e->success);
		return;
	case CELL_SUCCESS_TRUE:
		if (e->success == 's')
			sample_sheet_boolean(s, true);
		else
			sample_sheet_skip(s, 1);
		return;
	case CELL_LINK:
		if (e->link > 0)
			sample_sheet_number(s, 9000 + e->link);
		else
			sample_sheet_skip(s, 1);
		return;
	case CELL_TYPED_LINK:
		if (e->link > 0)
			sample_sheet_number(s, e->link);
		else
			sample_sheet_skip(s, 1);
		return;
	case CELL_DURATION:
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
write_place(
    struct sample_sheet *s, const struct cell_row *r, enum cell_field field)
{
	const struct sample_game *g = r->game;
	enum sample_side side = row_side(r);

	switch (field) {
	case CELL_GAME_ID:
		sample_sheet_number(s, g->id);
		return;
	case CELL_HOME_TEAM:
	case CELL_AWAY_TEAM:
		side = sample_side_as(
		    g, field == CELL_HOME_TEAM ? SAMPLE_HOME : SAMPLE_AWAY);
		break;
	default:
		break;
	}
	sample_sheet_text(s, side == SAMPLE_NOBODY
				 ? NULL
				 : r->league->teams[g->team[side]].name);
}

void
sample_cells_write(
    struct sample_sheet *s, struct cell_row *r, enum cell_field field)
{
	switch (field) {
	case CELL_INDEX:
		sample_sheet_number(s, 1000 + r->index);
		return;
	case CELL_TYPED_INDEX:
		sample_sheet_number(s, r->index);
		return;
	case CELL_PERIOD:
		sample_sheet_number(s, r->event->period);
		return;
	case CELL_START_MIN:
	case CELL_START_SEC:
		write_clock(s, r, r->start, field == CELL_START_MIN);
		return;
	case CELL_END_MIN:
	case CELL_END_SEC:
		write_clock(s, r, r->end, field == CELL_END_MIN);
		return;
	case CELL_ZONE:
	case CELL_ZONE_WORD:
	case CELL_HOME_ZONE:
	case CELL_AWAY_ZONE:
		write_zone(s, r, field);
		return;
	case CELL_TEAM:
	case CELL_TEAM_WORD:
		write_team(s, r, field);
		return;
	case CELL_ROLE:
	case CELL_TEAM_ROLE:
	case CELL_ROLE_LETTER:
	case CELL_ROLE_SHORT:
	case CELL_ROLE_NUMBER:
		write_role(s, r, field);
		return;
	case CELL_NUMBER:
	case CELL_PLAYER_ID:
	case CELL_PLAY_1:
	case CELL_PLAY_2:
	case CELL_PLAY_SUCCESS:
	case CELL_PRESSURE:
		write_player(s, r, field);
		return;
	case CELL_SIDE_OF_PUCK:
		sample_sheet_text(s, r->actor == NULL	   ? NULL
				     : r->actor->offensive ? "Offensive"
							   : "Defensive");
		return;
	case CELL_PRESSED_BY:
		write_pressed_by(s, r);
		return;
	case CELL_HIGHLIGHT:
		sample_sheet_number(s, r->event->highlight);
		return;
	case CELL_STRENGTH:
		write_strength(s, r);
		return;
	case CELL_REST:
		sample_sheet_number(s, r->rest);
		return;
	case CELL_ONE:
		sample_sheet_number(s, 1);
		return;
	case CELL_GAME_ID:
	case CELL_HOME_TEAM:
	case CELL_AWAY_TEAM:
	case CELL_PLAYER_TEAM:
		write_place(s, r, field);
		return;
	default:
		write_event(s, r, field);
		return;
	}
}
