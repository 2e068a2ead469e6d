/*
 * expat_baseline: the yardstick of `make bench`. Opens each workbook named on
 * the command line and streams all of its XML parts through expat once, in
 * one thread and without handlers; prints seconds and bytes.
 */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#define CHUNK (64 * 1024)

static int
is_xml(const char *name)
{
	const char *dot = strrchr(name, '.');

	return (dot != NULL &&
		(strcmp(dot, ".xml") == 0 || strcmp(dot, ".rels") == 0));
}

/* Bytes of one part, -1 when it cannot be read. */
static long long
stream(zip_t *zip, zip_uint64_t index)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	zip_file_t *part = zip_fopen_index(zip, index, 0);
	long long bytes = 0;
	zip_int64_t n = -1;
	void *chunk;

	while (parser != NULL && part != NULL) {
		chunk = XML_GetBuffer(parser, CHUNK);
		n = chunk == NULL ? -1 : zip_fread(part, chunk, CHUNK);
		if (n < 0)
			break;
		bytes += n;
		if (XML_ParseBuffer(parser, (int)n, n == 0) != XML_STATUS_OK)
			n = -1;
		if (n <= 0)
			break;
	}
	if (part != NULL)
		(void)zip_fclose(part);
	XML_ParserFree(parser);
	return (n == 0 ? bytes : -1);
}

int
main(int argc, char **argv)
{
	struct timespec began, ended;
	long long bytes = 0, part;
	zip_int64_t i;
	zip_t *zip;
	int a;

	(void)clock_gettime(CLOCK_MONOTONIC, &began);
	for (a = 1; a < argc; a++) {
		zip = zip_open(argv[a], ZIP_RDONLY, NULL);
		if (zip == NULL) {
			(void)fprintf(stderr, "%s: no zip file\n", argv[a]);
			return (EXIT_FAILURE);
		}
		for (i = 0; i < zip_get_num_entries(zip, 0); i++) {
			if (!is_xml(zip_get_name(zip, (zip_uint64_t)i, 0)))
				continue;
			part = stream(zip, (zip_uint64_t)i);
			if (part < 0) {
				(void)fprintf(
				    stderr, "%s: broken XML\n", argv[a]);
				return (EXIT_FAILURE);
			}
			bytes += part;
		}
		zip_discard(zip);
	}
	(void)clock_gettime(CLOCK_MONOTONIC, &ended);
	(void)printf("seconds %.3f\nbytes %lld\n",
	    (double)(ended.tv_sec - began.tv_sec) +
		(double)(ended.tv_nsec - began.tv_nsec) / 1e9,
	    bytes);
	return (EXIT_SUCCESS);
}
