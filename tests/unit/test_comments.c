/*
 * test_comments: reading sql/comments beside the contract, and the words for
 * a file that does not fit it.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "etl/comments.h"
#include "unit/unit.h"

static struct arena *a;
static struct graph g;
static struct err e;

static struct contract_column of_a[] = {{"id", "text"}, {"x", "integer"}};
static struct contract_column of_b[] = {
    {"id", "text"}, {"y", "integer"}, {"x", "integer"}};
static struct contract_column of_c[] = {{"id", "text"}};
static struct contract_table tables[] = {
    {.name = "dim_c", .column = of_c, .columns = 1},
    {.name = "fact_a", .column = of_a, .columns = 2},
    {.name = "fact_b", .column = of_b, .columns = 3},
};
static struct contract c = {.table = tables, .tables = 3};

static void
setup(void)
{
	static const char *const path[] = {"sql/warehouse/events/fact_a.sql",
	    "sql/warehouse/events/fact_b.sql", "sql/warehouse/codes/dim_c.sql",
	    "sql/base/events/base_d.sql"};
	size_t i;

	a = arena_new();
	err_clear(&e);
	graph_init(&g, a);
	for (i = 0; i < sizeof(path) / sizeof(path[0]); i++)
		ck_assert_int_eq(
		    graph_add(&g, i == 3 ? GRAPH_BASE : GRAPH_TABLE, path[i],
			"-- x: x\nselect 1", &e),
		    0);
}

static void
teardown(void)
{
	arena_free(a);
}

/* A directory with one file. */
static int
load(const char *name, const char *text)
{
	char dir[] = "/tmp/commentsXXXXXX", path[256];
	FILE *f;
	int rc;

	ck_assert_ptr_nonnull(mkdtemp(dir));
	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	ck_assert_ptr_nonnull(f = fopen(path, "w"));
	(void)fputs(text, f);
	ck_assert_int_eq(fclose(f), 0);
	rc = comments_load(a, dir, &g, &c, &e);
	(void)unlink(path);
	(void)rmdir(dir);
	return (rc);
}

#define HEADER "table,column,comment\n"

START_TEST(each_column_gets_its_row_or_that_of_the_area)
{
	ck_assert_msg(
	    load("events.csv", HEADER "*,x,\"Shared, by all.\"\n*,id,Key.\n"
				      "fact_b,x,Own x.\n") == 0,
	    "%s", e.text);
	ck_assert_str_eq(tables[1].comment[0], "Key.");
	ck_assert_str_eq(tables[1].comment[1], "Shared, by all.");
	ck_assert_str_eq(tables[2].comment[0], "Key.");
	ck_assert_str_eq(tables[2].comment[2], "Own x.");
}
END_TEST

START_TEST(what_no_row_speaks_of_has_no_comment)
{
	ck_assert_int_eq(load("events.csv", HEADER "fact_b,y,Why.\n"), 0);
	ck_assert_ptr_null(tables[2].comment[0]);
	ck_assert_str_eq(tables[2].comment[1], "Why.");
	ck_assert_ptr_null(tables[0].comment[0]);
	ck_assert_int_eq(load("notes.txt", "no comments"), 0);
}
END_TEST

static const struct {
	const char *name, *text, *error;
} wrong[] = {
    {"events.csv", "table,column\n", "the header is not table,column,comment"},
    {"events.csv", "table,comment,column\n",
	"the header is not table,column,comment"},
    {"events.csv", "table,column,comment,more\n",
	"the header is not table,column,comment"},
    {"events.csv", HEADER "fact_a,x\n", "row 2: no comment"},
    {"events.csv", HEADER ",x,Words.\n", "row 2: no table"},
    {"events.csv", HEADER "fact_a,,Words.\n", "row 2: no column"},
    {"events.csv", HEADER "fact_z,x,Words.\n",
	"row 2: there is no table events/fact_z"},
    {"events.csv", HEADER "dim_c,id,Words.\n",
	"row 2: there is no table events/dim_c"},
    {"vents.csv", HEADER "fact_a,x,Words.\n",
	"row 2: there is no table vents/fact_a"},
    {"events.csv", HEADER "base_d,x,Words.\n",
	"row 2: there is no table events/base_d"},
    {"events.csv", HEADER "fact_a,x,X.\nfact_a,y,Y.\n",
	"row 3: fact_a has no column y"},
    {"events.csv", HEADER "fact_a,x,X.\nfact_a,id,Id.\nfact_a,x,X.\n",
	"row 4: fact_a.x stands twice"},
    {"events.csv", HEADER "*,x,X.\n*,x,X.\n", "row 3: *.x stands twice"},
    {"events.csv", HEADER "*,z,Z.\n", "row 2: *.z speaks for no column"},
    {"codes.csv", HEADER "*,id,Id.\ndim_c,id,Id.\n",
	"row 2: *.id speaks for no column"},
    {"events.csv", HEADER "fact_a,x,\"X.\n", "csv"},
};

START_TEST(a_file_that_does_not_fit_is_refused_with_its_place)
{
	ck_assert_int_eq(load(wrong[_i].name, wrong[_i].text), -1);
	ck_assert_msg(strstr(e.text, wrong[_i].error) != NULL, "%s", e.text);
	ck_assert_ptr_nonnull(strstr(e.text, wrong[_i].name));
}
END_TEST

START_TEST(a_missing_directory_is_named)
{
	ck_assert_int_eq(comments_load(a, "/nowhere/comments", &g, &c, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "/nowhere/comments"));
}
END_TEST

static Suite *
suite_comments(void)
{
	Suite *s = suite_create("comments");
	TCase *t = tcase_create("comments");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, each_column_gets_its_row_or_that_of_the_area);
	tcase_add_test(t, what_no_row_speaks_of_has_no_comment);
	tcase_add_loop_test(t,
	    a_file_that_does_not_fit_is_refused_with_its_place, 0,
	    sizeof(wrong) / sizeof(wrong[0]));
	tcase_add_test(t, a_missing_directory_is_named);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_comments)
