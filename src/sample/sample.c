/*
 * sample: see sample.h. Start here: the league is made, every tracked game is
 * played and written one after the other, the other games' scores are thrown,
 * and the league workbook is written last, when all results are known.
 */
#include "sample/sample.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/arena.h"
#include "sample/sample_game.h"
#include "sample/sample_odd.h"
#include "sample/sample_tracking.h"
#include "sample/sample_workbook.h"

#define PATH_BYTES 4096

struct writer {
	struct sample_league league;
	struct sample_tape tape;
	const char *dir;
	struct sample_summary *sum;
};

/* The directory and its parents. */
static int
make_dir(const char *path, struct err *e)
{
	char part[PATH_BYTES];

	if (strlen(path) >= sizeof(part))
		return (err_set(e, ERR_INPUT, "%s is too long", path));
	(void)snprintf(part, sizeof(part), "%s", path);
	for (char *p = part + 1; *p != '\0'; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		if (mkdir(part, 0777) != 0 && errno != EEXIST)
			return (err_set_errno(
			    e, ERR_INPUT, "cannot make %s", part));
		*p = '/';
	}
	if (mkdir(part, 0777) != 0 && errno != EEXIST)
		return (err_set_errno(e, ERR_INPUT, "cannot make %s", part));
	return (0);
}

static void
path_in_game(const struct writer *w, const struct sample_game *g,
    const char *suffix, char out[PATH_BYTES])
{
	(void)snprintf(
	    out, PATH_BYTES, "%s/games/%d/%d%s", w->dir, g->id, g->id, suffix);
}

static int
write_beside(struct writer *w, const struct sample_game *g, struct err *e)
{
	char path[PATH_BYTES];

	if (g->layout == SAMPLE_LEGACY || g->layout == SAMPLE_EXPORT_23) {
		path_in_game(w, g, "_video_times.xlsx", path);
		if (sample_video_write(g, path, e) != 0)
			return (-1);
		w->sum->files++;
	}
	if (g->oddity & SAMPLE_SIDE_FILES) {
		path_in_game(w, g, "", path);
		if (sample_side_files_write(&w->league, g, &w->tape, path, e) !=
		    0)
			return (-1);
		w->sum->files += 2;
	}
	return (0);
}

static int
write_game(struct writer *w, struct sample_game *g, struct err *e)
{
	char path[PATH_BYTES];
	int rc;

	sample_game_play(&w->league, g, &w->tape);
	sample_odd_apply(g, &w->tape);
	path_in_game(w, g, "", path);
	*strrchr(path, '/') = '\0';
	if (make_dir(path, e) != 0)
		return (-1);
	if (g->layout == SAMPLE_SAVE) {
		path_in_game(w, g, "_save.json", path);
		rc = sample_save_write(&w->league, g, &w->tape, path, e);
	} else {
		path_in_game(w, g, "_tracking.xlsx", path);
		rc = sample_tracking_write(&w->league, g, &w->tape, path, e);
	}
	if (rc != 0)
		return (-1);
	w->sum->tracked++;
	w->sum->files++;
	w->sum->events += (unsigned)w->tape.events_n;
	w->sum->lineups += (unsigned)w->tape.shifts_n;
	return (write_beside(w, g, e));
}

static int
write_games(struct writer *w, struct err *e)
{
	struct sample_league *l = &w->league;

	for (int i = 0; i < l->games_n; i++) {
		struct sample_game *g = &l->games[i];
		struct sample_random r;

		if (g->tracked >= 0) {
			if (write_game(w, g, e) != 0)
				return (-1);
		} else if (g->played) {
			sample_random_init(&r, l->seed, (uint64_t)g->id);
			sample_league_throw(l, g, &r);
		}
	}
	return (0);
}

int
sample_write(const struct sample_options *options, struct sample_summary *out,
    struct err *e)
{
	struct writer w = {.dir = options->dir, .sum = out};
	struct arena *arena = NULL;
	char path[PATH_BYTES];
	int rc = -1;

	memset(out, 0, sizeof(*out));
	if (options->games > SAMPLE_GAMES_MAX)
		return (err_set(
		    e, ERR_USAGE, "at most %d games", SAMPLE_GAMES_MAX));
	if (strlen(options->dir) > PATH_BYTES - 64)
		return (err_set(e, ERR_INPUT, "%s is too long", options->dir));
	arena = arena_new();
	if (arena == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	sample_tape_init(&w.tape);
	sample_league_init(&w.league, arena, options->seed, options->games);
	out->teams = (unsigned)w.league.teams_n;
	out->players = (unsigned)w.league.players_n;
	out->scheduled = (unsigned)w.league.games_n;
	(void)snprintf(path, sizeof(path), "%s/games", options->dir);
	if (make_dir(path, e) != 0 || write_games(&w, e) != 0)
		goto out;
	(void)snprintf(path, sizeof(path), "%s/BLB_Tables.xlsx", options->dir);
	if (sample_workbook_write(&w.league, path, e) != 0)
		goto out;
	out->files++;
	rc = 0;
out:
	sample_tape_cleanup(&w.tape);
	arena_free(arena);
	return (rc);
}
