/*
 * cluster_place: finds a directory that PostgreSQL's user can reach and whose
 * socket has a short enough path; the user; the newest PostgreSQL, or the one
 * that made the data. No process is left behind by anything here.
 */
#include "db/cluster_place.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <openssl/sha.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/sqlfile.h"

#define PLACE_PROGRAMS "/usr/lib/postgresql"
#define PLACE_OLDEST 15
#define PLACE_SOCKET "/.s.PGSQL.5432"

const char *
cluster_place_absolute(struct arena *a, const char *path)
{
	char real[PATH_MAX], *parent, *slash;

	if (realpath(path, real) != NULL)
		return (arena_strdup(a, real));
	if (*path != '/') {
		if (getcwd(real, sizeof(real)) == NULL)
			return (arena_strdup(a, path));
		path = arena_printf(a, "%s/%s", real, path);
	}
	parent = arena_strdup(a, path);
	slash = strrchr(parent, '/');
	while (slash > parent && slash[1] == '\0') {
		*slash = '\0';
		slash = strrchr(parent, '/');
	}
	if (slash == parent)
		return (parent);
	*slash = '\0';
	return (arena_printf(
	    a, "%s/%s", cluster_place_absolute(a, parent), slash + 1));
}

const char *
cluster_place_hash(struct arena *a, const char *text)
{
	unsigned char digest[SHA256_DIGEST_LENGTH];

	(void)SHA256((const unsigned char *)text, strlen(text), digest);
	return (arena_printf(a, "%02x%02x%02x%02x%02x%02x", digest[0],
	    digest[1], digest[2], digest[3], digest[4], digest[5]));
}

/* Makes a directory and its parents, like mkdir -p. */
static int
cluster_place_mkdir(
    struct arena *a, const char *path, mode_t mode, struct err *e)
{
	char *parent = arena_strdup(a, path), *slash;

	if (mkdir(path, mode) == 0 || errno == EEXIST)
		return (0);
	slash = strrchr(parent, '/');
	if (errno == ENOENT && slash != NULL && slash > parent) {
		*slash = '\0';
		if (cluster_place_mkdir(a, parent, 0755, e) == -1)
			return (-1);
		if (mkdir(path, mode) == 0 || errno == EEXIST)
			return (0);
	}
	return (err_set_errno(e, ERR_CONFIG, "%s", path));
}

/*
 * Who runs PostgreSQL: we, or, being root, whoever owns the data already,
 * else the user that Debian's package made.
 */
static int
cluster_place_user(struct cluster_place *p, struct err *e)
{
	struct passwd pw, *found = NULL;
	struct stat st;
	char space[4096];

	p->uid = geteuid();
	p->gid = getegid();
	p->drop = p->uid == 0;
	if (!p->drop)
		return (0);
	if (stat(p->data, &st) == 0 && st.st_uid != 0) {
		p->uid = st.st_uid;
		p->gid = st.st_gid;
		return (0);
	}
	if (getpwnam_r("postgres", &pw, space, sizeof(space), &found) != 0 ||
	    found == NULL)
		return (err_set(e, ERR_CONFIG,
		    "PostgreSQL does not run as root, and there is no user "
		    "postgres: install postgresql-15"));
	p->uid = pw.pw_uid;
	p->gid = pw.pw_gid;
	return (0);
}

