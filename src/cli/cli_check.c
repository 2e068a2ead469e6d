/*
 * cli_check: `benchsight check`: every setting with its value and where it
 * comes from, every mistake, and whether the database and the directories can
 * be used.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "db/db.h"
#include "jobs/league.h"

static int
help(void)
{
	(void)printf(
	    "usage: benchsight check [--settings]\n\n"
	    "Prints every setting, its value and where it comes from, then\n"
	    "tries the directories and the database (a private PostgreSQL\n"
	    "is made, started and stopped again).\n\n"
	    "      --settings  the settings only\n"
	    "  -h, --help      this text\n");
	return (0);
}

static void
print_settings(void)
{
	const struct settings_row *row;
	const char *value;
	bool given;
	size_t i;

	for (i = 0; (row = settings_row(i)) != NULL; i++) {
		value = settings_value(i, &given);
		if (row->secret && *value != '\0')
			value = "***";
		(void)printf("%-22s %-40s %s\n", row->name,
		    *value == '\0' ? "-" : value,
		    given ? "environment" : "default");
	}
}

/* A directory is there, or can be made where it is not. */
static void
print_directory(const char *what, const char *path, int mode)
{
	const char *state = access(path, mode) == 0   ? "ok"
			    : access(path, F_OK) == 0 ? "no access"
						      : "not there yet";

	(void)printf("%-22s %-40s %s\n", what, path, state);
}

static int
print_database(const struct settings *s)
{
	struct league *league;
	PGconn *conn;
	struct err e;
	int rc = 0;

	if (league_open(s, s->input_dir, &league, &e) == -1)
		return (cli_fail(&e));
	if (db_open(league_conninfo(league), "check", &conn, &e) == -1)
		rc = cli_fail(&e);
	else {
		(void)printf("%-22s %-40s PostgreSQL %s\n", "database",
		    s->database_url == NULL ? "private" : "DATABASE_URL",
		    PQparameterStatus(conn, "server_version"));
		db_close(conn);
	}
	league_close(league);
	return (rc);
}

int
cli_check(int argc, char **argv)
{
	struct settings s;
	bool settings_only = false;
	int i, rc;

	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--help") == 0 ||
		    strcmp(argv[i], "-h") == 0)
			return (help());
		if (strcmp(argv[i], "--settings") != 0)
			return (cli_usage("check", "%s is no option", argv[i]));
		settings_only = true;
	}
	print_settings();
	(void)fflush(stdout);
	if ((rc = cli_settings(&s)) != 0 || settings_only)
		return (rc);
	print_directory("input directory", s.input_dir, R_OK | X_OK);
	print_directory("data directory", s.data_dir, W_OK | X_OK);
	(void)fflush(stdout);
	return (print_database(&s));
}
