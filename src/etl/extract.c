/*
 * extract: the files of a run, several at a time, each in a transaction.
 */
#include "etl/extract.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/arena.h"
#include "db/db.h"
#include "etl/extract_file.h"
#include "etl/extract_known.h"
#include "io/file.h"

#define THREADS_MAX 16

/* How a kind of file is read: the one table of input formats. */
static const struct {
	int (*read)(struct extract_file *f, struct err *e);
	const char *kind; /* of the finding when it cannot be read */
	const char *text; /* of its message, the reason follows */
} formats[] = {
    [INPUT_LEAGUE] = {extract_league, "unreadable", "the file cannot be read"},
    [INPUT_TRACKING] = {extract_tracking, "unreadable",
	"the file cannot be read"},
    [INPUT_SAVE] = {extract_save, "unreadable_save", "not a tracker save"},
    [INPUT_VIDEO] = {extract_video, "unreadable", "the file cannot be read"},
    [INPUT_XY_PUCK] = {extract_side, "unreadable", "the file cannot be read"},
    [INPUT_XY_PLAYER] = {extract_side, "unreadable", "the file cannot be read"},
};

/* All files of a run; shared by its threads. */
struct extract_run {
	const struct extract_options *o;
	const struct input_list *in;
	const struct extract_hooks *h;
	struct extract_known known; /* nothing without the cache */
	struct extract_result *out; /* each thread writes its files' places */
	size_t *order;		    /* places in the list, largest first */
	size_t count;
	atomic_size_t next;
	atomic_size_t games_left; /* files of games that are not done */
	atomic_size_t games_rows; /* of those that are */
	atomic_size_t games_new;  /* of them, those that were read anew */
	atomic_bool failed;
	pthread_mutex_t lock; /* the first error, sums */
	struct err e;
};

/* ---- one file */

/* Has somebody asked to stop, or another thread failed? */
static bool
run_stopped(void *arg)
{
	struct extract_run *r = arg;

	return (atomic_load(&r->failed) ||
		(r->h->stopped != NULL && r->h->stopped(r->h->arg)));
}

/* What stands for the hash of a file that has none. */
static void
no_hash(const struct input_file *in, struct file_hash *hash)
{
	if (in->several > 0)
		(void)snprintf(
		    hash->hex, sizeof(hash->hex), "%d workbooks", in->several);
	else
		(void)snprintf(hash->hex, sizeof(hash->hex), "unreadable");
	hash->size_bytes = 0;
}

/*
 * Opens and hashes. 0 also when that is not possible: then fd is -1 and
 * reason says why. -1: the run has to end.
 */
static int
open_file(struct extract_run *r, struct extract_file *f, struct file_hash *hash,
    struct err *reason)
{
	char path[4096];

	no_hash(f->in, hash);
	if (f->in->several > 0)
		return (0);
	if (snprintf(path, sizeof(path), "%s/%s", r->o->input_dir,
		f->in->path) >= (int)sizeof(path)) {
		(void)err_set(reason, ERR_INPUT, "its path is too long");
		return (0);
	}
	f->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (f->fd == -1 || fstat(f->fd, &f->opened) == -1) {
		(void)err_set(reason, ERR_INPUT, "%s", strerrordesc_np(errno));
		return (0);
	}
	if (file_hash(f->fd, run_stopped, r, hash, reason) == 0)
		return (0);
	if (reason->code != ERR_INPUT)
		return (-1);
	no_hash(f->in, hash);
	(void)close(f->fd);
	f->fd = -1;
	return (0);
}

/* Begins the file's transaction and its row of raw.file. */
static int
add_file(struct extract_file *f, const struct file_hash *hash, struct err *e)
{
	char size[24], reader[16], game[16];
	const char *same[] = {f->in->path, hash->hex, reader};
	const char *values[] = {f->in->path, input_kind_name(f->in->kind),
	    f->game_id > 0 ? game : NULL, hash->hex, size, reader};
	PGresult *res;

	(void)snprintf(size, sizeof(size), "%lld", (long long)hash->size_bytes);
	(void)snprintf(reader, sizeof(reader), "%d", EXTRACT_READER);
	(void)snprintf(game, sizeof(game), "%d", f->game_id);
	if (db_script(f->conn, "begin", e) == -1 ||
	    db_none(f->conn, "raw_file_forget", 3, same, e) == -1 ||
	    db_one(f->conn, "raw_file_add", 6, values, &res, e) == -1)
		return (-1);
	(void)snprintf(
	    f->file_id, sizeof(f->file_id), "%s", PQgetvalue(res, 0, 0));
	PQclear(res);
	return (0);
}

