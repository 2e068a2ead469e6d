/*
 * sheet_book: what the parts of the workbook reader share: the open workbook,
 * its shared strings, its number formats. For src/io/sheet*.c alone.
 */
#ifndef IO_SHEET_BOOK_H
#define IO_SHEET_BOOK_H

#include <stdint.h>
#include <zip.h>

#include "core/arena.h"
#include "core/buf.h"
#include "io/sheet.h"

/* Shared strings, cleaned, one behind the other in one piece of memory. */
struct sheet_strings {
	struct buf text;
	uint32_t *offset; /* owned; of text, or one of the two below */
	size_t count;
	size_t cap;
};
#define SHEET_STRING_NOTHING UINT32_MAX	       /* empty, or such a word */
#define SHEET_STRING_TOO_LONG (UINT32_MAX - 1) /* over SHEET_MAX_TEXT */

int sheet_strings_read(struct sheet_strings *s, zip_t *zip, const char *part,
    struct err *e) ERR_CHECKED;
void sheet_strings_cleanup(struct sheet_strings *s);

/* What each cell style (attribute s) shows: an enum sheet_format a byte. */
struct sheet_styles {
	unsigned char *format; /* owned */
	size_t count;
	size_t cap;
};
int sheet_styles_read(struct sheet_styles *s, zip_t *zip, const char *part,
    struct err *e) ERR_CHECKED;
void sheet_styles_cleanup(struct sheet_styles *s);

struct sheet_entry {
	const char *name;
	const char *relation; /* r:id */
	const char *part;     /* NULL: its relation leads nowhere */
};

struct sheet_book {
	zip_t *zip;
	struct arena *arena; /* names and paths */
	struct sheet_entry *sheet;
	size_t sheets;
	int day_shift; /* 1462: days count from 1904 */
	struct sheet_strings strings;
	struct sheet_styles styles;
};

/* Streams one sheet's part. */
int sheet_rows_read(const struct sheet_book *b, const char *part,
    const struct sheet_reader *reader, struct err *e) ERR_CHECKED;

/* Is this cell's text (UTF-8) longer than SHEET_MAX_TEXT characters? */
bool sheet_text_too_long(const char *text, size_t len);

#endif
