/*
 * test_graph: headers, identifiers, folders.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "etl/graph.h"
#include "unit/unit.h"

static struct arena *a;
static struct graph g;
static struct err e;

static void
setup(void)
{
	a = arena_new();
	graph_init(&g, a);
	err_clear(&e);
}

static void
teardown(void)
{
	arena_free(a);
}

static void
add(enum graph_kind kind, const char *name, const char *body)
{
	ck_assert_msg(
	    graph_add(&g, kind, arena_printf(a, "sql/%s.sql", name),
		arena_printf(a, "-- %s: a test.\n%s", name, body), &e) == 0,
	    "%s", e.text);
}

static const struct {
	const char *sql, *words;
} texts[] = {
    {"select a, b from c", "select a b from c "},
    {"a -- b\nc", "a c "},
    {"a /* b /* c */ d */ e", "a e "},
    {"'a' b 'it''s c' d", "b d "},
    {"\"a\" b", "b "},
    {"a.b c . d raw.events", "a c raw "},
    {"$$ a $$ b $x$ a $$ b $x$ c", "b c "},
    {"$1 a 12 b1", "a b1 "},
    {"count(*) - 1 / 2", "count "},
    {"'endless", ""},
    {"$x$ endless", ""},
    {"/* endless", ""},
    {"fact_events.event_id = 3", "fact_events "},
};

START_TEST(identifiers_are_found_outside_comments_and_strings)
{
	const char *at = texts[_i].sql, *word;
	char got[256] = "";
	size_t len, n;

	while ((len = graph_identifier(&at, &word)) > 0) {
		n = strlen(got);
		(void)snprintf(
		    got + n, sizeof(got) - n, "%.*s ", (int)len, word);
	}
	ck_assert_str_eq(got, texts[_i].words);
}
END_TEST

START_TEST(a_header_says_what_is_made_around_the_select)
{
	struct graph_node *n;

	ck_assert_int_eq(
	    graph_add(&g, GRAPH_TABLE, "sql/warehouse/x/fact_a.sql",
		"-- fact_a: what it is.\n"
		"-- More: words.\n"
		"-- note: still so.\n"
		"-- doc: page 1\n"
		"-- grain: one row\n"
		"-- key: game_id, player_id\n"
		"-- index: game_id\n"
		"-- index: a, b\n"
		"-- analyze: yes\n"
		"-- by: game\n"
		"-- keep: yes\n"
		"-- order: a, b\n"
		"\nselect 1;\n",
		&e),
	    0);
	n = graph_find(&g, "fact_a");
	ck_assert_ptr_nonnull(n);
	ck_assert_str_eq(n->title, "what it is. More: words. note: still so.");
	ck_assert_str_eq(n->grain, "one row");
	ck_assert_str_eq(n->key, "game_id, player_id");
	ck_assert_uint_eq(n->indexes, 2);
	ck_assert_str_eq(n->index[1], "a, b");
	ck_assert_str_eq(n->analyze, "yes");
	ck_assert(n->by_game && n->keep);
	ck_assert_str_eq(n->order, "a, b");
	ck_assert_str_eq(n->body, "select 1");
	ck_assert_ptr_null(n->seed);
}
END_TEST

static const struct {
	const char *text, *error;
} wrong[] = {
    {"select 1", "sql/a.sql: has no header"},
    {"-- a: x\n", "sql/a.sql: either a SELECT or a seed must stand there"},
    {"-- a: x\n-- seed: a.csv\nselect 1",
	"sql/a.sql: either a SELECT or a seed must stand there"},
    {"-- a: x\n-- by: team\nselect 1", "sql/a.sql: by team is not known"},
    {"-- a: x\n-- index: a\n-- index: a\n-- index: a\n-- index: a\n"
     "-- index: a\n-- index: a\n-- index: a\n-- index: a\n-- index: a\n"
     "select 1",
	"sql/a.sql: more than 8 indexes"},
};

START_TEST(a_file_that_is_no_node_is_refused)
{
	ck_assert_int_eq(
	    graph_add(&g, GRAPH_BASE, "sql/a.sql", wrong[_i].text, &e), -1);
	ck_assert_int_eq(e.code, ERR_CONFIG);
	ck_assert_str_eq(e.text, wrong[_i].error);
}
END_TEST

START_TEST(a_name_stands_once)
{
	add(GRAPH_BASE, "a", "select 1");
	ck_assert_int_eq(
	    graph_add(&g, GRAPH_TABLE, "other/a.sql", "-- a: x\nselect 1", &e),
	    -1);
	ck_assert_str_eq(e.text, "other/a.sql: there are two a");
}
END_TEST

static void
write_node(const char *dir, const char *folder, const char *name)
{
	char path[512];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, folder);
	(void)mkdir(path, 0755);
	if (name == NULL)
		return;
	(void)snprintf(path, sizeof(path), "%s/%s/%s.sql", dir, folder, name);
	ck_assert_ptr_nonnull(f = fopen(path, "w"));
	(void)fprintf(f, "-- %s: x\nselect 1\n", name);
	ck_assert_int_eq(fclose(f), 0);
}

START_TEST(the_folders_say_what_kind_a_node_is)
{
	char dir[] = "/tmp/graphXXXXXX";

	ck_assert_ptr_nonnull(mkdtemp(dir));
	ck_assert_int_eq(graph_load(&g, dir, false, &e), -1);
	write_node(dir, "base", "base_a");
	write_node(dir, "findings", "finding_a");
	write_node(dir, "warehouse", NULL);
	write_node(dir, "warehouse/one", "fact_a");
	write_node(dir, "warehouse/two", "dim_a");
	write_node(dir, "checks", "fact_a__is");
	ck_assert_msg(graph_load(&g, dir, true, &e) == 0, "%s", e.text);
	ck_assert_uint_eq(g.count, 5);
	ck_assert_int_eq(graph_find(&g, "base_a")->kind, GRAPH_BASE);
	ck_assert_int_eq(graph_find(&g, "finding_a")->kind, GRAPH_FINDING);
	ck_assert_int_eq(graph_find(&g, "dim_a")->kind, GRAPH_TABLE);
	ck_assert_int_eq(graph_find(&g, "fact_a__is")->kind, GRAPH_CHECK);
}
END_TEST

static Suite *
suite_graph(void)
{
	Suite *s = suite_create("graph");
	TCase *t = tcase_create("graph");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t,
	    identifiers_are_found_outside_comments_and_strings, 0,
	    sizeof(texts) / sizeof(texts[0]));
	tcase_add_test(t, a_header_says_what_is_made_around_the_select);
	tcase_add_loop_test(t, a_file_that_is_no_node_is_refused, 0,
	    sizeof(wrong) / sizeof(wrong[0]));
	tcase_add_test(t, a_name_stands_once);
	tcase_add_test(t, the_folders_say_what_kind_a_node_is);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_graph)
