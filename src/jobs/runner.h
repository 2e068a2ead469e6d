/*
 * runner: waits for jobs and runs them, one after the other, for as long as
 * the process lives. Called in a thread of its own, of a server or a test; no
 * Kore here. Any number of runners, in any number of servers, share one
 * database.
 */
#ifndef JOBS_RUNNER_H
#define JOBS_RUNNER_H

#include <stdatomic.h>
#include <stdbool.h>

#include "core/err.h"
#include "etl/etl.h"
#include "jobs/job_request.h"
#include "jobs/queue.h"

/* What every job of this process shares; read-only while runners run. */
struct runner_options {
	const char *conninfo;
	const char *input_dir;
	const char *output_dir;
	const char *sql_dir;
	const char *seeds_dir;
	int job_timeout_seconds;
	int job_retention_days;
	bool export_pii;
	bool supabase_configured;
	int connections; /* of one run; 0: as many as cores */
	/* What runs and what puts right; NULL: etl_run and etl_recover. */
	int (*run)(const struct etl_options *o, const struct etl_hooks *h,
	    struct etl_result *out, struct err *e);
	int (*recover)(const struct etl_options *o, struct err *e);
};

/*
 * Claims and runs jobs until *stop is not 0. While idle it fails the jobs of
 * runners that are gone and drops what they left, and deletes old jobs. When
 * PostgreSQL is away it tries again each second. A job that runs when *stop
 * is set is stopped within a second and failed. Returns 0.
 */
int runner_loop(const struct runner_options *o, _Atomic int *stop);

/* A run for the command line: no queue, somebody watches. */
struct runner_now {
	struct job_request request;
	bool use_cache;
	const struct etl_hooks *watch; /* is told what the row is told */
	void (*waiting)(void *arg);    /* once, when another ETL runs; NULL */
	_Atomic int *stop;	       /* set: the job is cancelled */
	char job_id[QUEUE_ID_SIZE];    /* out: "" before there is a row */
};

/*
 * Waits until no other ETL runs, creates a job that runs at once and runs it.
 * -1 with the job's reason; ERR_CANCELLED when stop was set or somebody
 * cancelled it through a server.
 */
int runner_run_now(const struct runner_options *o, struct runner_now *now,
    struct etl_result *out, struct err *e) ERR_CHECKED;

#endif
