/*
 * The server's life: what it refuses to start with, two servers on one
 * database, processes killed under it, PostgreSQL gone, the end.
 */
#include "server_fixture.h"

#define FULL "{\"mode\":\"full\"}"

static struct server server;

/* ---- processes */

/* The first child of parent whose title holds text; 0: none. */
static pid_t
child(pid_t parent, const char *text)
{
	char command[256], line[64] = "";
	FILE *p;

	(void)snprintf(command, sizeof(command),
	    "ps -o pid=,args= --ppid %d | grep -F '%s' | head -1", (int)parent,
	    text);
	p = popen(command, "r");
	ck_assert_ptr_nonnull(p);
	if (fgets(line, sizeof(line), p) == NULL)
		line[0] = '\0';
	(void)pclose(p);
	return ((pid_t)strtol(line, NULL, 10));
}

/* Does path answer this status before ms have passed? */
static bool
becomes(const char *path, long status, int ms)
{
	int64_t until = clock_monotonic_ms() + ms;
	bool is = false;
	struct answer a;

	while (!is && clock_monotonic_ms() < until) {
		is = ask_with(&server, "GET", path, NULL, NULL, &a) &&
		     a.status == status;
		answer_cleanup(&a);
		pause_ms(20);
	}
	return (is);
}

/* The postmaster's pid, from its own file. */
static pid_t
postmaster(void)
{
	struct arena *arena = arena_new();
	struct cluster *cluster;
	char line[64] = "";
	PGconn *conn;
	FILE *f;

	conn = server_database(&server, &cluster);
	f = fopen(arena_printf(arena, "%s/postmaster.pid",
		      sql_value(arena, conn, "show data_directory")),
	    "r");
	ck_assert_ptr_nonnull(f);
	ck_assert_ptr_nonnull(fgets(line, sizeof(line), f));
	(void)fclose(f);
	db_close(conn);
	cluster_release(cluster);
	arena_free(arena);
	return ((pid_t)strtol(line, NULL, 10));
}

START_TEST(a_killed_worker_is_replaced_and_works)
{
	struct arena *arena = arena_new();
	int i;

	for (i = 0; i < 4; i++) {
		pid_t worker = child(server.pid, i % 2 ? "[wrk 1]" : "[wrk 2]");

		ck_assert_int_gt(worker, 0);
		ck_assert_int_eq(kill(worker, i < 2 ? SIGKILL : SIGTERM), 0);
		ck_assert(becomes("/api/health", 200, 3000));
	}
	ck_assert(becomes("/api/etl/history", 200, 5000));
	ck_assert_str_eq(
	    member(ended(&server, arena, trigger(&server, arena, "", FULL)),
		"status"),
	    "completed");
	arena_free(arena);
}
END_TEST

START_TEST(a_lost_connection_fails_nothing_that_comes_later)
{
	static const char end_all[] =
	    "select count(pg_terminate_backend(pid)) from pg_stat_activity "
	    "where application_name = 'benchsight api'";
	struct arena *arena = arena_new();
	struct cluster *cluster;
	PGconn *conn;
	int i;

	conn = server_database(&server, &cluster);
	for (i = 0; i < 3; i++) {
		expect(&server, "GET", "/api/etl/history", NULL, 200, NULL);
		(void)sql_value(arena, conn, end_all);
		pause_ms(50);
		expect(&server, "GET", "/api/etl/history", NULL, 200, NULL);
	}
	db_close(conn);
	cluster_release(cluster);
	arena_free(arena);
}
END_TEST

