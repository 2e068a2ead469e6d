/*
 * logger: the shape of a line, levels, and what never reaches it.
 */
#include "core/logger.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

static int saved = -1, ends[2];

/* Sends stderr into a pipe. */
static void
catch_start(void)
{
	ck_assert_int_eq(pipe(ends), 0);
	saved = dup(STDERR_FILENO);
	ck_assert_int_ge(dup2(ends[1], STDERR_FILENO), 0);
	(void)close(ends[1]);
}

/* What was written since; the pipe holds it all. */
static const char *
catch_end(void)
{
	static char caught[16384];
	ssize_t n;

	ck_assert_int_ge(dup2(saved, STDERR_FILENO), 0);
	(void)close(saved);
	n = read(ends[0], caught, sizeof(caught) - 1);
	ck_assert_int_ge((int)n, 0);
	caught[n] = '\0';
	(void)close(ends[0]);
	return (caught);
}

START_TEST(a_line_is_time_level_fields_and_message)
{
	const char *line;

	catch_start();
	logger_warning("job=abc ms=12", "table %s built", "fact_events");
	line = catch_end();
	ck_assert_int_eq(line[10], 'T');
	ck_assert_int_eq(line[19], '.');
	ck_assert_int_eq(line[23], 'Z');
	ck_assert_str_eq(
	    line + 24, " warning job=abc ms=12 table fact_events built\n");
}
END_TEST

START_TEST(lines_below_the_level_are_dropped)
{
	const char *lines;

	catch_start();
	logger_debug(NULL, "not seen");
	logger_level(LOG_ERROR_);
	logger_info(NULL, "not seen either");
	logger_error(NULL, "seen");
	logger_level(LOG_DEBUG_);
	logger_debug(NULL, "seen too");
	lines = catch_end();
	ck_assert_ptr_null(strstr(lines, "not seen"));
	ck_assert_ptr_nonnull(strstr(lines, " error seen\n"));
	ck_assert_ptr_nonnull(strstr(lines, " debug seen too\n"));
}
END_TEST

START_TEST(secrets_are_redacted)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
	    {"open postgres://u:p@h/db now", "open postgres://*** now"},
	    {"PostgreSQL://u:p@h", "PostgreSQL://***"},
	    {"Authorization: Bearer abc.def", "Authorization: Bearer ***"},
	    {"host=x password=hunter2 port=1", "host=x password=*** port=1"},
	    {"nothing to hide", "nothing to hide"},
	};
	const char *line;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		catch_start();
		logger_info(NULL, "%s", cases[i].in);
		line = catch_end();
		ck_assert_ptr_nonnull(strstr(line, cases[i].out));
		ck_assert_ptr_null(strstr(line, "hunter2"));
	}
}
END_TEST

START_TEST(a_message_stays_one_line_of_bounded_length)
{
	char text[10000];
	const char *line;

	memset(text, 'x', sizeof(text) - 1);
	text[0] = '\n';
	text[1] = '\033';
	text[sizeof(text) - 1] = '\0';
	catch_start();
	logger_info(text, "%s", text);
	line = catch_end();
	ck_assert_uint_lt(strlen(line), 4097);
	ck_assert_ptr_eq(strchr(line, '\n'), line + strlen(line) - 1);
	ck_assert_ptr_null(strchr(line, '\033'));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("logger");
	TCase *c = tcase_create("logger");

	tcase_add_test(c, a_line_is_time_level_fields_and_message);
	tcase_add_test(c, lines_below_the_level_are_dropped);
	tcase_add_test(c, secrets_are_redacted);
	tcase_add_test(c, a_message_stays_one_line_of_bounded_length);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
