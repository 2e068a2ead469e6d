/*
 * settings: one table; reading, ranges, help and docs follow it. Rules that
 * need two settings stand below it, one function. Nothing here opens a file.
 */
#include "settings.h"

#include <arpa/inet.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum settings_kind { SET_TEXT, SET_LIST, SET_INT, SET_BOOL };

/* A check returns what is wrong with a value, or NULL. */
struct settings_rule {
	struct settings_row row;
	enum settings_kind kind;
	size_t offset;		/* of its member in struct settings */
	int min, max;		/* of an integer */
	const char *production; /* default there, NULL: the same */
	const char *(*check)(const char *value);
};

/* The pooler's port by Supabase's and PgBouncer's custom. */
#define SETTINGS_POOLER_PORT "6543"

static const char *
settings_check_environment(const char *v)
{
	return (strcmp(v, "development") == 0 || strcmp(v, "production") == 0
		    ? NULL
		    : "must be development or production");
}

static const char *
settings_check_auth(const char *v)
{
	if (strcmp(v, "keys") == 0)
		return ("keys are not built yet: set AUTH=open");
	return (strcmp(v, "open") == 0 ? NULL : "must be open or keys");
}

static const char *
settings_check_level(const char *v)
{
	static const char *const levels[] = {
	    "debug", "info", "warning", "error"};
	size_t i;

	for (i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
		if (strcmp(v, levels[i]) == 0)
			return (NULL);
	}
	return ("must be debug, info, warning or error");
}

static bool
settings_is_address(const char *v)
{
	struct in6_addr ignored;

	return (inet_pton(AF_INET, v, &ignored) == 1 ||
		inet_pton(AF_INET6, v, &ignored) == 1);
}

static const char *
settings_check_host(const char *v)
{
	return (settings_is_address(v)
		    ? NULL
		    : "must be an address such as 127.0.0.1 or 0.0.0.0");
}

static bool
settings_is_web(const char *v)
{
	return (
	    strncmp(v, "https://", 8) == 0 || strncmp(v, "http://", 7) == 0);
}

static const char *
settings_check_web(const char *v)
{
	return (settings_is_web(v) ? NULL : "must begin with https://");
}

/* One origin of a list: scheme, host and port, nothing behind. */
static const char *
settings_check_origin(const char *v)
{
	const char *host;

	if (!settings_is_web(v))
		return ("each origin begins with https:// or http://");
	host = strstr(v, "//") + 2;
	if (*host == '\0' || strpbrk(host, "/?# ") != NULL)
		return ("an origin is a scheme, a host and a port, no path");
	return (NULL);
}

static const char *
settings_check_proxy(const char *v)
{
	return (settings_is_address(v) ? NULL
				       : "must be addresses, comma-separated");
}

/* Runs a check for each part of a comma-separated list. */
static const char *
settings_check_list(const char *v, const char *(*check)(const char *))
{
	char part[256];
	const char *wrong;
	size_t len;

	for (; *v != '\0'; v += len + (v[len] == ',')) {
		len = strcspn(v, ",");
		if (len == 0 || len >= sizeof(part))
			return ("has an empty or endless part");
		memcpy(part, v, len);
		part[len] = '\0';
		if ((wrong = check(part)) != NULL)
			return (wrong);
	}
	return (NULL);
}

static const char *
settings_check_origins(const char *v)
{
	if (strcmp(v, "*") == 0)
		return (NULL);
	return (settings_check_list(v, settings_check_origin));
}

static const char *
settings_check_proxies(const char *v)
{
	return (settings_check_list(v, settings_check_proxy));
}

/*
 * A pooler in transaction mode keeps neither session locks nor LISTEN, and
 * everything would seem to work until two jobs ran at once.
 */
