/*
 * file: reading, hashing, replacing, listing and removing; never outside.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "unit.h"

static char dir[64];

static const char *
in_dir(const char *name)
{
	static char path[8][160];
	static int next;

	next = (next + 1) % 8;
	(void)snprintf(path[next], sizeof(path[next]), "%s/%s", dir, name);
	return (path[next]);
}

static void
setup(void)
{
	(void)snprintf(dir, sizeof(dir), "/tmp/benchsight-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
}

static void
teardown(void)
{
	struct err e;

	ck_assert_int_eq(file_remove_tree("/tmp", dir + 5, &e), 0);
}

static void
put(const char *name, const char *text)
{
	struct err e;

	ck_assert_int_eq(file_write(in_dir(name), text, strlen(text), &e), 0);
}

START_TEST(a_file_is_written_whole_and_read_back)
{
	struct arena *a = arena_new();
	const char **names;
	struct buf out;
	struct err e;
	size_t n;

	put("a", "one");
	put("a", "three");
	buf_init(&out, 5);
	ck_assert_int_eq(file_read(in_dir("a"), &out, &e), 0);
	ck_assert_str_eq(buf_string(&out), "three");
	ck_assert_int_eq(file_list(a, dir, &names, &n, &e), 0);
	ck_assert_uint_eq(n, 1);
	buf_cleanup(&out);
	buf_init(&out, 4);
	ck_assert_int_eq(file_read(in_dir("a"), &out, &e), -1);
	ck_assert_int_eq(e.code, ERR_LIMIT);
	buf_cleanup(&out);
	arena_free(a);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_an_error_with_its_path)
{
	struct buf out;
	struct err e;

	buf_init(&out, 5);
	ck_assert_int_eq(file_read(in_dir("none"), &out, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "/none: No such file"));
	ck_assert_int_eq(file_read(dir, &out, &e), -1);
	ck_assert_int_eq(file_write(in_dir("none/a"), "x", 1, &e), -1);
	ck_assert_int_eq(file_remove_tree(in_dir("none"), "a", &e), 0);
}
END_TEST

static bool
stop(void *arg)
{
	(void)arg;
	return (true);
}

START_TEST(a_hash_is_that_of_the_bytes_from_the_start)
{
	struct file_hash hash;
	struct err e;
	char c;
	int fd;

	put("a", "abc");
	fd = open(in_dir("a"), O_RDONLY);
	ck_assert_int_eq(read(fd, &c, 1), 1);
	ck_assert_int_eq(file_hash(fd, NULL, NULL, &hash, &e), 0);
	ck_assert_str_eq(hash.hex, "ba7816bf8f01cfea414140de5dae2223"
				   "b00361a396177a9cb410ff61f20015ad");
	ck_assert_int_eq(hash.size_bytes, 3);
	ck_assert_int_eq(read(fd, &c, 1), 1);
	ck_assert_int_eq(c, 'a');
	ck_assert_int_eq(file_hash(fd, stop, NULL, &hash, &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	(void)close(fd);
	fd = open(dir, O_RDONLY);
	ck_assert_int_eq(file_hash(fd, NULL, NULL, &hash, &e), -1);
	ck_assert_str_eq(e.text, "Is a directory");
	(void)close(fd);
}
END_TEST

START_TEST(what_has_no_start_to_go_back_to_has_no_hash)
{
	struct file_hash hash;
	struct err e;
	int ends[2];

	err_clear(&e);
	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(file_hash(ends[0], NULL, NULL, &hash, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_str_eq(e.text, "lseek: Illegal seek");
	(void)close(ends[0]);
	(void)close(ends[1]);
}
END_TEST

START_TEST(a_file_that_cannot_take_its_place_leaves_nothing_beside_it)
{
	static char path[PATH_MAX];
	struct arena *a = arena_new();
	const char **names;
	struct err e;
	size_t n;

	ck_assert_int_eq(mkdir(in_dir("a"), 0755), 0);
	ck_assert_int_eq(file_write(in_dir("a"), "x", 1, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "/a: Is a directory"));
	ck_assert_int_eq(file_list(a, dir, &names, &n, &e), 0);
	ck_assert_uint_eq(n, 1);
	memset(path, 'a', sizeof(path) - 1);
	ck_assert_int_eq(file_write(path, "x", 1, &e), -1);
	ck_assert_int_eq(e.code, ERR_LIMIT);
	arena_free(a);
}
END_TEST

START_TEST(names_are_listed_in_the_order_of_bytes)
{
	static const char *const want[] = {"B", "_", "a", "b"};
	struct arena *a = arena_new();
	const char **names;
	struct err e;
	size_t i, n;

	for (i = 4; i-- > 0;)
		put(want[i], "");
	ck_assert_int_eq(file_list(a, dir, &names, &n, &e), 0);
	ck_assert_uint_eq(n, 4);
	for (i = 0; i < n; i++)
		ck_assert_str_eq(names[i], want[i]);
	ck_assert_int_eq(file_list(a, in_dir("none"), &names, &n, &e), -1);
	arena_free(a);
}
END_TEST

START_TEST(a_link_that_leads_out_is_not_inside)
{
	put("a", "");
	ck_assert_int_eq(symlink("/etc/passwd", in_dir("out")), 0);
	ck_assert_int_eq(symlink("a", in_dir("in")), 0);
	ck_assert(file_inside(dir, in_dir("a")));
	ck_assert(file_inside(dir, in_dir("in")));
	ck_assert(file_inside(dir, dir));
	ck_assert(file_inside("/", dir));
	ck_assert(!file_inside(dir, in_dir("out")));
	ck_assert(!file_inside(dir, in_dir("none")));
	ck_assert(!file_inside(in_dir("a"), in_dir("")));
}
END_TEST

START_TEST(a_tree_is_removed_but_never_what_its_links_point_to)
{
	static const char *const wrong[] = {"", ".", "..", "a/b", "/tmp"};
	struct err e;
	size_t i;

	put("keep", "x");
	ck_assert_int_eq(mkdir(in_dir("t"), 0755), 0);
	ck_assert_int_eq(mkdir(in_dir("t/u"), 0755), 0);
	put("t/u/file", "x");
	ck_assert_int_eq(symlink("../../keep", in_dir("t/u/link")), 0);
	ck_assert_int_eq(symlink("..", in_dir("t/u/up")), 0);
	ck_assert_int_eq(file_remove_tree(dir, "t", &e), 0);
	ck_assert_int_eq(access(in_dir("t"), F_OK), -1);
	ck_assert_int_eq(access(in_dir("keep"), F_OK), 0);
	ck_assert_int_eq(file_remove_tree(dir, "t", &e), 0);
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_int_eq(file_remove_tree(dir, wrong[i], &e), -1);
}
END_TEST

/* The deepest tree that is still removed, and one directory more. */
START_TEST(a_tree_that_is_too_deep_is_named_and_stays)
{
	char path[160 + 2 * FILE_MAX_DEPTH + 8];
	size_t len;
	struct err e;
	int i;

	len = (size_t)snprintf(path, sizeof(path), "%s/t", dir);
	for (i = 0; i <= FILE_MAX_DEPTH; i++) {
		ck_assert_int_eq(mkdir(path, 0755), 0);
		memcpy(path + len, "/d", 3);
		len += 2;
	}
	ck_assert_int_eq(file_remove_tree(dir, "t", &e), -1);
	ck_assert_int_eq(e.code, ERR_LIMIT);
	ck_assert_str_eq(e.text, "d lies too deep");
	ck_assert_int_eq(access(in_dir("t"), F_OK), 0);
	path[len - 2] = '\0';
	ck_assert_int_eq(rmdir(path), 0);
	ck_assert_int_eq(file_remove_tree(dir, "t", &e), 0);
	ck_assert_int_eq(access(in_dir("t"), F_OK), -1);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("file");
	TCase *c = tcase_create("file");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, a_file_is_written_whole_and_read_back);
	tcase_add_test(c, a_file_that_is_not_there_is_an_error_with_its_path);
	tcase_add_test(c, a_hash_is_that_of_the_bytes_from_the_start);
	tcase_add_test(c, what_has_no_start_to_go_back_to_has_no_hash);
	tcase_add_test(
	    c, a_file_that_cannot_take_its_place_leaves_nothing_beside_it);
	tcase_add_test(c, names_are_listed_in_the_order_of_bytes);
	tcase_add_test(c, a_link_that_leads_out_is_not_inside);
	tcase_add_test(c, a_tree_is_removed_but_never_what_its_links_point_to);
	tcase_add_test(c, a_tree_that_is_too_deep_is_named_and_stays);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
