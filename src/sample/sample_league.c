/*
 * sample_league: see sample_league.h. A league of eight teams, more when many
 * games are tracked; last season with its play-offs, the season in progress
 * and a few cup games of the second league.
 */
#include "sample/sample_league.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sample/sample_names.h"

#define TEAM_PLAYERS 16
#define SPARES 17
#define FIRST_TRACKED 18969
#define SECOND_TRACKED 8 /* games after the first: 18977 */
#define FIRST_OF_LAST_SEASON 18601
#define FIRST_OF_PLAYOFFS 17801
#define FIRST_OF_CUP 18901
#define LAST_ROUNDS 14 /* of last season */
#define ROUNDS_BEFORE 4
#define PLAYED_AFTER 8
#define UNPLAYED 12
#define CUP 4

enum season { LAST, LAST_CUP_YEAR, SUMMER, CUP_YEAR, CURRENT };

static const struct sample_season seasons[] = {
    {"N20242025F", 20242025, 'N', 'F', 45505},
    {"C20242025F", 20242025, 'C', 'F', 45505},
    {"N2025S", 2025, 'N', 'S', 45809},
    {"C20252026F", 20252026, 'C', 'F', 45870},
    {"N20252026F", 20252026, 'N', 'F', 45870},
};

static const unsigned oddities[] = {
    [4] = SAMPLE_NO_SHIFTS,
    [5] = SAMPLE_SIDE_FILES | SAMPLE_HOME_POWER_PLAY_GOAL |
	  SAMPLE_AWAY_POWER_PLAY_GOAL,
    [6] = SAMPLE_UNKNOWN_NUMBER | SAMPLE_SKATER_IN_GOAL,
    [7] = SAMPLE_FEW_SHIFTS | SAMPLE_NO_TAGS,
    [8] = SAMPLE_TWICE_IN_SHIFT | SAMPLE_UNKNOWN_RATING |
	  SAMPLE_EXTRA_ATTACKER_GOAL,
    [9] = SAMPLE_OVERTIME_GOAL,
    [10] = SAMPLE_STOP_WORDS | SAMPLE_SHOOTOUT | SAMPLE_AFTER_WHISTLE,
    [11] = SAMPLE_UNKNOWN_BREAK | SAMPLE_SWAPPED | SAMPLE_EMPTY_NET_GOAL,
};

/* One in ten is a legacy sheet; the first four show every layout. */
static const enum sample_layout layouts[] = {SAMPLE_LEGACY, SAMPLE_EXPORT_23,
    SAMPLE_EXPORT_29, SAMPLE_SAVE, SAMPLE_EXPORT_23, SAMPLE_EXPORT_29,
    SAMPLE_SAVE, SAMPLE_EXPORT_23, SAMPLE_EXPORT_29, SAMPLE_SAVE};

static int
teams_for(unsigned tracked)
{
	return (tracked <= 120 ? 8 : tracked <= 500 ? 12 : 18);
}

static void
make_teams(struct sample_league *l, struct sample_random *r)
{
	for (int t = 0; t < l->teams_n; t++) {
		struct sample_team *team = &l->teams[t];

		team->name = sample_names_team(t);
		(void)snprintf(team->id, sizeof(team->id), "N%05d", 10001 + t);
		(void)snprintf(team->code, sizeof(team->code), "T%03d", t + 1);
		(void)snprintf(team->long_name, sizeof(team->long_name),
		    "Team %c", 'A' + t);
		for (int c = 0; c < 2; c++)
			team->color[c] = arena_printf(l->arena, "#%02X%02X%02X",
			    (unsigned)sample_random_range(r, 0, 255),
			    (unsigned)sample_random_range(r, 0, 255),
			    (unsigned)sample_random_range(r, 0, 255));
	}
}

static bool
number_taken(const struct sample_league *l, int upto, int team, int number)
{
	for (int p = 0; p < upto; p++)
		if (l->players[p].team == team &&
		    l->players[p].number == number)
			return (true);
	return (false);
}

static char
position_of(int ordinal, int forwards, int defenders)
{
	return (ordinal < forwards		 ? 'F'
		: ordinal < forwards + defenders ? 'D'
						 : 'G');
}

static void
make_player(struct sample_league *l, struct sample_random *r, int p)
{
	static const double ratings[] = {.13, .22, .30, .25, .10};
	struct sample_player *player = &l->players[p];
	int i;

	player->team = p / TEAM_PLAYERS < l->teams_n ? p / TEAM_PLAYERS : -1;
	i = player->team >= 0 ? p % TEAM_PLAYERS
			      : p - l->teams_n * TEAM_PLAYERS;
	player->position =
	    player->team >= 0 ? position_of(i, 10, 5) : position_of(i, 8, 5);
	(void)snprintf(player->id, sizeof(player->id), "P%06d", 100001 + p);
	sample_names_player(p, &player->first, &player->last);
	player->alias_first = p;
	player->alias_last = p;
	player->rating = 2 + sample_random_pick(r, ratings, 5);
	player->rating_ly = player->rating;
	if (player->rating > 2 && sample_random_chance(r, .2))
		player->rating_ly--;
	player->birth_year = sample_random_range(r, 1970, 2004);
	player->gender = sample_random_chance(r, .15) ? 'F' : 'M';
	if (player->team >= 0 && (i == 0 || i == 4 || i == 10))
		player->leadership = i == 0 ? 'C' : i == 4 ? 'A' : 'S';
	do {
		player->number = player->position == 'G'
				     ? sample_random_range(r, 29, 40)
				     : sample_random_range(r, 2, 99);
	} while (number_taken(l, p, player->team, player->number));
}

