/*
 * test_sqlfile: reading and listing our own SQL files.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "db/sqlfile.h"
#include "unit/unit.h"

static void
write_file(const char *dir, const char *name, const char *text)
{
	char path[512];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	ck_assert_ptr_nonnull(f = fopen(path, "w"));
	(void)fputs(text, f);
	ck_assert_int_eq(fclose(f), 0);
}

START_TEST(a_directory_is_listed_in_the_order_of_bytes)
{
	char dir[] = "/tmp/sqlfileXXXXXX";
	struct arena *a = arena_new();
	const char **names, *text;
	struct err e;
	size_t n;

	ck_assert_ptr_nonnull(mkdtemp(dir));
	write_file(dir, "002_b.sql", "select 2\n");
	write_file(dir, "001_a.sql", "select 1\n");
	write_file(dir, "notes.txt", "");
	write_file(dir, ".hidden.sql", "");
	ck_assert_int_eq(sqlfile_list(a, dir, ".sql", &names, &n, &e), 0);
	ck_assert_uint_eq(n, 2);
	ck_assert_str_eq(names[0], "001_a.sql");
	ck_assert_str_eq(names[1], "002_b.sql");
	ck_assert_int_eq(
	    sqlfile_read(a, arena_printf(a, "%s/%s", dir, names[1]), &text, &e),
	    0);
	ck_assert_str_eq(text, "select 2\n");
	arena_free(a);
}
END_TEST

START_TEST(a_missing_file_or_directory_is_named)
{
	struct arena *a = arena_new();
	const char **names, *text;
	struct err e;
	size_t n;

	ck_assert_int_eq(sqlfile_read(a, "/nowhere/x.sql", &text, &e), -1);
	ck_assert_int_eq(e.code, ERR_CONFIG);
	ck_assert_ptr_nonnull(strstr(e.text, "/nowhere/x.sql"));
	ck_assert_int_eq(sqlfile_read(a, "/", &text, &e), -1);
	ck_assert_int_eq(sqlfile_list(a, "/nowhere", "", &names, &n, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "/nowhere"));
	arena_free(a);
}
END_TEST

START_TEST(a_stem_is_the_name_without_folder_and_suffix)
{
	struct arena *a = arena_new();

	ck_assert_str_eq(
	    sqlfile_stem(a, "sql/base/base_game.sql"), "base_game");
	ck_assert_str_eq(sqlfile_stem(a, "plain"), "plain");
	arena_free(a);
}
END_TEST

START_TEST(the_body_begins_after_the_comment_on_top)
{
	ck_assert_str_eq(sqlfile_body("-- a\n-- b\nselect 1"), "select 1");
	ck_assert_str_eq(sqlfile_body("select 1 -- x\n"), "select 1 -- x\n");
	ck_assert_str_eq(sqlfile_body("-- all"), "");
}
END_TEST

static Suite *
suite_sqlfile(void)
{
	Suite *s = suite_create("sqlfile");
	TCase *t = tcase_create("sqlfile");

	tcase_add_test(t, a_directory_is_listed_in_the_order_of_bytes);
	tcase_add_test(t, a_missing_file_or_directory_is_named);
	tcase_add_test(t, a_stem_is_the_name_without_folder_and_suffix);
	tcase_add_test(t, the_body_begins_after_the_comment_on_top);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_sqlfile)
