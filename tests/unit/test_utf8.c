/*
 * utf8: what RFC 3629 allows, and nothing else.
 */
#include <string.h>

#include "core/utf8.h"
#include "unit.h"

struct sample {
	const char *text;
	size_t valid;
};

static const struct sample samples[] = {
    {"", 0},
    {"abc", 3},
    {"\xc3\xa9", 2},
    {"\xe2\x82\xac", 3},
    {"\xf0\x9f\x98\x80", 4},
    {"\xf4\x8f\xbf\xbf", 4},
    {"a\x80", 1},
    {"a\xc1\x81", 1},
    {"\xe0\x9f\xbf", 0},
    {"\xed\xa0\x80", 0},
    {"\xf0\x8f\xbf\xbf", 0},
    {"\xf4\x90\x80\x80", 0},
    {"x\xe2\x82", 1},
    {"x\xe2\x82zz", 1},
};

START_TEST(the_first_wrong_byte_is_found)
{
	const struct sample *c = &samples[_i];

	ck_assert_uint_eq(
	    utf8_valid_length(c->text, strlen(c->text)), c->valid);
}
END_TEST

START_TEST(characters_are_counted_not_bytes)
{
	ck_assert_uint_eq(utf8_count("a\xc3\xa9\xf0\x9f\x98\x80", 7), 3);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("utf8");
	TCase *c = tcase_create("utf8");

	tcase_add_loop_test(c, the_first_wrong_byte_is_found, 0,
	    (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_test(c, characters_are_counted_not_bytes);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
