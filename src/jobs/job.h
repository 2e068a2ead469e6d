/*
 * job: states, legal moves and the request of a job. Pure: no database.
 */
#ifndef JOBS_JOB_H
#define JOBS_JOB_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/json.h"

/* The same words in C, the database, JSON and docs. */
enum job_state {
	JOB_PENDING,
	JOB_RUNNING,
	JOB_COMPLETED,
	JOB_FAILED,
	JOB_CANCELLED,
	JOB_STATES
};
enum job_kind { JOB_ETL, JOB_UPLOAD, JOB_SCHEMA, JOB_KINDS };

const char *job_state_name(enum job_state s);
int job_state_of(const char *name); /* -1: no such state */
const char *job_kind_name(enum job_kind k);
int job_kind_of(const char *name);
bool job_state_final(enum job_state s);
bool job_may_move(enum job_state from, enum job_state to);

/* 12 random lower-case hex digits and a NUL. */
#define JOB_ID_SIZE 13
int job_id_new(char out[JOB_ID_SIZE], struct err *e) ERR_CHECKED;
/* [A-Za-z0-9_-]{1,64} */
bool job_id_possible(const char *id);

#endif
