/*
 * test_contract: reading sql/contract, and the words for a table that differs.
 */
#include <stdio.h>
#include <string.h>

#include "etl/contract.h"
#include "unit/unit.h"

static struct arena *a;
static struct contract c;
static struct err e;

static void
setup(void)
{
	a = arena_new();
	err_clear(&e);
}

static void
teardown(void)
{
	arena_free(a);
}

static void
write_file(const char *dir, const char *name, const char *text)
{
	char path[256];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	ck_assert_ptr_nonnull(f = fopen(path, "w"));
	(void)fputs(text, f);
	ck_assert_int_eq(fclose(f), 0);
}

/* Four files; NULL leaves one out. */
static int
load(
    const char *columns, const char *types, const char *keys, const char *links)
{
	char dir[] = "/tmp/contractXXXXXX";

	ck_assert_ptr_nonnull(mkdtemp(dir));
	if (columns != NULL)
		write_file(dir, "columns.json", columns);
	write_file(dir, "types.json", types);
	write_file(dir, "keys.json", keys);
	write_file(dir, "fkeys.json", links);
	return (contract_load(a, dir, &c, &e));
}

#define COLUMNS "{\"fact_b\": [\"x\", \"at\", \"t\"], \"dim_a\": [\"x\"]}"
#define TYPES                                                                  \
	"{\"fact_b\": {\"x\": \"integer\", \"at\": \"timestamptz\","           \
	" \"t\": \"time\"}, \"dim_a\": {\"x\": \"integer\"}}"
#define KEYS "{\"fact_b\": [\"x\", \"at\"], \"dim_a\": [\"x\"]}"
#define LINKS                                                                  \
	"[{\"child\": \"fact_b\", \"column\": \"x\", \"parent\": \"dim_a\","   \
	" \"parent_column\": \"x\", \"enforce\": true},"                       \
	" {\"child\": \"fact_b\", \"column\": \"t\", \"parent\": \"dim_a\","   \
	" \"parent_column\": \"x\", \"enforce\": false, \"why\": \"kept\"}]"

START_TEST(the_files_become_tables_with_types_as_postgresql_spells_them)
{
	const struct contract_table *t;

	ck_assert_msg(load(COLUMNS, TYPES, KEYS, LINKS) == 0, "%s", e.text);
	ck_assert_uint_eq(c.tables, 2);
	ck_assert_ptr_nonnull(t = contract_find(&c, "fact_b"));
	ck_assert_uint_eq(t->columns, 3);
	ck_assert_str_eq(t->column[0].name, "x");
	ck_assert_str_eq(t->column[1].type, "timestamp with time zone");
	ck_assert_str_eq(t->column[2].type, "time without time zone");
	ck_assert_str_eq(t->key, "x, at");
	ck_assert_ptr_null(contract_find(&c, "fact_z"));
	ck_assert_uint_eq(c.links, 2);
	ck_assert(c.link[0].enforced);
	ck_assert(!c.link[1].enforced);
	ck_assert_str_eq(c.link[1].why, "kept");
}
END_TEST

static const struct {
	const char *columns, *types, *keys, *links, *error;
} broken[] = {
    {NULL, TYPES, KEYS, LINKS, "columns.json"},
    {COLUMNS, "{", KEYS, LINKS, "types.json"},
    {COLUMNS, "{}", KEYS, LINKS, "fact_b.x has no type"},
    {COLUMNS, TYPES, "{}", LINKS, "fact_b has no key"},
    {COLUMNS, TYPES, KEYS, "[{\"child\": \"fact_b\"}]", "link 1 is not whole"},
};

START_TEST(a_contract_that_is_not_whole_is_refused)
{
	ck_assert_int_eq(load(broken[_i].columns, broken[_i].types,
			     broken[_i].keys, broken[_i].links),
	    -1);
	ck_assert_msg(strstr(e.text, broken[_i].error) != NULL, "%s", e.text);
}
END_TEST

static const struct {
	struct contract_column column[4];
	size_t columns;
	const char *key, *kind, *error;
} built[] = {
    {{{"x", "integer"}, {"y", "text"}}, 2, "x", NULL, NULL},
    {{{"x", "integer"}, {"z", "text"}}, 2, "x", "contract_columns",
	"fact_b: column 2 is z, not y"},
    {{{"x", "integer"}}, 1, "x", "contract_columns",
	"fact_b: 1 columns, not 2"},
    {{{"x", "integer"}, {"y", "text"}, {"z", "text"}}, 3, "x",
	"contract_columns", "fact_b: 3 columns, not 2"},
    {{{"x", "integer"}, {"y", "text"}}, 2, "x, y", "contract_columns",
	"fact_b: the key is x, y, not x"},
    {{{"x", "integer"}, {"y", "text"}}, 2, NULL, "contract_columns",
	"fact_b: the key is missing, not x"},
    {{{"x", "bigint"}, {"y", "text"}}, 2, "x", "contract_types",
	"fact_b: column x is bigint, not integer"},
};

START_TEST(a_difference_is_named)
{
	struct contract_column column[] = {{"x", "integer"}, {"y", "text"}};
	const struct contract_table t = {
	    .name = "fact_b", .column = column, .columns = 2, .key = "x"};
	const struct contract_built b = {.column = built[_i].column,
	    .columns = built[_i].columns,
	    .key = built[_i].key};
	const char *kind;

	if (built[_i].error == NULL) {
		ck_assert_int_eq(contract_check(&t, &b, &kind, &e), 0);
		return;
	}
	ck_assert_int_eq(contract_check(&t, &b, &kind, &e), -1);
	ck_assert_str_eq(kind, built[_i].kind);
	ck_assert_str_eq(e.text, built[_i].error);
}
END_TEST

START_TEST(an_empty_contract_finds_nothing)
{
	memset(&c, 0, sizeof(c));
	ck_assert_ptr_null(contract_find(&c, "fact_b"));
}
END_TEST

START_TEST(types_are_named_by_their_numbers)
{
	ck_assert_str_eq(contract_type_of(25), "text");
	ck_assert_str_eq(contract_type_of(701), "double precision");
	ck_assert_str_eq(contract_type_of(1184), "timestamp with time zone");
	ck_assert_str_eq(contract_type_of(2950), "another type");
}
END_TEST

static Suite *
suite_contract(void)
{
	Suite *s = suite_create("contract");
	TCase *t = tcase_create("contract");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(
	    t, the_files_become_tables_with_types_as_postgresql_spells_them);
	tcase_add_loop_test(t, a_contract_that_is_not_whole_is_refused, 0,
	    sizeof(broken) / sizeof(broken[0]));
	tcase_add_loop_test(
	    t, a_difference_is_named, 0, sizeof(built) / sizeof(built[0]));
	tcase_add_test(t, an_empty_contract_finds_nothing);
	tcase_add_test(t, types_are_named_by_their_numbers);
	suite_add_tcase(s, t);
	return (s);
}

UNIT_MAIN(suite_contract)
