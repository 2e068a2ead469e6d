/*
 * splice: rows of games among those of others: appended where they are the
 * last, else merged into a new file; the old one stays.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "io/file.h"
#include "io/splice.h"
#include "unit.h"

static char dir[64], old_path[80], new_path[80], more_path[100];

static void
setup(void)
{
	(void)snprintf(dir, sizeof(dir), "/tmp/benchsight-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	(void)snprintf(old_path, sizeof(old_path), "%s/old", dir);
	(void)snprintf(new_path, sizeof(new_path), "%s/new", dir);
}

static void
teardown(void)
{
	struct err e;

	ck_assert_int_eq(file_remove_tree("/tmp", dir + 5, &e), 0);
}

static void
check(const char *path, const char *want)
{
	struct buf text;
	struct err e;

	buf_init(&text, BUF_MAX_LINE);
	ck_assert_int_eq(file_read(path, &text, &e), 0);
	ck_assert_str_eq(buf_string(&text), want);
	buf_cleanup(&text);
}

/* Columns are name (text, 0) and game (1); the file is sorted by `key`. */
static const struct {
	struct splice_key key;
	int gone[2];
	size_t gone_count;
	const char *old, *rows[4];
	enum splice_result result;
	const char *want; /* the new file, or what is appended */
} cases[] = {
    /* A later game is appended; nothing but the last row is compared. */
    {{1, true}, {0}, 0, "name,game\nb,9\na,9\n", {"c,10\n", "d,10\n"},
	SPLICE_MORE, "c,10\nd,10\n"},
    {{0, false}, {0}, 0, "name,game\nb,9\n", {"b1,10\n"}, SPLICE_MORE,
	"b1,10\n"},
    {{1, true}, {0}, 0, "name,game\n", {"c,10\n"}, SPLICE_MORE, "c,10\n"},
    /* A last row with a line's end in it. */
    {{1, true}, {0}, 0, "name,game\na,7\n\"x\n\"\"8,9\",8\n", {"c,9\n"},
	SPLICE_MORE, "c,9\n"},
    /* An earlier one is merged in. */
    {{1, true}, {0}, 0, "name,game\na,7\nb,9\nc,9\n", {"x,8\n", "y,8\n"},
	SPLICE_NEW, "name,game\na,7\nx,8\ny,8\nb,9\nc,9\n"},
    {{0, false}, {0}, 0, "name,game\na,7\n\"c\"\"\",9\n", {"b,9\n", "d,9\n"},
	SPLICE_NEW, "name,game\na,7\nb,9\n\"c\"\"\",9\nd,9\n"},
    {{0, false}, {0}, 0, "name,game\n\"a,\",7\nb,9\n", {"\"a,0\",9\n"},
	SPLICE_NEW, "name,game\n\"a,\",7\n\"a,0\",9\nb,9\n"},
    /* Rows of a game that is built anew give way. */
    {{1, true}, {9}, 1, "name,game\na,7\n\"b\nb\",9\nc,11\n", {"x,9\n"},
	SPLICE_NEW, "name,game\na,7\nx,9\nc,11\n"},
    {{1, true}, {7, 9}, 2, "name,game\na,7\nb,9\n", {"x,12\n"}, SPLICE_NEW,
	"name,game\nx,12\n"},
    /* A game that is gone, and nothing new. */
    {{1, true}, {7}, 1, "name,game\na,7\nb,9\n", {NULL}, SPLICE_NEW,
	"name,game\nb,9\n"},
    {{1, true}, {0}, 0, "name,game\na,7\n", {NULL}, SPLICE_NOTHING, NULL},
    /* A game at the very end of the file, without a line's end. */
    {{1, true}, {7}, 1, "name,game\na,7\nb,9", {NULL}, SPLICE_NEW,
	"name,game\nb,9"},
    /* Empty cells stand last. */
    {{1, true}, {9}, 1, "name,game\na,7\nb,9\nc,\n", {NULL}, SPLICE_NEW,
	"name,game\na,7\nc,\n"},
    {{0, false}, {0}, 0, "name,game\na,7\n,9\n", {"b,9\n"}, SPLICE_NEW,
	"name,game\na,7\nb,9\n,9\n"},
};

START_TEST(rows_take_their_places)
{
	struct splice_how how = {.old_path = old_path,
	    .path = new_path,
	    .key = {cases[_i].key},
	    .keys = 1,
	    .game_column = 1,
	    .gone = cases[_i].gone,
	    .gone_count = cases[_i].gone_count};
	const char *old = cases[_i].old, *row;
	struct splice s;
	struct err e;
	int i;

	ck_assert_int_eq(file_write(old_path, old, strlen(old), &e), 0);
	ck_assert_int_eq(splice_open(&s, &how, &e), 0);
	ck_assert_int_eq(splice_row(&s, "name,game\n", 10, &e), 0);
	for (i = 0; i < 4 && (row = cases[_i].rows[i]) != NULL; i++)
		ck_assert_int_eq(splice_row(&s, row, strlen(row), &e), 0);
	ck_assert_int_eq(splice_end(&s, &e), 0);
	ck_assert_int_eq(s.result, cases[_i].result);
	splice_close(&s);
	splice_close(&s);
	check(old_path, old);
	(void)snprintf(
	    more_path, sizeof(more_path), "%s+%zu", new_path, strlen(old));
	ck_assert_int_eq(
	    access(more_path, F_OK) == 0, cases[_i].result == SPLICE_MORE);
	ck_assert_int_eq(
	    access(new_path, F_OK) == 0, cases[_i].result == SPLICE_NEW);
	if (cases[_i].want != NULL)
		check(cases[_i].result == SPLICE_NEW ? new_path : more_path,
		    cases[_i].want);
}
END_TEST

