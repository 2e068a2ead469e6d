/*
 * sample_game: the frame of a game: periods, the clock, whistles and
 * face-offs, breaks, the end. What happens with the puck is in sample_play.c.
 * In this league the clock runs through stoppages.
 */
#include "sample/sample_game.h"

#include <assert.h>
#include <string.h>

#include "sample/sample_match.h"

#define TRIES 200	 /* games played until one ends as its oddity asks */
#define SKATER_UNTIL 720 /* clock of the second period */

struct whistle {
	const char *detail2; /* of the stoppage */
	const char *faceoff; /* detail of the next face-off */
	const char *start;   /* word of the next line-up */
	const char *stop[2]; /* word of the line-up, home or away guilty */
};

static const struct whistle whistles[] = {
    [WHISTLE_GOAL] = {"Stoppage_Goal", "Faceoff_AfterGoal", "FaceoffAfterGoal",
	{"Away Goal", "Home Goal"}},
    [WHISTLE_PENALTY] = {"Stoppage_Penalty", "Faceoff_AfterPenalty",
	"FaceoffAfterPenalty", {"Home Penalty", "Away Penalty"}},
    [WHISTLE_FREEZE] = {"Stoppage_GoalieStoppage", "Faceoff_AfterStoppage",
	"OtherFaceoff",
	{"Home Goalie Stopped (after Away SOG)",
	    "Away Goalie Stopped (after Home SOG)"}},
    [WHISTLE_ICING] = {"Stoppage_Icing", "Faceoff_AfterStoppage",
	"OtherFaceoff", {"Home Icing", "Away Icing"}},
    [WHISTLE_OFFSIDE] = {"Stoppage_Offsides", "Faceoff_AfterStoppage",
	"OtherFaceoff", {"Home Offside", "Away Offside"}},
    [WHISTLE_OUT] = {"Stoppage_PuckOutofPlay", "Faceoff_AfterStoppage",
	"OtherFaceoff", {"Puck Out of Play", "Puck Out of Play"}},
};

char
match_mirror(char zone)
{
	return (zone == 'o' ? 'd' : zone == 'd' ? 'o' : zone);
}

char
match_home_zone(const struct match *m)
{
	return (m->puck == SAMPLE_HOME ? m->zone : match_mirror(m->zone));
}

struct sample_event *
match_event(
    struct match *m, const char *type, const char *detail, const char *detail2)
{
	struct sample_event *e =
	    sample_tape_event(m->tape, type, detail, detail2);

	e->period = m->period;
	e->start = m->clock;
	e->side = m->puck;
	e->zone = m->zone;
	return (e);
}

void
match_whistle(
    struct match *m, enum match_whistle whistle, enum sample_side guilty)
{
	m->whistle = whistle;
	m->guilty = guilty;
}

/* Penalties that have run out; true when somebody comes back. */
static bool
let_out(struct match *m)
{
	bool any = false;

	for (int i = m->box_n - 1; i >= 0; i--)
		if (m->box[i].left <= 0) {
			m->box_n--;
			memmove(&m->box[i], &m->box[i + 1],
			    (size_t)(m->box_n - i) * sizeof(m->box[0]));
			any = true;
		}
	return (any);
}

void
match_advance(struct match *m, int seconds)
{
	int target = m->clock > seconds ? m->clock - seconds : 0;

	while (m->clock > target) {
		int step = m->clock - target;

		for (int i = 0; i < m->box_n; i++)
			if (m->box[i].left < step)
				step = m->box[i].left;
		m->clock -= step;
		for (int i = 0; i < m->box_n; i++)
			m->box[i].left -= step;
		if (let_out(m) && m->clock > 0)
			match_change(m, "OnTheFly", "OnTheFly");
	}
}

static void
face_off(struct match *m, const char *detail, char home_zone)
{
	enum sample_side winner =
	    (enum sample_side)sample_random_range(&m->r, 0, 1);
	int taker[2], mate;
	struct sample_event *e;

	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++) {
		taker[side] = m->ice.slot[side][SLOT_F1];
		if (taker[side] < 0)
			taker[side] = match_skater(m, side, -1);
	}
	m->puck = winner;
	m->zone = winner == SAMPLE_HOME ? home_zone : match_mirror(home_zone);
	mate = match_skater(m, winner, taker[winner]);
	e = match_event(m, "Faceoff", detail, NULL);
	(void)sample_tape_actor(e, m->game, taker[winner], true);
	(void)sample_tape_actor(e, m->game, mate, true);
	(void)sample_tape_actor(e, m->game, taker[1 - winner], false);
	m->carrier = mate;
	m->pass[0] = m->pass[1] = -1;
}

