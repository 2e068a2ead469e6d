/*
 * test_node_sql: the statements around a node.
 */
#include <string.h>

#include "etl/node_sql.h"
#include "unit/unit.h"

static struct buf sql;

static void
setup(void)
{
	buf_init(&sql, BUF_MAX_SQL);
}

static void
teardown(void)
{
	buf_cleanup(&sql);
}

static struct contract_column columns[] = {
    {"a", "integer"}, {"CAF", "boolean"}};
static const struct contract_table table = {
    .name = "dim_x", .column = columns, .columns = 2, .key = "a"};

START_TEST(a_table_is_made_keyed_indexed_and_commented)
{
	const struct graph_node n = {.name = "dim_x",
	    .kind = GRAPH_TABLE,
	    .title = "it's x.",
	    .key = "a",
	    .index = {"b, c"},
	    .indexes = 1,
	    .analyze = "b, c",
	    .body = "select 1 as a"};

	node_sql_build(&sql, &n, NULL, false);
	ck_assert_str_eq(buf_string(&sql),
	    "create table \"dim_x\" as\nselect 1 as a;\n"
	    "alter table \"dim_x\" add primary key (a);\n"
	    "create index on \"dim_x\" (b, c);\n"
	    "analyze \"dim_x\" (b, c);\n"
	    "select * from \"dim_x\" limit 0;\n"
	    "comment on table \"dim_x\" is 'it''s x.';\n");
}
END_TEST

START_TEST(a_table_is_commented_with_its_grain_and_columns)
{
	static const char *comment[] = {"it's a.", NULL};
	const struct contract_table t = {.name = "dim_x",
	    .column = columns,
	    .columns = 2,
	    .comment = comment};
	const struct graph_node n = {.name = "dim_x",
	    .kind = GRAPH_TABLE,
	    .title = "x.",
	    .grain = "one row per a",
	    .body = "select 1"};

	node_sql_build(&sql, &n, &t, false);
	ck_assert_str_eq(buf_string(&sql),
	    "create table \"dim_x\" as\nselect 1;\n"
	    "select * from \"dim_x\" limit 0;\n"
	    "comment on table \"dim_x\" is 'x. Grain: one row per a.';\n"
	    "comment on column \"dim_x\".\"a\" is 'it''s a.';\n");
}
END_TEST

START_TEST(a_step_is_only_made)
{
	const struct graph_node n = {
	    .name = "base_x", .kind = GRAPH_BASE, .body = "select 1"};
	const struct graph_node known = {.name = "base_x",
	    .kind = GRAPH_BASE,
	    .analyze = "yes",
	    .body = "select 1"};

	node_sql_build(&sql, &n, NULL, false);
	ck_assert_str_eq(buf_string(&sql),
	    "create unlogged table \"base_x\" as\nselect 1;\n");
	buf_reset(&sql);
	node_sql_build(&sql, &known, NULL, false);
	ck_assert_str_eq(buf_string(&sql),
	    "create unlogged table \"base_x\" as\nselect "
	    "1;\nanalyze \"base_x\";\n");
}
END_TEST

START_TEST(a_seed_has_the_columns_of_the_contract)
{
	const struct graph_node n = {
	    .name = "dim_x", .kind = GRAPH_BASE, .seed = "x.csv", .body = ""};

	node_sql_build(&sql, &n, &table, false);
	ck_assert_str_eq(buf_string(&sql),
	    "create table \"dim_x\" (\"a\" integer, \"CAF\" boolean);\n"
	    "copy \"dim_x\" from stdin with (format csv, header true);\n");
}
END_TEST

START_TEST(bad_keys_are_counted)
{
	const struct graph_node n = {
	    .name = "dim_x", .key = "a, b", .body = "select 1"};

	node_sql_bad_keys(&sql, &n);
	ck_assert_ptr_nonnull(strstr(buf_string(&sql),
	    "concat_ws(', ', a, b) as one from (\nselect 1\n) as built "
	    "group by a, b having count(*) > 1 or "
	    "not (row(a, b) is not null)"));
}
END_TEST

static const struct node_sql_run added = {
    .games = "g", .players = "p", .replaced = "{}"};
static const struct node_sql_run edited = {
    .games = "g", .players = "p", .replaced = "{1,2}"};

