/*
 * keeper: holds one idle connection; when that breaks, brings PostgreSQL up.
 */
#include "keeper.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/logger.h"
#include "db/cluster.h"
#include "db/db.h"

#define RETRY_MS 1000

/* Returns when the server at the other end is gone. */
static void
watch(PGconn *conn)
{
	struct pollfd p = {.fd = PQsocket(conn), .events = POLLIN};

	while (PQconsumeInput(conn) && PQstatus(conn) == CONNECTION_OK)
		(void)poll(&p, 1, -1);
}

static void
revive(const struct settings *s)
{
	struct cluster *c;
	struct err e;

	if (cluster_acquire(s->data_dir, s->input_dir, &c, &e) == 0)
		cluster_release(c);
	else
		logger_error(NULL, "%s", e.text);
}

static void __attribute__((noreturn))
keep(const struct settings *s, const char *conninfo)
{
	PGconn *conn;
	struct err e;

	for (;;) {
		if (db_open(conninfo, "keeper", &conn, &e) == 0) {
			watch(conn);
			db_close(conn);
			logger_warning(NULL, "private PostgreSQL went away");
		} else
			(void)poll(NULL, 0, RETRY_MS);
		revive(s);
	}
}

pid_t
keeper_start(const struct settings *s, const char *conninfo)
{
	pid_t parent = getpid(), keeper;

	keeper = fork();
	if (keeper == -1) {
		logger_error(NULL, "fork: errno %d", errno);
		return (0);
	}
	if (keeper != 0)
		return (keeper);
	(void)signal(SIGINT, SIG_DFL);
	(void)signal(SIGTERM, SIG_DFL);
	(void)prctl(PR_SET_NAME, "keeper");
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(EXIT_SUCCESS);
	keep(s, conninfo);
}

void
keeper_stop(pid_t keeper)
{
	if (keeper <= 0)
		return;
	(void)kill(keeper, SIGKILL);
	while (waitpid(keeper, NULL, 0) == -1 && errno == EINTR)
		;
}
