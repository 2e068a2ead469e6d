/*
 * save_stream: walks through a tracker save (JSON, page 10, 4) with yajl and
 * hands out one event, one shift at a time; the rest of the file, settings and
 * rosters above all, is passed over and never kept. Knows no database.
 */
#ifndef ETL_SAVE_STREAM_H
#define ETL_SAVE_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "core/json.h"

/* The ceilings. */
#define SAVE_MAX_BYTES (64L * 1024 * 1024)
#define SAVE_MAX_ELEMENT (4UL * 1024 * 1024) /* bytes of text of one */
#define SAVE_MAX_NODES 200000		     /* values of one */
#define SAVE_MAX_ELEMENTS 1048576	     /* of a list */

/*
 * A value's text is the one that a sheet's cell would have (cleaned, numbers
 * without needless decimals, True and False), NULL for nothing. Values are
 * valid during the call only. -1 with e filled ends the walk.
 */
struct save_reader {
	void *arg;
	/* gameId, savedAt, homeTeam, awayTeam, homeAttacksRightP1: a scalar;
	 * videoTiming: anything. */
	int (*root)(void *arg, const char *key, const struct json *value,
	    struct err *e);
	/* An element of videos, events or shifts, position from 0. */
	int (*element)(void *arg, const char *list, size_t position,
	    const struct json *value, struct err *e);
	/* Asked every 64 KiB; true ends with ERR_CANCELLED. Or NULL. */
	bool (*stopped)(void *arg);
};

/*
 * Reads from the start of the descriptor. A root that is no object: 0 and no
 * call. -1 with ERR_INPUT (no JSON) or ERR_LIMIT and the reason,
 * ERR_CANCELLED, or what a callback said.
 */
int save_stream_read(
    int fd, const struct save_reader *reader, struct err *e) ERR_CHECKED;

#endif
