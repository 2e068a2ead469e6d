/*
 * cli_etl: `benchsight etl`: one run without a server, on the same database,
 * with the same engine and a job of its own.
 */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "cli/cli_console.h"
#include "jobs/league.h"
#include "jobs/runner.h"

#define GAMES_MAX 1000

struct arguments {
	const char *data, *out, *findings;
	enum etl_mode mode;
	int games[GAMES_MAX], excluded[GAMES_MAX];
	size_t game_count, excluded_count;
	bool use_cache, wipe, json;
};

static _Atomic int stop;

static void
on_signal(int number)
{
	(void)number;
	stop = 1;
}

static int
help(void)
{
	(void)printf(
	    "usage: benchsight etl [OPTION ...]\n\n"
	    "Builds the tables of a league's files and writes them as CSV.\n\n"
	    "  -d, --data DIR       the league's files ($INPUT_DIR, or "
	    "$DATA_DIR/raw)\n"
	    "  -o, --out DIR        where the CSV files go "
	    "($DATA_DIR/output)\n"
	    "  -m, --mode MODE      full, incremental, single, or test, "
	    "which writes\n"
	    "                       nothing (full)\n"
	    "  -g, --games LIST     these games only: 18969,18977\n"
	    "  -x, --exclude LIST   not these games\n"
	    "      --wipe           remove files of the output directory "
	    "that this run\n"
	    "                       does not write\n"
	    "      --no-cache       read every file again\n"
	    "      --findings FILE  every finding, as a JSON array\n"
	    "      --json           one JSON object per event on stdout\n"
	    "  -h, --help           this text\n\n"
	    "Ctrl-C cancels: nothing is published.\n");
	return (0);
}

/* 18969,18977 to numbers, each once. -1: that is no list of game ids. */
static int
parse_games(const char *text, int *ids, size_t *count)
{
	char *end;
	size_t i;
	long id;

	for (;;) {
		errno = 0;
		id = strtol(text, &end, 10);
		if (errno != 0 || end == text || id < 1 || id > INT_MAX ||
		    (*end != ',' && *end != '\0'))
			return (-1);
		for (i = 0; i < *count && ids[i] != (int)id; i++)
			;
		if (i == GAMES_MAX)
			return (-1);
		if (i == *count)
			ids[(*count)++] = (int)id;
		if (*end == '\0')
			return (0);
		text = end + 1;
	}
}

/* One option; 0, or the exit code of a wrong one. */
static int
take_option(int c, struct arguments *a)
{
	int mode;

	switch (c) {
	case 'd':
		a->data = optarg;
		return (0);
	case 'o':
		a->out = optarg;
		return (0);
	case 'm':
		if ((mode = job_request_mode_of(optarg)) == -1)
			return (
			    cli_usage("etl", "there is no mode %s", optarg));
		a->mode = (enum etl_mode)mode;
		return (0);
	case 'g':
		return (parse_games(optarg, a->games, &a->game_count) == 0
			    ? 0
			    : cli_usage(
				  "etl", "%s is no list of game ids", optarg));
	case 'x':
		return (
		    parse_games(optarg, a->excluded, &a->excluded_count) == 0
			? 0
			: cli_usage(
			      "etl", "%s is no list of game ids", optarg));
	case 'f':
		a->findings = optarg;
		return (0);
	case 'w':
		a->wipe = true;
		return (0);
	case 'n':
		a->use_cache = false;
		return (0);
	default:
		a->json = true;
		return (0);
	}
}

