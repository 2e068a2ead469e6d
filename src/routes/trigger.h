/*
 * trigger: the body of POST /api/etl/trigger (API.md 4.3): checked, defaults
 * filled in; jobs/job_request.h writes it. Pure.
 */
#ifndef ROUTES_TRIGGER_H
#define ROUTES_TRIGGER_H

#include "core/json.h"
#include "field.h"
#include "jobs/job_request.h"

/*
 * body is an object. Every mistake goes to m, in the order of the page's
 * table; out is complete only when there is none. Its lists live in the arena
 * of m, without duplicates.
 */
void trigger_read(
    struct mistakes *m, const struct json *body, struct job_request *out);

#endif
