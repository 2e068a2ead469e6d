/*
 * path: the path of a request target, split at `/` and decoded once (API.md
 * 1.1). Pure.
 */
#ifndef ROUTES_PATH_H
#define ROUTES_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

#define PATH_SEGMENTS_MAX 16

enum path_verdict {
	PATH_OK,
	PATH_MALFORMED, /* %00, a broken escape, invalid UTF-8: 400 */
	PATH_IMPOSSIBLE /* empty, `.` or `..` segment, too many: 404 */
};

struct path {
	const char *segments[PATH_SEGMENTS_MAX];
	size_t count;	     /* `/` has none */
	bool trailing_slash; /* not the one of `/` */
};

/* Segments live in the arena. raw begins with `/` or is PATH_IMPOSSIBLE. */
enum path_verdict path_split(
    struct arena *a, const char *raw, struct path *out);

/*
 * Does it match a pattern such as /api/jobs/{job_id}/logs? param (may be
 * NULL) gets the segment that stands for the first {name}, else NULL.
 */
bool path_match(const struct path *p, const char *pattern, const char **param);

/*
 * Decodes %XX of text[0..len) into out (len + 1 bytes), `+` to a blank if
 * plus. False: %00, a broken escape or invalid UTF-8.
 */
bool path_decode(const char *text, size_t len, bool plus, char *out);

#endif
