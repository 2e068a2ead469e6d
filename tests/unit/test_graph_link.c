/*
 * test_graph_link: order, cycles, what is wanted, what an incremental run
 * relies on.
 */
#include <string.h>

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

START_TEST(nodes_stand_after_what_they_read)
{
	add(GRAPH_TABLE, "c", "select * from a join b using (x)");
	add(GRAPH_TABLE, "b", "select * from a -- not c");
	add(GRAPH_BASE, "a", "select 1");
	add(GRAPH_CHECK, "a__claim", "select * from a where a__claim");
	ck_assert_int_eq(graph_link(&g, &e), 0);
	ck_assert_str_eq(g.node[0]->name, "a");
	ck_assert_uint_eq(graph_find(&g, "c")->reads_count, 2);
	ck_assert_uint_eq(graph_find(&g, "b")->reads_count, 1);
	ck_assert_int_eq(graph_find(&g, "a")->depth, 2);
	ck_assert_int_eq(graph_find(&g, "b")->depth, 1);
	ck_assert_int_eq(graph_find(&g, "c")->depth, 0);
}
END_TEST

START_TEST(a_cycle_is_named)
{
	add(GRAPH_BASE, "a", "select * from d");
	add(GRAPH_BASE, "b", "select * from c");
	add(GRAPH_BASE, "c", "select * from d");
	add(GRAPH_BASE, "d", "select * from b");
	ck_assert_int_eq(graph_link(&g, &e), -1);
	ck_assert_str_eq(e.text, "cycle: d -> b -> c -> d");
}
END_TEST

START_TEST(only_targets_and_what_they_read_are_wanted)
{
	const char *names[] = {"b"}, *none[] = {"x"};

	add(GRAPH_BASE, "a", "select 1");
	add(GRAPH_BASE, "b", "select * from a");
	add(GRAPH_BASE, "c", "select * from b");
	ck_assert_int_eq(graph_link(&g, &e), 0);
	ck_assert_int_eq(graph_want(&g, names, 1, &e), 0);
	ck_assert(graph_find(&g, "a")->wanted);
	ck_assert(graph_find(&g, "b")->wanted);
	ck_assert(!graph_find(&g, "c")->wanted);
	ck_assert_int_eq(graph_want(&g, NULL, 0, &e), 0);
	ck_assert(graph_find(&g, "c")->wanted);
	ck_assert_int_eq(graph_want(&g, none, 1, &e), -1);
	ck_assert_str_eq(e.text, "there is no node x");
}
END_TEST

static void
add_by(enum graph_kind kind, const char *name, const char *by, const char *body)
{
	ck_assert_msg(
	    graph_add(&g, kind, arena_printf(a, "sql/%s.sql", name),
		arena_printf(a, "-- %s: x\n-- by: %s\n%s", name, by, body),
		&e) == 0,
	    "%s", e.text);
}

START_TEST(for_some_games_what_is_of_the_league_alone_is_not_wanted)
{
	add(GRAPH_BASE, "row", "select 1");
	add(GRAPH_TABLE, "dim", "select * from row");
	add(GRAPH_BASE, "roster", "select 1");
	ck_assert_int_eq(graph_add(&g, GRAPH_BASE, "sql/list.sql",
			     "-- list: x\n-- keep: yes\nselect 1", &e),
	    0);
	add(GRAPH_FINDING, "doubt", "select * from row");
	add_by(GRAPH_TABLE, "fact", "game", "select * from dim, roster, list");
	add_by(GRAPH_TABLE, "other", "game", "select * from fact");
	add(GRAPH_TABLE, "total", "select * from fact");
	ck_assert_int_eq(graph_link(&g, &e), 0);
	graph_want_games(&g);
	ck_assert(graph_find(&g, "fact")->wanted);
	ck_assert(graph_find(&g, "total")->wanted);
	ck_assert(graph_find(&g, "roster")->wanted);
	ck_assert(!graph_find(&g, "list")->wanted);
	ck_assert(!graph_find(&g, "dim")->wanted);
	ck_assert(!graph_find(&g, "row")->wanted);
	ck_assert(!graph_find(&g, "doubt")->wanted);
	ck_assert(graph_find(&g, "fact")->summed);
	ck_assert(!graph_find(&g, "other")->summed);
	ck_assert(!graph_find(&g, "dim")->summed);
}
END_TEST

