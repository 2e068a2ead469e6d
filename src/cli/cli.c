/*
 * cli: errors and settings, the same for each sub-command.
 */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/logger.h"

int
cli_fail(const struct err *e)
{
	(void)fprintf(stderr, "benchsight: %s\n", e->text);
	return (err_exit_code(e->code));
}

int
cli_usage(const char *command, const char *fmt, ...)
{
	va_list ap;

	(void)fprintf(stderr, "benchsight %s: ", command);
	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fprintf(stderr, "; see benchsight %s --help\n", command);
	return (CLI_USAGE);
}

static enum logger_level
level_of(const char *name)
{
	if (strcmp(name, "debug") == 0)
		return (LOG_DEBUG_);
	if (strcmp(name, "info") == 0)
		return (LOG_INFO_);
	return (strcmp(name, "error") == 0 ? LOG_ERROR_ : LOG_WARNING_);
}

int
cli_settings(struct settings *s)
{
	struct buf mistakes;
	struct err e;
	int rc;

	buf_init(&mistakes, BUF_MAX_LINE);
	if ((rc = settings_load(s, &mistakes, &e)) == -1) {
		if (mistakes.len == 0)
			rc = cli_fail(&e);
		else {
			(void)fputs(buf_string(&mistakes), stderr);
			rc = err_exit_code(ERR_CONFIG);
		}
	} else
		logger_level(getenv("LOG_LEVEL") == NULL
				 ? LOG_WARNING_
				 : level_of(s->log_level));
	buf_cleanup(&mistakes);
	return (rc);
}
