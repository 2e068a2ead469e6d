/*
 * revision: a new version of a file, written beside it, that comes into being
 * only if its bytes differ from those of the old one. Not thread-safe.
 */
#ifndef IO_REVISION_H
#define IO_REVISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "core/err.h"

struct revision {
	const char *path; /* of the new version; the caller's */
	FILE *old;	  /* NULL: there is none, or it differs */
	FILE *new;	  /* NULL: all bytes so far are the old ones */
	int64_t same;	  /* how many */
};

/*
 * Begins. old_path NULL: the new version is written in any case. Both paths
 * must stay until the end. revision_close is due whatever this returns.
 */
int revision_open(struct revision *r, const char *old_path, const char *path,
    struct err *e) ERR_CHECKED;

int revision_write(struct revision *r, const void *data, size_t len,
    struct err *e) ERR_CHECKED;

/* Ends the file: from here on a new version, if there is one, is whole. */
int revision_end(struct revision *r, struct err *e) ERR_CHECKED;

/* Frees what is held; may be repeated. A version without its end is left. */
void revision_close(struct revision *r);

#endif
