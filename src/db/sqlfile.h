/*
 * sqlfile: our own SQL files: reading one whole, listing a directory in the
 * order of names. Knows nothing of what is in them.
 */
#ifndef DB_SQLFILE_H
#define DB_SQLFILE_H

#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"

/* The text of a file, in the arena. -1 with ERR_CONFIG naming the path. */
int sqlfile_read(struct arena *a, const char *path, const char **out,
    struct err *e) ERR_CHECKED;

/*
 * The names (not paths) in dir that end with suffix ("" for all; hidden ones
 * are left out), sorted by bytes, in the arena.
 */
int sqlfile_list(struct arena *a, const char *dir, const char *suffix,
    const char ***out, size_t *count, struct err *e) ERR_CHECKED;

/* The name without its last suffix, in the arena: a/b.sql -> b. */
const char *sqlfile_stem(struct arena *a, const char *path);

/* The text after the comment lines on top. */
const char *sqlfile_body(const char *text);

#endif
