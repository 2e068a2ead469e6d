/*
 * quote: client text in errors stays short and harmless.
 */
#include <string.h>

#include "core/quote.h"
#include "unit.h"

struct sample {
	const char *text;
	const char *quoted;
};

static const struct sample samples[] = {
    {"", ""},
    {"abc", "abc"},
    {"a\tb\r\nc\x7f", "a?b??c?"},
    {"\xc2\x85", "?"},
    {"\xc3\xa9", "\xc3\xa9"},
    {"\xff\xfe", "??"},
};

START_TEST(control_characters_and_broken_bytes_become_question_marks)
{
	struct arena *a = arena_new();

	ck_assert_str_eq(quote_text(a, samples[_i].text), samples[_i].quoted);
	arena_free(a);
}
END_TEST

START_TEST(a_hundred_characters_are_shown)
{
	struct arena *a = arena_new();
	char text[402] = "", shown[404] = "";
	int i;

	for (i = 0; i < 101; i++)
		memcpy(text + (size_t)3 * (size_t)i, "\xe2\x82\xac", 3);
	memcpy(shown, text, 300);
	memcpy(shown + 300, "\xe2\x80\xa6", 4);
	ck_assert_str_eq(quote_text(a, text), shown);
	text[300] = '\0';
	ck_assert_str_eq(quote_text(a, text), text);
	arena_free(a);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("quote");
	TCase *c = tcase_create("quote");

	tcase_add_loop_test(c,
	    control_characters_and_broken_bytes_become_question_marks, 0,
	    (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_test(c, a_hundred_characters_are_shown);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
