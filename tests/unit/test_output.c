/*
 * output: the directory of CSV files from one version to the next, and the
 * ways it can be stopped on the way; in a directory of its own.
 */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "etl/output.h"
#include "io/file.h"
#include "unit.h"

static char root[64], dir[96];
static struct arena *arena;
static struct err e;

static void
setup(void)
{
	(void)snprintf(root, sizeof(root), "/tmp/benchsight-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(root));
	(void)snprintf(dir, sizeof(dir), "%s/data/output", root);
	arena = arena_new();
	ck_assert_ptr_nonnull(arena);
}

static void
teardown(void)
{
	arena_free(arena);
	ck_assert_int_eq(file_remove_tree("/tmp", root + 5, &e), 0);
}

static const char *
at(const char *name)
{
	return (arena_printf(arena, "%s/%s", dir, name));
}

static void
put(const char *name, const char *text)
{
	ck_assert_int_eq(file_write(at(name), text, strlen(text), &e), 0);
}

/* What a reader finds; NULL if there is no such file. */
static const char *
get(const char *name)
{
	const char *text = NULL;
	struct buf b;

	buf_init(&b, BUF_MAX_LINE);
	if (file_read(at(name), &b, &e) == 0)
		text = arena_strdup(arena, buf_string(&b));
	buf_cleanup(&b);
	return (text);
}

static void
begin(void)
{
	ck_assert_msg(output_begin(dir, &e) == 0, "%s", e.text);
}

START_TEST(nobody_sees_a_version_before_it_is_finished)
{
	begin();
	put(".next/dim_team.csv", "new");
	ck_assert_ptr_null(get("dim_team.csv"));
	ck_assert_str_eq(output_version(arena, dir), "");
	ck_assert_int_eq(output_mark(dir, "v2", false, &e), 0);
	ck_assert_str_eq(output_version(arena, dir), "v2");
	ck_assert_ptr_null(get("dim_team.csv"));
	ck_assert_int_eq(output_finish(dir, &e), 0);
	ck_assert_str_eq(get("dim_team.csv"), "new");
	ck_assert_int_eq(access(at(".next"), F_OK), -1);
	ck_assert_str_eq(output_version(arena, dir), "");
}
END_TEST

START_TEST(without_wipe_the_files_of_others_stay)
{
	begin();
	put("dim_team.csv", "old");
	put("notes.txt", "mine");
	put(".next/dim_team.csv", "new");
	ck_assert_int_eq(output_mark(dir, "v2", false, &e), 0);
	ck_assert_int_eq(output_finish(dir, &e), 0);
	ck_assert_str_eq(get("dim_team.csv"), "new");
	ck_assert_str_eq(get("notes.txt"), "mine");
}
END_TEST

START_TEST(wipe_removes_what_the_new_version_does_not_have)
{
	begin();
	put("dim_team.csv", "old");
	put("dim_gone.csv", "old");
	put(".hidden", "kept");
	ck_assert_int_eq(mkdir(at("folder"), 0755), 0);
	put(".next/dim_team.csv", "new");
	ck_assert_int_eq(output_mark(dir, "v2", true, &e), 0);
	ck_assert_str_eq(output_version(arena, dir), "v2");
	ck_assert_int_eq(output_finish(dir, &e), 0);
	ck_assert_str_eq(get("dim_team.csv"), "new");
	ck_assert_ptr_null(get("dim_gone.csv"));
	ck_assert_str_eq(get(".hidden"), "kept");
	ck_assert_int_eq(access(at("folder"), F_OK), 0);
}
END_TEST

START_TEST(a_finish_that_was_cut_short_is_completed)
{
	begin();
	put("dim_old.csv", "old");
	/* One file was renamed and the wipe noted as done: then a crash. */
	put("dim_player.csv", "new");
	put(".next/dim_team.csv", "new");
	ck_assert_int_eq(output_mark(dir, "v2", false, &e), 0);
	ck_assert_int_eq(output_finish(dir, &e), 0);
	ck_assert_str_eq(get("dim_player.csv"), "new");
	ck_assert_str_eq(get("dim_team.csv"), "new");
	ck_assert_str_eq(get("dim_old.csv"), "old");
}
END_TEST

START_TEST(what_follows_a_file_is_appended_once_however_often_it_is_finished)
{
	begin();
	/* The first try has come halfway: then a crash. */
	put("dim_team.csv", "abcde");
	put(".next/dim_team.csv+3", "def");
	put("dim_lost.csv", "a");
	put(".next/dim_lost.csv+3", "d");
	put(".next/dim_gone.csv+3", "d");
	ck_assert_int_eq(output_mark(dir, "v2", false, &e), 0);
	ck_assert_int_eq(output_finish(dir, &e), 0);
	ck_assert_str_eq(get("dim_team.csv"), "abcdef");
	/* Shorter, or gone: not what it was. Its size tells the next run. */
	ck_assert_str_eq(get("dim_lost.csv"), "a");
	ck_assert_ptr_null(get("dim_gone.csv"));
	ck_assert_int_eq(access(at(".next"), F_OK), -1);
}
END_TEST

START_TEST(a_new_begin_drops_what_the_last_run_left)
{
	begin();
	put(".next/dim_team.csv", "half");
	ck_assert_int_eq(output_mark(dir, "v1", false, &e), 0);
	begin();
	ck_assert_ptr_null(get(".next/dim_team.csv"));
	ck_assert_str_eq(output_version(arena, dir), "");
	ck_assert_int_eq(output_drop(dir, &e), 0);
	ck_assert_int_eq(access(at(".next"), F_OK), -1);
	ck_assert_int_eq(output_drop(dir, &e), 0);
}
END_TEST

START_TEST(a_place_that_cannot_be_is_named)
{
	char path[PATH_MAX];

	/* A file stands where a directory of the way is wanted. */
	(void)snprintf(path, sizeof(path), "%s/data", root);
	ck_assert_int_eq(file_write(path, "x", 1, &e), 0);
	ck_assert_int_eq(output_begin(dir, &e), -1);
	ck_assert_int_eq(e.code, ERR_CONFIG);
	ck_assert_ptr_nonnull(strstr(e.text, path));
	/* It stands at the very end. */
	ck_assert_int_eq(output_begin(path, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, path));
	ck_assert_int_eq(output_mark(dir, "v1", false, &e), -1);
}
END_TEST

START_TEST(a_file_that_cannot_be_replaced_leaves_the_rest_waiting)
{
	begin();
	ck_assert_int_eq(mkdir(at("dim_team.csv"), 0755), 0);
	put("dim_team.csv/inside", "x");
	put(".next/dim_team.csv", "new");
	ck_assert_int_eq(output_mark(dir, "v2", false, &e), 0);
	ck_assert_int_eq(output_finish(dir, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "dim_team.csv"));
	ck_assert_str_eq(output_version(arena, dir), "v2");
	ck_assert_str_eq(get(".next/dim_team.csv"), "new");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("output");
	TCase *c = tcase_create("output");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, nobody_sees_a_version_before_it_is_finished);
	tcase_add_test(c, without_wipe_the_files_of_others_stay);
	tcase_add_test(c, wipe_removes_what_the_new_version_does_not_have);
	tcase_add_test(c, a_finish_that_was_cut_short_is_completed);
	tcase_add_test(c,
	    what_follows_a_file_is_appended_once_however_often_it_is_finished);
	tcase_add_test(c, a_new_begin_drops_what_the_last_run_left);
	tcase_add_test(c, a_place_that_cannot_be_is_named);
	tcase_add_test(
	    c, a_file_that_cannot_be_replaced_leaves_the_rest_waiting);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
