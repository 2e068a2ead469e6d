/*
 * sheet: reads the sheets of an xlsx workbook row by row, with libzip and
 * expat: never a whole sheet in memory, only the shared strings and one row.
 * Cells come as text by the rules of warehouse page 10, 1. It does not know
 * which sheets and columns there should be. A workbook belongs to one thread.
 */
#ifndef IO_SHEET_H
#define IO_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"

/* The ceilings of a workbook; those of a part stand in sheet_part.h. */
#define SHEET_MAX_ENTRIES 10000 /* parts of the zip file */
#define SHEET_MAX_SHEETS 1024
#define SHEET_MAX_ROWS 1048576
#define SHEET_MAX_COLUMNS 16384
#define SHEET_MAX_TEXT 32767			/* characters of a cell */
#define SHEET_MAX_ROW_TEXT (16UL * 1024 * 1024) /* bytes of a row */
#define SHEET_MAX_STRINGS                                                      \
	(128UL * 1024 * 1024) /* bytes, all shared strings                     \
			       */
#define SHEET_MAX_STRING_COUNT 4194304
#define SHEET_MAX_STYLES 65536
#define SHEET_MAX_FORMATS 1024

struct sheet_book;

/*
 * Opens the workbook that the descriptor reads (it stays the caller's and
 * open). -1 with ERR_INPUT or ERR_LIMIT and the reason alone, such as `it is
 * encrypted`. The caller closes it with sheet_close (NULL: nothing).
 */
int sheet_open(int fd, struct sheet_book **out, struct err *e) ERR_CHECKED;
void sheet_close(struct sheet_book *b);

bool sheet_exists(const struct sheet_book *b, const char *name);

/*
 * Row 1. name[i] is NULL where a column has no header, is called index or
 * repeats an earlier column; such headers stand in repeated, once each.
 */
struct sheet_header {
	const char *const *name;
	size_t columns;
	const char *const *repeated;
	size_t repeats;
};

struct sheet_reader {
	void *arg;
	/*
	 * Called once, also for an empty sheet: says for each column in which
	 * slot of a row its cells are wanted (-1 as given: nowhere). Returns
	 * the number of slots, or -1 with e filled. The header lives until
	 * sheet_read returns.
	 */
	int (*columns)(
	    void *arg, const struct sheet_header *h, int *slot, struct err *e);
	/*
	 * Called for each row below with a filled cell in some slot. row is
	 * its number in the sheet; NULL is an empty cell; texts are valid
	 * during the call. -1 with e filled ends the reading.
	 */
	int (*row)(void *arg, int row, const char *const *cell, struct err *e);
	/* Asked every 64 KiB of XML; true ends with ERR_CANCELLED. Or NULL. */
	bool (*stopped)(void *arg);
};

/*
 * Reads one sheet. -1 with ERR_INPUT or ERR_LIMIT and a text that names
 * sheet, row and column, ERR_CANCELLED, or what a callback said.
 */
int sheet_read(struct sheet_book *b, const char *name,
    const struct sheet_reader *reader, struct err *e) ERR_CHECKED;

#endif
