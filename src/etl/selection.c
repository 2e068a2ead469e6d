/*
 * selection: narrows the list of input files before they are read, and fills
 * run_file afterwards, when the games of saves are known too.
 */
#include "etl/selection.h"

#include <stdio.h>
#include <string.h>

#include "core/buf.h"
#include "db/db.h"

static bool
selection_has(const int *ids, size_t n, int id)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (ids[i] == id)
			return (true);
	}
	return (false);
}

/* One element of an array literal: quoted, so that any text will do. */
static void
selection_element(struct buf *list, const char *text)
{
	buf_text(list, list->len == 0 ? "{\"" : ",\"");
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buf_char(list, '\\');
		buf_char(list, *text);
	}
	buf_char(list, '"');
}

static const char *
selection_close(struct pipeline *p, struct buf *list)
{
	const char *text;

	buf_text(list, list->len == 0 ? "{}" : "}");
	text = arena_strdup(p->arena, buf_string(list));
	buf_cleanup(list);
	return (text);
}

/* What the other games of a single run were made of. */
static int
selection_kept(struct pipeline *p, struct selection *s, struct err *e)
{
	const char *values[] = {
	    pipeline_ids(p->arena, p->o->game_ids, p->o->games)};
	struct buf ids, paths;
	PGresult *res;
	int i;

	if (db_rows(p->conn, "run_kept_files", 1, values, &res, e) == -1)
		return (-1);
	buf_init(&ids, BUF_MAX_JSON);
	buf_init(&paths, BUF_MAX_JSON);
	for (i = 0; i < PQntuples(res); i++) {
		if (PQgetisnull(res, i, 1))
			selection_element(&paths, PQgetvalue(res, i, 0));
		else
			selection_element(&ids, PQgetvalue(res, i, 1));
	}
	PQclear(res);
	s->kept_ids = selection_close(p, &ids);
	s->kept_paths = selection_close(p, &paths);
	return (0);
}

/* Whether a kept game's file has to be read, since raw lost its version. */
static bool
selection_rereads(const struct selection *s, const struct input_file *file)
{
	struct buf element;
	bool found;

	buf_init(&element, BUF_MAX_LINE);
	selection_element(&element, file->path);
	found = strstr(s->kept_paths, buf_string(&element) + 1) != NULL;
	buf_cleanup(&element);
	return (found);
}

/*
 * Whether the run reads a file. The game of a save is in the save, whatever
 * its folder is called, so all of them are read.
 */
static bool
selection_reads(struct pipeline *p, const struct selection *s,
    const struct input_file *file)
{
	if (file->kind == INPUT_LEAGUE || file->kind == INPUT_SAVE)
		return (true);
	if (p->o->game_ids == NULL ||
	    selection_has(p->o->game_ids, p->o->games, file->game_id))
		return (!selection_has(
		    p->excluded, p->excluded_count, file->game_id));
	return (p->o->mode == ETL_SINGLE && selection_rereads(s, file));
}

/* The games left out: those of the request, then those of the file. */
static void
selection_exclude(struct pipeline *p, const struct input_list *list)
{
	int *ids;
	size_t i, n = p->o->excluded;

	ids = arena_alloc(
	    p->arena, (n + list->excluded_count + 1) * sizeof(*ids));
	if (n > 0)
		memcpy(ids, p->o->exclude_game_ids, n * sizeof(*ids));
	if (list->excluded_count > 0)
		memcpy(ids + n, list->excluded,
		    list->excluded_count * sizeof(*ids));
	p->excluded = ids;
	p->excluded_count = n + list->excluded_count;
	for (n = 0; n < p->o->excluded; n++) {
		for (i = 0; i < list->count; i++) {
			if (list->file[i].game_id == ids[n])
				break;
		}
		if (i == list->count)
			pipeline_log(p, ETL_WARNING, NULL,
			    "Game %d is excluded, but has no files", ids[n]);
	}
}

int
selection_find(struct pipeline *p, struct selection *out, struct err *e)
{
	struct input_list *list = &out->list;
	size_t i, n = 0;

	memset(out, 0, sizeof(*out));
	out->kept_ids = out->kept_paths = "{}";
	if (input_find(p->o->input_dir, list, e) == -1)
		return (-1);
	selection_exclude(p, list);
	if (p->o->mode == ETL_SINGLE && selection_kept(p, out, e) == -1)
		return (-1);
	for (i = 0; i < list->count; i++) {
		if (selection_reads(p, out, &list->file[i]))
			list->file[n++] = list->file[i];
	}
	list->count = n;
	return (0);
}

void
selection_cleanup(struct selection *s)
{
	input_list_cleanup(&s->list);
}

void
selection_announce(struct pipeline *p, const struct selection *s)
{
	struct etl_step step = {.kind = ETL_READ,
	    .state = ETL_STEP_PENDING,
	    .rows = -1,
	    .duration_ms = -1};
	size_t i;

	for (i = 0; i < s->list.count; i++) {
		step.name = s->list.file[i].path;
		pipeline_step(p, &step);
	}
}

/* A game that was asked for must have a workbook or a save. */
static int
selection_check_games(struct pipeline *p, struct err *e)
{
	const char *values[] = {
	    pipeline_ids(p->arena, p->o->game_ids, p->o->games),
	    pipeline_ids(p->arena, p->excluded, p->excluded_count)};
	PGresult *res;
	int rc = 0;

	if (p->o->game_ids == NULL)
		return (0);
	if (db_rows(p->conn, "run_games_missing", 2, values, &res, e) == -1)
		return (-1);
	if (PQntuples(res) > 0)
		rc = err_set(e, ERR_INPUT, "Game %s: no tracking data",
		    PQgetvalue(res, 0, 0));
	PQclear(res);
	return (rc);
}

int
selection_apply(struct pipeline *p, const struct selection *s,
    const struct extract_result *read, struct err *e)
{
	const char *values[4] = {NULL, NULL, s->kept_paths, s->kept_ids};
	char id[32];
	struct buf ids;
	size_t i;

	buf_init(&ids, BUF_MAX_JSON);
	for (i = 0; i < s->list.count; i++) {
		(void)snprintf(
		    id, sizeof(id), "%lld", (long long)read->file_id[i]);
		selection_element(&ids, id);
	}
	values[0] = p->files = selection_close(p, &ids);
	if (p->o->game_ids != NULL)
		values[1] = pipeline_ids(p->arena, p->o->game_ids, p->o->games);
	if (db_none(p->conn, "run_file_fill", 4, values, e) == -1)
		return (err_context(e, "input files"));
	return (selection_check_games(p, e));
}
