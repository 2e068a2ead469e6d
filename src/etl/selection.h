/*
 * selection: which of the input files a run reads, and which file versions
 * its tables are made of. Games that a run of mode single does not name keep
 * the versions of the last publication.
 */
#ifndef ETL_SELECTION_H
#define ETL_SELECTION_H

#include "core/err.h"
#include "etl/extract.h"
#include "etl/input.h"
#include "etl/pipeline.h"

struct selection {
	struct input_list list; /* to be read; games not asked for are gone */
	const char *kept_ids;	/* `{7,8}`: rows of raw.file used as they are */
	const char
	    *kept_paths; /* `{"games/…"}`: kept games' files, read anew */
};

/*
 * Looks through the input directory. Sets the games that the pipeline leaves
 * out (asked for, and excluded_games.txt). -1 with ERR_INPUT as input_find.
 * Released with selection_cleanup, also after a failure.
 */
int selection_find(
    struct pipeline *p, struct selection *out, struct err *e) ERR_CHECKED;
void selection_cleanup(struct selection *s);

/* The files to be read as pending steps. */
void selection_announce(struct pipeline *p, const struct selection *s);

/*
 * Fills run_file from what was read and kept. -1 with ERR_INPUT
 * `Game {id}: no tracking data` for a game that was asked for.
 */
int selection_apply(struct pipeline *p, const struct selection *s,
    const struct extract_result *read, struct err *e) ERR_CHECKED;

#endif
