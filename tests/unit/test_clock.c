/*
 * clock: times are printed as the API promises, whatever the time zone.
 */
#include "core/clock.h"

#include <stdlib.h>
#include <time.h>

#include "unit.h"

START_TEST(times_are_rfc_3339_in_utc)
{
	static const struct {
		int64_t wall_ms;
		const char *seconds, *millis;
	} cases[] = {
	    {0, "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"},
	    {1768471200123, "2026-01-15T10:00:00Z", "2026-01-15T10:00:00.123Z"},
	    {1709164799999, "2024-02-28T23:59:59Z", "2024-02-28T23:59:59.999Z"},
	    {1709164800000, "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"},
	    {-1, "1969-12-31T23:59:59Z", "1969-12-31T23:59:59.999Z"},
	};
	char out[CLOCK_TEXT];
	size_t i;

	ck_assert_int_eq(setenv("TZ", "America/Regina", 1), 0);
	tzset();
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ck_assert_str_eq(
		    clock_seconds(cases[i].wall_ms, out), cases[i].seconds);
		ck_assert_str_eq(
		    clock_millis(cases[i].wall_ms, out), cases[i].millis);
	}
}
END_TEST

START_TEST(the_clocks_go_forward)
{
	int64_t before = clock_monotonic_ms(), wall = clock_wall_ms();
	struct timespec pause = {.tv_nsec = 3000000};

	ck_assert_int_eq(nanosleep(&pause, NULL), 0);
	ck_assert_int_ge(clock_monotonic_ms(), before + 2);
	ck_assert_int_ge(clock_wall_ms(), wall);
	ck_assert_int_gt(wall, 1700000000000);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("clock");
	TCase *c = tcase_create("clock");

	tcase_add_test(c, times_are_rfc_3339_in_utc);
	tcase_add_test(c, the_clocks_go_forward);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
