/*
 * etl: one run, from the input directory to published tables and files:
 * extract -> transform -> load -> publish. Knows no HTTP and no job table: it
 * reports through hooks that its caller (jobs, tests) gives it.
 */
#ifndef ETL_ETL_H
#define ETL_ETL_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buf.h"
#include "core/err.h"

enum etl_mode { ETL_FULL, ETL_INCREMENTAL, ETL_SINGLE, ETL_TEST };

enum etl_level { ETL_DEBUG, ETL_INFO, ETL_WARNING, ETL_ERROR };

enum etl_step_kind { ETL_READ, ETL_TABLE, ETL_CHECK, ETL_WRITE, ETL_PUBLISH };

enum etl_step_state {
	ETL_STEP_PENDING,
	ETL_STEP_RUNNING,
	ETL_STEP_COMPLETED,
	ETL_STEP_FAILED,
	ETL_STEP_CANCELLED
};

/* A step as it changes; pointers are valid during the call only. */
struct etl_step {
	const char *name; /* file path, table, "data/output", … */
	enum etl_step_kind kind;
	enum etl_step_state state;
	bool reused;		/* input unchanged */
	int64_t rows;		/* -1: not known */
	int64_t duration_ms;	/* -1: not ended */
	const char *depends_on; /* JSON array of names, or NULL */
};

/* What a finding says; page 42, 7. NULL or 0: absent. */
struct etl_finding {
	const char *severity, *kind, *file, *sheet, *column, *value, *message;
	int game_id, row;
};

/*
 * Called by several threads of the run, one at a time (the run locks).
 * stopped is asked often and must be cheap: true ends the run with
 * ERR_CANCELLED. progress: units done of units in all, and what the job's
 * current_step shows. publish runs inside the publishing transaction on its
 * connection, before commit: it completes the job's row; -1 rolls back.
 */
struct etl_hooks {
	void *arg;
	bool (*stopped)(void *arg);
	void (*progress)(
	    void *arg, int done, int all, const char *current_step);
	void (*step)(void *arg, const struct etl_step *step);
	void (*log)(void *arg, enum etl_level level, const char *step,
	    const char *message);
	void (*finding)(void *arg, const struct etl_finding *finding);
	int (*publish)(
	    void *arg, PGconn *conn, const char *result_json, struct err *e);
};

struct etl_options {
	const char *conninfo;
	const char *input_dir;
	const char *output_dir;
	const char *sql_dir; /* sql/ beside the executable or installed */
	const char *seeds_dir;
	const char *run_id; /* job id: names the build schema */
	enum etl_mode mode;
	const int *game_ids; /* NULL: all */
	size_t games;
	const int *exclude_game_ids;
	size_t excluded;
	bool wipe;
	bool use_cache;
	bool export_pii;
	int connections; /* builds side by side; 0: as many as cores */
};

struct etl_result {
	int tables;
	int64_t rows;
	int games;
	int64_t duration_ms;
	char data_version[40];
};

/*
 * Runs all of it. The caller holds the league's ETL lock. On failure nothing
 * is published and nothing of the run is left: no schema, no file. e names
 * file, sheet, row and column, or the table.
 */
int etl_run(const struct etl_options *o, const struct etl_hooks *h,
    struct etl_result *out, struct err *e) ERR_CHECKED;

/*
 * Puts right what a killed run left: drops build schemas of runs that are not
 * alive, finishes or deletes output/.next. The caller holds the ETL lock.
 */
int etl_recover(const struct etl_options *o, struct err *e) ERR_CHECKED;

#endif
