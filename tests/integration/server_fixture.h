/*
 * server_fixture: a real build/benchsight-server in a directory of its own on
 * a free port, asked over HTTPS by libcurl or, where a client library is too
 * polite, by raw bytes over TLS.
 */
#ifndef TESTS_SERVER_FIXTURE_H
#define TESTS_SERVER_FIXTURE_H

#include <arpa/inet.h>
#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/clock.h"
#include "core/json.h"
#include "db/cluster.h"
#include "db/db.h"
#include "unit/unit.h"

/* Not each program uses all of it. */
#pragma GCC diagnostic ignored "-Wunused-function"

#define START_MS 60000

struct server {
	pid_t pid;
	int port;
	char dir[128];
};

struct answer {
	long status;
	struct buf head; /* header lines */
	struct buf body;
};

static void
pause_ms(int ms)
{
	struct timespec t = {
	    .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L};

	(void)nanosleep(&t, NULL);
}

static int
free_port(void)
{
	struct sockaddr_in a = {.sin_family = AF_INET};
	socklen_t len = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	ck_assert_int_eq(bind(fd, (struct sockaddr *)&a, sizeof(a)), 0);
	ck_assert_int_eq(getsockname(fd, (struct sockaddr *)&a, &len), 0);
	(void)close(fd);
	return (ntohs(a.sin_port));
}

/* ---- asking */

static size_t
take(char *data, size_t size, size_t n, void *arg)
{
	buf_append(arg, data, size * n);
	return (size * n);
}

static void
answer_init(struct answer *a)
{
	a->status = 0;
	buf_init(&a->head, BUF_MAX_JSON);
	buf_init(&a->body, BUF_MAX_JSON);
}

static void
answer_cleanup(struct answer *a)
{
	buf_cleanup(&a->head);
	buf_cleanup(&a->body);
}

/* headers: lines, the last NULL, or NULL. False: no answer came. */
static bool
ask_with(const struct server *s, const char *method, const char *path,
    const char *const *headers, const char *body, struct answer *out)
{
	struct curl_slist *list = NULL;
	CURL *c = curl_easy_init();
	char url[4096], cert[256];
	CURLcode rc;

	(void)snprintf(
	    url, sizeof(url), "https://localhost:%d%s", s->port, path);
	(void)snprintf(cert, sizeof(cert), "%s/server.pem", s->dir);
	answer_init(out);
	for (; headers != NULL && *headers != NULL; headers++)
		list = curl_slist_append(list, *headers);
	/* libcurl's own ideas are kept out of the request. */
	list = curl_slist_append(list, "Expect:");
	if (body == NULL)
		list = curl_slist_append(list, "Content-Type:");
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_CAINFO, cert);
	curl_easy_setopt(c, CURLOPT_PATH_AS_IS, 1L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 40L);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, &out->body);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, take);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, &out->head);
	if (body != NULL)
		curl_easy_setopt(c, CURLOPT_COPYPOSTFIELDS, body);
	if (strcmp(method, "HEAD") == 0)
		curl_easy_setopt(c, CURLOPT_NOBODY, 1L);
	else
		curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, method);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, list);
	rc = curl_easy_perform(c);
	if (rc == CURLE_OK)
		curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &out->status);
	curl_slist_free_all(list);
	curl_easy_cleanup(c);
	return (rc == CURLE_OK);
}

/* JSON when there is a body. */
static void
ask(const struct server *s, const char *method, const char *path,
    const char *body, struct answer *out)
{
	const char *headers[] = {"Content-Type: application/json", NULL};

	ck_assert_msg(
	    ask_with(s, method, path, body == NULL ? NULL : headers, body, out),
	    "%s %s: no answer", method, path);
}

/* The value of a header in a, which the arena keeps; NULL: absent. */
static const char *
header(struct arena *arena, const struct answer *a, const char *name)
{
	const char *line = buf_string(&a->head);
	size_t n = strlen(name);

	for (; *line != '\0'; line += strcspn(line, "\n"), line += *line != 0) {
		if (strncasecmp(line, name, n) != 0 || line[n] != ':')
			continue;
		line += n + 1 + strspn(line + n + 1, " ");
		return (arena_strndup(arena, line, strcspn(line, "\r\n")));
	}
	return (NULL);
}

