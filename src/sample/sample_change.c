/*
 * sample_change: who is on the ice: lines and pairs, changes, penalties, the
 * extra attacker. Line-ups of a period follow each other exactly.
 */
#include <assert.h>
#include <string.h>

#include "sample/sample_match.h"

static bool
in_box(const struct match *m, int dress)
{
	for (int i = 0; i < m->box_n; i++)
		if (m->box[i].dress == dress)
			return (true);
	return (false);
}

int
match_strength(const struct match *m, enum sample_side side)
{
	int full = m->period == 4 ? 4 : 5, in = 0;

	for (int i = 0; i < m->box_n; i++)
		if (m->game->dressed[m->box[i].dress].side == side)
			in++;
	return (full - in < 3 ? 3 : full - in);
}

/* The n-th free player of a position, counted on from the first of line. */
static int
free_player(const struct match *m, enum sample_side side, char position,
    int first, int n)
{
	int places[SAMPLE_DRESSED], count = 0, left = n;

	for (int i = 0; i < m->game->dressed_n; i++)
		if (m->game->dressed[i].side == side &&
		    m->game->dressed[i].position == position)
			places[count++] = i;
	for (int i = 0; i < count; i++) {
		int dress = places[(first + i) % count];

		if (in_box(m, dress) || dress == m->bench[side].goalie)
			continue;
		if (left-- == 0)
			return (dress);
	}
	return (-1);
}

static void
build(const struct match *m, enum sample_side side, int slot[SAMPLE_SLOTS])
{
	const struct match_bench *bench = &m->bench[side];
	int skaters = match_strength(m, side);
	int forwards = skaters == 5 ? 3 : skaters == 4 ? 2 : 1;

	for (int i = 0; i < SAMPLE_SLOTS; i++)
		slot[i] = -1;
	for (int i = 0; i < forwards; i++)
		slot[SLOT_F1 + i] =
		    free_player(m, side, 'F', 3 * bench->line, i);
	for (int i = 0; i < 2; i++)
		slot[SLOT_D1 + i] =
		    free_player(m, side, 'D', 2 * bench->pair, i);
	if (bench->pulled)
		slot[SLOT_X] =
		    free_player(m, side, 'F', 3 * bench->line, forwards);
	else
		slot[SLOT_G] = bench->goalie;
}

static bool
on_ice(const struct match *m, enum sample_side side, int dress)
{
	for (int i = 0; i < SAMPLE_SLOTS; i++)
		if (m->ice.slot[side][i] == dress)
			return (true);
	return (false);
}

void
match_close(struct match *m, const char *stop)
{
	struct sample_shift *s;

	if (m->shift_start == m->clock)
		return;
	s = sample_tape_shift(m->tape);
	s->period = m->period;
	s->start = m->shift_start;
	s->end = m->clock;
	s->start_word = m->shift_word;
	s->stop_word = stop;
	s->stoppage = m->shift_stoppage;
	s->start_zone = m->shift_zone;
	s->end_zone = match_home_zone(m);
	memcpy(s->goals, m->shift_goals, sizeof(s->goals));
	s->lineup = m->ice;
	m->shift_start = m->clock;
}

void
match_change(struct match *m, const char *stop, const char *start)
{
	struct sample_lineup next = {0};

	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++)
		build(m, side, next.slot[side]);
	if (strcmp(start, "OnTheFly") == 0 &&
	    memcmp(&next, &m->ice, sizeof(next)) == 0)
		return;
	match_close(m, stop);
	m->ice = next;
	m->shift_start = m->clock;
	m->shift_stoppage = 0;
	m->shift_word = start;
	m->shift_zone = match_home_zone(m);
	memcpy(m->shift_goals, m->game->score, sizeof(m->shift_goals));
	if (!on_ice(m, m->puck, m->carrier))
		m->carrier = match_skater(m, m->puck, -1);
}

static int
lines_of(const struct match *m, enum sample_side side, char position)
{
	int count = 0;

	for (int i = 0; i < m->game->dressed_n; i++)
		count += m->game->dressed[i].side == side &&
			 m->game->dressed[i].position == position;
	return (position == 'F' ? (count + 2) / 3 : (count + 1) / 2);
}

static void
next_line(struct match *m, enum sample_side side, int kind)
{
	struct match_bench *bench = &m->bench[side];

	if (kind == 0)
		bench->line = (bench->line + 1) % lines_of(m, side, 'F');
	else
		bench->pair = (bench->pair + 1) % lines_of(m, side, 'D');
	bench->on[kind] = m->clock;
	bench->shift[kind] = sample_random_range(&m->r, 60, 110) + 20 * kind;
}

void
match_change_tired(struct match *m)
{
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++) {
		struct match_bench *bench = &m->bench[side];

		for (int kind = 0; kind < 2; kind++)
			if (bench->on[kind] - m->clock >= bench->shift[kind])
				next_line(m, side, kind);
	}
	match_change(m, "OnTheFly", "OnTheFly");
}

void
match_change_lines(struct match *m)
{
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++)
		for (int kind = 0; kind < 2; kind++)
			if (m->bench[side].on[kind] - m->clock > 35 ||
			    m->bench[side].on[kind] < m->clock)
				next_line(m, side, kind);
}

void
match_penalize(struct match *m, enum sample_side side, int dress)
{
	assert(m->box_n < MATCH_BOX);
	assert(m->game->dressed[dress].side == side);
	m->box[m->box_n].dress = dress;
	m->box[m->box_n].left = SAMPLE_MINOR;
	m->box_n++;
	m->game->dressed[dress].pim += SAMPLE_MINOR / 60;
}

void
match_release(struct match *m, enum sample_side side)
{
	for (int i = 0; i < m->box_n; i++) {
		if (m->game->dressed[m->box[i].dress].side != side)
			continue;
		m->box_n--;
		memmove(&m->box[i], &m->box[i + 1],
		    (size_t)(m->box_n - i) * sizeof(m->box[0]));
		return;
	}
}

int
match_skater(struct match *m, enum sample_side side, int not )
{
	int found = -1, seen = 0;

	for (int i = SLOT_F1; i <= SLOT_X; i++) {
		int dress = m->ice.slot[side][i];

		if (dress < 0 || dress == not )
			continue;
		seen++;
		if (sample_random_range(&m->r, 1, seen) == 1)
			found = dress;
	}
	return (found);
}

int
match_defender(struct match *m, enum sample_side side)
{
	int slot = sample_random_range(&m->r, SLOT_D1, SLOT_D2);

	return (m->ice.slot[side][slot] >= 0 ? m->ice.slot[side][slot]
					     : match_skater(m, side, -1));
}

int
match_goalie(const struct match *m, enum sample_side side)
{
	return (m->ice.slot[side][SLOT_G]);
}
