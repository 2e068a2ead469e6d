/*
 * memo: a table of fixed size, one job a slot.
 */
#include "memo.h"

#include <stdlib.h>
#include <string.h>

struct slot {
	char *job_id;
	char *json;
	size_t len;
};

struct memo {
	struct slot slots[MEMO_SLOTS];
};

static size_t
slot_of(const char *job_id)
{
	unsigned h = 2166136261U;

	for (; *job_id != '\0'; job_id++)
		h = (h ^ (unsigned char)*job_id) * 16777619U;
	return ((h ^ h >> 16) % MEMO_SLOTS);
}

struct memo *
memo_new(void)
{
	return (calloc(1, sizeof(struct memo)));
}

static void
forget(struct slot *s)
{
	free(s->job_id);
	free(s->json);
	memset(s, 0, sizeof(*s));
}

void
memo_free(struct memo *m)
{
	size_t i;

	if (m == NULL)
		return;
	for (i = 0; i < MEMO_SLOTS; i++)
		forget(&m->slots[i]);
	free(m);
}

void
memo_put(struct memo *m, const char *job_id, const char *json)
{
	struct slot *s = &m->slots[slot_of(job_id)];
	size_t len = strlen(json);

	if (len > MEMO_TEXT_MAX)
		return;
	forget(s);
	s->job_id = strdup(job_id);
	s->json = strdup(json);
	s->len = len;
	if (s->job_id == NULL || s->json == NULL)
		forget(s);
}

const char *
memo_get(const struct memo *m, const char *job_id, size_t *len)
{
	const struct slot *s = &m->slots[slot_of(job_id)];

	if (s->job_id == NULL || strcmp(s->job_id, job_id) != 0)
		return (NULL);
	*len = s->len;
	return (s->json);
}