START_TEST(without_postgresql_it_answers_503_and_comes_back)
{
	struct arena *arena = arena_new();
	struct answer a;
	int64_t began;

	ck_assert_int_eq(kill(postmaster(), SIGKILL), 0);
	ck_assert(becomes("/api/etl/history", 503, 3000));
	began = clock_monotonic_ms();
	ask(&server, "GET", "/api/status", NULL, &a);
	ck_assert(clock_monotonic_ms() - began < 1500);
	ck_assert_int_eq(a.status, 200);
	answer_cleanup(&a);
	expect(&server, "GET", "/api/health", NULL, 200, NULL);
	/* Somebody starts it again. */
	ck_assert(becomes("/api/etl/history", 200, 20000));
	ck_assert_str_eq(member(ended(&server, arena,
				    trigger(&server, arena, "?wait=10", FULL)),
			     "status"),
	    "completed");
	ask(&server, "GET", "/api/status", NULL, &a);
	ck_assert_str_eq(
	    member(parsed(arena, &a), "database_connected"), "true");
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

START_TEST(two_servers_on_one_database_tell_the_same)
{
	const char *environment[] = {NULL, "RATE_LIMIT=5", "CORS_ORIGINS=*",
	    NULL, "TRUSTED_PROXIES=127.0.0.1", NULL};
	const char *forwarded[] = {
	    "X-Forwarded-Proto: https", "X-Forwarded-For: 192.0.2.7", NULL};
	struct arena *arena = arena_new();
	const char *origin[] = {"Origin: https://any.example", NULL};
	struct cluster *cluster;
	struct server second;
	PGconn *conn;
	struct answer a;
	const char *id;
	char command[256];
	int i, limited = 0, http_port = free_port();
	long first;

	conn = server_database(&server, &cluster);
	environment[0] =
	    arena_printf(arena, "DATABASE_URL=%s", cluster_conninfo(cluster));
	environment[3] = arena_printf(arena, "HTTP_PORT=%d", http_port);
	server_start(&second, "server-second", environment, false);
	id = trigger(&second, arena, "?wait=10", FULL);
	ck_assert_str_eq(
	    member(ended(&server, arena, id), "status"), "completed");
	/* 5 a second, 20 at once, health not counted. */
	for (i = 0; i < 40; i++) {
		ask(&second, "GET", "/api/jobs?limit=0", NULL, &a);
		if (a.status == 429) {
			limited++;
			ck_assert_str_eq(header(arena, &a, "Retry-After"), "1");
			ck_assert_str_eq(member(parsed(arena, &a), "detail"),
			    "Too many requests");
		}
		answer_cleanup(&a);
		ask(&second, "GET", "/api/health", NULL, &a);
		ck_assert_int_eq(a.status, 200);
		answer_cleanup(&a);
	}
	ck_assert_int_gt(limited, 0);
	/* A trusted proxy names other clients, who have their own budget. */
	ck_assert(
	    ask_with(&second, "GET", "/api/jobs?limit=0", forwarded, NULL, &a));
	ck_assert_int_eq(a.status, 200);
	answer_cleanup(&a);
	ck_assert(ask_with(&second, "GET", "/api/health", origin, NULL, &a));
	ck_assert_str_eq(header(arena, &a, "Access-Control-Allow-Origin"), "*");
	ck_assert_ptr_null(
	    header(arena, &a, "Access-Control-Allow-Credentials"));
	answer_cleanup(&a);
	/* Plain HTTP: a redirect, but for a trusted proxy that ended TLS. */
	(void)snprintf(command, sizeof(command),
	    "test \"$(curl -s -o /dev/null -w '%%{http_code} "
	    "%%{redirect_url}' 'http://localhost:%d/api/jobs?limit=1')\" = "
	    "'308 https://localhost:%d/api/jobs?limit=1'",
	    http_port, second.port);
	ck_assert_int_eq(system(command), 0);
	(void)snprintf(command, sizeof(command),
	    "test \"$(curl -s -o /dev/null -w '%%{http_code}' -H "
	    "'X-Forwarded-Proto: https' http://127.0.0.1:%d/api/health)\" = "
	    "200",
	    http_port);
	ck_assert_int_eq(system(command), 0);
	first = server_stop(&second, SIGINT);
	ck_assert_int_eq(first, 0);
	expect(&server, "GET", "/api/etl/history", NULL, 200, NULL);
	db_close(conn);
	cluster_release(cluster);
	arena_free(arena);
}
END_TEST

/* ---- starting and ending, each with a server of its own */

/* Lines of the log that hold text. */
static int
logged(const struct server *s, const char *text)
{
	char line[2048], path[160];
	int n = 0;
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/log", s->dir);
	f = fopen(path, "r");
	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof(line), f) != NULL)
		n += strstr(line, text) != NULL;
	(void)fclose(f);
	return (n);
}

START_TEST(all_wrong_settings_stop_the_start_by_name)
{
	const char *environment[] = {
	    "JOB_TIMEOUT_SECONDS=x", "AUTH=keys", "HOST=nowhere", NULL};
	struct server s = {.port = free_port()};
	int status = 0;

	(void)snprintf(s.dir, sizeof(s.dir), "build/test-server-wrong");
	(void)system("rm -rf build/test-server-wrong && "
		     "mkdir -p build/test-server-wrong");
	s.pid = spawn(&s, environment);
	ck_assert_int_eq(waitpid(s.pid, &status, 0), s.pid);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 3);
	ck_assert_int_eq(logged(&s, "JOB_TIMEOUT_SECONDS: "), 1);
	ck_assert_int_eq(logged(&s, "AUTH: "), 1);
	ck_assert_int_eq(logged(&s, "HOST: "), 1);
	ck_assert_int_ne(access("build/test-server-wrong/data", F_OK), 0);
}
END_TEST

