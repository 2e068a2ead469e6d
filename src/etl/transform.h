/*
 * transform: raw rows to tables: the nodes of the graph are built in the build
 * schema on several connections at once.
 */
#ifndef ETL_TRANSFORM_H
#define ETL_TRANSFORM_H

#include "core/err.h"
#include "etl/pipeline.h"

/* Names all nodes that will be built as pending steps. */
void transform_announce(struct pipeline *p);

/*
 * Builds all wanted nodes but checks. -1 with ERR_DATABASE
 * `{node}: {message}`, ERR_UNEXPECTED for a table that breaks the contract,
 * ERR_INPUT for a key that does not hold, ERR_CANCELLED.
 */
int transform_build(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
