/*
 * settings: every environment variable that changes behaviour, one table row
 * each (settings.c): name, default, check, description. Read once at start;
 * all mistakes are reported together. docs/CONFIG.md and `benchsight check`
 * read the same table.
 */
#ifndef CORE_SETTINGS_H
#define CORE_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "err.h"

struct settings {
	bool production; /* ENVIRONMENT */
	const char *environment;
	const char *cors_origins; /* comma-separated, "*" or "" */
	const char *database_url; /* NULL: private cluster */
	const char *supabase_url; /* NULL: none */
	const char *supabase_service_key;
	const char *supabase_db_url;
	const char *auth; /* open or keys */
	const char *host;
	int port;
	int http_port; /* 0: none */
	int workers;   /* 0: one per core */
	const char *tls_cert;
	const char *tls_key;
	const char *data_dir;
	const char *input_dir; /* default $DATA_DIR/raw */
	int max_concurrent_jobs;
	int max_queued_jobs;
	int job_timeout_seconds;
	int job_retention_days;
	int file_retention_days;
	int rate_limit; /* requests a second, 0: off */
	int max_live_connections;
	const char *trusted_proxies;
	bool export_pii;
	const char *log_level;
};

/*
 * Reads the environment. 0, or -1 with ERR_CONFIG and the first mistake in e;
 * `mistakes` gets all of them, a line `{NAME}: {reason}` each. Strings belong
 * to the settings module and live until the next call: load once, at the start.
 */
int settings_load(
    struct settings *s, struct buf *mistakes, struct err *e) ERR_CHECKED;

/* One row of the table, for help, docs and tests; NULL past the last. */
struct settings_row {
	const char *name;
	const char *fallback; /* default as text; "" none */
	const char *values;   /* what is accepted, in words */
	const char *effect;   /* one sentence */
	bool secret;	      /* its value is never shown */
};
const struct settings_row *settings_row(size_t i);

/* The text that row i has now, "" for none, and whether it was set. */
const char *settings_value(size_t i, bool *given);

#endif