static void
make_players(struct sample_league *l, struct sample_random *r)
{
	for (int p = 0; p < l->players_n; p++)
		make_player(l, r, p);
	/* Nobody has rated the last spare forward. */
	for (int p = l->players_n - 1; p >= 0; p--)
		if (l->players[p].position == 'F') {
			l->players[p].rating = 0;
			l->players[p].rating_ly = 0;
			break;
		}
}

/* The circle method: team 0 stays, the others go round it. */
static void
pair_of(int teams, int round, int i, int team[2])
{
	int m = teams - 1, turn = ((round - ROUNDS_BEFORE) % m + m) % m;
	int a = i == 0 ? 0 : 1 + (turn + i) % m;
	int b = i == 0 ? 1 + turn : 1 + (turn - i + m) % m;
	bool exchange = (round + i) % 2 != 0;

	team[SAMPLE_HOME] = exchange ? b : a;
	team[SAMPLE_AWAY] = exchange ? a : b;
}

/* Rounds of a season from day on; returns the place after its last game. */
static struct sample_game *
add_rounds(struct sample_league *l, struct sample_game *g,
    const struct sample_game *like, int count)
{
	int half = l->teams_n / 2, rounds = (count + half - 1) / half;
	int step = 180 / (rounds > 0 ? rounds : 1);

	if (step < 1)
		step = 1;
	if (step > 7)
		step = 7;
	for (int i = 0; i < count; i++, g++) {
		*g = *like;
		g->id = like->id + i;
		g->day = like->day + i / half * step;
		g->minute = 1050 + i % half % 5 * 75;
		g->tracked = -1;
		pair_of(l->teams_n, i / half, i % half, g->team);
	}
	return (g);
}

static void
mark_tracked(struct sample_league *l, struct sample_game *current,
    struct sample_game *playoffs, unsigned tracked)
{
	int regular = 0, cup = 0;

	for (unsigned k = 0; k < tracked; k++) {
		struct sample_game *g;

		if (k % 10 == 9)
			g = playoffs + cup++;
		else if (regular == 1)
			g = current + SECOND_TRACKED, regular++;
		else
			g = current + (regular <= SECOND_TRACKED && regular > 0
					      ? regular - 1
					      : regular),
			regular++;
		assert(g->tracked < 0 && g < l->games + l->games_n);
		g->tracked = (int)k;
		g->layout = layouts[k % 10];
		if (k < sizeof(oddities) / sizeof(oddities[0]))
			g->oddity = oddities[k];
	}
}

static void
make_games(struct sample_league *l, unsigned tracked)
{
	int half = l->teams_n / 2, before = ROUNDS_BEFORE * half;
	int cups = (int)(tracked / 10), regular = (int)tracked - cups;
	int last = LAST_ROUNDS * half, playoffs = 7 + cups;
	int current;
	struct sample_game *g, *first, *post;
	struct sample_game like = {.played = true};

	if (regular <= SECOND_TRACKED)
		regular = SECOND_TRACKED + 1;
	current = before + regular + PLAYED_AFTER + UNPLAYED;
	l->games_n = last + playoffs + CUP + current;
	l->games =
	    arena_alloc(l->arena, (size_t)l->games_n * sizeof(l->games[0]));

	like.season = LAST, like.id = FIRST_OF_LAST_SEASON, like.day = 45542;
	g = add_rounds(l, l->games, &like, last);
	like.id = FIRST_OF_PLAYOFFS, like.day = 45542 + 190;
	like.round = "RoundRobin";
	post = g;
	g = add_rounds(l, g, &like, playoffs);
	g[-3].round = g[-2].round = "SemiFinals";
	g[-1].round = "Championship";
	like.season = CUP_YEAR, like.id = FIRST_OF_CUP, like.day = 45885;
	like.round = NULL;
	g = add_rounds(l, g, &like, CUP);
	like.season = CURRENT, like.id = FIRST_TRACKED - before;
	like.day = 45906;
	first = g;
	g = add_rounds(l, g, &like, current);
	for (int i = 1; i <= UNPLAYED; i++)
		g[-i].played = false;
	mark_tracked(l, first + before, post, tracked);
}

void
sample_league_init(struct sample_league *l, struct arena *arena, uint64_t seed,
    unsigned tracked)
{
	struct sample_random r;

	memset(l, 0, sizeof(*l));
	l->arena = arena;
	l->seed = seed;
	l->seasons = seasons;
	l->seasons_n = (int)(sizeof(seasons) / sizeof(seasons[0]));
	l->odd = tracked >= sizeof(oddities) / sizeof(oddities[0]);
	l->teams_n = teams_for(tracked);
	l->players_n = l->teams_n * TEAM_PLAYERS + SPARES;
	l->teams = arena_alloc(arena, (size_t)l->teams_n * sizeof(l->teams[0]));
	l->players =
	    arena_alloc(arena, (size_t)l->players_n * sizeof(l->players[0]));
	sample_random_init(&r, seed, 1);
	make_teams(l, &r);
	make_players(l, &r);
	make_games(l, tracked);
}
