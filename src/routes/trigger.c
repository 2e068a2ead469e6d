/*
 * trigger: reading the request of an ETL job.
 */
#include "trigger.h"

#include <string.h>

#define GAMES_MAX 1000

struct games {
	int *ids; /* as given, duplicates left out */
	size_t count;
};

static const char *const modes[] = {
    "full", "incremental", "single", "test", NULL};
static const char *const sources[] = {"excel", "supabase", NULL};

static bool
contains(const struct games *g, int id)
{
	size_t i;

	for (i = 0; i < g->count; i++)
		if (g->ids[i] == id)
			return (true);
	return (false);
}

static void
read_games(struct mistakes *m, const char *name, const struct json *v,
    struct games *out)
{
	struct field f = field_body(name, v), element;
	const struct json *list, *item;
	int64_t id;
	size_t i = 0;

	if (!field_array(m, &f, 0, GAMES_MAX, &list))
		return;
	out->ids = arena_alloc(m->arena, (list->count + 1) * sizeof(int));
	for (item = list->child; item != NULL; item = item->next, i++) {
		element.name = arena_printf(m->arena, "%s[%zu]", name, i);
		element.body = item;
		element.query = NULL;
		if (field_integer(m, &element, 1, FIELD_ID_MAX, &id) &&
		    !contains(out, (int)id))
			out->ids[out->count++] = (int)id;
	}
}

static void
read_flag(
    struct mistakes *m, const struct json *options, const char *name, bool *out)
{
	const char *path = arena_printf(m->arena, "options.%s", name);
	struct field f = field_body(path, json_get(options, name));

	(void)field_boolean(m, &f, out);
}

static void
read_source(struct mistakes *m, const char *name, const struct json *v,
    const char **out)
{
	struct field f = field_body(name, v);

	(void)field_choice(m, &f, sources, out);
}

static bool
given(const struct json *v)
{
	return (v != NULL && v->type != JSON_NULL);
}

/* What the outer fields say wins over what the options say. */
static void
read_options(struct mistakes *m, const struct json *body,
    struct job_request *out, const char **source, struct games *excluded)
{
	struct field f = field_body("options", json_get(body, "options"));
	struct games inner = {NULL, 0};
	const char *inner_source = NULL;
	const struct json *o = NULL;

	if (!field_object(m, &f, &o))
		return;
	read_flag(m, o, "wipe", &out->wipe);
	read_flag(m, o, "upload_to_supabase", &out->upload);
	read_flag(m, o, "regenerate_schema", &out->schema);
	read_source(m, "options.source", json_get(o, "source"), &inner_source);
	read_games(m, "options.exclude_game_ids",
	    json_get(o, "exclude_game_ids"), &inner);
	if (inner_source != NULL && !given(json_get(body, "source")))
		*source = inner_source;
	if (!given(json_get(body, "exclude_game_ids")))
		*excluded = inner;
}

static void
check_games_left(
    struct mistakes *m, const struct games *games, const struct games *excluded)
{
	size_t i;

	if (games->count == 0)
		return;
	for (i = 0; i < games->count; i++)
		if (!contains(excluded, games->ids[i]))
			return;
	mistakes_add(
	    m, "No game is left: every id of game_ids is in exclude_game_ids");
}

static bool
is_empty(const struct json *v)
{
	return (!given(v) || (v->type == JSON_ARRAY && v->count == 0));
}

void
trigger_read(
    struct mistakes *m, const struct json *body, struct job_request *out)
{
	struct field mode = field_body("mode", json_get(body, "mode"));
	const struct json *named = json_get(body, "game_ids");
	struct games games = {NULL, 0}, excluded = {NULL, 0};
	const char *word = NULL, *source = sources[0];

	memset(out, 0, sizeof(*out));
	if (field_required(m, &mode))
		(void)field_choice(m, &mode, modes, &word);
	if (word != NULL)
		out->mode = (enum etl_mode)job_request_mode_of(word);
	if (word != NULL && out->mode == ETL_SINGLE && is_empty(named))
		mistakes_add(m, "Field game_ids is required for mode single");
	read_games(m, "game_ids", named, &games);
	read_source(m, "source", json_get(body, "source"), &source);
	read_games(m, "exclude_game_ids", json_get(body, "exclude_game_ids"),
	    &excluded);
	read_options(m, body, out, &source, &excluded);
	if (m->count == 0)
		check_games_left(m, &games, &excluded);
	out->staged = strcmp(source, "supabase") == 0;
	out->game_ids = games.count > 0 ? games.ids : NULL;
	out->games = games.count;
	out->exclude_game_ids = excluded.ids;
	out->excluded = excluded.count;
}
