/*
 * sample_beside: what lies beside a tracking workbook: the video workbook and
 * the side files of points.
 */
#include <stdio.h>
#include <string.h>

#include "sample/sample_points.h"
#include "sample/sample_tracking.h"

#define SIDE_PATH 4096

int
sample_video_write(const struct sample_game *g, const char *path, struct err *e)
{
	static const char *const columns[] = {"Index", "Key", "Game_ID",
	    "Video_Type", "Video_Category", "Url_1", "Url_2", "Url_3", "Url_4",
	    "Video_ID", "Extension", "Embed_Url", "Description", NULL};
	static const char *const kinds[] = {"Full_Ice", "Highlights"};
	int videos = g->tracked % 2 + 1;
	struct sample_book b;
	struct sample_sheet s;

	if (sample_book_open(&b, path, true, e) != 0)
		return (-1);
	sample_sheet_begin(&s, &b, "video", columns);
	for (int i = 0; i < videos; i++) {
		sample_sheet_number(&s, i + 1);
		sample_sheet_printf(&s, "V%d%d", g->id, 1001 + i);
		sample_sheet_number(&s, g->id);
		sample_sheet_text(&s, kinds[i]);
		sample_sheet_text(&s, kinds[i]);
		sample_sheet_printf(&s,
		    "https://video.example.org/watch?v=%d-%d", g->id, i + 1);
		sample_sheet_skip(&s, 4);
		sample_sheet_printf(&s, "v=%d-%d", g->id, i + 1);
		sample_sheet_end_row(&s);
	}
	return (sample_book_close(&b, e));
}

static void
write_players(FILE *f, struct sample_random *r, const struct sample_event *e,
    int index, struct sample_point puck)
{
	int own = 0, opponents = 0;
	struct sample_point p;

	for (int i = 0; i < e->actors_n; i++) {
		const struct sample_actor *a = &e->actors[i];

		p = sample_points_player(r, a, puck);
		(void)fprintf(f, "%d,%s_player_%d,%d,1,%.1f,%.1f\n", index,
		    a->own ? "event" : "opp", a->own ? ++own : ++opponents,
		    a->number, p.x, p.y);
	}
	if (sample_points_net(r, e, &p))
		(void)fprintf(f, "%d,net,,1,%.1f,%.1f\n", index, p.x, p.y);
}

static void
write_points(FILE *files[2], const struct sample_league *l,
    const struct sample_game *g, const struct sample_tape *t)
{
	struct sample_point puck[SAMPLE_POINTS_MAX];
	struct sample_random r;

	sample_random_init(&r, l->seed, (uint64_t)g->id << 32);
	(void)fputs("event_index,xy_slot,x,y,z,timestamp\n", files[0]);
	(void)fputs(
	    "event_index,player_role,player_number,xy_slot,x,y\n", files[1]);
	for (int i = 0; i < t->events_n; i++) {
		const struct sample_event *e = &t->events[i];
		int n = sample_points_puck(&r, g, e, puck);

		for (int k = 0; k < n; k++)
			(void)fprintf(files[0], "%d,%d,%.1f,%.1f,,\n", 1000 + i,
			    k + 1, puck[k].x, puck[k].y);
		if (n > 0)
			write_players(files[1], &r, e, 1000 + i, puck[0]);
	}
}

int
sample_side_files_write(const struct sample_league *l,
    const struct sample_game *g, const struct sample_tape *t,
    const char *prefix, struct err *e)
{
	static const char *const names[2] = {"xy_puck.csv", "xy_player.csv"};
	char path[2][SIDE_PATH];
	FILE *files[2] = {NULL, NULL};
	int rc = 0;

	for (int i = 0; i < 2 && rc == 0; i++) {
		(void)snprintf(
		    path[i], sizeof(path[i]), "%s_%s", prefix, names[i]);
		files[i] = fopen(path[i], "wb");
		if (files[i] == NULL)
			rc = err_set_errno(
			    e, ERR_INPUT, "cannot write %s", path[i]);
	}
	if (rc == 0)
		write_points(files, l, g, t);
	for (int i = 0; i < 2; i++) {
		bool failed = files[i] != NULL && ferror(files[i]) != 0;

		if (files[i] != NULL && fclose(files[i]) != 0)
			failed = true;
		if (failed && rc == 0)
			rc = err_set_errno(
			    e, ERR_INPUT, "cannot write %s", path[i]);
	}
	return (rc);
}
