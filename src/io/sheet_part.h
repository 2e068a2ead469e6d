/*
 * sheet_part: streams one XML part of a zip file through expat. It holds the
 * line against hostile files: inflated size and ratio, depth, size of one
 * tag, document types (and so entities). What the XML means is its caller's
 * business.
 */
#ifndef IO_SHEET_PART_H
#define IO_SHEET_PART_H

#include <expat.h>
#include <stdbool.h>
#include <zip.h>

#include "core/err.h"

/* The ceilings of a part. */
#define SHEET_MAX_PART (512LL * 1024 * 1024) /* inflated bytes */
#define SHEET_MAX_RATIO 250		     /* inflated : deflated */
#define SHEET_MIN_RATIO (16LL * 1024 * 1024) /* below, any ratio is right */
#define SHEET_MAX_TAG (4LL * 1024 * 1024)    /* bytes of one tag */
#define SHEET_MAX_DEPTH 64
#define SHEET_MAX_ATTRIBUTES 256 /* of one tag */

/* The first member of a reader's own struct, which expat's handlers get. */
struct sheet_part {
	XML_StartElementHandler start;
	XML_EndElementHandler end;
	bool (*stopped)(void *arg); /* may be NULL; asked every 64 KiB */
	void *stopped_arg;

	XML_Parser parser; /* for the handlers */
	struct err *e;
	int depth;
	bool done;   /* the reader has what it wants */
	bool failed; /* e says why */
};

/*
 * Parses the part that the zip file has under this name (any case). start,
 * end and stopped are set by the caller. -1 with ERR_INPUT, ERR_LIMIT, or
 * ERR_CANCELLED when stopped said so.
 */
int sheet_part_read(struct sheet_part *p, zip_t *zip, const char *name,
    struct err *e) ERR_CHECKED;

bool sheet_part_exists(zip_t *zip, const char *name);

/*
 * For the handlers: fail ends the parsing with a message, abort with the one
 * that e has already, finish without any (the rest of the part is not read).
 */
void sheet_part_fail(struct sheet_part *p, enum err_code code, const char *fmt,
    ...) ERR_PRINTF(3, 4);
void sheet_part_abort(struct sheet_part *p);
void sheet_part_finish(struct sheet_part *p);

/* Counts a tag in; false when the part has failed or its tags lie too deep. */
bool sheet_part_enter(struct sheet_part *p, const char **attributes);
void sheet_part_leave(struct sheet_part *p);

/* A name without its prefix; the value of an attribute (NULL: absent). */
const char *sheet_part_local(const char *name);
const char *sheet_part_attribute(const char **attributes, const char *local);

#endif
