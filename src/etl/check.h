/*
 * check: the claims that hold for every correct warehouse: sql/checks and the
 * enforced links. Runs in mode test, after the build; a claim that does not
 * hold is a finding, not a failure.
 */
#ifndef ETL_CHECK_H
#define ETL_CHECK_H

#include "core/err.h"
#include "etl/pipeline.h"

/* How many units of progress check_run will report. */
int check_units(const struct pipeline *p);

int check_run(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