/* Where the next face-off is taken, seen from home. */
static char
spot_of(const struct match *m)
{
	switch (m->whistle) {
	case WHISTLE_GOAL:
	case WHISTLE_OFFSIDE:
		return ('n');
	case WHISTLE_PENALTY:
	case WHISTLE_FREEZE:
	case WHISTLE_ICING:
		return (m->guilty == SAMPLE_HOME ? 'd' : 'o');
	case WHISTLE_OUT:
	case WHISTLE_NONE:
		break;
	}
	return (match_home_zone(m));
}

static int
behind(const struct match *m, enum sample_side side)
{
	return (m->game->score[1 - side] - m->game->score[side]);
}

/* The second period begins with a forward in the away team's goal. */
static void
skater_in_goal(struct match *m)
{
	bool in = m->period == 2 && m->clock > SKATER_UNTIL;

	for (int i = 0; i < m->game->dressed_n; i++) {
		const struct sample_dress *d = &m->game->dressed[i];

		if (d->side == SAMPLE_AWAY && d->position == (in ? 'F' : 'G'))
			m->bench[SAMPLE_AWAY].goalie = i;
	}
}

/* A team that is behind at the end puts a sixth skater on. */
static void
think_of_goalies(struct match *m)
{
	if (m->game->oddity & SAMPLE_SKATER_IN_GOAL)
		skater_in_goal(m);
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++) {
		struct match_bench *bench = &m->bench[side];
		bool late = m->period == 3 && m->clock < 110 &&
			    behind(m, side) >= 1 && behind(m, side) <= 2;

		if (bench->pulled && !late)
			bench->pulled = false;
		else if (late && (int)m->puck == side && m->zone != 'd')
			bench->pulled = true;
	}
}

static void
time_out(struct match *m)
{
	enum sample_side side =
	    behind(m, SAMPLE_HOME) > 0 ? SAMPLE_HOME : SAMPLE_AWAY;
	struct sample_event *e;

	if (m->period != 3 || m->clock > 150 || m->timeout[side] ||
	    behind(m, side) < 1 || !sample_random_chance(&m->r, .4))
		return;
	m->timeout[side] = true;
	e = match_event(m, "Timeout", NULL, NULL);
	e->side = side;
	e->zone = 0;
	e->start = -1;
	e->rest = sample_random_range(&m->r, 50, 70);
}

/* Both captains are sent off, and a goal is given that nobody had seen. */
static void
after_whistle(struct match *m)
{
	enum sample_side scored = m->puck;

	m->happened |= SAMPLE_AFTER_WHISTLE;
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++) {
		struct sample_event *e;

		m->puck = side;
		e = match_event(
		    m, "Penalty", "Penalty_Minor", "Penalty_Roughing");
		(void)sample_tape_actor(
		    e, m->game, m->ice.slot[side][SLOT_F1], true);
		match_penalize(m, side, m->ice.slot[side][SLOT_F1]);
	}
	m->puck = scored;
	m->carrier = m->ice.slot[scored][SLOT_F2];
	m->pass[0] = m->pass[1] = -1;
	match_score(m, 0);
}

/* From the whistle to the next face-off; the clock runs on. */
static void
stoppage(struct match *m)
{
	const struct whistle *w = &whistles[m->whistle];
	int dead = sample_random_range(&m->r, 14, 32);
	char spot = spot_of(m);
	const char *stop;
	struct sample_event *e;

	e = match_event(m, "Stoppage", "Stoppage_Play", w->detail2);
	e->link = e[-1].link;
	(void)sample_tape_actor(e, m->game, m->carrier, true);
	stop = w->stop[m->guilty];
	if (m->whistle == WHISTLE_GOAL &&
	    (m->game->oddity & ~m->happened & SAMPLE_AFTER_WHISTLE)) {
		after_whistle(m);
		stop = NULL;
	}
	match_close(m, stop);
	m->puck = SAMPLE_HOME;
	m->zone = spot;
	if (m->over)
		return;
	if (dead > m->clock)
		dead = m->clock;
	match_change_lines(m);
	think_of_goalies(m);
	match_change(m, w->stop[m->guilty], w->start);
	if (dead > 0) {
		e = match_event(m, "DeadIce", NULL, NULL);
		e->end = m->clock - dead;
		m->clock -= dead;
		m->shift_stoppage += dead;
	}
	m->whistle = WHISTLE_NONE;
	if (m->clock == 0)
		return;
	time_out(m);
	face_off(m, w->faceoff, spot);
}

