/*
 * field: what each type accepts and refuses, in the words of API.md 1.4.
 */
#include <string.h>

#include "routes/field.h"
#include "unit.h"

enum type { INTEGER, STRING, BOOLEAN, ARRAY, OBJECT, CHOICE };

struct sample {
	enum type type;
	const char *json;  /* value of a body field f, or NULL */
	const char *query; /* or of a query parameter f */
	const char *said;  /* NULL: accepted */
	const char *value; /* as text */
};

static const char *const colours[] = {"red", "blue", NULL};

static const struct sample samples[] = {
    {INTEGER, "5", NULL, NULL, "5"},
    {INTEGER, "5.0", NULL, NULL, "5"},
    {INTEGER, "5e0", NULL, NULL, "5"},
    {INTEGER, "\"7\"", NULL, NULL, "7"},
    {INTEGER, NULL, "7", NULL, "7"},
    {INTEGER, "5.5", NULL, "Field f must be an integer", NULL},
    {INTEGER, "true", NULL, "Field f must be an integer", NULL},
    {INTEGER, "\"\"", NULL, "Field f must be an integer", NULL},
    {INTEGER, "\"5.0\"", NULL, "Field f must be an integer", NULL},
    {INTEGER, "\" 5\"", NULL, "Field f must be an integer", NULL},
    {INTEGER, "\"0x5\"", NULL, "Field f must be an integer", NULL},
    {INTEGER, "[]", NULL, "Field f must be an integer", NULL},
    {INTEGER, NULL, "", "Query parameter f must be an integer", NULL},
    {INTEGER, NULL, "x", "Query parameter f must be an integer", NULL},
    {INTEGER, NULL, "1.5", "Query parameter f must be an integer", NULL},
    {INTEGER, "0", NULL, "Field f must be between 1 and 10", NULL},
    {INTEGER, "11", NULL, "Field f must be between 1 and 10", NULL},
    {INTEGER, "1e400", NULL, "Field f must be between 1 and 10", NULL},
    {INTEGER, "\"99999999999999999999\"", NULL,
	"Field f must be between 1 and 10", NULL},
    {INTEGER, NULL, "-1", "Query parameter f must be between 1 and 10", NULL},
    {STRING, "\"ab\"", NULL, NULL, "ab"},
    {STRING, "\"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\"", NULL, NULL,
	"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"},
    {STRING, "\"\"", NULL, "Field f must have 1 to 4 characters", NULL},
    {STRING, "\"abcde\"", NULL, "Field f must have 1 to 4 characters", NULL},
    {STRING, NULL, "", "Query parameter f must have 1 to 4 characters", NULL},
    {STRING, "1", NULL, "Field f must be a string", NULL},
    {BOOLEAN, "true", NULL, NULL, "true"},
    {BOOLEAN, "false", NULL, NULL, "false"},
    {BOOLEAN, NULL, "True", NULL, "true"},
    {BOOLEAN, "1", NULL, "Field f must be true or false", NULL},
    {BOOLEAN, "\"true\"", NULL, "Field f must be true or false", NULL},
    {BOOLEAN, NULL, "1", "Query parameter f must be true or false", NULL},
    {ARRAY, "[1]", NULL, NULL, "1"},
    {ARRAY, "[1,2,3]", NULL, "Field f must have 0 to 2 items", NULL},
    {ARRAY, "{}", NULL, "Field f must be an array", NULL},
    {OBJECT, "{\"a\":1}", NULL, NULL, "1"},
    {OBJECT, "[]", NULL, "Field f must be an object", NULL},
    {CHOICE, "\"red\"", NULL, NULL, "red"},
    {CHOICE, NULL, "blue", NULL, "blue"},
    {CHOICE, "\"Red\"", NULL, "Invalid f: Red. Must be one of red, blue", NULL},
    {CHOICE, NULL, "x\x01", "Invalid f: x?. Must be one of red, blue", NULL},
    {CHOICE, "1", NULL, "Field f must be a string", NULL},
};

/* The value as text, or NULL when the field was refused. */
static const char *
read_as(struct mistakes *m, enum type type, const struct field *f)
{
	const struct json *v = NULL;
	const char *text = NULL;
	int64_t n = 0;
	bool b = false;

	switch (type) {
	case INTEGER:
		return (field_integer(m, f, 1, 10, &n)
			    ? arena_printf(m->arena, "%lld", (long long)n)
			    : NULL);
	case STRING:
		return (field_string(m, f, 1, 4, &text) ? text : NULL);
	case BOOLEAN:
		if (!field_boolean(m, f, &b))
			return (NULL);
		return (b ? "true" : "false");
	case CHOICE:
		return (field_choice(m, f, colours, &text) ? text : NULL);
	case ARRAY:
		if (!field_array(m, f, 0, 2, &v))
			return (NULL);
		return (arena_printf(m->arena, "%zu", v->count));
	default:
		if (!field_object(m, f, &v))
			return (NULL);
		return (arena_printf(m->arena, "%zu", v->count));
	}
}

START_TEST(a_value_is_accepted_or_refused_with_its_words)
{
	const struct sample *c = &samples[_i];
	struct mistakes m = {.arena = arena_new()};
	const struct json *v = NULL;
	struct field f;
	struct err e;

	if (c->json != NULL) {
		ck_assert_int_eq(
		    json_parse(m.arena, c->json, strlen(c->json), &v, &e), 0);
		f = field_body("f", v);
	} else
		f = field_query("f", c->query);
	ck_assert_pstr_eq(read_as(&m, c->type, &f), c->value);
	ck_assert_uint_eq(m.count, c->said == NULL ? 0 : 1);
	ck_assert_pstr_eq(m.texts[0], c->said);
	arena_free(m.arena);
}
END_TEST

START_TEST(null_and_absent_are_no_mistake_unless_required)
{
	struct mistakes m = {.arena = arena_new()};
	const struct json null = {.type = JSON_NULL};
	struct field f = field_body("options.batch_size", &null);
	int64_t n = 3;

	ck_assert(!field_present(&f));
	ck_assert(!field_integer(&m, &f, 1, 10, &n));
	ck_assert_int_eq(n, 3);
	ck_assert_uint_eq(m.count, 0);
	ck_assert(!field_required(&m, &f));
	ck_assert_str_eq(m.texts[0], "Field options.batch_size is required");
	f = field_query("q", NULL);
	ck_assert(!field_present(&f));
	arena_free(m.arena);
}
END_TEST

START_TEST(a_hundred_mistakes_are_kept)
{
	struct mistakes m = {.arena = arena_new()};
	int i;

	for (i = 0; i < 150; i++)
		mistakes_add(&m, "mistake %d", i);
	ck_assert_uint_eq(m.count, FIELD_MISTAKES_MAX);
	ck_assert_str_eq(m.texts[99], "mistake 99");
	arena_free(m.arena);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("field");
	TCase *c = tcase_create("field");

	tcase_add_loop_test(c, a_value_is_accepted_or_refused_with_its_words, 0,
	    (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_test(c, null_and_absent_are_no_mistake_unless_required);
	tcase_add_test(c, a_hundred_mistakes_are_kept);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
