/*
 * sample_sheet: writes a workbook cell by cell, row by row, over
 * libxlsxwriter. The same calls give the same bytes: the time of creation is
 * fixed. An error shows when the workbook is closed.
 */
#ifndef SAMPLE_SAMPLE_SHEET_H
#define SAMPLE_SAMPLE_SHEET_H

#include <stdbool.h>
#include <stdint.h>
#include <xlsxwriter.h>

#include "core/err.h"

struct sample_book {
	lxw_workbook *workbook;
	lxw_format *date;
	lxw_format *time;
	const char *path; /* of the caller */
};

struct sample_sheet {
	lxw_worksheet *worksheet;
	struct sample_book *book;
	lxw_row_t row;
	lxw_col_t column;
};

/*
 * A new workbook at path. Streamed books hold one row in memory and write
 * texts in place, others write shared texts.
 */
int sample_book_open(struct sample_book *b, const char *path, bool streamed,
    struct err *e) ERR_CHECKED;

/* Writes the file. b is empty afterwards. -1 with ERR_INPUT and the path. */
int sample_book_close(struct sample_book *b, struct err *e) ERR_CHECKED;

/* A sheet whose first row holds the names, ended by NULL; row 2 is next. */
void sample_sheet_begin(struct sample_sheet *s, struct sample_book *b,
    const char *name, const char *const *columns);

/* The next cell of the row; nothing is written for NULL or "". */
void sample_sheet_text(struct sample_sheet *s, const char *text);
void sample_sheet_char(struct sample_sheet *s, char c); /* 0: empty */
void sample_sheet_number(struct sample_sheet *s, double number);
void sample_sheet_boolean(struct sample_sheet *s, bool value);
void sample_sheet_date(struct sample_sheet *s, double days);
void sample_sheet_time(struct sample_sheet *s, int seconds);
void sample_sheet_printf(struct sample_sheet *s, const char *fmt, ...)
    ERR_PRINTF(2, 3);
void sample_sheet_skip(struct sample_sheet *s, int cells);
void sample_sheet_end_row(struct sample_sheet *s);

#endif
