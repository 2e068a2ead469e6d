/*
 * sheet_cell: what the text of a cell becomes (warehouse page 10, 1): outer
 * blanks, words that mean nothing, numbers, dates, times. Pure: knows neither
 * XML nor files. Thread-safe.
 */
#ifndef IO_SHEET_CELL_H
#define IO_SHEET_CELL_H

#include <stdbool.h>
#include <stddef.h>

/* What a number format shows. */
enum sheet_format { SHEET_NUMBER, SHEET_DATE, SHEET_TIME };

/* Bytes that any number, date or time needs as text, its NUL included. */
#define SHEET_CELL_NUMBER 352

/* The kind of a format that every workbook knows by number (14: a date). */
enum sheet_format sheet_cell_builtin(long id);

/* The kind of a format code such as `dd.mm.yyyy` or `[h]:mm`. */
enum sheet_format sheet_cell_format(const char *code);

/*
 * Removes outer blanks (Unicode's, not only ASCII's) of a text that may be
 * changed: *text is moved to the first character that stays, a NUL is written
 * behind the last. Returns the new length; 0 also for a word that means
 * nothing, such as NA.
 */
size_t sheet_cell_clean(char **text, size_t len);

/*
 * The text of a number as it stands in the file: 18.0 becomes 18, a serial
 * number of a date 2024-10-01 19:30:00, of a time 19:30:00. day_shift is 1462
 * in workbooks that count from 1904. Returns the length of out, 0 if text is
 * no number (out is then not written).
 */
size_t sheet_cell_number(const char *text, enum sheet_format format,
    int day_shift, char out[SHEET_CELL_NUMBER]);

/* The same for an ISO 8601 date or time (a cell of type d). */
size_t sheet_cell_iso(const char *text, char out[SHEET_CELL_NUMBER]);

#endif
