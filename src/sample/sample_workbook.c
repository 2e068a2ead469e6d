/*
 * sample_workbook: see sample_workbook.h. A sheet for each table that the
 * league keeps by hand; columns that nothing reads stand there too, empty, as
 * in the workbooks that people use.
 */
#include "sample/sample_workbook.h"

#include <stdio.h>
#include <string.h>

#include "sample/sample_names.h"

#define FREE_AGENT_ID "N10099"
#define ALIASES 400

static const char *
league_name(char league)
{
	return (league == 'N' ? "Northern" : "City");
}

static const char *
position_name(char position)
{
	return (position == 'F'	  ? "Forward"
		: position == 'D' ? "Defense"
				  : "Goalie");
}

static void
write_leagues(struct sample_book *b)
{
	static const char *const columns[] = {
	    "index", "league_id", "league", NULL};
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_league", columns);
	for (int i = 0; i < 2; i++) {
		sample_sheet_number(&s, i);
		sample_sheet_char(&s, "NC"[i]);
		sample_sheet_text(&s, league_name("NC"[i]));
		sample_sheet_end_row(&s);
	}
}

static void
write_seasons(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "season_id", "season",
	    "session", "norad", "csah", "league_id", "league", "start_date",
	    NULL};
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_season", columns);
	for (int i = 0; i < l->seasons_n; i++) {
		const struct sample_season *season = &l->seasons[i];

		sample_sheet_number(&s, i);
		sample_sheet_text(&s, season->id);
		sample_sheet_number(&s, season->season);
		sample_sheet_char(&s, season->session);
		sample_sheet_text(&s, season->league == 'N' ? "Y" : "N");
		sample_sheet_text(&s, season->league == 'C' ? "Y" : "N");
		sample_sheet_char(&s, season->league);
		sample_sheet_text(&s, league_name(season->league));
		sample_sheet_date(&s, season->start);
		sample_sheet_end_row(&s);
	}
}

static void
write_team(struct sample_sheet *s, const struct sample_team *t, char league)
{
	sample_sheet_text(s, t->name);
	sample_sheet_text(s, t->id);
	sample_sheet_text(s, league == 'N' ? "Y" : "N");
	sample_sheet_text(s, league == 'C' ? "Y" : "N");
	sample_sheet_char(s, league);
	sample_sheet_text(s, league_name(league));
	sample_sheet_text(s, t->long_name);
	sample_sheet_text(s, t->code);
	sample_sheet_text(s, t->color[0]);
	sample_sheet_text(s, t->color[1]);
	sample_sheet_skip(s, 2);
	sample_sheet_printf(s, "https://example.org/logos/%s.svg", t->id);
	sample_sheet_printf(s, "https://example.org/teams/%s", t->id);
	sample_sheet_end_row(s);
}

static void
write_teams(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "team_name", "team_id",
	    "norad_team", "csah_team", "league_id", "league", "long_team_name",
	    "team_cd", "team_color1", "team_color2", "team_color3",
	    "team_color4", "team_logo", "team_url", NULL};
	struct sample_team other[] = {
	    {"Free Agent", FREE_AGENT_ID, "FA", "Free Agent", {NULL, NULL}},
	    {"Towers", "C120001", "TOW", "City Towers", {NULL, NULL}},
	    {"Trams", "C120002", "TRA", "City Trams", {NULL, NULL}},
	};
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_team", columns);
	for (int t = 0; t < l->teams_n; t++) {
		sample_sheet_number(&s, t);
		write_team(&s, &l->teams[t], 'N');
	}
	for (int t = 0; t < 3; t++) {
		sample_sheet_number(&s, l->teams_n + t);
		write_team(&s, &other[t], t == 0 ? 'N' : 'C');
	}
}

static const char *
team_name(const struct sample_league *l, const struct sample_player *p)
{
	return (p->team < 0 ? "Free Agent" : l->teams[p->team].name);
}

static const char *
team_id(const struct sample_league *l, const struct sample_player *p)
{
	return (p->team < 0 ? FREE_AGENT_ID : l->teams[p->team].id);
}

static void
write_name(struct sample_sheet *s, const struct sample_player *p)
{
	sample_sheet_printf(s, "%s %s", p->first, p->last);
}

static void
write_rating(struct sample_sheet *s, int rating)
{
	if (rating == 0)
		sample_sheet_skip(s, 1);
	else
		sample_sheet_number(s, rating);
}

/* A name as the league's site prints it: with letter and rating. */
static void
write_site_name(struct sample_sheet *s, const struct sample_player *p)
{
	if (p->leadership != 0)
		sample_sheet_printf(s, "%s %s (%c) – %d", p->first, p->last,
		    p->leadership, p->rating);
	else
		sample_sheet_printf(
		    s, "%s %s – %d", p->first, p->last, p->rating);
}

