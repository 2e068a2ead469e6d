/*
 * cors: which origins may read our answers, and the headers that say so
 * (API.md 1.6). Pure.
 */
#ifndef ROUTES_CORS_H
#define ROUTES_CORS_H

#include <stdbool.h>

#include "core/buf.h"

#define CORS_EXPOSED                                                           \
	"Content-Disposition, ETag, Link, Retry-After, X-Data-Version, "       \
	"X-Request-ID, X-Total-Count"
#define CORS_METHODS "GET, HEAD, POST, PUT, DELETE, OPTIONS"

/* Is text one of a comma-separated list? */
bool cors_listed(const char *list, const char *text);

/* origins: CORS_ORIGINS, comma-separated or "*"; origin may be NULL: false. */
bool cors_allowed(const char *origins, const char *origin);

/* The value of Access-Control-Allow-Origin, NULL: no CORS headers. */
const char *cors_allow_origin(const char *origins, const char *origin);

/* Are credentials allowed too? Not with "*". */
bool cors_credentials(const char *origins);

#endif
