/*
 * request: one HTTP request while it is being answered: what was asked, in an
 * arena of its own, and how it goes on. A handler never blocks: it answers,
 * or asks the database or falls asleep and names the function that goes on.
 * Everything here belongs to the event loop of one worker.
 */
#ifndef ROUTES_REQUEST_H
#define ROUTES_REQUEST_H

#include <kore/kore.h>
#include <kore/http.h>
#include <kore/pgsql.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/json.h"
#include "field.h"
#include "path.h"
#include "query.h"

struct route;
struct request;

enum request_verdict {
	REQUEST_DONE, /* answered */
	REQUEST_WAIT  /* goes on when woken */
};

typedef enum request_verdict (*request_step)(struct request *);
typedef enum request_verdict (*request_rows)(
    struct request *, const PGresult *);

#define REQUEST_ID_SIZE 65
#define REQUEST_HEADERS_MAX 8

struct request {
	struct http_request *http;
	struct arena *arena;
	const struct route *route; /* NULL: none matches */
	char id[REQUEST_ID_SIZE];
	const char *origin; /* the client's header, or NULL */
	const char *job_id; /* {job_id} of the path, or NULL */
	struct query query;
	const struct json *body; /* NULL: none was sent */
	struct mistakes mistakes;
	void *state; /* the handler's own, in the arena */
	int64_t began_us;

	request_step next; /* what a wake-up calls */
	request_rows rows; /* what the rows of a query are given to */
	struct kore_pgsql sql;
	const char *sql_name;
	int sql_count;
	const char **sql_values;
	bool sql_bound;
	PGresult *sql_result;
	struct kore_timer *timer;
	const char *follows; /* a job_id */
	bool job_changed;
	struct request *follower;     /* the next one, */
	struct request **follower_of; /* what points here */

	struct {
		const char *name;
		const char *value;
	} headers[REQUEST_HEADERS_MAX]; /* of the answer, beside the usual */
	size_t header_count;
};

/* The state of a request that Kore has just read; its arena, id, origin. */
struct request *request_begin(struct http_request *http);

/* Goes on after a wake-up: with its query, else with its next step. */
enum request_verdict request_continue(struct request *r);

/* Header of the request; NULL: absent. */
const char *request_header(const struct request *r, const char *name);

/* The given id if API.md 1.3 allows it, else 16 random hex digits. */
void request_make_id(const char *given, char out[REQUEST_ID_SIZE]);

/* Is the peer one of TRUSTED_PROXIES? */
bool request_trusted(struct request *r, const char *trusted_proxies);

/* The client's address as text: behind a trusted proxy, what that says. */
const char *request_address(struct request *r, const char *trusted_proxies);

/*
 * Runs a named query with n text values (copied) and gives its rows to rows.
 * What goes wrong is answered: 503 when the database is away, 500 otherwise.
 */
enum request_verdict request_ask(struct request *r, const char *name, int n,
    const char *const *values, request_rows rows);

/* Sleeps until request_wake, at most ms; then next is called. */
enum request_verdict request_sleep(
    struct request *r, int64_t ms, request_step next);
void request_wake(struct request *r);

/*
 * From now on r->job_changed is set, and r woken if it sleeps, when
 * request_job_changed names this job.
 */
void request_follow(struct request *r, const char *job_id);
void request_job_changed(const char *job_id);

#endif
