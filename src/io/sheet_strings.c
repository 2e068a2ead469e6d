/*
 * sheet_strings: the texts that cells refer to by number.
 */
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "io/sheet_book.h"
#include "io/sheet_cell.h"
#include "io/sheet_part.h"

struct strings_reader {
	struct sheet_part part;
	struct sheet_strings *strings;
	size_t began; /* where the text of this one starts */
	bool inside;  /* of <si> */
	bool too_long;
	int phonetic; /* depth inside <rPh>: reading aids are no text */
};

bool
sheet_text_too_long(const char *text, size_t len)
{
	return (len > SHEET_MAX_TEXT && utf8_count(text, len) > SHEET_MAX_TEXT);
}

static void XMLCALL
strings_text(void *arg, const XML_Char *text, int len)
{
	struct strings_reader *r = arg;
	struct buf *b = &r->strings->text;

	if (r->too_long)
		return;
	if (b->len - r->began + (size_t)len > 4UL * SHEET_MAX_TEXT) {
		r->too_long = true;
		return;
	}
	buf_append(b, text, (size_t)len);
	if (b->failed)
		sheet_part_fail(&r->part, ERR_LIMIT,
		    "its shared strings are larger than %lu MB",
		    SHEET_MAX_STRINGS / (1024 * 1024));
}

static void XMLCALL
strings_start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct strings_reader *r = arg;

	if (!sheet_part_enter(&r->part, attributes))
		return;
	name = sheet_part_local(name);
	if (strcmp(name, "si") == 0) {
		r->inside = true;
		r->too_long = false;
		r->phonetic = 0;
		r->began = r->strings->text.len;
	} else if (strcmp(name, "rPh") == 0)
		r->phonetic++;
	else if (strcmp(name, "t") == 0 && r->inside && r->phonetic == 0)
		XML_SetCharacterDataHandler(r->part.parser, strings_text);
}

/* Makes room for one more. */
static bool
strings_reserve(struct strings_reader *r)
{
	struct sheet_strings *s = r->strings;
	size_t cap = s->cap == 0 ? 1024 : 2 * s->cap;
	uint32_t *offset;

	if (s->count < s->cap)
		return (true);
	if (s->count >= SHEET_MAX_STRING_COUNT) {
		sheet_part_fail(&r->part, ERR_LIMIT,
		    "it has more than %d shared strings",
		    SHEET_MAX_STRING_COUNT);
		return (false);
	}
	offset = realloc(s->offset, cap * sizeof(*offset));
	if (offset == NULL) {
		sheet_part_fail(&r->part, ERR_UNEXPECTED, "out of memory");
		return (false);
	}
	s->offset = offset;
	s->cap = cap;
	return (true);
}

/* The text since began becomes the next string. */
static void
strings_add(struct strings_reader *r)
{
	struct sheet_strings *s = r->strings;
	size_t len = s->text.len - r->began;
	char *text;

	if (!strings_reserve(r))
		return;
	if (len > 0 && !r->too_long)
		r->too_long = sheet_text_too_long(s->text.data + r->began, len);
	if (len == 0 || r->too_long) {
		s->text.len = r->began;
		s->offset[s->count++] =
		    len == 0 ? SHEET_STRING_NOTHING : SHEET_STRING_TOO_LONG;
		return;
	}
	text = s->text.data + r->began;
	len = sheet_cell_clean(&text, len);
	if (len == 0) {
		s->text.len = r->began;
		s->offset[s->count++] = SHEET_STRING_NOTHING;
		return;
	}
	s->offset[s->count++] = (uint32_t)(text - s->text.data);
	s->text.len = (size_t)(text - s->text.data) + len;
	buf_char(&s->text, '\0');
}

static void XMLCALL
strings_end(void *arg, const XML_Char *name)
{
	struct strings_reader *r = arg;

	sheet_part_leave(&r->part);
	if (r->part.failed)
		return;
	name = sheet_part_local(name);
	if (strcmp(name, "t") == 0)
		XML_SetCharacterDataHandler(r->part.parser, NULL);
	else if (strcmp(name, "rPh") == 0)
		r->phonetic--;
	else if (strcmp(name, "si") == 0 && r->inside) {
		r->inside = false;
		strings_add(r);
	}
}

int
sheet_strings_read(
    struct sheet_strings *s, zip_t *zip, const char *part, struct err *e)
{
	struct strings_reader r;

	memset(&r, 0, sizeof(r));
	memset(s, 0, sizeof(*s));
	buf_init(&s->text, SHEET_MAX_STRINGS);
	r.strings = s;
	r.part.start = strings_start;
	r.part.end = strings_end;
	return (sheet_part_read(&r.part, zip, part, e));
}

void
sheet_strings_cleanup(struct sheet_strings *s)
{
	buf_cleanup(&s->text);
	free(s->offset);
	s->offset = NULL;
	s->count = s->cap = 0;
}
