/*
 * sheet_styles: which cell styles show a date or a time. All else of the
 * styles is looks.
 */
#include <stdlib.h>
#include <string.h>

#include "io/sheet_book.h"
#include "io/sheet_cell.h"
#include "io/sheet_part.h"

/* A number format of the workbook's own. */
struct styles_format {
	long id;
	enum sheet_format format;
};

struct styles_reader {
	struct sheet_part part;
	struct sheet_styles *styles;
	struct styles_format own[SHEET_MAX_FORMATS];
	size_t own_count;
	bool inside; /* of <cellXfs> */
};

static long
styles_id(const char **attributes)
{
	const char *id = sheet_part_attribute(attributes, "numFmtId");

	return (id == NULL ? 0 : strtol(id, NULL, 10));
}

static void
styles_add_format(struct styles_reader *r, const char **attributes)
{
	const char *code = sheet_part_attribute(attributes, "formatCode");

	if (r->own_count == SHEET_MAX_FORMATS) {
		sheet_part_fail(&r->part, ERR_LIMIT,
		    "it has more than %d number formats", SHEET_MAX_FORMATS);
		return;
	}
	r->own[r->own_count].id = styles_id(attributes);
	r->own[r->own_count].format =
	    code == NULL ? SHEET_NUMBER : sheet_cell_format(code);
	r->own_count++;
}

static void
styles_add(struct styles_reader *r, const char **attributes)
{
	struct sheet_styles *s = r->styles;
	size_t i, cap = s->cap == 0 ? 64 : 2 * s->cap;
	long id = styles_id(attributes);
	unsigned char *format;

	if (s->count == SHEET_MAX_STYLES) {
		sheet_part_fail(&r->part, ERR_LIMIT,
		    "it has more than %d cell styles", SHEET_MAX_STYLES);
		return;
	}
	if (s->count == s->cap) {
		if ((format = realloc(s->format, cap)) == NULL) {
			sheet_part_fail(
			    &r->part, ERR_UNEXPECTED, "out of memory");
			return;
		}
		s->format = format;
		s->cap = cap;
	}
	s->format[s->count] = (unsigned char)sheet_cell_builtin(id);
	for (i = 0; i < r->own_count; i++)
		if (r->own[i].id == id)
			s->format[s->count] = (unsigned char)r->own[i].format;
	s->count++;
}

static void XMLCALL
styles_start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct styles_reader *r = arg;

	if (!sheet_part_enter(&r->part, attributes))
		return;
	name = sheet_part_local(name);
	if (strcmp(name, "numFmt") == 0)
		styles_add_format(r, attributes);
	else if (strcmp(name, "cellXfs") == 0)
		r->inside = true;
	else if (strcmp(name, "xf") == 0 && r->inside)
		styles_add(r, attributes);
}

static void XMLCALL
styles_end(void *arg, const XML_Char *name)
{
	struct styles_reader *r = arg;

	sheet_part_leave(&r->part);
	if (strcmp(sheet_part_local(name), "cellXfs") == 0 && !r->part.failed)
		sheet_part_finish(&r->part);
}

int
sheet_styles_read(
    struct sheet_styles *s, zip_t *zip, const char *part, struct err *e)
{
	struct styles_reader *r = calloc(1, sizeof(*r));
	int rc;

	memset(s, 0, sizeof(*s));
	if (r == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	r->styles = s;
	r->part.start = styles_start;
	r->part.end = styles_end;
	rc = sheet_part_read(&r->part, zip, part, e);
	free(r);
	return (rc);
}

void
sheet_styles_cleanup(struct sheet_styles *s)
{
	free(s->format);
	s->format = NULL;
	s->count = s->cap = 0;
}
