/*
 * test_cluster_place: where a private PostgreSQL may lie.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/cluster_place.h"
#include "unit/unit.h"

static struct arena *a;
static struct err e;
static char dir[64];

static void
setup(void)
{
	char root[] = "/tmp/placeXXXXXX";

	a = arena_new();
	ck_assert_ptr_nonnull(mkdtemp(root));
	ck_assert_int_eq(chmod(root, 0755), 0);
	(void)snprintf(dir, sizeof(dir), "%s", root);
}

static void
teardown(void)
{
	arena_free(a);
}

START_TEST(a_path_is_absolute_whether_it_exists_or_not)
{
	ck_assert_str_eq(cluster_place_absolute(a, "/tmp/."), "/tmp");
	ck_assert_str_eq(
	    cluster_place_absolute(a, "/tmp/no/such/"), "/tmp/no/such");
	ck_assert_str_eq(cluster_place_absolute(a, "/nowhere"), "/nowhere");
	ck_assert_int_eq(chdir("/tmp"), 0);
	ck_assert_str_eq(
	    cluster_place_absolute(a, "no_such_file"), "/tmp/no_such_file");
}
END_TEST

START_TEST(a_hash_is_twelve_hexadecimal_digits)
{
	ck_assert_str_eq(cluster_place_hash(a, "abc"), "ba7816bf8f01");
}
END_TEST

START_TEST(it_lies_under_its_data_directory)
{
	struct cluster_place p;
	const char *data = arena_printf(a, "%s/a b/c", dir);

	ck_assert_msg(cluster_place_find(a, data, &p, &e) == 0, "%s", e.text);
	ck_assert_str_eq(p.base, arena_printf(a, "%s/postgres", data));
	ck_assert_str_eq(p.data, arena_printf(a, "%s/postgres/data", data));
	ck_assert(!p.elsewhere);
	ck_assert_uint_ne(p.uid, 0);
	ck_assert_int_eq(access(arena_printf(a, "%s/initdb", p.bin), X_OK), 0);
}
END_TEST

static const char *const unfit[] = {"with,comma",
    "a-name-so-long-that-no-socket-can-have-a-path-with-it-in-it-because-the-"
    "kernel-allows-no-more-than-107-bytes-for-one"};

START_TEST(a_directory_that_does_not_suit_a_socket_has_it_elsewhere)
{
	struct cluster_place p;
	const char *data = arena_printf(a, "%s/%s", dir, unfit[_i]);

	ck_assert_int_eq(setenv("XDG_STATE_HOME", dir, 1), 0);
	ck_assert_msg(cluster_place_find(a, data, &p, &e) == 0, "%s", e.text);
	ck_assert(p.elsewhere);
	ck_assert_ptr_nonnull(strstr(p.base, cluster_place_hash(a, data)));
	ck_assert_int_eq(
	    access(arena_printf(a, "%s/postgres", data), F_OK), -1);
	(void)rmdir(p.base);
}
END_TEST

START_TEST(data_of_a_postgresql_that_is_not_installed_is_refused)
{
	struct cluster_place p;
	const char *data = arena_printf(a, "%s/postgres/data", dir);
	FILE *f;

	ck_assert_int_eq(mkdir(arena_printf(a, "%s/postgres", dir), 0700), 0);
	ck_assert_int_eq(mkdir(data, 0700), 0);
	ck_assert_ptr_nonnull(
	    f = fopen(arena_printf(a, "%s/PG_VERSION", data), "w"));
	(void)fputs("9\n", f);
	ck_assert_int_eq(fclose(f), 0);
	ck_assert_int_eq(cluster_place_find(a, dir, &p, &e), -1);
	ck_assert_int_eq(e.code, ERR_CONFIG);
	ck_assert_ptr_nonnull(strstr(e.text, "install postgresql-9"));
}
END_TEST

START_TEST(a_data_directory_that_cannot_be_made_is_named)
{
	struct cluster_place p;

	ck_assert_int_eq(cluster_place_find(a, "/dev/null/x", &p, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "/dev/null/x"));
}
END_TEST

static Suite *
suite_cluster_place(void)
{
	Suite *s = suite_create("cluster_place");
	TCase *t = tcase_create("cluster_place");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_path_is_absolute_whether_it_exists_or_not);
	tcase_add_test(t, a_hash_is_twelve_hexadecimal_digits);
	tcase_add_test(t, it_lies_under_its_data_directory);
	tcase_add_loop_test(t,
	    a_directory_that_does_not_suit_a_socket_has_it_elsewhere, 0,
	    sizeof(unfit) / sizeof(unfit[0]));
	tcase_add_test(
	    t, data_of_a_postgresql_that_is_not_installed_is_refused);
	tcase_add_test(t, a_data_directory_that_cannot_be_made_is_named);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_cluster_place)
