/*
 * job: the words for states and kinds, the legal moves between states, and
 * ids. What a request may hold is src/jobs/request.c.
 */
#include "jobs/job.h"

#include <string.h>

#include <openssl/rand.h>

static const char *const state_names[JOB_STATES] = {
    [JOB_PENDING] = "pending",
    [JOB_RUNNING] = "running",
    [JOB_COMPLETED] = "completed",
    [JOB_FAILED] = "failed",
    [JOB_CANCELLED] = "cancelled",
};

static const char *const kind_names[JOB_KINDS] = {
    [JOB_ETL] = "etl",
    [JOB_UPLOAD] = "upload",
    [JOB_SCHEMA] = "schema",
};

/* moves[from][to]; a final state has none. */
static const bool moves[JOB_STATES][JOB_STATES] = {
    [JOB_PENDING] = {[JOB_RUNNING] = true, [JOB_CANCELLED] = true},
    [JOB_RUNNING] =
	{[JOB_COMPLETED] = true, [JOB_FAILED] = true, [JOB_CANCELLED] = true},
};

static int
find(const char *const *names, int count, const char *name)
{
	int i;

	if (name == NULL)
		return (-1);
	for (i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0)
			return (i);
	}
	return (-1);
}

const char *
job_state_name(enum job_state s)
{
	return (s < JOB_STATES ? state_names[s] : "unknown");
}

int
job_state_of(const char *name)
{
	return (find(state_names, JOB_STATES, name));
}

const char *
job_kind_name(enum job_kind k)
{
	return (k < JOB_KINDS ? kind_names[k] : "unknown");
}

int
job_kind_of(const char *name)
{
	return (find(kind_names, JOB_KINDS, name));
}

bool
job_state_final(enum job_state s)
{
	return (s == JOB_COMPLETED || s == JOB_FAILED || s == JOB_CANCELLED);
}

bool
job_may_move(enum job_state from, enum job_state to)
{
	return (from < JOB_STATES && to < JOB_STATES && moves[from][to]);
}

int
job_id_new(char out[JOB_ID_SIZE], struct err *e)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char bytes[(JOB_ID_SIZE - 1) / 2];
	size_t i;

	if (RAND_bytes(bytes, (int)sizeof(bytes)) != 1)
		return (err_set(e, ERR_UNEXPECTED, "no random bytes"));
	for (i = 0; i < sizeof(bytes); i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[JOB_ID_SIZE - 1] = '\0';
	return (0);
}

bool
job_id_possible(const char *id)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789_-";
	size_t len;

	if (id == NULL)
		return (false);
	len = strnlen(id, 65);
	return (len >= 1 && len <= 64 && strspn(id, allowed) == len);
}
