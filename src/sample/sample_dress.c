/*
 * sample_dress: who is dressed for a game, and the box score of a game that
 * nobody tracked. Part of sample_league.h; plays no game itself.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sample/sample_league.h"

static bool
in_game(const struct sample_game *g, int player)
{
	for (int i = 0; i < g->dressed_n; i++)
		if (g->dressed[i].player == player)
			return (true);
	return (false);
}

static bool
number_in_game(const struct sample_game *g, enum sample_side side, int number)
{
	for (int i = 0; i < g->dressed_n; i++)
		if (g->dressed[i].side == side &&
		    g->dressed[i].number == number)
			return (true);
	return (false);
}

static void
add(const struct sample_league *l, struct sample_game *g, int player,
    enum sample_side side)
{
	const struct sample_player *p = &l->players[player];
	struct sample_dress *d = &g->dressed[g->dressed_n];
	int number = p->number;

	assert(g->dressed_n < 2 * SAMPLE_DRESSED);
	while (number_in_game(g, side, number))
		number = number % 98 + 1;
	d->player = player;
	d->side = side;
	d->number = number;
	d->position = p->position;
	d->sub = p->team != g->team[side];
	g->dressed_n++;
}

/* A spare of that position who is not in the game yet; -1 if none is left. */
static int
spare(const struct sample_league *l, const struct sample_game *g,
    struct sample_random *r, char position)
{
	int found = -1, seen = 0;

	for (int p = 0; p < l->players_n; p++) {
		const struct sample_player *player = &l->players[p];

		if (player->team >= 0 || player->position != position ||
		    player->rating == 0 || in_game(g, p))
			continue;
		seen++;
		if (sample_random_range(r, 1, seen) == 1)
			found = p;
	}
	return (found);
}

static void
dress_position(const struct sample_league *l, struct sample_game *g,
    struct sample_random *r, enum sample_side side, char position)
{
	int least = position == 'F' ? 9 : position == 'D' ? 4 : 1;
	int n = 0;

	for (int p = 0; p < l->players_n; p++) {
		const struct sample_player *player = &l->players[p];

		if (player->team != g->team[side] ||
		    player->position != position ||
		    sample_random_chance(r, .08))
			continue;
		add(l, g, p, side);
		n++;
	}
	for (; n < least; n++) {
		int p = spare(l, g, r, position);

		assert(p >= 0);
		add(l, g, p, side);
	}
}

/* The one player without a rating is a substitute of the home team. */
static void
dress_unrated(const struct sample_league *l, struct sample_game *g)
{
	for (int p = 0; p < l->players_n; p++)
		if (l->players[p].rating == 0)
			add(l, g, p, SAMPLE_HOME);
}

void
sample_league_dress(
    struct sample_league *l, struct sample_game *g, struct sample_random *r)
{
	g->dressed =
	    arena_alloc(l->arena, 2 * SAMPLE_DRESSED * sizeof(g->dressed[0]));
	g->dressed_n = 0;
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++) {
		dress_position(l, g, r, side, 'F');
		if (side == SAMPLE_HOME && (g->oddity & SAMPLE_UNKNOWN_RATING))
			dress_unrated(l, g);
		dress_position(l, g, r, side, 'D');
		dress_position(l, g, r, side, 'G');
	}
}

static int
scorer(const struct sample_league *l, const struct sample_game *g,
    struct sample_random *r, enum sample_side side, const int not [2])
{
	double weights[2 * SAMPLE_DRESSED];

	for (int i = 0; i < g->dressed_n; i++) {
		const struct sample_dress *d = &g->dressed[i];
		int rating = l->players[d->player].rating;

		weights[i] = d->side == side && d->position != 'G' &&
				     i != not [0] && i != not [1]
				 ? (d->position == 'F' ? 1.0 : .5) *
				       (rating + 1) * rating
				 : 0;
	}
	return (sample_random_pick(r, weights, g->dressed_n));
}

static void
throw_goal(const struct sample_league *l, struct sample_game *g,
    struct sample_random *r, enum sample_side side)
{
	int not [2] = {-1, -1};
	int period = g->overtime && g->score[0] == g->score[1] && g->round
			 ? 3
			 : sample_random_range(r, 0, 2);

	not [0] = scorer(l, g, r, side, not );
	g->dressed[not [0]].goals++;
	g->score[side]++;
	g->period_goals[side][period]++;
	if (sample_random_chance(r, .8)) {
		not [1] = scorer(l, g, r, side, not );
		g->dressed[not [1]].assists++;
		if (sample_random_chance(r, .6))
			g->dressed[scorer(l, g, r, side, not )].assists++;
	}
}

void
sample_league_throw(
    struct sample_league *l, struct sample_game *g, struct sample_random *r)
{
	static const double goals[] = {3, 9, 17, 21, 19, 13, 8, 5, 3, 1};

	sample_league_dress(l, g, r);
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++)
		for (int n = sample_random_pick(r, goals, 10); n > 0; n--)
			throw_goal(l, g, r, side);
	if (g->score[0] == g->score[1] && g->round != NULL) {
		g->overtime = true;
		throw_goal(l, g, r, sample_random_range(r, 0, 1));
	}
	for (int i = 0; i < g->dressed_n; i++) {
		struct sample_dress *d = &g->dressed[i];

		if (d->position == 'G') {
			d->goals_against = g->score[1 - d->side];
			d->shutout = d->goals_against == 0;
		} else if (sample_random_chance(r, .09)) {
			d->pim = SAMPLE_MINOR / 60;
		}
	}
}
