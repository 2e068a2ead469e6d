/*
 * field: one function for each type of API.md 1.2.
 */
#include "field.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/buf.h"
#include "core/quote.h"
#include "core/utf8.h"

void
mistakes_add(struct mistakes *m, const char *fmt, ...)
{
	struct buf b;
	va_list ap;

	if (m->count == FIELD_MISTAKES_MAX)
		return;
	buf_init(&b, BUF_MAX_LINE);
	va_start(ap, fmt);
	buf_vprintf(&b, fmt, ap);
	va_end(ap);
	m->texts[m->count++] = arena_strdup(m->arena, buf_string(&b));
	buf_cleanup(&b);
}

struct field
field_body(const char *name, const struct json *v)
{
	struct field f = {name, v, NULL};

	if (v != NULL && v->type == JSON_NULL)
		f.body = NULL;
	return (f);
}

struct field
field_query(const char *name, const char *text)
{
	struct field f = {name, NULL, text};

	return (f);
}

bool
field_present(const struct field *f)
{
	return (f->body != NULL || f->query != NULL);
}

/* `Field x` or `Query parameter x`. */
static const char *
title(struct mistakes *m, const struct field *f)
{
	return (arena_printf(m->arena, "%s %s",
	    f->query != NULL ? "Query parameter" : "Field", f->name));
}

bool
field_required(struct mistakes *m, const struct field *f)
{
	if (field_present(f))
		return (true);
	mistakes_add(m, "%s is required", title(m, f));
	return (false);
}

static bool
wrong_type(struct mistakes *m, const struct field *f, const char *type)
{
	mistakes_add(m, "%s must be %s", title(m, f), type);
	return (false);
}

/* -?[0-9]+ ; a JSON number too, where number says so. */
static bool
is_whole(const char *text, size_t len, bool number)
{
	size_t digits;
	char *end;
	double d;

	if (len == 0 || strlen(text) != len)
		return (false);
	digits = strspn(text + (text[0] == '-'), "0123456789");
	if (digits > 0 && digits + (text[0] == '-') == len)
		return (true);
	if (!number || digits == 0 || strspn(text, "0123456789.eE+-") != len)
		return (false);
	d = strtod(text, &end);
	return (*end == '\0' && (isinf(d) || trunc(d) == d));
}

bool
field_integer(struct mistakes *m, const struct field *f, int64_t min,
    int64_t max, int64_t *out)
{
	const char *text = f->query;
	bool number = true;
	size_t len;
	double d;

	if (!field_present(f))
		return (false);
	if (f->body != NULL) {
		number = f->body->type == JSON_NUMBER;
		if (!number && f->body->type != JSON_STRING)
			return (wrong_type(m, f, "an integer"));
		text = f->body->text;
	}
	len = f->body != NULL ? f->body->len : strlen(text);
	if (!is_whole(text, len, number))
		return (wrong_type(m, f, "an integer"));
	d = strtod(text, NULL);
	if (!(d >= (double)min && d <= (double)max)) {
		mistakes_add(m, "%s must be between %lld and %lld", title(m, f),
		    (long long)min, (long long)max);
		return (false);
	}
	*out = (int64_t)d;
	return (true);
}

bool
field_string(struct mistakes *m, const struct field *f, size_t min, size_t max,
    const char **out)
{
	const char *text = f->query;
	size_t count;

	if (!field_present(f))
		return (false);
	if (f->body != NULL) {
		if (f->body->type != JSON_STRING)
			return (wrong_type(m, f, "a string"));
		text = f->body->text;
	}
	count = utf8_count(text, strlen(text));
	if (count < min || count > max) {
		mistakes_add(m, "%s must have %zu to %zu characters",
		    title(m, f), min, max);
		return (false);
	}
	*out = text;
	return (true);
}

bool
field_boolean(struct mistakes *m, const struct field *f, bool *out)
{
	if (!field_present(f))
		return (false);
	if (f->body != NULL) {
		if (f->body->type != JSON_BOOLEAN)
			return (wrong_type(m, f, "true or false"));
		*out = f->body->boolean;
	} else if (strcasecmp(f->query, "true") == 0)
		*out = true;
	else if (strcasecmp(f->query, "false") == 0)
		*out = false;
	else
		return (wrong_type(m, f, "true or false"));
	return (true);
}

bool
field_object(struct mistakes *m, const struct field *f, const struct json **out)
{
	if (!field_present(f))
		return (false);
	if (f->body == NULL || f->body->type != JSON_OBJECT)
		return (wrong_type(m, f, "an object"));
	*out = f->body;
	return (true);
}

bool
field_array(struct mistakes *m, const struct field *f, size_t min, size_t max,
    const struct json **out)
{
	if (!field_present(f))
		return (false);
	if (f->body == NULL || f->body->type != JSON_ARRAY)
		return (wrong_type(m, f, "an array"));
	if (f->body->count < min || f->body->count > max) {
		mistakes_add(
		    m, "%s must have %zu to %zu items", title(m, f), min, max);
		return (false);
	}
	*out = f->body;
	return (true);
}

static void
unknown_choice(struct mistakes *m, const struct field *f, const char *text,
    const char *const *choices)
{
	const char *list = "";
	size_t i;

	for (i = 0; choices[i] != NULL; i++)
		list = arena_printf(
		    m->arena, "%s%s%s", list, i == 0 ? "" : ", ", choices[i]);
	mistakes_add(m, "Invalid %s: %s. Must be one of %s", f->name,
	    quote_text(m->arena, text), list);
}

bool
field_choice(struct mistakes *m, const struct field *f,
    const char *const *choices, const char **out)
{
	const char *text = f->query;
	size_t i;

	if (!field_present(f))
		return (false);
	if (f->body != NULL) {
		if (f->body->type != JSON_STRING)
			return (wrong_type(m, f, "a string"));
		text = f->body->text;
	}
	for (i = 0; choices[i] != NULL; i++) {
		if (strcmp(choices[i], text) == 0) {
			*out = choices[i];
			return (true);
		}
	}
	unknown_choice(m, f, text, choices);
	return (false);
}
