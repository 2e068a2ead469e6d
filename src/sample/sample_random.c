/*
 * sample_random: see sample_random.h. The sample league must be the same bytes
 * everywhere, so nothing of libc's generators is used.
 */
#include "sample/sample_random.h"

static uint64_t
splitmix(uint64_t *x)
{
	uint64_t z = (*x += 0x9e3779b97f4a7c15ULL);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
	return (z ^ (z >> 31));
}

void
sample_random_init(struct sample_random *r, uint64_t seed, uint64_t stream)
{
	uint64_t x = seed;

	x = splitmix(&x) ^ (stream * 0xd1342543de82ef95ULL);
	for (int i = 0; i < 4; i++)
		r->state[i] = splitmix(&x);
}

static uint64_t
rotate(uint64_t x, int k)
{
	return ((x << k) | (x >> (64 - k)));
}

uint64_t
sample_random_next(struct sample_random *r)
{
	uint64_t *s = r->state;
	uint64_t result = rotate(s[1] * 5, 7) * 9;
	uint64_t t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotate(s[3], 45);
	return (result);
}

double
sample_random_unit(struct sample_random *r)
{
	return ((double)(sample_random_next(r) >> 11) * 0x1.0p-53);
}

int
sample_random_range(struct sample_random *r, int low, int high)
{
	return (low + (int)(sample_random_unit(r) * (high - low + 1)));
}

bool
sample_random_chance(struct sample_random *r, double p)
{
	return (sample_random_unit(r) < p);
}

int
sample_random_pick(struct sample_random *r, const double *weights, int n)
{
	double sum = 0, x;

	for (int i = 0; i < n; i++)
		sum += weights[i];
	x = sample_random_unit(r) * sum;
	for (int i = 0; i < n - 1; i++) {
		if (x < weights[i])
			return (i);
		x -= weights[i];
	}
	return (n - 1);
}
