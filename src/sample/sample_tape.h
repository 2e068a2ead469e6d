/*
 * sample_tape: what a tracker would write down of one game: events with their
 * players, and line-ups. Clocks are remaining seconds of the period. Players
 * are places in sample_game.dressed.
 */
#ifndef SAMPLE_SAMPLE_TAPE_H
#define SAMPLE_SAMPLE_TAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "sample/sample_league.h"

#define SAMPLE_ACTORS 6 /* of an event */
#define SAMPLE_SLOTS 7

enum sample_slot {
	SLOT_F1,
	SLOT_F2,
	SLOT_F3,
	SLOT_D1,
	SLOT_D2,
	SLOT_X,
	SLOT_G
};

struct sample_actor {
	int dress;  /* place in dressed, -1: nobody that is known */
	int number; /* his jersey */
	bool own;   /* of the event's team; else an opponent */
	const char *play1;
	const char *play2;
	char success;	/* of the plays: s, u or 0 */
	char pressure;	/* 1 was under pressure, 2 put it on, 0 */
	bool offensive; /* side of the puck */
};

struct sample_event {
	const char *type;
	const char *detail;  /* NULL: none */
	const char *detail2; /* NULL: none */
	char success;	     /* s, u or 0 */
	char zone;	     /* o, d, n seen from side; 0 unknown */
	enum sample_side side;
	int period;
	int start;     /* -1: no clock */
	int end;       /* -1: a moment */
	int link;      /* group of events, 0: none */
	int assist_to; /* event whose goal this pass made, -1 */
	int rest;      /* seconds of a break off the game clock */
	bool highlight;
	int actors_n;
	struct sample_actor actors[SAMPLE_ACTORS];
};

struct sample_lineup {
	int slot[2][SAMPLE_SLOTS]; /* places in dressed, -1 empty */
};

struct sample_shift {
	int period;
	int start;
	int end;
	const char *start_word; /* NULL: not typed */
	const char *stop_word;
	int stoppage;	 /* seconds without play */
	char start_zone; /* seen from home: o, d, n, 0 */
	char end_zone;
	int goals[2]; /* score at the start */
	struct sample_lineup lineup;
};

struct sample_tape {
	struct sample_event *events;
	int events_n, events_cap;
	struct sample_shift *shifts;
	int shifts_n, shifts_cap;
};

/* An empty tape; sample_tape_cleanup frees what it holds. */
void sample_tape_init(struct sample_tape *t);
void sample_tape_cleanup(struct sample_tape *t);

/* Forgets the game, keeps the memory. */
void sample_tape_reset(struct sample_tape *t);

/* A new event without a clock, valid until the next one is added. */
struct sample_event *sample_tape_event(struct sample_tape *t, const char *type,
    const char *detail, const char *detail2);

/* A new line-up, valid until the next one is added. */
struct sample_shift *sample_tape_shift(struct sample_tape *t);

/*
 * Adds a player to an event; NULL when there is nobody (dress below 0), when
 * he is in it already, or when the event is full.
 */
struct sample_actor *sample_tape_actor(
    struct sample_event *e, const struct sample_game *g, int dress, bool own);

#endif
