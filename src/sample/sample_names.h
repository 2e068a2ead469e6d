/*
 * sample_names: invented names of teams and players, and of the pseudonyms
 * that the league publishes players under. Nobody is meant.
 */
#ifndef SAMPLE_SAMPLE_NAMES_H
#define SAMPLE_SAMPLE_NAMES_H

#define SAMPLE_NAMES_TEAMS 20
#define SAMPLE_NAMES_PLAYERS 1600 /* pairs that differ from each other */

/* 0 ≤ t < SAMPLE_NAMES_TEAMS */
const char *sample_names_team(int t);

/* First and last name number p, 0 ≤ p < SAMPLE_NAMES_PLAYERS. */
void sample_names_player(int p, const char **first, const char **last);
void sample_names_alias(int p, const char **first, const char **last);

#endif
