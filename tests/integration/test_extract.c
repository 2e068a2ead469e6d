/*
 * extract: files of a directory in the schema raw of a real PostgreSQL:
 * wholly or not at all, once as long as they do not change.
 */
#include <stdatomic.h>
#include <sys/stat.h>

#include "core/logger.h"
#include "core/settings.h"
#include "db/db.h"
#include "etl/extract.h"
#include "io/file.h"
#include "jobs/league.h"
#include "unit/book.h"

#define T(r, t) "<c r='" r "' t='inlineStr'><is><t>" t "</t></is></c>"

static const char *conninfo;
static PGconn *db;
static char dir[64];
static atomic_int started, reused, stop_after;

/* ---- a directory of inputs */

static const char *
in_dir(const char *name)
{
	static char path[160];

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	return (path);
}

static void
put(const char *name, const char *text)
{
	struct err e;

	ck_assert_int_eq(file_write(in_dir(name), text, strlen(text), &e), 0);
}

/* A workbook with one sheet. */
static void
put_book(const char *name, const char *sheet, const char *rows)
{
	char workbook[256], text[1024], bytes[8192];
	struct book_part part[4] = {BOOK_ROOT, BOOK_RELATIONS,
	    {"xl/workbook.xml", workbook, 0},
	    {"xl/worksheets/sheet1.xml", text, 0}};
	struct err e;
	ssize_t n;
	int fd;

	(void)snprintf(workbook, sizeof(workbook),
	    "<w><sheets><sheet name='%s' r:id='r1'/></sheets></w>", sheet);
	(void)snprintf(
	    text, sizeof(text), "<w><sheetData>%s</sheetData></w>", rows);
	fd = book_zip(part, 4);
	n = read(fd, bytes, sizeof(bytes));
	ck_assert_int_gt(n, 0);
	ck_assert_int_eq(file_write(in_dir(name), bytes, (size_t)n, &e), 0);
	(void)close(fd);
}

static void
put_league(const char *name)
{
	char rows[512];

	(void)snprintf(rows, sizeof(rows),
	    "<row>" T("A1", "league_id")
		T("B1", "league") "</row>"
				  "<row>" T("A2", "N") T("B2", "%s") "</row>",
	    name);
	put_book("BLB_Tables.xlsx", "dim_league", rows);
}

/* ---- asking */

static const char *
ask(const char *sql)
{
	static char answer[4096];
	PGresult *res = PQexec(db, sql);

	ck_assert_msg(PQresultStatus(res) == PGRES_TUPLES_OK, "%s",
	    PQresultErrorMessage(res));
	(void)snprintf(answer, sizeof(answer), "%s",
	    PQntuples(res) > 0 ? PQgetvalue(res, 0, 0) : "no row");
	PQclear(res);
	return (answer);
}

static bool
on_stopped(void *arg)
{
	(void)arg;
	return (atomic_fetch_sub(&stop_after, 1) <= 0);
}

static void
on_started(void *arg, const char *path)
{
	(void)arg;
	(void)path;
	atomic_fetch_add(&started, 1);
}

static void
on_done(void *arg, const char *path, long rows, bool was_reused)
{
	(void)arg;
	(void)path;
	(void)rows;
	atomic_fetch_add(&reused, was_reused);
}

static int
extract(bool use_cache, struct extract_result *out, struct err *e)
{
	const struct extract_options options = {.input_dir = dir,
	    .conn = db,
	    .conninfo = conninfo,
	    .threads = 2,
	    .use_cache = use_cache};
	const struct extract_hooks hooks = {.stopped = on_stopped,
	    .file_started = on_started,
	    .file_done = on_done};
	struct input_list list;
	int rc;

	started = reused = 0;
	ck_assert_msg(input_find(dir, &list, e) == 0, "%s", e->text);
	rc = extract_files(&options, &list, &hooks, out, e);
	input_list_cleanup(&list);
	return (rc);
}

/* Extracts; how many files were reused. */
static int
extract_well(bool use_cache)
{
	struct extract_result out;
	struct err e;

	ck_assert_msg(extract(use_cache, &out, &e) == 0, "%s", e.text);
	extract_result_cleanup(&out);
	return (reused);
}

