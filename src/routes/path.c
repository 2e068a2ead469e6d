/*
 * path: splitting and decoding a path, matching it with a pattern.
 */
#include "path.h"

#include <string.h>

#include "core/utf8.h"

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return (c - '0');
	if (c >= 'a' && c <= 'f')
		return (c - 'a' + 10);
	if (c >= 'A' && c <= 'F')
		return (c - 'A' + 10);
	return (-1);
}

bool
path_decode(const char *text, size_t len, bool plus, char *out)
{
	size_t i, n = 0;
	int high, low;

	for (i = 0; i < len; i++) {
		if (text[i] != '%') {
			out[n++] = plus && text[i] == '+' ? ' ' : text[i];
			continue;
		}
		if (i + 2 >= len)
			return (false);
		high = hex(text[i + 1]);
		low = hex(text[i + 2]);
		if (high < 0 || low < 0 || (high == 0 && low == 0))
			return (false);
		out[n++] = (char)(high * 16 + low);
		i += 2;
	}
	out[n] = '\0';
	return (utf8_valid_length(out, n) == n);
}

enum path_verdict
path_split(struct arena *a, const char *raw, struct path *out)
{
	enum path_verdict verdict = PATH_OK;
	const char *at = raw;
	size_t len;
	char *segment;

	memset(out, 0, sizeof(*out));
	if (*at != '/')
		return (PATH_IMPOSSIBLE);
	while (*at == '/') {
		at++;
		len = strcspn(at, "/");
		if (len == 0 && at[len] == '\0') {
			out->trailing_slash = out->count > 0;
			break;
		}
		segment = arena_alloc(a, len + 1);
		if (!path_decode(at, len, false, segment))
			return (PATH_MALFORMED);
		if (len == 0 || strcmp(segment, ".") == 0 ||
		    strcmp(segment, "..") == 0 ||
		    out->count == PATH_SEGMENTS_MAX)
			verdict = PATH_IMPOSSIBLE;
		else
			out->segments[out->count++] = segment;
		at += len;
	}
	return (verdict);
}

bool
path_match(const struct path *p, const char *pattern, const char **param)
{
	const char *at = pattern, *found = NULL;
	size_t i, len;

	for (i = 0; i < p->count; i++) {
		if (*at != '/' || at[1] == '\0')
			return (false);
		at++;
		len = strcspn(at, "/");
		if (at[0] == '{') {
			if (found == NULL)
				found = p->segments[i];
		} else if (strlen(p->segments[i]) != len ||
			   memcmp(p->segments[i], at, len) != 0)
			return (false);
		at += len;
	}
	if (*at != '\0' && !(p->count == 0 && strcmp(at, "/") == 0))
		return (false);
	if (param != NULL)
		*param = found;
	return (true);
}
