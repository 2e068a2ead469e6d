/*
 * json: reading a whole document into an arena. yajl does the grammar; what it
 * lets pass and API.md 1.2 does not (overlong UTF-8, lone surrogates, U+0000,
 * a key twice, any depth) is checked here. Writing is json_out.c.
 */
#include "json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "quote.h"
#include "utf8.h"

struct frame {
	struct json *value; /* the open array or object */
	struct json *last;  /* its newest child */
	const char *key;    /* of the member to come */
};

struct reader {
	struct arena *arena;
	struct frame frames[JSON_DEPTH_MAX];
	size_t depth;
	struct json *root;
	struct err *e;
	bool refused; /* e says why yajl was stopped */
};

/* Names it by its path: a.b[3].key */
static int
refuse_duplicate(struct reader *r, const char *key)
{
	const char *path = "", *dot = "";
	const struct json *open;
	size_t i;

	for (i = 0; i + 1 < r->depth; i++) {
		open = r->frames[i].value;
		if (open->type == JSON_ARRAY)
			path = arena_printf(
			    r->arena, "%s[%zu]", path, open->count - 1);
		else
			path = arena_printf(r->arena, "%s%s%s", path, dot,
			    quote_text(r->arena, r->frames[i + 1].value->key));
		dot = ".";
	}
	(void)err_set(r->e, ERR_INPUT, "Duplicate field: %s%s%s", path, dot,
	    quote_text(r->arena, key));
	r->refused = true;
	return (0);
}

/* yajl's callbacks return 1 to go on, 0 to stop. */
static struct json *
add(struct reader *r, enum json_type type)
{
	struct json *v = arena_alloc(r->arena, sizeof(*v));
	struct frame *f;

	v->type = type;
	if (r->depth == 0) {
		r->root = v;
		return (v);
	}
	f = &r->frames[r->depth - 1];
	v->key = f->key;
	f->key = NULL;
	if (f->last == NULL)
		f->value->child = v;
	else
		f->last->next = v;
	f->last = v;
	f->value->count++;
	return (v);
}

static int
on_null(void *arg)
{
	(void)add(arg, JSON_NULL);
	return (1);
}

static int
on_boolean(void *arg, int boolean)
{
	add(arg, JSON_BOOLEAN)->boolean = boolean != 0;
	return (1);
}

static int
on_number(void *arg, const char *text, size_t len)
{
	struct reader *r = arg;
	struct json *v = add(r, JSON_NUMBER);

	v->text = arena_strndup(r->arena, text, len);
	v->len = len;
	v->number = strtod(v->text, NULL);
	return (1);
}

static int
on_string(void *arg, const unsigned char *text, size_t len)
{
	struct reader *r = arg;
	struct json *v = add(r, JSON_STRING);

	v->text = arena_strndup(r->arena, (const char *)text, len);
	v->len = len;
	return (1);
}

static int
on_key(void *arg, const unsigned char *text, size_t len)
{
	struct reader *r = arg;

	r->frames[r->depth - 1].key =
	    arena_strndup(r->arena, (const char *)text, len);
	return (1);
}

static int
open_frame(struct reader *r, enum json_type type)
{
	struct json *v;

	if (r->depth == JSON_DEPTH_MAX) {
		(void)err_set(r->e, ERR_INPUT,
		    "JSON is nested deeper than %d levels", JSON_DEPTH_MAX);
		r->refused = true;
		return (0);
	}
	v = add(r, type);
	memset(&r->frames[r->depth], 0, sizeof(r->frames[0]));
	r->frames[r->depth++].value = v;
	return (1);
}

static int
on_object(void *arg)
{
	return (open_frame(arg, JSON_OBJECT));
}

static int
on_array(void *arg)
{
	return (open_frame(arg, JSON_ARRAY));
}

static int
on_array_end(void *arg)
{
	struct reader *r = arg;

	r->depth--;
	return (1);
}

struct member {
	const char *key;
	size_t position;
};

static int
member_compare(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	int by_key = strcmp(x->key, y->key);

	if (by_key != 0)
		return (by_key);
	return (x->position < y->position ? -1 : x->position > y->position);
}

/* The key whose repetition comes first in the text; NULL: none repeats. */
static const char *
duplicate_of(const struct json *object)
{
	struct member few[16], *many = NULL, *all = few;
	size_t i = 0, first = SIZE_MAX;
	const char *key = NULL;
	const struct json *v;

	if (object->count < 2)
		return (NULL);
	if (object->count > sizeof(few) / sizeof(few[0])) {
		all = many = calloc(object->count, sizeof(*many));
		if (many == NULL)
			abort();
	}
	for (v = object->child; v != NULL; v = v->next, i++) {
		all[i].key = v->key;
		all[i].position = i;
	}
	qsort(all, object->count, sizeof(*all), member_compare);
	for (i = 1; i < object->count; i++) {
		if (strcmp(all[i - 1].key, all[i].key) == 0 &&
		    all[i].position < first) {
			first = all[i].position;
			key = all[i].key;
		}
	}
	free(many);
	return (key);
}

