/*
 * json: the strictness of API.md 1.2, and what reading gives.
 */
#include <stdio.h>
#include <string.h>

#include "core/json.h"
#include "unit.h"

static const struct json *
parse(struct arena *a, const char *text, struct err *e)
{
	const struct json *v;

	if (json_parse(a, text, strlen(text), &v, e) != 0)
		return (NULL);
	return (v);
}

struct refusal {
	const char *text;
	const char *detail;
};

static const struct refusal refusals[] = {
    {"", "Malformed JSON at byte 0: premature end"},
    {"   ", "Malformed JSON at byte 3: premature end"},
    {"{\"a\":1", "Malformed JSON at byte 6: premature end"},
    {"{\"a\":1} x", NULL},
    {"1 2", NULL},
    {"{\"a\":NaN}", NULL},
    {"[Infinity]", NULL},
    {"[-Infinity]", NULL},
    {"[01]", NULL},
    {"[1.]", NULL},
    {"[.5]", NULL},
    {"[+1]", NULL},
    {"{'a':1}", NULL},
    {"{\"a\":1,}", NULL},
    {"[1,]", NULL},
    {"[1 /* no */]", NULL},
    {"[\"\x01\"]", NULL},
    {"[\"\\x\"]", NULL},
    {"[\"\\u12g4\"]", NULL},
    {"\xef\xbb\xbf{}", "Malformed JSON at byte 0: byte order mark"},
    {"[\"\xff\"]", "Malformed JSON at byte 2: invalid UTF-8"},
    {"[\"\xc0\xaf\"]", "Malformed JSON at byte 2: invalid UTF-8"},
    {"[\"\xed\xa0\x80\"]", "Malformed JSON at byte 2: invalid UTF-8"},
    {"[\"\xf5\x80\x80\x80\"]", "Malformed JSON at byte 2: invalid UTF-8"},
    {"[\"a\\u0000\"]", "Malformed JSON at byte 3: U+0000 in a string"},
    {"{\"\\u0000\":1}", "Malformed JSON at byte 2: U+0000 in a string"},
    {"[\"\\ud800\"]", "Malformed JSON at byte 2: lone surrogate in a string"},
    {"[\"\\udc00x\"]", "Malformed JSON at byte 2: lone surrogate in a string"},
    {"[\"\\ud800\\u0041\"]",
	"Malformed JSON at byte 2: lone surrogate in a string"},
    {"{\"a\":1,\"b\":2,\"a\":3}", "Duplicate field: a"},
    {"{\"o\":{\"x\":1,\"x\":1}}", "Duplicate field: o.x"},
    {"{\"l\":[{},{\"x\":1,\"x\":1}]}", "Duplicate field: l[1].x"},
    {"[[{\"x\":1,\"\\u0078\":1}]]", "Duplicate field: [0][0].x"},
    {"{\"a\\n\":1,\"a\\n\":1}", "Duplicate field: a?"},
};

START_TEST(what_is_not_strict_json_is_refused_with_its_place)
{
	const struct refusal *c = &refusals[_i];
	struct arena *a = arena_new();
	struct err e;

	err_clear(&e);
	ck_assert_msg(parse(a, c->text, &e) == NULL, "%s", c->text);
	ck_assert_int_eq(e.code, ERR_INPUT);
	if (c->detail != NULL)
		ck_assert_str_eq(e.text, c->detail);
	else
		ck_assert_msg(
		    strncmp(e.text, "Malformed JSON at byte ", 23) == 0, "%s",
		    e.text);
	arena_free(a);
}
END_TEST

START_TEST(a_nul_byte_in_the_text_is_refused)
{
	static const char text[] = "{\"a\":\0001}";
	struct arena *a = arena_new();
	const struct json *v;
	struct err e;

	ck_assert_int_eq(json_parse(a, text, sizeof(text) - 1, &v, &e), -1);
	ck_assert_ptr_null(v);
	arena_free(a);
}
END_TEST

START_TEST(sixty_four_levels_are_the_deepest)
{
	struct arena *a = arena_new();
	char text[2 * 65 + 1];
	struct err e;

	memset(text, '[', 64);
	memset(text + 64, ']', 64);
	text[128] = '\0';
	ck_assert_ptr_nonnull(parse(a, text, &e));
	memset(text, '[', 65);
	memset(text + 65, ']', 65);
	text[130] = '\0';
	ck_assert_ptr_null(parse(a, text, &e));
	ck_assert_str_eq(e.text, "JSON is nested deeper than 64 levels");
	arena_free(a);
}
END_TEST

START_TEST(a_repeated_key_among_many_is_found)
{
	struct arena *a = arena_new();
	struct buf b;
	struct err e;
	int i;

	buf_init(&b, BUF_MAX_JSON);
	buf_text(&b, "{\"k77\":0");
	for (i = 0; i < 50000; i++)
		buf_printf(&b, ",\"k%d\":%d", i, i);
	buf_char(&b, '}');
	ck_assert_ptr_null(parse(a, buf_string(&b), &e));
	ck_assert_str_eq(e.text, "Duplicate field: k77");
	buf_cleanup(&b);
	arena_free(a);
}
END_TEST

START_TEST(values_keep_their_order_text_and_kind)
{
	struct arena *a = arena_new();
	const struct json *v, *m;
	struct err e;

	v = parse(a,
	    " {\"n\":5e0,\"s\":\"a\\ud83d\\ude00\\n\",\"l\":[true,null],"
	    "\"o\":{}} ",
	    &e);
	ck_assert_ptr_nonnull(v);
	ck_assert_uint_eq(v->count, 4);
	m = v->child;
	ck_assert_str_eq(m->key, "n");
	ck_assert_str_eq(m->text, "5e0");
	ck_assert_double_eq(m->number, 5);
	m = m->next;
	ck_assert_str_eq(m->text, "a\xf0\x9f\x98\x80\n");
	ck_assert_uint_eq(m->len, 6);
	m = json_get(v, "l");
	ck_assert_uint_eq(m->count, 2);
	ck_assert(m->child->boolean);
	ck_assert_int_eq(m->child->next->type, JSON_NULL);
	ck_assert_ptr_null(json_get(v, "absent"));
	ck_assert_ptr_null(json_get(m, "l"));
	ck_assert_int_eq(json_get(v, "o")->type, JSON_OBJECT);
	arena_free(a);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("json");
	TCase *c = tcase_create("json");

	tcase_add_loop_test(c,
	    what_is_not_strict_json_is_refused_with_its_place, 0,
	    (int)(sizeof(refusals) / sizeof(refusals[0])));
	tcase_add_test(c, a_nul_byte_in_the_text_is_refused);
	tcase_add_test(c, sixty_four_levels_are_the_deepest);
	tcase_add_test(c, a_repeated_key_among_many_is_found);
	tcase_add_test(c, values_keep_their_order_text_and_kind);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
