/*
 * answer: what goes back: headers that every answer has (API.md 1.3, 1.6),
 * the JSON of errors, a line of the access log. Also the answers that Kore
 * gives by itself (API.md 1.5).
 */
#ifndef ROUTES_ANSWER_H
#define ROUTES_ANSWER_H

#include "request.h"

/* A header beside the usual ones; both live as long as the request. */
void answer_header(struct request *r, const char *name, const char *value);

/* JSON text; NULL: a status without a body. */
enum request_verdict answer_json(
    struct request *r, int status, const char *json, size_t len);

/*
 * {"detail": …}, the text as printf. 429 and 503 get Retry-After 1 unless
 * another was set.
 */
enum request_verdict answer_fail(
    struct request *r, int status, const char *fmt, ...) ERR_PRINTF(3, 4);

/* 400 with all of r->mistakes. */
enum request_verdict answer_mistakes(struct request *r);

/* For http_error_hook. */
void answer_error_hook(const struct http_error *error, struct kore_buf *headers,
    struct kore_buf *body);

#endif
