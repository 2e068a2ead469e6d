/*
 * sample_game: plays one tracked game by hockey's rules and keeps its books.
 */
#ifndef SAMPLE_SAMPLE_GAME_H
#define SAMPLE_SAMPLE_GAME_H

#include "sample/sample_league.h"
#include "sample/sample_tape.h"

/*
 * Dresses both teams, plays the game onto the tape and fills the game's score
 * and its players' box scores. The same league seed and game give the same
 * game, whatever was played before. Needs g->tracked ≥ 0.
 */
void sample_game_play(
    struct sample_league *l, struct sample_game *g, struct sample_tape *t);

#endif
