/*
 * cli_version: `benchsight version`.
 */
#include <stdio.h>

#include "cli/cli.h"
#include "core/version.h"

int
cli_version(int argc, char **argv)
{
	(void)argv;
	if (argc > 1)
		return (cli_usage("version", "takes no arguments"));
	(void)printf("benchsight %s\n", BENCHSIGHT_VERSION);
	return (0);
}
