/*
 * json_out: writing JSON, compact and in order, into a buffer. The caller
 * balances what it opens.
 */
#include "json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

void
json_begin(struct json_out *o, struct buf *buf)
{
	o->buf = buf;
	o->comma = false;
}

static void
separate(struct json_out *o)
{
	if (o->comma)
		buf_char(o->buf, ',');
	o->comma = true;
}

static void
begin(struct json_out *o, char c)
{
	separate(o);
	buf_char(o->buf, c);
	o->comma = false;
}

static void
end(struct json_out *o, char c)
{
	buf_char(o->buf, c);
	o->comma = true;
}

void
json_object(struct json_out *o)
{
	begin(o, '{');
}

void
json_object_end(struct json_out *o)
{
	end(o, '}');
}

void
json_array(struct json_out *o)
{
	begin(o, '[');
}

void
json_array_end(struct json_out *o)
{
	end(o, ']');
}

/* One character that may not stand in a string as it is. */
static void
escape(struct buf *b, unsigned char c)
{
	static const char named[] = "\"\\\b\f\n\r\t";
	static const char letters[] = "\"\\bfnrt";
	const char *p = c == '\0' ? NULL : strchr(named, c);

	if (p != NULL) {
		buf_char(b, '\\');
		buf_char(b, letters[p - named]);
	} else
		buf_printf(b, "\\u%04x", c);
}

/* Bytes that are no UTF-8 become U+FFFD, so an answer always is. */
static void
quote(struct buf *b, const char *text, size_t len)
{
	size_t i = 0, from = 0, size;
	unsigned char c;

	buf_char(b, '"');
	while (i < len) {
		c = (unsigned char)text[i];
		size = utf8_character_size(text + i, len - i);
		if (size > 0 && c >= 0x20 && c != '"' && c != '\\') {
			i += size;
			continue;
		}
		buf_append(b, text + from, i - from);
		if (size == 0)
			buf_text(b, "\xef\xbf\xbd");
		else
			escape(b, c);
		from = ++i;
	}
	buf_append(b, text + from, len - from);
	buf_char(b, '"');
}

void
json_key(struct json_out *o, const char *key)
{
	separate(o);
	quote(o->buf, key, strlen(key));
	buf_char(o->buf, ':');
	o->comma = false;
}

void
json_string(struct json_out *o, const char *text)
{
	if (text == NULL)
		json_null(o);
	else
		json_string_n(o, text, strlen(text));
}

void
json_string_n(struct json_out *o, const char *text, size_t len)
{
	separate(o);
	quote(o->buf, text, len);
}

void
json_integer(struct json_out *o, int64_t n)
{
	separate(o);
	buf_printf(o->buf, "%lld", (long long)n);
}

void
json_double(struct json_out *o, double d)
{
	char text[32];
	int digits;

	if (!isfinite(d)) {
		json_null(o);
		return;
	}
	for (digits = 15; digits <= 17; digits++) {
		(void)snprintf(text, sizeof(text), "%.*g", digits, d);
		if (strtod(text, NULL) == d)
			break;
	}
	separate(o);
	buf_text(o->buf, text);
}

void
json_boolean(struct json_out *o, bool b)
{
	separate(o);
	buf_text(o->buf, b ? "true" : "false");
}

void
json_null(struct json_out *o)
{
	separate(o);
	buf_text(o->buf, "null");
}

void
json_raw(struct json_out *o, const char *text)
{
	separate(o);
	buf_text(o->buf, text);
}
