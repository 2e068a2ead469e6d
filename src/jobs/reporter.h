/*
 * reporter: the hooks of a run, and the thread that carries what they are
 * told to the job's row a few times a second. The same statements bring back
 * whether the job was cancelled or is over its time, and stop the run.
 */
#ifndef JOBS_REPORTER_H
#define JOBS_REPORTER_H

#include <libpq-fe.h>
#include <stdatomic.h>

#include "core/err.h"
#include "etl/etl.h"

struct reporter;

/* What ended the reporter's patience with a run. */
enum reporter_stop {
	REPORTER_GOES_ON,
	REPORTER_ENDED,	  /* the row is final: somebody cancelled */
	REPORTER_TIMEOUT, /* over the limit */
	REPORTER_LOST	  /* the connection is gone */
};

struct reporter_options {
	PGconn *conn; /* the runner's; the reporter's until it is closed */
	const char *job_id;
	int timeout_seconds;
	_Atomic int *stop;	  /* the server stops; may be NULL */
	const char *upload_error; /* why the upload asked for fails; NULL */
	const char *schema_error; /* the same of the schema */
	const struct etl_hooks *watch; /* is told everything too; may be NULL */
};

/* Starts the thread. What o points to must live until reporter_free. */
int reporter_new(const struct reporter_options *o, struct reporter **out,
    struct err *e) ERR_CHECKED;

/* The hooks to give to the run. */
void reporter_hooks(struct reporter *r, struct etl_hooks *out);

/*
 * Completes the job's row on conn, in whatever transaction that is in; once
 * more when that was rolled back. ERR_CANCELLED when the row had ended.
 */
int reporter_complete(struct reporter *r, PGconn *conn, const char *result_json,
    struct err *e) ERR_CHECKED;

/* Whether that was done. */
bool reporter_completed(const struct reporter *r);

/* Ends the thread; the connection is the caller's again. */
void reporter_close(struct reporter *r);

/* What stopped the run, if it was the reporter. */
enum reporter_stop reporter_why(struct reporter *r);

/* After reporter_close: changes not yet written, a JSON array. */
const char *reporter_rest(struct reporter *r);

void reporter_free(struct reporter *r);

#endif
