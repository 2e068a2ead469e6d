/*
 * splice: rows put into a sorted CSV file (RFC 4180, LF, a header) in the
 * place of those of some games. The old file stays; beside it stands a new
 * one, or, when all rows come after its last one, what is to be appended to
 * it. Knows no types but whole numbers and text. Not thread-safe.
 */
#ifndef IO_SPLICE_H
#define IO_SPLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "core/err.h"
#include "io/records.h"

#define SPLICE_KEYS 8

/* A column that the file is sorted by; empty cells stand last. */
struct splice_key {
	size_t column; /* from 0 */
	bool number;   /* compared as whole numbers, else by bytes */
};

struct splice_how {
	const char *old_path;
	const char *path; /* of the new file, if there is one */
	struct splice_key key[SPLICE_KEYS];
	size_t keys;
	size_t game_column; /* a whole number */
	const int *gone;    /* games whose old rows are left out; sorted */
	size_t gone_count;
};

enum splice_result {
	SPLICE_NOTHING, /* the old file is right as it is */
	SPLICE_NEW,	/* path is the new file */
	SPLICE_MORE /* path+{size of the old file} is to be appended to it */
};

struct splice {
	const struct splice_how *how;
	struct records old;
	FILE *new;
	enum splice_result result;
	bool header;	/* has been seen */
	unsigned tried; /* old.loads when old rows could not pass at once */
};

/* how and its paths must stay. splice_close is due whatever this returns. */
int splice_open(
    struct splice *s, const struct splice_how *how, struct err *e) ERR_CHECKED;

/*
 * The next record with its line's end: the header first, which must be that of
 * the old file (else ERR_UNEXPECTED), then rows in the file's order.
 */
int splice_row(
    struct splice *s, const char *row, size_t len, struct err *e) ERR_CHECKED;

/* Ends; s->result says what stands now. */
int splice_end(struct splice *s, struct err *e) ERR_CHECKED;

/* Frees what is held; may be repeated. */
void splice_close(struct splice *s);

#endif
