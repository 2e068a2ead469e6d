/*
 * sample_points: where an event happened on the ice, for trackers that record
 * it. Feet from centre ice, as a tracker draws them: the teams change ends in
 * the second period.
 */
#ifndef SAMPLE_SAMPLE_POINTS_H
#define SAMPLE_SAMPLE_POINTS_H

#include "sample/sample_random.h"
#include "sample/sample_tape.h"

#define SAMPLE_POINTS_MAX 2

struct sample_point {
	double x, y;
};

/* Whether home attacks to the right in the first period of a game. */
bool sample_points_attack_right(const struct sample_game *g);

/* The puck's path: one or two points; none when nobody has it. */
int sample_points_puck(struct sample_random *r, const struct sample_game *g,
    const struct sample_event *e, struct sample_point out[SAMPLE_POINTS_MAX]);

/* Where a player of the event stands, near the puck. */
struct sample_point sample_points_player(struct sample_random *r,
    const struct sample_actor *a, struct sample_point puck);

/*
 * Where a shot on goal met the net: inches of a drawing 72 wide and 48 high,
 * origin top left. False for other events.
 */
bool sample_points_net(struct sample_random *r, const struct sample_event *e,
    struct sample_point *out);

#endif
