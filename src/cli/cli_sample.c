/*
 * cli_sample: `benchsight sample`: writes the invented league.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/cli.h"
#include "sample/sample.h"

static int
help(void)
{
	(void)printf(
	    "usage: benchsight sample [--games N] [--seed S] DIR\n\n"
	    "Writes an invented league into DIR, in the files that people\n"
	    "use: league workbook, tracking workbooks, tracker saves.\n\n"
	    "  -g, --games N  tracked games, 0 to %d (4)\n"
	    "  -s, --seed S   the same seed gives the same league (1)\n"
	    "  -h, --help     this text\n",
	    SAMPLE_GAMES_MAX);
	return (0);
}

/* A decimal number of at most max. */
static int
number(const char *text, unsigned long long max, unsigned long long *out)
{
	char *end;

	errno = 0;
	*out = strtoull(text, &end, 10);
	return (errno != 0 || end == text || *end != '\0' || *text == '-' ||
			*out > max
		    ? -1
		    : 0);
}

int
cli_sample(int argc, char **argv)
{
	static const struct option long_options[] = {
	    {"games", required_argument, NULL, 'g'},
	    {"seed", required_argument, NULL, 's'},
	    {"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};
	struct sample_options options = {.games = 4, .seed = 1};
	struct sample_summary summary;
	unsigned long long n;
	struct err e;
	int c;

	opterr = 0;
	while (
	    (c = getopt_long(argc, argv, "g:s:h", long_options, NULL)) != -1) {
		if (c == 'h')
			return (help());
		if (c == 'g' && number(optarg, SAMPLE_GAMES_MAX, &n) == 0)
			options.games = (unsigned)n;
		else if (c == 's' && number(optarg, UINT64_MAX, &n) == 0)
			options.seed = n;
		else if (c == 'g' || c == 's')
			return (cli_usage("sample", "%s is no number for %s",
			    optarg, c == 'g' ? "--games" : "--seed"));
		else
			return (cli_usage("sample",
			    "%s is no option, or lacks its value",
			    argv[optind - 1]));
	}
	if (optind != argc - 1)
		return (cli_usage("sample", "one directory is needed"));
	options.dir = argv[optind];
	if (sample_write(&options, &summary, &e) == -1)
		return (cli_fail(&e));
	(void)printf("%s: %u teams, %u players, %u games, %u of them "
		     "tracked, %u events, %u files\n",
	    options.dir, summary.teams, summary.players, summary.scheduled,
	    summary.tracked, summary.events, summary.files);
	return (0);
}
