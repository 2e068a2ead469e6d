/*
 * dsn: limits are added to any form of connection string.
 */
#include <libpq-fe.h>
#include <string.h>

#include "app/dsn.h"
#include "unit.h"

static const char *
option(PQconninfoOption *all, const char *keyword)
{
	for (; all->keyword != NULL; all++)
		if (strcmp(all->keyword, keyword) == 0)
			return (all->val);
	return (NULL);
}

struct sample {
	const char *conninfo;
	const char *host;
	const char *options; /* how they begin */
};

static const struct sample samples[] = {
    {"host='/a b/it\\'s' dbname=x connect_timeout=30", "/a b/it's",
	" -c statement_timeout=15000 "},
    {"postgresql://u:p%40@db.example:5433/x?options=-c%20geqo%3Doff",
	"db.example", "-c geqo=off -c statement_timeout=15000 "},
};

START_TEST(limits_join_what_was_there)
{
	const struct sample *c = &samples[_i];
	PQconninfoOption *all;
	struct buf b;
	struct err e;

	buf_init(&b, BUF_MAX_LINE);
	ck_assert_int_eq(dsn_with_limits(c->conninfo, 15000, &b, &e), 0);
	all = PQconninfoParse(buf_string(&b), NULL);
	ck_assert_ptr_nonnull(all);
	ck_assert_str_eq(option(all, "host"), c->host);
	ck_assert_str_eq(option(all, "dbname"), "x");
	ck_assert_str_eq(option(all, "connect_timeout"), "2");
	ck_assert_str_eq(option(all, "application_name"), "benchsight api");
	ck_assert(strncmp(option(all, "options"), c->options,
		      strlen(c->options)) == 0);
	PQconninfoFree(all);
	buf_cleanup(&b);
}
END_TEST

START_TEST(a_broken_string_is_not_repeated_in_the_error)
{
	struct buf b;
	struct err e;

	buf_init(&b, BUF_MAX_LINE);
	ck_assert_int_eq(
	    dsn_with_limits("password=secret nonsense", 1, &b, &e), -1);
	ck_assert_str_eq(e.text, "DATABASE_URL: is no connection string");
	buf_cleanup(&b);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("dsn");
	TCase *c = tcase_create("dsn");

	tcase_add_loop_test(c, limits_join_what_was_there, 0,
	    (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_test(c, a_broken_string_is_not_repeated_in_the_error);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
