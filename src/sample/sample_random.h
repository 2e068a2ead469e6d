/*
 * sample_random: the dice of the sample league. xoshiro256** seeded through
 * splitmix64; the same seed gives the same throws on every machine. Not for
 * secrets.
 */
#ifndef SAMPLE_SAMPLE_RANDOM_H
#define SAMPLE_SAMPLE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct sample_random {
	uint64_t state[4];
};

/* A stream of its own for every (seed, stream). */
void sample_random_init(
    struct sample_random *r, uint64_t seed, uint64_t stream);

uint64_t sample_random_next(struct sample_random *r);

/* Evenly from 0 ≤ x < 1. */
double sample_random_unit(struct sample_random *r);

/* Evenly from low … high, both included; low ≤ high. */
int sample_random_range(struct sample_random *r, int low, int high);

/* True with probability p. */
bool sample_random_chance(struct sample_random *r, double p);

/* A row of n weights, in proportion to them; their sum is above 0. */
int sample_random_pick(struct sample_random *r, const double *weights, int n);

#endif
