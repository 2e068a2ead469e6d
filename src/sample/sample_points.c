/*
 * sample_points: see sample_points.h.
 */
#include "sample/sample_points.h"

#include <math.h>
#include <string.h>

bool
sample_points_attack_right(const struct sample_game *g)
{
	return (g->id % 2 == 0);
}

static double
even(struct sample_random *r, double low, double high)
{
	return (low + sample_random_unit(r) * (high - low));
}

/* Half feet: as fine as a click is. */
static double
click(double feet)
{
	double rounded = round(2 * feet) / 2;

	return (rounded == 0 ? 0 : rounded);
}

static bool
is_attempt(const struct sample_event *e)
{
	return (strcmp(e->type, "Shot") == 0 || strcmp(e->type, "Goal") == 0 ||
		strcmp(e->type, "PenaltyShot_Shootout") == 0);
}

/* A place in a zone, the team attacking to the right. */
static struct sample_point
place(struct sample_random *r, const struct sample_event *e)
{
	struct sample_point p;

	if (strcmp(e->type, "Faceoff") == 0) {
		p.x = e->zone == 'o' ? 69 : e->zone == 'd' ? -69 : 0;
		p.y = e->zone == 'n'		    ? 0
		      : sample_random_chance(r, .5) ? 22
						    : -22;
		return (p);
	}
	if (is_attempt(e) && e->zone == 'o') {
		p.x = even(r, 52, 85);
		p.y = even(r, -1, 1) * (4 + (89 - p.x) * .5);
		return (p);
	}
	p.x = e->zone == 'n' ? even(r, -24, 24) : even(r, 28, 96);
	if (e->zone == 'd')
		p.x = -p.x;
	p.y = even(r, -41, 41);
	return (p);
}

int
sample_points_puck(struct sample_random *r, const struct sample_game *g,
    const struct sample_event *e, struct sample_point out[SAMPLE_POINTS_MAX])
{
	bool right;
	int n = 1;

	if (e->side == SAMPLE_NOBODY || e->zone == 0 || e->actors_n == 0)
		return (0);
	out[0] = place(r, e);
	if (is_attempt(e) && e->zone == 'o') {
		out[n].x = 89;
		out[n++].y = even(r, -3, 3);
	} else if (strcmp(e->type, "Pass") == 0 || e->end >= 0) {
		out[n].x = out[0].x + even(r, -3, 3);
		out[n].y = out[0].y + even(r, -12, 12);
		if (fabs(out[n].y) > 41)
			out[n].y = out[0].y / 2;
		n++;
	}
	right = sample_points_attack_right(g) == (e->side == SAMPLE_HOME);
	if (e->period == 2)
		right = !right;
	for (int i = 0; i < n; i++) {
		out[i].x = click(right ? out[i].x : -out[i].x);
		out[i].y = click(right ? out[i].y : -out[i].y);
	}
	return (n);
}

struct sample_point
sample_points_player(struct sample_random *r, const struct sample_actor *a,
    struct sample_point puck)
{
	double reach = a->own ? 2 : 7;
	struct sample_point p = {
	    puck.x + even(r, -reach, reach), puck.y + even(r, -reach, reach)};

	p.x = click(fmax(-99, fmin(99, p.x)));
	p.y = click(fmax(-42, fmin(42, p.y)));
	return (p);
}

bool
sample_points_net(struct sample_random *r, const struct sample_event *e,
    struct sample_point *out)
{
	if (e->detail == NULL || (strcmp(e->detail, "Shot_OnNetSaved") != 0 &&
				     strcmp(e->detail, "Shot_Goal") != 0))
		return (false);
	out->x = sample_random_range(r, 2, 70);
	out->y = sample_random_range(r, 2, 46);
	return (true);
}
