/*
 * memo: the last final jobs that this worker has answered, as JSON. A final
 * job never changes, so these are answered without the database. Not
 * thread-safe: the event loop only.
 */
#ifndef ROUTES_MEMO_H
#define ROUTES_MEMO_H

#include <stddef.h>

#define MEMO_SLOTS 256
#define MEMO_TEXT_MAX (64UL * 1024)

struct memo;

/* NULL only when out of memory. */
struct memo *memo_new(void);
void memo_free(struct memo *m);

/* Keeps a copy; one that shares the slot goes. Too long: not kept. */
void memo_put(struct memo *m, const char *job_id, const char *json);

/* NULL: not here. Valid until the next memo_put. */
const char *memo_get(const struct memo *m, const char *job_id, size_t *len);

#endif
