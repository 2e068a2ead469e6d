/*
 * extract_tracking: a tracking workbook in any of its layouts (page 10, 3):
 * events, shifts, recorded points, videos and what the sheet metadata says.
 * The video workbook of a game, which has a sheet of the same name.
 */
#include <string.h>

#include "etl/columns.h"
#include "etl/extract_file.h"
#include "etl/points.h"
#include "etl/raw_rows.h"
#include "io/sheet.h"

/* A column of raw and the names of its cells, the better first. */
struct tracking_column {
	const char *raw;
	const char *name[COLUMNS_MAX_NAMES];
};

#define PLAIN(x)                                                               \
	{                                                                      \
		x,                                                             \
		{                                                              \
			x, x "_"                                               \
		}                                                              \
	}

static const struct tracking_column event_columns[] = {
    PLAIN("event_index"),   /* first: a row without it is left out */
    {"typed_type", {NULL}}, /* see bind_events */
    {"event_type", {"Type", "event_type", "event_type_"}},
    PLAIN("event_detail"),
    PLAIN("event_detail_2"),
    PLAIN("event_successful"),
    PLAIN("event_team_zone"),
    PLAIN("period"),
    PLAIN("event_start_min"),
    PLAIN("event_start_sec"),
    PLAIN("event_end_min"),
    PLAIN("event_end_sec"),
    PLAIN("linked_event_index"),
    PLAIN("team"),
    PLAIN("game_id"),
    PLAIN("home_team"),
    PLAIN("away_team"),
    PLAIN("is_highlight"),
    PLAIN("running_intermission_duration"),
    PLAIN("player_role"),
    PLAIN("role_abrev"),
    PLAIN("player_game_number"),
    PLAIN("player_team"),
    PLAIN("side_of_puck"),
    {"play_detail1",
	{"play_detail1", "play_detail1_", "play_detail_1", "play_detail_1_"}},
    {"play_detail_2",
	{"play_detail_2", "play_detail_2_", "play_detail2", "play_detail2_"}},
    PLAIN("play_detail_successful"),
    PLAIN("pressured_pressurer"),
};

static const struct tracking_column shift_columns[] = {
    PLAIN("shift_index"),
    {"period", {"Period", "Period_"}},
    PLAIN("shift_start_min"),
    PLAIN("shift_start_sec"),
    PLAIN("shift_end_min"),
    PLAIN("shift_end_sec"),
    PLAIN("shift_start_type"),
    PLAIN("shift_stop_type"),
    PLAIN("stoppage_time"),
    PLAIN("home_forward_1"),
    PLAIN("home_forward_2"),
    PLAIN("home_forward_3"),
    PLAIN("home_defense_1"),
    PLAIN("home_defense_2"),
    PLAIN("home_xtra"),
    PLAIN("home_goalie"),
    PLAIN("away_forward_1"),
    PLAIN("away_forward_2"),
    PLAIN("away_forward_3"),
    PLAIN("away_defense_1"),
    PLAIN("away_defense_2"),
    PLAIN("away_xtra"),
    PLAIN("away_goalie"),
    PLAIN("home_ozone_start"),
    PLAIN("home_ozone_end"),
    PLAIN("home_dzone_start"),
    PLAIN("home_dzone_end"),
    PLAIN("home_nzone_start"),
    PLAIN("home_nzone_end"),
};

/* The sheet video of a tracking workbook (page 40, 7), */
static const struct tracking_column video_columns[] = {
    {"url", {"video_url", "video_url_"}},
    PLAIN("duration_seconds"),
    PLAIN("period_1_start"),
    PLAIN("period_2_start"),
    PLAIN("period_3_start"),
};

/* and that of a video workbook. */
static const struct tracking_column listed_columns[] = {
    {"url", {"Url_1", "Url_2", "Url_3", "Url_4"}},
    {"number", {"Index"}},
};

/* The sheet events, shifts or video while it is read. */
struct tracking_sheet {
	struct extract_file *file;
	const char *name;
	const struct tracking_column *column;
	size_t count;
	struct columns columns;
	struct raw_rows rows;
	struct point_columns *points; /* of events, else NULL */
};

static bool
has_column(const struct sheet_header *h, const char *name)
{
	size_t i;

	for (i = 0; i < h->columns; i++)
		if (h->name[i] != NULL && strcmp(h->name[i], name) == 0)
			return (true);
	return (false);
}

/* Where somebody typed the type: the first of these that the sheet has. */
static const char *
typed_type(const struct sheet_header *h)
{
	if (has_column(h, "event_type_"))
		return ("event_type_");
	return (has_column(h, "event_type") ? "event_type" : "Type");
}

static int
tracking_columns(
    void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	struct tracking_sheet *s = arg;
	const struct tracking_column *c;
	size_t i, n;
	int used;

	if (extract_add_sheet(s->file, s->name, h, e) == -1)
		return (-1);
	columns_init(&s->columns);
	for (i = 0; i < s->count; i++) {
		c = &s->column[i];
		columns_add(&s->columns,
		    c->name[0] == NULL ? typed_type(h) : c->name[0]);
		for (n = 1; n < COLUMNS_MAX_NAMES && c->name[n] != NULL; n++)
			columns_also(&s->columns, c->name[n]);
	}
	used = columns_bind(&s->columns, h, slot);
	if (s->points == NULL)
		return (used);
	return (point_columns_bind(s->points, h, slot, used, e));
}

