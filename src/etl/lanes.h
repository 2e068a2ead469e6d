/*
 * lanes: several connections driven by one poll loop. A lane runs one piece
 * of work at a time: one command, of any number of statements. What a piece
 * is, and which may run now, only its owner knows.
 */
#ifndef ETL_LANES_H
#define ETL_LANES_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "core/err.h"

#define LANES_MAX 16
#define LANES_POLL_MS 50 /* how soon a stop is noticed */

struct lane {
	PGconn *conn;
	void *piece;  /* what it runs; NULL: idle */
	bool copying; /* COPY to us is on */
};

struct lanes {
	struct lane lane[LANES_MAX];
	int count;
};

/*
 * All are called in the thread of lanes_run with arg. A function that fails
 * ends the run; the pieces that still run are cancelled.
 */
struct lanes_work {
	void *arg;
	bool (*stopped)(void *arg);
	/* A piece that may run now, or NULL: none until another has ended. */
	void *(*next)(void *arg);
	/* Sends the piece's command (PQsendQuery). */
	int (*start)(void *arg, void *piece, PGconn *conn, struct err *e);
	/*
	 * Each result, failed ones too; not kept. For PGRES_COPY_IN it sends
	 * all the data and ends the copy.
	 */
	int (*result)(
	    void *arg, void *piece, PGconn *conn, PGresult *res, struct err *e);
	/* A row of a COPY to us; NULL if no piece copies. */
	int (*copied)(
	    void *arg, void *piece, const char *data, int len, struct err *e);
	/* The piece has ended well. */
	int (*done)(void *arg, void *piece, struct err *e);
};

/*
 * Opens count connections (at most LANES_MAX) and runs setup on each. Closes
 * all again when one fails.
 */
struct lanes_setup {
	const char *conninfo;
	const char *purpose;
	const char *sql;
	int count;
};
int lanes_open(
    struct lanes *l, const struct lanes_setup *how, struct err *e) ERR_CHECKED;

/*
 * Runs until no piece is left. -1 with the first error, ERR_CANCELLED when
 * stopped; then all connections are closed and nothing of ours runs any more
 * but for the moment that the server needs to notice.
 */
int lanes_run(
    struct lanes *l, const struct lanes_work *w, struct err *e) ERR_CHECKED;

/* Closes what is open; cancels what runs. */
void lanes_close(struct lanes *l);

#endif
