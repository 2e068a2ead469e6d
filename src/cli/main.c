/*
 * main: the `benchsight` command: picks the sub-command. kodev compiles every
 * file of src/ into the server, whose main is Kore's: hence the guard.
 */
#ifndef KORE_SINGLE_BINARY
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static const struct {
	const char *name;
	const char *summary;
	int (*run)(int argc, char **argv);
} commands[] = {
    {"etl", "builds the tables of a league's files", cli_etl},
    {"sample", "writes an invented league to try things on", cli_sample},
    {"check", "shows every setting, its mistakes, and the database", cli_check},
    {"version", "prints the version", cli_version},
};

#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static int
help(void)
{
	size_t i;

	(void)printf("usage: benchsight COMMAND [OPTION ...]\n\n");
	for (i = 0; i < COMMANDS; i++)
		(void)printf(
		    "  %-9s %s\n", commands[i].name, commands[i].summary);
	(void)printf(
	    "\n  -h, --help     this text; after a command, its options\n"
	    "  -V, --version  the version\n\n"
	    "Exit codes: 0 ok, 1 unexpected, 2 usage, 3 configuration,\n"
	    "4 database, 5 input file, 6 upload, 7 cancelled.\n"
	    "Settings are environment variables: benchsight check.\n");
	return (0);
}

int
main(int argc, char **argv)
{
	size_t i;

	/* A reader that has gone must not leave PostgreSQL running. */
	(void)signal(SIGPIPE, SIG_IGN);
	if (argc < 2) {
		(void)fprintf(stderr,
		    "benchsight: a command is missing; see benchsight "
		    "--help\n");
		return (CLI_USAGE);
	}
	if (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0 ||
	    strcmp(argv[1], "help") == 0)
		return (help());
	if (strcmp(argv[1], "-V") == 0 || strcmp(argv[1], "--version") == 0)
		return (cli_version(1, argv + 1));
	for (i = 0; i < COMMANDS; i++) {
		if (strcmp(argv[1], commands[i].name) == 0)
			return (commands[i].run(argc - 1, argv + 1));
	}
	(void)fprintf(stderr,
	    "benchsight: there is no command %.40s; see benchsight --help\n",
	    argv[1]);
	return (CLI_USAGE);
}
#endif
