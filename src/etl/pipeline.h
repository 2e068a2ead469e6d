/*
 * pipeline: what the phases of one run share: options, connection, graph, and
 * the reporting to the caller's hooks, which the lock makes one at a time.
 */
#ifndef ETL_PIPELINE_H
#define ETL_PIPELINE_H

#include <libpq-fe.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "etl/contract.h"
#include "etl/etl.h"
#include "etl/graph.h"
#include "etl/lanes.h"
#include "etl/node_sql.h"

#define PIPELINE_KINDS 64 /* kinds of findings */

/* How a table of the graph stands: of the publication, then of this run. */
struct pipeline_table {
	int64_t rows;
	int64_t bytes; /* of its CSV file */
};

struct pipeline {
	const struct etl_options *o;
	const struct etl_hooks *h;
	struct arena *arena;
	PGconn *conn;	    /* of the thread of etl_run */
	const char *schema; /* build_{run_id} */
	struct graph graph;
	struct contract contract;
	struct lanes lanes;
	int64_t begun_ms;    /* monotonic */
	int tables;	     /* of the graph */
	int built;	     /* tables begun */
	int64_t rows;	     /* of all tables */
	const int *excluded; /* games left out; of the request, and the file */
	size_t excluded_count;
	const char *files; /* ids of raw.file: `{"7","8"}` */
	bool wrote;	   /* output/.next is ours */
	const char *games; /* of the tables: `{18969,18977}` */
	/* Of an incremental run; changed NULL: everything is built. */
	const char *changed;	 /* games that it builds, or that are gone */
	struct node_sql_run run; /* where it builds them */
	struct pipeline_table *table; /* by the node's place in the graph */
	bool unchanged;		      /* there is nothing to do */
	const char *fingerprint;      /* of sql/, seeds and options */
	char data_version[40];
	struct {
		const char *kind;
		long count;
	} kind[PIPELINE_KINDS];
	int kinds;
	/* Under the lock, as all calls of hooks are. */
	pthread_mutex_t lock;
	int done, all;	     /* units of work */
	const char *current; /* in the arena or constant */
};

/*
 * Opens the connection, reads graph and contract. The caller closes it with
 * pipeline_close, also after a failure.
 */
int pipeline_open(struct pipeline *p, const struct etl_options *o,
    const struct etl_hooks *h, struct err *e) ERR_CHECKED;
void pipeline_close(struct pipeline *p);

/* How many connections, or threads, work side by side. */
int pipeline_lane_count(const struct pipeline *p);

/*
 * Where a node of an incremental run is built and finds what it reads, as a
 * statement: first is a schema of the run, NULL for a total. All games and
 * players and steps of the league are in the build schema, tables of the league
 * in the warehouse, its kept steps in kept. Made in the arena.
 */
const char *pipeline_path(struct pipeline *p, const char *first);

/* Opens lanes whose search_path is the build schema. */
int pipeline_lanes(struct pipeline *p, struct err *e) ERR_CHECKED;

/* `{1,2}`: a list of games as a parameter, in the arena. */
const char *pipeline_ids(struct arena *a, const int *ids, size_t n);

/* arg of a hook or of lanes_work is the pipeline. */
bool pipeline_stopped(void *pipeline);

/* Thread-safe. add: units done now; current NULL: as it was. */
void pipeline_progress(struct pipeline *p, int add, const char *current);
void pipeline_reading(struct pipeline *p, const char *path);
void pipeline_step(struct pipeline *p, const struct etl_step *step);
void pipeline_log(struct pipeline *p, enum etl_level level, const char *step,
    const char *fmt, ...) ERR_PRINTF(4, 5);

/* A finding to its hook and to the log; not counted. */
void pipeline_finding(struct pipeline *p, const struct etl_finding *f);

/* Counts findings of a kind for the run's result. kind is kept. */
void pipeline_count(struct pipeline *p, const char *kind, long count);

#endif
