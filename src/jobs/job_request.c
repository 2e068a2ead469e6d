/*
 * job_request: between the JSON of a job's row and what a run is told.
 */
#include "jobs/job_request.h"

#include <limits.h>
#include <string.h>

#include "core/json.h"

static const char *const modes[] = {
    [ETL_FULL] = "full",
    [ETL_INCREMENTAL] = "incremental",
    [ETL_SINGLE] = "single",
    [ETL_TEST] = "test",
};

const char *
job_request_mode_name(enum etl_mode mode)
{
	return (modes[mode]);
}

int
job_request_mode_of(const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < sizeof(modes) / sizeof(modes[0]); i++) {
		if (strcmp(modes[i], name) == 0)
			return ((int)i);
	}
	return (-1);
}

static bool
absent(const struct json *v)
{
	return (v == NULL || v->type == JSON_NULL);
}

/* An array of game ids; *out stays NULL when the field is absent. */
static int
parse_games(struct arena *a, const struct json *v, const int **out,
    size_t *count, struct err *e)
{
	const struct json *item;
	int *ids;
	size_t n = 0;

	if (absent(v))
		return (0);
	if (v->type != JSON_ARRAY)
		return (err_set(e, ERR_INPUT, "game ids are not an array"));
	ids = arena_alloc(a, (v->count + 1) * sizeof(*ids));
	for (item = v->child; item != NULL; item = item->next) {
		if (item->type != JSON_NUMBER || item->number < 1 ||
		    item->number > INT_MAX)
			return (err_set(e, ERR_INPUT,
			    "item %zu of the game ids is no game id", n));
		ids[n++] = (int)item->number;
	}
	*out = ids;
	*count = n;
	return (0);
}

static bool
flag(const struct json *options, const char *key)
{
	const struct json *v = json_get(options, key);

	return (v != NULL && v->type == JSON_BOOLEAN && v->boolean);
}

int
job_request_parse(
    struct arena *a, const char *text, struct job_request *out, struct err *e)
{
	const struct json *root, *v, *options;
	int mode;

	*out = (struct job_request){.mode = ETL_FULL};
	if (json_parse(a, text, strlen(text), &root, e) == -1)
		return (err_context(e, "request"));
	if (!absent(v = json_get(root, "mode"))) {
		mode =
		    v->type == JSON_STRING ? job_request_mode_of(v->text) : -1;
		if (mode == -1)
			return (err_set(
			    e, ERR_INPUT, "the request's mode is unknown"));
		out->mode = (enum etl_mode)mode;
	}
	if (parse_games(a, json_get(root, "game_ids"), &out->game_ids,
		&out->games, e) == -1 ||
	    parse_games(a, json_get(root, "exclude_game_ids"),
		&out->exclude_game_ids, &out->excluded, e) == -1)
		return (-1);
	/* An empty list narrows nothing. */
	if (out->games == 0)
		out->game_ids = NULL;
	v = json_get(root, "source");
	out->staged = v != NULL && v->type == JSON_STRING &&
		      strcmp(v->text, "supabase") == 0;
	options = json_get(root, "options");
	out->wipe = flag(options, "wipe");
	out->upload = flag(options, "upload_to_supabase");
	out->schema = flag(options, "regenerate_schema");
	return (0);
}

static void
write_games(struct json_out *o, const char *key, const int *ids, size_t count)
{
	size_t i;

	json_key(o, key);
	json_array(o);
	for (i = 0; i < count; i++)
		json_integer(o, ids[i]);
	json_array_end(o);
}

void
job_request_write(const struct job_request *r, struct buf *out)
{
	struct json_out o;

	json_begin(&o, out);
	json_object(&o);
	json_key(&o, "mode");
	json_string(&o, job_request_mode_name(r->mode));
	write_games(&o, "game_ids", r->game_ids, r->games);
	json_key(&o, "source");
	json_string(&o, r->staged ? "supabase" : "excel");
	write_games(&o, "exclude_game_ids", r->exclude_game_ids, r->excluded);
	json_key(&o, "options");
	json_object(&o);
	json_key(&o, "wipe");
	json_boolean(&o, r->wipe);
	json_key(&o, "upload_to_supabase");
	json_boolean(&o, r->upload);
	json_key(&o, "regenerate_schema");
	json_boolean(&o, r->schema);
	json_object_end(&o);
	json_object_end(&o);
}