static void
start_period(struct match *m)
{
	m->whistle = WHISTLE_NONE;
	m->clock = m->length;
	m->puck = SAMPLE_HOME;
	m->zone = 'n';
	m->shift_start = m->clock;
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++) {
		m->bench[side].pulled = false;
		for (int kind = 0; kind < 2; kind++) {
			m->bench[side].on[kind] = m->clock;
			m->bench[side].shift[kind] =
			    sample_random_range(&m->r, 40, 80) + 15 * kind;
		}
	}
	think_of_goalies(m);
	match_change(m, NULL, m->period == 1 ? "GameStart" : "PeriodStart");
	face_off(m,
	    m->period == 1 ? "Faceoff_GameStart" : "Faceoff_PeriodStart", 'n');
}

/* Play-offs must have a winner: the last seconds of overtime decide. */
static bool
must_score(const struct match *m)
{
	return (m->period == 4 && m->game->round != NULL && m->clock < 40);
}

static void
play_period(struct match *m)
{
	start_period(m);
	while (m->clock > 0 && !m->over) {
		if (must_score(m)) {
			m->zone = 'o';
			match_shoot(m);
		} else {
			match_play(m);
		}
		if (m->whistle != WHISTLE_NONE) {
			stoppage(m);
			continue;
		}
		if (m->clock == 0)
			break;
		think_of_goalies(m);
		match_change_tired(m);
	}
}

static bool
is_last(const struct match *m)
{
	bool tied = m->game->score[0] == m->game->score[1];

	return (m->over || m->period >= 4 || (m->period == 3 && !tied));
}

static void
end_period(struct match *m)
{
	struct sample_event *e;
	bool last = is_last(m);

	if (m->game->dressed[m->carrier].side != m->puck) {
		m->puck = 1 - m->puck;
		m->zone = match_mirror(m->zone);
	}
	match_close(m, last ? "GameEnd" : "Period End");
	e = match_event(m, "Stoppage",
	    last ? "Stoppage_GameEnd" : "Stoppage_PeriodEnd",
	    last ? NULL : "Stoppage_PeriodEnd");
	(void)sample_tape_actor(e, m->game, m->carrier, true);
}

static void
intermission(struct match *m)
{
	struct sample_event *e =
	    sample_tape_event(m->tape, "Intermission", NULL, NULL);

	e->period = m->period;
	e->rest = sample_random_range(&m->r, 60, 150);
}

static void
play(struct match *m)
{
	struct sample_game *g = m->game;

	(void)sample_tape_event(m->tape, "GameStart", NULL, NULL);
	m->tape->events[0].period = 1;
	for (m->period = 1; m->period <= 4; m->period++) {
		m->length = m->period == 4 ? SAMPLE_OVERTIME : SAMPLE_PERIOD;
		if (m->period > 1)
			intermission(m);
		g->overtime = m->period == 4;
		play_period(m);
		end_period(m);
		if (is_last(m))
			break;
	}
	if ((g->oddity & SAMPLE_SHOOTOUT) && m->period == 4 && !m->over) {
		m->period = 5;
		intermission(m);
		match_shootout(m);
	}
	sample_tape_event(m->tape, "GameEnd", NULL, NULL)->period = m->period;
}

static void
begin(struct match *m, struct sample_league *l, struct sample_game *g,
    struct sample_tape *t)
{
	m->league = l;
	m->game = g;
	m->tape = t;
	m->pass[0] = m->pass[1] = -1;
	sample_tape_reset(t);
	memset(g->score, 0, sizeof(g->score));
	memset(g->period_goals, 0, sizeof(g->period_goals));
	g->shootout_rounds = 0;
	for (int i = 0; i < g->dressed_n; i++) {
		struct sample_dress *d = &g->dressed[i];

		d->goals = d->assists = d->goals_against = d->pim = 0;
		if (d->position == 'G')
			m->bench[d->side].goalie = i;
	}
}

void
sample_game_play(
    struct sample_league *l, struct sample_game *g, struct sample_tape *t)
{
	struct match m = {0};
	struct sample_random r;

	assert(g->tracked >= 0);
	sample_random_init(&r, l->seed, (uint64_t)g->id);
	sample_league_dress(l, g, &r);
	for (int i = 0; i < TRIES; i++) {
		memset(&m, 0, sizeof(m));
		sample_random_init(
		    &m.r, l->seed, ((uint64_t)g->id << 16) + (uint64_t)i + 1);
		begin(&m, l, g, t);
		play(&m);
		if ((g->oddity & SAMPLE_MUST_HAPPEN & ~m.happened) == 0)
			break;
	}
	for (int i = 0; i < g->dressed_n; i++) {
		struct sample_dress *d = &g->dressed[i];

		d->shutout = d->position == 'G' && g->score[1 - d->side] == 0;
	}
}
