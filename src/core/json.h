/*
 * json: reading (a whole document into an arena, RFC 8259, with the strictness
 * of API.md 1.2) and writing (compact, in order) over yajl. Files that are
 * too large to hold are streamed with yajl directly, not through this.
 */
#ifndef CORE_JSON_H
#define CORE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "err.h"

#define JSON_DEPTH_MAX 64

enum json_type {
	JSON_NULL,
	JSON_BOOLEAN,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
};

/* A value; read-only for users. Arrays and objects are lists of children. */
struct json {
	enum json_type type;
	const char *key; /* in an object, NUL-terminated */
	bool boolean;
	double number;
	const char *text; /* string; number: as written */
	size_t len;
	const struct json *child; /* first element or member */
	const struct json *next;
	size_t count; /* children */
};

/*
 * Parses all of text. -1 with ERR_INPUT and API.md 1.4's texts: `Malformed
 * JSON at byte {n}: {reason}`, `Duplicate field: {f}`, `JSON is nested deeper
 * than 64 levels`. The result lives in the arena.
 */
int json_parse(struct arena *a, const char *text, size_t len,
    const struct json **out, struct err *e) ERR_CHECKED;

/* The member of an object, NULL if absent or v is no object. */
const struct json *json_get(const struct json *v, const char *key);

/* Writing. Commas and quotes are put by the writer; numbers are finite. */
struct json_out {
	struct buf *buf;
	bool comma; /* a value stands before */
};
void json_begin(struct json_out *o, struct buf *buf);
void json_object(struct json_out *o);
void json_object_end(struct json_out *o);
void json_array(struct json_out *o);
void json_array_end(struct json_out *o);
void json_key(struct json_out *o, const char *key);
void json_string(struct json_out *o, const char *text); /* NULL: null */
void json_string_n(struct json_out *o, const char *text, size_t len);
void json_integer(struct json_out *o, int64_t n);
void json_double(struct json_out *o, double d); /* shortest text */
void json_boolean(struct json_out *o, bool b);
void json_null(struct json_out *o);
/* Text that is JSON already, such as a jsonb column's. */
void json_raw(struct json_out *o, const char *text);

#endif