static const char *
settings_check_database(const char *v)
{
	static const char *const marks[] = {":" SETTINGS_POOLER_PORT "/",
	    ":" SETTINGS_POOLER_PORT "?", ":" SETTINGS_POOLER_PORT ",",
	    "port=" SETTINGS_POOLER_PORT, "port = " SETTINGS_POOLER_PORT,
	    "port='" SETTINGS_POOLER_PORT, "pgbouncer=true"};
	static const char tail[] = ":" SETTINGS_POOLER_PORT;
	size_t i, len = strlen(v);

	if (strncmp(v, "postgres://", 11) != 0 &&
	    strncmp(v, "postgresql://", 13) != 0 && strchr(v, '=') == NULL)
		return ("must be postgresql://user:password@host:port/name");
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (strstr(v, marks[i]) != NULL)
			break;
	}
	if (i == sizeof(marks) / sizeof(marks[0]) &&
	    (len < sizeof(tail) ||
		strcmp(v + len - sizeof(tail) + 1, tail) != 0))
		return (NULL);
	return ("is a transaction pooler (port " SETTINGS_POOLER_PORT
		"), which keeps no sessions: use the session port, 5432");
}

#define AT(member) offsetof(struct settings, member)
#define TEXT(name, fb, values, effect, member, prod, check)                    \
	{                                                                      \
		{name, fb, values, effect, false}, SET_TEXT, AT(member), 0, 0, \
		    prod, check                                                \
	}
#define SECRET(name, values, effect, member, check)                            \
	{                                                                      \
		{name, "", values, effect, true}, SET_TEXT, AT(member), 0, 0,  \
		    NULL, check                                                \
	}
#define LIST(name, fb, values, effect, member, prod, check)                    \
	{                                                                      \
		{name, fb, values, effect, false}, SET_LIST, AT(member), 0, 0, \
		    prod, check                                                \
	}
#define INT(name, fb, values, effect, member, min, max, prod)                  \
	{                                                                      \
		{name, fb, values, effect, false}, SET_INT, AT(member), min,   \
		    max, prod, NULL                                            \
	}

