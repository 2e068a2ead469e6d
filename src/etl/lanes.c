/*
 * lanes: the poll loop. libpq's own buffers do the reading; sending blocks,
 * which is short on a local socket.
 */
#include "etl/lanes.h"

#include <errno.h>
#include <poll.h>
#include <string.h>

#include "db/db.h"

int
lanes_open(struct lanes *l, const struct lanes_setup *how, struct err *e)
{
	memset(l, 0, sizeof(*l));
	while (l->count < how->count && l->count < LANES_MAX) {
		if (db_open(how->conninfo, how->purpose,
			&l->lane[l->count].conn, e) == -1)
			goto fail;
		l->count++;
		if (db_script(l->lane[l->count - 1].conn, how->sql, e) == -1)
			goto fail;
	}
	return (0);
fail:
	lanes_close(l);
	return (-1);
}

void
lanes_close(struct lanes *l)
{
	int i;

	for (i = 0; i < l->count; i++) {
		if (l->lane[i].piece != NULL)
			db_cancel(l->lane[i].conn);
		db_close(l->lane[i].conn);
	}
	memset(l, 0, sizeof(*l));
}

/* Gives work to the idle; how many lanes run then, or -1. */
static int
lanes_feed(struct lanes *l, const struct lanes_work *w, struct err *e)
{
	struct lane *lane;
	int i, running = 0;

	for (i = 0; i < l->count; i++) {
		lane = &l->lane[i];
		if (lane->piece == NULL &&
		    (lane->piece = w->next(w->arg)) != NULL &&
		    w->start(w->arg, lane->piece, lane->conn, e) == -1)
			return (-1);
		running += lane->piece != NULL;
	}
	return (running);
}

/* Rows of a COPY that have arrived. 1: the copy has ended. */
static int
lanes_copy(struct lane *lane, const struct lanes_work *w, struct err *e)
{
	char *row;
	int len, rc;

	while ((len = PQgetCopyData(lane->conn, &row, 1)) > 0) {
		rc = w->copied(w->arg, lane->piece, row, len, e);
		PQfreemem(row);
		if (rc == -1)
			return (-1);
	}
	/* An error inside the copy comes as its result. */
	return (len == 0 ? 0 : 1);
}

/* Takes all that has arrived on a lane. */
static int
lanes_take(struct lane *lane, const struct lanes_work *w, struct err *e)
{
	PGresult *res;
	void *piece = lane->piece;
	int rc;

	if (PQconsumeInput(lane->conn) == 0)
		return (db_fail(lane->conn, NULL, e));
	for (;;) {
		if (lane->copying) {
			if ((rc = lanes_copy(lane, w, e)) != 1)
				return (rc);
			lane->copying = false;
		}
		if (PQisBusy(lane->conn))
			return (0);
		if ((res = PQgetResult(lane->conn)) == NULL) {
			lane->piece = NULL;
			return (w->done(w->arg, piece, e));
		}
		lane->copying = PQresultStatus(res) == PGRES_COPY_OUT;
		rc = lane->copying
			 ? 0
			 : w->result(w->arg, piece, lane->conn, res, e);
		PQclear(res);
		if (rc == -1)
			return (-1);
	}
}

/* Waits a moment for any lane and takes what came. */
static int
lanes_wait(struct lanes *l, const struct lanes_work *w, struct err *e)
{
	struct pollfd fd[LANES_MAX];
	int i;

	for (i = 0; i < l->count; i++) {
		fd[i].fd =
		    l->lane[i].piece == NULL ? -1 : PQsocket(l->lane[i].conn);
		fd[i].events = POLLIN;
		fd[i].revents = 0;
	}
	if (poll(fd, (nfds_t)l->count, LANES_POLL_MS) == -1 && errno != EINTR)
		return (err_set_errno(e, ERR_UNEXPECTED, "poll"));
	for (i = 0; i < l->count; i++) {
		if (fd[i].revents != 0 && lanes_take(&l->lane[i], w, e) == -1)
			return (-1);
	}
	return (0);
}

int
lanes_run(struct lanes *l, const struct lanes_work *w, struct err *e)
{
	int running;

	for (;;) {
		if (w->stopped(w->arg)) {
			(void)err_set(e, ERR_CANCELLED, "cancelled");
			break;
		}
		if ((running = lanes_feed(l, w, e)) == 0)
			return (0);
		if (running == -1 || lanes_wait(l, w, e) == -1)
			break;
	}
	lanes_close(l);
	return (-1);
}
