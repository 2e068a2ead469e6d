/*
 * sample_tape: see sample_tape.h.
 */
#include "sample/sample_tape.h"

#include <stdlib.h>
#include <string.h>

void
sample_tape_init(struct sample_tape *t)
{
	memset(t, 0, sizeof(*t));
}

void
sample_tape_cleanup(struct sample_tape *t)
{
	free(t->events);
	free(t->shifts);
	memset(t, 0, sizeof(*t));
}

void
sample_tape_reset(struct sample_tape *t)
{
	t->events_n = 0;
	t->shifts_n = 0;
}

/* Room for one more; out of memory ends the process, as in core/arena. */
static void *
grow(void *rows, int n, int *cap, size_t size)
{
	if (n < *cap)
		return (rows);
	*cap = *cap == 0 ? 256 : 2 * *cap;
	rows = realloc(rows, (size_t)*cap * size);
	if (rows == NULL)
		abort();
	return (rows);
}

struct sample_event *
sample_tape_event(struct sample_tape *t, const char *type, const char *detail,
    const char *detail2)
{
	struct sample_event *e;

	t->events = grow(t->events, t->events_n, &t->events_cap, sizeof(*e));
	e = &t->events[t->events_n++];
	memset(e, 0, sizeof(*e));
	e->type = type;
	e->detail = detail;
	e->detail2 = detail2;
	e->start = -1;
	e->end = -1;
	e->assist_to = -1;
	e->side = SAMPLE_NOBODY;
	return (e);
}

struct sample_shift *
sample_tape_shift(struct sample_tape *t)
{
	struct sample_shift *s;

	t->shifts = grow(t->shifts, t->shifts_n, &t->shifts_cap, sizeof(*s));
	s = &t->shifts[t->shifts_n++];
	memset(s, 0, sizeof(*s));
	return (s);
}

struct sample_actor *
sample_tape_actor(
    struct sample_event *e, const struct sample_game *g, int dress, bool own)
{
	struct sample_actor *a;

	if (dress < 0 || e->actors_n == SAMPLE_ACTORS)
		return (NULL);
	for (int i = 0; i < e->actors_n; i++)
		if (e->actors[i].dress == dress)
			return (NULL);
	a = &e->actors[e->actors_n++];
	memset(a, 0, sizeof(*a));
	a->dress = dress;
	a->number = g->dressed[dress].number;
	a->own = own;
	a->offensive = own;
	return (a);
}