static void
write_player(struct sample_sheet *s, const struct sample_league *l, int i)
{
	const struct sample_player *p = &l->players[i];
	const char *first, *last;

	sample_names_alias(i, &first, &last);
	sample_sheet_number(s, i);
	sample_sheet_text(s, p->first);
	sample_sheet_text(s, p->last);
	write_name(s, p);
	sample_sheet_text(s, p->id);
	sample_sheet_text(s, position_name(p->position));
	write_rating(s, p->rating);
	sample_sheet_skip(s, 1);
	sample_sheet_number(s, p->birth_year);
	sample_sheet_char(s, p->gender);
	sample_sheet_printf(s, "%c league", "ABC"[i % 3]);
	write_rating(s, p->rating_ly);
	sample_sheet_skip(s, 1);
	sample_sheet_char(s, p->leadership);
	sample_sheet_text(s, "Y");
	sample_sheet_skip(s, 3);
	sample_sheet_text(s, team_name(l, p));
	sample_sheet_skip(s, 1);
	sample_sheet_text(s, team_id(l, p));
	sample_sheet_skip(s, 2);
	sample_sheet_printf(s, "https://example.org/players/%s", p->id);
	sample_sheet_printf(s, "https://example.org/faces/%s.jpg", p->id);
	sample_sheet_text(s, first);
	sample_sheet_text(s, last);
	sample_sheet_printf(s, "%s %s", first, last);
	sample_sheet_end_row(s);
}

static void
write_players(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "player_first_name",
	    "player_last_name", "player_full_name", "player_id",
	    "player_primary_position", "current_skill_rating", "player_hand",
	    "birth_year", "player_gender", "highest_beer_league",
	    "player_rating_ly", "player_notes", "player_leadership",
	    "player_norad", "player_csaha", "player_norad_primary_number",
	    "player_csah_primary_number", "player_norad_current_team",
	    "player_csah_current_team", "player_norad_current_team_id",
	    "player_csah_current_team_id", "other_url", "player_url",
	    "player_image", "random_player_first_name",
	    "random_player_last_name", "random_player_full_name", NULL};
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_player", columns);
	for (int i = 0; i < l->players_n; i++)
		write_player(&s, l, i);
}

static void
write_names(const struct sample_league *l, struct sample_book *b)
{
	static const char *const links[] = {
	    "index", "n_player_url", "player_full_name", "n_player_id_2", NULL};
	static const char *const pool[] = {"index", "random_full_name",
	    "random_first_name", "random_last_name", "gender", "name_used",
	    NULL};
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_playerurlref", links);
	for (int i = 0; i < l->players_n; i++) {
		sample_sheet_number(&s, i);
		write_site_name(&s, &l->players[i]);
		write_name(&s, &l->players[i]);
		write_site_name(&s, &l->players[i]);
		sample_sheet_end_row(&s);
	}
	sample_sheet_begin(&s, b, "dim_randomnames", pool);
	for (int i = 0; i < ALIASES; i++) {
		const char *first, *last;

		sample_names_alias(i, &first, &last);
		sample_sheet_number(&s, i);
		sample_sheet_printf(&s, "%s %s", first, last);
		sample_sheet_text(&s, first);
		sample_sheet_text(&s, last);
		sample_sheet_char(
		    &s, i < l->players_n ? l->players[i].gender : "MF"[i % 2]);
		sample_sheet_text(&s, i < l->players_n ? "Y" : "N");
		sample_sheet_end_row(&s);
	}
}

static void
write_leadership(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "player_full_name",
	    "player_id", "leadership", "skill_rating", "n_player_url",
	    "team_name", "team_id", "season", "season_id", NULL};
	const struct sample_season *season = &l->seasons[l->seasons_n - 1];
	struct sample_sheet s;
	int index = 0;

	sample_sheet_begin(&s, b, "fact_leadership", columns);
	for (int i = 0; i < l->players_n; i++) {
		const struct sample_player *p = &l->players[i];

		if (p->leadership == 0)
			continue;
		sample_sheet_number(&s, index++);
		write_name(&s, p);
		sample_sheet_text(&s, p->id);
		sample_sheet_char(&s, p->leadership);
		write_rating(&s, p->rating);
		write_site_name(&s, p);
		sample_sheet_text(&s, team_name(l, p));
		sample_sheet_text(&s, team_id(l, p));
		sample_sheet_number(&s, season->season);
		sample_sheet_text(&s, season->id);
		sample_sheet_end_row(&s);
	}
}

