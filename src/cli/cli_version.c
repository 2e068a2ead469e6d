/*
 * cli_version: `benchsight version`.
 */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "core/version.h"

int
cli_version(int argc, char **argv)
{
	if (argc == 2 &&
	    (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0)) {
		(void)printf("usage: benchsight version\n\n"
			     "Prints the version.\n\n"
			     "  -h, --help  this text\n");
		return (0);
	}
	if (argc > 1)
		return (cli_usage("version", "takes no arguments"));
	(void)printf("benchsight %s\n", BENCHSIGHT_VERSION);
	return (0);
}
