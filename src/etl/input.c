/*
 * input: names of files and what they mean.
 */
#include "etl/input.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/buf.h"
#include "io/file.h"

#define MAX_EXCLUDED_FILE (1024UL * 1024)

static const char *const kind_names[] = {
    [INPUT_LEAGUE] = "league",
    [INPUT_TRACKING] = "tracking",
    [INPUT_SAVE] = "save",
    [INPUT_VIDEO] = "video",
    [INPUT_XY_PUCK] = "xy_puck",
    [INPUT_XY_PLAYER] = "xy_player",
};

struct finder {
	const char *dir;
	struct input_list *list;
	size_t cap;
};

const char *
input_kind_name(enum input_kind kind)
{
	return (kind_names[kind]);
}

static bool
ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return (n > m && strcmp(text + n - m, end) == 0);
}

/* The number that a folder's name is; 0: it is none. */
static int
game_of(const char *folder)
{
	size_t len = strlen(folder);

	if (len == 0 || len > 9 || strspn(folder, "0123456789") != len)
		return (0);
	return ((int)strtol(folder, NULL, 10));
}

/* A regular file or a directory inside; its size or -1. */
static int64_t
size_of(const struct finder *f, const char *path, mode_t type)
{
	char whole[4096];
	struct stat st;

	if (snprintf(whole, sizeof(whole), "%s/%s", f->dir, path) >=
		(int)sizeof(whole) ||
	    lstat(whole, &st) == -1)
		return (-1);
	if (S_ISLNK(st.st_mode) &&
	    (!file_inside(f->dir, whole) || stat(whole, &st) == -1))
		return (-1);
	return ((st.st_mode & S_IFMT) == type ? (int64_t)st.st_size : -1);
}

static int
add(struct finder *f, const struct input_file *file, struct err *e)
{
	struct input_list *l = f->list;
	struct input_file *more;

	if (l->count == INPUT_MAX_FILES)
		return (err_set(
		    e, ERR_LIMIT, "more than %d input files", INPUT_MAX_FILES));
	if (l->count == f->cap) {
		f->cap = f->cap == 0 ? 64 : 2 * f->cap;
		more = arena_alloc(l->arena, f->cap * sizeof(*more));
		if (l->count > 0)
			memcpy(more, l->file, l->count * sizeof(*more));
		l->file = more;
	}
	l->file[l->count++] = *file;
	return (0);
}

/* Adds the file if it is there; found counts it. */
static int
add_path(struct finder *f, const char *path, enum input_kind kind, int game_id,
    struct err *e)
{
	struct input_file file = {
	    .path = path, .kind = kind, .game_id = game_id};

	file.size_bytes = size_of(f, path, S_IFREG);
	return (file.size_bytes < 0 ? 0 : add(f, &file, e));
}

/* Spreadsheet programs leave ~$ files beside a workbook that is open. */
static bool
is_tracking(const char *name)
{
	return (ends_with(name, "_tracking.xlsx") &&
		strstr(name, "bkup") == NULL && strncmp(name, "~$", 2) != 0 &&
		*name != '.');
}

/* What a file of a game's folder is by its name; -1: nothing of ours. */
static int
kind_of(const char *name, const char *folder)
{
	static const struct {
		const char *end;
		enum input_kind kind;
	} rows[] = {{"_video_times.xlsx", INPUT_VIDEO},
	    {"_xy_puck.csv", INPUT_XY_PUCK},
	    {"_xy_player.csv", INPUT_XY_PLAYER}};
	size_t i, len = strlen(folder);

	if (*name != '.' && ends_with(name, ".json"))
		return (INPUT_SAVE);
	if (game_of(folder) == 0)
		return (-1);
	if (is_tracking(name))
		return (INPUT_TRACKING);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strncmp(name, folder, len) == 0 &&
		    strcmp(name + len, rows[i].end) == 0)
			return ((int)rows[i].kind);
	return (-1);
}

