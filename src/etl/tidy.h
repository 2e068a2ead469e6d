/*
 * tidy: drops what a run leaves behind when its tables are built: its steps,
 * and the tables that it replaced. On all lanes, as dropping a table costs
 * about as much as making one.
 */
#ifndef ETL_TIDY_H
#define ETL_TIDY_H

#include "core/err.h"
#include "etl/pipeline.h"

/*
 * Before the publication of a whole build: what of its schema is no table. An
 * incremental run leaves it to tidy_replaced.
 */
int tidy_steps(struct pipeline *p, struct err *e) ERR_CHECKED;

/*
 * After it: the tables that were replaced, the functions, and raw rows that
 * nobody reads any more. Cannot be stopped.
 */
int tidy_replaced(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
