/*
 * sample_zone: the puck over the blue lines: exits, entries, dump-ins,
 * keep-ins, offsides and icings.
 */
#include "sample/sample_match.h"

/* A zone event of the carrier, or of a pass and its receiver. */
static struct sample_event *
zone_event(struct match *m, const char *detail, const char *detail2, char zone)
{
	struct sample_event *e =
	    match_carrier_event(m, "Zone_Entry_Exit", detail, detail2);

	e->zone = zone;
	(void)match_press(m, e, .5);
	return (e);
}

void
match_exit_zone(struct match *m)
{
	static const double weights[] = {42, 26, 9, 15, 8};
	int kind = sample_random_pick(&m->r, weights, 5);
	bool short_handed =
	    match_strength(m, m->puck) < match_strength(m, 1 - m->puck);
	struct sample_event *e;

	if (kind == 1) {
		int passer = m->carrier;

		if (!match_pass(m, NULL))
			return;
		e = match_event(
		    m, "Zone_Entry_Exit", "Zone_Exit", "ZoneExit_Pass");
		e->success = 's';
		(void)sample_tape_actor(e, m->game, passer, true);
		(void)sample_tape_actor(e, m->game, m->carrier, true);
		m->links++;
		e->link = e[-1].link = m->links;
		m->zone = 'n';
		return;
	}
	if (kind == 4) {
		e = zone_event(
		    m, "Zone_Exit_Failed", "ZoneExit_PassMiss/Misplay", 'd');
		e->success = 'u';
		match_turn_over(m);
		e = zone_event(m, "Zone_Keepin", "Zone_KeepIn", 'o');
		e->success = 's';
		return;
	}
	e = zone_event(m, "Zone_Exit",
	    kind == 0	   ? "ZoneExit_Carried"
	    : kind == 2	   ? "ZoneExit_Chip"
	    : short_handed ? "ZoneExit_PenaltyKillClear"
			   : "ZoneExit_Clear",
	    'd');
	e->success = 's';
	m->zone = 'n';
	if (kind == 0)
		return;
	if (kind == 3 && !short_handed && sample_random_chance(&m->r, .25)) {
		match_advance(m, 4);
		if (m->clock > 0)
			match_whistle(m, WHISTLE_ICING, m->puck);
		return;
	}
	m->zone = kind == 3 ? 'o' : 'n';
	match_recover(
	    m, "Possession_PuckRetrieval", "PuckRecoveryRetreivalClear");
}

static void
fail_entry(struct match *m)
{
	struct sample_event *e;
	int loser = m->carrier;

	e = zone_event(m, "Zone_Entry_Failed", "ZoneEntry_Carried", 'n');
	e->success = 'u';
	if (sample_random_chance(&m->r, .3)) {
		match_whistle(m, WHISTLE_OFFSIDE, m->puck);
		return;
	}
	match_turn_over(m);
	e = match_carrier_event(
	    m, "Turnover", "Turnover_Takeaway", "Takeaway_PokeCheck");
	e->success = 's';
	e->actors[0].play1 = "ZoneEntryDenial";
	e->actors[0].offensive = false;
	(void)sample_tape_actor(e, m->game, loser, false);
}

static void
dump_in(struct match *m, const char *detail2)
{
	struct sample_event *e = zone_event(m, "Zone_Entry", detail2, 'o');

	e->success = 's';
	e->actors[0].play1 = "DumpChase";
	m->zone = 'o';
	if (sample_random_chance(&m->r, .36)) {
		m->carrier = match_skater(m, m->puck, m->carrier);
		m->pass[0] = m->pass[1] = -1;
		match_advance(m, 2);
		if (m->clock > 0)
			match_possession(m, "Possession_PuckRetrieval",
			    "PuckRecoveryRetreivalDumpIn");
		return;
	}
	match_recover(
	    m, "Possession_PuckRetrieval", "PuckRecoveryRetreivalDumpIn");
}

void
match_enter_zone(struct match *m)
{
	static const double weights[] = {38, 4, 18, 20, 7, 13};
	int kind = sample_random_pick(&m->r, weights, 6);
	struct sample_event *e;
	int passer = m->carrier;

	switch (kind) {
	case 2:
		if (!match_pass(m, NULL))
			return;
		e = match_event(
		    m, "Zone_Entry_Exit", "Zone_Entry", "ZoneEntry_Pass");
		e->zone = 'o';
		e->success = 's';
		(void)sample_tape_actor(e, m->game, passer, true);
		(void)sample_tape_actor(e, m->game, m->carrier, true);
		m->links++;
		e->link = e[-1].link = m->links;
		break;
	case 3:
	case 4:
		dump_in(m, kind == 3 ? "ZoneEntry_DumpIn" : "ZoneEntry_Chip");
		return;
	case 5:
		fail_entry(m);
		return;
	default:
		e = zone_event(m, "Zone_Entry",
		    kind == 0 ? "ZoneEntry_Carried"
			      : "ZoneEntry_CarriedBreakaway",
		    'o');
		e->success = 's';
		break;
	}
	m->zone = 'o';
	if (kind == 1) {
		match_advance(m, 1);
		if (m->clock > 0) {
			match_possession(m, "Possession_Breakaway", NULL);
			match_shoot(m);
		}
	}
}
