/*
 * fuzz_save: any bytes as a tracker save.
 */
#include <string.h>

#include "etl/save_stream.h"
#include "input.h"

/* Touches every value, so that a sanitizer sees what is not there. */
static size_t
measure(const struct json *v)
{
	size_t sum = v->text == NULL ? 0 : strlen(v->text);
	const struct json *child;

	for (child = v->child; child != NULL; child = child->next)
		sum += measure(child);
	return (sum);
}

static int
root(void *arg, const char *key, const struct json *value, struct err *e)
{
	size_t *sum = arg;

	(void)e;
	*sum += strlen(key) + measure(value);
	return (0);
}

static int
element(void *arg, const char *list, size_t position, const struct json *value,
    struct err *e)
{
	(void)position;
	return (root(arg, list, value, e));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t sum = 0;
	struct save_reader reader = {
	    .arg = &sum, .root = root, .element = element};
	int fd = input_open(data, size);
	struct err e;

	(void)!save_stream_read(fd, &reader, &e);
	(void)close(fd);
	return (0);
}
