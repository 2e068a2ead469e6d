/*
 * buf: ceilings hold, a failure sticks, the content is a string.
 */
#include "core/buf.h"
#include "unit.h"

START_TEST(an_empty_buffer_is_an_empty_string)
{
	struct buf b;

	buf_init(&b, 10);
	ck_assert_str_eq(buf_string(&b), "");
	buf_cleanup(&b);
}
END_TEST

START_TEST(it_grows_to_its_ceiling_and_not_beyond)
{
	struct buf b;
	struct err e;

	buf_init(&b, 5);
	buf_printf(&b, "%d", 12345);
	ck_assert_int_eq(buf_check(&b, "number", &e), 0);
	ck_assert_str_eq(buf_string(&b), "12345");
	buf_char(&b, '6');
	ck_assert_int_eq(buf_check(&b, "number", &e), -1);
	ck_assert_str_eq(e.text, "number is larger than 5 bytes");
	ck_assert_int_eq(e.code, ERR_LIMIT);
	buf_text(&b, "7");
	ck_assert_uint_eq(b.len, 0);
	buf_cleanup(&b);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("buf");
	TCase *c = tcase_create("buf");

	tcase_add_test(c, an_empty_buffer_is_an_empty_string);
	tcase_add_test(c, it_grows_to_its_ceiling_and_not_beyond);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