/* clang-format off */
static const struct settings_rule settings_rules[] = {
	TEXT("ENVIRONMENT", "development", "development or production",
	    "Production is strict: certificate required, HSTS, no origins.",
	    environment, NULL, settings_check_environment),
	LIST("CORS_ORIGINS", "http://localhost:3000,http://localhost:8080",
	    "origins, comma-separated, or *; production: none",
	    "Web pages of these origins may call the API.",
	    cors_origins, "", settings_check_origins),
	TEXT("SUPABASE_URL", "", "https://…",
	    "The project that an upload goes to, over REST (not built yet).",
	    supabase_url, NULL, settings_check_web),
	SECRET("SUPABASE_SERVICE_KEY", "the project's service key",
	    "Goes with SUPABASE_URL: both or none.",
	    supabase_service_key, NULL),
	SECRET("SUPABASE_DB_URL", "postgresql://…",
	    "An upload goes over PostgreSQL instead (not built yet).",
	    supabase_db_url, settings_check_database),
	SECRET("DATABASE_URL", "postgresql://…, PostgreSQL 15 or newer",
	    "The database to use instead of a private PostgreSQL.",
	    database_url, settings_check_database),
	TEXT("AUTH", "open", "open (keys are not built yet); production: keys",
	    "Whether callers need a key.", auth, "keys", settings_check_auth),
	TEXT("HOST", "127.0.0.1", "an address; production: 0.0.0.0",
	    "The address that the server listens on.",
	    host, "0.0.0.0", settings_check_host),
	INT("PORT", "8000", "1 to 65535", "The port of HTTPS.",
	    port, 1, 65535, NULL),
	INT("HTTP_PORT", "", "1 to 65535; none",
	    "A port that redirects to HTTPS and serves trusted proxies.",
	    http_port, 1, 65535, NULL),
	INT("WORKERS", "0", "0 to 64; 0 is one per core",
	    "Processes that answer requests.", workers, 0, 64, NULL),
	TEXT("TLS_CERT", "", "a PEM file; production: required",
	    "The certificate with its chain; generated in development.",
	    tls_cert, NULL, NULL),
	TEXT("TLS_KEY", "", "a PEM file; production: required",
	    "The certificate's private key.", tls_key, NULL, NULL),
	TEXT("DATA_DIR", "data", "a directory",
	    "Holds raw/, output/ and the private PostgreSQL.",
	    data_dir, NULL, NULL),
	TEXT("INPUT_DIR", "", "a directory; $DATA_DIR/raw",
	    "The league's files; another directory has its own database.",
	    input_dir, NULL, NULL),
	INT("MAX_CONCURRENT_JOBS", "1", "1",
	    "ETL jobs at a time; a league has one.",
	    max_concurrent_jobs, 1, 1, NULL),
	INT("MAX_QUEUED_JOBS", "100", "1 to 10000",
	    "Jobs that may wait; the next is refused.",
	    max_queued_jobs, 1, 10000, NULL),
	INT("JOB_TIMEOUT_SECONDS", "3600", "1 to 604800",
	    "A job that runs longer is failed.",
	    job_timeout_seconds, 1, 604800, NULL),
	INT("JOB_RETENTION_DAYS", "90", "1 to 36500",
	    "Jobs older than this are forgotten, but for the newest 1000.",
	    job_retention_days, 1, 36500, NULL),
	INT("FILE_RETENTION_DAYS", "30", "1 to 36500",
	    "Replaced input files are kept this long (not built yet).",
	    file_retention_days, 1, 36500, NULL),
	INT("RATE_LIMIT", "0", "0 to 1000000; 0 is off; production: 50",
	    "Requests a second of one caller.", rate_limit, 0, 1000000, "50"),
	INT("MAX_LIVE_CONNECTIONS", "2000", "1 to 100000",
	    "WebSockets and event streams of one server (not built yet).",
	    max_live_connections, 1, 100000, NULL),
	LIST("TRUSTED_PROXIES", "", "addresses, comma-separated",
	    "Peers whose X-Forwarded-For and X-Forwarded-Proto are believed.",
	    trusted_proxies, NULL, settings_check_proxies),
	{{"EXPORT_PII", "0", "0 or 1",
	    "1: the registration's e-mail, age, referrer and notes are kept.",
	    false}, SET_BOOL, AT(export_pii), 0, 0, NULL, NULL},
	TEXT("LOG_LEVEL", "info", "debug, info, warning or error",
	    "The least important lines that are logged.",
	    log_level, NULL, settings_check_level),
};
/* clang-format on */

#define SETTINGS_COUNT (sizeof(settings_rules) / sizeof(settings_rules[0]))

const struct settings_row *
settings_row(size_t i)
{
	return (i < SETTINGS_COUNT ? &settings_rules[i].row : NULL);
}

static void
settings_wrong(struct buf *mistakes, const char *name, const char *reason)
{
	buf_printf(mistakes, "%s: %s\n", name, reason);
}

static void
settings_read_int(const struct settings_rule *rule, const char *value,
    struct settings *s, struct buf *mistakes)
{
	char *end;
	long n;
	int *member = (int *)(void *)((char *)s + rule->offset);

	if (*value == '\0') {
		*member = 0;
		return;
	}
	n = strtol(value, &end, 10);
	if (*end != '\0' || strspn(value, "0123456789") == 0)
		settings_wrong(mistakes, rule->row.name, "must be a number");
	else if (rule->min == rule->max && n != rule->min)
		buf_printf(mistakes, "%s: only %d is possible\n",
		    rule->row.name, rule->min);
	else if (n < rule->min || n > rule->max)
		buf_printf(mistakes, "%s: must be from %d to %d\n",
		    rule->row.name, rule->min, rule->max);
	else
		*member = (int)n;
}

static void
settings_read_bool(const struct settings_rule *rule, const char *value,
    struct settings *s, struct buf *mistakes)
{
	bool *member = (bool *)(void *)((char *)s + rule->offset);

	if (strcmp(value, "0") != 0 && strcmp(value, "1") != 0)
		settings_wrong(mistakes, rule->row.name, "must be 0 or 1");
	*member = strcmp(value, "1") == 0;
}

