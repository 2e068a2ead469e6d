/*
 * revision: a new version exists only if it differs from the old one, and is
 * then whole.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "io/file.h"
#include "io/revision.h"
#include "unit.h"

static char dir[64], old_path[80], new_path[80];

static void
setup(void)
{
	(void)snprintf(dir, sizeof(dir), "/tmp/benchsight-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	(void)snprintf(old_path, sizeof(old_path), "%s/old", dir);
	(void)snprintf(new_path, sizeof(new_path), "%s/new", dir);
}

static void
teardown(void)
{
	struct err e;

	ck_assert_int_eq(file_remove_tree("/tmp", dir + 5, &e), 0);
}

/* Writes text in pieces of two bytes over an old file (NULL: none). */
static void
revise(const char *old, const char *text)
{
	size_t at, n = strlen(text);
	struct revision r;
	struct err e;

	if (old != NULL)
		ck_assert_int_eq(file_write(old_path, old, strlen(old), &e), 0);
	ck_assert_int_eq(revision_open(&r, old_path, new_path, &e), 0);
	for (at = 0; at < n; at += 2)
		ck_assert_int_eq(
		    revision_write(&r, text + at, n - at < 2 ? 1 : 2, &e), 0);
	ck_assert_int_eq(revision_end(&r, &e), 0);
	revision_close(&r);
}

static void
check_new(const char *want)
{
	struct buf text;
	struct err e;

	if (want == NULL) {
		ck_assert_int_eq(access(new_path, F_OK), -1);
		return;
	}
	buf_init(&text, BUF_MAX_LINE);
	ck_assert_int_eq(file_read(new_path, &text, &e), 0);
	ck_assert_str_eq(buf_string(&text), want);
	buf_cleanup(&text);
}

static const struct {
	const char *old;
	const char *text;
	bool written;
} cases[] = {
    {NULL, "a,b\n1,2\n", true},
    {NULL, "", true},
    {"a,b\n1,2\n", "a,b\n1,2\n", false},
    {"", "", false},
    {"a,b\n1,2\n", "a,b\n1,3\n", true},
    {"a,b\n1,2\n", "a,b\n1,2\n3,4\n", true},
    {"a,b\n1,2\n3,4\n", "a,b\n1,2\n", true},
    {"a,b\n", "", true},
    {"x", "yy", true},
};

START_TEST(a_version_is_written_if_it_differs)
{
	revise(cases[_i].old, cases[_i].text);
	check_new(cases[_i].written ? cases[_i].text : NULL);
}
END_TEST

START_TEST(a_long_file_that_ends_otherwise_is_copied_whole)
{
	static char old[200000], text[200000];
	struct revision r;
	struct buf copy;
	struct err e;

	memset(old, 'x', sizeof(old));
	memset(text, 'x', sizeof(text));
	text[sizeof(text) - 1] = 'y';
	ck_assert_int_eq(file_write(old_path, old, sizeof(old), &e), 0);
	ck_assert_int_eq(revision_open(&r, old_path, new_path, &e), 0);
	ck_assert_int_eq(revision_write(&r, text, 150000, &e), 0);
	ck_assert_int_eq(
	    revision_write(&r, text + 150000, sizeof(text) - 150000, &e), 0);
	ck_assert_int_eq(revision_end(&r, &e), 0);
	revision_close(&r);
	buf_init(&copy, BUF_MAX_JSON);
	ck_assert_int_eq(file_read(new_path, &copy, &e), 0);
	ck_assert_uint_eq(copy.len, sizeof(text));
	ck_assert_int_eq(memcmp(buf_string(&copy), text, sizeof(text)), 0);
	buf_cleanup(&copy);
}
END_TEST

START_TEST(without_an_old_path_it_is_always_written)
{
	struct revision r;
	struct err e;

	ck_assert_int_eq(revision_open(&r, NULL, new_path, &e), 0);
	ck_assert_int_eq(revision_end(&r, &e), 0);
	revision_close(&r);
	check_new("");
}
END_TEST

START_TEST(a_path_that_cannot_be_written_is_an_error)
{
	struct revision r;
	struct err e;

	ck_assert_int_eq(revision_open(&r, NULL, "/nowhere/x", &e), -1);
	revision_close(&r);
	ck_assert_ptr_nonnull(strstr(e.text, "/nowhere/x"));
}
END_TEST

static Suite *
suite_revision(void)
{
	Suite *s = suite_create("revision");
	TCase *t = tcase_create("revision");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, a_version_is_written_if_it_differs, 0,
	    sizeof(cases) / sizeof(cases[0]));
	tcase_add_test(t, a_long_file_that_ends_otherwise_is_copied_whole);
	tcase_add_test(t, without_an_old_path_it_is_always_written);
	tcase_add_test(t, a_path_that_cannot_be_written_is_an_error);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_revision)
