/*
 * extract_known: the files that raw holds already, asked for once a run: a
 * question for each file costs more than all else when none has changed.
 */
#ifndef ETL_EXTRACT_KNOWN_H
#define ETL_EXTRACT_KNOWN_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/err.h"

/* {0}: no file is known. */
struct extract_known {
	PGresult *files;
};

/* What this version of the readers has read. The caller cleans it up. */
int extract_known_load(
    struct extract_known *k, PGconn *conn, struct err *e) ERR_CHECKED;
void extract_known_cleanup(struct extract_known *k);

/* Is a file known with this content (SHA-256, hexadecimal)? Thread-safe. */
bool extract_known_find(const struct extract_known *k, const char *path,
    const char *sha256, int64_t *file_id, int64_t *rows);

#endif
