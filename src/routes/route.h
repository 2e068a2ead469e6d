/*
 * route: the one table of routes, and the way from a request to its handler.
 * app/ gives it what it needs once a worker has started (route_start) and tells
 * it what ears heard. Nothing here blocks or touches the database directly.
 */
#ifndef ROUTES_ROUTE_H
#define ROUTES_ROUTE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/settings.h"
#include "rate.h"
#include "request.h"

enum route_role { ROUTE_OPEN, ROUTE_READER, ROUTE_OPERATOR, ROUTE_ADMIN };

struct route {
	int method; /* HTTP_METHOD_GET: HEAD too */
	const char *path;
	enum route_role role;
	size_t body_limit; /* bytes */
	bool takes_body;   /* JSON is read before the handler runs */
	bool unlimited;	   /* exempt from the rate limit */
	request_step handler;
};

/* The table; NULL past the last row. */
const struct route *route_row(size_t i);

/* What a probe of ears found (API.md 3). */
struct route_probe {
	bool database;
	bool etl_available;
	int jobs_running;
	int jobs_pending;
	char data_version[64]; /* "": nothing is published */
	int64_t at_ms;	       /* monotonic; 0: no probe yet */
};

/* What the workers of a server share; zeroed by whoever maps it. */
struct route_shared {
	struct rate_table rate;
};

struct route_context {
	const struct settings *settings;
	struct route_shared *shared;
	int64_t started_ms; /* monotonic, of the server */
	struct memo *memo;
	struct route_probe probe;
	bool database_down; /* ears lost it */
};

/* Once in a worker, before the first request. Both live as long as it. */
void route_start(
    const struct settings *s, struct route_shared *shared, int64_t started_ms);

/* The context of this worker. */
struct route_context *route_context(void);

/* For Kore: the page handler, and the body hook of patch 05. */
int route_request(struct http_request *req);
void route_body_hook(
    struct http_request *req, size_t *limit, u_int16_t *seconds);

/* Handlers: one a row of the table. */
enum request_verdict route_health_get(struct request *r);
enum request_verdict route_health_status(struct request *r);
enum request_verdict route_etl_trigger(struct request *r);
enum request_verdict route_etl_history(struct request *r);
enum request_verdict route_jobs_list(struct request *r);
enum request_verdict route_jobs_get(struct request *r);
enum request_verdict route_jobs_status(struct request *r);
enum request_verdict route_jobs_cancel(struct request *r);
enum request_verdict route_jobs_logs(struct request *r);
enum request_verdict route_jobs_steps(struct request *r);
enum request_verdict route_jobs_warnings(struct request *r);

#endif
