/*
 * rate: how many requests a second an address may make, counted for the whole
 * server: the table lies in memory that all workers share. Lock-free, no
 * memory of its own. Pure but for the caller's clock.
 */
#ifndef ROUTES_RATE_H
#define ROUTES_RATE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define RATE_SLOTS 8192 /* a power of two */
#define RATE_BURST 4	/* times the rate */

/* Zeroed is empty. Addresses whose slot is shared share a budget. */
struct rate_table {
	_Atomic uint64_t key[RATE_SLOTS];
	_Atomic int64_t due_us[RATE_SLOTS]; /* when the bucket is full again */
};

/*
 * May this address (any bytes as a hash, not 0) make a request now? rate is in
 * requests a second, 0: no limit. now_us: microseconds of any clock that all
 * workers share.
 */
bool rate_allow(
    struct rate_table *t, uint64_t address, int rate, int64_t now_us);

/* A hash of an address's text; never 0. */
uint64_t rate_hash(const char *address);

#endif
