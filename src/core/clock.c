/*
 * clock: the two clocks and the two ways a time is printed.
 */
#include "clock.h"

#include <stdio.h>

static int64_t
read_ms(clockid_t id)
{
	struct timespec now;

	if (clock_gettime(id, &now) != 0)
		return (0);
	return ((int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000);
}

int64_t
clock_monotonic_ms(void)
{
	return (read_ms(CLOCK_MONOTONIC));
}

int64_t
clock_wall_ms(void)
{
	return (read_ms(CLOCK_REALTIME));
}

/* Splits into whole seconds and 0…999, also before 1970. */
static void
print(int64_t wall_ms, int millis, char out[CLOCK_TEXT])
{
	int64_t rest = wall_ms % 1000;
	time_t seconds = (time_t)(wall_ms / 1000);
	struct tm tm = {0};
	char fraction[8] = "";

	if (rest < 0) {
		rest += 1000;
		seconds--;
	}
	(void)gmtime_r(&seconds, &tm);
	if (millis)
		(void)snprintf(fraction, sizeof(fraction), ".%03u",
		    (unsigned)rest % 1000U);
	(void)snprintf(out, CLOCK_TEXT, "%04u-%02u-%02uT%02u:%02u:%02u%sZ",
	    (unsigned)(tm.tm_year + 1900) % 10000U,
	    (unsigned)(tm.tm_mon + 1) % 100U, (unsigned)tm.tm_mday % 100U,
	    (unsigned)tm.tm_hour % 100U, (unsigned)tm.tm_min % 100U,
	    (unsigned)tm.tm_sec % 100U, fraction);
}

char *
clock_seconds(int64_t wall_ms, char out[CLOCK_TEXT])
{
	print(wall_ms, 0, out);
	return (out);
}

char *
clock_millis(int64_t wall_ms, char out[CLOCK_TEXT])
{
	print(wall_ms, 1, out);
	return (out);
}
