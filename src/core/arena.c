/*
 * arena: blocks in a chain, handed out piece by piece.
 */
#include "arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_BLOCK (16UL * 1024)
#define ARENA_ALIGN (_Alignof(max_align_t))

struct block {
	struct block *next;
	size_t used;
	size_t size;
	max_align_t data[];
};

struct arena {
	struct block *blocks;
};

struct arena *
arena_new(void)
{
	return (calloc(1, sizeof(struct arena)));
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->blocks; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

static struct block *
block_new(size_t size)
{
	struct block *b;

	b = malloc(sizeof(*b) + size);
	if (b == NULL)
		abort();
	b->used = 0;
	b->size = size;
	return (b);
}

void *
arena_alloc(struct arena *a, size_t size)
{
	struct block *b = a->blocks;
	void *p;

	if (size > SIZE_MAX / 2)
		abort();
	size = (size + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
	if (b == NULL || b->size - b->used < size) {
		b = block_new(size > ARENA_BLOCK ? size : ARENA_BLOCK);
		b->next = a->blocks;
		a->blocks = b;
	}
	p = (char *)b->data + b->used;
	b->used += size;
	return (memset(p, 0, size));
}

char *
arena_strndup(struct arena *a, const char *text, size_t len)
{
	char *p;

	p = arena_alloc(a, len + 1);
	memcpy(p, text, len);
	return (p);
}

char *
arena_strdup(struct arena *a, const char *text)
{
	return (arena_strndup(a, text, strlen(text)));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		abort();
	p = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	(void)vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (p);
}
