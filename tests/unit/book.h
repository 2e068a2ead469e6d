/*
 * book: small workbooks for tests, made by hand so that they can be as wrong
 * as a test wants, and a reader that writes down what it is told.
 */
#ifndef TESTS_BOOK_H
#define TESTS_BOOK_H

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "core/buf.h"
#include "io/sheet.h"
#include "unit/unit.h"

struct book_part {
	const char *name;
	const char *text;
	size_t len; /* 0: up to the NUL */
};

#define BOOK_RELATION                                                          \
	"http://schemas.openxmlformats.org/officeDocument/2006/"               \
	"relationships/"
#define BOOK_ROOT                                                              \
	{                                                                      \
		"_rels/.rels",                                                 \
		    "<Relationships><Relationship Id='a' Type='" BOOK_RELATION \
		    "officeDocument' "                                         \
		    "Target='xl/workbook.xml'/></Relationships>",              \
		    0                                                          \
	}
#define BOOK_RELATIONS                                                         \
	{                                                                      \
		"xl/_rels/workbook.xml.rels",                                  \
		    "<Relationships><Relationship Id='r1' "                    \
		    "Type='" BOOK_RELATION "worksheet' "                       \
		    "Target='worksheets/sheet1.xml'/><Relationship "           \
		    "Id='r2' Type='" BOOK_RELATION                             \
		    "styles' Target='styles.xml'/><Relationship Id='r3' "      \
		    "Type='" BOOK_RELATION "sharedStrings' "                   \
		    "Target='/xl/sharedStrings.xml'/></Relationships>",        \
		    0                                                          \
	}
#define BOOK_WORKBOOK                                                          \
	{                                                                      \
		"xl/workbook.xml",                                             \
		    "<workbook xmlns:r='r'><sheets><sheet name='events' "      \
		    "sheetId='1' "                                             \
		    "r:id='r1'/></sheets></workbook>",                         \
		    0                                                          \
	}

/* The path of a new empty file; the test unlinks it. */
static inline void
book_path(char path[64])
{
	int fd;

	(void)snprintf(path, 64, "/tmp/benchsight-test-XXXXXX");
	fd = mkstemp(path);
	ck_assert_int_ne(fd, -1);
	(void)close(fd);
}

/* A zip file of these parts, open for reading and already unlinked. */
static inline int
book_zip(const struct book_part *part, size_t n)
{
	zip_source_t *source;
	char path[64];
	zip_t *zip;
	size_t i;
	int fd;

	book_path(path);
	zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	ck_assert_ptr_nonnull(zip);
	for (i = 0; i < n; i++) {
		source = zip_source_buffer(zip, part[i].text,
		    part[i].len == 0 ? strlen(part[i].text) : part[i].len, 0);
		ck_assert_int_ge(zip_file_add(zip, part[i].name, source, 0), 0);
	}
	ck_assert_int_eq(zip_close(zip), 0);
	fd = open(path, O_RDONLY);
	ck_assert_int_ne(fd, -1);
	(void)unlink(path);
	return (fd);
}

/*
 * A workbook with the sheet events of these rows, and with styles and shared
 * strings (the inside of <styleSheet> and <sst>; "": none).
 */
static inline int
book_events(const char *rows, const char *styles, const char *strings)
{
	struct book_part part[6] = {BOOK_ROOT, BOOK_RELATIONS, BOOK_WORKBOOK};
	struct buf text[3];
	size_t i;
	int fd;

	for (i = 0; i < 3; i++)
		buf_init(&text[i], 256UL * 1024 * 1024);
	buf_printf(&text[0], "<worksheet><sheetData>");
	buf_text(&text[0], rows);
	buf_text(&text[0], "</sheetData><after/></worksheet>");
	buf_text(&text[1], "<styleSheet>");
	buf_text(&text[1], styles);
	buf_text(&text[1], "</styleSheet>");
	buf_text(&text[2], "<sst>");
	buf_text(&text[2], strings);
	buf_text(&text[2], "</sst>");
	part[3].name = "xl/worksheets/sheet1.xml";
	part[4].name = "xl/styles.xml";
	part[5].name = "xl/sharedStrings.xml";
	for (i = 0; i < 3; i++)
		part[3 + i].text = buf_string(&text[i]);
	fd = book_zip(part, 6);
	for (i = 0; i < 3; i++)
		buf_cleanup(&text[i]);
	return (fd);
}

/* Writes down header and rows: `a|-|b` a line, `!a` a repeated header. */
static inline int
book_note_header(
    void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	struct buf *out = arg;
	int used = 0;
	size_t i;

	(void)e;
	for (i = 0; i < h->columns; i++) {
		if (h->name[i] == NULL || h->name[i][0] == '~')
			continue;
		slot[i] = used++;
		buf_printf(out, "%s%s", used == 1 ? "" : "|", h->name[i]);
	}
	for (i = 0; i < h->repeats; i++)
		buf_printf(out, "!%s", h->repeated[i]);
	buf_printf(out, "/%d\n", used);
	return (used);
}

static inline int
book_note_row(void *arg, int row, const char *const *cell, struct err *e)
{
	struct buf *out = arg;
	int i, n;

	(void)e;
	n = (int)strtol(strchr(out->data, '/') + 1, NULL, 10);
	buf_printf(out, "%d:", row);
	for (i = 0; i < n; i++)
		buf_printf(out, "%s%s", i == 0 ? "" : "|",
		    cell[i] == NULL ? "-" : cell[i]);
	buf_char(out, '\n');
	return (0);
}

/* Reads the sheet events of the descriptor and closes it. */
static inline int
book_read(int fd, struct buf *out, struct err *e)
{
	struct sheet_reader reader = {
	    .arg = out, .columns = book_note_header, .row = book_note_row};
	struct sheet_book *book;
	int rc;

	err_clear(e);
	buf_init(out, 256UL * 1024 * 1024);
	rc = sheet_open(fd, &book, e);
	if (rc == 0)
		rc = sheet_read(book, "events", &reader, e);
	sheet_close(book);
	(void)close(fd);
	return (rc);
}

#endif
