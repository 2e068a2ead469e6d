/*
 * cluster_process: fork, become the user, exec. The server is a grandchild in
 * a session of its own: Ctrl-C in a terminal must not reach it, and it must
 * not stay as our zombie when it dies.
 */
#include "db/cluster_process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/buf.h"
#include "core/clock.h"
#include "db/sqlfile.h"

#define PROCESS_STOP_MS 60000

/*
 * Given at each start, so that a newer program brings newer settings.
 * synchronize_seqscans off and the collation make results repeatable; a
 * minimal WAL lets tables that are made and filled in one transaction skip it;
 * parallel plans are off because the tables themselves are built in parallel.
 * Tables are mostly replaced whole: one autovacuum worker with small samples
 * keeps their statistics, and rows that only came need no vacuum.
 * After a kill one syncfs takes the place of an fsync of each of many files.
 */
static const char *const process_settings[] = {
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "cluster_name=benchsight",
    "max_connections=60",
    "shared_buffers=128MB",
    "work_mem=64MB",
    "maintenance_work_mem=128MB",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=1GB",
    "checkpoint_timeout=15min",
    "recovery_init_sync_method=syncfs",
    "max_parallel_workers_per_gather=0",
    "max_parallel_maintenance_workers=0",
    "jit=off",
    "default_statistics_target=20",
    "autovacuum_max_workers=1",
    "autovacuum_vacuum_insert_threshold=-1",
    "synchronize_seqscans=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_line_prefix=%m [%p] ",
    /* Statements may hold values of people. */
    "log_min_error_statement=panic",
};

#define PROCESS_SETTINGS (sizeof(process_settings) / sizeof(char *))

/* In a child: a session, a user, a log and an environment of its own. */
static void
cluster_process_become(const struct cluster_place *p, const char *log)
{
	sigset_t none;
	int fd, signals[] = {SIGPIPE, SIGCHLD, SIGINT, SIGTERM, SIGHUP, SIGQUIT,
		    SIGUSR1, SIGUSR2};
	size_t i;

	(void)setsid();
	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		(void)signal(signals[i], SIG_DFL);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	if (p->drop && (setgroups(0, NULL) == -1 || setgid(p->gid) == -1 ||
			   setuid(p->uid) == -1))
		_exit(126);
	(void)umask(077);
	if (chdir("/") == -1 || (fd = open("/dev/null", O_RDONLY)) == -1)
		_exit(126);
	(void)dup2(fd, STDIN_FILENO);
	if ((fd = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600)) == -1)
		_exit(126);
	(void)dup2(fd, STDOUT_FILENO);
	(void)dup2(fd, STDERR_FILENO);
}

static void
cluster_process_exec(const char *program, char *const *argv)
{
	static char path[] = "PATH=/usr/bin:/bin", lang[] = "LC_ALL=C.UTF-8";
	char *environment[] = {path, lang, NULL};

	/* Locks of ours above all: an inherited one would never be let go. */
	(void)close_range(3, ~0U, 0);
	(void)execve(program, argv, environment);
	_exit(127);
}

static int
cluster_process_wait(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) == -1) {
		if (errno != EINTR)
			return (-1);
	}
	return (WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

static int
cluster_process_remove(
    const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	(void)type;
	(void)where;
	return (remove(path));
}

/* initdb into a directory beside, renamed when it is whole. */
int
cluster_process_init(
    struct arena *a, const struct cluster_place *p, struct err *e)
{
	char *fresh = arena_printf(a, "%s/data.new", p->base);
	char *program = arena_printf(a, "%s/initdb", p->bin);
	char *log = arena_printf(a, "%s/initdb.log", p->base);
	char *argv[] = {program, arena_strdup(a, "-D"), fresh,
	    arena_strdup(a, "--username=postgres"),
	    arena_strdup(a, "--auth-local=trust"),
	    arena_strdup(a, "--auth-host=reject"),
	    arena_strdup(a, "--encoding=UTF8"),
	    arena_strdup(a, "--locale=C.UTF-8"),
	    arena_strdup(a, "--no-instructions"), NULL};
	pid_t child;
	int status;

	(void)nftw(fresh, cluster_process_remove, 16, FTW_DEPTH | FTW_PHYS);
	if ((child = fork()) == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "fork"));
	if (child == 0) {
		cluster_process_become(p, log);
		cluster_process_exec(program, argv);
	}
	if ((status = cluster_process_wait(child)) != 0)
		return (err_set(e, ERR_DATABASE,
		    "initdb ended with status %d: see %s", status, log));
	if (rename(fresh, p->data) == -1)
		return (err_set_errno(e, ERR_DATABASE, "%s", p->data));
	return (0);
}

/* A directory as PostgreSQL's list of directories wants it. */
static char *
cluster_process_socket(struct arena *a, const struct cluster_place *p)
{
	struct buf b;
	const char *c;
	char *text;

	buf_init(&b, BUF_MAX_LINE);
	buf_text(&b, "unix_socket_directories=\"");
	for (c = p->base; *c != '\0'; c++) {
		if (*c == '"')
			buf_char(&b, '"');
		buf_char(&b, *c);
	}
	buf_char(&b, '"');
	text = arena_strdup(a, buf_string(&b));
	buf_cleanup(&b);
	return (text);
}

/* Between us and the server: ends when the server does or we let go. */
static void
cluster_process_watch(int hold, pid_t server)
{
	struct pollfd fd = {.fd = hold, .events = POLLIN};

	for (;;) {
		if (waitpid(server, NULL, WNOHANG) == server)
			_exit(1);
		if (poll(&fd, 1, 10) > 0)
			_exit(0);
	}
}

static char **
cluster_process_argv(
    struct arena *a, const struct cluster_place *p, char *program)
{
	char **argv;
	size_t i, n = 0;

