/*
 * sample_shot: a shot and what follows it: block, miss, save, rebound or goal
 * with its assists; the shoot-out.
 */
#include <string.h>

#include "sample/sample_match.h"

/* Kinds of shots: how often, and their codes. */
static const double kind_weights[] = {45, 14, 9, 9, 8, 5, 3, 2, 1, 4};

static const char *const shot_codes[] = {"Shot_Wrist", "Shot_Snap", "Shot_Slap",
    "Shot_Backhand", "Shot_OneTime", "Shot_Tip", "Shot_WrapAround", "Shot_Poke",
    "Shot_Bat", "Shot_Deflection"};
static const char *const goal_codes[] = {"Goal_Wrist", "Goal_Snap", "Goal_Slap",
    "Goal_Backhand", "Goal_OneTime", "Goal_Tip", "Goal_WrapAround", "Goal_Poke",
    "Goal_Bat", "Goal_Deflection"};

static const char *const save_codes[] = {"Save_Butterfly", "Save_Glove",
    "Save_Blocker", "Save_LeftPad", "Save_RightPad", "Save_Chest", "Save_Stick",
    "Save_Scramble", "Save_Shoulder", "Save_Skate"};

enum result { GOAL, SAVED, BLOCKED, BLOCKED_OWN, MISSED, POST, DEFLECTED };

static const char *const results[] = {"Shot_Goal", "Shot_OnNetSaved",
    "Shot_Blocked", "Shot_BlockedSameTeam", "Shot_Missed", "Shot_HitPost",
    "Shot_Deflected"};

static double
scoring_chance(const struct match *m, int kind)
{
	int goalie = match_goalie(m, 1 - m->puck);
	double p = kind >= 4 && kind <= 6 ? .19 : .115;

	if (goalie < 0)
		return (1);
	if (match_strength(m, m->puck) > match_strength(m, 1 - m->puck))
		p *= 1.6;
	else if (match_strength(m, m->puck) < match_strength(m, 1 - m->puck))
		p *= .4;
	p *= 1 + .16 * (match_rating(m, m->carrier) - 4);
	if (m->game->dressed[goalie].position == 'G')
		p *= 1 - .1 * (match_rating(m, goalie) - 4);
	else
		p *= 2;
	return (m->period == 4 && m->game->round && m->clock < 40 ? 1 : p);
}

static enum result
result_of(struct match *m, int kind)
{
	static const double weights[] = {0, 50, 20, 2, 20, 2, 4};
	enum result result = sample_random_pick(&m->r, weights, 7);

	if (m->zone == 'o' && m->period == 4 && m->game->round && m->clock < 40)
		return (GOAL);
	if (result == SAVED &&
	    sample_random_chance(&m->r, scoring_chance(m, kind)))
		return (GOAL);
	if (result == SAVED && match_goalie(m, 1 - m->puck) < 0)
		return (MISSED);
	return (result);
}

/* The pass before the goal, and the one before that by another player. */
static void
tag_assists(struct match *m, int goal)
{
	static const char *const tags[] = {"AssistPrimary", "AssistSecondary"};
	int last[2] = {m->carrier, m->carrier}, given = 0;

	for (int i = 0; i < 2 && given < 2; i++) {
		struct sample_event *pass;
		struct sample_actor *passer;

		if (m->pass[i] < 0)
			break;
		pass = &m->tape->events[m->pass[i]];
		passer = &pass->actors[0];
		if (passer->dress == last[0] || passer->dress == last[1])
			break;
		if (passer->play1 == NULL)
			passer->play1 = tags[given];
		else
			passer->play2 = tags[given];
		pass->assist_to = goal;
		m->game->dressed[passer->dress].assists++;
		last[given++] = passer->dress;
		if (given == 1)
			last[1] = m->carrier;
	}
}

static unsigned
sort_of_goal(const struct match *m)
{
	enum sample_side other = 1 - m->puck;
	unsigned sort = 0;

	if (m->period == 4)
		sort |= SAMPLE_OVERTIME_GOAL;
	if (m->bench[other].pulled)
		sort |= SAMPLE_EMPTY_NET_GOAL;
	if (m->bench[m->puck].pulled)
		sort |= SAMPLE_EXTRA_ATTACKER_GOAL;
	if (match_strength(m, m->puck) > match_strength(m, other))
		sort |= m->puck == SAMPLE_HOME ? SAMPLE_HOME_POWER_PLAY_GOAL
					       : SAMPLE_AWAY_POWER_PLAY_GOAL;
	return (sort);
}

void
match_score(struct match *m, int kind)
{
	struct sample_game *g = m->game;
	enum sample_side other = 1 - m->puck;
	int goalie = match_goalie(m, other);
	struct sample_event *e;

	e = match_carrier_event(m, "Goal", "Goal_Scored", goal_codes[kind]);
	e->success = 's';
	e->link = m->links;
	e->highlight = true;
	(void)sample_tape_actor(e, g, goalie, false);
	tag_assists(m, m->tape->events_n - 1);
	m->happened |= sort_of_goal(m);
	g->score[m->puck]++;
	g->period_goals[m->puck][m->period - 1]++;
	g->dressed[m->carrier].goals++;
	if (goalie >= 0)
		g->dressed[goalie].goals_against++;
	if (match_strength(m, m->puck) > match_strength(m, other))
		match_release(m, other);
	m->over = m->period == 4;
	match_whistle(m, WHISTLE_GOAL, other);
}

