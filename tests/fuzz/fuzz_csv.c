/*
 * fuzz_csv: any bytes as a file of comma-separated values.
 */
#include <string.h>

#include "input.h"
#include "io/csvfile.h"

static int
columns(void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	int used = 0;
	size_t i;

	(void)arg;
	(void)e;
	for (i = 0; i < h->columns; i++)
		if (h->name[i] != NULL)
			slot[i] = used++;
	return (used);
}

static int
row(void *arg, int number, const char *const *cell, struct err *e)
{
	size_t *length = arg;

	(void)number;
	(void)e;
	if (cell[0] != NULL)
		*length += strlen(cell[0]);
	return (0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t length = 0;
	struct sheet_reader reader = {
	    .arg = &length, .columns = columns, .row = row};
	int fd = input_open(data, size);
	struct err e;

	(void)!csvfile_read(fd, &reader, &e);
	(void)close(fd);
	return (0);
}
