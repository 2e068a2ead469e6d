/*
 * sample_odd: see sample_odd.h.
 */
#include "sample/sample_odd.h"

#include <string.h>

#define FEW 6	     /* line-ups that are left */
#define NUMBERS_OF 3 /* every so many passes have an unknown jersey … */
#define UNKNOWN 4    /* … until there are so many */

static bool
is_worn(const struct sample_game *g, int number)
{
	for (int i = 0; i < g->dressed_n; i++)
		if (g->dressed[i].number == number)
			return (true);
	return (false);
}

static void
unknown_numbers(const struct sample_game *g, struct sample_tape *t)
{
	int number = 99, left = UNKNOWN;

	while (is_worn(g, number))
		number--;
	for (int i = 0; i < t->events_n && left > 0; i += NUMBERS_OF) {
		struct sample_event *e = &t->events[i];

		if (strcmp(e->type, "Pass") != 0 || e->assist_to >= 0 ||
		    e->actors_n < 2)
			continue;
		e->actors[1].dress = -1;
		e->actors[1].number = number;
		left--;
	}
}

static void
twice(struct sample_tape *t)
{
	for (int i = 3; i < t->shifts_n && i < 6; i++) {
		int *slot = t->shifts[i].lineup.slot[SAMPLE_HOME];

		if (slot[SLOT_F3] >= 0)
			slot[SLOT_F3] = slot[SLOT_F1];
	}
}

static void
stop_words(struct sample_tape *t)
{
	for (int i = 0; i < t->shifts_n; i++) {
		struct sample_shift *s = &t->shifts[i];

		if (s->stop_word == NULL)
			continue;
		if (strcmp(s->stop_word, "Period End") == 0)
			s->stop_word = "PeriodEnd";
		else if (strstr(s->stop_word, "Goal") != NULL &&
			 strstr(s->stop_word, "Goalie") == NULL)
			s->stop_word = "GoalScored";
		else if (i % 4 == 0)
			s->stop_word = "-";
		if (strcmp(s->start_word, "OtherFaceoff") == 0 && i % 3 == 0)
			s->start_word = "Stoppage";
	}
}

static void
no_tags(struct sample_tape *t)
{
	for (int i = 0; i < t->events_n; i++) {
		struct sample_event *e = &t->events[i];

		e->assist_to = -1;
		for (int k = 0; k < e->actors_n; k++) {
			struct sample_actor *a = &e->actors[k];

			if (a->play1 && strncmp(a->play1, "Assist", 6) == 0)
				a->play1 = NULL;
			if (a->play2 && strncmp(a->play2, "Assist", 6) == 0)
				a->play2 = NULL;
		}
	}
}

static void
unknown_break(struct sample_tape *t)
{
	for (int i = 0; i < t->events_n; i++)
		if (strcmp(t->events[i].type, "Intermission") == 0 &&
		    t->events[i].period == 2)
			t->events[i].rest = 0;
}

void
sample_odd_apply(const struct sample_game *g, struct sample_tape *t)
{
	if (g->oddity & SAMPLE_NO_SHIFTS)
		t->shifts_n = 0;
	if (g->oddity & SAMPLE_FEW_SHIFTS && t->shifts_n > FEW)
		t->shifts_n = FEW;
	if (g->oddity & SAMPLE_UNKNOWN_NUMBER)
		unknown_numbers(g, t);
	if (g->oddity & SAMPLE_TWICE_IN_SHIFT)
		twice(t);
	if (g->oddity & SAMPLE_STOP_WORDS)
		stop_words(t);
	if (g->oddity & SAMPLE_UNKNOWN_BREAK)
		unknown_break(t);
	if (g->oddity & SAMPLE_NO_TAGS)
		no_tags(t);
}