/* Ends the transaction. */
static int
finish_file(struct extract_file *f, struct err *e)
{
	char rows[24], game[16];
	const char *values[] = {f->file_id, rows, f->game_id > 0 ? game : NULL};

	(void)snprintf(rows, sizeof(rows), "%lld", (long long)f->rows);
	(void)snprintf(game, sizeof(game), "%d", f->game_id);
	if (db_none(f->conn, "raw_file_done", 3, values, e) == -1)
		return (-1);
	return (db_script(f->conn, "commit", e));
}

/* Is the file what was hashed? Somebody may have saved it meanwhile. */
static int
check_unchanged(const struct extract_file *f, struct err *e)
{
	const struct stat *before = &f->opened;
	struct stat now;

	if (fstat(f->fd, &now) == 0 && now.st_size == before->st_size &&
	    now.st_mtim.tv_sec == before->st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == before->st_mtim.tv_nsec)
		return (0);
	return (err_set(e, ERR_INPUT, "it changed while it was read"));
}

/* Can the run go on without this file? */
static bool
is_unreadable(const struct err *e)
{
	return (e->code == ERR_INPUT || e->code == ERR_LIMIT);
}

/* The file is in raw with the reason why it has no rows. */
static int
add_unreadable(struct extract_file *f, const struct file_hash *hash,
    const struct err *reason, struct err *e)
{
	struct extract_finding finding = {.severity = "error"};
	char message[ERR_TEXT_MAX + 64], value[16];

	finding.kind = formats[f->in->kind].kind;
	(void)snprintf(message, sizeof(message), "%s: %s",
	    formats[f->in->kind].text, reason->text);
	if (f->in->several > 0) {
		(void)snprintf(value, sizeof(value), "%d", f->in->several);
		(void)snprintf(message, sizeof(message),
		    "%s tracking workbooks: the game is left out", value);
		finding.kind = "several_tracking_files";
		finding.value = value;
	}
	finding.message = message;
	f->rows = 0;
	f->game_id = f->in->game_id;
	if (f->in->kind == INPUT_LEAGUE)
		return (err_set(e, ERR_INPUT, "%s: %s", f->in->path, message));
	if (add_file(f, hash, e) == -1 ||
	    extract_add_finding(f, &finding, e) == -1)
		return (-1);
	return (finish_file(f, e));
}

/* Reads the open file into raw. */
static int
read_file(struct extract_file *f, struct file_hash *hash, struct err *e)
{
	struct err reason;

	if (add_file(f, hash, e) == -1)
		return (-1);
	err_clear(&reason);
	if (formats[f->in->kind].read(f, &reason) == 0) {
		if (check_unchanged(f, &reason) == 0)
			return (finish_file(f, e));
		no_hash(f->in, hash);
	}
	if (db_lost(f->conn) || db_script(f->conn, "rollback", e) == -1 ||
	    !is_unreadable(&reason)) {
		*e = reason;
		return (-1);
	}
	return (add_unreadable(f, hash, &reason, e));
}

/*
 * Plans need to know how many rows a file has. The sheets of the league are
 * counted after it, those of the games after the last one, while other
 * threads may still read; a few games more change nothing.
 */
static int
count_rows(struct extract_run *r, const struct extract_file *f, bool read_anew,
    struct err *e)
{
	if (f->in->kind == INPUT_LEAGUE)
		return (read_anew
			    ? db_none(f->conn, "raw_analyze_league", 0, NULL, e)
			    : 0);
	(void)atomic_fetch_add(&r->games_rows, (size_t)f->rows);
	if (read_anew)
		(void)atomic_fetch_add(&r->games_new, (size_t)f->rows);
	if (atomic_fetch_sub(&r->games_left, 1) > 1 ||
	    atomic_load(&r->games_new) * 10 <= atomic_load(&r->games_rows))
		return (0);
	return (db_none(f->conn, "raw_analyze_games", 0, NULL, e));
}

