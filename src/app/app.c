/*
 * app: START HERE. What Kore calls, in order: kore_parent_configure before it
 * reads its configuration, kore_worker_configure in each worker it forks,
 * kore_worker_teardown and kore_parent_teardown at the end. Wires settings,
 * database, routes and threads together; does nothing itself.
 */
#include <sys/mman.h>

#include <kore/kore.h>
#include <kore/http.h>
#include <kore/pgsql.h>
#include <kore/tasks.h>

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conf.h"
#include "core/clock.h"
#include "core/logger.h"
#include "core/settings.h"
#include "core/version.h"
#include "dsn.h"
#include "ears.h"
#include "first_start.h"
#include "keeper.h"
#include "port.h"
#include "routes/access.h"
#include "routes/answer.h"
#include "routes/route.h"
#include "runner_task.h"

#define CONF_MAX (64UL * 1024)
#define API_STATEMENT_MS 15000
#define ACCESS_FLUSH_MS 200
#define RUNNER_STOP_MS 5000
#define PORT_WAIT_MS 3000
#define HSTS_SECONDS "31536000"

/* Kore's hooks take no argument of ours: this is what they share. */
static struct {
	struct settings settings;
	pid_t parent;
	pid_t keeper; /* 0: none */
	struct league *league;
	struct route_shared *shared; /* of all workers */
	int64_t started_ms;
	char dhparam[PATH_MAX];
	struct runner_task_options runner;
	struct ears_options ears;
	_Atomic int stop; /* threads of this worker */
	volatile sig_atomic_t interrupted;
} app;

/* The compiled-in configuration; kodev and the Makefile generate it. */
extern const u_int8_t asset_builtin_kore_conf[];
extern const u_int32_t asset_len_builtin_kore_conf;

void kore_parent_configure(int argc, char **argv);
void kore_parent_teardown(void);
void kore_worker_configure(void);
void kore_worker_teardown(void);

/* However the parent ends; Kore may also end it, over its configuration. */
static void
release(void)
{
	if (getpid() == app.parent) {
		keeper_stop(app.keeper);
		league_close(app.league);
	}
	app.keeper = 0;
	app.league = NULL;
}

static void __attribute__((noreturn)) die(const struct err *e)
{
	logger_error(NULL, "%s", e->text);
	exit(err_exit_code(e->code));
}

static int
workers_wanted(void)
{
	int n = app.settings.workers;

	return (n == 0 ? (int)sysconf(_SC_NPROCESSORS_ONLN) : n);
}

/* ---- the parent */

static void
on_signal(int sig)
{
	(void)sig;
	app.interrupted = 1;
}

static bool
interrupted(void)
{
	return (app.interrupted != 0);
}

/* Until Kore takes signals over, one ends the start in good order. */
static void
take_signals(void)
{
	struct sigaction sa = {.sa_handler = on_signal};

	(void)sigaction(SIGINT, &sa, NULL);
	(void)sigaction(SIGTERM, &sa, NULL);
}

static void
load_settings(void)
{
	struct buf mistakes;
	struct err e;

	buf_init(&mistakes, BUF_MAX_LINE);
	if (settings_load(&app.settings, &mistakes, &e) != 0) {
		(void)fputs(buf_string(&mistakes), stderr);
		exit(err_exit_code(e.code));
	}
	buf_cleanup(&mistakes);
	if (app.settings.tls_cert == NULL)
		app.settings.tls_cert = "cert/server.pem";
	if (app.settings.tls_key == NULL)
		app.settings.tls_key = "cert/key.pem";
}

static enum logger_level
log_level(const char *name)
{
	if (strcmp(name, "debug") == 0)
		return (LOG_DEBUG_);
	if (strcmp(name, "warning") == 0)
		return (LOG_WARNING_);
	return (strcmp(name, "error") == 0 ? LOG_ERROR_ : LOG_INFO_);
}

/* The text of -c FILE, else what is compiled in. */
static int
read_conf(struct buf *out, struct err *e)
{
	char part[4096];
	size_t n;
	FILE *f;

	if (config_file == NULL) {
		buf_append(
		    out, asset_builtin_kore_conf, asset_len_builtin_kore_conf);
		return (buf_check(out, "the configuration", e));
	}
	f = fopen(config_file, "re");
	if (f == NULL)
		return (err_set_errno(e, ERR_CONFIG, "%s", config_file));
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		buf_append(out, part, n);
	(void)fclose(f);
	return (buf_check(out, config_file, e));
}

/* Kore's configuration with our settings put in becomes its config_file. */
static int
expand_conf(struct err *e)
{
	const struct settings *s = &app.settings;
	char port[16], http_port[16] = "", workers[16];
	char data[PATH_MAX], pidfile[PATH_MAX + 16], spool[PATH_MAX + 16];
	char cert[PATH_MAX], key[PATH_MAX], *path;
	const struct conf_value values[] = {{"WORKERS", workers},
	    {"PIDFILE", pidfile}, {"DHPARAM", app.dhparam},
	    {"SPOOL_DIR", spool}, {"HSTS", s->production ? HSTS_SECONDS : "0"},
	    {"HOST", s->host}, {"PORT", port}, {"HTTP_PORT", http_port},
	    {"TLS_CERT", cert}, {"TLS_KEY", key}, {NULL, NULL}};
	struct buf text, expanded;
	int ret = -1;

	buf_init(&text, CONF_MAX);
	buf_init(&expanded, CONF_MAX);
	if (conf_path(s->data_dir, data, e) != 0 ||
	    conf_path(s->tls_cert, cert, e) != 0 ||
	    conf_path(s->tls_key, key, e) != 0)
		goto out;
	(void)snprintf(port, sizeof(port), "%d", s->port);
	if (s->http_port != 0)
		(void)snprintf(
		    http_port, sizeof(http_port), "%d", s->http_port);
	(void)snprintf(workers, sizeof(workers), "%d", workers_wanted());
	(void)snprintf(pidfile, sizeof(pidfile), "%s/benchsight.pid", data);
	(void)snprintf(spool, sizeof(spool), "%s/tmp", data);
	if (read_conf(&text, e) != 0 ||
	    conf_expand(buf_string(&text), values, &expanded, e) != 0 ||
	    conf_file(&expanded, &path, e) != 0)
		goto out;
	free(config_file);
	config_file = path;
	ret = 0;
out:
	buf_cleanup(&text);
	buf_cleanup(&expanded);
	return (ret);
}

