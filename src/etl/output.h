/*
 * output: the directory of CSV files as readers see it, and .next beside
 * them, where the files of the next version wait. Knows no database; which
 * version is right, the database says.
 *
 * Nothing here is synced to disk: the files can be written again from the
 * tables by any run, and PostgreSQL syncs what it promises. What must not be
 * mixed up, the version, is synced.
 */
#ifndef ETL_OUTPUT_H
#define ETL_OUTPUT_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/err.h"

#define OUTPUT_NEXT ".next"

/* An empty .next; makes dir when it is missing. */
int output_begin(const char *dir, struct err *e) ERR_CHECKED;

/*
 * .next is whole: notes its version and whether files that are not of it are
 * to go. Synced: after a crash it is compared with the database's version.
 */
int output_mark(
    const char *dir, const char *version, bool wipe, struct err *e) ERR_CHECKED;

/* The version of .next, in the arena; "" if it is not whole or not there. */
const char *output_version(struct arena *a, const char *dir);

/*
 * Renames the files of .next into dir, or appends them, wipes, removes .next.
 * Repeatable: `name+123` in .next is what follows the first 123 bytes of name.
 */
int output_finish(const char *dir, struct err *e) ERR_CHECKED;

/* Removes .next. */
int output_drop(const char *dir, struct err *e) ERR_CHECKED;

#endif
