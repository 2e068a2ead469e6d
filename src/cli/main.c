/*
 * main: the `benchsight` command: picks the sub-command.
 */
#ifndef KORE_SINGLE_BINARY
#include <stdio.h>

int
main(void)
{
	fprintf(stderr, "usage: benchsight COMMAND\n");
	return (2);
}
#endif
