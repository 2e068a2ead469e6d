/*
 * sample_schedule: the sheets of the league workbook with a row for every
 * game and for every player of a game.
 */
#include <string.h>

#include "sample/sample_workbook.h"

static void
write_result(
    struct sample_sheet *s, const struct sample_game *g, enum sample_side side)
{
	int own = g->score[side], other = g->score[1 - side];

	if (!g->played) {
		sample_sheet_skip(s, 4);
		return;
	}
	sample_sheet_number(s, own > other);
	sample_sheet_number(s, own < other);
	sample_sheet_number(s, own == other);
	sample_sheet_number(s, own > other ? 2 : own == other ? 1 : 0);
}

static void
write_period_goals(struct sample_sheet *s, const struct sample_game *g)
{
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++)
		for (int period = 0; period < 4; period++)
			if (g->played && (period < 3 || g->overtime))
				sample_sheet_number(
				    s, g->period_goals[side][period]);
			else
				sample_sheet_skip(s, 1);
}

static void
write_lengths(struct sample_sheet *s, const struct sample_game *g)
{
	sample_sheet_text(s, !g->played	   ? NULL
			     : g->overtime ? "Overtime"
					   : "Regulation");
	/* A spreadsheet's autofill counts hours up on some rows. */
	sample_sheet_time(
	    s, SAMPLE_PERIOD +
		   (g->tracked < 0 && g->id % 9 == 0 ? g->id % 5 * 3600 : 0));
	if (g->overtime)
		sample_sheet_time(s, SAMPLE_OVERTIME);
	else
		sample_sheet_text(s, "0:00:00");
	if (g->played)
		sample_sheet_number(s, g->shootout_rounds);
	else
		sample_sheet_skip(s, 1);
}

static void
write_game(struct sample_sheet *s, const struct sample_league *l, int i)
{
	const struct sample_game *g = &l->games[i];
	const struct sample_season *season = &l->seasons[g->season];
	const struct sample_team *home = &l->teams[g->team[SAMPLE_HOME]];
	const struct sample_team *away = &l->teams[g->team[SAMPLE_AWAY]];
	bool in_order = strcmp(home->id, away->id) < 0;

	sample_sheet_number(s, i);
	sample_sheet_number(s, g->id);
	sample_sheet_number(s, season->season);
	sample_sheet_text(s, season->id);
	sample_sheet_printf(s, "https://example.org/games/%d", g->id);
	sample_sheet_printf(s, "%d%s", g->id, home->id);
	sample_sheet_printf(s, "%d%s", g->id, away->id);
	sample_sheet_date(s, g->day);
	sample_sheet_time(s, g->minute * 60);
	sample_sheet_text(s, home->name);
	sample_sheet_text(s, away->name);
	sample_sheet_text(s, home->id);
	sample_sheet_text(s, away->id);
	sample_sheet_printf(s, "%s_%s", in_order ? home->id : away->id,
	    in_order ? away->id : home->id);
	sample_sheet_text(s, g->round == NULL ? "Regular" : "Playoffs");
	sample_sheet_text(s, g->round);
	write_lengths(s, g);
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++)
		if (g->played)
			sample_sheet_number(s, g->score[side]);
		else
			sample_sheet_skip(s, 1);
	write_period_goals(s, g);
	for (int side = SAMPLE_HOME; side <= SAMPLE_AWAY; side++)
		if (g->round != NULL)
			sample_sheet_number(s, g->team[side] + 1);
		else
			sample_sheet_skip(s, 1);
	write_result(s, g, SAMPLE_HOME);
	write_result(s, g, SAMPLE_AWAY);
	sample_sheet_end_row(s);
}

