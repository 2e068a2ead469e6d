/*
 * input: which files of a directory a run reads.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/buf.h"
#include "etl/input.h"
#include "io/file.h"
#include "unit.h"

static char dir[64];

static void
put(const char *name, const char *text)
{
	char path[200], *slash;
	struct err e;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	for (slash = strchr(path + strlen(dir) + 1, '/'); slash != NULL;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		(void)mkdir(path, 0755);
		*slash = '/';
	}
	ck_assert_int_eq(file_write(path, text, strlen(text), &e), 0);
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

/* `path kind game several` a line. */
static void
check(const char *want)
{
	struct input_list list;
	struct buf out;
	struct err e;
	size_t i;

	buf_init(&out, BUF_MAX_LINE);
	ck_assert_msg(input_find(dir, &list, &e) == 0, "%s", e.text);
	for (i = 0; i < list.count; i++)
		buf_printf(&out, "%s %s %d %d\n", list.file[i].path,
		    input_kind_name(list.file[i].kind), list.file[i].game_id,
		    list.file[i].several);
	ck_assert_str_eq(buf_string(&out), want);
	buf_cleanup(&out);
	input_list_cleanup(&list);
}

START_TEST(each_file_is_found_by_its_place_and_name)
{
	put("BLB_TABLES.xlsx", "");
	put("games/7/7_tracking.xlsx", "");
	put("games/7/old_bkup_tracking.xlsx", "");
	put("games/7/~$7_tracking.xlsx", "");
	put("games/7/.hidden_tracking.xlsx", "");
	put("games/7/7_video_times.xlsx", "");
	put("games/7/8_video_times.xlsx", "");
	put("games/7/7_xy_puck.csv", "");
	put("games/7/7_xy_player.csv", "");
	put("games/7/notes.txt", "");
	put("games/7/sub/x.json", "");
	put("games/7/a.json", "");
	put("games/other/b.json", "");
	put("games/other/9_tracking.xlsx", "");
	put("games/c.json", "");
	put("more/d.json", "");
	check("BLB_TABLES.xlsx league 0 0\n"
	      "games/7/7_tracking.xlsx tracking 7 0\n"
	      "games/7/7_video_times.xlsx video 7 0\n"
	      "games/7/7_xy_player.csv xy_player 7 0\n"
	      "games/7/7_xy_puck.csv xy_puck 7 0\n"
	      "games/7/a.json save 7 0\n"
	      "games/other/b.json save 0 0\n");
}
END_TEST

START_TEST(several_tracking_workbooks_are_one_entry_for_the_folder)
{
	put("BLB_Tables.xlsx", "");
	put("BLB_TABLES.xlsx", "");
	put("games/7/7_tracking.xlsx", "");
	put("games/7/b_tracking.xlsx", "");
	put("games/7/a.json", "");
	put("games/8/8_tracking.xlsx", "");
	check("BLB_Tables.xlsx league 0 0\n"
	      "games/7 tracking 7 2\n"
	      "games/7/a.json save 7 0\n"
	      "games/8/8_tracking.xlsx tracking 8 0\n");
}
END_TEST

START_TEST(links_that_lead_out_are_as_if_they_were_not_there)
{
	char path[100];

	put("BLB_Tables.xlsx", "");
	put("games/7/x.json", "");
	(void)snprintf(path, sizeof(path), "%s/games/7/out.json", dir);
	ck_assert_int_eq(symlink("/etc/passwd", path), 0);
	(void)snprintf(path, sizeof(path), "%s/games/7/in.json", dir);
	ck_assert_int_eq(symlink("x.json", path), 0);
	(void)snprintf(path, sizeof(path), "%s/games/9", dir);
	ck_assert_int_eq(symlink("/etc", path), 0);
	check("BLB_Tables.xlsx league 0 0\n"
	      "games/7/in.json save 7 0\n"
	      "games/7/x.json save 7 0\n");
}
END_TEST

START_TEST(a_directory_without_games_is_a_league_alone)
{
	put("BLB_Tables.xlsx", "");
	check("BLB_Tables.xlsx league 0 0\n");
}
END_TEST

START_TEST(without_the_league_workbook_there_is_nothing_to_read)
{
	struct input_list list;
	struct err e;

	ck_assert_int_eq(input_find(dir, &list, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_str_eq(
	    e.text, "the league workbook BLB_Tables.xlsx is missing");
	input_list_cleanup(&list);
}
END_TEST

START_TEST(excluded_games_are_numbers_one_a_line)
{
	struct input_list list;
	struct err e;

	put("BLB_Tables.xlsx", "");
	put("excluded_games.txt",
	    "# games\n18969\n  7 # why\r\n\nsoon\n-3\n99999999999\n8");
	ck_assert_int_eq(input_find(dir, &list, &e), 0);
	ck_assert_uint_eq(list.excluded_count, 3);
	ck_assert_int_eq(list.excluded[0], 18969);
	ck_assert_int_eq(list.excluded[1], 7);
	ck_assert_int_eq(list.excluded[2], 8);
	input_list_cleanup(&list);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("input");
	TCase *c = tcase_create("input");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, each_file_is_found_by_its_place_and_name);
	tcase_add_test(
	    c, several_tracking_workbooks_are_one_entry_for_the_folder);
	tcase_add_test(c, links_that_lead_out_are_as_if_they_were_not_there);
	tcase_add_test(c, a_directory_without_games_is_a_league_alone);
	tcase_add_test(c, without_the_league_workbook_there_is_nothing_to_read);
	tcase_add_test(c, excluded_games_are_numbers_one_a_line);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
