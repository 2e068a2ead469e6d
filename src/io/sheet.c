/*
 * sheet: the workbook as a whole: the zip file, which part is which sheet.
 */
#include "io/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/sheet_book.h"
#include "io/sheet_part.h"

#define DAYS_TO_1904 1462
#define FALLBACK_BOOK "xl/workbook.xml"
#define MAX_RELATIONS 4096

/* A relation that is of use: where a part lies and what it is. */
struct book_relation {
	const char *id;
	const char *type; /* behind the last / of its address */
	const char *part; /* path in the zip file */
};

struct relations_reader {
	struct sheet_part part;
	struct arena *arena;
	const char *base; /* the part whose relations these are */
	struct book_relation *row;
	size_t count;
};

struct book_reader {
	struct sheet_part part;
	struct sheet_book *book;
};

/*
 * The path of a target that is written relative to the part base: xl/a.xml
 * and ../b/c.xml give b/c.xml, /d.xml gives d.xml.
 */
static const char *
resolve(struct arena *a, const char *base, const char *target)
{
	const char *slash = strrchr(base, '/');
	size_t dir = slash == NULL ? 0 : (size_t)(slash - base);

	if (*target == '/')
		return (arena_strdup(a, target + 1));
	while (
	    strncmp(target, "../", 3) == 0 || strncmp(target, "./", 2) == 0) {
		if (target[1] == '.') {
			while (dir > 0 && base[dir - 1] != '/')
				dir--;
			dir = dir > 0 ? dir - 1 : 0;
			target++;
		}
		target += 2;
	}
	if (dir == 0)
		return (arena_strdup(a, target));
	return (arena_printf(a, "%.*s/%s", (int)dir, base, target));
}

static void XMLCALL
relation_start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct relations_reader *r = arg;
	const char *id, *type, *target, *last;
	struct book_relation *row;

	if (!sheet_part_enter(&r->part, attributes) ||
	    strcmp(sheet_part_local(name), "Relationship") != 0)
		return;
	id = sheet_part_attribute(attributes, "Id");
	type = sheet_part_attribute(attributes, "Type");
	target = sheet_part_attribute(attributes, "Target");
	if (id == NULL || type == NULL || target == NULL)
		return;
	if (r->count == MAX_RELATIONS) {
		sheet_part_fail(&r->part, ERR_LIMIT,
		    "it has more than %d relations", MAX_RELATIONS);
		return;
	}
	row = &r->row[r->count++];
	last = strrchr(type, '/');
	row->id = arena_strdup(r->arena, id);
	row->type = arena_strdup(r->arena, last == NULL ? type : last + 1);
	row->part = resolve(r->arena, r->base, target);
}

static void XMLCALL
any_end(void *arg, const XML_Char *name)
{
	(void)name;
	sheet_part_leave(arg);
}

/* The relations of a part ("": of the package); none if it has none. */
static int
read_relations(struct sheet_book *b, const char *base,
    struct relations_reader *r, struct err *e)
{
	const char *slash = strrchr(base, '/');
	const char *path;

	path = slash == NULL ? arena_printf(b->arena, "_rels/%s.rels", base)
			     : arena_printf(b->arena, "%.*s/_rels/%s.rels",
				   (int)(slash - base), base, slash + 1);
	memset(r, 0, sizeof(*r));
	r->arena = b->arena;
	r->base = base;
	r->row = arena_alloc(b->arena, MAX_RELATIONS * sizeof(*r->row));
	r->part.start = relation_start;
	r->part.end = any_end;
	if (!sheet_part_exists(b->zip, path))
		return (0);
	if (sheet_part_read(&r->part, b->zip, path, e) == -1)
		return (err_context(e, "%s", path));
	return (0);
}

/* The part of a type or with an id; NULL: none. */
static const char *
find_part(const struct relations_reader *r, const char *type, const char *id)
{
	size_t i;

	for (i = 0; i < r->count; i++)
		if ((type == NULL || strcmp(r->row[i].type, type) == 0) &&
		    (id == NULL || strcmp(r->row[i].id, id) == 0))
			return (r->row[i].part);
	return (NULL);
}

static void
add_sheet(struct book_reader *r, const char **attributes)
{
	struct sheet_book *b = r->book;
	const char *name = sheet_part_attribute(attributes, "name");
	const char *id = NULL;

	if (b->sheets == SHEET_MAX_SHEETS) {
		sheet_part_fail(&r->part, ERR_LIMIT,
		    "it has more than %d sheets", SHEET_MAX_SHEETS);
		return;
	}
	for (; attributes[0] != NULL; attributes += 2)
		if (strcmp(sheet_part_local(attributes[0]), "id") == 0)
			id = attributes[1];
	if (name == NULL || id == NULL)
		return;
	b->sheet[b->sheets].name = arena_strdup(b->arena, name);
	b->sheet[b->sheets].relation = arena_strdup(b->arena, id);
	b->sheets++;
}

static void XMLCALL
book_start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct book_reader *r = arg;
	const char *from_1904;

	if (!sheet_part_enter(&r->part, attributes))
		return;
	name = sheet_part_local(name);
	if (strcmp(name, "sheet") == 0)
		add_sheet(r, attributes);
	else if (strcmp(name, "workbookPr") == 0) {
		from_1904 = sheet_part_attribute(attributes, "date1904");
		if (from_1904 != NULL && (strcmp(from_1904, "1") == 0 ||
					     strcmp(from_1904, "true") == 0))
			r->book->day_shift = DAYS_TO_1904;
	}
}