	argv = arena_alloc(a, (PROCESS_SETTINGS * 2 + 6) * sizeof(*argv));
	argv[n++] = program;
	argv[n++] = arena_strdup(a, "-D");
	argv[n++] = arena_strdup(a, p->data);
	argv[n++] = arena_strdup(a, "-c");
	argv[n++] = cluster_process_socket(a, p);
	for (i = 0; i < PROCESS_SETTINGS; i++) {
		argv[n++] = arena_strdup(a, "-c");
		argv[n++] = arena_strdup(a, process_settings[i]);
	}
	argv[n] = NULL;
	return (argv);
}

int
cluster_process_start(struct arena *a, const struct cluster_place *p,
    struct cluster_start *s, struct err *e)
{
	char *program = arena_printf(a, "%s/postgres", p->bin);
	char *log = arena_printf(a, "%s/postgres.log", p->base);
	char **argv = cluster_process_argv(a, p, program);
	int ends[2];
	pid_t server;

	s->watcher = 0;
	if (pipe2(ends, O_CLOEXEC) == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "pipe"));
	if ((s->watcher = fork()) == -1) {
		s->watcher = 0;
		(void)close(ends[0]);
		(void)close(ends[1]);
		return (err_set_errno(e, ERR_UNEXPECTED, "fork"));
	}
	if (s->watcher == 0) {
		cluster_process_become(p, log);
		(void)close(ends[1]);
		if ((server = fork()) == 0) {
			(void)setsid();
			cluster_process_exec(program, argv);
		}
		if (server == -1)
			_exit(1);
		cluster_process_watch(ends[0], server);
	}
	(void)close(ends[0]);
	s->hold = ends[1];
	return (0);
}

bool
cluster_process_alive(struct cluster_start *s)
{
	if (s->watcher == 0)
		return (false);
	if (waitpid(s->watcher, NULL, WNOHANG) == 0)
		return (true);
	(void)close(s->hold);
	s->watcher = 0;
	return (false);
}

void
cluster_process_detach(struct cluster_start *s)
{
	if (s->watcher == 0)
		return;
	(void)close(s->hold);
	(void)cluster_process_wait(s->watcher);
	s->watcher = 0;
}

void
cluster_process_rotate(struct arena *a, const struct cluster_place *p)
{
	(void)rename(arena_printf(a, "%s/postgres.log", p->base),
	    arena_printf(a, "%s/postgres.log.1", p->base));
}

/* The words of a process, NUL between them; their length, 0 for none. */
static size_t
cluster_process_words(const char *pid, char *words, size_t size)
{
	char path[64];
	FILE *f;
	size_t n;

	(void)snprintf(path, sizeof(path), "/proc/%.20s/cmdline", pid);
	if ((f = fopen(path, "re")) == NULL)
		return (0);
	n = fread(words, 1, size, f);
	(void)fclose(f);
	return (n);
}

/* Whether a process is the server of our data directory. */
static bool
cluster_process_ours(const struct cluster_place *p, const char *pid)
{
	char words[PATH_MAX * 2];
	size_t n = cluster_process_words(pid, words, sizeof(words));
	size_t len = strlen(p->data) + 1;

	return (n >= len && memmem(words, n, p->data, len) != NULL);
}

/* Whether a process is a backend of some server of ours. */
static bool
cluster_process_backend(const char *pid)
{
	static const char title[] = "postgres: benchsight";
	char words[sizeof(title)];
	size_t n = cluster_process_words(pid, words, sizeof(words));

	return (n >= sizeof(title) - 1 &&
		memcmp(words, title, sizeof(title) - 1) == 0);
}

/* The number in postmaster.pid as text, NULL when there is none. */
static const char *
cluster_process_pid(struct arena *a, const struct cluster_place *p)
{
	const char *text;
	struct err ignored;
	size_t len;

	if (sqlfile_read(a, arena_printf(a, "%s/postmaster.pid", p->data),
		&text, &ignored) == -1)
		return (NULL);
	len = strspn(text, "0123456789");
	return (len == 0 ? NULL : arena_strndup(a, text, len));
}

void
cluster_process_clear(struct arena *a, const struct cluster_place *p)
{
	const char *pid = cluster_process_pid(a, p);
	struct dirent *entry;
	DIR *proc;
	bool used = false;

	if (pid == NULL || cluster_process_ours(p, pid) ||
	    (proc = opendir("/proc")) == NULL)
		return;
	while (!used && (entry = readdir(proc)) != NULL)
		used = entry->d_name[0] >= '0' && entry->d_name[0] <= '9' &&
		       cluster_process_backend(entry->d_name);
	(void)closedir(proc);
	if (!used)
		(void)unlink(arena_printf(a, "%s/postmaster.pid", p->data));
}

int
cluster_process_stop(
    struct arena *a, const struct cluster_place *p, struct err *e)
{
	const struct timespec nap = {.tv_nsec = 5000000};
	const char *pid = cluster_process_pid(a, p);
	int64_t until = clock_monotonic_ms() + PROCESS_STOP_MS;
	bool quick = false;

	if (pid == NULL || !cluster_process_ours(p, pid))
		return (0);
	(void)kill((pid_t)strtol(pid, NULL, 10), SIGINT);
	while (cluster_process_ours(p, pid)) {
		if (clock_monotonic_ms() < until) {
			(void)nanosleep(&nap, NULL);
			continue;
		}
		if (quick)
			return (err_set(e, ERR_DATABASE,
			    "PostgreSQL (process %s) does not stop", pid));
		(void)kill((pid_t)strtol(pid, NULL, 10), SIGQUIT);
		quick = true;
		until += 5000;
	}
	return (0);
}
