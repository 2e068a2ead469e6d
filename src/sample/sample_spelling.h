/*
 * sample_spelling: how each layout spells a code. All spellings mean the same
 * code by the rules of warehouse page 10, 3.4.
 */
#ifndef SAMPLE_SAMPLE_SPELLING_H
#define SAMPLE_SAMPLE_SPELLING_H

#include "sample/sample_tape.h"

#define SAMPLE_SPELLING_MAX 96 /* bytes of the room that is given */

/* The text, in out or constant; NULL when the event has no such code. */
const char *sample_spelling_detail(enum sample_layout layout,
    const struct sample_event *e, char out[SAMPLE_SPELLING_MAX]);
const char *sample_spelling_detail_2(enum sample_layout layout,
    const struct sample_event *e, char out[SAMPLE_SPELLING_MAX]);
const char *sample_spelling_play(enum sample_layout layout,
    const struct sample_actor *a, const char *play,
    char out[SAMPLE_SPELLING_MAX]);

/* A word of the shift sheet with Home and Away exchanged. */
const char *sample_spelling_mirror(
    const char *word, char out[SAMPLE_SPELLING_MAX]);

#endif
