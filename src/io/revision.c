/*
 * revision: as long as the bytes are those of the old file nothing is written;
 * at the first other one they are copied and the new version goes on alone.
 */
#include "io/revision.h"

#include <string.h>

#define CHUNK (64UL * 1024)

static int
revision_fail(const struct revision *r, struct err *e)
{
	return (err_set_errno(e, ERR_UNEXPECTED, "%s", r->path));
}

/* The new version begins with what was the same. */
static int
revision_begin(struct revision *r, struct err *e)
{
	char chunk[4096];
	int64_t left;
	size_t n;

	if ((r->new = fopen(r->path, "we")) == NULL)
		return (revision_fail(r, e));
	(void)setvbuf(r->new, NULL, _IOFBF, CHUNK);
	if (r->old == NULL)
		return (0);
	rewind(r->old);
	for (left = r->same; left > 0; left -= (int64_t)n) {
		n = left < (int64_t)sizeof(chunk) ? (size_t)left
						  : sizeof(chunk);
		if (fread(chunk, 1, n, r->old) != n ||
		    fwrite(chunk, 1, n, r->new) != n)
			return (revision_fail(r, e));
	}
	(void)fclose(r->old);
	r->old = NULL;
	return (0);
}

int
revision_open(
    struct revision *r, const char *old_path, const char *path, struct err *e)
{
	memset(r, 0, sizeof(*r));
	r->path = path;
	if (old_path != NULL && (r->old = fopen(old_path, "re")) != NULL) {
		(void)setvbuf(r->old, NULL, _IOFBF, CHUNK);
		return (0);
	}
	return (revision_begin(r, e));
}

/* Are the bytes the next ones of the old file? */
static bool
revision_same(struct revision *r, const char *data, size_t len)
{
	char chunk[4096];
	size_t n, at;

	for (at = 0; at < len; at += n) {
		n = len - at < sizeof(chunk) ? len - at : sizeof(chunk);
		if (fread(chunk, 1, n, r->old) != n ||
		    memcmp(chunk, data + at, n) != 0)
			return (false);
	}
	return (true);
}

int
revision_write(struct revision *r, const void *data, size_t len, struct err *e)
{
	if (r->new == NULL && revision_same(r, data, len)) {
		r->same += (int64_t)len;
		return (0);
	}
	if (r->new == NULL && revision_begin(r, e) == -1)
		return (-1);
	if (fwrite(data, 1, len, r->new) != len)
		return (revision_fail(r, e));
	return (0);
}

int
revision_end(struct revision *r, struct err *e)
{
	FILE *new;

	/* The old file may go on. */
	if (r->new == NULL && getc(r->old) != EOF &&revision_begin(r, e) == -1)
		return (-1);
	new = r->new;
	r->new = NULL;
	if (new != NULL && fclose(new) != 0)
		return (revision_fail(r, e));
	return (0);
}

void
revision_close(struct revision *r)
{
	if (r->old != NULL)
		(void)fclose(r->old);
	if (r->new != NULL)
		(void)fclose(r->new);
	r->old = r->new = NULL;
}
