/*
 * unit_sample: what the tests of the sample league share: a league with its
 * games, a scratch directory, the text of a file or of a part of a workbook.
 */
#ifndef TESTS_UNIT_SAMPLE_H
#define TESTS_UNIT_SAMPLE_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "sample/sample_game.h"
#include "sample/sample_league.h"
#include "sample/sample_odd.h"
#include "sample/sample_tape.h"
#include "unit.h"

struct unit_sample {
	struct arena *arena;
	struct sample_league league;
	struct sample_tape tape;
	char dir[64];
};

static inline void
unit_sample_init(struct unit_sample *u, unsigned tracked)
{
	u->arena = arena_new();
	sample_league_init(&u->league, u->arena, 7, tracked);
	sample_tape_init(&u->tape);
	(void)snprintf(u->dir, sizeof(u->dir), "/tmp/sampleXXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(u->dir));
}

static inline int
unit_sample_remove(
    const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st, (void)kind, (void)where;
	return (remove(path));
}

static inline void
unit_sample_cleanup(struct unit_sample *u)
{
	sample_tape_cleanup(&u->tape);
	arena_free(u->arena);
	ck_assert_int_eq(
	    nftw(u->dir, unit_sample_remove, 8, FTW_DEPTH | FTW_PHYS), 0);
}

/* The k-th tracked game, not played. */
static inline struct sample_game *
unit_sample_game(struct unit_sample *u, int k)
{
	for (int i = 0; i < u->league.games_n; i++)
		if (u->league.games[i].tracked == k)
			return (&u->league.games[i]);
	ck_abort_msg("no tracked game %d", k);
	return (NULL);
}

/* The same, played onto the tape. */
static inline struct sample_game *
unit_sample_play(struct unit_sample *u, int k)
{
	struct sample_game *g = unit_sample_game(u, k);

	sample_game_play(&u->league, g, &u->tape);
	return (g);
}

/* A file's bytes and an ending NUL; the caller frees them. */
static inline char *
unit_sample_file(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	char *text;
	long size;

	ck_assert_ptr_nonnull(f);
	ck_assert_int_eq(fseek(f, 0, SEEK_END), 0);
	size = ftell(f);
	rewind(f);
	text = malloc((size_t)size + 1);
	ck_assert_uint_eq(fread(text, 1, (size_t)size, f), (size_t)size);
	text[size] = '\0';
	(void)fclose(f);
	if (len != NULL)
		*len = (size_t)size;
	return (text);
}

static inline void
unit_sample_same(const char *a, const char *b)
{
	size_t na, nb;
	char *ta = unit_sample_file(a, &na), *tb = unit_sample_file(b, &nb);

	ck_assert_uint_eq(na, nb);
	ck_assert_mem_eq(ta, tb, na);
	free(ta);
	free(tb);
}

/* A part of a workbook as text; the caller frees it. */
static inline char *
unit_sample_part(const char *path, const char *part)
{
	zip_t *z = zip_open(path, ZIP_RDONLY, NULL);
	zip_stat_t st;
	zip_file_t *f;
	char *text;

	ck_assert_ptr_nonnull(z);
	ck_assert_int_eq(zip_stat(z, part, 0, &st), 0);
	f = zip_fopen(z, part, 0);
	ck_assert_ptr_nonnull(f);
	text = malloc(st.size + 1);
	ck_assert_int_eq(zip_fread(f, text, st.size), (zip_int64_t)st.size);
	text[st.size] = '\0';
	(void)zip_fclose(f);
	(void)zip_close(z);
	return (text);
}

/* How often word stands in text. */
static inline int
unit_sample_count(const char *text, const char *word)
{
	int n = 0;

	for (const char *p = text; (p = strstr(p, word)) != NULL;
	     p += strlen(word))
		n++;
	return (n);
}

#endif