/* Is anybody left that works on this directory? */
static bool
anybody(const struct server *s)
{
	char command[256];

	(void)snprintf(command, sizeof(command),
	    "ps -eo stat=,args= | grep -v '^Z' | grep -v grep | "
	    "grep -q -F '%s/data/postgres'",
	    s->dir);
	return (system(command) == 0);
}

START_TEST(killed_as_a_whole_it_leaves_nobody_and_starts_again)
{
	struct arena *arena = arena_new();
	struct server s;
	pid_t worker, manager;
	int i;

	server_start(&s, "server killed", NULL, false);
	worker = child(s.pid, "[wrk 1]");
	manager = child(s.pid, "[keymgr]");
	ck_assert(worker > 0 && manager > 0);
	(void)trigger(&s, arena, "?wait=5", FULL);
	(void)server_stop(&s, SIGKILL);
	/* They are not our children: ask whether they still exist and run. */
	for (i = 0; i < 100 && !(kill(worker, 0) != 0 || i > 90); i++) {
		char path[64], state[64] = "";
		FILE *f;

		(void)snprintf(path, sizeof(path), "/proc/%d/stat", worker);
		f = fopen(path, "r");
		if (f == NULL)
			break;
		(void)fscanf(f, "%*d %*[^)]) %60s", state);
		(void)fclose(f);
		if (state[0] == 'Z')
			break;
		pause_ms(100);
	}
	ck_assert_int_lt(i, 90);
	server_start(&s, "server killed", NULL, true);
	ck_assert_str_eq(
	    member(ended(&s, arena, trigger(&s, arena, "?wait=30", FULL)),
		"status"),
	    "completed");
	ck_assert_int_eq(server_stop(&s, SIGINT), 0);
	ck_assert(!anybody(&s));
	arena_free(arena);
}
END_TEST

/* A terminal interrupts every process at once; some end before the parent. */
START_TEST(ctrl_c_ends_it_each_time)
{
	struct server s;
	int i, waited, status = -1;

	for (i = 0; i < 5; i++) {
		server_start(&s, "server interrupted", NULL, i > 0);
		ck_assert_int_eq(kill(-s.pid, SIGINT), 0);
		for (waited = 0;
		     waitpid(s.pid, &status, WNOHANG) == 0 && waited < 15000;
		     waited += 10)
			pause_ms(10);
		ck_assert_int_lt(waited, 15000);
		ck_assert_int_eq(status, 0);
		ck_assert(!anybody(&s));
	}
}
END_TEST

START_TEST(interrupted_while_it_starts_it_leaves_nobody)
{
	struct server s = {.port = free_port()};
	int i, status;

	(void)snprintf(s.dir, sizeof(s.dir), "build/test-server-early");
	for (i = 0; i < 4; i++) {
		(void)system("rm -rf build/test-server-early && "
			     "mkdir -p build/test-server-early");
		s.pid = spawn(&s, NULL);
		pause_ms(30 + 300 * i);
		(void)kill(s.pid, SIGINT);
		ck_assert_int_eq(waitpid(s.pid, &status, 0), s.pid);
		ck_assert(!anybody(&s));
	}
}
END_TEST

static void
start(void)
{
	server_start(&server, "server-life", NULL, false);
}

static void
stop(void)
{
	ck_assert_int_eq(server_stop(&server, SIGTERM), 0);
	ck_assert(!anybody(&server));
}

static Suite *
suite(void)
{
	Suite *s = suite_create("server life");
	TCase *shared = tcase_create("one server");
	TCase *own = tcase_create("a server each");

	tcase_set_timeout(shared, 120);
	tcase_add_unchecked_fixture(shared, start, stop);
	tcase_add_test(shared, a_killed_worker_is_replaced_and_works);
	tcase_add_test(
	    shared, a_lost_connection_fails_nothing_that_comes_later);
	tcase_add_test(
	    shared, without_postgresql_it_answers_503_and_comes_back);
	tcase_add_test(shared, two_servers_on_one_database_tell_the_same);
	suite_add_tcase(s, shared);
	tcase_set_timeout(own, 120);
	tcase_add_test(own, all_wrong_settings_stop_the_start_by_name);
	tcase_add_test(
	    own, killed_as_a_whole_it_leaves_nobody_and_starts_again);
	tcase_add_test(own, ctrl_c_ends_it_each_time);
	tcase_add_test(own, interrupted_while_it_starts_it_leaves_nobody);
	suite_add_tcase(s, own);
	return (s);
}

UNIT_MAIN(suite)
