/*
 * records: a file record by record, and all that memory holds at once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/file.h"
#include "io/records.h"
#include "unit.h"

static char path[64];
static struct records r;
static struct err e;

static void
setup(void)
{
	int fd;

	(void)snprintf(path, sizeof(path), "/tmp/benchsight-test-XXXXXX");
	ck_assert_int_ne(fd = mkstemp(path), -1);
	(void)close(fd);
}

static void
teardown(void)
{
	records_close(&r);
	records_close(&r);
	(void)unlink(path);
}

static void
open_text(const char *text)
{
	ck_assert_int_eq(file_write(path, text, strlen(text), &e), 0);
	ck_assert_int_eq(records_open(&r, path, &e), 0);
}

static void
check(const char *want)
{
	ck_assert_uint_eq(r.len, strlen(want));
	ck_assert(memcmp(records_text(&r), want, r.len) == 0);
}

static const struct {
	const char *text, *record[4];
} files[] = {
    {"", {NULL}},
    {"a,b\n1,2\n", {"a,b\n", "1,2\n"}},
    {"a\n\n\"x\ny\"\n", {"a\n", "\n", "\"x\ny\"\n"}},
    {"\"\"\"\n\"\"\"\nb\n", {"\"\"\"\n\"\"\"\n", "b\n"}},
    /* What the end of the file cuts off is a record too. */
    {"a\nb", {"a\n", "b"}},
    {"a\n\"b\n", {"a\n", "\"b\n"}},
};

START_TEST(a_file_is_read_record_by_record)
{
	int i;

	open_text(files[_i].text);
	for (i = 0; i < 4 && files[_i].record[i] != NULL; i++) {
		check(files[_i].record[i]);
		ck_assert_int_eq(records_next(&r, &e), 0);
	}
	ck_assert_uint_eq(r.len, 0);
	ck_assert_int_eq(records_next(&r, &e), 0);
	ck_assert_uint_eq(r.len, 0);
}
END_TEST

static const struct {
	const char *text, *ahead, *last;
} looks[] = {
    {"a\n", "a\n", "a\n"},
    {"a\nb\nc", "a\nb\n", "b\n"},
    {"a\n\"b\nb\"\n\"c\n", "a\n\"b\nb\"\n", "\"b\nb\"\n"},
    {"\"a\n", "", ""},
    {"a", "", ""},
};

START_TEST(whole_records_in_memory_are_seen_at_once)
{
	struct records_ahead ahead;

	open_text(looks[_i].text);
	records_look(&r, &ahead);
	ck_assert_uint_eq(ahead.len, strlen(looks[_i].ahead));
	ck_assert(memcmp(records_text(&r), looks[_i].ahead, ahead.len) == 0);
	ck_assert_uint_eq(ahead.last_len, strlen(looks[_i].last));
	ck_assert(memcmp(ahead.last, looks[_i].last, ahead.last_len) == 0);
	ck_assert_int_eq(records_pass(&r, ahead.len, &e), 0);
	check(looks[_i].text + ahead.len);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_an_error)
{
	(void)unlink(path);
	ck_assert_int_eq(records_open(&r, path, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, path));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("records");
	TCase *c = tcase_create("records");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_loop_test(c, a_file_is_read_record_by_record, 0,
	    sizeof(files) / sizeof(files[0]));
	tcase_add_loop_test(c, whole_records_in_memory_are_seen_at_once, 0,
	    sizeof(looks) / sizeof(looks[0]));
	tcase_add_test(c, a_file_that_is_not_there_is_an_error);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