/* Sheets, styles and shared strings of the open zip file. */
static int
read_book(struct sheet_book *b, struct err *e)
{
	struct relations_reader relations;
	struct book_reader r;
	const char *book, *part;
	size_t i;

	if (read_relations(b, "", &relations, e) == -1)
		return (-1);
	book = find_part(&relations, "officeDocument", NULL);
	if (book == NULL)
		book = FALLBACK_BOOK;
	if (!sheet_part_exists(b->zip, book))
		return (err_set(e, ERR_INPUT, "it is no xlsx workbook"));
	memset(&r, 0, sizeof(r));
	r.book = b;
	r.part.start = book_start;
	r.part.end = any_end;
	b->sheet = arena_alloc(b->arena, SHEET_MAX_SHEETS * sizeof(*b->sheet));
	if (sheet_part_read(&r.part, b->zip, book, e) == -1)
		return (err_context(e, "%s", book));
	if (read_relations(b, book, &relations, e) == -1)
		return (-1);
	for (i = 0; i < b->sheets; i++)
		b->sheet[i].part =
		    find_part(&relations, NULL, b->sheet[i].relation);
	part = find_part(&relations, "styles", NULL);
	if (part != NULL && sheet_part_exists(b->zip, part) &&
	    sheet_styles_read(&b->styles, b->zip, part, e) == -1)
		return (err_context(e, "%s", part));
	part = find_part(&relations, "sharedStrings", NULL);
	if (part != NULL && sheet_part_exists(b->zip, part) &&
	    sheet_strings_read(&b->strings, b->zip, part, e) == -1)
		return (err_context(e, "%s", part));
	return (0);
}

/* Why libzip refuses the file; old and encrypted workbooks are no zip. */
static int
no_zip(int fd, int code, struct err *e)
{
	static const unsigned char compound[] = {0xd0, 0xcf, 0x11, 0xe0};
	unsigned char magic[sizeof(compound)];
	zip_error_t error;

	if (pread(fd, magic, sizeof(magic), 0) == (ssize_t)sizeof(magic) &&
	    memcmp(magic, compound, sizeof(magic)) == 0)
		return (err_set(e, ERR_INPUT,
		    "it is encrypted, or in the format before xlsx"));
	zip_error_init_with_code(&error, code);
	(void)err_set(e, ERR_INPUT, "%s", zip_error_strerror(&error));
	zip_error_fini(&error);
	return (-1);
}

static int
open_zip(int fd, zip_t **out, struct err *e)
{
	int copy = dup(fd), code = 0;
	zip_int64_t entries, i;
	zip_stat_t st;

	if (copy == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "dup"));
	*out = zip_fdopen(copy, 0, &code);
	if (*out == NULL) {
		(void)close(copy);
		return (no_zip(fd, code, e));
	}
	entries = zip_get_num_entries(*out, 0);
	if (entries > SHEET_MAX_ENTRIES)
		return (err_set(e, ERR_LIMIT, "it has more than %d parts",
		    SHEET_MAX_ENTRIES));
	for (i = 0; i < entries; i++)
		if (zip_stat_index(*out, (zip_uint64_t)i, 0, &st) == 0 &&
		    (st.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
		    st.encryption_method != ZIP_EM_NONE)
			return (err_set(e, ERR_INPUT, "it is encrypted"));
	return (0);
}

int
sheet_open(int fd, struct sheet_book **out, struct err *e)
{
	struct sheet_book *b = calloc(1, sizeof(*b));

	*out = NULL;
	if (b == NULL || (b->arena = arena_new()) == NULL) {
		free(b);
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	}
	buf_init(&b->strings.text, SHEET_MAX_STRINGS);
	if (open_zip(fd, &b->zip, e) == -1 || read_book(b, e) == -1) {
		sheet_close(b);
		return (-1);
	}
	*out = b;
	return (0);
}

void
sheet_close(struct sheet_book *b)
{
	if (b == NULL)
		return;
	if (b->zip != NULL)
		zip_discard(b->zip);
	sheet_strings_cleanup(&b->strings);
	sheet_styles_cleanup(&b->styles);
	arena_free(b->arena);
	free(b);
}

static const struct sheet_entry *
find_sheet(const struct sheet_book *b, const char *name)
{
	size_t i;

	for (i = 0; i < b->sheets; i++)
		if (strcmp(b->sheet[i].name, name) == 0)
			return (&b->sheet[i]);
	return (NULL);
}

bool
sheet_exists(const struct sheet_book *b, const char *name)
{
	return (find_sheet(b, name) != NULL);
}

int
sheet_read(struct sheet_book *b, const char *name,
    const struct sheet_reader *reader, struct err *e)
{
	const struct sheet_entry *sheet = find_sheet(b, name);

	if (sheet == NULL)
		return (err_set(e, ERR_INPUT, "there is no sheet %s", name));
	if (sheet->part == NULL)
		return (err_set(
		    e, ERR_INPUT, "sheet %s: it is not in the file", name));
	if (sheet_rows_read(b, sheet->part, reader, e) == -1) {
		if (e == NULL || e->code == ERR_INPUT || e->code == ERR_LIMIT)
			(void)err_context(e, "sheet %s", name);
		return (-1);
	}
	return (0);
}
