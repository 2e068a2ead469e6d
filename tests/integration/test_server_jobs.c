/*
 * API.md 3 and 4 on the real server: status, trigger, wait, queue, cancel,
 * idempotency, history, logs, steps, warnings.
 */
#include "server_fixture.h"

#define TRIGGER "/api/etl/trigger"
#define FULL "{\"mode\":\"full\"}"

static struct server server;

/* ---- the league's ETL lock, so that jobs wait for as long as a test wants */

struct hold {
	struct cluster *cluster;
	PGconn *conn;
};

static void
hold_etl(struct hold *h, struct arena *arena)
{
	h->conn = server_database(&server, &h->cluster);
	ck_assert_ptr_nonnull(sql_value(arena, h->conn,
	    "select pg_advisory_lock(7381, 1)::text"
	    " || 'held'"));
}

static void
release_etl(struct hold *h)
{
	db_close(h->conn);
	cluster_release(h->cluster);
}

static void
is_null(const struct json *job, const char *key)
{
	ck_assert_str_eq(member(job, key), "null");
}

START_TEST(a_first_start_has_built_the_sample_league)
{
	struct arena *arena = arena_new();
	const struct json *list, *job;
	struct answer a;

	ask(&server, "GET", "/api/etl/history?limit=1000", NULL, &a);
	ck_assert_int_eq(a.status, 200);
	list = parsed(arena, &a);
	ck_assert_uint_ge(list->count, 1);
	answer_cleanup(&a);
	for (job = list->child; job->next != NULL; job = job->next)
		;
	job = ended(&server, arena, member(job, "job_id"));
	ck_assert_msg(strcmp(member(job, "status"), "completed") == 0, "%s",
	    member(job, "error"));
	ck_assert_str_eq(member(job, "progress"), "100");
	ck_assert_str_eq(member(job, "current_step"), "ETL complete");
	arena_free(arena);
}
END_TEST

