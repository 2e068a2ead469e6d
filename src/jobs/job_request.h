/*
 * job_request: what an ETL was asked to do, as its row keeps it (API.md 4.3,
 * the accepted body with defaults filled in). Pure. Whether a client's body
 * is acceptable is the routes' business.
 */
#ifndef JOBS_JOB_REQUEST_H
#define JOBS_JOB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/err.h"
#include "etl/etl.h"

struct job_request {
	enum etl_mode mode;
	const int *game_ids; /* NULL: all games */
	size_t games;
	const int *exclude_game_ids;
	size_t excluded;
	bool staged; /* source is supabase, not excel */
	bool wipe;
	bool upload; /* options.upload_to_supabase */
	bool schema; /* options.regenerate_schema */
};

const char *job_request_mode_name(enum etl_mode mode);
int job_request_mode_of(const char *name); /* -1: no such mode */

/*
 * Reads what job_request_write wrote, or a row made by hand: absent fields
 * have their defaults. Arrays live in the arena. -1 with ERR_INPUT.
 */
int job_request_parse(struct arena *a, const char *text,
    struct job_request *out, struct err *e) ERR_CHECKED;

/* Appends it as one JSON object. */
void job_request_write(const struct job_request *r, struct buf *out);

#endif
