/*
 * cluster: who uses the private PostgreSQL, and its databases. Two locks in
 * its base: users.lock, shared by everybody who uses it, and start.lock, held
 * while somebody makes, starts or stops it. Both are flock(2): the kernel lets
 * them go when a process dies, however it dies.
 */
#include "db/cluster.h"

#include <errno.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/logger.h"
#include "db/cluster_place.h"
#include "db/cluster_process.h"
#include "db/db.h"

#define CLUSTER_START_MS 120000 /* recovery after a crash included */
#define CLUSTER_TRIES 40	/* early deaths of a server, 100 ms apart */

struct cluster {
	struct arena *arena;
	struct cluster_place place;
	const char *database;
	const char *conninfo;
	int users; /* users.lock, shared; -1 */
	int start; /* start.lock while it is held, else -1 */
};

/* Opens a lock file and waits for the lock. */
static int
cluster_lock(struct cluster *c, const char *name, int how, struct err *e)
{
	const char *path = arena_printf(c->arena, "%s/%s", c->place.base, name);
	int fd;

	if ((fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) == -1)
		return (err_set_errno(e, ERR_CONFIG, "%s", path));
	while (flock(fd, how) == -1) {
		if (errno == EINTR)
			continue;
		(void)err_set_errno(e, ERR_CONFIG, "%s", path);
		(void)close(fd);
		return (-1);
	}
	/* Whoever runs PostgreSQL may also be who comes next, without root. */
	if (c->place.drop && fchown(fd, c->place.uid, c->place.gid) == -1)
		logger_debug(NULL, "%s stays root's", path);
	return (fd);
}

static void
cluster_unlock(int *fd)
{
	if (*fd != -1)
		(void)close(*fd);
	*fd = -1;
}

/* host='…' dbname='…' user=postgres, quoted as libpq wants it. */
static const char *
cluster_string(struct cluster *c, const char *database)
{
	struct buf b;
	const char *p, *text;

	buf_init(&b, BUF_MAX_LINE);
	buf_text(&b, "host='");
	for (p = c->place.base; *p != '\0'; p++) {
		if (*p == '\'' || *p == '\\')
			buf_char(&b, '\\');
		buf_char(&b, *p);
	}
	buf_printf(&b, "' port=5432 user=postgres dbname='%s'", database);
	text = arena_strdup(c->arena, buf_string(&b));
	buf_cleanup(&b);
	return (text);
}

static void
cluster_nap(int ms)
{
	const struct timespec nap = {.tv_nsec = ms * 1000000L};

	(void)nanosleep(&nap, NULL);
}

/*
 * Brings the server up. A start may fail for a moment: the old server is
 * still ending, or its backends after a kill -9. One that goes on running and
 * has lost its socket (somebody removed the directory) is stopped first.
 */
static int
cluster_start_wait(struct cluster *c, const char *probe, struct err *e)
{
	struct cluster_start s = {0};
	int64_t until = clock_monotonic_ms() + CLUSTER_START_MS;
	int tries = 0;
	PGPing state;

	while ((state = PQping(probe)) != PQPING_OK) {
		if (clock_monotonic_ms() > until)
			break;
		if (state == PQPING_REJECT || cluster_process_alive(&s)) {
			cluster_nap(5);
			continue;
		}
		if (tries++ == CLUSTER_TRIES)
			break;
		if (tries == 1) {
			cluster_process_clear(c->arena, &c->place);
			cluster_process_rotate(c->arena, &c->place);
		} else
			cluster_nap(100);
		if (tries == CLUSTER_TRIES / 2 &&
		    cluster_process_stop(c->arena, &c->place, e) == -1)
			return (-1);
		if (cluster_process_start(c->arena, &c->place, &s, e) == -1)
			return (-1);
	}
	cluster_process_detach(&s);
	if (state == PQPING_OK)
		return (0);
	return (err_set(e, ERR_DATABASE,
	    "the private PostgreSQL does not start: see %s/postgres.log",
	    c->place.base));
}

