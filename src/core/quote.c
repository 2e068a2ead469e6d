/*
 * quote: how client text is repeated in answers.
 */
#include "quote.h"

#include <string.h>

#include "utf8.h"

#define QUOTE_CHARACTERS 100
#define ELLIPSIS "\xe2\x80\xa6"

/* A control character: C0, DEL, or C1 (U+0080 to U+009F). */
static int
is_control(const char *text, size_t size)
{
	unsigned char c = (unsigned char)text[0];

	return (c < 0x20 || c == 0x7f ||
		(size == 2 && c == 0xc2 && (unsigned char)text[1] < 0xa0));
}

const char *
quote_text(struct arena *a, const char *text)
{
	char *out = arena_alloc(a, QUOTE_CHARACTERS * 4 + sizeof(ELLIPSIS));
	size_t left = strlen(text), at = 0, n, size;

	for (n = 0; n < QUOTE_CHARACTERS && left > 0; n++) {
		size = utf8_character_size(text, left);
		if (size == 0 || is_control(text, size)) {
			out[at++] = '?';
			size = size == 0 ? 1 : size;
		} else {
			memcpy(out + at, text, size);
			at += size;
		}
		text += size;
		left -= size;
	}
	if (left > 0) {
		memcpy(out + at, ELLIPSIS, sizeof(ELLIPSIS) - 1);
		at += sizeof(ELLIPSIS) - 1;
	}
	out[at] = '\0';
	return (out);
}
