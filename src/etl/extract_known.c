/*
 * extract_known: a binary search in the rows of raw_files_known.
 */
#include "etl/extract_known.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "etl/extract.h"

enum { KNOWN_PATH, KNOWN_SHA256, KNOWN_FILE_ID, KNOWN_ROWS };

int
extract_known_load(struct extract_known *k, PGconn *conn, struct err *e)
{
	char reader[16];
	const char *values[] = {reader};

	(void)snprintf(reader, sizeof(reader), "%d", EXTRACT_READER);
	return (db_rows(conn, "raw_files_known", 1, values, &k->files, e));
}

void
extract_known_cleanup(struct extract_known *k)
{
	PQclear(k->files);
	k->files = NULL;
}

bool
extract_known_find(const struct extract_known *k, const char *path,
    const char *sha256, int64_t *file_id, int64_t *rows)
{
	int low = 0, high = PQntuples(k->files), middle, order;

	while (low < high) {
		middle = low + (high - low) / 2;
		order = strcmp(path, PQgetvalue(k->files, middle, KNOWN_PATH));
		if (order == 0)
			order = strcmp(
			    sha256, PQgetvalue(k->files, middle, KNOWN_SHA256));
		if (order == 0) {
			*file_id =
			    strtoll(PQgetvalue(k->files, middle, KNOWN_FILE_ID),
				NULL, 10);
			*rows = strtoll(
			    PQgetvalue(k->files, middle, KNOWN_ROWS), NULL, 10);
			return (true);
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (false);
}
