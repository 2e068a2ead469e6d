/*
 * extract_league: the league workbook: a table of its sheets, each with the
 * columns that the warehouse reads (page 10, 6). A sheet goes to the table of
 * raw that has its name.
 */
#include <string.h>

#include "core/arena.h"
#include "etl/columns.h"
#include "etl/extract_file.h"
#include "etl/raw_rows.h"
#include "io/sheet.h"

static const char *const dim_player[] = {"player_first_name",
    "player_last_name", "player_full_name", "player_id",
    "player_primary_position", "current_skill_rating", "birth_year",
    "player_gender", "highest_beer_league", "player_rating_ly",
    "player_leadership", "player_norad", "player_norad_current_team",
    "player_norad_current_team_id", "other_url", "player_url", "player_image",
    "random_player_first_name", "random_player_last_name",
    "random_player_full_name"};

static const char *const dim_team[] = {"team_name", "team_id", "norad_team",
    "league_id", "league", "long_team_name", "team_cd", "team_color1",
    "team_color2", "team_color3", "team_color4", "team_logo", "team_url"};

static const char *const dim_league[] = {"league_id", "league"};

static const char *const dim_season[] = {"season_id", "season", "session",
    "norad", "csah", "league_id", "league", "start_date"};

static const char *const dim_schedule[] = {"game_id", "season", "season_id",
    "game_url", "date", "game_time", "home_team_name", "away_team_name",
    "home_team_id", "away_team_id", "head_to_head_id", "game_type",
    "playoff_round", "last_period_type", "period_length", "ot_period_length",
    "shootout_rounds", "home_total_goals", "away_total_goals",
    "home_team_period1_goals", "home_team_period2_goals",
    "home_team_period3_goals", "home_team_periodOT_goals",
    "away_team_period1_goals", "away_team_period2_goals",
    "away_team_period3_goals", "away_team_periodOT_goals", "home_team_seeding",
    "away_team_seeding", "home_team_w", "home_team_l", "home_team_t",
    "home_team_pts", "away_team_w", "away_team_l", "away_team_t",
    "away_team_pts"};

static const char *const dim_playerurlref[] = {
    "n_player_url", "player_full_name", "n_player_id_2"};

static const char *const dim_randomnames[] = {"random_full_name",
    "random_first_name", "random_last_name", "gender", "name_used"};

static const char *const dim_event_type[] = {"event_type_id", "event_type_code",
    "event_type_name", "event_category", "description", "is_corsi",
    "is_fenwick"};

static const char *const dim_event_detail[] = {"event_detail_id",
    "event_detail_code", "event_detail_name", "event_type", "category",
    "description", "is_shot_on_goal", "is_goal", "is_miss", "is_block",
    "danger_potential"};

static const char *const dim_event_detail_2[] = {"event_detail_2_id",
    "event_detail_2_code", "event_detail_2_name", "event_type",
    "event_type_macro", "category", "description", "is_shot_on_goal", "is_goal",
    "is_miss", "is_block", "danger_potential"};

static const char *const dim_play_detail[] = {"play_detail_id",
    "play_detail_code", "play_detail_name", "play_category", "skill_level",
    "description"};

static const char *const dim_play_detail_2[] = {"play_detail_id",
    "play_detail_code", "play_detail_name", "play_category", "skill_level",
    "description"};

static const char *const fact_gameroster[] = {"game_id", "player_id", "team_id",
    "opp_team_id", "team_name", "opp_team_name", "date", "season",
    "player_full_name", "player_game_number", "player_position", "goals",
    "assist", "goals_against", "pim", "shutouts", "games_played", "sub",
    "current_team"};

static const char *const fact_leadership[] = {"player_full_name", "player_id",
    "leadership", "skill_rating", "n_player_url", "team_name", "team_id",
    "season", "season_id"};

