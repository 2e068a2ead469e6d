/*
 * league: what a process needs before it can run jobs for an input directory:
 * our own SQL files found, the private cluster running (or DATABASE_URL's
 * server reached), migrations applied. For the command line and the server.
 */
#ifndef JOBS_LEAGUE_H
#define JOBS_LEAGUE_H

#include "core/arena.h"
#include "core/err.h"
#include "core/settings.h"
#include "jobs/runner.h"

struct league;

/*
 * Finds sql/ and data/seeds beside the executable's directory or above it,
 * else in /usr/share/benchsight, and loads the named queries. -1 with
 * ERR_CONFIG. Both results live in the arena.
 */
int league_files(struct arena *a, const char **sql_dir, const char **seeds_dir,
    struct err *e) ERR_CHECKED;

/*
 * Opens the database of settings' data directory and input_dir, migrated.
 * league_close lets go of the cluster and stops it if nobody else uses it.
 */
int league_open(const struct settings *s, const char *input_dir,
    struct league **out, struct err *e) ERR_CHECKED;
void league_close(struct league *l); /* NULL is allowed */

const char *league_conninfo(const struct league *l);

/*
 * What a runner needs; output_dir NULL: $DATA_DIR/output. Texts live with the
 * league, settings and caller's arguments.
 */
void league_runner(const struct league *l, const struct settings *s,
    const char *output_dir, struct runner_options *out);

#endif
