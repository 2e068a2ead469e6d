/*
 * extract_save: a tracker save (page 10, 4). Read twice: first what it says of
 * itself, which may stand at its end, then its events and shifts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "etl/extract_file.h"
#include "etl/raw_rows.h"
#include "etl/save_stream.h"

#define FIRST_EVENT 1000 /* event_index of idx 0 */
#define CLOCK_DIGITS 6	 /* of minutes */

/* A column of raw and the members that fill it, the better first. */
struct save_column {
	const char *raw;
	const char *member[2];
};

static const struct save_column event_columns[] = {
    {"typed_type", {"typeCode", "type"}},
    {"event_type", {"typeCode", "type"}},
    {"event_detail", {"detail1Code", "detail1"}},
    {"event_detail_2", {"detail2Code", "detail2"}},
    {"event_successful", {"success", NULL}},
    {"event_team_zone", {"zone", NULL}},
    {"period", {"period", NULL}},
    {"team", {"team", NULL}},
    {"is_highlight", {"isHighlight", NULL}},
};

static const struct save_column player_columns[] = {
    {"player_role", {"role", NULL}},
    {"player_game_number", {"num", NULL}},
    {"player_team", {"team", NULL}},
    {"player_id", {"id", NULL}},
    {"side_of_puck", {"sideOfPuck", NULL}},
    {"play_detail1", {"playD1", NULL}},
    {"play_detail_2", {"playD2", NULL}},
    {"play_detail_successful", {"playSuccess", NULL}},
    {"pressured_pressurer", {"pressure", NULL}},
    {"pressured_by", {"pressuredBy", NULL}},
};

static const struct save_column shift_columns[] = {
    {"period", {"period", NULL}},
    {"shift_start_type", {"start_type", NULL}},
    {"shift_stop_type", {"stop_type", NULL}},
    {"stoppage_time", {"stoppageTime", NULL}},
};

/* The places of a line-up; columns are home_… and away_… */
static const struct {
	const char *member;
	const char *raw[2];
} slots[] = {
    {"F1", {"home_forward_1", "away_forward_1"}},
    {"F2", {"home_forward_2", "away_forward_2"}},
    {"F3", {"home_forward_3", "away_forward_3"}},
    {"D1", {"home_defense_1", "away_defense_1"}},
    {"D2", {"home_defense_2", "away_defense_2"}},
    {"X", {"home_xtra", "away_xtra"}},
    {"G", {"home_goalie", "away_goalie"}},
};

static const char *const event_keys[] = {"row", "sub", "event_index",
    "event_start_min", "event_start_sec", "event_end_min", "event_end_sec",
    "linked_event_index", "assist_to_event_index", "game_id", "home_team",
    "away_team"};
static const char *const shift_keys[] = {"row", "shift_index",
    "shift_start_min", "shift_start_sec", "shift_end_min", "shift_end_sec"};
static const char *const timeout_columns[] = {
    "row", "period", "video_start", "duration"};
static const char *const video_columns[] = {"row", "url", "member"};
static const char *const point_columns[] = {
    "sheet", "row", "sub", "path", "layout", "n", "x", "y"};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define COLUMNS_MAX 32

struct save {
	struct extract_file *file;
	struct arena *arena;
	const char *game_id, *saved_at, *home_team, *away_team, *attacks;
	const char *offset[4]; /* videos of periods 1, 2, 3, OT */
	size_t events;
	struct raw_rows event_rows, shift_rows, timeout_rows, point_rows;
	struct raw_rows video_rows;
};

/* ---- values */

/* The text of a member; NULL: not there, nothing, or no scalar. */
static const char *
text_of(const struct json *v, const char *member)
{
	const struct json *m = member == NULL ? NULL : json_get(v, member);

	return (m == NULL ? NULL : m->text);
}

static const char *
column_of(const struct json *v, const struct save_column *c)
{
	const char *text = text_of(v, c->member[0]);

	return (text != NULL ? text : text_of(v, c->member[1]));
}

/* A member that is an integer; false: it is none. */
static bool
integer_of(const struct json *v, const char *member, long *out)
{
	const char *text = text_of(v, member);
	char *end;

	if (text == NULL || strlen(text) > 9)
		return (false);
	*out = strtol(text, &end, 10);
	return (*end == '\0');
}