static int
on_object_end(void *arg)
{
	struct reader *r = arg;
	const char *key;

	key = duplicate_of(r->frames[r->depth - 1].value);
	if (key != NULL)
		return (refuse_duplicate(r, key));
	r->depth--;
	return (1);
}

static const yajl_callbacks callbacks = {
    .yajl_null = on_null,
    .yajl_boolean = on_boolean,
    .yajl_number = on_number,
    .yajl_string = on_string,
    .yajl_start_map = on_object,
    .yajl_map_key = on_key,
    .yajl_end_map = on_object_end,
    .yajl_start_array = on_array,
    .yajl_end_array = on_array_end,
};

/* What yajl lets pass: where it is, and what to call it. */
struct fault {
	size_t at;
	const char *reason; /* NULL: none */
};

/* The value of four hex digits; -1: they are not, yajl will say so. */
static int
hex4(const char *p, size_t left)
{
	char digits[5] = {0}, *end;
	long n;

	if (left < 4)
		return (-1);
	memcpy(digits, p, 4);
	if (strspn(digits, "0123456789abcdefABCDEF") != 4)
		return (-1);
	n = strtol(digits, &end, 16);
	return ((int)n);
}

/* Looks at the escape at text[at] (a backslash); moves at past it. */
static const char *
escape_fault(const char *text, size_t len, size_t *at)
{
	size_t i = *at;
	int unit, low;

	*at = i + 2;
	if (i + 1 >= len || text[i + 1] != 'u')
		return (NULL);
	unit = hex4(text + i + 2, len - i - 2);
	if (unit < 0)
		return (NULL);
	*at = i + 6;
	if (unit == 0)
		return ("U+0000 in a string");
	if (unit >= 0xdc00 && unit <= 0xdfff)
		return ("lone surrogate in a string");
	if (unit < 0xd800 || unit > 0xdbff)
		return (NULL);
	low = -1;
	if (i + 7 < len && text[i + 6] == '\\' && text[i + 7] == 'u')
		low = hex4(text + i + 8, len - i - 8);
	if (low < 0xdc00 || low > 0xdfff)
		return ("lone surrogate in a string");
	*at = i + 12;
	return (NULL);
}

/* Correct up to the place where the grammar breaks, if it does. */
static struct fault
text_fault(const char *text, size_t len)
{
	struct fault f = {utf8_valid_length(text, len), NULL};
	bool in_string = false;
	size_t at = 0, here;

	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		f.at = 0;
		f.reason = "byte order mark";
		return (f);
	}
	if (f.at < len)
		f.reason = "invalid UTF-8";
	while (at < f.at) {
		here = at;
		if (!in_string || text[at] != '\\') {
			if (text[at] == '"')
				in_string = !in_string;
			at++;
			continue;
		}
		f.reason = escape_fault(text, len, &at);
		if (f.reason != NULL) {
			f.at = here;
			return (f);
		}
		f.reason = f.at < len ? "invalid UTF-8" : NULL;
	}
	return (f);
}

static int
malformed(struct err *e, size_t at, const char *reason)
{
	return (err_set(
	    e, ERR_INPUT, "Malformed JSON at byte %zu: %s", at, reason));
}

/* yajl's word is "parse error: premature EOF\n"; keep the middle. */
static int
grammar_fault(yajl_handle h, struct err *e)
{
	unsigned char *said = yajl_get_error(h, 0, NULL, 0);
	const char *reason = (const char *)said, *colon;
	int n;

	colon = strchr(reason, ':');
	if (colon != NULL)
		reason = colon + 1 + strspn(colon + 1, " ");
	n = (int)strcspn(reason, "\n");
	while (n > 0 && reason[n - 1] == '.')
		n--;
	(void)err_set(e, ERR_INPUT, "Malformed JSON at byte %zu: %.*s",
	    yajl_get_bytes_consumed(h), n, reason);
	yajl_free_error(h, said);
	return (-1);
}

int
json_parse(struct arena *a, const char *text, size_t len,
    const struct json **out, struct err *e)
{
	const unsigned char *bytes = (const unsigned char *)text;
	struct reader r = {.arena = a, .e = e};
	struct fault fault = text_fault(text, len);
	yajl_handle h;
	size_t end;
	int ret = -1;

	*out = NULL;
	h = yajl_alloc(&callbacks, NULL, &r);
	if (h == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	/* What lies behind a fault of ours is not worth reading. */
	end = fault.reason != NULL ? fault.at : len;
	if (yajl_parse(h, bytes, end) != yajl_status_ok) {
		if (!r.refused)
			(void)grammar_fault(h, e);
		goto out;
	}
	if (fault.reason != NULL) {
		(void)malformed(e, fault.at, fault.reason);
		goto out;
	}
	if (yajl_complete_parse(h) != yajl_status_ok) {
		if (!r.refused)
			(void)malformed(e, len, "premature end");
		goto out;
	}
	*out = r.root;
	ret = 0;
out:
	yajl_free(h);
	return (ret);
}

const struct json *
json_get(const struct json *v, const char *key)
{
	const struct json *m;

	if (v == NULL || v->type != JSON_OBJECT)
		return (NULL);
	for (m = v->child; m != NULL; m = m->next)
		if (strcmp(m->key, key) == 0)
			return (m);
	return (NULL);
}
