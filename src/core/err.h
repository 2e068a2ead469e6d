/*
 * err: what went wrong, for the machine (code) and for the human (text).
 * The lowest function that knows fills it, callers add context, the top
 * logs it once. A fallible function returns 0 or -1 and takes a struct err
 * last. Texts are lower-case without a full stop; a hint is a sentence.
 */
#ifndef CORE_ERR_H
#define CORE_ERR_H

#include <stddef.h>

enum err_code {
	ERR_NONE = 0,
	ERR_UNEXPECTED, /* a bug, or the machine failed us */
	ERR_USAGE,	/* wrong words on the command line */
	ERR_CONFIG,	/* a setting is wrong */
	ERR_DATABASE,	/* PostgreSQL is away or refused a statement */
	ERR_INPUT,	/* a file or a request cannot be used */
	ERR_UPLOAD,	/* the upload's target refused */
	ERR_CANCELLED,	/* somebody asked to stop */
	ERR_TIMEOUT,	/* a time limit was reached */
	ERR_NOT_FOUND,	/* no such thing */
	ERR_CONFLICT,	/* the thing's state forbids it */
	ERR_BUSY,	/* try again later */
	ERR_LIMIT,	/* larger than a ceiling of ours */
	ERR_CODES
};

#define ERR_TEXT_MAX 1024

struct err {
	enum err_code code;
	char text[ERR_TEXT_MAX];
};

#define ERR_CHECKED __attribute__((warn_unused_result))
#define ERR_PRINTF(f, a) __attribute__((format(printf, f, a)))

/* Fills e (which may be NULL) and returns -1, for `return (err_set(…))`. */
int err_set(struct err *e, enum err_code code, const char *fmt, ...)
    ERR_PRINTF(3, 4);

/* As err_set, followed by ": " and the text of errno. */
int err_set_errno(struct err *e, enum err_code code, const char *fmt, ...)
    ERR_PRINTF(3, 4);

/* Puts "context: " before the text that e has; returns -1. */
int err_context(struct err *e, const char *fmt, ...) ERR_PRINTF(2, 3);

void err_clear(struct err *e);

/* The name of a code, its process exit code and its HTTP status. */
const char *err_name(enum err_code code);
int err_exit_code(enum err_code code);
int err_http_status(enum err_code code);

#endif
