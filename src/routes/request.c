/*
 * request: the state that hangs on Kore's request, its queries and its sleep.
 */
#include "request.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "answer.h"
#include "core/logger.h"
#include "cors.h"
#include "db/db.h"
#include "route.h"

#define ID_CHARACTERS                                                          \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"

/* Requests that wait for a job to change. */
static struct request *followers;

void
request_make_id(const char *given, char out[REQUEST_ID_SIZE])
{
	unsigned char random[8];
	size_t len, i;

	len = given == NULL ? 0 : strlen(given);
	if (len > 0 && len < REQUEST_ID_SIZE &&
	    strspn(given, ID_CHARACTERS) == len) {
		memcpy(out, given, len + 1);
		return;
	}
	arc4random_buf(random, sizeof(random));
	for (i = 0; i < sizeof(random); i++)
		(void)snprintf(out + 2 * i, 3, "%02x", random[i]);
}

static void
unfollow(struct request *r)
{
	if (r->follows == NULL)
		return;
	*r->follower_of = r->follower;
	if (r->follower != NULL)
		r->follower->follower_of = r->follower_of;
	r->follows = NULL;
}

/* Kore calls this when it drops the request; twice does no harm. */
static void
release(struct http_request *http)
{
	struct request *r = http_state_get(http);

	if (r == NULL || r->arena == NULL)
		return;
	if (r->sql_bound)
		kore_pgsql_cleanup(&r->sql);
	r->sql_bound = false;
	if (r->timer != NULL)
		kore_timer_remove(r->timer);
	r->timer = NULL;
	unfollow(r);
	PQclear(r->sql_result);
	r->sql_result = NULL;
	arena_free(r->arena);
	r->arena = NULL;
}