/* A clock as MM:SS: two fields, both null if it is none. */
static void
put_clock(struct raw_rows *r, const struct json *v, const char *member)
{
	const char *text = text_of(v, member);
	char minutes[CLOCK_DIGITS + 1];
	size_t n = text == NULL ? 0 : strspn(text, "0123456789");

	if (n == 0 || n > CLOCK_DIGITS || text[n] != ':' ||
	    strspn(text + n + 1, "0123456789") != 2 || text[n + 3] != '\0') {
		raw_rows_text(r, NULL);
		raw_rows_text(r, NULL);
		return;
	}
	memcpy(minutes, text, n);
	minutes[n] = '\0';
	raw_rows_text(r, minutes);
	raw_rows_text(r, text + n + 1);
}

/* 1000 + an index that points to another event. */
static void
put_link(struct raw_rows *r, const struct json *v, const char *member)
{
	long n;

	if (integer_of(v, member, &n))
		raw_rows_integer(r, FIRST_EVENT + n);
	else
		raw_rows_text(r, NULL);
}

/* ---- points */

/* Where a point belongs: position of its event, of its player (0: none). */
struct place {
	long row;
	size_t sub;
	const char *path;
};

static int
put_point(struct save *s, const struct place *place, int n,
    const struct json *v, struct err *e)
{
	struct raw_rows *r = &s->point_rows;

	raw_rows_begin(r);
	raw_rows_text(r, "events");
	raw_rows_integer(r, place->row);
	raw_rows_integer(r, (int64_t)place->sub);
	raw_rows_text(r, place->path);
	raw_rows_text(r, "numbered");
	raw_rows_integer(r, n);
	raw_rows_text(r, text_of(v, "x"));
	raw_rows_text(r, text_of(v, "y"));
	return (raw_rows_end(r, e));
}

static int
put_points(struct save *s, const struct place *place, const struct json *list,
    struct err *e)
{
	const struct json *v;
	int n = 0;

	if (list == NULL || list->type != JSON_ARRAY)
		return (0);
	for (v = list->child; v != NULL; v = v->next) {
		n++;
		if (v->type == JSON_OBJECT &&
		    put_point(s, place, n, v, e) == -1)
			return (-1);
	}
	return (0);
}

/* ---- events */

/* One row: the event, and one of its players (NULL: none). */
static int
put_event(struct save *s, const struct json *event, const struct place *place,
    const struct json *player, struct err *e)
{
	struct raw_rows *r = &s->event_rows;
	long idx;
	size_t i;

	if (!integer_of(event, "idx", &idx))
		idx = place->row - 1;
	raw_rows_begin(r);
	raw_rows_integer(r, place->row);
	raw_rows_integer(r, (int64_t)place->sub);
	raw_rows_integer(r, FIRST_EVENT + idx);
	put_clock(r, event, "start_time");
	put_clock(r, event, "end_time");
	put_link(r, event, "linkedEventIdx");
	put_link(r, event, "assistToGoalIdx");
	raw_rows_text(r, s->game_id);
	raw_rows_text(r, s->home_team);
	raw_rows_text(r, s->away_team);
	for (i = 0; i < COUNT(event_columns); i++)
		raw_rows_text(r, column_of(event, &event_columns[i]));
	for (i = 0; i < COUNT(player_columns); i++)
		raw_rows_text(r, player == NULL
				     ? NULL
				     : column_of(player, &player_columns[i]));
	return (raw_rows_end(r, e));
}

/* The event's players, a row each, and their points; how many in at.sub. */
static int
read_players(
    struct save *s, const struct json *event, struct place *at, struct err *e)
{
	const struct json *players = json_get(event, "players"), *p;

	if (players == NULL || players->type != JSON_ARRAY)
		return (0);
	at->path = "player";
	for (p = players->child; p != NULL; p = p->next) {
		if (p->type != JSON_OBJECT)
			continue;
		at->sub++;
		if (put_event(s, event, at, p, e) == -1 ||
		    put_points(s, at, json_get(p, "xy"), e) == -1)
			return (-1);
	}
	return (0);
}

static int
read_event(struct save *s, const struct json *event, long row, struct err *e)
{
	const struct json *net = json_get(event, "netXY");
	struct place at = {.row = row};

	if (read_players(s, event, &at, e) == -1)
		return (-1);
	if (at.sub == 0 && put_event(s, event, &at, NULL, e) == -1)
		return (-1);
	at.sub = 0;
	at.path = "puck";
	if (put_points(s, &at, json_get(event, "puckXY"), e) == -1)
		return (-1);
	if (net == NULL || net->type != JSON_OBJECT || net->count == 0)
		return (0);
	at.path = "net";
	return (put_point(s, &at, 1, net, e));
}

