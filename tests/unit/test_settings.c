/*
 * test_settings: defaults, ranges, what is refused, all mistakes at once.
 */
#include <string.h>

#include "core/settings.h"
#include "unit/unit.h"

static struct settings s;
static struct buf mistakes;
static struct err e;

static void
setup(void)
{
	const struct settings_row *row;
	size_t i;

	for (i = 0; (row = settings_row(i)) != NULL; i++)
		ck_assert_int_eq(unsetenv(row->name), 0);
	buf_init(&mistakes, BUF_MAX_LINE);
	err_clear(&e);
}

static void
teardown(void)
{
	buf_cleanup(&mistakes);
}

static int
load(void)
{
	buf_reset(&mistakes);
	return (settings_load(&s, &mistakes, &e));
}

START_TEST(without_an_environment_the_defaults_hold)
{
	ck_assert_int_eq(load(), 0);
	ck_assert(!s.production);
	ck_assert_str_eq(s.auth, "open");
	ck_assert_str_eq(s.host, "127.0.0.1");
	ck_assert_int_eq(s.port, 8000);
	ck_assert_int_eq(s.http_port, 0);
	ck_assert_str_eq(s.input_dir, "data/raw");
	ck_assert_str_eq(
	    s.cors_origins, "http://localhost:3000,http://localhost:8080");
	ck_assert_str_eq(s.trusted_proxies, "");
	ck_assert_ptr_null(s.database_url);
	ck_assert_int_eq(s.job_timeout_seconds, 3600);
	ck_assert_int_eq(s.rate_limit, 0);
	ck_assert(!s.export_pii);
}
END_TEST

START_TEST(production_has_defaults_of_its_own_and_wants_a_certificate)
{
	setenv("ENVIRONMENT", "production", 1);
	ck_assert_int_eq(load(), -1);
	ck_assert_ptr_nonnull(
	    strstr(mistakes.data, "TLS_CERT: production requires it\n"));
	ck_assert_ptr_nonnull(
	    strstr(mistakes.data, "TLS_KEY: production requires it\n"));
	ck_assert_ptr_nonnull(strstr(
	    mistakes.data, "AUTH: keys are not built yet: set AUTH=open\n"));
	setenv("TLS_CERT", "c.pem", 1);
	setenv("TLS_KEY", "k.pem", 1);
	setenv("AUTH", "open", 1);
	ck_assert_int_eq(load(), 0);
	ck_assert_str_eq(s.host, "0.0.0.0");
	ck_assert_str_eq(s.cors_origins, "");
	ck_assert_int_eq(s.rate_limit, 50);
}
END_TEST

static const struct {
	const char *name, *value, *line;
} refused[] = {
    {"ENVIRONMENT", "test", "ENVIRONMENT: must be development or production\n"},
    {"AUTH", "keys", "AUTH: keys are not built yet: set AUTH=open\n"},
    {"AUTH", "yes", "AUTH: must be open or keys\n"},
    {"PORT", "http", "PORT: must be a number\n"},
    {"PORT", "-1", "PORT: must be a number\n"},
    {"PORT", "80x", "PORT: must be a number\n"},
    {"PORT", "65536", "PORT: must be from 1 to 65535\n"},
    {"PORT", "99999999999999999999", "PORT: must be from 1 to 65535\n"},
    {"HTTP_PORT", "8000", "HTTP_PORT: is PORT's already\n"},
    {"HOST", "localhost",
	"HOST: must be an address such as 127.0.0.1 or 0.0.0.0\n"},
    {"MAX_CONCURRENT_JOBS", "2", "MAX_CONCURRENT_JOBS: only 1 is possible\n"},
    {"EXPORT_PII", "yes", "EXPORT_PII: must be 0 or 1\n"},
    {"LOG_LEVEL", "loud", "LOG_LEVEL: must be debug, info, warning or error\n"},
    {"CORS_ORIGINS", "localhost",
	"CORS_ORIGINS: each origin begins with https:// or http://\n"},
    {"CORS_ORIGINS", "https://a.example/",
	"CORS_ORIGINS: an origin is a scheme, a host and a port, no path\n"},
    {"CORS_ORIGINS", "https://a.example,,https://b.example",
	"CORS_ORIGINS: has an empty or endless part\n"},
    {"TRUSTED_PROXIES", "10.0.0.1,proxy",
	"TRUSTED_PROXIES: must be addresses, comma-separated\n"},
    {"SUPABASE_URL", "https://x.supabase.co",
	"SUPABASE_SERVICE_KEY: SUPABASE_URL and SUPABASE_SERVICE_KEY go "
	"together\n"},
    {"SUPABASE_SERVICE_KEY", "k",
	"SUPABASE_URL: SUPABASE_URL and SUPABASE_SERVICE_KEY go together\n"},
    {"TLS_CERT", "c.pem", "TLS_KEY: TLS_CERT and TLS_KEY go together\n"},
    {"DATABASE_URL", "localhost",
	"DATABASE_URL: must be postgresql://user:password@host:port/name\n"},
};