static const struct json *
parsed(struct arena *arena, const struct answer *a)
{
	const struct json *v = NULL;
	struct err e;

	ck_assert_msg(
	    json_parse(arena, buf_string(&a->body), a->body.len, &v, &e) == 0,
	    "%s: %s", e.text, buf_string(&a->body));
	return (v);
}

/* A member as text: strings, numbers as written, true, false, null. */
static const char *
member(const struct json *object, const char *key)
{
	const struct json *v = json_get(object, key);

	ck_assert_msg(v != NULL, "no member %s", key);
	switch (v->type) {
	case JSON_NULL:
		return ("null");
	case JSON_BOOLEAN:
		return (v->boolean ? "true" : "false");
	case JSON_STRING:
	case JSON_NUMBER:
		return (v->text);
	default:
		return ("[…]");
	}
}

/* Asks and wants this status and, unless NULL, this detail. */
static void
expect(const struct server *s, const char *method, const char *path,
    const char *body, long status, const char *detail)
{
	struct arena *arena = arena_new();
	struct answer a;

	ask(s, method, path, body, &a);
	ck_assert_msg(a.status == status, "%s %s: %ld %s", method, path,
	    a.status, buf_string(&a.body));
	if (detail != NULL)
		ck_assert_str_eq(member(parsed(arena, &a), "detail"), detail);
	answer_cleanup(&a);
	arena_free(arena);
}

/*
 * Sends bytes as they are over TLS and reads until the server closes or ms
 * have passed without a byte. True: it closed.
 */
static bool
ask_raw(const struct server *s, const char *bytes, size_t len, int ms,
    struct buf *out)
{
	struct timeval limit = {
	    .tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000};
	struct sockaddr_in a = {
	    .sin_family = AF_INET, .sin_port = htons((uint16_t)s->port)};
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	int fd = socket(AF_INET, SOCK_STREAM, 0), n;
	SSL *ssl = SSL_new(ctx);
	char part[4096], host[] = "localhost";
	bool closed;