/* -1: go on; else the exit code. */
static int
parse(int argc, char **argv, struct arguments *a)
{
	static const struct option options[] = {
	    {"data", required_argument, NULL, 'd'},
	    {"out", required_argument, NULL, 'o'},
	    {"mode", required_argument, NULL, 'm'},
	    {"games", required_argument, NULL, 'g'},
	    {"exclude", required_argument, NULL, 'x'},
	    {"findings", required_argument, NULL, 'f'},
	    {"wipe", no_argument, NULL, 'w'},
	    {"no-cache", no_argument, NULL, 'n'},
	    {"json", no_argument, NULL, 'j'}, {"help", no_argument, NULL, 'h'},
	    {NULL, 0, NULL, 0}};
	int c, rc;

	opterr = 0;
	while (
	    (c = getopt_long(argc, argv, "d:o:m:g:x:h", options, NULL)) != -1) {
		if (c == 'h')
			return (help());
		if (c == '?')
			return (cli_usage("etl",
			    "%s is no option, or lacks its value",
			    argv[optind - 1]));
		if ((rc = take_option(c, a)) != 0)
			return (rc);
	}
	if (optind < argc)
		return (cli_usage("etl", "%s is no option", argv[optind]));
	if (a->mode == ETL_SINGLE && a->game_count == 0)
		return (cli_usage("etl", "mode single needs --games"));
	return (-1);
}

/* The input directory as an absolute path, so that it is the same league
 * wherever the command is typed. */
static int
resolve_input(const char *path, char out[PATH_MAX], struct err *e)
{
	struct stat st;

	if (realpath(path, out) == NULL || stat(out, &st) == -1)
		return (err_set_errno(e, ERR_INPUT, "%s", path));
	if (!S_ISDIR(st.st_mode))
		return (err_set(e, ERR_INPUT, "%s is no directory", path));
	return (0);
}

/* The first signal cancels, the second one ends the process. */
static void
catch_signals(void)
{
	struct sigaction sa;

	memset(&sa, 0, sizeof(sa));
	sa.sa_handler = on_signal;
	sa.sa_flags = SA_RESTART | (int)SA_RESETHAND;
	(void)sigemptyset(&sa.sa_mask);
	(void)sigaction(SIGINT, &sa, NULL);
	(void)sigaction(SIGTERM, &sa, NULL);
	(void)sigaction(SIGHUP, &sa, NULL);
}

/* The run on an open league; the exit code. */
static int
run(const struct arguments *a, const struct runner_options *options)
{
	struct runner_now now = {.use_cache = a->use_cache,
	    .waiting = cli_console_waiting,
	    .stop = &stop,
	    .request = {.mode = a->mode,
		.game_ids = a->game_count > 0 ? a->games : NULL,
		.games = a->game_count,
		.exclude_game_ids = a->excluded,
		.excluded = a->excluded_count,
		.wipe = a->wipe}};
	struct cli_end end = {.job_id = now.job_id,
	    .output_dir = options->output_dir,
	    .test = a->mode == ETL_TEST};
	struct cli_console *console;
	struct etl_result result;
	struct err failure, e;

	if (cli_console_new(a->json, a->findings, &console, &e) == -1)
		return (cli_fail(&e));
	now.watch = cli_console_hooks(console);
	end.result = &result;
	if (runner_run_now(options, &now, &result, &failure) == -1)
		end.failure = &failure;
	if (cli_console_end(console, &end, &e) == -1 && end.failure == NULL)
		return (cli_fail(&e));
	return (end.failure == NULL ? 0 : cli_fail(&failure));
}

int
cli_etl(int argc, char **argv)
{
	struct arguments a = {.mode = ETL_FULL, .use_cache = true};
	struct runner_options options;
	struct league *league;
	struct settings s;
	char input[PATH_MAX];
	struct err e;
	int rc;

	if ((rc = parse(argc, argv, &a)) != -1)
		return (rc);
	if ((rc = cli_settings(&s)) != 0)
		return (rc);
	if (resolve_input(a.data != NULL ? a.data : s.input_dir, input, &e) ==
	    -1)
		return (cli_fail(&e));
	catch_signals();
	if (league_open(&s, input, &league, &e) == -1)
		return (cli_fail(&e));
	league_runner(league, &s, a.out, &options);
	rc = run(&a, &options);
	league_close(league);
	return (rc);
}