/* ---- shifts, videos, time-outs */

static int
read_shift(struct save *s, const struct json *shift, long row, struct err *e)
{
	const struct json *side[2] = {
	    json_get(shift, "home"), json_get(shift, "away")};
	struct raw_rows *r = &s->shift_rows;
	const struct json *slot;
	size_t i, k;

	raw_rows_begin(r);
	raw_rows_integer(r, row);
	if (text_of(shift, "idx") != NULL)
		raw_rows_text(r, text_of(shift, "idx"));
	else
		raw_rows_integer(r, row);
	put_clock(r, shift, "start_time");
	put_clock(r, shift, "end_time");
	for (i = 0; i < COUNT(shift_columns); i++)
		raw_rows_text(r, column_of(shift, &shift_columns[i]));
	for (k = 0; k < 2; k++) {
		for (i = 0; i < COUNT(slots); i++) {
			slot = side[k] == NULL
				   ? NULL
				   : json_get(side[k], slots[i].member);
			raw_rows_text(
			    r, slot == NULL ? NULL : text_of(slot, "num"));
		}
	}
	return (raw_rows_end(r, e));
}

static int
put_video(struct save *s, long row, const char *url, const char *member,
    struct err *e)
{
	struct raw_rows *r = &s->video_rows;

	if (url == NULL)
		return (0);
	raw_rows_begin(r);
	raw_rows_integer(r, row);
	raw_rows_text(r, url);
	raw_rows_text(r, member);
	return (raw_rows_end(r, e));
}

static int
read_timeouts(struct save *s, const struct json *timing, struct err *e)
{
	const struct json *list = json_get(timing, "timeouts"), *v;
	struct raw_rows *r = &s->timeout_rows;
	long row = 0;

	if (list == NULL || list->type != JSON_ARRAY)
		return (0);
	for (v = list->child; v != NULL; v = v->next) {
		raw_rows_begin(r);
		raw_rows_integer(r, ++row);
		raw_rows_text(r, text_of(v, "period"));
		raw_rows_text(r, text_of(v, "videoStart"));
		raw_rows_text(r, text_of(v, "duration"));
		if (raw_rows_end(r, e) == -1)
			return (-1);
	}
	return (0);
}

/* ---- the two walks */

static const char *
keep(struct save *s, const char *text)
{
	return (text == NULL ? NULL : arena_strdup(s->arena, text));
}

static int
first_root(void *arg, const char *key, const struct json *value, struct err *e)
{
	static const char *const periods[] = {"1", "2", "3", "OT"};
	struct save *s = arg;
	const struct json *offsets;
	size_t i;

	(void)e;
	if (strcmp(key, "gameId") == 0)
		s->game_id = keep(s, value->text);
	else if (strcmp(key, "savedAt") == 0)
		s->saved_at = keep(s, value->text);
	else if (strcmp(key, "homeTeam") == 0)
		s->home_team = keep(s, value->text);
	else if (strcmp(key, "awayTeam") == 0)
		s->away_team = keep(s, value->text);
	else if (strcmp(key, "homeAttacksRightP1") == 0)
		s->attacks = keep(s, value->text);
	else if ((offsets = json_get(value, "periodOffsets")) != NULL)
		for (i = 0; i < COUNT(periods); i++)
			s->offset[i] = keep(s, text_of(offsets, periods[i]));
	return (0);
}

static int
first_element(void *arg, const char *list, size_t position,
    const struct json *value, struct err *e)
{
	struct save *s = arg;

	(void)position;
	(void)e;
	if (strcmp(list, "events") == 0 && value->type == JSON_OBJECT)
		s->events++;
	return (0);
}

static int
second_root(void *arg, const char *key, const struct json *value, struct err *e)
{
	struct save *s = arg;

	if (strcmp(key, "videoTiming") != 0)
		return (0);
	if (put_video(s, 0, text_of(value, "youtubeUrl"), "youtubeUrl", e) ==
	    -1)
		return (-1);
	return (read_timeouts(s, value, e));
}

