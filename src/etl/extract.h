/*
 * extract: brings the input files into the schema raw, as text and unjudged;
 * what the values mean is the work of sql/base. A file is in raw wholly or
 * not at all; one whose content is there already is not read again.
 */
#ifndef ETL_EXTRACT_H
#define ETL_EXTRACT_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "etl/input.h"

/* Raised whenever the same file would give other rows: it is then read anew. */
#define EXTRACT_READER 2

struct extract_options {
	const char *input_dir;
	PGconn *conn; /* for what is asked before the files */
	const char *conninfo;
	int threads; /* files read side by side, each on its own connection */
	bool use_cache;
};

/*
 * Called by several threads, also at the same time. file_started comes before
 * a file is looked at, file_done after its rows are committed.
 */
struct extract_hooks {
	void *arg;
	bool (*stopped)(void *arg);
	void (*file_started)(void *arg, const char *path);
	void (*file_done)(void *arg, const char *path, long rows, bool reused);
};

struct extract_result {
	int64_t *file_id; /* by place in the list */
	int64_t rows;
	size_t reused;
};

/*
 * Reads all files of the list, the largest first. A file that cannot be read
 * is in raw with a finding and without rows; for the league workbook that is
 * ERR_INPUT. ERR_CANCELLED when stopped said so: what was committed by then
 * stays, it will be found again. The caller frees the result with
 * extract_result_cleanup, also after a failure.
 */
int extract_files(const struct extract_options *o, const struct input_list *in,
    const struct extract_hooks *h, struct extract_result *out,
    struct err *e) ERR_CHECKED;
void extract_result_cleanup(struct extract_result *result);

#endif