static void
rebound(struct match *m, int shooter)
{
	static const char *const kinds_of[] = {"Rebound_TeamRecovered",
	    "Rebound_OppTeamRecovered", "Rebound_ShotGenerated"};
	static const double weights[] = {50, 38, 12};
	int kind = sample_random_pick(&m->r, weights, 3);
	struct sample_event *e;

	e = match_carrier_event(m, "Rebound", kinds_of[kind], NULL);
	e->link = m->links;
	if (kind == 0) {
		m->carrier = match_defender(m, m->puck);
		return;
	}
	match_turn_over(m);
	if (kind == 2 && sample_random_chance(&m->r, .5))
		m->carrier = shooter;
	match_advance(m, 1);
	if (m->clock > 0 && kind == 2)
		match_shoot(m);
}

static void
save(struct match *m)
{
	static const char *const kinds_of[] = {
	    "Save_Rebound", "Save_Freeze", "Save_Played"};
	static const double weights[] = {50, 32, 18};
	int kind = sample_random_pick(&m->r, weights, 3);
	int shooter = m->carrier, goalie = match_goalie(m, 1 - m->puck);
	struct sample_event *e;

	match_turn_over(m);
	m->carrier = goalie;
	e = match_carrier_event(m, "Save", kinds_of[kind],
	    save_codes[sample_random_range(&m->r, 0, 9)]);
	e->link = m->links;
	e->highlight = sample_random_chance(&m->r, .04);
	e->actors[0].offensive = false;
	(void)sample_tape_actor(e, m->game, shooter, false);
	if (kind == 0)
		rebound(m, shooter);
	else if (kind == 1)
		match_whistle(m, WHISTLE_FREEZE, m->puck);
	else
		m->carrier = match_defender(m, m->puck);
}

/* A shot that no goalie touched. */
static void
loose(struct match *m, enum result result)
{
	if (result == MISSED && sample_random_chance(&m->r, .12)) {
		match_whistle(m, WHISTLE_OUT, m->puck);
		return;
	}
	if (sample_random_chance(&m->r, .5)) {
		match_turn_over(m);
		m->carrier = match_defender(m, m->puck);
	} else {
		m->carrier = match_skater(m, m->puck, -1);
		m->pass[0] = m->pass[1] = -1;
	}
}

void
match_shoot(struct match *m)
{
	int kind = sample_random_pick(
	    &m->r, kind_weights, sizeof(shot_codes) / sizeof(shot_codes[0]));
	enum result result;
	struct sample_event *e;
	struct sample_actor *a;
	enum sample_side other = 1 - m->puck;

	if (m->clock == 0)
		return;
	result = result_of(m, kind);
	m->links++;
	e = match_carrier_event(m, "Shot", results[result], shot_codes[kind]);
	e->link = m->links;
	e->success = result == GOAL || result == SAVED ? 's' : 'u';
	if (result == BLOCKED_OWN) {
		a = sample_tape_actor(
		    e, m->game, match_skater(m, m->puck, m->carrier), true);
		if (a != NULL)
			a->play1 = "BlockedShot";
	} else if (result == BLOCKED || result == DEFLECTED) {
		a = sample_tape_actor(
		    e, m->game, match_skater(m, other, -1), false);
		if (a != NULL)
			a->play1 =
			    result == BLOCKED ? "BlockedShot" : "DeflectedShot";
	} else {
		(void)sample_tape_actor(
		    e, m->game, match_goalie(m, other), false);
		if (sample_random_chance(&m->r, .4)) {
			a = sample_tape_actor(
			    e, m->game, match_skater(m, other, -1), false);
			if (a != NULL)
				a->play1 = "InShotPassLane";
		}
	}
	if (result == GOAL)
		match_score(m, kind);
	else if (result == SAVED)
		save(m);
	else
		loose(m, result);
}

static bool
shootout_shot(struct match *m, enum sample_side side, int round)
{
	int skaters[SAMPLE_DRESSED] = {0}, n = 0;
	int goalie = m->bench[1 - side].goalie;
	bool scored;
	struct sample_event *e;

	for (int i = 0; i < m->game->dressed_n; i++)
		if (m->game->dressed[i].side == side &&
		    m->game->dressed[i].position == 'F')
			skaters[n++] = i;
	m->puck = side;
	m->zone = 'o';
	m->carrier = skaters[round % n];
	scored =
	    sample_random_chance(&m->r, .2 + .05 * match_rating(m, m->carrier));
	e = match_carrier_event(m, "PenaltyShot_Shootout",
	    scored			      ? "Shootout_OnNet"
	    : sample_random_chance(&m->r, .7) ? "Shootout_Saved"
					      : "Shootout_Missed",
	    shot_codes[sample_random_range(&m->r, 0, 3)]);
	e->success = scored ? 's' : 'u';
	(void)sample_tape_actor(e, m->game, goalie, false);
	return (scored);
}

void
match_shootout(struct match *m)
{
	int goals[2] = {0, 0}, round = 0;

	m->clock = 0;
	do {
		for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++)
			goals[side] += shootout_shot(m, side, round);
		round++;
	} while (round < 3 || (goals[0] == goals[1] && round < 12));
	m->game->shootout_rounds = round;
	m->happened |= SAMPLE_SHOOTOUT;
}
