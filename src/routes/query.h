/*
 * query: the parameters of a query string, decoded (API.md 1.1, 1.4). Pure.
 */
#ifndef ROUTES_QUERY_H
#define ROUTES_QUERY_H

#include <stddef.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/err.h"

#define QUERY_PARAMETERS_MAX 20

struct query {
	struct {
		const char *name;
		const char *value;
	} parameters[QUERY_PARAMETERS_MAX];
	size_t count;
};

/*
 * text may be NULL. -1 with ERR_INPUT: a parameter twice, more than 20, broken
 * escapes. Names and values live in the arena.
 */
int query_parse(struct arena *a, const char *text, struct query *out,
    struct err *e) ERR_CHECKED;

/* NULL: not given. */
const char *query_get(const struct query *q, const char *name);

/* Appends a parameter, escaped, to a path that may have some already. */
void query_append(struct buf *b, const char *name, const char *value);

#endif
