/*
 * sheet_part: zip and expat together, 64 KiB at a time.
 */
#include "io/sheet_part.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define CHUNK (64 * 1024)

void
sheet_part_abort(struct sheet_part *p)
{
	p->failed = true;
	(void)XML_StopParser(p->parser, XML_FALSE);
}

void
sheet_part_fail(struct sheet_part *p, enum err_code code, const char *fmt, ...)
{
	char text[ERR_TEXT_MAX];
	va_list ap;

	if (p->failed)
		return;
	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	(void)err_set(p->e, code, "%s", text);
	sheet_part_abort(p);
}

void
sheet_part_finish(struct sheet_part *p)
{
	p->done = true;
	(void)XML_StopParser(p->parser, XML_FALSE);
}

bool
sheet_part_enter(struct sheet_part *p, const char **attributes)
{
	size_t n = 0;

	if (p->failed || p->done)
		return (false);
	while (attributes[n] != NULL)
		n += 2;
	if (n > 2 * SHEET_MAX_ATTRIBUTES)
		sheet_part_fail(
		    p, ERR_LIMIT, "a tag has %zu attributes", n / 2);
	else if (++p->depth > SHEET_MAX_DEPTH)
		sheet_part_fail(p, ERR_LIMIT, "its XML is nested too deep");
	return (!p->failed);
}

void
sheet_part_leave(struct sheet_part *p)
{
	p->depth--;
}

const char *
sheet_part_local(const char *name)
{
	const char *colon = strchr(name, ':');

	return (colon == NULL ? name : colon + 1);
}

const char *
sheet_part_attribute(const char **attributes, const char *local)
{
	for (; attributes[0] != NULL; attributes += 2)
		if (strcmp(sheet_part_local(attributes[0]), local) == 0)
			return (attributes[1]);
	return (NULL);
}

static void
doctype(void *arg, const char *name, const char *system, const char *public,
    int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	sheet_part_fail(arg, ERR_INPUT,
	    "its XML declares a document type, which is refused");
}

/* Is what has been inflated so far within the ceilings? */
static int
check_size(long long bytes, const zip_stat_t *st, struct err *e)
{
	long long deflated = 0;

	if ((st->valid & ZIP_STAT_COMP_SIZE) != 0)
		deflated = (long long)st->comp_size;
	if (bytes > SHEET_MAX_PART)
		return (err_set(e, ERR_LIMIT,
		    "it is larger than %lld MB when unpacked",
		    SHEET_MAX_PART / (1024 * 1024)));
	if (bytes > SHEET_MIN_RATIO && bytes / SHEET_MAX_RATIO > deflated)
		return (err_set(e, ERR_LIMIT,
		    "it unpacks to more than %d times its size",
		    SHEET_MAX_RATIO));
	return (0);
}

/* One chunk from the zip file to expat; 1: more, 0: the part has ended. */
static int
step(struct sheet_part *p, zip_file_t *part, long long *bytes)
{
	void *chunk = XML_GetBuffer(p->parser, CHUNK);
	zip_int64_t n;

	if (chunk == NULL)
		return (err_set(p->e, ERR_UNEXPECTED, "out of memory"));
	n = zip_fread(part, chunk, CHUNK);
	if (n < 0)
		return (
		    err_set(p->e, ERR_INPUT, "%s", zip_file_strerror(part)));
	*bytes += n;
	if (XML_ParseBuffer(p->parser, (int)n, n == 0) != XML_STATUS_OK) {
		if (p->failed)
			return (-1);
		if (p->done)
			return (0);
		return (err_set(p->e, ERR_INPUT, "line %lu: %s",
		    (unsigned long)XML_GetCurrentLineNumber(p->parser),
		    XML_ErrorString(XML_GetErrorCode(p->parser))));
	}
	if (*bytes - XML_GetCurrentByteIndex(p->parser) > SHEET_MAX_TAG)
		return (err_set(p->e, ERR_LIMIT, "a tag is larger than %lld MB",
		    SHEET_MAX_TAG / (1024 * 1024)));
	return (n > 0);
}

static int
stream(struct sheet_part *p, zip_file_t *part, const zip_stat_t *st)
{
	long long bytes = 0;
	int more = 1;

	while (more == 1) {
		if (p->stopped != NULL && p->stopped(p->stopped_arg))
			return (err_set(p->e, ERR_CANCELLED, "cancelled"));
		more = step(p, part, &bytes);
		if (more == 1 && check_size(bytes, st, p->e) == -1)
			return (-1);
	}
	return (more);
}

bool
sheet_part_exists(zip_t *zip, const char *name)
{
	return (zip_name_locate(zip, name, ZIP_FL_NOCASE) >= 0);
}

int
sheet_part_read(
    struct sheet_part *p, zip_t *zip, const char *name, struct err *e)
{
	zip_int64_t index = zip_name_locate(zip, name, ZIP_FL_NOCASE);
	zip_file_t *part = NULL;
	zip_stat_t st;
	int rc = -1;

	p->e = e;
	p->depth = 0;
	p->done = p->failed = false;
	p->parser = NULL;
	if (index < 0) {
		(void)err_set(e, ERR_INPUT, "it is not in the file");
		goto out;
	}
	if (zip_stat_index(zip, (zip_uint64_t)index, 0, &st) == -1 ||
	    (part = zip_fopen_index(zip, (zip_uint64_t)index, 0)) == NULL) {
		(void)err_set(e, ERR_INPUT, "%s", zip_strerror(zip));
		goto out;
	}
	p->parser = XML_ParserCreate(NULL);
	if (p->parser == NULL) {
		(void)err_set(e, ERR_UNEXPECTED, "out of memory");
		goto out;
	}
	XML_SetUserData(p->parser, p);
	XML_SetElementHandler(p->parser, p->start, p->end);
	XML_SetStartDoctypeDeclHandler(p->parser, doctype);
	rc = stream(p, part, &st);
out:
	if (part != NULL)
		(void)zip_fclose(part);
	XML_ParserFree(p->parser);
	p->parser = NULL;
	return (rc);
}
