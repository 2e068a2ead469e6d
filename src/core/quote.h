/*
 * quote: client text inside an error: up to 100 characters, then `…`, control
 * characters and bytes that are no UTF-8 as `?` (API.md 1.4). Pure.
 */
#ifndef CORE_QUOTE_H
#define CORE_QUOTE_H

#include "arena.h"

/* The result lives in the arena. */
const char *quote_text(struct arena *a, const char *text);

#endif
