/*
 * access: a line has what was asked and answered, and goes out whole.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "routes/access.h"
#include "unit.h"

START_TEST(lines_are_gathered_and_written_together)
{
	int ends[2], saved = dup(STDOUT_FILENO);
	char text[8192] = "";
	ssize_t n;

	ck_assert_int_eq(pipe(ends), 0);
	(void)fflush(stdout);
	(void)dup2(ends[1], STDOUT_FILENO);
	access_line("abc", "GET", "/api/jobs/{job_id}", 200, 1234, 56);
	access_line("def", "POST", "-", 404, 5, 22);
	access_flush();
	(void)dup2(saved, STDOUT_FILENO);
	n = read(ends[0], text, sizeof(text) - 1);
	ck_assert_int_gt(n, 0);
	ck_assert_ptr_nonnull(strstr(text,
	    " request=abc method=GET route=/api/jobs/{job_id} status=200 "
	    "ms=1.234 bytes=56\n"));
	ck_assert_ptr_nonnull(
	    strstr(text, " request=def method=POST route=- status=404 ms=0.005 "
			 "bytes=22\n"));
	(void)close(ends[0]);
	(void)close(ends[1]);
	(void)close(saved);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("access");
	TCase *c = tcase_create("access");

	tcase_add_test(c, lines_are_gathered_and_written_together);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
