/*
 * cluster_place: where the private PostgreSQL of a data directory lies, as
 * which user it runs and where its programs are. Decides, starts nothing.
 */
#ifndef DB_CLUSTER_PLACE_H
#define DB_CLUSTER_PLACE_H

#include <stdbool.h>
#include <sys/types.h>

#include "core/arena.h"
#include "core/err.h"

/* Texts belong to the arena given to cluster_place_find. */
struct cluster_place {
	const char *base; /* absolute: locks, log, socket, ours to make */
	const char *data; /* base/data, PostgreSQL's own directory */
	const char *bin;  /* directory of initdb and postgres */
	uid_t uid;	  /* who PostgreSQL runs as */
	gid_t gid;
	bool drop;	/* we are root and become that user */
	bool elsewhere; /* not under the data directory */
};

/*
 * Makes the data directory and the base if they are missing. -1 with
 * ERR_CONFIG when no place, no user or no PostgreSQL 15+ is found.
 */
int cluster_place_find(struct arena *a, const char *data_dir,
    struct cluster_place *out, struct err *e) ERR_CHECKED;

/* An absolute path without links, of a file that need not exist yet. */
const char *cluster_place_absolute(struct arena *a, const char *path);

/* The first 12 hex digits of the SHA-256 of a text. */
const char *cluster_place_hash(struct arena *a, const char *text);

#endif
