/*
 * fuzz_sheet: any bytes as a workbook, and as the XML of a sheet. Most random
 * zips are refused at once, so the bytes are also wrapped as one.
 */
#include <string.h>
#include <zip.h>

#include "input.h"
#include "io/sheet.h"
#include "io/sheet_book.h"

static int
columns(void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	int used = 0;
	size_t i;

	(void)arg;
	(void)e;
	for (i = 0; i < h->columns; i++)
		if (h->name[i] != NULL && i % 3 != 2)
			slot[i] = used++;
	return (used);
}

static int
row(void *arg, int number, const char *const *cell, struct err *e)
{
	size_t *length = arg;

	(void)number;
	(void)e;
	if (cell[0] != NULL)
		*length += strlen(cell[0]);
	return (0);
}

static void
read_book(int fd)
{
	size_t length = 0;
	struct sheet_reader reader = {
	    .arg = &length, .columns = columns, .row = row};
	struct sheet_book *book;
	struct err e;
	size_t i;

	if (sheet_open(fd, &book, &e) == -1)
		return;
	for (i = 0; i < book->sheets; i++)
		(void)!sheet_read(book, book->sheet[i].name, &reader, &e);
	sheet_close(book);
}

/* A workbook whose sheet, shared strings and styles are the bytes. */
static void
write_parts(zip_t *zip, const uint8_t *data, size_t size)
{
	static const char relations[] =
	    "<r><Relationship Id='a' Type='/worksheet' Target='s'/>"
	    "<Relationship Id='b' Type='/sharedStrings' Target='s'/>"
	    "<Relationship Id='c' Type='/styles' Target='s'/></r>";
	static const char workbook[] =
	    "<w><sheets><sheet name='s' r:id='a'/></sheets></w>";
	const struct {
		const char *name;
		const void *data;
		size_t size;
	} part[] = {{"xl/workbook.xml", workbook, strlen(workbook)},
	    {"xl/_rels/workbook.xml.rels", relations, strlen(relations)},
	    {"xl/s", data, size}};
	zip_int64_t at;
	size_t i;

	for (i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
		at = zip_file_add(zip, part[i].name,
		    zip_source_buffer(zip, part[i].data, part[i].size, 0), 0);
		if (at == -1 || zip_set_file_compression(zip, (zip_uint64_t)at,
				    ZIP_CM_STORE, 0) == -1)
			abort();
	}
}

/* In memory: a file on disk would be most of the work. */
static void
read_wrapped(const uint8_t *data, size_t size)
{
	static uint8_t whole[1 << 20];
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	zip_int64_t length;
	int fd;

	if (zip == NULL)
		abort();
	zip_source_keep(source);
	write_parts(zip, data, size);
	if (zip_close(zip) == -1 || zip_source_open(source) == -1)
		abort();
	length = zip_source_read(source, whole, sizeof(whole));
	(void)zip_source_close(source);
	zip_source_free(source);
	if (length < 0)
		abort();
	fd = input_open(whole, (size_t)length);
	read_book(fd);
	(void)close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = input_open(data, size);

	read_book(fd);
	(void)close(fd);
	if (size > 0 && data[0] == '<')
		read_wrapped(data, size);
	return (0);
}
