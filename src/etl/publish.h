/*
 * publish: the moment in which readers change from the old tables to the new
 * ones: one transaction, which also completes the job. Before it nothing of a
 * run is seen, after it nothing of it can fail.
 */
#ifndef ETL_PUBLISH_H
#define ETL_PUBLISH_H

#include "core/err.h"
#include "etl/pipeline.h"

/* Reads which games were built; chooses the data version. */
int publish_prepare(struct pipeline *p, struct err *e) ERR_CHECKED;

/*
 * Puts the build schema in the place of the old warehouse, or the rows of the
 * games that were built and the tables of all games into it, and calls the
 * publish hook, all or nothing. Waits for readers of the tables that go, a
 * moment at a time.
 */
int publish_swap(struct pipeline *p, struct err *e) ERR_CHECKED;

/* The publication stays: completes the job with its version. */
int publish_unchanged(struct pipeline *p, struct err *e) ERR_CHECKED;

/* Mode test: completes the job, publishes nothing. */
int publish_nothing(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
