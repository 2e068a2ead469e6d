/*
 * sample_league: teams, players, seasons and the schedule of the sample
 * league, and who is dressed for a game. Scores are those of the played game:
 * of the simulation where it is tracked, thrown here where it is not.
 */
#ifndef SAMPLE_SAMPLE_LEAGUE_H
#define SAMPLE_SAMPLE_LEAGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "sample/sample_random.h"

#define SAMPLE_PERIOD 1080  /* seconds of a period */
#define SAMPLE_OVERTIME 300 /* seconds of overtime */
#define SAMPLE_DRESSED 20   /* most players of a team in a game */
#define SAMPLE_MINOR 180    /* seconds of a minor penalty */

enum sample_side { SAMPLE_HOME, SAMPLE_AWAY, SAMPLE_NOBODY };

struct sample_team {
	const char *name;
	char id[16];
	char code[16];
	char long_name[16];
	const char *color[2];
};

struct sample_player {
	char id[16];
	const char *first;
	const char *last;
	int alias_first; /* rows of the list of pseudonyms */
	int alias_last;
	char position; /* F, D, G */
	int rating;    /* 2 … 6, 0 unknown */
	int rating_ly;
	int birth_year;
	char gender;
	char leadership; /* C, A, S, or 0 */
	int team;	 /* -1: a spare, plays as a substitute */
	int number;
};

struct sample_season {
	const char *id;
	int season;
	char league; /* N, C */
	char session;
	int start; /* day since 1899-12-30, as sheets count */
};

/* A player in a game: a line of the roster sheet. */
struct sample_dress {
	int player;
	enum sample_side side;
	int number;
	char position;
	bool sub;
	int goals;
	int assists;
	int goals_against;
	int pim;
	bool shutout;
};

/* What a tracked game shows on purpose, bits; data/sample/README.md. */
enum sample_oddity {
	SAMPLE_PLAIN = 0,
	SAMPLE_NO_SHIFTS = 1 << 0,
	SAMPLE_SIDE_FILES = 1 << 1,
	SAMPLE_UNKNOWN_NUMBER = 1 << 2,
	SAMPLE_FEW_SHIFTS = 1 << 3,
	SAMPLE_TWICE_IN_SHIFT = 1 << 4,
	SAMPLE_STOP_WORDS = 1 << 5,
	SAMPLE_UNKNOWN_BREAK = 1 << 6,
	SAMPLE_SKATER_IN_GOAL = 1 << 7,
	SAMPLE_NO_TAGS = 1 << 8,
	SAMPLE_SWAPPED = 1 << 9,
	SAMPLE_UNKNOWN_RATING = 1 << 10,
	/* What must happen: the game is played until it does. */
	SAMPLE_AFTER_WHISTLE = 1 << 11, /* penalties and a second goal */
	SAMPLE_SHOOTOUT = 1 << 12,
	SAMPLE_OVERTIME_GOAL = 1 << 13,
	SAMPLE_EMPTY_NET_GOAL = 1 << 14,
	SAMPLE_EXTRA_ATTACKER_GOAL = 1 << 15,
	SAMPLE_HOME_POWER_PLAY_GOAL = 1 << 16,
	SAMPLE_AWAY_POWER_PLAY_GOAL = 1 << 17,
	SAMPLE_MUST_HAPPEN = 127 << 11,
};

enum sample_layout {
	SAMPLE_LEGACY,
	SAMPLE_EXPORT_23,
	SAMPLE_EXPORT_29,
	SAMPLE_SAVE
};

struct sample_game {
	int id;
	int season; /* row of sample_league.seasons */
	int day;    /* since 1899-12-30 */
	int minute; /* of the day */
	int team[2];
	const char *round; /* NULL: regular season */
	bool played;
	int tracked; /* ordinal among the tracked games, -1: not tracked */
	enum sample_layout layout;
	unsigned oddity; /* enum sample_oddity */
	int score[2];
	int period_goals[2][4];
	bool overtime; /* it was played */
	int shootout_rounds;
	struct sample_dress *dressed; /* in the league's arena */
	int dressed_n;
};

struct sample_league {
	struct arena *arena;
	uint64_t seed;
	const struct sample_season *seasons;
	int seasons_n;
	struct sample_team *teams;
	int teams_n;
	struct sample_player *players;
	int players_n;
	struct sample_game *games; /* as they stand in the schedule */
	int games_n;
	bool odd; /* the workbook has rows with mistakes */
};

/*
 * Makes the league with so many tracked games; nothing is played yet. The
 * league lives in the arena.
 */
void sample_league_init(struct sample_league *l, struct arena *arena,
    uint64_t seed, unsigned tracked);

/* Dresses both teams: nine to ten forwards, four to six defenders, a goalie. */
void sample_league_dress(
    struct sample_league *l, struct sample_game *g, struct sample_random *r);

/* Throws score and statistics of a game that nobody tracked. */
void sample_league_throw(
    struct sample_league *l, struct sample_game *g, struct sample_random *r);

#endif