/* Asks as that user whether it can work in a directory. */
static bool
cluster_place_reachable(const struct cluster_place *p)
{
	pid_t child;
	int status;

	if (!p->drop)
		return (access(p->base, R_OK | W_OK | X_OK) == 0);
	if ((child = fork()) == -1)
		return (false);
	if (child == 0) {
		if (setgroups(0, NULL) == -1 || setgid(p->gid) == -1 ||
		    setuid(p->uid) == -1)
			_exit(1);
		_exit(access(p->base, R_OK | W_OK | X_OK) == 0 ? 0 : 1);
	}
	while (waitpid(child, &status, 0) == -1) {
		if (errno != EINTR)
			return (false);
	}
	return (WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* Makes base and sees whether it will do; *fits is the answer. */
static int
cluster_place_try(struct arena *a, struct cluster_place *p, const char *base,
    bool *fits, struct err *e)
{
	*fits = false;
	p->base = base;
	p->data = arena_printf(a, "%s/data", base);
	/* libpq would take a comma for the end of a host. */
	if (strchr(base, ',') != NULL ||
	    strlen(base) + strlen(PLACE_SOCKET) >=
		sizeof(((struct sockaddr_un *)NULL)->sun_path))
		return (0);
	if (cluster_place_user(p, e) == -1 ||
	    cluster_place_mkdir(a, base, 0700, e) == -1)
		return (-1);
	if (p->drop && chown(base, p->uid, p->gid) == -1)
		return (err_set_errno(e, ERR_CONFIG, "%s", base));
	*fits = cluster_place_reachable(p);
	/* An empty directory that will not be used is not left lying. */
	if (!*fits)
		(void)rmdir(base);
	return (0);
}

/* The directory for clusters that cannot lie under their data directory. */
static const char *
cluster_place_state(struct arena *a)
{
	const char *dir;

	if (geteuid() == 0)
		return ("/var/lib/benchsight");
	if ((dir = getenv("XDG_STATE_HOME")) != NULL && *dir == '/')
		return (arena_printf(a, "%s/benchsight", dir));
	if ((dir = getenv("HOME")) != NULL && *dir == '/')
		return (arena_printf(a, "%s/.local/state/benchsight", dir));
	return ("/var/tmp/benchsight");
}

/* The major version of a cluster that exists, 0 of one that does not. */
static int
cluster_place_version(struct arena *a, const struct cluster_place *p)
{
	const char *text;
	struct err ignored;

	if (sqlfile_read(a, arena_printf(a, "%s/PG_VERSION", p->data), &text,
		&ignored) == -1)
		return (0);
	return ((int)strtol(text, NULL, 10));
}

/* The programs of the version that made the data, else of the newest. */
static int
cluster_place_programs(struct arena *a, struct cluster_place *p, struct err *e)
{
	const char **names = NULL, *bin;
	struct err ignored;
	size_t i, n = 0;
	int best = 0, version, wanted = cluster_place_version(a, p);

	if (sqlfile_list(a, PLACE_PROGRAMS, "", &names, &n, &ignored) == -1)
		n = 0;
	for (i = 0; i < n; i++) {
		version = (int)strtol(names[i], NULL, 10);
		bin = arena_printf(a, "%s/%s/bin", PLACE_PROGRAMS, names[i]);
		if (version < PLACE_OLDEST || version <= best ||
		    (wanted != 0 && version != wanted) ||
		    access(arena_printf(a, "%s/postgres", bin), X_OK) != 0 ||
		    access(arena_printf(a, "%s/initdb", bin), X_OK) != 0)
			continue;
		best = version;
		p->bin = bin;
	}
	if (best != 0)
		return (0);
	if (wanted != 0)
		return (err_set(e, ERR_CONFIG,
		    "%s was made by PostgreSQL %d: install postgresql-%d",
		    p->data, wanted, wanted));
	return (err_set(e, ERR_CONFIG,
	    "PostgreSQL %d is not installed: install postgresql-%d",
	    PLACE_OLDEST, PLACE_OLDEST));
}

int
cluster_place_find(struct arena *a, const char *data_dir,
    struct cluster_place *out, struct err *e)
{
	const char *absolute, *base;
	bool fits;

	memset(out, 0, sizeof(*out));
	if (cluster_place_mkdir(a, data_dir, 0755, e) == -1)
		return (-1);
	absolute = cluster_place_absolute(a, data_dir);
	base = arena_printf(a, "%s/postgres", absolute);
	if (cluster_place_try(a, out, base, &fits, e) == -1)
		return (-1);
	if (!fits) {
		out->elsewhere = true;
		base = arena_printf(a, "%s/%s", cluster_place_state(a),
		    cluster_place_hash(a, absolute));
		if (cluster_place_try(a, out, base, &fits, e) == -1)
			return (-1);
	}
	if (!fits)
		return (err_set(e, ERR_CONFIG,
		    "the private PostgreSQL finds no place: neither under %s "
		    "nor in %s",
		    absolute, base));
	return (cluster_place_programs(a, out, e));
}
