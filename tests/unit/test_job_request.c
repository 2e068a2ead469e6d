/*
 * job_request: what a row says is what a run is told.
 */
#include "jobs/job_request.h"

#include "unit.h"

START_TEST(what_is_written_is_read_again)
{
	static const int games[] = {18969, 18977}, excluded[] = {18965};
	static const char expected[] =
	    "{\"mode\":\"single\",\"game_ids\":[18969,18977],"
	    "\"source\":\"supabase\",\"exclude_game_ids\":[18965],"
	    "\"options\":{\"wipe\":true,\"upload_to_supabase\":false,"
	    "\"regenerate_schema\":true}}";
	struct job_request r = {.mode = ETL_SINGLE,
	    .game_ids = games,
	    .games = 2,
	    .exclude_game_ids = excluded,
	    .excluded = 1,
	    .staged = true,
	    .wipe = true,
	    .schema = true};
	struct arena *a = arena_new();
	struct job_request read;
	struct buf b;
	struct err e;

	buf_init(&b, BUF_MAX_LINE);
	job_request_write(&r, &b);
	ck_assert_str_eq(buf_string(&b), expected);
	ck_assert_int_eq(job_request_parse(a, b.data, &read, &e), 0);
	ck_assert_int_eq(read.mode, ETL_SINGLE);
	ck_assert_uint_eq(read.games, 2);
	ck_assert_int_eq(read.game_ids[1], 18977);
	ck_assert_uint_eq(read.excluded, 1);
	ck_assert_int_eq(read.exclude_game_ids[0], 18965);
	ck_assert(read.staged && read.wipe && read.schema && !read.upload);
	buf_cleanup(&b);
	arena_free(a);
}
END_TEST

START_TEST(absent_fields_have_their_defaults)
{
	static const char *const texts[] = {"{}",
	    "{\"mode\":null,\"game_ids\":null,\"options\":null}",
	    "{\"mode\":\"full\",\"game_ids\":[],\"source\":\"excel\"}"};
	struct arena *a = arena_new();
	struct job_request r;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ck_assert_int_eq(job_request_parse(a, texts[i], &r, &e), 0);
		ck_assert_int_eq(r.mode, ETL_FULL);
		ck_assert_ptr_null(r.game_ids);
		ck_assert(!r.staged && !r.wipe && !r.upload && !r.schema);
	}
	arena_free(a);
}
END_TEST

START_TEST(a_request_that_no_run_can_follow_is_refused)
{
	static const char *const texts[] = {"", "{", "{\"mode\":\"fast\"}",
	    "{\"mode\":1}", "{\"game_ids\":1}", "{\"game_ids\":[\"x\"]}",
	    "{\"exclude_game_ids\":[0]}", "{\"game_ids\":[2147483648]}"};
	struct arena *a = arena_new();
	struct job_request r;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ck_assert_int_eq(job_request_parse(a, texts[i], &r, &e), -1);
		ck_assert_int_eq(e.code, ERR_INPUT);
	}
	arena_free(a);
}
END_TEST

START_TEST(each_mode_has_a_word)
{
	ck_assert_int_eq(job_request_mode_of("incremental"), ETL_INCREMENTAL);
	ck_assert_str_eq(job_request_mode_name(ETL_TEST), "test");
	ck_assert_int_eq(job_request_mode_of("Full"), -1);
	ck_assert_int_eq(job_request_mode_of(NULL), -1);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("job_request");
	TCase *c = tcase_create("job_request");

	tcase_add_test(c, what_is_written_is_read_again);
	tcase_add_test(c, absent_fields_have_their_defaults);
	tcase_add_test(c, a_request_that_no_run_can_follow_is_refused);
	tcase_add_test(c, each_mode_has_a_word);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
