/*
 * logger: builds one line in a fixed array and writes it at once. Control
 * characters become '?' so that a line stays a line; what looks like a secret
 * becomes "***".
 */
#include "logger.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "clock.h"

#define LINE_MAX_BYTES 4096

static _Atomic int least = LOG_INFO_;

static const char *const level_names[] = {
    [LOG_DEBUG_] = "debug",
    [LOG_INFO_] = "info",
    [LOG_WARNING_] = "warning",
    [LOG_ERROR_] = "error",
};

/* What follows one of these, up to a blank or a quote, is a secret. */
static const char *const secrets[] = {
    "postgres://",
    "postgresql://",
    "Bearer ",
    "apikey: ",
    "apikey=",
    "password=",
    "service_key=",
};

void
logger_level(enum logger_level level)
{
	atomic_store(&least, (int)level);
}

/* Length of the secret's mark at text, 0 if none stands there. */
static size_t
mark_at(const char *text)
{
	size_t i, len;

	for (i = 0; i < sizeof(secrets) / sizeof(secrets[0]); i++) {
		len = strlen(secrets[i]);
		if (strncasecmp(text, secrets[i], len) == 0)
			return (len);
	}
	return (0);
}

/* Copies text into out without secrets and control characters. */
static size_t
copy_clean(char *out, size_t size, const char *text)
{
	size_t n = 0, mark;

	while (*text != '\0' && n + 24 < size) {
		mark = mark_at(text);
		if (mark > 0) {
			while (mark-- > 0)
				out[n++] = *text++;
			out[n++] = '*';
			out[n++] = '*';
			out[n++] = '*';
			text += strcspn(text, " \t\r\n\"'");
			continue;
		}
		out[n++] = iscntrl((unsigned char)*text) ? '?' : *text;
		text++;
	}
	return (n);
}

void
logger_write(enum logger_level level, const char *fields, const char *fmt, ...)
{
	char line[LINE_MAX_BYTES], message[LINE_MAX_BYTES / 2];
	char time[CLOCK_TEXT];
	size_t len;
	va_list ap;
	int n;

	if ((int)level < atomic_load(&least))
		return;
	va_start(ap, fmt);
	n = vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	if (n < 0)
		message[0] = '\0';
	n = snprintf(line, sizeof(line), "%s %s ",
	    clock_millis(clock_wall_ms(), time), level_names[level]);
	len = n < 0 ? 0 : (size_t)n;
	if (fields != NULL && *fields != '\0') {
		len += copy_clean(line + len, sizeof(line) / 2 - len, fields);
		line[len++] = ' ';
	}
	len += copy_clean(line + len, sizeof(line) - len, message);
	line[len++] = '\n';
	/* A log that cannot be written has nobody to tell. */
	if (write(STDERR_FILENO, line, len) < 0)
		return;
}