static int
tracking_row(void *arg, int row, const char *const *cell, struct err *e)
{
	struct tracking_sheet *s = arg;
	size_t i;

	if (columns_value(&s->columns, 0, cell) == NULL)
		return (0);
	raw_rows_begin(&s->rows);
	raw_rows_integer(&s->rows, row);
	for (i = 0; i < s->columns.count; i++)
		raw_rows_text(&s->rows, columns_value(&s->columns, i, cell));
	if (raw_rows_end(&s->rows, e) == -1)
		return (-1);
	if (s->points == NULL)
		return (0);
	return (point_columns_row(s->points, row, cell, e));
}

static bool
tracking_stopped(void *arg)
{
	const struct tracking_sheet *s = arg;

	return (s->file->stopped(s->file->stopped_arg));
}

static int
read_sheet(struct tracking_sheet *s, struct sheet_book *book, struct err *e)
{
	struct sheet_reader reader = {.arg = s,
	    .columns = tracking_columns,
	    .row = tracking_row,
	    .stopped = tracking_stopped};
	const char *names[COLUMNS_MAX + 1] = {"row"};
	size_t i;
	int rc;

	if (!sheet_exists(book, s->name))
		return (0);
	for (i = 0; i < s->count; i++)
		names[i + 1] = s->column[i].raw;
	raw_rows_init(&s->rows, s->file->conn, s->file->file_id, s->name, names,
	    s->count + 1);
	rc = sheet_read(book, s->name, &reader, e);
	if (rc == 0)
		rc = raw_rows_flush(&s->rows, e);
	s->file->rows += s->rows.rows;
	raw_rows_cleanup(&s->rows);
	return (rc);
}

static int
read_events(struct extract_file *f, struct sheet_book *book, struct err *e)
{
	struct point_columns points;
	struct tracking_sheet s = {.file = f,
	    .name = "events",
	    .column = event_columns,
	    .count = sizeof(event_columns) / sizeof(event_columns[0]),
	    .points = &points};
	int rc;

	point_columns_init(&points, f);
	rc = read_sheet(&s, book, e);
	if (rc == 0)
		rc = raw_rows_flush(&points.rows, e);
	point_columns_cleanup(&points);
	return (rc);
}

static int
read_shifts(struct extract_file *f, struct sheet_book *book, struct err *e)
{
	struct tracking_sheet s = {.file = f,
	    .name = "shifts",
	    .column = shift_columns,
	    .count = sizeof(shift_columns) / sizeof(shift_columns[0])};

	return (read_sheet(&s, book, e));
}

static int
read_videos(struct extract_file *f, struct sheet_book *book,
    const struct tracking_column *column, size_t count, struct err *e)
{
	struct tracking_sheet s = {
	    .file = f, .name = "video", .column = column, .count = count};

	return (read_sheet(&s, book, e));
}

static int
read_points(struct extract_file *f, struct sheet_book *book, const char *sheet,
    struct err *e)
{
	struct point_sheet points;
	struct sheet_reader reader;
	int rc;

	if (!sheet_exists(book, sheet))
		return (0);
	point_sheet_init(&points, f, sheet);
	reader = point_sheet_reader(&points);
	rc = sheet_read(book, sheet, &reader, e);
	if (rc == 0)
		rc = raw_rows_flush(&points.rows, e);
	f->rows += points.rows.rows;
	point_sheet_cleanup(&points);
	return (rc);
}

/* ---- metadata */

struct metadata {
	struct extract_file *file;
	struct columns columns;
	bool seen;
	char attacks[16];
};

static int
metadata_columns(
    void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	struct metadata *m = arg;

	(void)e;
	columns_init(&m->columns);
	columns_add(&m->columns, "home_attacks_right_p1");
	columns_also(&m->columns, "home_attacks_right_p1_");
	return (columns_bind(&m->columns, h, slot));
}

static int
metadata_row(void *arg, int row, const char *const *cell, struct err *e)
{
	struct metadata *m = arg;
	const char *value = columns_value(&m->columns, 0, cell);

	(void)row;
	(void)e;
	if (!m->seen && value != NULL) {
		(void)strncpy(m->attacks, value, sizeof(m->attacks) - 1);
		m->seen = true;
	}
	return (0);
}

static bool
metadata_stopped(void *arg)
{
	const struct metadata *m = arg;

	return (m->file->stopped(m->file->stopped_arg));
}

static int
read_metadata(struct extract_file *f, struct sheet_book *book, struct err *e)
{
	struct metadata m = {.file = f};
	struct sheet_reader reader = {.arg = &m,
	    .columns = metadata_columns,
	    .row = metadata_row,
	    .stopped = metadata_stopped};
	const char *values[8] = {NULL};

	if (sheet_exists(book, "metadata") &&
	    sheet_read(book, "metadata", &reader, e) == -1)
		return (-1);
	values[3] = m.seen ? m.attacks : NULL;
	return (extract_add_tracking(f, values, e));
}

int
extract_tracking(struct extract_file *f, struct err *e)
{
	struct sheet_book *book;
	int rc = -1;

	if (sheet_open(f->fd, &book, e) == -1)
		return (-1);
	if (read_events(f, book, e) == 0 && read_shifts(f, book, e) == 0 &&
	    read_points(f, book, "xy_puck", e) == 0 &&
	    read_points(f, book, "xy_player", e) == 0 &&
	    read_videos(f, book, video_columns,
		sizeof(video_columns) / sizeof(video_columns[0]), e) == 0)
		rc = read_metadata(f, book, e);
	sheet_close(book);
	return (rc);
}

int
extract_video(struct extract_file *f, struct err *e)
{
	struct sheet_book *book;
	int rc;

	if (sheet_open(f->fd, &book, e) == -1)
		return (-1);
	rc = read_videos(f, book, listed_columns,
	    sizeof(listed_columns) / sizeof(listed_columns[0]), e);
	sheet_close(book);
	return (rc);
}
