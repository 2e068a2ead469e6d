/*
 * conf: the text of Kore's configuration with our settings put in: ${NAME}
 * becomes a value; lines between `#if NAME` and `#end` stand only where NAME
 * has one. Pure, but for the file that it is handed over in.
 */
#ifndef APP_CONF_H
#define APP_CONF_H

#include <limits.h>

#include "core/buf.h"
#include "core/err.h"

struct conf_value {
	const char *name;
	const char *value; /* "": none */
};

/*
 * Appends text, expanded with values (a list that ends with a NULL name).
 * -1 with ERR_CONFIG: a name that is not in the list, or a value that Kore
 * could not read (blanks, braces, quotes, `#`, line breaks).
 */
int conf_expand(const char *text, const struct conf_value *values,
    struct buf *out, struct err *e) ERR_CHECKED;

/*
 * Kore cannot read a path with a blank. Such a one is opened, and what names it
 * by its descriptor (inherited by the workers, never closed) goes to out;
 * others are copied. -1: it is not there, or longer than PATH_MAX.
 */
int conf_path(const char *path, char out[PATH_MAX], struct err *e) ERR_CHECKED;

/*
 * The text in an unlinked file in memory. 0, the path by which this process
 * opens it in *path (malloc'd, the caller's).
 */
int conf_file(const struct buf *text, char **path, struct err *e) ERR_CHECKED;

#endif
