/*
 * arena: memory that is freed all at once. One for each request and each unit
 * of work, so that nobody needs a ladder of frees.
 */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stddef.h>

#include "err.h"

struct arena;

/* NULL only when out of memory. The caller frees it with arena_free. */
struct arena *arena_new(void);
void arena_free(struct arena *a);

/*
 * Zeroed memory of size bytes, aligned for any object; never NULL: out of
 * memory ends the process, as everywhere in Kore.
 */
void *arena_alloc(struct arena *a, size_t size);
char *arena_strdup(struct arena *a, const char *text);
char *arena_strndup(struct arena *a, const char *text, size_t len);
char *arena_printf(struct arena *a, const char *fmt, ...) ERR_PRINTF(2, 3);

#endif