START_TEST(status_tells_what_the_page_promises)
{
	static const char *const keys[] = {"status", "version", "environment",
	    "etl_available", "supabase_connected", "timestamp",
	    "database_connected", "supabase_configured", "models_ready",
	    "data_version", "jobs_running", "jobs_pending", "uptime_seconds"};
	struct arena *arena = arena_new();
	const struct json *v, *m;
	struct answer a;
	size_t i = 0;

	ask(&server, "GET", "/api/status", NULL, &a);
	v = parsed(arena, &a);
	ck_assert_uint_eq(v->count, sizeof(keys) / sizeof(keys[0]));
	for (m = v->child; m != NULL; m = m->next)
		ck_assert_str_eq(m->key, keys[i++]);
	ck_assert_str_eq(member(v, "status"), "healthy");
	ck_assert_str_eq(member(v, "etl_available"), "true");
	ck_assert_str_eq(member(v, "environment"), "development");
	ck_assert_uint_eq(strlen(member(v, "timestamp")), 20);
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

START_TEST(a_job_that_is_taken_has_just_started)
{
	static const char *const keys[] = {"job_id", "kind", "status", "mode",
	    "created_at", "started_at", "completed_at", "cancelled_at",
	    "progress", "current_step", "result", "error", "errors", "warnings",
	    "tables_created", "tables_uploaded", "rows_uploaded",
	    "queue_position", "duration_ms", "seq", "parent_job_id",
	    "requested_by"};
	struct arena *arena = arena_new();
	const struct json *job, *m;
	struct answer a;
	size_t i = 0;

	ask(&server, "POST", TRIGGER, FULL, &a);
	ck_assert_int_eq(a.status, 202);
	job = parsed(arena, &a);
	for (m = job->child; m != NULL; m = m->next)
		ck_assert_str_eq(m->key, keys[i++]);
	ck_assert_uint_eq(i, sizeof(keys) / sizeof(keys[0]));
	ck_assert_str_eq(member(job, "status"), "running");
	ck_assert_str_eq(member(job, "progress"), "0");
	ck_assert_str_eq(member(job, "current_step"), "Starting ETL...");
	is_null(job, "completed_at");
	is_null(job, "result");
	is_null(job, "queue_position");
	job = ended(&server, arena, member(job, "job_id"));
	ck_assert_str_eq(member(job, "status"), "completed");
	ck_assert_str_eq(member(json_get(job, "result"), "tables_created"),
	    member(job, "tables_created"));
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

START_TEST(jobs_wait_in_line_and_the_line_has_an_end)
{
	struct arena *arena = arena_new();
	const char *first, *second, *third;
	const struct json *job;
	struct answer a;
	struct hold h;
	int64_t began;

	hold_etl(&h, arena);
	began = clock_monotonic_ms();
	first = trigger(&server, arena, "?wait=1", FULL);
	ck_assert(clock_monotonic_ms() - began >= 900);
	began = clock_monotonic_ms();
	second = trigger(&server, arena, "?wait=0", FULL);
	ck_assert(clock_monotonic_ms() - began < 500);
	third = trigger(&server, arena, "?wait=0", FULL);
	ask(&server, "GET", arena_printf(arena, "/api/etl/status/%s", second),
	    NULL, &a);
	job = parsed(arena, &a);
	ck_assert_str_eq(member(job, "status"), "pending");
	ck_assert_str_eq(member(job, "current_step"), "Queued");
	ck_assert_str_eq(member(job, "queue_position"), "2");
	is_null(job, "started_at");
	is_null(job, "duration_ms");
	answer_cleanup(&a);
	/* MAX_QUEUED_JOBS is 3 here. */
	ask(&server, "POST", TRIGGER, FULL, &a);
	ck_assert_int_eq(a.status, 503);
	ck_assert_str_eq(header(arena, &a, "Retry-After"), "30");
	ck_assert_str_eq(member(parsed(arena, &a), "detail"),
	    "Job queue is full (3 jobs waiting)");
	answer_cleanup(&a);
	expect(&server, "POST",
	    arena_printf(arena, "/api/etl/cancel/%s", second), NULL, 200, NULL);
	expect(&server, "POST",
	    arena_printf(arena, "/api/jobs/%s/cancel", third), NULL, 200, NULL);
	expect(&server, "POST",
	    arena_printf(arena, "/api/etl/cancel/%s", third), NULL, 400,
	    arena_printf(arena,
		"Job %s cannot be cancelled (status: cancelled)", third));
	release_etl(&h);
	ck_assert_str_eq(
	    member(ended(&server, arena, first), "status"), "completed");
	job = ended(&server, arena, second);
	ck_assert_str_eq(member(job, "status"), "cancelled");
	ck_assert_str_eq(
	    member(job, "cancelled_at"), member(job, "completed_at"));
	expect(&server, "POST",
	    arena_printf(arena, "/api/etl/cancel/%s", first), NULL, 400,
	    arena_printf(arena,
		"Job %s cannot be cancelled (status: completed)", first));
	arena_free(arena);
}
END_TEST

START_TEST(a_waiting_trigger_is_answered_when_its_job_is_taken)
{
	struct arena *arena = arena_new();
	struct answer a;
	int64_t began;
	struct hold h;
	pid_t pid;

	hold_etl(&h, arena);
	pid = fork();
	if (pid == 0) {
		pause_ms(700);
		(void)shutdown(PQsocket(h.conn), SHUT_RDWR);
		_exit(0);
	}
	began = clock_monotonic_ms();
	ask(&server, "POST", TRIGGER "?wait=20", FULL, &a);
	ck_assert_int_eq(a.status, 202);
	ck_assert_str_eq(member(parsed(arena, &a), "status"), "running");
	ck_assert(clock_monotonic_ms() - began >= 600);
	ck_assert(clock_monotonic_ms() - began < 5000);
	(void)ended(&server, arena, member(parsed(arena, &a), "job_id"));
	answer_cleanup(&a);
	(void)waitpid(pid, NULL, 0);
	release_etl(&h);
	arena_free(arena);
}
END_TEST

static void
with_key(const char *key, const char *body, struct answer *out)
{
	char line[160];
	const char *headers[] = {"Content-Type: application/json", line, NULL};

	(void)snprintf(line, sizeof(line), "Idempotency-Key: %s", key);
	ck_assert(ask_with(&server, "POST", TRIGGER, headers, body, out));
}

START_TEST(a_repeated_key_answers_the_same_job)
{
	struct arena *arena = arena_new();
	struct answer first, again, other, wrong;

	with_key("k 1", FULL, &first);
	ck_assert_int_eq(first.status, 202);
	ck_assert_ptr_null(header(arena, &first, "Idempotent-Replayed"));
	with_key("k 1", "{ \"mode\" : \"full\" }", &again);
	ck_assert_int_eq(again.status, 202);
	ck_assert_str_eq(header(arena, &again, "Idempotent-Replayed"), "true");
	ck_assert_str_eq(member(parsed(arena, &first), "job_id"),
	    member(parsed(arena, &again), "job_id"));
	with_key("k 1", "{\"mode\":\"test\"}", &other);
	ck_assert_int_eq(other.status, 409);
	ck_assert_str_eq(member(parsed(arena, &other), "detail"),
	    "Idempotency-Key was used with another request");
	with_key("12345678901234567890123456789012345678901234567890"
		 "123456789012345",
	    FULL, &wrong);
	ck_assert_int_eq(wrong.status, 400);
	(void)ended(&server, arena, member(parsed(arena, &first), "job_id"));
	answer_cleanup(&first);
	answer_cleanup(&again);
	answer_cleanup(&other);
	answer_cleanup(&wrong);
	arena_free(arena);
}
END_TEST

START_TEST(a_job_shows_its_request_with_defaults)
{
	struct arena *arena = arena_new();
	const char *id, *path;
	const struct json *request;
	struct answer a;

	id = trigger(&server, arena, "?wait=0",
	    "{\"mode\":\"test\",\"exclude_game_ids\":[\"5\",5],"
	    "\"options\":{\"wipe\":true}}");
	path = arena_printf(arena, "/api/jobs/%s", id);
	ask(&server, "GET", path, NULL, &a);
	ck_assert_int_eq(a.status, 200);
	ck_assert_ptr_nonnull(strstr(buf_string(&a.body),
	    "\"request\":{\"mode\":\"test\",\"game_ids\":[],"
	    "\"source\":\"excel\",\"exclude_game_ids\":[5],"
	    "\"options\":{\"wipe\":true,\"upload_to_supabase\":false,"
	    "\"regenerate_schema\":false}}"));
	request = json_get(parsed(arena, &a), "request");
	ck_assert_ptr_nonnull(request);
	answer_cleanup(&a);
	(void)ended(&server, arena, id);
	arena_free(arena);
}
END_TEST

START_TEST(lists_are_newest_first_and_linked)
{
	struct arena *arena = arena_new();
	const char *older, *newer, *link;
	const struct json *list;
	struct answer a;

	older = trigger(&server, arena, "", "{\"mode\":\"test\"}");
	newer = trigger(&server, arena, "", "{\"mode\":\"test\"}");
	(void)ended(&server, arena, newer);
	ask(&server, "GET", "/api/jobs?kind=etl&limit=1", NULL, &a);
	list = parsed(arena, &a);
	ck_assert_uint_eq(list->count, 1);
	ck_assert_str_eq(member(list->child, "job_id"), newer);
	link = header(arena, &a, "Link");
	ck_assert_str_eq(link,
	    arena_printf(arena,
		"</api/jobs?kind=etl&limit=1&before=%s>; rel=\"next\"", newer));
	answer_cleanup(&a);
	ask(&server, "GET",
	    arena_strndup(arena, link + 1, strcspn(link + 1, ">")), NULL, &a);
	ck_assert_str_eq(member(parsed(arena, &a)->child, "job_id"), older);
	answer_cleanup(&a);
	ask(&server, "GET", "/api/etl/history?limit=1", NULL, &a);
	ck_assert_str_eq(member(parsed(arena, &a)->child, "job_id"), newer);
	ck_assert_ptr_null(header(arena, &a, "Link"));
	answer_cleanup(&a);
	ask(&server, "GET", "/api/jobs?kind=upload", NULL, &a);
	ck_assert_str_eq(buf_string(&a.body), "[]");
	ck_assert_ptr_null(header(arena, &a, "Link"));
	answer_cleanup(&a);
	expect(&server, "GET", "/api/jobs?before=nope", NULL, 404,
	    "Job nope not found");
	arena_free(arena);
}
END_TEST

START_TEST(logs_are_read_page_by_page)
{
	struct arena *arena = arena_new();
	const char *id = trigger(&server, arena, "", FULL), *after = "0";
	const struct json *page, *line;
	struct answer a;
	int lines = 0, pages = 0;
	long seq = 0;

	(void)ended(&server, arena, id);
	do {
		ask(&server, "GET",
		    arena_printf(arena,
			"/api/jobs/%s/logs?limit=5&level=debug&after=%s", id,
			after),
		    NULL, &a);
		ck_assert_int_eq(a.status, 200);
		page = parsed(arena, &a);
		answer_cleanup(&a);
		ck_assert_str_eq(member(page, "job_id"), id);
		line = json_get(page, "lines")->child;
		for (; line != NULL; line = line->next, lines++) {
			ck_assert_int_gt(
			    strtol(member(line, "seq"), NULL, 10), seq);
			seq = strtol(member(line, "seq"), NULL, 10);
			ck_assert_uint_eq(strlen(member(line, "time")), 24);
			(void)member(line, "message");
		}
		after = member(page, "next_after");
		pages++;
	} while (strcmp(member(page, "complete"), "true") != 0 && pages < 500);
	ck_assert_int_lt(pages, 500);
	ck_assert_int_ge(lines, 1);
	ask(&server, "GET",
	    arena_printf(arena, "/api/etl/logs/%s?level=error", id), NULL, &a);
	ck_assert_uint_eq(json_get(parsed(arena, &a), "lines")->count, 0);
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

START_TEST(the_first_line_of_a_log_names_the_request)
{
	const char *headers[] = {
	    "Content-Type: application/json", "X-Request-ID: who-asked", NULL};
	struct arena *arena = arena_new();
	const struct json *line;
	struct answer a;
	const char *id;

	ck_assert(ask_with(
	    &server, "POST", TRIGGER, headers, "{\"mode\":\"test\"}", &a));
	ck_assert_int_eq(a.status, 202);
	id = member(parsed(arena, &a), "job_id");
	answer_cleanup(&a);
	ask(&server, "GET", arena_printf(arena, "/api/jobs/%s/logs", id), NULL,
	    &a);
	line = json_get(parsed(arena, &a), "lines")->child;
	ck_assert_str_eq(member(line, "seq"), "1");
	ck_assert_str_eq(
	    member(line, "message"), "Queued by request who-asked");
	answer_cleanup(&a);
	(void)ended(&server, arena, id);
	arena_free(arena);
}
END_TEST

START_TEST(steps_and_warnings_are_arrays_of_their_objects)
{
	struct arena *arena = arena_new();
	const char *id = trigger(&server, arena, "", FULL), *total;
	const struct json *job, *list, *v;
	struct answer a;

	job = ended(&server, arena, id);
	ask(&server, "GET", arena_printf(arena, "/api/jobs/%s/steps", id), NULL,
	    &a);
	list = parsed(arena, &a);
	ck_assert_uint_ge(list->count, 1);
	for (v = list->child; v != NULL; v = v->next) {
		ck_assert_str_eq(member(v, "status"), "completed");
		ck_assert_int_eq(json_get(v, "depends_on")->type, JSON_ARRAY);
	}
	answer_cleanup(&a);
	ask(&server, "GET",
	    arena_printf(arena, "/api/jobs/%s/warnings?limit=1", id), NULL, &a);
	total = header(arena, &a, "X-Total-Count");
	ck_assert_str_eq(total, member(job, "warnings"));
	list = parsed(arena, &a);
	if (strtol(total, NULL, 10) > 1) {
		ck_assert_uint_eq(list->count, 1);
		(void)member(list->child, "severity");
		(void)member(list->child, "column");
		ck_assert_str_eq(header(arena, &a, "Link"),
		    arena_printf(arena,
			"</api/jobs/%s/warnings?limit=1&offset=1>; "
			"rel=\"next\"",
			id));
	}
	answer_cleanup(&a);
	ask(&server, "GET",
	    arena_printf(
		arena, "/api/jobs/%s/warnings?kind=no_such_kind&game_id=1", id),
	    NULL, &a);
	ck_assert_str_eq(buf_string(&a.body), "[]");
	ck_assert_str_eq(header(arena, &a, "X-Total-Count"), "0");
	ck_assert_ptr_null(header(arena, &a, "Link"));
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

START_TEST(a_final_status_is_the_same_from_memory)
{
	struct arena *arena = arena_new();
	const char *id = trigger(&server, arena, "", FULL);
	struct answer first, again;
	int i;

	(void)ended(&server, arena, id);
	ask(&server, "GET", arena_printf(arena, "/api/etl/status/%s", id), NULL,
	    &first);
	for (i = 0; i < 20; i++) {
		ask(&server, "GET",
		    arena_printf(arena, "/api/etl/status/%s", id), NULL,
		    &again);
		ck_assert_str_eq(
		    buf_string(&first.body), buf_string(&again.body));
		answer_cleanup(&again);
	}
	answer_cleanup(&first);
	arena_free(arena);
}
END_TEST

static void
start(void)
{
	const char *environment[] = {"MAX_QUEUED_JOBS=3", NULL};

	server_start(&server, "server-jobs", environment, false);
}

static void
stop(void)
{
	ck_assert_int_eq(server_stop(&server, SIGTERM), 0);
}

static Suite *
suite(void)
{
	Suite *s = suite_create("server jobs");
	TCase *c = tcase_create("server jobs");

	tcase_set_timeout(c, 90);
	tcase_add_unchecked_fixture(c, start, stop);
	tcase_add_test(c, a_first_start_has_built_the_sample_league);
	tcase_add_test(c, status_tells_what_the_page_promises);
	tcase_add_test(c, a_job_that_is_taken_has_just_started);
	tcase_add_test(c, jobs_wait_in_line_and_the_line_has_an_end);
	tcase_add_test(c, a_waiting_trigger_is_answered_when_its_job_is_taken);
	tcase_add_test(c, a_repeated_key_answers_the_same_job);
	tcase_add_test(c, a_job_shows_its_request_with_defaults);
	tcase_add_test(c, lists_are_newest_first_and_linked);
	tcase_add_test(c, logs_are_read_page_by_page);
	tcase_add_test(c, the_first_line_of_a_log_names_the_request);
	tcase_add_test(c, steps_and_warnings_are_arrays_of_their_objects);
	tcase_add_test(c, a_final_status_is_the_same_from_memory);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
