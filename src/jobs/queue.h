/*
 * queue: the rows of app.job as a runner sees them: a runner's connection,
 * its locks, claiming, ending, cleaning. What a job does is src/jobs/run.c.
 *
 * A queue is one connection that holds the runner's lock: while it lives, so
 * does the runner. It belongs to one thread at a time; a run lends it to its
 * reporter. Errors are ERR_DATABASE.
 */
#ifndef JOBS_QUEUE_H
#define JOBS_QUEUE_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "core/arena.h"
#include "core/err.h"
#include "jobs/job.h"

#define QUEUE_ID_SIZE 65 /* a job id of any origin */

/* Why a job failed when it is not the job's fault (API.md 4.2). */
#define QUEUE_INTERRUPTED "Interrupted: the server running this job stopped"
#define QUEUE_LOST "The database connection was lost"

struct queue {
	PGconn *conn;
	int runner; /* number of the runner */
	char host[64];
};

struct queue_job {
	char id[QUEUE_ID_SIZE]; /* "": none was claimed */
	enum job_kind kind;
	const char *request; /* JSON, in the claim's arena */
};

/* Connects, takes a number and its lock, listens for work. */
int queue_open(
    const char *conninfo, struct queue *q, struct err *e) ERR_CHECKED;
void queue_close(struct queue *q);

/* The lock of the one ETL; *held says whether we have it now. */
int queue_etl_lock(struct queue *q, bool *held, struct err *e) ERR_CHECKED;
int queue_etl_unlock(struct queue *q, struct err *e) ERR_CHECKED;

/* Whether an ETL waits, and whether a job of another kind does. */
int queue_waiting(
    struct queue *q, bool *etl, bool *other, struct err *e) ERR_CHECKED;

/*
 * Takes the oldest pending job: an ETL (the caller holds its lock), or one of
 * the other kinds.
 */
int queue_claim(struct queue *q, bool etl, struct arena *a,
    struct queue_job *out, struct err *e) ERR_CHECKED;

/* Makes an ETL that runs at once; the caller holds the ETL lock. */
int queue_start(struct queue *q, const char *mode, const char *request,
    struct queue_job *out, struct err *e) ERR_CHECKED;

/*
 * Ends a running job as failed; each line of reasons is one of its errors.
 * changes: what is left to write, a JSON array. Nothing happens to a job that
 * has ended.
 */
int queue_fail(struct queue *q, const char *job_id, const char *reasons,
    const char *changes, struct err *e) ERR_CHECKED;
int queue_cancel(
    struct queue *q, const char *job_id, struct err *e) ERR_CHECKED;

/* Fails jobs whose runner is gone; *etls: how many of them were ETLs. */
int queue_recover(struct queue *q, int *etls, struct err *e) ERR_CHECKED;

/* Deletes jobs that ended more than days ago; the newest 1000 stay. */
int queue_prune(struct queue *q, int days, struct err *e) ERR_CHECKED;

/* Waits up to timeout_ms for something to do. */
int queue_wait(struct queue *q, int timeout_ms, struct err *e) ERR_CHECKED;

#endif
