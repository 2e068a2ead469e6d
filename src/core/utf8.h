/*
 * utf8: is this text UTF-8 (RFC 3629: no overlong forms, no surrogates,
 * nothing above U+10FFFF)? Pure, thread-safe.
 */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* The offset of the first byte that is not UTF-8; len when all of it is. */
size_t utf8_valid_length(const char *text, size_t len);

/* Bytes of the well-formed character that text begins with; 0: none. */
size_t utf8_character_size(const char *text, size_t len);

/* Characters of a well-formed text. */
size_t utf8_count(const char *text, size_t len);

#endif
