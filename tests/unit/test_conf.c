/*
 * conf: settings go into Kore's configuration, and nothing that breaks it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/conf.h"
#include "unit.h"

static const struct conf_value values[] = {{"PORT", "8000"}, {"NONE", ""},
    {"BLANK", "a b"}, {"BRACE", "x}"}, {"LINES", "a\nb"}, {NULL, NULL}};

struct sample {
	const char *text;
	const char *expanded; /* NULL: refused */
	const char *reason;
};

static const struct sample samples[] = {
    {"", "", NULL},
    {"bind 127.0.0.1 ${PORT}", "bind 127.0.0.1 8000\n", NULL},
    {"${PORT}${PORT}\nx\n", "80008000\nx\n", NULL},
    {"a\n#if PORT\nb\n#end\nc\n", "a\nb\nc\n", NULL},
    {"a\n#if NONE\nb ${NONE}\n#end\nc\n", "a\nc\n", NULL},
    {"# ${ANY} stays out\nx", "x\n", NULL},
    {"${NOPE}", NULL, "the configuration names ${NOPE}: no such setting"},
    {"a ${PORT", NULL, "the configuration has a ${ without a }"},
    {"${BLANK}", NULL, "BLANK: must not contain blanks, quotes, braces or #"},
    {"${BRACE}", NULL, "BRACE: must not contain blanks, quotes, braces or #"},
    {"${LINES}", NULL, "LINES: must not contain blanks, quotes, braces or #"},
};

START_TEST(names_are_replaced_and_conditions_kept)
{
	const struct sample *c = &samples[_i];
	struct buf b;
	struct err e;
	int ret;

	buf_init(&b, BUF_MAX_LINE);
	ret = conf_expand(c->text, values, &b, &e);
	ck_assert_int_eq(ret, c->expanded == NULL ? -1 : 0);
	if (ret == 0)
		ck_assert_str_eq(buf_string(&b), c->expanded);
	else
		ck_assert_str_eq(e.text, c->reason);
	buf_cleanup(&b);
}
END_TEST

START_TEST(the_file_holds_the_text)
{
	char *path = NULL, text[16] = "";
	struct buf b;
	struct err e;
	FILE *f;

	buf_init(&b, BUF_MAX_LINE);
	buf_text(&b, "workers 2\n");
	ck_assert_int_eq(conf_file(&b, &path, &e), 0);
	f = fopen(path, "r");
	ck_assert_ptr_nonnull(f);
	ck_assert_ptr_nonnull(fgets(text, sizeof(text), f));
	ck_assert_str_eq(text, "workers 2\n");
	(void)fclose(f);
	free(path);
	buf_cleanup(&b);
}
END_TEST

START_TEST(a_path_with_a_blank_is_named_by_its_descriptor)
{
	char dir[] = "/tmp/bench sight.XXXXXX", out[PATH_MAX], back[PATH_MAX];
	struct err e;
	ssize_t n;

	ck_assert_int_eq(conf_path("data/x", out, &e), 0);
	ck_assert_str_eq(out, "data/x");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	ck_assert_int_eq(conf_path(dir, out, &e), 0);
	ck_assert_ptr_null(strchr(out, ' '));
	n = readlink(out, back, sizeof(back) - 1);
	ck_assert_int_gt(n, 0);
	back[n] = '\0';
	ck_assert_str_eq(back, dir);
	ck_assert_int_eq(rmdir(dir), 0);
	ck_assert_int_eq(conf_path("/no such/dir", out, &e), -1);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("conf");
	TCase *c = tcase_create("conf");

	tcase_add_loop_test(c, names_are_replaced_and_conditions_kept, 0,
	    (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_test(c, the_file_holds_the_text);
	tcase_add_test(c, a_path_with_a_blank_is_named_by_its_descriptor);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