START_TEST(rows_of_some_games_go_into_a_table_that_stands)
{
	const struct graph_node n = {
	    .name = "fact_x", .kind = GRAPH_TABLE, .by_game = true};

	node_sql_merge(&sql, &n, &added);
	ck_assert_str_eq(buf_string(&sql),
	    "insert into warehouse.\"fact_x\" select * from "
	    "\"g\".\"fact_x\";\n");
	buf_reset(&sql);
	node_sql_merge(&sql, &n, &edited);
	ck_assert_str_eq(buf_string(&sql),
	    "delete from warehouse.\"fact_x\" where game_id = any "
	    "('{1,2}');\n"
	    "insert into warehouse.\"fact_x\" select * from "
	    "\"g\".\"fact_x\";\n");
	buf_reset(&sql);
	node_sql_count(&sql, &n, &edited);
	ck_assert_str_eq(buf_string(&sql),
	    "select count(*) from warehouse.\"fact_x\" where game_id = any "
	    "('{1,2}');\n");
}
END_TEST

START_TEST(rows_of_players_take_the_place_of_those_of_the_same_players)
{
	const struct graph_node n = {.name = "base_x",
	    .kind = GRAPH_BASE,
	    .by_player = true,
	    .keep = true};

	node_sql_merge(&sql, &n, &added);
	ck_assert_str_eq(buf_string(&sql),
	    "delete from kept.\"base_x\" where player_id in "
	    "(select player_id from \"p\".run_player);\n"
	    "insert into kept.\"base_x\" select * from \"p\".\"base_x\";\n");
	buf_reset(&sql);
	node_sql_whole(&sql, &n, &added);
	ck_assert_str_eq(buf_string(&sql),
	    "create view \"base_x\" as select * from kept.\"base_x\" where "
	    "true and player_id not in (select player_id from "
	    "\"p\".run_player) union all select * from \"p\".\"base_x\";\n");
}
END_TEST

START_TEST(a_view_shows_all_games_of_a_table_and_of_a_kept_step)
{
	struct graph_node n = {.name = "base_x",
	    .kind = GRAPH_BASE,
	    .by_game = true,
	    .keep = true};

	node_sql_whole(&sql, &n, &added);
	ck_assert_str_eq(buf_string(&sql),
	    "create view \"base_x\" as select * from kept.\"base_x\" where "
	    "true union all select * from \"g\".\"base_x\";\n");
	buf_reset(&sql);
	n.kind = GRAPH_TABLE;
	node_sql_whole(&sql, &n, &edited);
	ck_assert_str_eq(buf_string(&sql),
	    "create view \"base_x\" as select * from warehouse.\"base_x\" "
	    "where true and game_id <> all ('{1,2}') union all select * from "
	    "\"g\".\"base_x\";\n");
}
END_TEST

START_TEST(a_view_shows_the_players_of_a_run_where_rows_are_of_players)
{
	struct graph_node n = {.name = "base_x",
	    .kind = GRAPH_BASE,
	    .by_game = true,
	    .keep = true};

	node_sql_played(&sql, &n, &added);
	ck_assert_str_eq(buf_string(&sql),
	    "create view \"base_x\" as select * from kept.\"base_x\" where "
	    "true union all select * from \"g\".\"base_x\";\n");
	buf_reset(&sql);
	n.by_player = true;
	node_sql_played(&sql, &n, &edited);
	ck_assert_str_eq(buf_string(&sql),
	    "create view \"base_x\" as select * from kept.\"base_x\" where "
	    "true and game_id <> all ('{1,2}') and player_id in "
	    "(select player_id from \"p\".run_player) union all "
	    "select * from \"g\".\"base_x\";\n");
}
END_TEST

START_TEST(the_players_of_a_run_are_those_of_its_games_old_and_new)
{
	const struct graph_node n = {.name = "base_x",
	    .kind = GRAPH_BASE,
	    .by_game = true,
	    .by_player = true,
	    .keep = true};
	const struct graph_node *const played[] = {&n};

	node_sql_players(&sql, played, 1, &added);
	ck_assert_str_eq(buf_string(&sql),
	    "create table \"p\".run_player (player_id text);\n");
	buf_reset(&sql);
	node_sql_players(&sql, played, 1, &edited);
	ck_assert_str_eq(buf_string(&sql),
	    "create table \"p\".run_player (player_id text);\n"
	    "insert into \"p\".run_player select distinct player_id from "
	    "kept.\"base_x\" where game_id = any ('{1,2}') and player_id is "
	    "not null;\n");
	buf_reset(&sql);
	node_sql_add_players(&sql, &n, &added);
	ck_assert_str_eq(buf_string(&sql),
	    "insert into \"p\".run_player select distinct player_id from "
	    "\"g\".\"base_x\" where player_id is not null;\n");
}
END_TEST

