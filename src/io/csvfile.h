/*
 * csvfile: reads a file of comma-separated values (RFC 4180, UTF-8, with or
 * without a byte order mark) with libcsv, row by row, with the reader that
 * sheets have: the first record is the header, a row's number counts records
 * (header 1; empty lines are none), cells are cleaned by page 10, 1.
 */
#ifndef IO_CSVFILE_H
#define IO_CSVFILE_H

#include "core/err.h"
#include "io/sheet.h"

/* The ceilings. */
#define CSVFILE_MAX_BYTES (64L * 1024 * 1024)
#define CSVFILE_MAX_COLUMNS 1024

/*
 * Reads from the descriptor to its end. -1 with ERR_INPUT or ERR_LIMIT and a
 * text that names row and column, ERR_CANCELLED, or what a callback said.
 */
int csvfile_read(
    int fd, const struct sheet_reader *reader, struct err *e) ERR_CHECKED;

#endif
