/*
 * sample_play: what happens with the puck between whistles: passes, exits,
 * entries, turnovers, battles, penalties. Every play takes at least a second,
 * so a line-up that changed after the last one holds for the next.
 */
#include <string.h>

#include "sample/sample_match.h"

#define ONE_OF(m, words)                                                       \
	((words)[sample_random_range(                                          \
	    &(m)->r, 0, (int)(sizeof(words) / sizeof((words)[0])) - 1)])

static const char *const carrying[] = {"Delay", "Deke", "DriveWide",
    "DriveMiddle", "Speed", "CutBack", "OpenIceDeke", "Cycle"};
static const char *const defending[] = {"StickCheck", "Pressure", "Contain",
    "GapControl", "ManOnMan", "PokeCheck", "ForceWide", "Backcheck"};
static const char *const passes[] = {"Pass_Forehand", "Pass_Forehand",
    "Pass_Forehand", "Pass_Forehand", "Pass_Backhand", "Pass_Backhand",
    "Pass_Bank", "Pass_Drop", "Pass_Stretch", "Pass_Lob", "Pass_Rim/Wrap",
    "Pass_QuickUp", "Pass_Reverse", "Pass_OneTouch", "Pass_GiveAndGo"};

int
match_rating(const struct match *m, int dress)
{
	int rating =
	    dress < 0
		? 0
		: m->league->players[m->game->dressed[dress].player].rating;

	return (rating == 0 ? 4 : rating);
}

struct sample_event *
match_carrier_event(
    struct match *m, const char *type, const char *detail, const char *detail2)
{
	struct sample_event *e = match_event(m, type, detail, detail2);

	(void)sample_tape_actor(e, m->game, m->carrier, true);
	return (e);
}

void
match_turn_over(struct match *m)
{
	m->puck = 1 - m->puck;
	m->zone = match_mirror(m->zone);
	m->carrier = match_skater(m, m->puck, -1);
	m->pass[0] = m->pass[1] = -1;
}

/* An opponent near the carrier, who may press him. */
struct sample_actor *
match_press(struct match *m, struct sample_event *e, double chance)
{
	struct sample_actor *a;

	if (!sample_random_chance(&m->r, chance))
		return (NULL);
	a = sample_tape_actor(
	    e, m->game, match_skater(m, 1 - m->puck, -1), false);
	if (a == NULL)
		return (NULL);
	if (sample_random_chance(&m->r, .5))
		a->play1 = ONE_OF(m, defending);
	if (sample_random_chance(&m->r, .5)) {
		a->pressure = 2;
		e->actors[0].pressure = 1;
	}
	return (a);
}

void
match_possession(struct match *m, const char *detail, const char *play)
{
	struct sample_event *e =
	    match_carrier_event(m, "Possession", detail, NULL);
	int at = m->tape->events_n - 1, seconds;

	if (play != NULL) {
		e->actors[0].play1 = play;
		e->actors[0].success = 's';
		e->success = 's';
	} else if (sample_random_chance(&m->r, .3)) {
		e->actors[0].play1 = ONE_OF(m, carrying);
	}
	(void)match_press(m, e, .4);
	seconds = sample_random_range(&m->r, 1, 4);
	if (seconds > m->clock)
		seconds = m->clock;
	match_advance(m, seconds);
	m->tape->events[at].end = m->tape->events[at].start - seconds;
}

/* The other team picks the puck up. */
void
match_recover(struct match *m, const char *detail, const char *play)
{
	match_turn_over(m);
	match_advance(m, sample_random_range(&m->r, 1, 3));
	if (m->clock > 0)
		match_possession(m, detail, play);
}

static void
giveaway(struct match *m, const char *detail2)
{
	struct sample_event *e =
	    match_carrier_event(m, "Turnover", "Turnover_Giveaway", detail2);

	e->success = 'u';
	(void)match_press(m, e, .6);
}

static void
lose_puck(struct match *m)
{
	static const char *const words[] = {"Giveaway_Misplayed",
	    "Giveaway_Misplayed", "Giveaway_BattleLost", "Giveaway_Other",
	    "Giveaway_ZoneEntry/ExitMisplay"};
	struct sample_event *e;
	int loser = m->carrier;

	if (sample_random_chance(&m->r, .55)) {
		giveaway(m, ONE_OF(m, words));
		match_recover(m, "Possession_PuckRecovery",
		    "PuckRecoveryRetreivalTurnover");
		return;
	}
	match_turn_over(m);
	e = match_carrier_event(m, "Turnover", "Turnover_Takeaway",
	    sample_random_chance(&m->r, .7) ? "Takeaway_PokeCheck"
					    : "Takeaway_BattleWon");
	e->success = 's';
	e->actors[0].play1 = "PokeCheck";
	e->actors[0].offensive = false;
	(void)sample_tape_actor(e, m->game, loser, false);
}