/* RFC 7919's group lies beside sql/. */
static int
find_dhparam(struct err *e)
{
	const char *sql_dir, *seeds_dir;
	struct arena *a = arena_new();
	int ret = -1;

	if (a != NULL && league_files(a, &sql_dir, &seeds_dir, e) == 0)
		ret = conf_path(
		    arena_printf(a, "%s/../conf/ffdhe2048.pem", sql_dir),
		    app.dhparam, e);
	arena_free(a);
	return (ret);
}

static int
wait_for_ports(struct err *e)
{
	const struct settings *s = &app.settings;

	if (port_wait("PORT", s->host, s->port, PORT_WAIT_MS, e) != 0)
		return (-1);
	if (s->http_port == 0)
		return (0);
	return (port_wait("HTTP_PORT", s->host, s->http_port, PORT_WAIT_MS, e));
}

void
kore_parent_configure(int argc, char **argv)
{
	struct err e;

	(void)setvbuf(stdout, NULL, _IOLBF, 0);
	kore_default_getopt(argc, argv);
	load_settings();
	logger_level(log_level(app.settings.log_level));
	take_signals();
	app.parent = getpid();
	(void)atexit(release);
	app.started_ms = clock_monotonic_ms();
	app.shared = mmap(NULL, sizeof(*app.shared), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (app.shared == MAP_FAILED) {
		(void)err_set_errno(&e, ERR_UNEXPECTED, "mmap");
		die(&e);
	}
	if (find_dhparam(&e) != 0 || wait_for_ports(&e) != 0 ||
	    first_start(&app.settings, interrupted, &app.league, &e) != 0 ||
	    expand_conf(&e) != 0)
		die(&e);
	if (app.settings.database_url == NULL)
		app.keeper =
		    keeper_start(&app.settings, league_conninfo(app.league));
	if (app.interrupted) {
		(void)err_set(&e, ERR_CANCELLED, "stopped");
		die(&e);
	}
	http_server_version("benchsight/" BENCHSIGHT_VERSION);
	http_error_hook = answer_error_hook;
	http_body_hook = route_body_hook;
	logger_info(NULL, "https://%s:%d serves %s",
	    strcmp(app.settings.host, "127.0.0.1") == 0 ? "localhost"
							: app.settings.host,
	    app.settings.port, app.settings.input_dir);
}

void
kore_parent_teardown(void)
{
	release();
}

/* ---- a worker */

static void
flush_access(void *arg, u_int64_t now)
{
	(void)arg;
	(void)now;
	access_flush();
}

/* Threads are dealt tasks in turn: as many threads as endless tasks. */
static void
start_tasks(void)
{
	int runners = workers_wanted() == 1 ? RUNNER_TASK_MAX : 1;

	kore_task_threads = (u_int16_t)(runners + 1);
	league_runner(app.league, &app.settings, NULL, &app.runner.runner);
	app.runner.stop = &app.stop;
	runner_task_start(&app.runner, runners);
	app.ears.conninfo = app.runner.runner.conninfo;
	app.ears.input_dir = app.runner.runner.input_dir;
	app.ears.output_dir = app.runner.runner.output_dir;
	app.ears.stop = &app.stop;
	ears_start(&app.ears);
}

void
kore_worker_configure(void)
{
	struct buf dsn;
	struct err e;

	buf_init(&dsn, BUF_MAX_LINE);
	if (dsn_with_limits(
		league_conninfo(app.league), API_STATEMENT_MS, &dsn, &e) != 0)
		fatalx("%s", e.text);
	(void)kore_pgsql_register("api", buf_string(&dsn));
	buf_cleanup(&dsn);
	route_start(&app.settings, app.shared, app.started_ms);
	(void)kore_timer_add(flush_access, ACCESS_FLUSH_MS, NULL, 0);
	start_tasks();
}

/* Only a build for coverage has it. */
extern void __gcov_dump(void) __attribute__((weak));

/*
 * Kore would go on and unmap memory that the threads still use, so the worker
 * ends here. The status says nothing to a parent that stops; to one that does
 * not (somebody ended this worker alone) it says: start another.
 */
void
kore_worker_teardown(void)
{
	atomic_store(&app.stop, 1);
	/* First the port: after a kill of the parent the next start needs it.
	 */
	kore_connection_prune(KORE_CONNECTION_PRUNE_ALL);
	kore_server_cleanup();
	runner_task_wait(RUNNER_STOP_MS);
	access_flush();
	(void)fflush(NULL);
	if (__gcov_dump != NULL)
		__gcov_dump();
	_exit(EXIT_FAILURE);
}