static void
setup(void)
{
	struct err e;

	(void)snprintf(dir, sizeof(dir), "/tmp/benchsight-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	(void)mkdir(in_dir("games"), 0755);
	(void)mkdir(in_dir("games/7"), 0755);
	stop_after = 1000000;
	ck_assert_msg(db_open(conninfo, "test", &db, &e) == 0, "%s", e.text);
	ck_assert_int_eq(
	    db_script(db,
		"truncate raw.file, raw.sheet, raw.finding, raw.dim_league, "
		"raw.events, raw.tracking",
		&e),
	    0);
	put_league("Norad");
}

static void
teardown(void)
{
	struct err e;

	db_close(db);
	ck_assert_int_eq(file_remove_tree("/tmp", dir + 5, &e), 0);
}

/* ---- */

START_TEST(files_are_in_raw_with_what_they_hold)
{
	struct extract_result out;
	struct err e;

	put("games/7/a.json",
	    "{\"gameId\":9,\"events\":[{\"type\":\"Pass\"}]}");
	put("games/7/7_xy_puck.csv", "event_index,x,y\n1,2,3\n");
	put_book("games/7/7_video_times.xlsx", "video",
	    "<row>" T("A1", "Index") T("B1", "Url_2") T("C1", "Url_1")
		T("D1", "Description") "</row><row>" T("A2", "3")
		    T("B2", "v") "</row><row>" T("A3", "4") "</row>");
	ck_assert_msg(extract(true, &out, &e) == 0, "%s", e.text);
	ck_assert_int_eq(started, 4);
	ck_assert_int_eq((int)out.rows, 4);
	ck_assert_int_gt((int)out.file_id[0], 0);
	extract_result_cleanup(&out);
	ck_assert_str_eq(
	    ask("select string_agg(concat_ws(' ', path, kind, game_id, rows), "
		"', ' order by path) from raw.file"),
	    "BLB_Tables.xlsx league 1, games/7/7_video_times.xlsx video 7 1, "
	    "games/7/7_xy_puck.csv xy_puck 7 1, games/7/a.json save 9 1");
	ck_assert_str_eq(
	    ask("select url || number || row from raw.video"), "v32");
	ck_assert_str_eq(ask("select league_id || league || row from "
			     "raw.dim_league"),
	    "NNorad2");
	ck_assert_str_eq(ask("select columns::text from raw.sheet where sheet "
			     "= 'dim_league'"),
	    "{league_id,league}");
	ck_assert_str_eq(
	    ask("select event_type || event_index from raw.events"),
	    "Pass1000");
}
END_TEST

START_TEST(an_unchanged_file_is_not_read_again)
{
	ck_assert_int_eq(extract_well(true), 0);
	ck_assert_int_eq(extract_well(true), 1);
	ck_assert_str_eq(ask("select count(*) from raw.dim_league"), "1");
	ck_assert_int_eq(extract_well(false), 0);
	ck_assert_int_eq(extract_well(true), 1);
	put_league("Changed");
	ck_assert_int_eq(extract_well(true), 0);
	ck_assert_str_eq(ask("select count(*) from raw.file"), "3");
}
END_TEST

START_TEST(a_file_that_cannot_be_read_has_a_finding_and_no_rows)
{
	put("games/7/7_tracking.xlsx", "no workbook");
	put("games/7/a.json", "{\"gameId\":7,\"events\":[{},");
	ck_assert_int_eq(extract_well(true), 0);
	ck_assert_str_eq(
	    ask("select string_agg(concat_ws(' ', path, severity, f.kind), "
		"', ' order by path) from raw.finding as f join raw.file "
		"using (file_id)"),
	    "games/7/7_tracking.xlsx error unreadable, "
	    "games/7/a.json error unreadable_save");
	ck_assert_str_eq(
	    ask("select message from raw.finding where kind = 'unreadable'"),
	    "the file cannot be read: Not a zip archive");
	ck_assert_str_eq(ask("select count(*) from raw.events"), "0");
	ck_assert_int_eq(extract_well(true), 3);
}
END_TEST

START_TEST(a_workbook_that_breaks_in_its_middle_leaves_no_row)
{
	put_book("games/7/7_tracking.xlsx", "events",
	    "<row>" T("A1", "event_index") "</row><row>" T(
		"A2", "1") "</row><row r='2'/>");
	(void)extract_well(true);
	ck_assert_str_eq(ask("select message from raw.finding"),
	    "the file cannot be read: sheet events: row 2 stands below row 2");
	ck_assert_str_eq(ask("select count(*) from raw.events"), "0");
	ck_assert_str_eq(ask("select count(*) from raw.sheet where sheet = "
			     "'events'"),
	    "0");
}
END_TEST

START_TEST(several_tracking_workbooks_are_a_finding_of_the_folder)
{
	put("games/7/a_tracking.xlsx", "a");
	put("games/7/b_tracking.xlsx", "b");
	(void)extract_well(true);
	(void)extract_well(true);
	ck_assert_str_eq(
	    ask("select concat_ws(' ', path, game_id, f.kind, value, message) "
		"from raw.finding as f join raw.file using (file_id) "
		"order by file_id desc"),
	    "games/7 7 several_tracking_files 2 2 tracking workbooks: the "
	    "game is left out");
}
END_TEST

START_TEST(a_repeated_header_is_a_finding)
{
	put_book("BLB_Tables.xlsx", "dim_league",
	    "<row>" T("A1", "league") T("B1", "league") "</row>");
	(void)extract_well(true);
	ck_assert_str_eq(
	    ask("select concat_ws(' ', severity, kind, sheet, row, "
		"column_name, message) from raw.finding"),
	    "warning duplicate_column dim_league 1 league the column league "
	    "is given twice: the first one counts");
}
END_TEST

START_TEST(a_league_workbook_that_cannot_be_read_ends_the_run)
{
	struct extract_result out;
	struct err e;

	put("BLB_Tables.xlsx", "no workbook");
	ck_assert_int_eq(extract(true, &out, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_str_eq(e.text,
	    "BLB_Tables.xlsx: the file cannot be read: Not a zip archive");
	ck_assert_str_eq(ask("select count(*) from raw.file"), "0");
	extract_result_cleanup(&out);
}
END_TEST

START_TEST(who_asks_to_stop_is_heard_at_any_moment)
{
	struct extract_result out;
	struct err e;
	int i;

	put("games/7/a.json",
	    "{\"gameId\":7,\"events\":[{\"type\":\"Pass\"}]}");
	for (i = 0; i < 12; i++) {
		stop_after = i;
		if (extract(true, &out, &e) == -1)
			ck_assert_int_eq(e.code, ERR_CANCELLED);
		extract_result_cleanup(&out);
		ck_assert_str_eq(
		    ask("select count(*) from raw.dim_league where file_id "
			"not in (select file_id from raw.file)"),
		    "0");
	}
	stop_after = 1000000;
	(void)extract_well(true);
	ck_assert_str_eq(ask("select count(*) from raw.dim_league"), "1");
	ck_assert_str_eq(ask("select count(*) from raw.events"), "1");
}
END_TEST

START_TEST(a_database_that_is_away_is_an_error)
{
	struct extract_result out;
	struct err e;
	const char *there = conninfo;

	conninfo = "host=/nowhere dbname=none";
	ck_assert_int_eq(extract(true, &out, &e), -1);
	ck_assert_int_eq(e.code, ERR_DATABASE);
	extract_result_cleanup(&out);
	conninfo = there;
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("extract");
	TCase *c = tcase_create("extract");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, files_are_in_raw_with_what_they_hold);
	tcase_add_test(c, an_unchanged_file_is_not_read_again);
	tcase_add_test(c, a_file_that_cannot_be_read_has_a_finding_and_no_rows);
	tcase_add_test(c, a_workbook_that_breaks_in_its_middle_leaves_no_row);
	tcase_add_test(
	    c, several_tracking_workbooks_are_a_finding_of_the_folder);
	tcase_add_test(c, a_repeated_header_is_a_finding);
	tcase_add_test(c, a_league_workbook_that_cannot_be_read_ends_the_run);
	tcase_add_test(c, who_asks_to_stop_is_heard_at_any_moment);
	tcase_add_test(c, a_database_that_is_away_is_an_error);
	suite_add_tcase(s, c);
	return (s);
}

int
main(void)
{
	const struct settings settings = {.data_dir = "build/test-extract",
	    .job_timeout_seconds = 3600,
	    .job_retention_days = 90};
	struct league *league;
	SRunner *runner;
	struct err e;
	int failed;

	logger_level(LOG_ERROR_);
	(void)mkdir("build", 0755);
	(void)mkdir(settings.data_dir, 0755);
	if (league_open(&settings, settings.data_dir, &league, &e) == -1) {
		(void)fprintf(stderr, "extract: %s\n", e.text);
		return (EXIT_FAILURE);
	}
	conninfo = league_conninfo(league);
	runner = srunner_create(suite());
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	league_close(league);
	return (failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}
