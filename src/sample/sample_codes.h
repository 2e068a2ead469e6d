/*
 * sample_codes: the event codes of the league workbook: types, details, second
 * details, play details. A second detail may hold a `/`, as trackers type it.
 */
#ifndef SAMPLE_SAMPLE_CODES_H
#define SAMPLE_SAMPLE_CODES_H

#include <stdbool.h>
#include <stddef.h>

struct sample_type {
	const char *code;
	const char *name;
	const char *category;
	const char *description;
	bool attempt;	/* counts as a shot attempt */
	bool unblocked; /* … that nobody blocked */
};

struct sample_detail {
	const char *code;
	const char *type;
	const char *category;
	const char *danger; /* NULL: none */
	bool on_goal, goal, miss, block;
};

/* A family of second details: codes prefix_word for each word of words. */
struct sample_family {
	const char *prefix;
	const char *words; /* separated by blanks, + stands for a blank */
	const char *parent;
	const char *macro;
	const char *category;
	const char *danger; /* NULL: none */
};

/* A group of play details, a word each. */
struct sample_plays {
	const char *category;
	const char *skill;
	const char *words;
};

/* Row i of a table, NULL past its last. */
const struct sample_type *sample_codes_type(size_t i);
const struct sample_detail *sample_codes_detail(size_t i);
const struct sample_family *sample_codes_family(size_t i);
const struct sample_plays *sample_codes_plays(size_t i);

/*
 * The n-th word of words (from 0) with + made a blank, written to out;
 * false when there is none.
 */
bool sample_codes_word(const char *words, size_t n, char *out, size_t size);

enum sample_code_kind {
	SAMPLE_TYPE,
	SAMPLE_DETAIL,
	SAMPLE_DETAIL_2,
	SAMPLE_PLAY
};

/* Whether the workbook's sheet of that kind holds the code, as it stands. */
bool sample_codes_has(enum sample_code_kind kind, const char *code);

#endif
