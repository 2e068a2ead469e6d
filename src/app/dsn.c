/*
 * dsn: libpq takes a connection string apart, we put it together again.
 */
#include "dsn.h"

#include <libpq-fe.h>
#include <string.h>

#define CONNECT_SECONDS "2" /* connecting blocks a worker; libpq's least */

static void
append(struct buf *out, const char *key, const char *value)
{
	buf_printf(out, "%s%s='", out->len > 0 ? " " : "", key);
	for (; *value != '\0'; value++) {
		if (*value == '\'' || *value == '\\')
			buf_char(out, '\\');
		buf_char(out, *value);
	}
	buf_char(out, '\'');
}

int
dsn_with_limits(
    const char *conninfo, int statement_ms, struct buf *out, struct err *e)
{
	PQconninfoOption *all, *o;
	const char *options = "";
	struct buf b;

	all = PQconninfoParse(conninfo, NULL);
	if (all == NULL)
		return (err_set(
		    e, ERR_CONFIG, "DATABASE_URL: is no connection string"));
	for (o = all; o->keyword != NULL; o++) {
		if (o->val == NULL ||
		    strcmp(o->keyword, "connect_timeout") == 0 ||
		    strcmp(o->keyword, "application_name") == 0)
			continue;
		if (strcmp(o->keyword, "options") == 0)
			options = o->val;
		else
			append(out, o->keyword, o->val);
	}
	buf_init(&b, BUF_MAX_LINE);
	buf_printf(&b,
	    "%s -c statement_timeout=%d -c search_path=pg_catalog "
	    "-c timezone=UTC -c client_encoding=UTF8 "
	    "-c client_min_messages=error",
	    options, statement_ms);
	append(out, "options", buf_string(&b));
	append(out, "connect_timeout", CONNECT_SECONDS);
	append(out, "application_name", "benchsight api");
	buf_cleanup(&b);
	PQconninfoFree(all);
	return (buf_check(out, "the connection string", e));
}