	buf_init(out, BUF_MAX_JSON);
	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	(void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	ck_assert_int_eq(connect(fd, (struct sockaddr *)&a, sizeof(a)), 0);
	(void)SSL_set_fd(ssl, fd);
	(void)SSL_set_tlsext_host_name(ssl, host);
	ck_assert_int_eq(SSL_connect(ssl), 1);
	ck_assert_int_eq(SSL_write(ssl, bytes, (int)len), (int)len);
	errno = 0;
	while ((n = SSL_read(ssl, part, sizeof(part))) > 0)
		buf_append(out, part, (size_t)n);
	closed = errno != EAGAIN && errno != EWOULDBLOCK;
	SSL_free(ssl);
	SSL_CTX_free(ctx);
	(void)close(fd);
	return (closed);
}

/* ---- starting and stopping */

static const char *
program(void)
{
	static char path[256];
	const char *build = getenv("BUILD");

	(void)snprintf(path, sizeof(path), "%s/benchsight-server",
	    build != NULL ? build : "build");
	return (path);
}

/* NAME=value strings, the last NULL, join the environment. */
static pid_t
spawn(const struct server *s, const char *const *environment)
{
	char text[256];
	pid_t pid;
	int fd;

	pid = fork();
	if (pid != 0)
		return (pid);
	(void)setpgid(0, 0);
	(void)snprintf(text, sizeof(text), "%d", s->port);
	(void)setenv("PORT", text, 1);
	(void)setenv("WORKERS", "2", 1);
	/* Looking for leaks needs ptrace; unit tests do that. */
	(void)setenv("ASAN_OPTIONS", "detect_leaks=0", 0);
	(void)snprintf(text, sizeof(text), "%s/data", s->dir);
	(void)setenv("DATA_DIR", text, 1);
	(void)snprintf(text, sizeof(text), "%s/server.pem", s->dir);
	(void)setenv("TLS_CERT", text, 1);
	(void)snprintf(text, sizeof(text), "%s/key.pem", s->dir);
	(void)setenv("TLS_KEY", text, 1);
	for (; environment != NULL && *environment != NULL; environment++)
		(void)putenv(strdup(*environment));
	(void)snprintf(text, sizeof(text), "%s/log", s->dir);
	fd = open(text, O_WRONLY | O_CREAT | O_APPEND, 0644);
	(void)dup2(fd, STDOUT_FILENO);
	(void)dup2(fd, STDERR_FILENO);
	(void)execl(program(), "benchsight-server", "-fnr", (char *)NULL);
	_exit(127);
}

static void
server_wait(const struct server *s)
{
	int64_t until = clock_monotonic_ms() + START_MS;
	struct answer a;
	bool up = false;

	while (!up && clock_monotonic_ms() < until) {
		pause_ms(50);
		ck_assert_msg(waitpid(s->pid, NULL, WNOHANG) == 0,
		    "the server ended, see %s/log", s->dir);
		up = ask_with(s, "GET", "/api/health", NULL, NULL, &a) &&
		     a.status == 200;
		answer_cleanup(&a);
	}
	ck_assert_msg(up, "no answer, see %s/log", s->dir);
}

/* In build/test-{name}, a fresh directory unless again. */
static void
server_start(struct server *s, const char *name, const char *const *environment,
    bool again)
{
	char command[256];

	(void)signal(SIGPIPE, SIG_IGN);
	(void)mkdir("build", 0755);
	(void)snprintf(s->dir, sizeof(s->dir), "build/test-%s", name);
	(void)snprintf(command, sizeof(command), "rm -rf '%s'", s->dir);
	if (!again)
		ck_assert_int_eq(system(command), 0);
	(void)mkdir(s->dir, 0755);
	s->port = free_port();
	s->pid = spawn(s, environment);
	server_wait(s);
}

/* Ends it by a signal; its exit status. */
static int
server_stop(struct server *s, int sig)
{
	int status = -1;

	(void)kill(s->pid, sig);
	ck_assert_int_eq(waitpid(s->pid, &status, 0), s->pid);
	s->pid = 0;
	return (status);
}

/* The server's database, through the cluster that it uses too. */
static PGconn *
server_database(const struct server *s, struct cluster **cluster)
{
	PGconn *conn;
	char data[160], input[192];
	struct err e;

	(void)snprintf(data, sizeof(data), "%s/data", s->dir);
	(void)snprintf(input, sizeof(input), "%s/raw", data);
	ck_assert_msg(
	    cluster_acquire(data, input, cluster, &e) == 0, "%s", e.text);
	ck_assert_msg(
	    db_open(cluster_conninfo(*cluster), "test", &conn, &e) == 0, "%s",
	    e.text);
	return (conn);
}

/* The first value of the first row, which the arena keeps. */
static const char *
sql_value(struct arena *arena, PGconn *conn, const char *sql)
{
	PGresult *res = PQexec(conn, sql);
	const char *text = NULL;

	ck_assert_msg(PQresultStatus(res) == PGRES_TUPLES_OK, "%s: %s", sql,
	    PQerrorMessage(conn));
	if (PQntuples(res) > 0 && !PQgetisnull(res, 0, 0))
		text = arena_strdup(arena, PQgetvalue(res, 0, 0));
	PQclear(res);
	return (text);
}

/* ---- jobs */

/* Triggers an ETL; its job_id, which the arena keeps. */
static const char *
trigger(const struct server *s, struct arena *arena, const char *query,
    const char *body)
{
	const char *job_id;
	struct answer a;
	char path[128];

	(void)snprintf(path, sizeof(path), "/api/etl/trigger%s", query);
	ask(s, "POST", path, body, &a);
	ck_assert_msg(a.status == 202, "%ld %s", a.status, buf_string(&a.body));
	job_id = arena_strdup(arena, member(parsed(arena, &a), "job_id"));
	answer_cleanup(&a);
	return (job_id);
}

/* The job once it has ended, at most a minute; parsed, in the arena. */
static const struct json *
ended(const struct server *s, struct arena *arena, const char *job_id)
{
	int64_t until = clock_monotonic_ms() + 60000;
	const struct json *job = NULL;
	const char *status;
	struct answer a;
	char path[128];

	(void)snprintf(path, sizeof(path), "/api/etl/status/%s", job_id);
	while (clock_monotonic_ms() < until) {
		ask(s, "GET", path, NULL, &a);
		ck_assert_int_eq(a.status, 200);
		job = parsed(arena, &a);
		answer_cleanup(&a);
		status = member(job, "status");
		if (strcmp(status, "pending") != 0 &&
		    strcmp(status, "running") != 0)
			return (job);
		pause_ms(50);
	}
	ck_abort_msg("job %s does not end", job_id);
}

#endif