/* Several tracking workbooks become one entry for their folder. */
static int
join_several(struct finder *f, size_t first, const char *folder, struct err *e)
{
	struct input_list *l = f->list;
	struct input_file several = {.kind = INPUT_TRACKING};
	size_t i, kept = first;
	int n = 0;

	for (i = first; i < l->count; i++)
		n += l->file[i].kind == INPUT_TRACKING;
	if (n < 2)
		return (0);
	for (i = first; i < l->count; i++)
		if (l->file[i].kind != INPUT_TRACKING)
			l->file[kept++] = l->file[i];
	l->count = kept;
	several.path = folder;
	several.game_id = game_of(folder + strlen("games/"));
	several.several = n;
	return (add(f, &several, e));
}

static int
find_in_folder(struct finder *f, const char *name, struct err *e)
{
	struct arena *a = f->list->arena;
	const char *folder = arena_printf(a, "games/%s", name);
	size_t i, n, first = f->list->count;
	const char **names;
	int kind;

	if (size_of(f, folder, S_IFDIR) < 0)
		return (0);
	if (file_list(a, arena_printf(a, "%s/%s", f->dir, folder), &names, &n,
		e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		if ((kind = kind_of(names[i], name)) == -1)
			continue;
		if (add_path(f, arena_printf(a, "%s/%s", folder, names[i]),
			(enum input_kind)kind, game_of(name), e) == -1)
			return (-1);
	}
	return (join_several(f, first, folder, e));
}

static int
find_games(struct finder *f, struct err *e)
{
	struct arena *a = f->list->arena;
	const char **names;
	size_t i, n;

	if (size_of(f, "games", S_IFDIR) < 0)
		return (0);
	if (file_list(a, arena_printf(a, "%s/games", f->dir), &names, &n, e) ==
	    -1)
		return (-1);
	for (i = 0; i < n; i++)
		if (find_in_folder(f, names[i], e) == -1)
			return (-1);
	return (0);
}

/* One id a line, # starts a comment; what is no number names no game. */
static void
parse_excluded(struct input_list *l, char *text)
{
	char *line, *rest = text;
	size_t cap = 1;
	const char *p;

	for (p = text; *p != '\0'; p++)
		cap += *p == '\n';
	if (cap > INPUT_MAX_EXCLUDED)
		cap = INPUT_MAX_EXCLUDED;
	l->excluded = arena_alloc(l->arena, cap * sizeof(*l->excluded));
	while (
	    (line = strsep(&rest, "\n")) != NULL && l->excluded_count < cap) {
		line[strcspn(line, "#")] = '\0';
		while (isspace((unsigned char)*line))
			line++;
		line[strcspn(line, " \t\r")] = '\0';
		if (game_of(line) != 0)
			l->excluded[l->excluded_count++] = game_of(line);
	}
}

static int
read_excluded(struct finder *f, struct err *e)
{
	struct buf text;
	int rc = 0;

	if (size_of(f, "excluded_games.txt", S_IFREG) < 0)
		return (0);
	buf_init(&text, MAX_EXCLUDED_FILE);
	rc = file_read(
	    arena_printf(f->list->arena, "%s/excluded_games.txt", f->dir),
	    &text, e);
	if (rc == 0 && text.len > 0)
		parse_excluded(f->list, text.data);
	buf_cleanup(&text);
	return (rc);
}

static int
by_path(const void *a, const void *b)
{
	const struct input_file *x = a, *y = b;

	return (strcmp(x->path, y->path));
}

int
input_find(const char *dir, struct input_list *out, struct err *e)
{
	struct finder f = {.dir = dir, .list = out};

	memset(out, 0, sizeof(*out));
	if ((out->arena = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	if (add_path(&f, "BLB_Tables.xlsx", INPUT_LEAGUE, 0, e) == -1)
		return (-1);
	if (out->count == 0 &&
	    add_path(&f, "BLB_TABLES.xlsx", INPUT_LEAGUE, 0, e) == -1)
		return (-1);
	if (out->count == 0)
		return (err_set(e, ERR_INPUT,
		    "the league workbook BLB_Tables.xlsx is missing"));
	if (find_games(&f, e) == -1 || read_excluded(&f, e) == -1)
		return (-1);
	qsort(out->file, out->count, sizeof(*out->file), by_path);
	return (0);
}

void
input_list_cleanup(struct input_list *list)
{
	if (list->arena != NULL)
		arena_free(list->arena);
	memset(list, 0, sizeof(*list));
}
