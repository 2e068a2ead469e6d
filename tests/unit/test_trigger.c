/*
 * trigger: the table of API.md 4.3, its defaults and its mistakes.
 */
#include <string.h>

#include "routes/trigger.h"
#include "unit.h"

struct sample {
	const char *body;
	const char *request; /* NULL: refused */
	const char *said;    /* mistakes with | between */
};

#define OPTIONS(w, u, s)                                                       \
	",\"options\":{\"wipe\":" w ",\"upload_to_supabase\":" u               \
	",\"regenerate_schema\":" s "}}"
#define NO OPTIONS("false", "false", "false")
#define FULL(games, source, excluded)                                          \
	"{\"mode\":\"full\",\"game_ids\":[" games "],\"source\":\"" source     \
	"\",\"exclude_game_ids\":[" excluded "]"

static const struct sample samples[] = {
    {"{\"mode\":\"full\"}", FULL("", "excel", "") NO, ""},
    {"{\"mode\":\"full\",\"game_ids\":[18969,\"18977\",18969],"
     "\"source\":\"excel\",\"exclude_game_ids\":[18965],"
     "\"options\":{\"wipe\":false,\"upload_to_supabase\":true},\"x\":1}",
	FULL("18969,18977", "excel", "18965") OPTIONS("false", "true", "false"),
	""},
    {"{\"mode\":\"full\",\"game_ids\":null,\"options\":null}",
	FULL("", "excel", "") NO, ""},
    {"{\"mode\":\"full\",\"options\":{\"source\":\"supabase\","
     "\"exclude_game_ids\":[5],\"wipe\":true}}",
	FULL("", "supabase", "5") OPTIONS("true", "false", "false"), ""},
    {"{\"mode\":\"full\",\"source\":\"excel\",\"exclude_game_ids\":[],"
     "\"options\":{\"source\":\"supabase\",\"exclude_game_ids\":[5]}}",
	FULL("", "excel", "") NO, ""},
    {"{}", NULL, "Field mode is required"},
    {"{\"mode\":null}", NULL, "Field mode is required"},
    {"{\"mode\":1}", NULL, "Field mode must be a string"},
    {"{\"mode\":\"Full\"}", NULL,
	"Invalid mode: Full. Must be one of full, incremental, single, test"},
    {"{\"mode\":\"single\"}", NULL,
	"Field game_ids is required for mode single"},
    {"{\"mode\":\"single\",\"game_ids\":[]}", NULL,
	"Field game_ids is required for mode single"},
    {"{\"mode\":\"single\",\"game_ids\":7}", NULL,
	"Field game_ids must be an array"},
    {"{\"mode\":\"full\",\"game_ids\":[5,0,null,\"x\"]}", NULL,
	"Field game_ids[1] must be between 1 and 2147483647|"
	"Field game_ids[2] must be an integer|"
	"Field game_ids[3] must be an integer"},
    {"{\"mode\":\"full\",\"game_ids\":[5,6],\"exclude_game_ids\":[6,5]}", NULL,
	"No game is left: every id of game_ids is in exclude_game_ids"},
    {"{\"mode\":\"full\",\"source\":\"csv\",\"options\":7}", NULL,
	"Invalid source: csv. Must be one of excel, supabase|"
	"Field options must be an object"},
    {"{\"options\":{\"exclude_game_ids\":[true],\"source\":\"x\","
     "\"regenerate_schema\":\"no\",\"wipe\":1}}",
	NULL,
	"Field mode is required|"
	"Field options.wipe must be true or false|"
	"Field options.regenerate_schema must be true or false|"
	"Invalid options.source: x. Must be one of excel, supabase|"
	"Field options.exclude_game_ids[0] must be an integer"},
};

START_TEST(a_body_becomes_a_request_or_a_list_of_mistakes)
{
	const struct sample *c = &samples[_i];
	struct mistakes m = {.arena = arena_new()};
	struct job_request request;
	const struct json *body;
	const char *said = "";
	struct buf b;
	struct err e;
	size_t i;

	ck_assert_int_eq(
	    json_parse(m.arena, c->body, strlen(c->body), &body, &e), 0);
	trigger_read(&m, body, &request);
	for (i = 0; i < m.count; i++)
		said = arena_printf(
		    m.arena, "%s%s%s", said, i == 0 ? "" : "|", m.texts[i]);
	ck_assert_str_eq(said, c->said);
	buf_init(&b, BUF_MAX_LINE);
	if (c->request != NULL) {
		job_request_write(&request, &b);
		ck_assert_str_eq(buf_string(&b), c->request);
	}
	buf_cleanup(&b);
	arena_free(m.arena);
}
END_TEST

START_TEST(a_thousand_games_may_be_named)
{
	struct mistakes m = {.arena = arena_new()};
	struct job_request request;
	const struct json *body;
	struct buf b;
	struct err e;
	int i;

	buf_init(&b, BUF_MAX_JSON);
	buf_text(&b, "{\"mode\":\"full\",\"game_ids\":[1");
	for (i = 2; i <= 1000; i++)
		buf_printf(&b, ",%d", i);
	buf_text(&b, "]}");
	ck_assert_int_eq(json_parse(m.arena, b.data, b.len, &body, &e), 0);
	trigger_read(&m, body, &request);
	ck_assert_uint_eq(request.games, 1000);
	b.len -= 2;
	buf_text(&b, ",1]}");
	ck_assert_int_eq(json_parse(m.arena, b.data, b.len, &body, &e), 0);
	trigger_read(&m, body, &request);
	ck_assert_str_eq(
	    m.texts[0], "Field game_ids must have 0 to 1000 items");
	buf_cleanup(&b);
	arena_free(m.arena);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("trigger");
	TCase *c = tcase_create("trigger");

	tcase_add_loop_test(c, a_body_becomes_a_request_or_a_list_of_mistakes,
	    0, (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_test(c, a_thousand_games_may_be_named);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