START_TEST(a_table_of_all_games_takes_the_place_of_the_published_one)
{
	const struct graph_node n = {.name = "fact_x", .kind = GRAPH_TABLE};

	node_sql_replace(&sql, &n, "build_7");
	ck_assert_str_eq(buf_string(&sql),
	    "drop table warehouse.\"fact_x\";\nalter table "
	    "\"build_7\".\"fact_x\" set schema warehouse;\n");
	buf_reset(&sql);
	node_sql_keep(&sql, &n);
	ck_assert_str_eq(
	    buf_string(&sql), "alter table \"fact_x\" set schema kept;\n");
}
END_TEST

START_TEST(findings_go_to_one_table_with_their_node)
{
	struct graph_node n = {
	    .name = "finding_a", .kind = GRAPH_FINDING, .body = "select 1"};

	node_sql_build(&sql, &n, NULL, false);
	ck_assert_ptr_nonnull(
	    strstr(buf_string(&sql), "insert into finding (node, severity"));
	ck_assert_ptr_nonnull(strstr(buf_string(&sql),
	    "select 'finding_a', found.* from (\nselect 1\n) as found"));
	ck_assert_ptr_null(strstr(buf_string(&sql), "create table"));
}
END_TEST

START_TEST(checks_and_links_give_a_number_and_an_example)
{
	const struct graph_node n = {.name = "x__y", .body = "select 2"};
	const struct contract_link l = {.child = "fact_x",
	    .column = "a",
	    .parent = "dim_x",
	    .parent_column = "b"};

	node_sql_check(&sql, &n);
	ck_assert_ptr_nonnull(
	    strstr(buf_string(&sql), "with counter_example as (\nselect 2\n)"));
	buf_reset(&sql);
	node_sql_link(&sql, 7, &l);
	node_sql_link(&sql, 8, &l);
	ck_assert_ptr_nonnull(strstr(buf_string(&sql),
	    "select 7, count(*), min(value::text) from (select distinct "
	    "\"a\" as value from \"fact_x\") as child where value is not null "
	    "and not exists (select from \"dim_x\" as parent where "
	    "parent.\"b\" = child.value)\nunion all select 8, "));
}
END_TEST

START_TEST(an_export_spells_booleans_out)
{
	node_sql_export(&sql, "build_x", &table);
	ck_assert_str_eq(buf_string(&sql),
	    "copy (select \"a\", \"CAF\"::text as \"CAF\" from "
	    "\"build_x\".\"dim_x\") "
	    "to stdout with (format csv, header true)");
}
END_TEST

static Suite *
suite_node_sql(void)
{
	Suite *s = suite_create("node_sql");
	TCase *t = tcase_create("node_sql");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_table_is_made_keyed_indexed_and_commented);
	tcase_add_test(t, a_table_is_commented_with_its_grain_and_columns);
	tcase_add_test(t, a_step_is_only_made);
	tcase_add_test(t, a_seed_has_the_columns_of_the_contract);
	tcase_add_test(t, bad_keys_are_counted);
	tcase_add_test(t, rows_of_some_games_go_into_a_table_that_stands);
	tcase_add_test(t, a_view_shows_all_games_of_a_table_and_of_a_kept_step);
	tcase_add_test(
	    t, rows_of_players_take_the_place_of_those_of_the_same_players);
	tcase_add_test(
	    t, a_view_shows_the_players_of_a_run_where_rows_are_of_players);
	tcase_add_test(
	    t, the_players_of_a_run_are_those_of_its_games_old_and_new);
	tcase_add_test(
	    t, a_table_of_all_games_takes_the_place_of_the_published_one);
	tcase_add_test(t, findings_go_to_one_table_with_their_node);
	tcase_add_test(t, checks_and_links_give_a_number_and_an_example);
	tcase_add_test(t, an_export_spells_booleans_out);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_node_sql)
