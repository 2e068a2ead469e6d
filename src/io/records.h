/*
 * records: the records of a CSV file (RFC 4180, LF) one after the other, read
 * a megabyte at a time. What is in their cells is the caller's. Not
 * thread-safe.
 */
#ifndef IO_RECORDS_H
#define IO_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"

struct records {
	const char *path; /* NULL: closed */
	int fd;
	char *buf;
	size_t cap, at, end; /* of buf; at: where the record at hand begins;
				at end stands a NUL, which ends numbers */
	size_t len;	     /* of it, with its line's end; 0: none is left */
	bool ended;	     /* the file has no more than buf holds */
	unsigned loads;	     /* how often buf was filled */
};

/*
 * The first record is at hand. path must stay. records_close is due whatever
 * this returns.
 */
int records_open(
    struct records *r, const char *path, struct err *e) ERR_CHECKED;

/* Frees what is held; may be repeated. */
void records_close(struct records *r);

/* The record at hand; valid until the next call. */
const char *records_text(const struct records *r);

/* To the next record, or over `len` bytes that end with a record. */
int records_next(struct records *r, struct err *e) ERR_CHECKED;
int records_pass(struct records *r, size_t len, struct err *e) ERR_CHECKED;

/*
 * The whole records that are in memory from the one at hand on: how many
 * bytes, and the last of them. 0: none is whole.
 */
struct records_ahead {
	size_t len;
	const char *last;
	size_t last_len;
};
void records_look(const struct records *r, struct records_ahead *out);

#endif
