/*
 * sample_match: the state of a game that is being played, shared by the files
 * that play it: sample_game.c (clock, whistles, periods), sample_change.c
 * (who is on the ice, penalties), sample_play.c (the puck), sample_zone.c (blue
 * lines), sample_shot.c (the net).
 * Nobody else includes it.
 */
#ifndef SAMPLE_SAMPLE_MATCH_H
#define SAMPLE_SAMPLE_MATCH_H

#include <stdbool.h>

#include "sample/sample_league.h"
#include "sample/sample_random.h"
#include "sample/sample_tape.h"

#define MATCH_BOX 6 /* most penalties at a time, both teams */

struct match_penalty {
	int dress;
	int left; /* seconds to serve */
};

struct match_bench {
	int line;     /* forwards: which three are out */
	int pair;     /* defenders */
	int on[2];    /* clock at which forwards, defenders came on */
	int shift[2]; /* how long they mean to stay */
	int goalie;   /* place in dressed, -1 none */
	bool pulled;  /* goalie off for an extra attacker */
};

/* What stopped play; decides words and the next face-off. */
enum match_whistle {
	WHISTLE_NONE,
	WHISTLE_GOAL,
	WHISTLE_PENALTY,
	WHISTLE_FREEZE,
	WHISTLE_ICING,
	WHISTLE_OFFSIDE,
	WHISTLE_OUT,
};

struct match {
	struct sample_random r;
	const struct sample_league *league;
	struct sample_game *game;
	struct sample_tape *tape;
	int period;
	int clock;
	int length;
	bool over;	       /* sudden death has fallen */
	bool timeout[2];       /* taken */
	enum sample_side puck; /* who has it */
	char zone;	       /* seen from that team */
	int carrier;
	int links;
	int pass[2]; /* last two completed passes of the possession, -1 */
	struct match_bench bench[2];
	struct match_penalty box[MATCH_BOX];
	int box_n;
	struct sample_lineup ice;
	int shift_start; /* clock, of the line-up on the ice */
	int shift_stoppage;
	char shift_zone;
	const char *shift_word;
	int shift_goals[2];
	enum match_whistle whistle;
	enum sample_side guilty; /* whom the whistle was against */
	unsigned happened;	 /* of SAMPLE_MUST_HAPPEN */
};

/* sample_game.c */

/* An event of the team with the puck, here and now. */
struct sample_event *match_event(
    struct match *m, const char *type, const char *detail, const char *detail2);
/* Seconds of play go by; penalties run out on the way. */
void match_advance(struct match *m, int seconds);
/* Play is stopped now; sample_game.c does the rest. */
void match_whistle(
    struct match *m, enum match_whistle whistle, enum sample_side guilty);
char match_mirror(char zone);
/* The zone of the puck seen from home. */
char match_home_zone(const struct match *m);

/* sample_change.c */

/* Skaters a side may have by its penalties, 3 … 5 (4 in overtime). */
int match_strength(const struct match *m, enum sample_side side);
/* Puts the right people on the ice; the line-up before ends now. */
void match_change(struct match *m, const char *stop, const char *start);
/* Ends the line-up on the ice without a next one. */
void match_close(struct match *m, const char *stop);
/* Next lines for tired people, while play goes on. */
void match_change_tired(struct match *m);
/* Next lines for both teams, at a whistle. */
void match_change_lines(struct match *m);
void match_penalize(struct match *m, enum sample_side side, int dress);
/* The first penalty of a side ends: a goal against it, or time. */
void match_release(struct match *m, enum sample_side side);
/* A skater on the ice, other than not; -1 if there is none. */
int match_skater(struct match *m, enum sample_side side, int not );
/* The same, a defender if one is there. */
int match_defender(struct match *m, enum sample_side side);
int match_goalie(const struct match *m, enum sample_side side);

/* sample_play.c */

/* One thing that happens with the puck. */
void match_play(struct match *m);
/* The other team has the puck, at the same place; carrier chosen. */
void match_turn_over(struct match *m);
/* As match_event, with the carrier as its first player. */
struct sample_event *match_carrier_event(
    struct match *m, const char *type, const char *detail, const char *detail2);
int match_rating(const struct match *m, int dress);
/* An opponent near the carrier, who may press him; NULL if nobody is. */
struct sample_actor *match_press(
    struct match *m, struct sample_event *e, double chance);
/* The carrier holds the puck for some seconds; play: how he got it, or NULL. */
void match_possession(struct match *m, const char *detail, const char *play);
/* The other team picks the puck up, some seconds later. */
void match_recover(struct match *m, const char *detail, const char *play);
/* True when the pass arrived: the receiver is the carrier now. */
bool match_pass(struct match *m, const char *detail2);

/* sample_zone.c */
void match_exit_zone(struct match *m);
void match_enter_zone(struct match *m);

/* sample_shot.c */

/* A goal of the carrier by a kind of shot, with what the books hold of it. */
void match_score(struct match *m, int kind);
void match_shoot(struct match *m);
/* A shoot-out: rounds of three, more while it is tied. */
void match_shootout(struct match *m);

#endif
