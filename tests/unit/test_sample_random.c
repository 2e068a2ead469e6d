/*
 * sample_random: the same seed gives the same throws, in bounds.
 */
#include "sample/sample_random.h"
#include "unit.h"

START_TEST(the_same_seed_and_stream_give_the_same_throws)
{
	struct sample_random a, b, c;

	sample_random_init(&a, 1, 2);
	sample_random_init(&b, 1, 2);
	sample_random_init(&c, 1, 3);
	for (int i = 0; i < 100; i++)
		ck_assert_uint_eq(
		    sample_random_next(&a), sample_random_next(&b));
	ck_assert_uint_ne(sample_random_next(&a), sample_random_next(&c));
}
END_TEST

START_TEST(a_range_holds_both_of_its_ends_and_nothing_else)
{
	struct sample_random r;
	int seen[4] = {0};

	sample_random_init(&r, 5, 0);
	for (int i = 0; i < 1000; i++) {
		int x = sample_random_range(&r, -1, 2);

		ck_assert_int_ge(x, -1);
		ck_assert_int_le(x, 2);
		seen[x + 1]++;
	}
	for (int i = 0; i < 4; i++)
		ck_assert_int_gt(seen[i], 150);
}
END_TEST

START_TEST(a_weight_of_zero_is_never_picked)
{
	static const double weights[] = {0, 1, 0, 3};
	struct sample_random r;
	int seen[4] = {0};

	sample_random_init(&r, 5, 1);
	for (int i = 0; i < 1000; i++)
		seen[sample_random_pick(&r, weights, 4)]++;
	ck_assert_int_eq(seen[0] + seen[2], 0);
	ck_assert_int_gt(seen[3], 2 * seen[1]);
}
END_TEST

START_TEST(chances_of_none_and_all_are_certain)
{
	struct sample_random r;

	sample_random_init(&r, 5, 2);
	for (int i = 0; i < 100; i++) {
		ck_assert(!sample_random_chance(&r, 0));
		ck_assert(sample_random_chance(&r, 1));
	}
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_random");
	TCase *c = tcase_create("sample_random");

	tcase_add_test(c, the_same_seed_and_stream_give_the_same_throws);
	tcase_add_test(c, a_range_holds_both_of_its_ends_and_nothing_else);
	tcase_add_test(c, a_weight_of_zero_is_never_picked);
	tcase_add_test(c, chances_of_none_and_all_are_certain);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
