/*
 * path: splitting, decoding and matching as API.md 1.1 says.
 */
#include <string.h>

#include "routes/path.h"
#include "unit.h"

struct sample {
	const char *raw;
	enum path_verdict verdict;
	const char *joined; /* segments with | between, where it is PATH_OK */
	bool trailing;
};

static const struct sample samples[] = {
    {"/", PATH_OK, "", false},
    {"/api/health", PATH_OK, "api|health", false},
    {"/api/health/", PATH_OK, "api|health", true},
    {"/api/%68ealth", PATH_OK, "api|health", false},
    {"/a%2Fb", PATH_OK, "a/b", false},
    {"/a+b", PATH_OK, "a+b", false},
    {"/%C3%A9", PATH_OK, "\xc3\xa9", false},
    {"/%2568", PATH_OK, "%68", false},
    {"/a%00", PATH_MALFORMED, NULL, false},
    {"/a%0", PATH_MALFORMED, NULL, false},
    {"/a%", PATH_MALFORMED, NULL, false},
    {"/a%zz", PATH_MALFORMED, NULL, false},
    {"/%ff", PATH_MALFORMED, NULL, false},
    {"/%c0%af", PATH_MALFORMED, NULL, false},
    {"/a//%zz", PATH_MALFORMED, NULL, false},
    {"/a//b", PATH_IMPOSSIBLE, NULL, false},
    {"//", PATH_IMPOSSIBLE, NULL, false},
    {"/a/./b", PATH_IMPOSSIBLE, NULL, false},
    {"/a/../b", PATH_IMPOSSIBLE, NULL, false},
    {"/a/%2e%2E/b", PATH_IMPOSSIBLE, NULL, false},
    {"/1/2/3/4/5/6/7/8/9/a/b/c/d/e/f/g/h", PATH_IMPOSSIBLE, NULL, false},
    {"*", PATH_IMPOSSIBLE, NULL, false},
    {"", PATH_IMPOSSIBLE, NULL, false},
};

START_TEST(a_path_is_split_and_decoded_once)
{
	const struct sample *c = &samples[_i];
	struct arena *a = arena_new();
	const char *joined = "";
	struct path p;
	size_t i;

	ck_assert_msg(path_split(a, c->raw, &p) == c->verdict, "%s", c->raw);
	if (c->verdict == PATH_OK) {
		for (i = 0; i < p.count; i++)
			joined = arena_printf(a, "%s%s%s", joined,
			    i == 0 ? "" : "|", p.segments[i]);
		ck_assert_str_eq(joined, c->joined);
		ck_assert_int_eq(p.trailing_slash, c->trailing);
	}
	arena_free(a);
}
END_TEST

struct pattern {
	const char *raw;
	const char *pattern;
	bool matches;
	const char *param;
};

static const struct pattern patterns[] = {
    {"/api/jobs", "/api/jobs", true, NULL},
    {"/api/jobs/x", "/api/jobs", false, NULL},
    {"/api", "/api/jobs", false, NULL},
    {"/api/jobs/abc", "/api/jobs/{job_id}", true, "abc"},
    {"/api/jobs/abc/logs", "/api/jobs/{job_id}/logs", true, "abc"},
    {"/api/jobs/abc/log", "/api/jobs/{job_id}/logs", false, NULL},
    {"/api/jobs/abc/logs", "/api/jobs/{job_id}", false, NULL},
    {"/API/jobs", "/api/jobs", false, NULL},
    {"/", "/", true, NULL},
    {"/", "/api", false, NULL},
};

START_TEST(a_pattern_matches_whole_segments)
{
	const struct pattern *c = &patterns[_i];
	struct arena *a = arena_new();
	const char *param = NULL;
	struct path p;

	ck_assert_int_eq(path_split(a, c->raw, &p), PATH_OK);
	ck_assert_msg(path_match(&p, c->pattern, &param) == c->matches, "%s %s",
	    c->raw, c->pattern);
	ck_assert_pstr_eq(c->matches ? param : NULL, c->param);
	arena_free(a);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("path");
	TCase *c = tcase_create("path");

	tcase_add_loop_test(c, a_path_is_split_and_decoded_once, 0,
	    (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_loop_test(c, a_pattern_matches_whole_segments, 0,
	    (int)(sizeof(patterns) / sizeof(patterns[0])));
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