START_TEST(a_file_of_other_columns_is_refused)
{
	struct splice_how how = {.old_path = old_path, .path = new_path};
	struct splice s;
	struct err e;

	ck_assert_int_eq(splice_open(&s, &how, &e), -1);
	splice_close(&s);
	ck_assert_int_eq(file_write(old_path, "a,b\n", 4, &e), 0);
	ck_assert_int_eq(splice_open(&s, &how, &e), 0);
	ck_assert_int_eq(splice_row(&s, "a,c\n", 4, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "other columns"));
	splice_close(&s);
}
END_TEST

/* The last record is found in a file far longer than what is looked at. */
START_TEST(a_long_file_is_appended_to)
{
	struct splice_how how = {.old_path = old_path,
	    .path = new_path,
	    .key = {{1, true}},
	    .keys = 1,
	    .game_column = 1};
	struct splice s;
	struct err e;
	FILE *f;
	int i;

	ck_assert_ptr_nonnull(f = fopen(old_path, "w"));
	(void)fputs("name,game\n", f);
	for (i = 0; i < 200000; i++)
		(void)fprintf(f, "\"row,\n %d\",%d\n", i, i / 1000);
	ck_assert_int_eq(fclose(f), 0);
	ck_assert_int_eq(splice_open(&s, &how, &e), 0);
	ck_assert_int_eq(splice_row(&s, "name,game\n", 10, &e), 0);
	ck_assert_int_eq(splice_row(&s, "x,200\n", 6, &e), 0);
	ck_assert_int_eq(splice_end(&s, &e), 0);
	ck_assert_int_eq(s.result, SPLICE_MORE);
	splice_close(&s);
}
END_TEST

#define GAMES 300
#define ROWS 60 /* of a game */

/* A row of a game; some are of several lines, one is longer than any buffer. */
static void
print_row(FILE *f, const char *word, int game, int row)
{
	(void)fprintf(f, "\"%s %d\n\"\"%d\"\", ", word, row, game);
	if (game == 7 && row == 5)
		(void)fprintf(f, "%*s", 3 << 20, "long");
	else
		(void)fprintf(f, "%*s", row * 7, "\n");
	(void)fprintf(f, "\",%d\n", game);
}

/* Games 1…GAMES, of which `game` has rows of another word, or none. */
static void
print_games(const char *path, int game, const char *word)
{
	FILE *f = fopen(path, "w");
	int i, k;

	ck_assert_ptr_nonnull(f);
	(void)fputs("name,game\n", f);
	for (i = 1; i <= GAMES; i++) {
		for (k = 0; k < ROWS; k++) {
			if (i != game)
				print_row(f, "a", i, k);
			else if (word != NULL)
				print_row(f, word, i, k);
		}
	}
	ck_assert_int_eq(fclose(f), 0);
}

static void
check_same(const char *path, const char *want)
{
	struct buf text[2];
	struct err e;
	int i;

	for (i = 0; i < 2; i++) {
		buf_init(&text[i], 64UL << 20);
		ck_assert_int_eq(
		    file_read(i == 0 ? path : want, &text[i], &e), 0);
	}
	ck_assert_uint_eq(text[0].len, text[1].len);
	ck_assert(memcmp(text[0].data, text[1].data, text[0].len) == 0);
	for (i = 0; i < 2; i++)
		buf_cleanup(&text[i]);
}

/* Games at the ends of the file, in it, and beside the long row. */
static const int replaced[] = {1, 6, 7, 8, 150, GAMES};

START_TEST(a_game_of_a_long_file_is_replaced)
{
	int game = replaced[_i / 2], k, gone[] = {game};
	bool comes_back = _i % 2 == 0;
	struct splice_how how = {.old_path = old_path,
	    .path = new_path,
	    .key = {{1, true}},
	    .keys = 1,
	    .game_column = 1,
	    .gone = gone,
	    .gone_count = 1};
	struct splice s;
	struct err e;
	char *row = NULL;
	size_t len = 0;
	FILE *f;

	(void)snprintf(more_path, sizeof(more_path), "%s/want", dir);
	print_games(old_path, 0, NULL);
	print_games(more_path, game, comes_back ? "b" : NULL);
	ck_assert_int_eq(splice_open(&s, &how, &e), 0);
	ck_assert_int_eq(splice_row(&s, "name,game\n", 10, &e), 0);
	for (k = 0; comes_back && k < ROWS; k++) {
		ck_assert_ptr_nonnull(f = open_memstream(&row, &len));
		print_row(f, "b", game, k);
		ck_assert_int_eq(fclose(f), 0);
		ck_assert_int_eq(splice_row(&s, row, len, &e), 0);
		free(row);
	}
	ck_assert_int_eq(splice_end(&s, &e), 0);
	ck_assert_int_eq(s.result, SPLICE_NEW);
	splice_close(&s);
	check_same(new_path, more_path);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("splice");
	TCase *c = tcase_create("splice");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_loop_test(
	    c, rows_take_their_places, 0, sizeof(cases) / sizeof(cases[0]));
	tcase_add_test(c, a_file_of_other_columns_is_refused);
	tcase_add_test(c, a_long_file_is_appended_to);
	tcase_add_loop_test(c, a_game_of_a_long_file_is_replaced, 0,
	    2 * sizeof(replaced) / sizeof(replaced[0]));
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