/* One file of the list, from looking at it to its commit. */
static int
run_file(struct extract_run *r, PGconn *conn, size_t place, struct err *e)
{
	struct extract_file f = {.in = &r->in->file[place],
	    .conn = conn,
	    .fd = -1,
	    .game_id = r->in->file[place].game_id,
	    .stopped = run_stopped,
	    .stopped_arg = r};
	struct file_hash hash;
	struct err reason;
	bool known = false;
	int64_t id = 0;
	int rc = -1;

	err_clear(&reason);
	if (r->h->file_started != NULL)
		r->h->file_started(r->h->arg, f.in->path);
	if (open_file(r, &f, &hash, &reason) == -1) {
		*e = reason;
		goto out;
	}
	if (f.fd != -1)
		known = extract_known_find(
		    &r->known, f.in->path, hash.hex, &id, &f.rows);
	if (known)
		rc = 0;
	else if (f.fd == -1)
		rc = add_unreadable(&f, &hash, &reason, e);
	else
		rc = read_file(&f, &hash, e);
	if (rc == -1)
		goto out;
	if ((rc = count_rows(r, &f, !known, e)) == -1)
		goto out;
	r->out->file_id[place] = known ? id : strtoll(f.file_id, NULL, 10);
	(void)pthread_mutex_lock(&r->lock);
	r->out->rows += f.rows;
	r->out->reused += known;
	(void)pthread_mutex_unlock(&r->lock);
	if (r->h->file_done != NULL)
		r->h->file_done(r->h->arg, f.in->path, (long)f.rows, known);
out:
	if (f.fd != -1)
		(void)close(f.fd);
	return (rc);
}

/* ---- all files */

/* A thread: the next file until there is none. */
static void *
run_files(void *arg)
{
	struct extract_run *r = arg;
	PGconn *conn = NULL;
	struct err e;
	size_t i;
	int rc;

	err_clear(&e);
	rc = db_open(r->o->conninfo, "extract", &conn, &e);
	while (rc == 0 && (i = atomic_fetch_add(&r->next, 1)) < r->count) {
		if (run_stopped(r))
			rc = err_set(&e, ERR_CANCELLED, "cancelled");
		else
			rc = run_file(r, conn, r->order[i], &e);
	}
	if (rc == -1) {
		(void)pthread_mutex_lock(&r->lock);
		if (!atomic_exchange(&r->failed, true))
			r->e = e;
		(void)pthread_mutex_unlock(&r->lock);
	}
	db_close(conn);
	return (NULL);
}

static int
by_size(const void *a, const void *b, void *arg)
{
	const struct input_list *in = arg;
	int64_t x = in->file[*(const size_t *)a].size_bytes;
	int64_t y = in->file[*(const size_t *)b].size_bytes;

	return ((x < y) - (x > y));
}

/* Runs the threads; this one is the first of them. Signals are not theirs. */
static void
run_threads(struct extract_run *r)
{
	pthread_t thread[THREADS_MAX];
	size_t i, n = (size_t)(r->o->threads < 1 ? 1 : r->o->threads);
	size_t started = 0;
	sigset_t all, old;

	if (n > r->count)
		n = r->count;
	if (n > THREADS_MAX)
		n = THREADS_MAX;
	(void)sigfillset(&all);
	(void)pthread_sigmask(SIG_SETMASK, &all, &old);
	for (i = 1; i < n; i++)
		if (pthread_create(&thread[started], NULL, run_files, r) == 0)
			started++;
	(void)pthread_sigmask(SIG_SETMASK, &old, NULL);
	if (r->count > 0)
		(void)run_files(r);
	for (i = 0; i < started; i++)
		(void)pthread_join(thread[i], NULL);
}

int
extract_files(const struct extract_options *o, const struct input_list *in,
    const struct extract_hooks *h, struct extract_result *out, struct err *e)
{
	struct extract_run r = {.o = o, .in = in, .h = h, .out = out};
	size_t i;

	memset(out, 0, sizeof(*out));
	if (o->use_cache && extract_known_load(&r.known, o->conn, e) == -1)
		return (-1);
	out->file_id = calloc(in->count + 1, sizeof(*out->file_id));
	r.order = calloc(in->count + 1, sizeof(*r.order));
	if (out->file_id == NULL || r.order == NULL) {
		extract_known_cleanup(&r.known);
		free(r.order);
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	}
	for (i = 0; i < in->count; i++) {
		r.order[r.count++] = i;
		r.games_left += in->file[i].kind != INPUT_LEAGUE;
	}
	qsort_r(
	    r.order, r.count, sizeof(*r.order), by_size, (void *)(uintptr_t)in);
	(void)pthread_mutex_init(&r.lock, NULL);
	run_threads(&r);
	(void)pthread_mutex_destroy(&r.lock);
	extract_known_cleanup(&r.known);
	free(r.order);
	if (!atomic_load(&r.failed))
		return (0);
	*e = r.e;
	return (-1);
}

void
extract_result_cleanup(struct extract_result *result)
{
	free(result->file_id);
	result->file_id = NULL;
}
