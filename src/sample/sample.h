/*
 * sample: an invented league in the very files that people use: the league
 * workbook, tracking workbooks in three layouts, tracker saves, video
 * workbooks and side files of points. data/sample/README.md tells what it
 * holds and which games are odd on purpose.
 */
#ifndef SAMPLE_SAMPLE_H
#define SAMPLE_SAMPLE_H

#include <stdint.h>

#include "core/err.h"

#define SAMPLE_GAMES_MAX 5000

struct sample_options {
	unsigned games; /* tracked games, 0 … SAMPLE_GAMES_MAX */
	uint64_t seed;
	const char *dir; /* made when missing; files in it are replaced */
};

struct sample_summary {
	unsigned teams;
	unsigned players;
	unsigned scheduled; /* games of the schedule */
	unsigned tracked;   /* of them with a workbook or a save */
	unsigned files;	    /* written */
	unsigned events;
	unsigned lineups;
};

/*
 * Writes the league. The same options give the same bytes. One game is in
 * memory at a time. -1 with ERR_USAGE (too many games) or ERR_INPUT naming
 * the file that cannot be written. Thread-safe for different directories.
 */
int sample_write(const struct sample_options *options,
    struct sample_summary *out, struct err *e) ERR_CHECKED;

#endif
