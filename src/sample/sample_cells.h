/*
 * sample_cells: the cells of a row of a tracking workbook's sheet events, by
 * field. Which columns a layout has is in sample_tracking.c.
 */
#ifndef SAMPLE_SAMPLE_CELLS_H
#define SAMPLE_SAMPLE_CELLS_H

#include "sample/sample_sheet.h"
#include "sample/sample_tape.h"

enum cell_field {
	CELL_EMPTY,
	CELL_INDEX,
	CELL_TYPED_INDEX,
	CELL_LINK,
	CELL_TYPED_LINK,
	CELL_PERIOD,
	CELL_START_MIN,
	CELL_START_SEC,
	CELL_END_MIN,
	CELL_END_SEC,
	CELL_TYPE,
	CELL_DETAIL,
	CELL_DETAIL_2,
	CELL_SUCCESS,
	CELL_SUCCESS_TRUE,
	CELL_ZONE,
	CELL_ZONE_WORD,
	CELL_HOME_ZONE,
	CELL_AWAY_ZONE,
	CELL_TEAM,
	CELL_TEAM_WORD,
	CELL_ROLE,
	CELL_TEAM_ROLE,
	CELL_ROLE_LETTER,
	CELL_ROLE_SHORT,
	CELL_ROLE_NUMBER,
	CELL_NUMBER,
	CELL_PLAYER_ID,
	CELL_PLAYER_TEAM,
	CELL_SIDE_OF_PUCK,
	CELL_PLAY_1,
	CELL_PLAY_2,
	CELL_PLAY_SUCCESS,
	CELL_PRESSURE,
	CELL_PRESSED_BY,
	CELL_HIGHLIGHT,
	CELL_STRENGTH,
	CELL_DURATION,
	CELL_REST,
	CELL_GAME_ID,
	CELL_HOME_TEAM,
	CELL_AWAY_TEAM,
	CELL_ONE,
};

/* A row of the sheet: an event and one of its players. */
struct cell_row {
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

/* Writes the next cell of the sheet; empty where the row has no such thing. */
void sample_cells_write(
    struct sample_sheet *s, struct cell_row *r, enum cell_field field);

#endif
