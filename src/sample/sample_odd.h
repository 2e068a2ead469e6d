/*
 * sample_odd: what is wrong on purpose in some tracked games, done to the tape
 * after the game was played: the mistakes that trackers make.
 */
#ifndef SAMPLE_SAMPLE_ODD_H
#define SAMPLE_SAMPLE_ODD_H

#include "sample/sample_tape.h"

/* Nothing for a game without an oddity, or with one of the play itself. */
void sample_odd_apply(const struct sample_game *g, struct sample_tape *t);

#endif