/* A text without a value and a default is NULL; a list is "". */
static void
settings_read_text(const struct settings_rule *rule, const char *value,
    struct settings *s, struct buf *mistakes)
{
	const char **member = (const char **)(void *)((char *)s + rule->offset);
	const char *wrong = NULL;

	*member = *value == '\0' && rule->kind == SET_TEXT ? NULL : value;
	if (*value != '\0' && rule->check != NULL)
		wrong = rule->check(value);
	if (wrong != NULL)
		settings_wrong(mistakes, rule->row.name, wrong);
}

static bool
settings_in_production(void)
{
	const char *environment = getenv("ENVIRONMENT");

	return (environment != NULL && strcmp(environment, "production") == 0);
}

/* An empty variable counts as not set; of a list it is the empty list. */
const char *
settings_value(size_t i, bool *given)
{
	const struct settings_rule *rule = &settings_rules[i];
	const char *value = getenv(rule->row.name);

	*given = value != NULL && (*value != '\0' || rule->kind == SET_LIST);
	if (*given)
		return (value);
	return (settings_in_production() && rule->production != NULL
		    ? rule->production
		    : rule->row.fallback);
}

static void
settings_read(size_t i, struct settings *s, struct buf *mistakes)
{
	const struct settings_rule *rule = &settings_rules[i];
	bool given;
	const char *value = settings_value(i, &given);

	switch (rule->kind) {
	case SET_INT:
		settings_read_int(rule, value, s, mistakes);
		break;
	case SET_BOOL:
		settings_read_bool(rule, value, s, mistakes);
		break;
	case SET_TEXT:
	case SET_LIST:
		settings_read_text(rule, value, s, mistakes);
		break;
	}
}

/* What no setting can know alone. */
static void
settings_check_pairs(const struct settings *s, struct buf *mistakes)
{
	if ((s->supabase_url == NULL) != (s->supabase_service_key == NULL))
		settings_wrong(mistakes,
		    s->supabase_url == NULL ? "SUPABASE_URL"
					    : "SUPABASE_SERVICE_KEY",
		    "SUPABASE_URL and SUPABASE_SERVICE_KEY go together");
	if (s->production && s->tls_cert == NULL)
		settings_wrong(mistakes, "TLS_CERT", "production requires it");
	if (s->production && s->tls_key == NULL)
		settings_wrong(mistakes, "TLS_KEY", "production requires it");
	if (!s->production && (s->tls_cert == NULL) != (s->tls_key == NULL))
		settings_wrong(mistakes,
		    s->tls_cert == NULL ? "TLS_CERT" : "TLS_KEY",
		    "TLS_CERT and TLS_KEY go together");
	if (s->http_port != 0 && s->http_port == s->port)
		settings_wrong(mistakes, "HTTP_PORT", "is PORT's already");
}

/* The only text that is made, not given; ours, so that it outlives any s. */
static char *settings_raw_dir;

static int
settings_derive(struct settings *s, struct err *e)
{
	if (s->input_dir != NULL)
		return (0);
	free(settings_raw_dir);
	if (asprintf(&settings_raw_dir, "%s/raw", s->data_dir) == -1) {
		settings_raw_dir = NULL;
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	}
	s->input_dir = settings_raw_dir;
	return (0);
}

int
settings_load(struct settings *s, struct buf *mistakes, struct err *e)
{
	size_t i, len;

	memset(s, 0, sizeof(*s));
	s->production = settings_in_production();
	for (i = 0; i < SETTINGS_COUNT; i++)
		settings_read(i, s, mistakes);
	settings_check_pairs(s, mistakes);
	if (mistakes->len > 0 || mistakes->failed) {
		len = strcspn(buf_string(mistakes), "\n");
		return (err_set(
		    e, ERR_CONFIG, "%.*s", (int)len, buf_string(mistakes)));
	}
	return (settings_derive(s, e));
}
