/*
 * findings: what the nodes of sql/findings have found, to the run's hooks and
 * counts.
 */
#ifndef ETL_FINDINGS_H
#define ETL_FINDINGS_H

#include "core/err.h"
#include "etl/pipeline.h"

/* Reports each finding once, in order, and counts them by kind. */
int findings_report(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
