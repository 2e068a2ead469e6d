/*
 * sample_shifts: the sheet shifts of a tracking workbook. The legacy sheet
 * also marks zones and keeps rows for breaks and for line-ups to come.
 */
#include <string.h>

#include "sample/sample_spelling.h"
#include "sample/sample_tracking.h"

#define TEMPLATE_ROWS 40

static const char *const columns_of_all[] = {"shift_index", "Period",
    "shift_start_min", "shift_start_sec", "shift_end_min", "shift_end_sec",
    "shift_start_type", "shift_stop_type", "stoppage_time", "home_forward_1",
    "home_forward_2", "home_forward_3", "home_defense_1", "home_defense_2",
    "home_xtra", "home_goalie", "away_forward_1", "away_forward_2",
    "away_forward_3", "away_defense_1", "away_defense_2", "away_xtra",
    "away_goalie", "game_id", "home_team", "away_team", "shift_duration",
    "home_team_strength", "away_team_strength", "home_team_en", "away_team_en",
    "strength", "home_goals", "away_goals", "home_ozone_start",
    "home_ozone_end", "home_dzone_start", "home_dzone_end", "home_nzone_start",
    "home_nzone_end", NULL};
#define PLAIN_COLUMNS 34 /* without the zone marks */

enum sample_side
sample_side_as(const struct sample_game *g, enum sample_side typed)
{
	return (g->oddity & SAMPLE_SWAPPED ? 1 - typed : typed);
}

int
sample_shift_skaters(const struct sample_shift *s, int side)
{
	int n = 0;

	for (int i = SLOT_F1; i <= SLOT_X; i++)
		n += s->lineup.slot[side][i] >= 0;
	return (n);
}

const struct sample_shift *
sample_shift_at(const struct sample_tape *t, const struct sample_event *e)
{
	bool face_off = strcmp(e->type, "Faceoff") == 0;

	if (e->start < 0)
		return (NULL);
	for (int i = 0; i < t->shifts_n; i++) {
		const struct sample_shift *s = &t->shifts[i];

		if (s->period != e->period || e->start > s->start)
			continue;
		if (face_off ? e->start > s->end : e->start >= s->end)
			return (s);
	}
	return (NULL);
}

static void
write_people(struct sample_sheet *s, const struct sample_game *g,
    const struct sample_shift *shift)
{
	for (int typed = SAMPLE_HOME; typed <= SAMPLE_AWAY; typed++) {
		int side = (int)sample_side_as(g, (enum sample_side)typed);

		for (int i = SLOT_F1; i <= SLOT_G; i++) {
			int dress = shift->lineup.slot[side][i];

			if (dress < 0)
				sample_sheet_skip(s, 1);
			else
				sample_sheet_number(
				    s, g->dressed[dress].number);
		}
	}
}

static void
write_words(struct sample_sheet *s, const struct sample_game *g,
    const struct sample_shift *shift)
{
	char text[SAMPLE_SPELLING_MAX];
	const char *stop = shift->stop_word;

	if (stop != NULL && (g->oddity & SAMPLE_SWAPPED))
		stop = sample_spelling_mirror(stop, text);
	sample_sheet_text(s, shift->start_word);
	sample_sheet_text(s, stop);
	sample_sheet_number(s, shift->stoppage);
}

/* What the sheet itself makes of the line-up; nothing reads it. */
static void
write_figures(struct sample_sheet *s, const struct sample_game *g,
    const struct sample_shift *shift)
{
	int home = (int)sample_side_as(g, SAMPLE_HOME), away = 1 - home;
	int n[2] = {sample_shift_skaters(shift, home),
	    sample_shift_skaters(shift, away)};

	sample_sheet_number(s, shift->start - shift->end);
	sample_sheet_number(s, n[0]);
	sample_sheet_number(s, n[1]);
	sample_sheet_number(s, shift->lineup.slot[home][SLOT_G] < 0);
	sample_sheet_number(s, shift->lineup.slot[away][SLOT_G] < 0);
	sample_sheet_printf(s, "%dv%d", n[0], n[1]);
	sample_sheet_number(s, shift->goals[home]);
	sample_sheet_number(s, shift->goals[away]);
}

static void
write_marks(struct sample_sheet *s, const struct sample_shift *shift)
{
	for (const char *zone = "odn"; *zone != '\0'; zone++) {
		sample_sheet_number(s, shift->start_zone == *zone);
		sample_sheet_number(s, shift->end_zone == *zone);
	}
}

static void
write_teams(struct sample_sheet *s, const struct sample_league *l,
    const struct sample_game *g)
{
	sample_sheet_number(s, g->id);
	for (int typed = SAMPLE_HOME; typed <= SAMPLE_AWAY; typed++)
		sample_sheet_text(s, l->teams[g->team[sample_side_as(
						  g, (enum sample_side)typed)]]
					 .name);
}

/* Minutes and seconds, a cell each. */
static void
write_clock(struct sample_sheet *s, int clock)
{
	int minutes = clock / 60;

	sample_sheet_number(s, minutes);
	sample_sheet_number(s, clock % 60);
}

/* The break before a period: a row without clock and people. */
static void
write_break(struct sample_sheet *s, int index, int period)
{
	sample_sheet_number(s, index);
	sample_sheet_number(s, period);
	sample_sheet_skip(s, 4);
	sample_sheet_text(s, "Intermission");
	sample_sheet_end_row(s);
}

void
sample_shifts_write(const struct sample_league *l, const struct sample_game *g,
    const struct sample_tape *t, struct sample_book *b)
{
	bool legacy = g->layout == SAMPLE_LEGACY;
	const char *columns[sizeof(columns_of_all) / sizeof(columns_of_all[0])];
	struct sample_sheet s;
	int index = 1;

	memcpy(columns, columns_of_all, sizeof(columns));
	if (!legacy)
		columns[PLAIN_COLUMNS] = NULL;
	sample_sheet_begin(&s, b, "shifts", columns);
	for (int i = 0; i < t->shifts_n; i++) {
		const struct sample_shift *shift = &t->shifts[i];

		if (legacy && i > 0 && shift->period > t->shifts[i - 1].period)
			write_break(&s, index++, shift->period);
		sample_sheet_number(&s, index++);
		sample_sheet_number(&s, shift->period);
		write_clock(&s, shift->start);
		write_clock(&s, shift->end);
		write_words(&s, g, shift);
		write_people(&s, g, shift);
		write_teams(&s, l, g);
		write_figures(&s, g, shift);
		if (legacy)
			write_marks(&s, shift);
		sample_sheet_end_row(&s);
	}
	for (int i = 0; legacy && i < TEMPLATE_ROWS; i++) {
		sample_sheet_number(&s, index++);
		sample_sheet_end_row(&s);
	}
}
