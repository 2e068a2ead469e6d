/*
 * cluster_process: the programs of PostgreSQL as processes: run initdb, start
 * the server, end it. Always as the user of the place, never through a shell.
 */
#ifndef DB_CLUSTER_PROCESS_H
#define DB_CLUSTER_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

#include "core/arena.h"
#include "core/err.h"
#include "db/cluster_place.h"

/* Makes base/data; what a killed attempt left is thrown away first. */
int cluster_process_init(
    struct arena *a, const struct cluster_place *p, struct err *e) ERR_CHECKED;

/*
 * A server on its way up. watcher is a child of ours that ends early when the
 * server does, and is 0 when there is none.
 */
struct cluster_start {
	pid_t watcher;
	int hold; /* closing it lets the watcher go */
};
int cluster_process_start(struct arena *a, const struct cluster_place *p,
    struct cluster_start *s, struct err *e) ERR_CHECKED;

/* False once the server has ended by itself. */
bool cluster_process_alive(struct cluster_start *s);

/* Lets the server go on alone (it is up, or somebody else's). */
void cluster_process_detach(struct cluster_start *s);

/* Keeps the last server's log as postgres.log.1. */
void cluster_process_rotate(struct arena *a, const struct cluster_place *p);

/*
 * Removes a postmaster.pid whose number is now another program's, which
 * PostgreSQL itself would take for a running server (a restarted container).
 */
void cluster_process_clear(struct arena *a, const struct cluster_place *p);

/* Fast shutdown; returns when the server has ended. */
int cluster_process_stop(
    struct arena *a, const struct cluster_place *p, struct err *e) ERR_CHECKED;

#endif
