/*
 * sqlfile: files of sql/ as text. They ship with the program, so a missing or
 * unreadable one is a mistake of the installation.
 */
#include "db/sqlfile.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"

int
sqlfile_read(struct arena *a, const char *path, const char **out, struct err *e)
{
	FILE *f = NULL;
	struct buf text;
	char piece[8192];
	size_t n;
	int rc = -1;

	buf_init(&text, BUF_MAX_SQL);
	if ((f = fopen(path, "re")) == NULL) {
		(void)err_set_errno(e, ERR_CONFIG, "%s", path);
		goto out;
	}
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_append(&text, piece, n);
	if (ferror(f)) {
		(void)err_set_errno(e, ERR_CONFIG, "%s", path);
		goto out;
	}
	if (buf_check(&text, path, e) == -1)
		goto out;
	*out = arena_strdup(a, buf_string(&text));
	rc = 0;
out:
	if (f != NULL)
		(void)fclose(f);
	buf_cleanup(&text);
	return (rc);
}

static int
sqlfile_compare(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return (strcmp(*x, *y));
}

static bool
sqlfile_ends(const char *name, const char *suffix)
{
	size_t len = strlen(name), tail = strlen(suffix);

	return (len >= tail && strcmp(name + len - tail, suffix) == 0);
}

int
sqlfile_list(struct arena *a, const char *dir, const char *suffix,
    const char ***out, size_t *count, struct err *e)
{
	DIR *d;
	struct dirent *entry;
	const char **names = NULL, **larger;
	size_t n = 0, cap = 0;

	if ((d = opendir(dir)) == NULL)
		return (err_set_errno(e, ERR_CONFIG, "%s", dir));
	while ((entry = readdir(d)) != NULL) {
		if (entry->d_name[0] == '.' ||
		    !sqlfile_ends(entry->d_name, suffix))
			continue;
		if (n == cap) {
			cap = cap == 0 ? 64 : cap * 2;
			larger = arena_alloc(a, cap * sizeof(*names));
			if (n > 0)
				memcpy(larger, names, n * sizeof(*names));
			names = larger;
		}
		names[n++] = arena_strdup(a, entry->d_name);
	}
	(void)closedir(d);
	if (n > 0)
		qsort(names, n, sizeof(*names), sqlfile_compare);
	*out = names;
	*count = n;
	return (0);
}

const char *
sqlfile_stem(struct arena *a, const char *path)
{
	const char *name = strrchr(path, '/'), *dot;

	name = name == NULL ? path : name + 1;
	dot = strrchr(name, '.');
	return (dot == NULL ? arena_strdup(a, name)
			    : arena_strndup(a, name, (size_t)(dot - name)));
}

const char *
sqlfile_body(const char *text)
{
	const char *end;

	while (strncmp(text, "--", 2) == 0) {
		if ((end = strchr(text, '\n')) == NULL)
			return (text + strlen(text));
		text = end + 1;
	}
	return (text);
}
