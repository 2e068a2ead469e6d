/*
 * err: texts, contexts and the table of codes.
 */
#include "core/err.h"

#include <errno.h>
#include <string.h>

#include "unit.h"

START_TEST(setting_returns_minus_one_for_return_statements)
{
	struct err e;

	ck_assert_int_eq(err_set(&e, ERR_INPUT, "row %d", 7), -1);
	ck_assert_str_eq(e.text, "row 7");
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_int_eq(err_set(NULL, ERR_INPUT, "nobody asks"), -1);
}
END_TEST

START_TEST(the_reason_of_errno_follows_the_text)
{
	struct err e;

	errno = ENOENT;
	ck_assert_int_eq(err_set_errno(&e, ERR_INPUT, "open %s", "a"), -1);
	ck_assert_str_eq(e.text, "open a: No such file or directory");
}
END_TEST

START_TEST(a_context_stands_before_the_text)
{
	struct err e;

	(void)err_set(&e, ERR_INPUT, "row 7");
	ck_assert_int_eq(err_context(&e, "sheet %s", "events"), -1);
	ck_assert_str_eq(e.text, "sheet events: row 7");
	ck_assert_int_eq(err_context(NULL, "nobody asks"), -1);
}
END_TEST

START_TEST(a_text_that_is_too_long_is_cut_not_overrun)
{
	struct err e;
	char text[3 * ERR_TEXT_MAX];

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	(void)err_set(&e, ERR_INPUT, "%s", text);
	ck_assert_uint_eq(strlen(e.text), ERR_TEXT_MAX - 1);
	(void)err_context(&e, "%s", text);
	ck_assert_uint_lt(strlen(e.text), ERR_TEXT_MAX);
}
END_TEST

static const struct {
	enum err_code code;
	const char *name;
	int exit_code, http_status;
} codes[] = {
    {ERR_NONE, "none", 0, 200},
    {ERR_UNEXPECTED, "unexpected", 1, 500},
    {ERR_USAGE, "usage", 2, 400},
    {ERR_CONFIG, "config", 3, 500},
    {ERR_DATABASE, "database", 4, 503},
    {ERR_INPUT, "input", 5, 400},
    {ERR_UPLOAD, "upload", 6, 500},
    {ERR_CANCELLED, "cancelled", 7, 500},
    {ERR_NOT_FOUND, "not_found", 5, 404},
    {ERR_CODES, "unknown", 1, 500},
};

START_TEST(each_code_has_a_name_an_exit_code_and_a_status)
{
	ck_assert_str_eq(err_name(codes[_i].code), codes[_i].name);
	ck_assert_int_eq(err_exit_code(codes[_i].code), codes[_i].exit_code);
	ck_assert_int_eq(
	    err_http_status(codes[_i].code), codes[_i].http_status);
}
END_TEST

START_TEST(clearing_forgets)
{
	struct err e;

	(void)err_set(&e, ERR_INPUT, "row 7");
	err_clear(&e);
	ck_assert_int_eq(e.code, ERR_NONE);
	ck_assert_str_eq(e.text, "");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("err");
	TCase *c = tcase_create("err");

	tcase_add_test(c, setting_returns_minus_one_for_return_statements);
	tcase_add_test(c, the_reason_of_errno_follows_the_text);
	tcase_add_test(c, a_context_stands_before_the_text);
	tcase_add_test(c, a_text_that_is_too_long_is_cut_not_overrun);
	tcase_add_loop_test(c, each_code_has_a_name_an_exit_code_and_a_status,
	    0, sizeof(codes) / sizeof(codes[0]));
	tcase_add_test(c, clearing_forgets);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
