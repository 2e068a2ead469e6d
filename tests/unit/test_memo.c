/*
 * memo: what was put is found; the table does not grow.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "routes/memo.h"
#include "unit.h"

START_TEST(a_job_is_found_under_its_own_id_only)
{
	struct memo *m = memo_new();
	size_t len = 0;

	ck_assert_ptr_null(memo_get(m, "abc", &len));
	memo_put(m, "abc", "{\"job_id\":\"abc\"}");
	ck_assert_str_eq(memo_get(m, "abc", &len), "{\"job_id\":\"abc\"}");
	ck_assert_uint_eq(len, 16);
	ck_assert_ptr_null(memo_get(m, "abd", &len));
	memo_put(m, "abc", "{}");
	ck_assert_str_eq(memo_get(m, "abc", &len), "{}");
	memo_free(m);
	memo_free(NULL);
}
END_TEST

START_TEST(a_new_job_takes_the_place_of_one_in_its_slot)
{
	struct memo *m = memo_new();
	char id[16];
	size_t len;
	int i, found = 0;

	for (i = 0; i < 10 * MEMO_SLOTS; i++) {
		(void)snprintf(id, sizeof(id), "job%d", i);
		memo_put(m, id, "{}");
		ck_assert_ptr_nonnull(memo_get(m, id, &len));
	}
	for (i = 0; i < 10 * MEMO_SLOTS; i++) {
		(void)snprintf(id, sizeof(id), "job%d", i);
		found += memo_get(m, id, &len) != NULL;
	}
	ck_assert_int_le(found, MEMO_SLOTS);
	memo_free(m);
}
END_TEST

START_TEST(a_huge_job_is_not_kept)
{
	struct memo *m = memo_new();
	char *text = malloc(MEMO_TEXT_MAX + 2);
	size_t len;

	memset(text, 'x', MEMO_TEXT_MAX + 1);
	text[MEMO_TEXT_MAX + 1] = '\0';
	memo_put(m, "abc", text);
	ck_assert_ptr_null(memo_get(m, "abc", &len));
	free(text);
	memo_free(m);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("memo");
	TCase *c = tcase_create("memo");

	tcase_add_test(c, a_job_is_found_under_its_own_id_only);
	tcase_add_test(c, a_new_job_takes_the_place_of_one_in_its_slot);
	tcase_add_test(c, a_huge_job_is_not_kept);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