static const char *const fact_registration[] = {"player_full_name", "player_id",
    "season_id", "season", "restricted", "email", "position",
    "norad_experience", "CAF", "highest_beer_league_played", "skill_rating",
    "age", "referred_by", "notes", "sub_yn", "drafted_team_name",
    "drafted_team_id", "player_season_registration_id"};

static const char *const fact_draft[] = {"team_id", "skill_rating", "round",
    "player_full_name", "player_id", "team_name", "restricted",
    "overall_draft_round", "overall_draft_position",
    "unrestricted_draft_position", "season", "season_id", "league",
    "player_draft_id"};

#define COLUMNS(sheet) #sheet, sheet, sizeof(sheet) / sizeof((sheet)[0])

static const struct {
	const char *sheet;
	const char *const *column;
	size_t columns;
} league_sheets[] = {
    {COLUMNS(dim_player)},
    {COLUMNS(dim_team)},
    {COLUMNS(dim_league)},
    {COLUMNS(dim_season)},
    {COLUMNS(dim_schedule)},
    {COLUMNS(dim_playerurlref)},
    {COLUMNS(dim_randomnames)},
    {COLUMNS(dim_event_type)},
    {COLUMNS(dim_event_detail)},
    {COLUMNS(dim_event_detail_2)},
    {COLUMNS(dim_play_detail)},
    {COLUMNS(dim_play_detail_2)},
    {COLUMNS(fact_gameroster)},
    {COLUMNS(fact_leadership)},
    {COLUMNS(fact_registration)},
    {COLUMNS(fact_draft)},
};

/* One sheet while it is read. */
struct league_sheet {
	struct extract_file *file;
	const char *name;
	struct columns columns;
	struct raw_rows rows;
};

static int
league_columns(
    void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	struct league_sheet *s = arg;

	if (extract_add_sheet(s->file, s->name, h, e) == -1)
		return (-1);
	return (columns_bind(&s->columns, h, slot));
}

static int
league_row(void *arg, int row, const char *const *cell, struct err *e)
{
	struct league_sheet *s = arg;
	size_t i;

	raw_rows_begin(&s->rows);
	raw_rows_integer(&s->rows, row);
	for (i = 0; i < s->columns.count; i++)
		raw_rows_text(&s->rows, columns_value(&s->columns, i, cell));
	return (raw_rows_end(&s->rows, e));
}

static bool
league_stopped(void *arg)
{
	const struct league_sheet *s = arg;

	return (s->file->stopped(s->file->stopped_arg));
}

static int
read_sheet(
    struct extract_file *f, struct sheet_book *book, size_t i, struct err *e)
{
	struct league_sheet s = {.file = f, .name = league_sheets[i].sheet};
	struct sheet_reader reader = {.arg = &s,
	    .columns = league_columns,
	    .row = league_row,
	    .stopped = league_stopped};
	const char *names[COLUMNS_MAX + 1] = {"row"};
	size_t n = league_sheets[i].columns;
	int rc;

	columns_init(&s.columns);
	for (size_t c = 0; c < n; c++) {
		columns_add(&s.columns, league_sheets[i].column[c]);
		names[c + 1] = league_sheets[i].column[c];
	}
	raw_rows_init(&s.rows, f->conn, f->file_id, s.name, names, n + 1);
	rc = sheet_read(book, s.name, &reader, e);
	if (rc == 0)
		rc = raw_rows_flush(&s.rows, e);
	f->rows += s.rows.rows;
	raw_rows_cleanup(&s.rows);
	return (rc);
}

int
extract_league(struct extract_file *f, struct err *e)
{
	struct sheet_book *book;
	size_t i;
	int rc = 0;

	if (sheet_open(f->fd, &book, e) == -1)
		return (-1);
	for (i = 0; i < sizeof(league_sheets) / sizeof(league_sheets[0]); i++) {
		if (!sheet_exists(book, league_sheets[i].sheet))
			continue;
		if ((rc = read_sheet(f, book, i, e)) == -1)
			break;
	}
	sheet_close(book);
	return (rc);
}
