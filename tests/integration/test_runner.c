/*
 * runner and reporter against a real PostgreSQL, with a run of our own making
 * in place of the ETL: what a job's row says is what happened, whoever dies,
 * cancels or comes first.
 */
#include "integration/jobs_fixture.h"

/* ---- a run */

START_TEST(a_run_reports_what_it_does_and_completes)
{
	const char *id[] = {"job"};
	const char *page[] = {"job", "0", "100", "info"};
	const char *found[] = {"job", NULL, "18969", "10", "0"};
	const char *text;

	script.work_ms = 400;
	(void)insert("job", "{\"mode\":\"single\",\"game_ids\":[18969],"
			    "\"options\":{\"upload_to_supabase\":true,"
			    "\"regenerate_schema\":true}}");
	start_runners(1);
	await("job", "progress", "50", 2000);
	ck_assert_str_eq(
	    job_field("job", "current_step"), "Building dim_team (2 of 4)");
	ck_assert_str_eq(job_field("job", "tables_created"), "1");
	await("job", "status", "completed", 2000);
	stop_runners(1);
	ck_assert_str_eq(job_field("job", "progress"), "100");
	ck_assert_str_eq(job_field("job", "current_step"), "ETL complete");
	ck_assert_str_eq(job_field("job", "warnings"), "1");
	text = job_field("job", "result");
	ck_assert_ptr_nonnull(strstr(text, "\"tables_created\":3,"));
	ck_assert_ptr_nonnull(strstr(text, "\"games\":[18969],"));
	ck_assert_ptr_nonnull(
	    strstr(text, "\"warnings\":{\"event_clock\":1},"));
	text = call("job_steps", 0, 1, id);
	ck_assert_ptr_nonnull(strstr(text, "\"rows\":12,\"depends_on\":"
					   "[\"base_event\",\"dim_player\"]"));
	ck_assert_ptr_null(strstr(text, "\"running\""));
	text = call("job_logs", 0, 4, page);
	ck_assert_ptr_nonnull(strstr(text, "half of it is there"));
	ck_assert_ptr_null(strstr(text, "a detail"));
	ck_assert_ptr_nonnull(strstr(text, "\"complete\":true"));
	text = call("job_warnings", 0, 5, found);
	ck_assert_ptr_nonnull(
	    strstr(text, "\"value\":\"bad \xef\xbf\xbd byte\""));
	ck_assert_str_eq(
	    ask("select string_agg(kind || ': ' || errors[1], '; ' "
		"order by kind desc) from app.job "
		"where parent_job_id = 'job' and status = 'failed'"),
	    "upload: Supabase is not configured: set SUPABASE_URL and "
	    "SUPABASE_SERVICE_KEY, or SUPABASE_DB_URL; "
	    "schema: writing the schema is not part of this version yet");
	ck_assert_int_eq(script.seen.mode, ETL_SINGLE);
}
END_TEST

START_TEST(a_run_without_a_publication_completes_its_job_too)
{
	script.publishes = false;
	(void)insert("job", "{\"mode\":\"test\"}");
	start_runners(1);
	await("job", "status", "completed", 3000);
	stop_runners(1);
	ck_assert_ptr_nonnull(
	    strstr(job_field("job", "result"), "\"tables_created\":3"));
}
END_TEST

START_TEST(a_publication_that_is_tried_again_completes_its_job_once)
{
	script.refusals = 2;
	(void)insert("job", "{}");
	start_runners(1);
	await("job", "status", "completed", 3000);
	stop_runners(1);
	ck_assert_str_eq(job_field("job", "warnings"), "1");
	ck_assert_str_eq(ask("select count(*) from public.published"), "1");
}
END_TEST

