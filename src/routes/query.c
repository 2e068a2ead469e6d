/*
 * query: parsing and writing query strings.
 */
#include "query.h"

#include <string.h>

#include "core/buf.h"
#include "path.h"
#include "core/quote.h"

static int
add(struct arena *a, const char *pair, size_t len, struct query *out,
    struct err *e)
{
	const char *equals = memchr(pair, '=', len);
	size_t name_len = equals == NULL ? len : (size_t)(equals - pair);
	size_t value_len = equals == NULL ? 0 : len - name_len - 1;
	char *name = arena_alloc(a, name_len + 1);
	char *value = arena_alloc(a, value_len + 1);

	if (!path_decode(pair, name_len, true, name) ||
	    (equals != NULL &&
		!path_decode(equals + 1, value_len, true, value)))
		return (err_set(
		    e, ERR_INPUT, "Malformed percent-encoding in query"));
	if (query_get(out, name) != NULL)
		return (err_set(e, ERR_INPUT,
		    "Query parameter %s is given twice", quote_text(a, name)));
	if (out->count == QUERY_PARAMETERS_MAX)
		return (err_set(e, ERR_INPUT, "More than %d query parameters",
		    QUERY_PARAMETERS_MAX));
	out->parameters[out->count].name = name;
	out->parameters[out->count].value = value;
	out->count++;
	return (0);
}

int
query_parse(struct arena *a, const char *text, struct query *out, struct err *e)
{
	size_t len;

	out->count = 0;
	if (text == NULL)
		return (0);
	for (;; text += len + 1) {
		len = strcspn(text, "&");
		if (len > 0 && add(a, text, len, out, e) != 0)
			return (-1);
		if (text[len] == '\0')
			return (0);
	}
}

const char *
query_get(const struct query *q, const char *name)
{
	size_t i;

	for (i = 0; i < q->count; i++)
		if (strcmp(q->parameters[i].name, name) == 0)
			return (q->parameters[i].value);
	return (NULL);
}

static void
escape(struct buf *b, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz"
				    "0123456789._~-";

	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL)
			buf_char(b, *text);
		else
			buf_printf(b, "%%%02X", (unsigned char)*text);
	}
}

void
query_append(struct buf *b, const char *name, const char *value)
{
	buf_char(b, strchr(buf_string(b), '?') == NULL ? '?' : '&');
	escape(b, name);
	buf_char(b, '=');
	escape(b, value);
}
