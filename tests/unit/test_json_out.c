/*
 * json_out: commas, quotes, escapes and numbers of what is written.
 */
#include <math.h>
#include <string.h>

#include "core/json.h"
#include "unit.h"

START_TEST(commas_and_escapes_are_put_by_the_writer)
{
	struct json_out o;
	struct buf b;

	buf_init(&b, BUF_MAX_LINE);
	json_begin(&o, &b);
	json_object(&o);
	json_key(&o, "a");
	json_array(&o);
	json_integer(&o, -5);
	json_boolean(&o, true);
	json_null(&o);
	json_array_end(&o);
	json_key(&o, "b\"");
	json_string(&o, "q\"\\\n\x01\xc3\xa9\xff/");
	json_key(&o, "c");
	json_raw(&o, "{\"x\":1}");
	json_key(&o, "d");
	json_string(&o, NULL);
	json_key(&o, "e");
	json_object(&o);
	json_object_end(&o);
	json_object_end(&o);
	ck_assert_str_eq(buf_string(&b),
	    "{\"a\":[-5,true,null],\"b\\\"\":"
	    "\"q\\\"\\\\\\n\\u0001\xc3\xa9\xef\xbf\xbd/\","
	    "\"c\":{\"x\":1},\"d\":null,\"e\":{}}");
	buf_cleanup(&b);
}
END_TEST

START_TEST(numbers_are_the_shortest_text_that_reads_back)
{
	struct json_out o;
	struct buf b;

	buf_init(&b, BUF_MAX_LINE);
	json_begin(&o, &b);
	json_array(&o);
	json_double(&o, 0.1);
	json_double(&o, 12);
	json_double(&o, 1.0 / 3);
	json_double(&o, 1e300);
	json_double(&o, NAN);
	json_double(&o, INFINITY);
	json_array_end(&o);
	ck_assert_str_eq(
	    buf_string(&b), "[0.1,12,0.3333333333333333,1e+300,null,null]");
	buf_cleanup(&b);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("json_out");
	TCase *c = tcase_create("json_out");

	tcase_add_test(c, commas_and_escapes_are_put_by_the_writer);
	tcase_add_test(c, numbers_are_the_shortest_text_that_reads_back);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
