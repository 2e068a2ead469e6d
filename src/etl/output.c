/*
 * output: begin, mark, then finish or drop. Every function may be repeated
 * after a crash at any place of it: the mark is the last thing to go.
 */
#include "etl/output.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/buf.h"
#include "io/file.h"

#define OUTPUT_MARK OUTPUT_NEXT "/.data_version"
#define OUTPUT_WIPE "wipe\n"

/* mkdir -p. */
static int
output_make(char *path, struct err *e)
{
	char *slash;

	for (slash = strchr(path + 1, '/'); slash != NULL;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0755) == -1 && errno != EEXIST)
			return (err_set_errno(e, ERR_CONFIG, "%s", path));
		*slash = '/';
	}
	if (mkdir(path, 0755) == -1 && errno != EEXIST)
		return (err_set_errno(e, ERR_CONFIG, "%s", path));
	return (0);
}

int
output_begin(const char *dir, struct err *e)
{
	char path[PATH_MAX];

	(void)snprintf(path, sizeof(path), "%s", dir);
	if (output_make(path, e) == -1 || output_drop(dir, e) == -1)
		return (-1);
	if (snprintf(path, sizeof(path), "%s/" OUTPUT_NEXT, dir) >=
	    (int)sizeof(path))
		return (err_set(e, ERR_LIMIT, "%s: too long a path", dir));
	if (mkdir(path, 0755) == -1)
		return (err_set_errno(e, ERR_CONFIG, "%s", path));
	return (0);
}

int
output_mark(const char *dir, const char *version, bool wipe, struct err *e)
{
	char path[PATH_MAX], text[128];
	int n;

	(void)snprintf(path, sizeof(path), "%s/" OUTPUT_MARK, dir);
	n = snprintf(
	    text, sizeof(text), "%s\n%s", version, wipe ? OUTPUT_WIPE : "");
	return (file_write(path, text, (size_t)n, e));
}

/* The mark as it stands; "" without one. */
static const char *
output_read_mark(struct arena *a, const char *dir)
{
	struct buf text;
	struct err ignored;
	const char *mark = "";

	buf_init(&text, BUF_MAX_LINE);
	if (file_read(
		arena_printf(a, "%s/" OUTPUT_MARK, dir), &text, &ignored) == 0)
		mark = arena_strdup(a, buf_string(&text));
	buf_cleanup(&text);
	return (mark);
}

const char *
output_version(struct arena *a, const char *dir)
{
	const char *mark = output_read_mark(a, dir);

	return (arena_strndup(a, mark, strcspn(mark, "\n")));
}

static bool
output_listed(const char *const *names, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (strcmp(names[i], name) == 0)
			return (true);
	}
	return (false);
}

/* Deletes the files of dir that the new version does not have. */
static int
output_wipe(struct arena *a, const char *dir, const char *const *keep,
    size_t kept, struct err *e)
{
	const char **names;
	size_t i, n;

	if (file_list(a, dir, &names, &n, e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		/* The mark must stay to the last; directories are no files. */
		if (names[i][0] == '.' || output_listed(keep, kept, names[i]))
			continue;
		(void)unlink(arena_printf(a, "%s/%s", dir, names[i]));
	}
	return (0);
}

/*
 * Puts a file of .next in its place; one called `name+123` is appended to the
 * first 123 bytes of name.
 */
static int
output_place(struct arena *a, const char *dir, const char *name, struct err *e)
{
	const char *from = arena_printf(a, "%s/" OUTPUT_NEXT "/%s", dir, name);
	const char *more = strrchr(name, '+'), *to;

	if (more != NULL) {
		to = arena_printf(a, "%s/%.*s", dir, (int)(more - name), name);
		return (file_append(to, strtoll(more + 1, NULL, 10), from, e));
	}
	to = arena_printf(a, "%s/%s", dir, name);
	if (rename(from, to) == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "%s", to));
	return (0);
}

int
output_finish(const char *dir, struct err *e)
{
	struct arena *a;
	const char **names = NULL, *next;
	size_t i, n = 0;
	int rc = -1;

	if ((a = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	next = arena_printf(a, "%s/" OUTPUT_NEXT, dir);
	if (file_list(a, next, &names, &n, e) == -1)
		goto out;
	/* Once, while .next still names all files that are to stay. */
	if (strstr(output_read_mark(a, dir), OUTPUT_WIPE) != NULL &&
	    (output_wipe(a, dir, names, n, e) == -1 ||
		output_mark(dir, output_version(a, dir), false, e) == -1))
		goto out;
	for (i = 0; i < n; i++) {
		if (names[i][0] != '.' &&
		    output_place(a, dir, names[i], e) == -1)
			goto out;
	}
	rc = output_drop(dir, e);
out:
	arena_free(a);
	return (rc);
}

int
output_drop(const char *dir, struct err *e)
{
	return (file_remove_tree(dir, OUTPUT_NEXT, e));
}
