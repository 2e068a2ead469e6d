/*
 * first_start: makes what is missing before Kore reads its configuration, so
 * that the server starts in a fresh clone: directories, certificate, sample
 * league, cluster, migrations, the first ETL. Runs in the parent, once.
 */
#ifndef APP_FIRST_START_H
#define APP_FIRST_START_H

#include "core/err.h"
#include "core/settings.h"
#include "jobs/league.h"

/*
 * The caller closes *out with league_close. stopped is asked between the steps:
 * true ends it with ERR_CANCELLED.
 */
int first_start(const struct settings *s, bool (*stopped)(void),
    struct league **out, struct err *e) ERR_CHECKED;

#endif
