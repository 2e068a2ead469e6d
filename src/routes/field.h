/*
 * field: checks values of a body or a query and collects every mistake in the
 * words of API.md 1.4. Pure.
 */
#ifndef ROUTES_FIELD_H
#define ROUTES_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/json.h"

#define FIELD_MISTAKES_MAX 100
#define FIELD_INTEGER_MAX 9007199254740992 /* 2^53 */
#define FIELD_ID_MAX 2147483647

/* What is wrong with a request, in the order in which it was found. */
struct mistakes {
	struct arena *arena;
	const char *texts[FIELD_MISTAKES_MAX];
	size_t count;
};

/* A value and its name: path in the body, or parameter of the query. */
struct field {
	const char *name;
	const struct json *body; /* NULL or JSON null: absent */
	const char *query;	 /* NULL: absent */
};

void mistakes_add(struct mistakes *m, const char *fmt, ...) ERR_PRINTF(2, 3);

struct field field_body(const char *name, const struct json *v);
struct field field_query(const char *name, const char *text);
bool field_present(const struct field *f);

/*
 * Each puts the value into out and returns true; false: absent (no mistake)
 * or wrong (a mistake is added), out as it was.
 */
bool field_integer(struct mistakes *m, const struct field *f, int64_t min,
    int64_t max, int64_t *out);
bool field_string(struct mistakes *m, const struct field *f, size_t min,
    size_t max, const char **out);
bool field_boolean(struct mistakes *m, const struct field *f, bool *out);
bool field_object(
    struct mistakes *m, const struct field *f, const struct json **out);
bool field_array(struct mistakes *m, const struct field *f, size_t min,
    size_t max, const struct json **out);

/* One of choices, a list that ends with NULL. */
bool field_choice(struct mistakes *m, const struct field *f,
    const char *const *choices, const char **out);

/* Adds `… is required` when it is absent. */
bool field_required(struct mistakes *m, const struct field *f);

#endif
