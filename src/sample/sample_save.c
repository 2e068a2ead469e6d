/*
 * sample_save: the save of the browser tracker, one JSON document. Here the
 * outcome of a pass to a goal is a link (assistToGoalIdx), breaks are known
 * from the video, and points are recorded.
 */
#include <stdio.h>
#include <string.h>
#include <yajl/yajl_gen.h>

#include "sample/sample_points.h"
#include "sample/sample_tracking.h"

#define POINTS_UNTIL 40 /* tracked games with points … */
#define POINTS_EVERY 10 /* … and then one save in ten */
#define VIDEO_START 35	/* second of the video at which the game starts */
#define PERIODS 5

struct save {
	yajl_gen json;
	const struct sample_league *league;
	const struct sample_game *game;
	const struct sample_tape *tape;
	struct sample_random r;
	bool points;
	int offset[PERIODS + 1]; /* second of the video, by period */
};

static void
text(yajl_gen j, const char *s)
{
	if (s == NULL)
		(void)yajl_gen_null(j);
	else
		(void)yajl_gen_string(j, (const unsigned char *)s, strlen(s));
}

static void
pair(yajl_gen j, const char *key, const char *value)
{
	text(j, key);
	text(j, value);
}

static void
pair_integer(yajl_gen j, const char *key, int value)
{
	text(j, key);
	(void)yajl_gen_integer(j, value);
}

static void
pair_clock(yajl_gen j, const char *key, int clock)
{
	char s[16] = "";

	if (clock >= 0)
		(void)snprintf(s, sizeof(s), "%d:%02d", clock / 60, clock % 60);
	pair(j, key, s);
}

static void
number(yajl_gen j, double d)
{
	char s[32];
	int n = snprintf(s, sizeof(s), "%.1f", d);

	(void)yajl_gen_number(j, s, (size_t)n);
}

static void
point(yajl_gen j, struct sample_point p)
{
	(void)yajl_gen_map_open(j);
	text(j, "x");
	number(j, p.x);
	text(j, "y");
	number(j, p.y);
	(void)yajl_gen_map_close(j);
}

static const char *
side_word(const struct save *s, enum sample_side side)
{
	if (side == SAMPLE_NOBODY)
		return (NULL);
	return (sample_side_as(s->game, side) == SAMPLE_HOME ? "home" : "away");
}

/* Tags of assists are not typed here: the pass points to the goal. */
static const char *
play_of(const char *play)
{
	return (play != NULL && strncmp(play, "Assist", 6) == 0 ? NULL : play);
}

static void
write_pressure(
    struct save *s, const struct sample_event *e, const struct sample_actor *a)
{
	char jersey[8];

	if (a->pressure == 2)
		pair_integer(s->json, "pressure", 2);
	if (a->pressure != 1)
		return;
	for (int i = 0; i < e->actors_n; i++)
		if (e->actors[i].pressure == 2) {
			(void)snprintf(
			    jersey, sizeof(jersey), "%d", e->actors[i].number);
			pair(s->json, "pressuredBy", jersey);
			return;
		}
}

static void
write_player(struct save *s, const struct sample_event *e,
    const struct sample_actor *a, int role, const struct sample_point *puck)
{
	yajl_gen j = s->json;
	char s_role[32], jersey[8];
	enum sample_side side =
	    a->own ? e->side : (enum sample_side)(1 - e->side);

	(void)snprintf(s_role, sizeof(s_role), "%s_player_%d",
	    a->own ? "event" : "opp", role);
	(void)snprintf(jersey, sizeof(jersey), "%d", a->number);
	(void)yajl_gen_map_open(j);
	pair(j, "id",
	    a->dress < 0
		? "P100000"
		: s->league->players[s->game->dressed[a->dress].player].id);
	pair(j, "num", jersey);
	pair(j, "team", side_word(s, side));
	pair(j, "role", s_role);
	pair(j, "playD1", play_of(a->play1));
	pair(j, "playD2", play_of(a->play2));
	if (a->success != 0)
		pair(j, "playSuccess", a->success == 's' ? "s" : "u");
	pair(j, "sideOfPuck", a->offensive ? "offensive" : "defensive");
	write_pressure(s, e, a);
	if (puck != NULL) {
		text(j, "xy");
		(void)yajl_gen_array_open(j);
		point(j, sample_points_player(&s->r, a, *puck));
		(void)yajl_gen_array_close(j);
	}
	(void)yajl_gen_map_close(j);
}