static void
write_registration(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "player_full_name",
	    "player_id", "season_id", "season", "restricted", "email",
	    "position", "norad_experience", "CAF", "highest_beer_league_played",
	    "skill_rating", "age", "referred_by", "notes", "sub_yn",
	    "drafted_team_name", "drafted_team_id",
	    "player_season_registration_id", NULL};
	const struct sample_season *season = &l->seasons[l->seasons_n - 1];
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "fact_registration", columns);
	for (int i = 0; i < l->players_n; i++) {
		const struct sample_player *p = &l->players[i];

		sample_sheet_number(&s, i);
		write_name(&s, p);
		sample_sheet_text(&s, p->id);
		sample_sheet_text(&s, season->id);
		sample_sheet_number(&s, season->season);
		sample_sheet_text(&s, i % 3 == 0 ? "Y" : "N");
		sample_sheet_printf(&s, "%s@example.org", p->id);
		sample_sheet_text(&s, position_name(p->position));
		sample_sheet_number(&s, i % 7);
		sample_sheet_text(&s, i % 5 == 0 ? "Yes" : "No");
		sample_sheet_printf(&s, "%c league", "ABC"[i % 3]);
		write_rating(&s, p->rating);
		sample_sheet_number(&s, 2025 - p->birth_year);
		sample_sheet_skip(&s, 2);
		sample_sheet_text(&s, p->team < 0 ? "Y" : "N");
		sample_sheet_text(&s, team_name(l, p));
		sample_sheet_text(&s, team_id(l, p));
		sample_sheet_printf(&s, "R_%s%s", season->id, p->id);
		sample_sheet_end_row(&s);
	}
}

/* The round in which the n-th pick is made, from 0. */
static int
round_of(const struct sample_league *l, int n)
{
	return (n / l->teams_n + 1);
}

/* Picks that are mistyped: without a key; of a player, team, season unknown. */
static void
write_odd_picks(struct sample_sheet *s)
{
	sample_sheet_skip(s, 5);
	sample_sheet_text(s, "P100001");
	sample_sheet_end_row(s);
	sample_sheet_skip(s, 1);
	sample_sheet_text(s, "N10098");
	sample_sheet_skip(s, 3);
	sample_sheet_text(s, "P199999");
	sample_sheet_skip(s, 6);
	sample_sheet_text(s, "N20232024F");
	sample_sheet_skip(s, 1);
	sample_sheet_text(s, "DRAFT_N20232024FP199999");
	sample_sheet_end_row(s);
}

/* Tier by tier, the best first, a player for every team in a round. */
static void
write_draft(const struct sample_league *l, struct sample_book *b)
{
	static const char *const columns[] = {"index", "team_id",
	    "skill_rating", "round", "player_full_name", "player_id",
	    "team_name", "restricted", "overall_draft_round",
	    "overall_draft_position", "unrestricted_draft_position", "season",
	    "season_id", "league", "player_draft_id", NULL};
	const struct sample_season *season = &l->seasons[l->seasons_n - 1];
	int position = 0, unrestricted = 0;
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "fact_draft", columns);
	for (int rating = 6, tier = 0; rating >= 2; rating--, tier = 0)
		for (int i = 0; i < l->players_n; i++) {
			const struct sample_player *p = &l->players[i];

			if (p->rating != rating || p->team < 0)
				continue;
			sample_sheet_number(&s, position);
			sample_sheet_text(&s, team_id(l, p));
			sample_sheet_number(&s, rating);
			sample_sheet_number(&s, round_of(l, tier++));
			write_name(&s, p);
			sample_sheet_text(&s, p->id);
			sample_sheet_text(&s, team_name(l, p));
			sample_sheet_number(&s, i % 3 == 0);
			sample_sheet_number(&s, round_of(l, position));
			sample_sheet_number(&s, ++position);
			sample_sheet_number(
			    &s, i % 3 == 0 ? 0 : ++unrestricted);
			sample_sheet_number(&s, season->season);
			sample_sheet_text(&s, season->id);
			sample_sheet_text(&s, league_name('N'));
			sample_sheet_printf(
			    &s, "DRAFT_%s%s", season->id, p->id);
			sample_sheet_end_row(&s);
		}
	if (l->odd)
		write_odd_picks(&s);
}

int
sample_workbook_write(
    const struct sample_league *l, const char *path, struct err *e)
{
	struct sample_book b;

	if (sample_book_open(&b, path, true, e) != 0)
		return (-1);
	write_leagues(&b);
	write_seasons(l, &b);
	write_teams(l, &b);
	write_players(l, &b);
	write_names(l, &b);
	sample_schedule_write(l, &b);
	write_leadership(l, &b);
	write_registration(l, &b);
	write_draft(l, &b);
	sample_dimensions_write(&b);
	return (sample_book_close(&b, e));
}
