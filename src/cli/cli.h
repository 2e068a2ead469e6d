/*
 * cli: what the files of the `benchsight` command share. One file per
 * sub-command; src/cli/main.c has the table of them.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "core/buf.h"
#include "core/err.h"
#include "core/settings.h"

#define CLI_USAGE 2 /* exit code of wrong usage */

/*
 * One sub-command: argv[0] is its name. Returns the exit code of
 * docs/benchsight.8.
 */
int cli_etl(int argc, char **argv);
int cli_sample(int argc, char **argv);
int cli_check(int argc, char **argv);
int cli_version(int argc, char **argv);

/* One line on stderr; returns the exit code of what went wrong. */
int cli_fail(const struct err *e);

/* One line on stderr that points to `benchsight COMMAND --help`; returns 2. */
int cli_usage(const char *command, const char *fmt, ...) ERR_PRINTF(2, 3);

/*
 * Reads the settings; 0, or the exit code after every mistake was printed.
 * The log is quiet but for warnings unless LOG_LEVEL says otherwise.
 */
int cli_settings(struct settings *s);

#endif
