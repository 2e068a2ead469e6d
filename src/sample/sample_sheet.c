/*
 * sample_sheet: see sample_sheet.h.
 */
#include "sample/sample_sheet.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define CREATED 1756684800 /* 2025-09-01, for every workbook */
#define SECONDS_OF_DAY 86400.0

int
sample_book_open(
    struct sample_book *b, const char *path, bool streamed, struct err *e)
{
	lxw_workbook_options options = {0};
	lxw_doc_properties properties = {0};

	FILE *f = fopen(path, "wb");

	memset(b, 0, sizeof(*b));
	/* The library would print what the caller is to say. */
	if (f == NULL || fclose(f) != 0)
		return (err_set_errno(e, ERR_INPUT, "cannot write %s", path));
	b->path = path;
	options.constant_memory = streamed;
	b->workbook = workbook_new_opt(path, &options);
	if (b->workbook == NULL)
		return (err_set(e, ERR_INPUT, "cannot write %s", path));
	properties.created = CREATED;
	(void)workbook_set_properties(b->workbook, &properties);
	b->date = workbook_add_format(b->workbook);
	format_set_num_format(b->date, "yyyy\\-mm\\-dd");
	b->time = workbook_add_format(b->workbook);
	format_set_num_format(b->time, "h:mm:ss");
	return (0);
}

int
sample_book_close(struct sample_book *b, struct err *e)
{
	lxw_error error = workbook_close(b->workbook);
	const char *path = b->path;

	memset(b, 0, sizeof(*b));
	if (error != LXW_NO_ERROR)
		return (err_set(e, ERR_INPUT, "cannot write %s: %s", path,
		    lxw_strerror(error)));
	return (0);
}

void
sample_sheet_begin(struct sample_sheet *s, struct sample_book *b,
    const char *name, const char *const *columns)
{
	memset(s, 0, sizeof(*s));
	s->book = b;
	s->worksheet = workbook_add_worksheet(b->workbook, name);
	for (; *columns != NULL; columns++)
		sample_sheet_text(s, *columns);
	sample_sheet_end_row(s);
}

void
sample_sheet_text(struct sample_sheet *s, const char *text)
{
	if (text != NULL && text[0] != '\0')
		(void)worksheet_write_string(
		    s->worksheet, s->row, s->column, text, NULL);
	s->column++;
}

void
sample_sheet_char(struct sample_sheet *s, char c)
{
	char text[2] = {c, '\0'};

	sample_sheet_text(s, text);
}

void
sample_sheet_number(struct sample_sheet *s, double number)
{
	(void)worksheet_write_number(
	    s->worksheet, s->row, s->column++, number, NULL);
}

void
sample_sheet_boolean(struct sample_sheet *s, bool value)
{
	(void)worksheet_write_boolean(
	    s->worksheet, s->row, s->column++, value, NULL);
}

void
sample_sheet_date(struct sample_sheet *s, double days)
{
	(void)worksheet_write_number(
	    s->worksheet, s->row, s->column++, days, s->book->date);
}

void
sample_sheet_time(struct sample_sheet *s, int seconds)
{
	(void)worksheet_write_number(s->worksheet, s->row, s->column++,
	    seconds / SECONDS_OF_DAY, s->book->time);
}

void
sample_sheet_printf(struct sample_sheet *s, const char *fmt, ...)
{
	char text[256];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	sample_sheet_text(s, text);
}

void
sample_sheet_skip(struct sample_sheet *s, int cells)
{
	s->column = (lxw_col_t)(s->column + cells);
}

void
sample_sheet_end_row(struct sample_sheet *s)
{
	s->row++;
	s->column = 0;
}
