/*
 * input: which files of an input directory a run reads (warehouse page 10, 1
 * and step 1 of 2). Looks at names and sizes only; opens nothing but
 * excluded_games.txt.
 */
#ifndef ETL_INPUT_H
#define ETL_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"

#define INPUT_MAX_FILES 200000
#define INPUT_MAX_EXCLUDED 100000

enum input_kind {
	INPUT_LEAGUE,
	INPUT_TRACKING,
	INPUT_SAVE,
	INPUT_VIDEO,
	INPUT_XY_PUCK,
	INPUT_XY_PLAYER
};

struct input_file {
	const char *path; /* relative to the directory, without .. */
	enum input_kind kind;
	int game_id; /* number of its folder; 0: none */
	int64_t size_bytes;
	/*
	 * Above 1: the folder of a game with so many tracking workbooks that
	 * none counts; path is the folder's, there is no file to read.
	 */
	int several;
};

struct input_list {
	struct arena *arena;	 /* owns all of it */
	struct input_file *file; /* sorted by path */
	size_t count;
	int *excluded; /* excluded_games.txt, as it stands */
	size_t excluded_count;
};

/*
 * Looks through dir. Links that lead out of dir are as if they were not
 * there. -1 with ERR_INPUT when there is no directory or no league workbook.
 * The caller frees the list with input_list_cleanup, also after a failure.
 */
int input_find(
    const char *dir, struct input_list *out, struct err *e) ERR_CHECKED;
void input_list_cleanup(struct input_list *list);

/* The word of raw.file.kind. */
const char *input_kind_name(enum input_kind kind);

#endif
