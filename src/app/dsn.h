/*
 * dsn: connection strings for Kore's pgsql, which opens connections by itself:
 * limits and session settings have to stand in the string.
 */
#ifndef APP_DSN_H
#define APP_DSN_H

#include "core/buf.h"
#include "core/err.h"

/*
 * Appends conninfo (key=value or URI) as key='value' pairs with a statement
 * time limit, a limit for connecting and what db_open sets. -1 with ERR_CONFIG;
 * its text never holds the connection string.
 */
int dsn_with_limits(const char *conninfo, int statement_ms, struct buf *out,
    struct err *e) ERR_CHECKED;

#endif