START_TEST(a_run_that_fails_says_why)
{
	script.fail = "events.xlsx: sheet events, row 3\nsecond reason";
	(void)insert("job", "{}");
	start_runners(1);
	await("job", "status", "failed", 3000);
	stop_runners(1);
	ck_assert_str_eq(
	    job_field("job", "error"), "events.xlsx: sheet events, row 3");
	ck_assert_str_eq(job_field("job", "errors"),
	    "[\"events.xlsx: sheet events, row 3\",\"second reason\"]");
	ck_assert_str_eq(
	    job_field("job", "current_step"), "Building dim_team (2 of 4)");
	ck_assert_str_eq(ask("select status from app.job_step "
			     "where name = 'dim_team'"),
	    "failed");
}
END_TEST

START_TEST(what_this_version_cannot_do_fails_with_a_word)
{
	const char *values[] = {
	    "up", "upload", "all", "{}", NULL, "100", "caller", NULL, NULL};

	(void)insert("staged", "{\"source\":\"supabase\"}");
	(void)insert("broken", "{\"mode\":\"fast\"}");
	(void)call("job_insert", 0, 9, values);
	values[0] = "schema";
	values[1] = "schema";
	(void)call("job_insert", 0, 9, values);
	start_runners(1);
	await("staged", "status", "failed", 3000);
	await("broken", "status", "failed", 3000);
	await("up", "status", "failed", 3000);
	await("schema", "status", "failed", 3000);
	stop_runners(1);
	ck_assert_ptr_nonnull(
	    strstr(job_field("staged", "error"), "no staged rows"));
	ck_assert_int_eq(script.started, 0);
}
END_TEST

START_TEST(progress_never_falls)
{
	int last = 0, now, i;

	script.work_ms = 600;
	(void)insert("job", "{}");
	start_runners(1);
	for (i = 0; i < 60; i++) {
		now = (int)strtol(job_field("job", "progress"), NULL, 10);
		ck_assert_int_ge(now, last);
		last = now;
		pause_ms(15);
	}
	stop_runners(1);
	ck_assert_int_eq(last, 100);
}
END_TEST

START_TEST(more_findings_than_a_statement_takes_all_arrive)
{
	struct runner_now now = {.stop = &stop};
	struct etl_result result;
	struct err e;

	stop = 0;
	script.findings = 30000;
	ck_assert_int_eq(runner_run_now(&options, &now, &result, &e), 0);
	ck_assert_str_eq(job_field(now.job_id, "warnings"), "30001");
	ck_assert_str_eq(
	    ask("select count(*) || ' ' || max(n) from app.job_warning"),
	    "30001 30001");
}
END_TEST

/* ---- ends that nobody wished for */

START_TEST(a_pending_job_is_cancelled_at_once)
{
	(void)insert("job", "{}");
	cancel("job", "cancelled");
	ck_assert_str_eq(job_field("job", "status"), "cancelled");
	cancel("job", "refused");
	cancel("unknown", "no row");
	start_runners(1);
	pause_ms(300);
	stop_runners(1);
	ck_assert_int_eq(script.started, 0);
}
END_TEST

START_TEST(a_running_job_stops_within_a_second_of_its_cancel)
{
	int64_t asked;

	script.work_ms = 20000;
	(void)insert("job", "{}");
	(void)insert("next", "{}");
	start_runners(1);
	await_started(1);
	asked = clock_monotonic_ms();
	cancel("job", "cancelled");
	while (script.ended == 0)
		pause_ms(5);
	ck_assert_int_lt(clock_monotonic_ms() - asked, 1000);
	await("next", "status", "running", 2000);
	ck_assert_str_eq(job_field("job", "status"), "cancelled");
	cancel("next", "cancelled");
	stop_runners(1);
	ck_assert_str_eq(ask("select count(*) from public.published"), "0");
}
END_TEST

