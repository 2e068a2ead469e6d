/*
 * first_start: one step a function, each does nothing when its thing is there.
 */
#include "first_start.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "certificate.h"
#include "core/logger.h"
#include "db/db.h"
#include "jobs/job.h"
#include "jobs/job_request.h"
#include "sample/sample.h"

#define SAMPLE_GAMES 6
#define SAMPLE_SEED 1
#define REQUEST_MAX 1024

static int
make_dir(const char *path, mode_t mode, struct err *e)
{
	if (mkdir(path, mode) == 0 || errno == EEXIST)
		return (0);
	return (err_set_errno(e, ERR_CONFIG, "%s", path));
}

/* As root: for whoever owns dir, who may be the workers' user. */
static int
make_below(const char *dir, const char *name, mode_t mode, struct err *e)
{
	char path[PATH_MAX];
	struct stat st;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	if (access(path, F_OK) == 0)
		return (0);
	if (make_dir(path, mode, e) != 0)
		return (-1);
	if (geteuid() == 0 && stat(dir, &st) == 0 && st.st_uid != 0 &&
	    chown(path, st.st_uid, st.st_gid) != 0)
		return (err_set_errno(e, ERR_CONFIG, "%s", path));
	return (0);
}

static int
make_dirs(const struct settings *s, struct err *e)
{
	if (make_dir(s->data_dir, 0755, e) != 0 ||
	    make_below(s->data_dir, "output", 0755, e) != 0 ||
	    make_below(s->data_dir, "raw", 0755, e) != 0 ||
	    make_below(s->data_dir, "tmp", 0700, e) != 0)
		return (-1);
	return (0);
}

/* The directory of a path, made when it is missing (one level). */
static int
make_parent(const char *path, struct err *e)
{
	char dir[PATH_MAX], *slash;

	(void)snprintf(dir, sizeof(dir), "%s", path);
	slash = strrchr(dir, '/');
	if (slash == NULL || slash == dir)
		return (0);
	*slash = '\0';
	return (make_dir(dir, 0755, e));
}

static int
make_certificate(const struct settings *s, struct err *e)
{
	bool cert = access(s->tls_cert, F_OK) == 0;
	bool key = access(s->tls_key, F_OK) == 0;

	if (cert && key)
		return (0);
	if (s->production || cert || key)
		return (err_set(e, ERR_CONFIG, "%s: no such file",
		    cert ? s->tls_key : s->tls_cert));
	if (make_parent(s->tls_cert, e) != 0 || make_parent(s->tls_key, e) != 0)
		return (-1);
	logger_info(
	    NULL, "making a certificate for localhost: %s", s->tls_cert);
	return (certificate_make(s->tls_cert, s->tls_key, e));
}

static bool
has_workbook(const char *input_dir)
{
	static const char *const names[] = {
	    "BLB_Tables.xlsx", "BLB_TABLES.xlsx"};
	char path[PATH_MAX];
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		(void)snprintf(
		    path, sizeof(path), "%s/%s", input_dir, names[i]);
		if (access(path, F_OK) == 0)
			return (true);
	}
	return (false);
}

/* Only into our own raw directory, and never in production. */
static int
make_sample(const struct settings *s, struct err *e)
{
	struct sample_options o = {.games = SAMPLE_GAMES, .seed = SAMPLE_SEED};
	struct sample_summary made;
	char own[PATH_MAX];

	(void)snprintf(own, sizeof(own), "%s/raw", s->data_dir);
	if (s->production || strcmp(s->input_dir, own) != 0 ||
	    has_workbook(s->input_dir))
		return (0);
	logger_info(NULL, "making a sample league in %s", own);
	o.dir = s->input_dir;
	return (sample_write(&o, &made, e));
}

static int
insert_first(PGconn *conn, const struct settings *s, struct err *e)
{
	struct job_request request = {.mode = ETL_FULL};
	char id[JOB_ID_SIZE], limit[16];
	const char *values[9] = {id, job_kind_name(JOB_ETL), "full"};
	PGresult *row = NULL;
	struct buf b;
	int ret;

	buf_init(&b, REQUEST_MAX);
	job_request_write(&request, &b);
	(void)snprintf(limit, sizeof(limit), "%d", s->max_queued_jobs);
	values[3] = buf_string(&b);
	values[5] = limit;
	values[6] = "";
	ret = job_id_new(id, e);
	if (ret == 0)
		ret = db_one(conn, "job_insert", 9, values, &row, e);
	if (ret == 0)
		logger_info(NULL, "the first ETL is queued: job %s", id);
	PQclear(row);
	buf_cleanup(&b);
	return (ret);
}

static int
queue_first_etl(const struct settings *s, const struct league *l, struct err *e)
{
	PGresult *row = NULL;
	PGconn *conn = NULL;
	int ret;

	if (!has_workbook(s->input_dir))
		return (0);
	if (db_open(league_conninfo(l), "start", &conn, e) != 0)
		return (-1);
	ret = db_one(conn, "job_first_wanted", 0, NULL, &row, e);
	if (ret == 0 && strcmp(PQgetvalue(row, 0, 0), "t") == 0)
		ret = insert_first(conn, s, e);
	PQclear(row);
	db_close(conn);
	return (ret);
}

int
first_start(const struct settings *s, bool (*stopped)(void),
    struct league **out, struct err *e)
{
	*out = NULL;
	if (make_dirs(s, e) != 0 || make_certificate(s, e) != 0)
		return (-1);
	if (!stopped() && make_sample(s, e) != 0)
		return (-1);
	if (!stopped() && league_open(s, s->input_dir, out, e) != 0)
		return (-1);
	if (!stopped() && queue_first_etl(s, *out, e) != 0) {
		league_close(*out);
		*out = NULL;
		return (-1);
	}
	if (!stopped())
		return (0);
	league_close(*out);
	*out = NULL;
	return (err_set(e, ERR_CANCELLED, "stopped"));
}
