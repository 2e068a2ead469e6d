/*
 * run: one claimed job from its request to its final status.
 */
#ifndef JOBS_RUN_H
#define JOBS_RUN_H

#include <stdatomic.h>
#include <stdbool.h>

#include "core/arena.h"
#include "core/err.h"
#include "etl/etl.h"
#include "jobs/queue.h"
#include "jobs/runner.h"

struct run {
	const struct runner_options *options;
	struct queue *queue;
	struct arena *arena; /* of this job */
	_Atomic int *stop;
	const struct etl_hooks *watch; /* NULL: nobody */
	bool use_cache;
	bool stop_cancels; /* a stop is the user's, not the server's */
	bool unended;	   /* out: the row could not get its final status */
};

/*
 * Runs the job; for an ETL the caller holds its lock. 0: completed, *out says
 * what was built. -1 with the reason, which is in the job's row too, unless
 * run->unended: then the row still says running.
 */
int run_job(struct run *run, const struct queue_job *job,
    struct etl_result *out, struct err *e) ERR_CHECKED;

/*
 * Puts right what dead runs left. The caller holds the ETL lock.
 */
int run_recover(
    const struct runner_options *options, struct err *e) ERR_CHECKED;

#endif