/* Nodes `read` and `n`, which reads it, as their headers say. */
static const struct {
	const char *read, *n, *error;
} refused[] = {
    {"x", "by: game", NULL},
    {"by: game\n-- keep: yes", "x", NULL},
    {"by: game", "x",
	"sql/n.sql: of all games, but reads read, which is not kept"},
    {"by: game\n-- keep: yes", "by: player\n-- keep: yes", NULL},
    {"by: game, player", "by: player\n-- keep: yes",
	"sql/n.sql: of all games, but reads read, which is not kept"},
    {"by: game\n-- keep: yes", "by: player",
	"sql/n.sql: by player, but it is no step that is kept"},
    {"by: player\n-- keep: yes", "by: player\n-- keep: yes", NULL},
    {"by: player\n-- keep: yes", "x", NULL},
};

START_TEST(what_a_node_relies_on_must_hold_in_an_incremental_run)
{
	int rc;

	ck_assert_int_eq(graph_add(&g, GRAPH_BASE, "sql/read.sql",
			     arena_printf(a, "-- read: x\n-- %s\nselect 1",
				 refused[_i].read),
			     &e),
	    0);
	ck_assert_int_eq(
	    graph_add(&g, GRAPH_BASE, "sql/n.sql",
		arena_printf(
		    a, "-- n: x\n-- %s\nselect * from read", refused[_i].n),
		&e),
	    0);
	rc = graph_link(&g, &e);
	if (refused[_i].error == NULL)
		ck_assert_msg(rc == 0, "%s", e.text);
	else
		ck_assert_str_eq(e.text, refused[_i].error);
}
END_TEST

START_TEST(a_total_is_read_by_no_node_of_games_or_players)
{
	const char *by[] = {"game", "player\n-- keep: yes"};
	const char *error[] = {
	    "sql/n.sql: by game, but reads total, which is of all games",
	    "sql/n.sql: by player, but reads total, which is of all players"};

	add_by(GRAPH_TABLE, "fact", "game", "select 1");
	add(GRAPH_BASE, "total", "select * from fact");
	add_by(GRAPH_BASE, "n", by[_i], "select * from total");
	ck_assert_int_eq(graph_link(&g, &e), -1);
	ck_assert_str_eq(e.text, error[_i]);
}
END_TEST

START_TEST(nodes_of_players_wait_for_all_that_names_players)
{
	const char *part = "game, player\n-- keep: yes";
	const char *player = "player\n-- keep: yes";
	struct graph_node *one;

	add_by(GRAPH_BASE, "part", part, "select 1");
	add_by(GRAPH_BASE, "mate", part, "select 1");
	add_by(GRAPH_BASE, "trio", "game\n-- keep: yes", "select 1");
	add_by(GRAPH_BASE, "one", player, "select * from part");
	add_by(GRAPH_BASE, "two", player, "select * from one, mate, trio");
	add(GRAPH_TABLE, "total", "select * from two");
	ck_assert_msg(graph_link(&g, &e) == 0, "%s", e.text);
	one = graph_find(&g, "one");
	ck_assert_uint_eq(one->reads_count, 2);
	ck_assert(graph_find(&g, "part")->played);
	ck_assert(graph_find(&g, "trio")->played);
	ck_assert(!graph_find(&g, "part")->summed);
	ck_assert(graph_find(&g, "two")->summed && !one->summed);
	ck_assert(graph_of_players(one) && one->of_games);
	ck_assert(!graph_of_players(graph_find(&g, "mate")));
	ck_assert(graph_find(&g, "mate")->place < one->place);
}
END_TEST

START_TEST(a_graph_of_nothing_is_linked)
{
	ck_assert_int_eq(graph_link(&g, &e), 0);
}
END_TEST

static Suite *
suite_graph_link(void)
{
	Suite *s = suite_create("graph link");
	TCase *t = tcase_create("graph link");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, nodes_stand_after_what_they_read);
	tcase_add_test(t, a_cycle_is_named);
	tcase_add_test(t, only_targets_and_what_they_read_are_wanted);
	tcase_add_test(
	    t, for_some_games_what_is_of_the_league_alone_is_not_wanted);
	tcase_add_loop_test(t,
	    what_a_node_relies_on_must_hold_in_an_incremental_run, 0,
	    sizeof(refused) / sizeof(refused[0]));
	tcase_add_loop_test(
	    t, a_total_is_read_by_no_node_of_games_or_players, 0, 2);
	tcase_add_test(t, nodes_of_players_wait_for_all_that_names_players);
	tcase_add_test(t, a_graph_of_nothing_is_linked);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_graph_link)
