/*
 * league: puts settings, cluster and migrations together, once, for whoever
 * runs jobs.
 */
#include "jobs/league.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/logger.h"
#include "db/cluster.h"
#include "db/db.h"
#include "db/migrate.h"

#define INSTALLED "/usr/share/benchsight"

struct league {
	struct arena *arena;
	struct cluster *cluster; /* NULL: DATABASE_URL */
	const char *conninfo;
	const char *input_dir;
	const char *output_dir;
	const char *sql_dir;
	const char *seeds_dir;
};

static bool
try_root(struct arena *a, const char *root, const char **sql_dir,
    const char **seeds_dir)
{
	const char *probe = arena_printf(a, "%s/sql/migrations", root);

	if (access(probe, R_OK | X_OK) != 0)
		return (false);
	*sql_dir = arena_printf(a, "%s/sql", root);
	*seeds_dir = arena_printf(a, "%s/data/seeds", root);
	return (true);
}

/* Looks above the executable: build/x, build/asan/x, build/tests/…/x. */
static bool
try_executable(struct arena *a, const char **sql_dir, const char **seeds_dir)
{
	char root[PATH_MAX], *slash;
	ssize_t n;
	int up;

	n = readlink("/proc/self/exe", root, sizeof(root) - 1);
	if (n <= 0)
		return (false);
	root[n] = '\0';
	for (up = 0; up < 5; up++) {
		if ((slash = strrchr(root, '/')) == NULL || slash == root)
			return (false);
		*slash = '\0';
		if (try_root(a, root, sql_dir, seeds_dir))
			return (true);
	}
	return (false);
}

int
league_files(struct arena *a, const char **sql_dir, const char **seeds_dir,
    struct err *e)
{
	if (!try_executable(a, sql_dir, seeds_dir) &&
	    !try_root(a, INSTALLED, sql_dir, seeds_dir))
		return (err_set(e, ERR_CONFIG,
		    "sql/ is neither beside the program nor in " INSTALLED));
	return (db_queries_load(arena_printf(a, "%s/queries", *sql_dir), e));
}

static int
open_migrated(struct league *l, struct err *e)
{
	PGconn *conn;
	int applied, rc;

	if (db_open(l->conninfo, "migrate", &conn, e) == -1)
		return (-1);
	rc = migrate_run(conn,
	    arena_printf(l->arena, "%s/migrations", l->sql_dir), &applied, e);
	db_close(conn);
	if (rc == 0 && applied > 0)
		logger_info(NULL, "applied %d migrations", applied);
	return (rc);
}

int
league_open(const struct settings *s, const char *input_dir,
    struct league **out, struct err *e)
{
	struct arena *a;
	struct league *l;

	*out = NULL;
	if ((a = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	l = arena_alloc(a, sizeof(*l));
	l->arena = a;
	l->input_dir = arena_strdup(a, input_dir);
	l->output_dir = arena_printf(a, "%s/output", s->data_dir);
	if (league_files(a, &l->sql_dir, &l->seeds_dir, e) == -1)
		goto fail;
	if (s->database_url != NULL)
		l->conninfo = s->database_url;
	else {
		if (cluster_acquire(
			s->data_dir, l->input_dir, &l->cluster, e) == -1)
			goto fail;
		l->conninfo = cluster_conninfo(l->cluster);
	}
	if (open_migrated(l, e) == -1)
		goto fail;
	*out = l;
	return (0);
fail:
	league_close(l);
	return (-1);
}

void
league_close(struct league *l)
{
	if (l == NULL)
		return;
	cluster_release(l->cluster);
	arena_free(l->arena);
}

const char *
league_conninfo(const struct league *l)
{
	return (l->conninfo);
}

void
league_runner(const struct league *l, const struct settings *s,
    const char *output_dir, struct runner_options *out)
{
	*out = (struct runner_options){.conninfo = l->conninfo,
	    .input_dir = l->input_dir,
	    .output_dir = output_dir != NULL ? output_dir : l->output_dir,
	    .sql_dir = l->sql_dir,
	    .seeds_dir = l->seeds_dir,
	    .job_timeout_seconds = s->job_timeout_seconds,
	    .job_retention_days = s->job_retention_days,
	    .export_pii = s->export_pii,
	    .supabase_configured =
		s->supabase_url != NULL || s->supabase_db_url != NULL};
}
