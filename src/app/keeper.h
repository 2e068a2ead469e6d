/*
 * keeper: a process beside the workers that starts the private PostgreSQL
 * again when it dies: workers may start no programs, and Kore's parent has its
 * own loop. It does nothing else and ends with the parent.
 */
#ifndef APP_KEEPER_H
#define APP_KEEPER_H

#include <sys/types.h>

#include "core/settings.h"

/* Forks it; 0 when that fails. conninfo: the league's database. */
pid_t keeper_start(const struct settings *s, const char *conninfo);

/* Ends it, before the parent stops PostgreSQL. 0 is allowed. */
void keeper_stop(pid_t keeper);

#endif