START_TEST(of_publication_and_cancel_exactly_one_wins)
{
	const char *id[] = {"job"};
	const char *outcome;
	int i, cancelled = 0;

	script.pause_ms = 20;
	for (i = 0; i < 12; i++) {
		run_sql("delete from app.job; "
			"truncate public.published");
		script.started = 0;
		script.work_ms = 20;
		(void)insert("job", "{}");
		start_runners(1);
		await_started(1);
		pause_ms(i * 5);
		outcome = call("job_cancel", 0, 1, id);
		if (strcmp(outcome, "cancelled") == 0) {
			cancelled++;
			stop_runners(1);
			ck_assert_str_eq(
			    job_field("job", "status"), "cancelled");
			ck_assert_str_eq(
			    ask("select count(*) from public.published"), "0");
		} else {
			stop_runners(1);
			ck_assert_str_eq(
			    job_field("job", "status"), "completed");
			ck_assert_str_eq(
			    ask("select count(*) from public.published"), "1");
		}
	}
	ck_assert_int_gt(cancelled, 0);
	ck_assert_int_lt(cancelled, 12);
}
END_TEST

START_TEST(a_job_has_a_time_limit)
{
	options.job_timeout_seconds = 1;
	script.work_ms = 20000;
	(void)insert("job", "{}");
	start_runners(1);
	await("job", "status", "failed", 3000);
	stop_runners(1);
	ck_assert_str_eq(
	    job_field("job", "error"), "Job exceeded the limit of 1 seconds");
}
END_TEST

START_TEST(a_server_that_stops_fails_its_job)
{
	script.work_ms = 20000;
	(void)insert("job", "{}");
	start_runners(1);
	await_started(1);
	stop_runners(1);
	ck_assert_str_eq(job_field("job", "error"), QUEUE_INTERRUPTED);
}
END_TEST

START_TEST(the_job_of_a_runner_that_is_gone_is_failed)
{
	struct arena *a = arena_new();
	struct queue_job job;
	struct queue q;
	struct err e;

	(void)insert("job", "{}");
	ck_assert_int_eq(queue_open(options.conninfo, &q, &e), 0);
	ck_assert_int_eq(queue_claim(&q, true, a, &job, &e), 0);
	start_runners(1);
	pause_ms(1800);
	/* It is quiet, but it holds its lock: nobody touches its job. */
	ck_assert_str_eq(job_field("job", "status"), "running");
	queue_close(&q);
	script.recovered = 0;
	await("job", "status", "failed", 3000);
	ck_assert_str_eq(job_field("job", "error"), QUEUE_INTERRUPTED);
	pause_ms(100);
	stop_runners(1);
	ck_assert_int_ge(script.recovered, 1);
	arena_free(a);
}
END_TEST

START_TEST(a_recovery_that_fails_is_tried_again)
{
	int64_t until = clock_monotonic_ms() + 5000;

	script.bad_recoveries = 2;
	start_runners(1);
	while (script.recovered < 3 && clock_monotonic_ms() < until)
		pause_ms(10);
	/* The third went well: there is nothing left to put right. */
	pause_ms(1200);
	stop_runners(1);
	ck_assert_int_eq(script.recovered, 3);
}
END_TEST

START_TEST(a_run_that_cannot_put_right_what_the_last_one_left_fails)
{
	script.bad_recoveries = 1000;
	(void)insert("job", "{}");
	start_runners(1);
	await("job", "status", "failed", 5000);
	stop_runners(1);
	ck_assert_str_eq(job_field("job", "error"), "the disk is full");
	ck_assert_int_eq(script.started, 0);
}
END_TEST

/* The queue's table is away, as during a repair, the connection is not. */
START_TEST(a_runner_outlives_a_queue_that_it_cannot_read)
{
	start_runners(1);
	pause_ms(100);
	run_sql("alter table app.job rename to job_away");
	pause_ms(1000);
	run_sql("alter table app.job_away rename to job");
	(void)insert("job", "{}");
	await("job", "status", "completed", 5000);
	stop_runners(1);
}
END_TEST

