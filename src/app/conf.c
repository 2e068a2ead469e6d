/*
 * conf: line by line, name by name.
 */
#include "conf.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define UNREADABLE " \t\r\n{}\"'#"

/* NULL: no such name. */
static const char *
value_of(const struct conf_value *values, const char *name, size_t len)
{
	for (; values->name != NULL; values++)
		if (strlen(values->name) == len &&
		    memcmp(values->name, name, len) == 0)
			return (values->value);
	return (NULL);
}

static int
expand_line(const char *line, size_t len, const struct conf_value *values,
    struct buf *out, struct err *e)
{
	const char *end = line + len, *open, *close, *value;

	while ((open = memmem(line, (size_t)(end - line), "${", 2)) != NULL) {
		buf_append(out, line, (size_t)(open - line));
		open += 2;
		close = memchr(open, '}', (size_t)(end - open));
		if (close == NULL)
			return (err_set(e, ERR_CONFIG,
			    "the configuration has a ${ without a }"));
		value = value_of(values, open, (size_t)(close - open));
		if (value == NULL)
			return (err_set(e, ERR_CONFIG,
			    "the configuration names ${%.*s}: no such setting",
			    (int)(close - open), open));
		if (value[strcspn(value, UNREADABLE)] != '\0')
			return (err_set(e, ERR_CONFIG,
			    "%.*s: must not contain blanks, quotes, braces or "
			    "#",
			    (int)(close - open), open));
		buf_text(out, value);
		line = close + 1;
	}
	buf_append(out, line, (size_t)(end - line));
	buf_char(out, '\n');
	return (0);
}

/* The name of `#if NAME`, or NULL. */
static const char *
condition(const char *line, size_t len, size_t *name_len)
{
	if (len < 5 || memcmp(line, "#if ", 4) != 0)
		return (NULL);
	*name_len = len - 4;
	return (line + 4);
}

int
conf_expand(const char *text, const struct conf_value *values, struct buf *out,
    struct err *e)
{
	const char *line, *name, *value;
	bool skip = false;
	size_t len, n;

	for (line = text; *line != '\0'; line += len + (line[len] == '\n')) {
		len = strcspn(line, "\n");
		name = condition(line, len, &n);
		if (name != NULL) {
			value = value_of(values, name, n);
			skip = value == NULL || *value == '\0';
		} else if (len == 4 && memcmp(line, "#end", 4) == 0)
			skip = false;
		else if (!skip && *line != '#' &&
			 expand_line(line, len, values, out, e) != 0)
			return (-1);
	}
	return (buf_check(out, "the configuration", e));
}

int
conf_path(const char *path, char out[PATH_MAX], struct err *e)
{
	size_t len = strlen(path);
	int fd;

	if (len >= PATH_MAX)
		return (err_set(e, ERR_CONFIG, "%.60s...: too long", path));
	if (path[strcspn(path, UNREADABLE)] == '\0') {
		memcpy(out, path, len + 1);
		return (0);
	}
	fd = open(path, O_PATH | O_CLOEXEC);
	if (fd == -1)
		return (err_set_errno(e, ERR_CONFIG, "%s", path));
	(void)snprintf(out, PATH_MAX, "/proc/self/fd/%d", fd);
	return (0);
}

int
conf_file(const struct buf *text, char **path, struct err *e)
{
	size_t at = 0;
	ssize_t n;
	int fd;

	fd = memfd_create("benchsight.conf", MFD_CLOEXEC);
	if (fd == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "memfd_create"));
	while (at < text->len) {
		n = write(fd, text->data + at, text->len - at);
		if (n <= 0) {
			(void)close(fd);
			return (err_set_errno(
			    e, ERR_UNEXPECTED, "writing the configuration"));
		}
		at += (size_t)n;
	}
	if (asprintf(path, "/proc/self/fd/%d", fd) < 0)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	return (0);
}
