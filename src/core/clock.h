/*
 * clock: times as the API prints them: UTC, RFC 3339 with Z.
 */
#ifndef CORE_CLOCK_H
#define CORE_CLOCK_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

#define CLOCK_TEXT 32 /* bytes that any text of this module needs */

/* Milliseconds of a clock that never goes back; for measuring only. */
int64_t clock_monotonic_ms(void);

/* Milliseconds since 1970-01-01 UTC. */
int64_t clock_wall_ms(void);

/* 2026-01-15T10:00:00Z of milliseconds since 1970; returns out. */
char *clock_seconds(int64_t wall_ms, char out[CLOCK_TEXT]);

/* 2026-01-15T10:00:00.123Z; returns out. */
char *clock_millis(int64_t wall_ms, char out[CLOCK_TEXT]);

#endif