START_TEST(a_job_that_loses_the_database_is_failed_once_it_is_back)
{
	script.work_ms = 20000;
	(void)insert("job", "{}");
	start_runners(2);
	await_started(1);
	ck_assert_str_eq(
	    ask("select count(pg_terminate_backend(pid)) > 0 "
		"from pg_stat_activity where datname = current_database() "
		"and application_name = 'benchsight runner'"),
	    "t");
	await("job", "status", "failed", 3000);
	ck_assert_str_eq(job_field("job", "error"), QUEUE_LOST);
	/* The runners are back at work. */
	script.work_ms = 0;
	(void)insert("next", "{}");
	await("next", "status", "completed", 5000);
	stop_runners(2);
}
END_TEST

/* ---- without a queue */

START_TEST(a_run_of_the_command_line_waits_for_the_one_before)
{
	struct runner_now now = {.stop = &stop};
	struct etl_result result;
	struct err e;

	script.work_ms = 500;
	(void)insert("job", "{}");
	start_runners(1);
	await_started(1);
	ck_assert_int_eq(runner_run_now(&options, &now, &result, &e), 0);
	ck_assert_int_eq(result.tables, 3);
	ck_assert_str_eq(job_field("job", "status"), "completed");
	ck_assert_str_eq(job_field(now.job_id, "status"), "completed");
	stop_runners(1);
}
END_TEST

static void *
stop_soon(void *arg)
{
	(void)arg;
	await_started(1);
	pause_ms(100);
	stop = 1;
	return (NULL);
}

START_TEST(a_run_of_the_command_line_that_is_stopped_is_cancelled)
{
	struct runner_now now = {.stop = &stop};
	struct etl_result result;
	pthread_t thread;
	struct err e;

	stop = 0;
	script.work_ms = 20000;
	ck_assert_int_eq(pthread_create(&thread, NULL, stop_soon, NULL), 0);
	ck_assert_int_eq(runner_run_now(&options, &now, &result, &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	ck_assert_int_eq(pthread_join(thread, NULL), 0);
	ck_assert_str_eq(job_field(now.job_id, "status"), "cancelled");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("runner");
	TCase *c = tcase_create("runner");

	tcase_set_timeout(c, 60);
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, a_run_reports_what_it_does_and_completes);
	tcase_add_test(c, a_run_without_a_publication_completes_its_job_too);
	tcase_add_test(
	    c, a_publication_that_is_tried_again_completes_its_job_once);
	tcase_add_test(c, a_run_that_fails_says_why);
	tcase_add_test(c, what_this_version_cannot_do_fails_with_a_word);
	tcase_add_test(c, progress_never_falls);
	tcase_add_test(c, more_findings_than_a_statement_takes_all_arrive);
	tcase_add_test(c, a_pending_job_is_cancelled_at_once);
	tcase_add_test(c, a_running_job_stops_within_a_second_of_its_cancel);
	tcase_add_test(c, of_publication_and_cancel_exactly_one_wins);
	tcase_add_test(c, a_job_has_a_time_limit);
	tcase_add_test(c, a_server_that_stops_fails_its_job);
	tcase_add_test(c, the_job_of_a_runner_that_is_gone_is_failed);
	tcase_add_test(c, a_recovery_that_fails_is_tried_again);
	tcase_add_test(
	    c, a_run_that_cannot_put_right_what_the_last_one_left_fails);
	tcase_add_test(c, a_runner_outlives_a_queue_that_it_cannot_read);
	tcase_add_test(
	    c, a_job_that_loses_the_database_is_failed_once_it_is_back);
	tcase_add_test(c, a_run_of_the_command_line_waits_for_the_one_before);
	tcase_add_test(
	    c, a_run_of_the_command_line_that_is_stopped_is_cancelled);
	suite_add_tcase(s, c);
	return (s);
}

int
main(void)
{
	return (jobs_fixture_main("build/test-runner", suite));
}
