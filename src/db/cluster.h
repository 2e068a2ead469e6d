/*
 * cluster: the private PostgreSQL of a data directory. Created once, reached
 * over a unix socket only, run by an ordinary user even when we are root.
 * Users of a cluster hold a shared lock on a file; the last one out stops it,
 * so a killed server leaves nothing that the next one does not put right.
 */
#ifndef DB_CLUSTER_H
#define DB_CLUSTER_H

#include "core/err.h"

struct cluster;

/*
 * Makes the cluster if it is missing, starts it if it is down, makes the
 * database of input_dir if it is missing. Says on stderr (logger) what it
 * does. The result is released with cluster_release.
 */
int cluster_acquire(const char *data_dir, const char *input_dir,
    struct cluster **out, struct err *e) ERR_CHECKED;

/* libpq connection string of the league's database; lives with the cluster. */
const char *cluster_conninfo(const struct cluster *c);

/* Lets go; stops PostgreSQL when nobody else uses it. NULL is allowed. */
void cluster_release(struct cluster *c);

#endif