static void
write_players(struct save *s, const struct sample_event *e,
    const struct sample_point *puck)
{
	int own = 0, opponents = 0;

	text(s->json, "players");
	(void)yajl_gen_array_open(s->json);
	for (int i = 0; i < e->actors_n; i++)
		write_player(s, e, &e->actors[i],
		    e->actors[i].own ? ++own : ++opponents, puck);
	(void)yajl_gen_array_close(s->json);
}

/* What the tracker shows for a code; the code beside it counts. */
static void
pair_code(
    yajl_gen j, const char *label_key, const char *code_key, const char *code)
{
	char label[96] = "";

	if (code == NULL)
		return;
	(void)snprintf(label, sizeof(label), "%s", code);
	for (char *p = label; *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	pair(j, label_key, label);
	pair(j, code_key, code);
}

static void
write_points(struct save *s, const struct sample_event *e,
    const struct sample_point *puck, int n)
{
	struct sample_point net;

	if (n > 0) {
		text(s->json, "puckXY");
		(void)yajl_gen_array_open(s->json);
		for (int i = 0; i < n; i++)
			point(s->json, puck[i]);
		(void)yajl_gen_array_close(s->json);
	}
	if (sample_points_net(&s->r, e, &net)) {
		text(s->json, "netXY");
		point(s->json, net);
	}
}

static void
write_event(struct save *s, int idx)
{
	const struct sample_event *e = &s->tape->events[idx];
	struct sample_point puck[SAMPLE_POINTS_MAX];
	yajl_gen j = s->json;
	char zone[2] = {e->zone, '\0'};
	int n = 0;

	(void)yajl_gen_map_open(j);
	pair_integer(j, "idx", idx);
	pair_integer(j, "period", e->period);
	pair_clock(j, "start_time", e->start);
	pair_clock(j, "end_time", e->end);
	pair(j, "team", side_word(s, e->side));
	pair_code(j, "type", "typeCode", e->type);
	pair_code(j, "detail1", "detail1Code", e->detail);
	pair_code(j, "detail2", "detail2Code", e->detail2);
	pair(j, "zone", e->zone == 0 ? NULL : zone);
	text(j, "success");
	if (e->success == 0)
		(void)yajl_gen_null(j);
	else
		(void)yajl_gen_bool(j, e->success == 's');
	if (e->link > 0)
		pair_integer(j, "linkedEventIdx", e->link);
	if (e->assist_to >= 0)
		pair_integer(j, "assistToGoalIdx", e->assist_to);
	text(j, "isHighlight");
	(void)yajl_gen_bool(j, e->highlight);
	if (s->points) {
		n = sample_points_puck(&s->r, s->game, e, puck);
		write_points(s, e, puck, n);
	}
	write_players(s, e, n > 0 ? puck : NULL);
	(void)yajl_gen_map_close(j);
}

static void
write_people(
    struct save *s, const struct sample_shift *shift, enum sample_side typed)
{
	static const char *const names[SAMPLE_SLOTS] = {
	    "F1", "F2", "F3", "D1", "D2", "X", "G"};
	enum sample_side side = sample_side_as(s->game, typed);
	char jersey[8];

	text(s->json, typed == SAMPLE_HOME ? "home" : "away");
	(void)yajl_gen_map_open(s->json);
	for (int i = 0; i < SAMPLE_SLOTS; i++) {
		int dress = shift->lineup.slot[side][i];

		text(s->json, names[i]);
		if (dress < 0) {
			(void)yajl_gen_null(s->json);
			continue;
		}
		(void)snprintf(jersey, sizeof(jersey), "%d",
		    s->game->dressed[dress].number);
		(void)yajl_gen_map_open(s->json);
		pair(s->json, "num", jersey);
		(void)yajl_gen_map_close(s->json);
	}
	(void)yajl_gen_map_close(s->json);
}

static void
write_shift(struct save *s, int i)
{
	const struct sample_shift *shift = &s->tape->shifts[i];
	yajl_gen j = s->json;
	char strength[16];

	(void)snprintf(strength, sizeof(strength), "%dv%d",
	    sample_shift_skaters(shift, SAMPLE_HOME),
	    sample_shift_skaters(shift, SAMPLE_AWAY));
	(void)yajl_gen_map_open(j);
	pair_integer(j, "idx", i + 1);
	pair_integer(j, "period", shift->period);
	pair_clock(j, "start_time", shift->start);
	pair_clock(j, "end_time", shift->end);
	pair(j, "start_type", shift->start_word);
	pair(j, "stop_type", shift->stop_word);
	pair(j, "strength", strength);
	pair_integer(j, "stoppageTime", shift->stoppage);
	write_people(s, shift, SAMPLE_HOME);
	write_people(s, shift, SAMPLE_AWAY);
	(void)yajl_gen_map_close(j);
}

/* The video runs through breaks and time-outs. */
static void
write_video(struct save *s)
{
	static const char *const keys[] = {NULL, "1", "2", "3", "OT"};
	yajl_gen j = s->json;
	int last = 1, extra = 0;
	char url[64];

	(void)snprintf(url, sizeof(url), "https://video.example.org/watch?v=%d",
	    s->game->id);
	text(j, "videos");
	(void)yajl_gen_array_open(j);
	(void)yajl_gen_map_open(j);
	pair_integer(j, "id", 1);
	pair(j, "url", url);
	(void)yajl_gen_map_close(j);
	(void)yajl_gen_array_close(j);
	s->offset[1] = VIDEO_START;
	text(j, "videoTiming");
	(void)yajl_gen_map_open(j);
	pair(j, "youtubeUrl", url);
	text(j, "timeouts");
	(void)yajl_gen_array_open(j);
	for (int i = 0; i < s->tape->events_n; i++) {
		const struct sample_event *e = &s->tape->events[i];

		if (strcmp(e->type, "Intermission") == 0) {
			last = e->period;
			s->offset[last] = s->offset[last - 1] + SAMPLE_PERIOD +
					  extra + e->rest;
			extra = 0;
		} else if (strcmp(e->type, "Timeout") == 0) {
			int clock = s->tape->events[i - 1].end;

			(void)yajl_gen_map_open(j);
			pair_integer(j, "period", e->period);
			pair_integer(j, "videoStart",
			    s->offset[last] + SAMPLE_PERIOD - clock + extra);
			pair_integer(j, "duration", e->rest);
			(void)yajl_gen_map_close(j);
			extra += e->rest;
		}
	}
	(void)yajl_gen_array_close(j);
	text(j, "periodOffsets");
	(void)yajl_gen_map_open(j);
	for (int p = 1; p <= 4; p++)
		if (p <= last)
			pair_integer(j, keys[p], s->offset[p]);
		else
			pair(j, keys[p], NULL);
	(void)yajl_gen_map_close(j);
	(void)yajl_gen_map_close(j);
}

static void
write_root(struct save *s)
{
	const struct sample_game *g = s->game;
	yajl_gen j = s->json;

	(void)yajl_gen_map_open(j);
	pair_integer(j, "gameId", g->id);
	pair(j, "savedAt", "2025-12-01T20:00:00.000Z");
	pair(j, "version", "29.1");
	pair(j, "homeTeam",
	    s->league->teams[g->team[sample_side_as(g, SAMPLE_HOME)]].name);
	pair(j, "awayTeam",
	    s->league->teams[g->team[sample_side_as(g, SAMPLE_AWAY)]].name);
	text(j, "homeAttacksRightP1");
	(void)yajl_gen_bool(j, sample_points_attack_right(g));
	write_video(s);
	text(j, "events");
	(void)yajl_gen_array_open(j);
	for (int i = 0; i < s->tape->events_n; i++)
		write_event(s, i);
	(void)yajl_gen_array_close(j);
	text(j, "shifts");
	(void)yajl_gen_array_open(j);
	for (int i = 0; i < s->tape->shifts_n; i++)
		write_shift(s, i);
	(void)yajl_gen_array_close(j);
	(void)yajl_gen_map_close(j);
}

static int
write_file(yajl_gen json, const char *path, struct err *e)
{
	const unsigned char *data;
	size_t len;
	FILE *f = NULL;

	if (yajl_gen_get_buf(json, &data, &len) != yajl_gen_status_ok)
		return (err_set(e, ERR_UNEXPECTED, "no save for %s", path));
	f = fopen(path, "wb");
	if (f == NULL)
		return (err_set_errno(e, ERR_INPUT, "cannot write %s", path));
	if (fwrite(data, 1, len, f) != len) {
		(void)fclose(f);
		return (err_set_errno(e, ERR_INPUT, "cannot write %s", path));
	}
	if (fclose(f) != 0)
		return (err_set_errno(e, ERR_INPUT, "cannot write %s", path));
	return (0);
}

int
sample_save_write(const struct sample_league *l, const struct sample_game *g,
    const struct sample_tape *t, const char *path, struct err *e)
{
	struct save s = {.league = l, .game = g, .tape = t};
	int rc;

	s.json = yajl_gen_alloc(NULL);
	if (s.json == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	s.points =
	    g->tracked < POINTS_UNTIL || g->tracked / 10 % POINTS_EVERY == 0;
	sample_random_init(&s.r, l->seed, (uint64_t)g->id << 32);
	write_root(&s);
	rc = write_file(s.json, path, e);
	yajl_gen_free(s.json);
	return (rc);
}