static void
bad_pass(struct match *m, int receiver)
{
	static const char *const kinds[] = {
	    "Pass_Missed", "Pass_Intercepted", "Pass_Deflected"};
	static const double weights[] = {50, 32, 18};
	int kind = sample_random_pick(&m->r, weights, 3);
	struct sample_event *e;

	m->links++;
	e = match_carrier_event(m, "Pass", kinds[kind],
	    kind == 0 && sample_random_chance(&m->r, .3) ? "Pass_ReceiverMissed"
							 : ONE_OF(m, passes));
	e->success = 'u';
	e->link = m->links;
	(void)sample_tape_actor(e, m->game, receiver, true);
	(void)match_press(m, e, .6);
	if (m->zone == 'd' && match_strength(m, m->puck) >= 5 &&
	    sample_random_chance(&m->r, .1)) {
		match_advance(m, 3);
		if (m->clock > 0)
			match_whistle(m, WHISTLE_ICING, m->puck);
		return;
	}
	if (sample_random_chance(&m->r, .5)) {
		giveaway(m, kind == 1	? "Giveaway_PassIntercepted"
			    : kind == 2 ? "Giveaway_PassBlocked"
					: "Giveaway_PassMissed");
		m->tape->events[m->tape->events_n - 1].link = m->links;
	}
	match_recover(
	    m, "Possession_PuckRecovery", "PuckRecoveryRetreivalPass");
}

/* True when the pass arrived: the receiver is the carrier now. */
bool
match_pass(struct match *m, const char *detail2)
{
	int receiver = match_skater(m, m->puck, m->carrier);
	double p = .74 + .03 * (match_rating(m, m->carrier) - 4);
	struct sample_event *e;

	if (receiver < 0)
		return (false);
	if (!sample_random_chance(&m->r, p)) {
		bad_pass(m, receiver);
		return (false);
	}
	e = match_carrier_event(m, "Pass", "Pass_Completed",
	    detail2 != NULL ? detail2 : ONE_OF(m, passes));
	e->success = 's';
	(void)sample_tape_actor(e, m->game, receiver, true);
	(void)match_press(m, e, .3);
	m->pass[1] = m->pass[0];
	m->pass[0] = m->tape->events_n - 1;
	m->carrier = receiver;
	return (true);
}

static void
battle(struct match *m)
{
	struct sample_event *e =
	    match_carrier_event(m, "LoosePuck", "LoosePuck_Battle", NULL);
	struct sample_actor *a = sample_tape_actor(
	    e, m->game, match_skater(m, 1 - m->puck, -1), false);
	bool won = sample_random_chance(&m->r, .5);

	e->actors[0].play1 = won ? "LoosePuckBattleWon" : "LoosePuckBattleLost";
	e->actors[0].success = won ? 's' : 'u';
	if (a != NULL) {
		a->play1 = won ? "LoosePuckBattleLost" : "LoosePuckBattleWon";
		a->success = won ? 'u' : 's';
	}
	if (!won)
		match_turn_over(m);
}

static void
foul(struct match *m)
{
	static const char *const words[] = {"Penalty_Tripping",
	    "Penalty_Hooking", "Penalty_Holding", "Penalty_Interference",
	    "Penalty_Slashing", "Penalty_HighSticking", "Penalty_Roughing",
	    "Penalty_DelayofGame"};
	enum sample_side guilty =
	    sample_random_chance(&m->r, .75) ? 1 - m->puck : m->puck;
	int offender = match_skater(m, guilty, m->carrier);
	int victim =
	    guilty == m->puck ? match_skater(m, 1 - guilty, -1) : m->carrier;
	struct sample_event *e;

	if (offender < 0 || match_strength(m, guilty) < 4 ||
	    m->box_n == MATCH_BOX)
		return;
	if (m->puck != guilty) {
		if (sample_random_chance(&m->r, .4)) {
			e = match_event(m, "Penalty_Delayed", NULL, NULL);
			(void)sample_tape_actor(e, m->game, m->carrier, true);
			match_advance(m, 2);
			if (m->clock == 0)
				return;
		}
		m->puck = guilty;
		m->zone = match_mirror(m->zone);
	}
	m->carrier = offender;
	e = match_carrier_event(
	    m, "Penalty", "Penalty_Minor", ONE_OF(m, words));
	(void)sample_tape_actor(e, m->game, victim, false);
	m->links++;
	e->link = m->links;
	match_penalize(m, guilty, offender);
	match_whistle(m, WHISTLE_PENALTY, guilty);
}

static void
in_zone(struct match *m)
{
	static const double own[] = {34, 38, 20, 8};
	static const double killing[] = {12, 62, 16, 10};
	static const double neutral[] = {24, 52, 14, 10};
	static const double attack[] = {42, 28, 17, 13};
	const double *weights = m->zone == 'd'	 ? own
				: m->zone == 'n' ? neutral
						 : attack;

	/* Short-handed teams are content to get the puck out. */
	if (m->zone == 'd' &&
	    match_strength(m, m->puck) < match_strength(m, 1 - m->puck))
		weights = killing;
	switch (sample_random_pick(&m->r, weights, 4)) {
	case 0:
		(void)match_pass(m, NULL);
		return;
	case 1:
		if (m->zone == 'd')
			match_exit_zone(m);
		else if (m->zone == 'n')
			match_enter_zone(m);
		else
			match_shoot(m);
		return;
	case 2:
		match_possession(m,
		    m->zone == 'n' && sample_random_chance(&m->r, .2)
			? "Possession_Regroup"
			: NULL,
		    NULL);
		return;
	default:
		lose_puck(m);
		return;
	}
}

void
match_play(struct match *m)
{
	match_advance(m, sample_random_range(&m->r, 1, 3));
	if (m->clock == 0)
		return;
	if (m->carrier < 0)
		m->carrier = match_skater(m, m->puck, -1);
	if (match_goalie(m, 1 - m->puck) < 0 && m->zone != 'd' &&
	    sample_random_chance(&m->r, .2))
		match_shoot(m);
	else if (sample_random_chance(&m->r, .004))
		foul(m);
	else if (sample_random_chance(&m->r, .02))
		battle(m);
	else
		in_zone(m);
}