/* Makes the database unless it is there. Under start.lock: no race. */
static int
cluster_create_database(struct cluster *c, struct err *e)
{
	PGconn *conn = NULL;
	PGresult *res = NULL;
	struct buf sql;
	int rc = -1;

	buf_init(&sql, BUF_MAX_LINE);
	if (db_open(cluster_string(c, "postgres"), "start", &conn, e) == -1)
		goto out;
	res = PQexecParams(conn, "select from pg_database where datname = $1",
	    1, NULL, &c->database, NULL, NULL, 0);
	if (PQresultStatus(res) != PGRES_TUPLES_OK) {
		(void)db_fail(conn, res, e);
		goto out;
	}
	if (PQntuples(res) == 0) {
		/* Names are ours: benchsight or league_ and hex digits. */
		buf_printf(&sql,
		    "create database %s template template0 encoding 'UTF8' "
		    "lc_collate 'C' lc_ctype 'C.UTF-8'",
		    c->database);
		if (db_script(conn, buf_string(&sql), e) == -1)
			goto out;
		logger_info(NULL, "database %s is made", c->database);
	}
	rc = 0;
out:
	PQclear(res);
	db_close(conn);
	buf_cleanup(&sql);
	return (rc);
}

static bool
cluster_answers(struct cluster *c)
{
	PGconn *conn = PQconnectdb(c->conninfo);
	bool ok = PQstatus(conn) == CONNECTION_OK;

	PQfinish(conn);
	return (ok);
}

/* Under start.lock: cluster, server and database are there afterwards. */
static int
cluster_bring_up(struct cluster *c, struct err *e)
{
	int64_t begun = clock_monotonic_ms();

	if (cluster_answers(c))
		return (0);
	if (access(c->place.data, F_OK) == -1) {
		logger_info(NULL, "making a private PostgreSQL in %s%s",
		    c->place.base,
		    c->place.elsewhere
			? " (it cannot lie under the data directory)"
			: "");
		if (cluster_process_init(c->arena, &c->place, e) == -1)
			return (-1);
	}
	if (cluster_start_wait(c, cluster_string(c, "postgres"), e) == -1 ||
	    cluster_create_database(c, e) == -1)
		return (-1);
	logger_info(NULL, "private PostgreSQL is up after %lld ms, in %s",
	    (long long)(clock_monotonic_ms() - begun), c->place.base);
	return (0);
}

/* The database of a league: another input directory is another league. */
static const char *
cluster_database(struct cluster *c, const char *data_dir, const char *input_dir)
{
	const char *standard = cluster_place_absolute(
	    c->arena, arena_printf(c->arena, "%s/raw", data_dir));
	const char *input = cluster_place_absolute(c->arena, input_dir);

	if (strcmp(standard, input) == 0)
		return ("benchsight");
	return (arena_printf(
	    c->arena, "league_%s", cluster_place_hash(c->arena, input)));
}

int
cluster_acquire(const char *data_dir, const char *input_dir,
    struct cluster **out, struct err *e)
{
	struct cluster *c;
	int rc = -1;

	*out = NULL;
	if ((c = calloc(1, sizeof(*c))) == NULL ||
	    (c->arena = arena_new()) == NULL) {
		free(c);
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	}
	c->users = c->start = -1;
	if (cluster_place_find(c->arena, data_dir, &c->place, e) == -1)
		goto out;
	c->database = cluster_database(c, data_dir, input_dir);
	c->conninfo = cluster_string(c, c->database);
	if ((c->start = cluster_lock(c, "start.lock", LOCK_EX, e)) == -1 ||
	    (c->users = cluster_lock(c, "users.lock", LOCK_SH, e)) == -1 ||
	    cluster_bring_up(c, e) == -1)
		goto out;
	*out = c;
	rc = 0;
out:
	cluster_unlock(&c->start);
	if (rc == -1)
		cluster_release(c);
	return (rc);
}

const char *
cluster_conninfo(const struct cluster *c)
{
	return (c->conninfo);
}

/*
 * The shared lock becomes exclusive only when nobody else has it. Nobody can
 * come in between: whoever takes the shared one holds start.lock.
 */
void
cluster_release(struct cluster *c)
{
	struct err e;

	if (c == NULL)
		return;
	if (c->users != -1)
		c->start = cluster_lock(c, "start.lock", LOCK_EX, &e);
	if (c->start != -1 && flock(c->users, LOCK_EX | LOCK_NB) == 0) {
		if (cluster_process_stop(c->arena, &c->place, &e) == -1)
			logger_error(NULL, "%s", e.text);
	}
	cluster_unlock(&c->users);
	cluster_unlock(&c->start);
	arena_free(c->arena);
	free(c);
}