static void
write_games(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "game_id", "season",
	    "season_id", "game_url", "home_team_game_id", "away_team_game_id",
	    "date", "game_time", "home_team_name", "away_team_name",
	    "home_team_id", "away_team_id", "head_to_head_id", "game_type",
	    "playoff_round", "last_period_type", "period_length",
	    "ot_period_length", "shootout_rounds", "home_total_goals",
	    "away_total_goals", "home_team_period1_goals",
	    "home_team_period2_goals", "home_team_period3_goals",
	    "home_team_periodOT_goals", "away_team_period1_goals",
	    "away_team_period2_goals", "away_team_period3_goals",
	    "away_team_periodOT_goals", "home_team_seeding",
	    "away_team_seeding", "home_team_w", "home_team_l", "home_team_t",
	    "home_team_pts", "away_team_w", "away_team_l", "away_team_t",
	    "away_team_pts", "video_id", "video_start_time", "video_end_time",
	    "video_title", "video_url", NULL};
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_schedule", columns);
	for (int i = 0; i < l->games_n; i++)
		write_game(&s, l, i);
}

static void
write_dress(struct sample_sheet *s, const struct sample_league *l,
    const struct sample_game *g, const struct sample_dress *d)
{
	const struct sample_player *p = &l->players[d->player];
	const struct sample_team *own = &l->teams[g->team[d->side]];
	const struct sample_team *other = &l->teams[g->team[1 - d->side]];

	sample_sheet_number(s, g->id);
	sample_sheet_printf(s, "%d%s", g->id, own->id);
	sample_sheet_printf(s, "%d%s", g->id, other->id);
	sample_sheet_printf(s, "%d%s%s", g->id, own->id, p->id);
	sample_sheet_text(s, d->side == SAMPLE_HOME ? "home" : "away");
	sample_sheet_text(s, own->name);
	sample_sheet_text(s, other->name);
	sample_sheet_number(s, d->number);
	sample_sheet_printf(s, "%s %s – %d", p->first, p->last, p->rating);
	sample_sheet_text(s, d->position == 'F'	  ? "Forward"
			     : d->position == 'D' ? "Defense"
						  : "Goalie");
	sample_sheet_number(s, 1);
	sample_sheet_number(s, d->goals);
	sample_sheet_number(s, d->assists);
	sample_sheet_number(s, d->goals_against);
	sample_sheet_number(s, d->pim);
	sample_sheet_number(s, d->shutout);
	sample_sheet_text(s, own->id);
	sample_sheet_text(s, other->id);
	sample_sheet_printf(s, "%d%s%d", g->id, own->name, d->number);
	sample_sheet_printf(s, "%s %s", p->first, p->last);
	sample_sheet_text(s, p->id);
	sample_sheet_date(s, g->day);
	sample_sheet_number(s, l->seasons[g->season].season);
	if (d->sub)
		sample_sheet_number(s, 1);
	else
		sample_sheet_skip(s, 1);
	sample_sheet_text(
	    s, p->team < 0 ? "Free Agent" : l->teams[p->team].name);
	if (p->rating != 0)
		sample_sheet_number(s, p->rating);
	sample_sheet_end_row(s);
}

static void
write_rosters(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "game_id",
	    "team_game_id", "opp_team_game_id", "player_game_id", "team_venue",
	    "team_name", "opp_team_name", "player_game_number", "n_player_url",
	    "player_position", "games_played", "goals", "assist",
	    "goals_against", "pim", "shutouts", "team_id", "opp_team_id", "key",
	    "player_full_name", "player_id", "date", "season", "sub",
	    "current_team", "skill_rating", NULL};
	struct sample_sheet s;
	int index = 0;

	sample_sheet_begin(&s, b, "fact_gameroster", columns);
	for (int i = 0; i < l->games_n; i++)
		for (int k = 0; k < l->games[i].dressed_n; k++) {
			sample_sheet_number(&s, index++);
			write_dress(
			    &s, l, &l->games[i], &l->games[i].dressed[k]);
		}
}

void
sample_schedule_write(const struct sample_league *l, struct sample_book *b)
{
	write_games(l, b);
	write_rosters(l, b);
}
