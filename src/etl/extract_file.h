/*
 * extract_file: one file while it is read: what the readers of the kinds of
 * files (extract_league.c, …) get and share.
 */
#ifndef ETL_EXTRACT_FILE_H
#define ETL_EXTRACT_FILE_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "core/err.h"
#include "etl/input.h"
#include "io/sheet.h"

struct extract_file {
	const struct input_file *in;
	PGconn *conn; /* in the file's transaction */
	int fd;
	struct stat opened; /* the file when it was opened */
	char file_id[24];
	int game_id; /* of the folder; a save sets its own; 0: none */
	int64_t rows;
	bool (*stopped)(void *arg); /* never NULL */
	void *stopped_arg;
};

/*
 * The readers. -1 with ERR_INPUT or ERR_LIMIT and the reason alone when the
 * file cannot be used, with another code when the run has to end.
 */
int extract_league(struct extract_file *f, struct err *e) ERR_CHECKED;
int extract_tracking(struct extract_file *f, struct err *e) ERR_CHECKED;
int extract_save(struct extract_file *f, struct err *e) ERR_CHECKED;
int extract_side(struct extract_file *f, struct err *e) ERR_CHECKED;
int extract_video(struct extract_file *f, struct err *e) ERR_CHECKED;

struct extract_finding {
	const char *severity, *kind, *sheet, *column, *value, *message;
	int row; /* 0: none */
};
int extract_add_finding(struct extract_file *f,
    const struct extract_finding *finding, struct err *e) ERR_CHECKED;

/* Stores a sheet's header and reports what it repeats. */
int extract_add_sheet(struct extract_file *f, const char *sheet,
    const struct sheet_header *h, struct err *e) ERR_CHECKED;

/* The row of raw.tracking: savedAt and what follows, 8 values. */
int extract_add_tracking(struct extract_file *f, const char *const values[8],
    struct err *e) ERR_CHECKED;

#endif