START_TEST(a_wrong_value_is_named_with_its_reason)
{
	setenv(refused[_i].name, refused[_i].value, 1);
	ck_assert_int_eq(load(), -1);
	ck_assert_int_eq(e.code, ERR_CONFIG);
	ck_assert_str_eq(mistakes.data, refused[_i].line);
	ck_assert(strncmp(e.text, refused[_i].line, strlen(e.text)) == 0);
}
END_TEST

static const char *const poolers[] = {
    "postgresql://u:p@pooler.supabase.com:6543/postgres",
    "postgres://u:p@h:6543",
    "postgres://u:p@h:6543?sslmode=require",
    "host=h port=6543 dbname=x",
    "host=h port = 6543",
    "postgres://u:p@h:5432/x?pgbouncer=true",
};

START_TEST(a_transaction_pooler_is_refused_by_name)
{
	setenv("DATABASE_URL", poolers[_i], 1);
	ck_assert_int_eq(load(), -1);
	ck_assert_str_eq(mistakes.data,
	    "DATABASE_URL: is a transaction pooler (port 6543), which keeps "
	    "no sessions: use the session port, 5432\n");
}
END_TEST

static const struct {
	const char *name, *value;
} accepted[] = {
    {"DATABASE_URL", "postgresql://u:p@h:5432/x"},
    {"DATABASE_URL", "host=/run dbname=x"},
    {"CORS_ORIGINS", "*"},
    {"CORS_ORIGINS", ""},
    {"CORS_ORIGINS", "https://a.example,http://localhost:3000"},
    {"TRUSTED_PROXIES", "10.0.0.1,::1"},
    {"HOST", "::"},
    {"PORT", ""},
    {"WORKERS", "2"},
    {"EXPORT_PII", "1"},
};

START_TEST(a_right_value_is_taken)
{
	setenv(accepted[_i].name, accepted[_i].value, 1);
	ck_assert_msg(load() == 0, "%s", e.text);
	ck_assert_uint_eq(mistakes.len, 0);
}
END_TEST

START_TEST(all_mistakes_are_reported_together)
{
	setenv("PORT", "0", 1);
	setenv("WORKERS", "65", 1);
	ck_assert_int_eq(load(), -1);
	ck_assert_str_eq(mistakes.data,
	    "PORT: must be from 1 to 65535\nWORKERS: must be from 0 to 64\n");
	ck_assert_str_eq(e.text, "PORT: must be from 1 to 65535");
}
END_TEST

START_TEST(the_input_directory_follows_the_data_directory)
{
	setenv("DATA_DIR", "/srv/league", 1);
	ck_assert_int_eq(load(), 0);
	ck_assert_str_eq(s.input_dir, "/srv/league/raw");
	setenv("INPUT_DIR", "/mnt/x", 1);
	ck_assert_int_eq(load(), 0);
	ck_assert_str_eq(s.input_dir, "/mnt/x");
}
END_TEST

START_TEST(a_value_is_shown_with_where_it_comes_from)
{
	bool given;
	size_t i = 0;

	while (strcmp(settings_row(i)->name, "RATE_LIMIT") != 0)
		i++;
	ck_assert_str_eq(settings_value(i, &given), "0");
	ck_assert(!given);
	setenv("ENVIRONMENT", "production", 1);
	ck_assert_str_eq(settings_value(i, &given), "50");
	setenv("RATE_LIMIT", "7", 1);
	ck_assert_str_eq(settings_value(i, &given), "7");
	ck_assert(given);
}
END_TEST

START_TEST(every_row_says_what_it_does)
{
	const struct settings_row *row;
	size_t i;

	for (i = 0; (row = settings_row(i)) != NULL; i++) {
		ck_assert_uint_gt(strlen(row->values), 0);
		ck_assert_int_eq(row->effect[strlen(row->effect) - 1], '.');
	}
	ck_assert_uint_eq(i, 25);
}
END_TEST

static Suite *
suite_settings(void)
{
	Suite *suite = suite_create("settings");
	TCase *t = tcase_create("settings");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, without_an_environment_the_defaults_hold);
	tcase_add_test(
	    t, production_has_defaults_of_its_own_and_wants_a_certificate);
	tcase_add_loop_test(t, a_wrong_value_is_named_with_its_reason, 0,
	    sizeof(refused) / sizeof(refused[0]));
	tcase_add_loop_test(t, a_transaction_pooler_is_refused_by_name, 0,
	    sizeof(poolers) / sizeof(poolers[0]));
	tcase_add_loop_test(t, a_right_value_is_taken, 0,
	    sizeof(accepted) / sizeof(accepted[0]));
	tcase_add_test(t, all_mistakes_are_reported_together);
	tcase_add_test(t, the_input_directory_follows_the_data_directory);
	tcase_add_test(t, a_value_is_shown_with_where_it_comes_from);
	tcase_add_test(t, every_row_says_what_it_does);
	suite_add_tcase(suite, t);
	return (suite);
}

UNIT_MAIN(suite_settings)
