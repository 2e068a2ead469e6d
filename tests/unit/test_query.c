/*
 * query: parameters decoded, twice and too many refused.
 */
#include <string.h>

#include "routes/query.h"
#include "unit.h"

START_TEST(names_and_values_are_decoded_and_plus_is_a_blank)
{
	struct arena *a = arena_new();
	struct query q;
	struct err e;

	ck_assert_int_eq(query_parse(a, "a=1&b%20c=x+y%2B&&d&e=", &q, &e), 0);
	ck_assert_uint_eq(q.count, 4);
	ck_assert_str_eq(query_get(&q, "a"), "1");
	ck_assert_str_eq(query_get(&q, "b c"), "x y+");
	ck_assert_str_eq(query_get(&q, "d"), "");
	ck_assert_str_eq(query_get(&q, "e"), "");
	ck_assert_ptr_null(query_get(&q, "z"));
	ck_assert_int_eq(query_parse(a, NULL, &q, &e), 0);
	ck_assert_uint_eq(q.count, 0);
	arena_free(a);
}
END_TEST

struct refusal {
	const char *text;
	const char *detail;
};

static const struct refusal refusals[] = {
    {"limit=1&limit=2", "Query parameter limit is given twice"},
    {"limit=1&%6cimit=2", "Query parameter limit is given twice"},
    {"a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q&r&s&t&u",
	"More than 20 query parameters"},
    {"a=%", "Malformed percent-encoding in query"},
    {"a=%00", "Malformed percent-encoding in query"},
    {"a=%ff", "Malformed percent-encoding in query"},
    {"%zz=1", "Malformed percent-encoding in query"},
};

START_TEST(what_cannot_be_read_is_refused)
{
	struct arena *a = arena_new();
	struct query q;
	struct err e;

	ck_assert_int_eq(query_parse(a, refusals[_i].text, &q, &e), -1);
	ck_assert_str_eq(e.text, refusals[_i].detail);
	ck_assert_int_eq(e.code, ERR_INPUT);
	arena_free(a);
}
END_TEST

START_TEST(twenty_parameters_are_read)
{
	struct arena *a = arena_new();
	struct query q;
	struct err e;

	ck_assert_int_eq(
	    query_parse(a, "a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q&r&s&t", &q, &e),
	    0);
	ck_assert_uint_eq(q.count, 20);
	arena_free(a);
}
END_TEST

START_TEST(a_parameter_is_written_so_that_it_reads_back)
{
	struct buf b;

	buf_init(&b, BUF_MAX_LINE);
	buf_text(&b, "/x");
	query_append(&b, "a", "1 >\n");
	query_append(&b, "b&", "~._-");
	ck_assert_str_eq(buf_string(&b), "/x?a=1%20%3E%0A&b%26=~._-");
	buf_cleanup(&b);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("query");
	TCase *c = tcase_create("query");

	tcase_add_test(c, names_and_values_are_decoded_and_plus_is_a_blank);
	tcase_add_loop_test(c, what_cannot_be_read_is_refused, 0,
	    (int)(sizeof(refusals) / sizeof(refusals[0])));
	tcase_add_test(c, twenty_parameters_are_read);
	tcase_add_test(c, a_parameter_is_written_so_that_it_reads_back);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
