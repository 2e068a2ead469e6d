/*
 * The command line as its user meets it: words, exit codes, a run on an
 * invented league, an interrupt.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/unit.h"

#define WORK "build/test-cli"

/* What the program printed, both streams; its exit code. */
struct answer {
	int code;
	char text[65536];
};

static const char *
program(void)
{
	static char path[256];
	const char *build = getenv("BUILD");

	(void)snprintf(path, sizeof(path), "%s/benchsight",
	    build != NULL ? build : "build");
	return (path);
}

/* Runs `benchsight ARGUMENTS` in a shell. */
static void
run(const char *arguments, struct answer *out)
{
	char command[1024];
	FILE *p;
	size_t n;
	int status;

	(void)snprintf(command, sizeof(command),
	    "DATA_DIR=" WORK "/data %s %s 2>&1", program(), arguments);
	p = popen(command, "r");
	ck_assert_ptr_nonnull(p);
	n = fread(out->text, 1, sizeof(out->text) - 1, p);
	out->text[n] = '\0';
	while (fgetc(p) != EOF)
		;
	status = pclose(p);
	out->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

START_TEST(wrong_usage_is_one_line_and_exit_code_2)
{
	static const struct {
		const char *arguments, *says;
	} cases[] = {
	    {"", "a command is missing"},
	    {"fly", "there is no command fly"},
	    {"etl --fly", "--fly is no option"},
	    {"etl here", "here is no option"},
	    {"etl --mode fast", "there is no mode fast"},
	    {"etl --mode single", "mode single needs --games"},
	    {"etl --games 1,x", "1,x is no list of game ids"},
	    {"etl --games 0", "0 is no list of game ids"},
	    {"etl --exclude 99999999999", "is no list of game ids"},
	    {"etl --data", "--data is no option, or lacks its value"},
	    {"sample", "one directory is needed"},
	    {"sample --games many x", "many is no number for --games"},
	    {"sample --seed -1 x", "-1 is no number for --seed"},
	    {"check --fly", "--fly is no option"},
	    {"version 2", "takes no arguments"},
	};
	static struct answer a;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		run(cases[i].arguments, &a);
		ck_assert_msg(
		    a.code == 2, "%s: %d", cases[i].arguments, a.code);
		ck_assert_msg(strstr(a.text, cases[i].says) != NULL, "%s: %s",
		    cases[i].arguments, a.text);
		ck_assert_ptr_eq(
		    strchr(a.text, '\n'), a.text + strlen(a.text) - 1);
	}
}
END_TEST

START_TEST(help_and_version_end_well)
{
	static const char *const arguments[] = {
	    "--help", "help", "-h", "etl --help", "sample -h", "check --help"};
	static struct answer a;
	size_t i;

	for (i = 0; i < sizeof(arguments) / sizeof(arguments[0]); i++) {
		run(arguments[i], &a);
		ck_assert_int_eq(a.code, 0);
		ck_assert_ptr_nonnull(strstr(a.text, "usage: benchsight"));
	}
	run("--version", &a);
	ck_assert_int_eq(a.code, 0);
	ck_assert_int_eq(strncmp(a.text, "benchsight ", 11), 0);
}
END_TEST

START_TEST(every_wrong_setting_is_named_at_once)
{
	static struct answer a;

	ck_assert_int_eq(setenv("PORT", "no", 1), 0);
	ck_assert_int_eq(setenv("RATE_LIMIT", "-1", 1), 0);
	ck_assert_int_eq(
	    setenv("SUPABASE_DB_URL", "postgresql://a:b@c/d", 1), 0);
	run("check", &a);
	ck_assert_int_eq(a.code, 3);
	ck_assert_ptr_nonnull(strstr(a.text, "PORT: "));
	ck_assert_ptr_nonnull(strstr(a.text, "RATE_LIMIT: "));
	ck_assert_ptr_null(strstr(a.text, "a:b@c"));
}
END_TEST