static int
second_element(void *arg, const char *list, size_t position,
    const struct json *value, struct err *e)
{
	if (value->type != JSON_OBJECT)
		return (0);
	if (strcmp(list, "events") == 0)
		return (read_event(arg, value, (long)position + 1, e));
	if (strcmp(list, "videos") == 0)
		return (put_video(
		    arg, (long)position + 1, text_of(value, "url"), list, e));
	return (read_shift(arg, value, (long)position + 1, e));
}

static bool
save_stopped(void *arg)
{
	const struct save *s = arg;

	return (s->file->stopped(s->file->stopped_arg));
}

/* Appends the names of a table to those of a row; returns how many now. */
static size_t
add_names(
    const char **names, size_t n, const struct save_column *c, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		names[n++] = c[i].raw;
	return (n);
}

static void
init_rows(struct save *s)
{
	const struct extract_file *f = s->file;
	const char *names[COLUMNS_MAX];
	size_t i, k, n = COUNT(event_keys);

	memcpy(names, event_keys, sizeof(event_keys));
	n = add_names(names, n, event_columns, COUNT(event_columns));
	n = add_names(names, n, player_columns, COUNT(player_columns));
	raw_rows_init(&s->event_rows, f->conn, f->file_id, "events", names, n);
	n = COUNT(shift_keys);
	memcpy(names, shift_keys, sizeof(shift_keys));
	n = add_names(names, n, shift_columns, COUNT(shift_columns));
	for (k = 0; k < 2; k++)
		for (i = 0; i < COUNT(slots); i++)
			names[n++] = slots[i].raw[k];
	raw_rows_init(&s->shift_rows, f->conn, f->file_id, "shifts", names, n);
	raw_rows_init(&s->timeout_rows, f->conn, f->file_id, "timeout",
	    timeout_columns, COUNT(timeout_columns));
	raw_rows_init(&s->video_rows, f->conn, f->file_id, "video",
	    video_columns, COUNT(video_columns));
	raw_rows_init(&s->point_rows, f->conn, f->file_id, "point",
	    point_columns, COUNT(point_columns));
}

static int
write_all(struct save *s, struct err *e)
{
	struct save_reader reader = {.arg = s,
	    .root = second_root,
	    .element = second_element,
	    .stopped = save_stopped};
	const char *values[8] = {s->saved_at, s->home_team, s->away_team,
	    s->attacks, s->offset[0], s->offset[1], s->offset[2], s->offset[3]};
	int rc = -1;

	init_rows(s);
	if (save_stream_read(s->file->fd, &reader, e) == 0 &&
	    raw_rows_flush(&s->event_rows, e) == 0 &&
	    raw_rows_flush(&s->shift_rows, e) == 0 &&
	    raw_rows_flush(&s->timeout_rows, e) == 0 &&
	    raw_rows_flush(&s->video_rows, e) == 0 &&
	    raw_rows_flush(&s->point_rows, e) == 0)
		rc = extract_add_tracking(s->file, values, e);
	s->file->rows = s->event_rows.rows + s->shift_rows.rows;
	raw_rows_cleanup(&s->event_rows);
	raw_rows_cleanup(&s->shift_rows);
	raw_rows_cleanup(&s->timeout_rows);
	raw_rows_cleanup(&s->video_rows);
	raw_rows_cleanup(&s->point_rows);
	return (rc);
}

/* The number of the game; 0: it is none. */
static int
game_number(const char *text)
{
	size_t len = strlen(text);

	if (len > 9 || strspn(text, "0123456789") != len)
		return (0);
	return ((int)strtol(text, NULL, 10));
}

int
extract_save(struct extract_file *f, struct err *e)
{
	struct save s = {.file = f};
	struct save_reader reader = {.arg = &s,
	    .root = first_root,
	    .element = first_element,
	    .stopped = save_stopped};
	int rc = -1;

	f->game_id = 0;
	if ((s.arena = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	if (save_stream_read(f->fd, &reader, e) == -1)
		goto out;
	rc = 0;
	/* Other JSON files, and saves in which nothing was tracked yet. */
	if (s.game_id == NULL || s.events == 0)
		goto out;
	f->game_id = game_number(s.game_id);
	if (f->game_id == 0)
		rc = err_set(e, ERR_INPUT, "gameId %.40s is no game's number",
		    s.game_id);
	else
		rc = write_all(&s, e);
out:
	arena_free(s.arena);
	return (rc);
}