struct request *
request_begin(struct http_request *http)
{
	struct request *r;
	struct timespec t;

	r = http_state_create(http, sizeof(*r), release);
	memset(r, 0, sizeof(*r));
	r->arena = arena_new();
	if (r->arena == NULL)
		abort();
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	r->began_us = (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
	r->http = http;
	r->mistakes.arena = r->arena;
	r->origin = request_header(r, "origin");
	request_make_id(request_header(r, "x-request-id"), r->id);
	return (r);
}

const char *
request_header(const struct request *r, const char *name)
{
	const char *value;

	if (!http_request_header(r->http, name, &value))
		return (NULL);
	return (value);
}

static const char *
peer(struct request *r)
{
	struct connection *c = r->http->owner;
	char *text = arena_alloc(r->arena, INET6_ADDRSTRLEN);
	const void *address = &c->addr.ipv4.sin_addr;

	if (c->family == AF_INET6)
		address = &c->addr.ipv6.sin6_addr;
	if (inet_ntop(c->family, address, text, INET6_ADDRSTRLEN) == NULL)
		return ("-");
	return (text);
}

bool
request_trusted(struct request *r, const char *trusted_proxies)
{
	return (cors_listed(trusted_proxies, peer(r)));
}

const char *
request_address(struct request *r, const char *trusted_proxies)
{
	const char *forwarded, *last, *direct = peer(r);

	forwarded = request_header(r, "x-forwarded-for");
	if (forwarded == NULL || !cors_listed(trusted_proxies, direct))
		return (direct);
	last = strrchr(forwarded, ',');
	last = last == NULL ? forwarded : last + 1;
	last += strspn(last, " \t");
	return (*last == '\0' ? direct : last);
}

/* SQLSTATE classes: 08 and 57 and none at all mean that it is away. */
static enum request_verdict
sql_failed(struct request *r)
{
	const char *state = NULL, *text = r->sql.error;
	char fields[128];
	bool busy;

	if (r->sql.result != NULL)
		state = PQresultErrorField(r->sql.result, PG_DIAG_SQLSTATE);
	(void)snprintf(fields, sizeof(fields), "request=%s query=%s state=%s",
	    r->id, r->sql_name, state == NULL ? "-" : state);
	text = text == NULL ? "unknown" : text;
	logger_warning(fields, "%.*s", (int)strcspn(text, "\n"), text);
	busy = state == NULL && strcmp(text, "no available connection") == 0;
	kore_pgsql_cleanup(&r->sql);
	r->sql_bound = false;
	if (busy)
		return (answer_fail(r, 503, "Server is busy"));
	if (state != NULL && strcmp(state, "57014") == 0) {
		answer_header(r, "Retry-After", "5");
		return (answer_fail(
		    r, 503, "The request took longer than 15 seconds"));
	}
	if (state == NULL || strncmp(state, "08", 2) == 0 ||
	    strncmp(state, "57", 2) == 0 || strncmp(state, "53", 2) == 0)
		return (answer_fail(r, 503, "Database is unavailable"));
	return (answer_fail(r, 500, "Internal server error"));
}

static enum request_verdict
sql_done(struct request *r)
{
	PGresult *rows = r->sql_result;
	enum request_verdict verdict;

	kore_pgsql_cleanup(&r->sql);
	r->sql_bound = false;
	r->sql_result = NULL;
	if (rows == NULL)
		return (answer_fail(r, 500, "Internal server error"));
	verdict = r->rows(r, rows);
	PQclear(rows);
	return (verdict);
}

/* Sends the query; false: it waits for a connection, or has failed. */
static bool
sql_send(struct request *r)
{
	return (kore_pgsql_setup(&r->sql, "api", KORE_PGSQL_ASYNC) &&
		kore_pgsql_query_param_fields(&r->sql, db_query(r->sql_name), 0,
		    r->sql_count, r->sql_values, NULL, NULL));
}

static enum request_verdict
sql_continue(struct request *r)
{
	struct kore_pgsql *q = &r->sql;

	for (;;) {
		switch (q->state) {
		case KORE_PGSQL_STATE_INIT:
			if (!sql_send(r) && q->state == KORE_PGSQL_STATE_ERROR)
				return (sql_failed(r));
			return (REQUEST_WAIT);
		case KORE_PGSQL_STATE_WAIT:
			return (REQUEST_WAIT);
		case KORE_PGSQL_STATE_RESULT:
			PQclear(r->sql_result);
			r->sql_result = q->result;
			q->result = NULL;
			kore_pgsql_continue(q);
			break;
		case KORE_PGSQL_STATE_DONE:
			kore_pgsql_continue(q);
			break;
		case KORE_PGSQL_STATE_COMPLETE:
			return (sql_done(r));
		default:
			return (sql_failed(r));
		}
	}
}

enum request_verdict
request_ask(struct request *r, const char *name, int n,
    const char *const *values, request_rows rows)
{
	int i;

	if (route_context()->database_down)
		return (answer_fail(r, 503, "Database is unavailable"));
	r->sql_name = name;
	r->sql_count = n;
	r->sql_values = arena_alloc(r->arena, sizeof(char *) * (size_t)n);
	for (i = 0; i < n; i++)
		if (values[i] != NULL)
			r->sql_values[i] = arena_strdup(r->arena, values[i]);
	r->rows = rows;
	kore_pgsql_init(&r->sql);
	kore_pgsql_bind_request(&r->sql, r->http);
	r->sql_bound = true;
	return (sql_continue(r));
}

static void
on_timer(void *arg, u_int64_t now)
{
	struct request *r = arg;

	(void)now;
	r->timer = NULL;
	http_request_wakeup(r->http);
}

enum request_verdict
request_sleep(struct request *r, int64_t ms, request_step next)
{
	r->next = next;
	r->timer = kore_timer_add(
	    on_timer, ms < 1 ? 1 : (u_int64_t)ms, r, KORE_TIMER_ONESHOT);
	http_request_sleep(r->http);
	return (REQUEST_WAIT);
}

void
request_wake(struct request *r)
{
	if (r->timer == NULL)
		return;
	kore_timer_remove(r->timer);
	r->timer = NULL;
	http_request_wakeup(r->http);
}

enum request_verdict
request_continue(struct request *r)
{
	request_step next = r->next;

	if (r->sql_bound)
		return (sql_continue(r));
	r->next = NULL;
	return (next(r));
}

void
request_follow(struct request *r, const char *job_id)
{
	r->follows = arena_strdup(r->arena, job_id);
	r->follower = followers;
	r->follower_of = &followers;
	if (followers != NULL)
		followers->follower_of = &r->follower;
	followers = r;
}

void
request_job_changed(const char *job_id)
{
	struct request *r;

	for (r = followers; r != NULL; r = r->follower) {
		if (strcmp(r->follows, job_id) != 0)
			continue;
		r->job_changed = true;
		request_wake(r);
	}
}
