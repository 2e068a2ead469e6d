/*
 * err: the one table of error codes and the functions that fill a struct err.
 */
#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct err_row {
	const char *name;
	int exit_code;
	int http_status;
};

static const struct err_row rows[ERR_CODES] = {
    [ERR_NONE] = {"none", 0, 200},
    [ERR_UNEXPECTED] = {"unexpected", 1, 500},
    [ERR_USAGE] = {"usage", 2, 400},
    [ERR_CONFIG] = {"config", 3, 500},
    [ERR_DATABASE] = {"database", 4, 503},
    [ERR_INPUT] = {"input", 5, 400},
    [ERR_UPLOAD] = {"upload", 6, 500},
    [ERR_CANCELLED] = {"cancelled", 7, 500},
    [ERR_TIMEOUT] = {"timeout", 1, 503},
    [ERR_NOT_FOUND] = {"not_found", 5, 404},
    [ERR_CONFLICT] = {"conflict", 1, 409},
    [ERR_BUSY] = {"busy", 1, 503},
    [ERR_LIMIT] = {"limit", 5, 413},
};

static void fill(struct err *e, enum err_code code, int number, const char *fmt,
    va_list ap) ERR_PRINTF(4, 0);

static void
fill(struct err *e, enum err_code code, int number, const char *fmt, va_list ap)
{
	char reason[128];
	size_t len;
	int n;

	e->code = code;
	n = vsnprintf(e->text, sizeof(e->text), fmt, ap);
	if (n < 0)
		e->text[0] = '\0';
	if (number == 0)
		return;
	len = strlen(e->text);
	/* strerror_r is GNU's here: it returns the text. */
	(void)snprintf(e->text + len, sizeof(e->text) - len, ": %s",
	    strerror_r(number, reason, sizeof(reason)));
}

int
err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	if (e != NULL) {
		va_start(ap, fmt);
		fill(e, code, 0, fmt, ap);
		va_end(ap);
	}
	return (-1);
}

int
err_set_errno(struct err *e, enum err_code code, const char *fmt, ...)
{
	int number = errno;
	va_list ap;

	if (e != NULL) {
		va_start(ap, fmt);
		fill(e, code, number, fmt, ap);
		va_end(ap);
	}
	return (-1);
}

int
err_context(struct err *e, const char *fmt, ...)
{
	char before[ERR_TEXT_MAX], after[ERR_TEXT_MAX];
	va_list ap;

	if (e == NULL)
		return (-1);
	va_start(ap, fmt);
	(void)vsnprintf(before, sizeof(before), fmt, ap);
	va_end(ap);
	(void)memcpy(after, e->text, sizeof(after));
	(void)snprintf(e->text, sizeof(e->text), "%.*s: %.*s",
	    ERR_TEXT_MAX / 2 - 8, before, ERR_TEXT_MAX / 2, after);
	return (-1);
}

void
err_clear(struct err *e)
{
	e->code = ERR_NONE;
	e->text[0] = '\0';
}

const char *
err_name(enum err_code code)
{
	return (code < ERR_CODES ? rows[code].name : "unknown");
}

int
err_exit_code(enum err_code code)
{
	return (code < ERR_CODES ? rows[code].exit_code : 1);
}

int
err_http_status(enum err_code code)
{
	return (code < ERR_CODES ? rows[code].http_status : 500);
}