START_TEST(an_input_that_is_not_there_is_exit_code_5)
{
	static struct answer a;

	run("etl --data " WORK "/nowhere", &a);
	ck_assert_int_eq(a.code, 5);
	ck_assert_ptr_nonnull(strstr(a.text, WORK "/nowhere"));
	run("etl --data Makefile", &a);
	ck_assert_int_eq(a.code, 5);
}
END_TEST

START_TEST(a_database_that_is_not_there_is_exit_code_4)
{
	static struct answer a;

	ck_assert_int_eq(
	    setenv("DATABASE_URL", "postgresql://u:pw@127.0.0.1:1/x", 1), 0);
	run("check", &a);
	ck_assert_int_eq(a.code, 4);
	ck_assert_ptr_null(strstr(a.text, "pw@"));
}
END_TEST

START_TEST(an_invented_league_becomes_tables)
{
	static struct answer a;

	run("sample --games 1 --seed 7 " WORK "/league", &a);
	ck_assert_msg(a.code == 0, "%s", a.text);
	run("etl --data " WORK "/league --out " WORK "/out --findings " WORK
	    "/findings.json",
	    &a);
	ck_assert_msg(a.code == 0, "%s", a.text);
	ck_assert_ptr_nonnull(strstr(a.text, " tables, "));
	ck_assert_int_eq(access(WORK "/out/fact_events.csv", R_OK), 0);
	ck_assert_int_eq(access(WORK "/findings.json", R_OK), 0);
	run("etl --mode test --json --data " WORK "/league --out " WORK
	    "/none | tail -1",
	    &a);
	ck_assert_ptr_nonnull(strstr(a.text, "\"status\":\"completed\""));
	ck_assert_int_eq(access(WORK "/none/fact_events.csv", F_OK), -1);
}
END_TEST

/* Starts a run whose events come through the pipe. */
static pid_t
start(FILE **events)
{
	int ends[2];
	pid_t pid;

	ck_assert_int_eq(pipe(ends), 0);
	if ((pid = fork()) == 0) {
		(void)setenv("DATA_DIR", WORK "/data", 1);
		(void)dup2(ends[1], STDOUT_FILENO);
		(void)close(ends[0]);
		(void)close(ends[1]);
		(void)execl(program(), "benchsight", "etl", "--no-cache",
		    "--json", "--data", WORK "/league", "--out",
		    WORK "/stopped", (char *)NULL);
		_exit(127);
	}
	(void)close(ends[1]);
	*events = fdopen(ends[0], "r");
	return (pid);
}

START_TEST(an_interrupt_cancels_and_publishes_nothing)
{
	static char line[65536], last[65536];
	struct answer *a = calloc(1, sizeof(*a));
	FILE *events;
	pid_t pid;
	int status;

	run("sample --games 1 --seed 7 " WORK "/league", a);
	free(a);
	pid = start(&events);
	ck_assert_ptr_nonnull(fgets(line, sizeof(line), events));
	ck_assert_int_eq(kill(pid, SIGINT), 0);
	while (fgets(line, sizeof(line), events) != NULL)
		memcpy(last, line, sizeof(last));
	(void)fclose(events);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 7);
	ck_assert_ptr_nonnull(strstr(last, "\"status\":\"cancelled\""));
	ck_assert_int_eq(access(WORK "/stopped/fact_events.csv", F_OK), -1);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("cli");
	TCase *c = tcase_create("cli");

	tcase_set_timeout(c, 120);
	tcase_add_test(c, wrong_usage_is_one_line_and_exit_code_2);
	tcase_add_test(c, help_and_version_end_well);
	tcase_add_test(c, every_wrong_setting_is_named_at_once);
	tcase_add_test(c, an_input_that_is_not_there_is_exit_code_5);
	tcase_add_test(c, a_database_that_is_not_there_is_exit_code_4);
	tcase_add_test(c, an_invented_league_becomes_tables);
	tcase_add_test(c, an_interrupt_cancels_and_publishes_nothing);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
