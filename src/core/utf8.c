/*
 * utf8: the table of RFC 3629, section 4, as comparisons.
 */
#include "utf8.h"

static bool
within(unsigned char c, unsigned char low, unsigned char high)
{
	return (c >= low && c <= high);
}

size_t
utf8_character_size(const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text;
	unsigned char low = 0x80, high = 0xbf;
	size_t size, i;

	if (len == 0)
		return (0);
	if (s[0] < 0x80)
		return (1);
	if (within(s[0], 0xc2, 0xdf))
		size = 2;
	else if (within(s[0], 0xe0, 0xef))
		size = 3;
	else if (within(s[0], 0xf0, 0xf4))
		size = 4;
	else
		return (0);
	if (size > len)
		return (0);
	/* The second byte's range keeps out overlong forms and surrogates. */
	if (s[0] == 0xe0)
		low = 0xa0;
	else if (s[0] == 0xed)
		high = 0x9f;
	else if (s[0] == 0xf0)
		low = 0x90;
	else if (s[0] == 0xf4)
		high = 0x8f;
	if (!within(s[1], low, high))
		return (0);
	for (i = 2; i < size; i++)
		if (!within(s[i], 0x80, 0xbf))
			return (0);
	return (size);
}

size_t
utf8_valid_length(const char *text, size_t len)
{
	size_t at = 0, size;

	while (at < len) {
		size = utf8_character_size(text + at, len - at);
		if (size == 0)
			break;
		at += size;
	}
	return (at);
}

size_t
utf8_count(const char *text, size_t len)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			n++;
	return (n);
}
