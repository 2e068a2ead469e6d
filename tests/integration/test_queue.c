/*
 * queue: claiming, limits, repeated requests, lists, forgetting, against a
 * real PostgreSQL.
 */
#include "integration/jobs_fixture.h"

START_TEST(jobs_are_claimed_in_the_order_of_creation)
{
	static const char *const ids[] = {"c", "a", "b"};
	struct arena *a = arena_new();
	struct queue_job job;
	struct queue q;
	struct err e;
	size_t i;

	for (i = 0; i < 3; i++)
		ck_assert_str_eq(insert(ids[i], "{}"), "created");
	ck_assert_str_eq(job_field("b", "queue_position"), "3");
	ck_assert_str_eq(job_field("b", "current_step"), "Queued");
	ck_assert_int_eq(queue_open(options.conninfo, &q, &e), 0);
	for (i = 0; i < 3; i++) {
		ck_assert_int_eq(queue_claim(&q, true, a, &job, &e), 0);
		ck_assert_str_eq(job.id, ids[i]);
		ck_assert_str_eq(
		    job_field(ids[i], "current_step"), "Starting ETL...");
	}
	ck_assert_int_eq(queue_claim(&q, true, a, &job, &e), 0);
	ck_assert_str_eq(job.id, "");
	queue_close(&q);
	arena_free(a);
}
END_TEST

START_TEST(a_row_that_somebody_else_is_claiming_is_skipped)
{
	struct arena *a = arena_new();
	struct queue_job job;
	struct queue q;
	struct err e;

	(void)insert("first", "{}");
	(void)insert("second", "{}");
	run_sql("begin; select from app.job where job_id = 'first' "
		"for update");
	ck_assert_int_eq(queue_open(options.conninfo, &q, &e), 0);
	ck_assert_int_eq(queue_claim(&q, true, a, &job, &e), 0);
	ck_assert_str_eq(job.id, "second");
	run_sql("rollback");
	queue_close(&q);
	arena_free(a);
}
END_TEST

START_TEST(one_etl_runs_at_a_time_whatever_the_number_of_runners)
{
	script.work_ms = 300;
	(void)insert("one", "{}");
	(void)insert("two", "{}");
	start_runners(2);
	await_started(1);
	pause_ms(100);
	ck_assert_str_eq(ask("select count(*) from app.job "
			     "where status = 'running'"),
	    "1");
	ck_assert_str_eq(job_field("two", "queue_position"), "1");
	await("two", "status", "completed", 5000);
	stop_runners(2);
	ck_assert_str_eq(ask("select a.completed_at <= b.started_at "
			     "from app.job a, app.job b "
			     "where a.job_id = 'one' and b.job_id = 'two'"),
	    "t");
}
END_TEST

START_TEST(the_queue_has_a_limit)
{
	const char *values[] = {
	    "c", "etl", "full", "{}", NULL, "2", "caller", NULL, NULL};

	(void)insert("a", "{}");
	(void)insert("b", "{}");
	ck_assert_str_eq(call("job_insert", 0, 9, values), "full");
	ck_assert_str_eq(call("job_insert", 2, 9, values), "2");
	ck_assert_str_eq(job_field("c", "status"), "no row");
}
END_TEST

START_TEST(a_repeated_request_gives_the_first_job_again)
{
	const char *values[] = {
	    "a", "etl", "full", "{}", NULL, "100", "caller", "key-1", "hash-1"};

	ck_assert_str_eq(call("job_insert", 0, 9, values), "created");
	values[0] = "b";
	ck_assert_str_eq(call("job_insert", 0, 9, values), "replayed");
	ck_assert_ptr_nonnull(
	    strstr(call("job_insert", 1, 9, values), "\"job_id\":\"a\""));
	values[8] = "hash-2";
	ck_assert_str_eq(call("job_insert", 0, 9, values), "mismatch");
	values[6] = "another";
	ck_assert_str_eq(call("job_insert", 0, 9, values), "created");
	/* A day later the key is free again. */
	run_sql("update app.idempotency set "
		"created_at = created_at - interval '25 h'");
	values[0] = "c";
	values[6] = "caller";
	ck_assert_str_eq(call("job_insert", 0, 9, values), "created");
}
END_TEST

START_TEST(old_jobs_are_forgotten_but_for_the_newest_thousand)
{
	const char *values[] = {"90"};

	run_sql("insert into app.job (job_id, kind, status, progress, "
		"completed_at) select 'j' || n, 'etl', 'completed', 100, "
		"now() - interval '91 days' "
		"from generate_series(1, 1003) as n");
	ck_assert_str_eq(call("job_prune", 0, 1, values), "3");
	ck_assert_str_eq(
	    ask("select min(ordinal) = (select ordinal from app.job where "
		"job_id = 'j4') from app.job"),
	    "t");
	ck_assert_str_eq(call("job_prune", 0, 1, values), "0");
}
END_TEST

START_TEST(the_list_is_newest_first_and_paged_by_before)
{
	const char *values[] = {"etl", NULL, "2", NULL};

	(void)insert("a", "{}");
	(void)insert("b", "{}");
	(void)insert("c", "{}");
	ck_assert_str_eq(call("job_list", 1, 4, values), "b");
	values[3] = "b";
	ck_assert_ptr_nonnull(
	    strstr(call("job_list", 0, 4, values), "[{\"job_id\":\"a\""));
	ck_assert_str_eq(call("job_list", 1, 4, values), "");
	values[3] = "unknown";
	ck_assert_str_eq(call("job_list", 2, 4, values), "f");
	values[2] = "0";
	ck_assert_str_eq(call("job_list", 0, 4, values), "[]");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("queue");
	TCase *c = tcase_create("queue");

	tcase_set_timeout(c, 60);
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, jobs_are_claimed_in_the_order_of_creation);
	tcase_add_test(c, a_row_that_somebody_else_is_claiming_is_skipped);
	tcase_add_test(
	    c, one_etl_runs_at_a_time_whatever_the_number_of_runners);
	tcase_add_test(c, the_queue_has_a_limit);
	tcase_add_test(c, a_repeated_request_gives_the_first_job_again);
	tcase_add_test(c, old_jobs_are_forgotten_but_for_the_newest_thousand);
	tcase_add_test(c, the_list_is_newest_first_and_paged_by_before);
	suite_add_tcase(s, c);
	return (s);
}

int
main(void)
{
	return (jobs_fixture_main("build/test-queue", suite));
}
