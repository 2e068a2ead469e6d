/*
 * rate: the generic cell rate algorithm: one number for an address, the time
 * at which its bucket will be full again.
 */
#include "rate.h"

#define PROBES 8
#define SECOND_US 1000000

uint64_t
rate_hash(const char *address)
{
	uint64_t h = 14695981039346656037ULL;

	for (; *address != '\0'; address++)
		h = (h ^ (unsigned char)*address) * 1099511628211ULL;
	return (h == 0 ? 1 : h);
}

/*
 * The slot of an address: its own, else one that is free or has been idle,
 * else the first, shared.
 */
static unsigned
slot_of(struct rate_table *t, uint64_t address, int64_t now_us)
{
	unsigned first = (unsigned)(address >> 20) & (RATE_SLOTS - 1), i, at;
	uint64_t key;

	for (i = 0; i < PROBES; i++) {
		at = (first + i) & (RATE_SLOTS - 1);
		if (atomic_load(&t->key[at]) == address)
			return (at);
	}
	for (i = 0; i < PROBES; i++) {
		at = (first + i) & (RATE_SLOTS - 1);
		key = atomic_load(&t->key[at]);
		if (key != 0 && atomic_load(&t->due_us[at]) > now_us)
			continue;
		if (atomic_compare_exchange_strong(&t->key[at], &key, address))
			return (at);
	}
	return (first);
}

bool
rate_allow(struct rate_table *t, uint64_t address, int rate, int64_t now_us)
{
	int64_t gap, due, next;
	unsigned at;

	if (rate <= 0)
		return (true);
	gap = SECOND_US / rate;
	at = slot_of(t, address, now_us);
	due = atomic_load(&t->due_us[at]);
	do {
		next = (due > now_us ? due : now_us) + gap;
		if (next - now_us > gap * rate * RATE_BURST)
			return (false);
	} while (!atomic_compare_exchange_weak(&t->due_us[at], &due, next));
	return (true);
}
