/*
 * rate: a burst of four times the rate, then the rate; addresses apart.
 */
#include "routes/rate.h"
#include "unit.h"

#define SECOND 1000000

static struct rate_table table;

static int
taken(const char *address, int rate, int64_t now_us)
{
	int n = 0;

	while (n < 1000 && rate_allow(&table, rate_hash(address), rate, now_us))
		n++;
	return (n);
}

START_TEST(a_burst_is_four_times_the_rate_and_fills_again)
{
	int64_t now = 1000 * (int64_t)SECOND;

	ck_assert_int_eq(taken("10.0.0.1", 50, now), 200);
	ck_assert_int_eq(taken("10.0.0.1", 50, now), 0);
	ck_assert_int_eq(taken("10.0.0.1", 50, now + SECOND), 50);
	ck_assert_int_eq(taken("10.0.0.1", 50, now + 60 * SECOND), 200);
}
END_TEST

START_TEST(addresses_do_not_share_a_budget)
{
	int64_t now = 5000 * (int64_t)SECOND;

	ck_assert_int_eq(taken("10.0.0.1", 1, now), 4);
	ck_assert_int_eq(taken("10.0.0.2", 1, now), 4);
	ck_assert_int_eq(taken("::1", 1, now), 4);
}
END_TEST

START_TEST(no_rate_is_no_limit)
{
	ck_assert_int_eq(taken("10.0.0.1", 0, 1), 1000);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("rate");
	TCase *c = tcase_create("rate");

	tcase_add_test(c, a_burst_is_four_times_the_rate_and_fills_again);
	tcase_add_test(c, addresses_do_not_share_a_budget);
	tcase_add_test(c, no_rate_is_no_limit);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
