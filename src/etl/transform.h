/*
 * transform: raw rows to tables: a build schema, what the SQL files find in
 * it, and the nodes of the graph on several connections at once.
 */
#ifndef ETL_TRANSFORM_H
#define ETL_TRANSFORM_H

#include "core/err.h"
#include "etl/pipeline.h"

/*
 * Makes the build schema with run_parameter, an empty run_file and the
 * functions. A schema of that name is dropped first.
 */
int transform_prepare(struct pipeline *p, struct err *e) ERR_CHECKED;

/* Names all nodes that will be built as pending steps. */
void transform_announce(struct pipeline *p);

/*
 * Builds all wanted nodes but checks. -1 with ERR_DATABASE
 * `{node}: {message}`, ERR_UNEXPECTED for a table that breaks the contract,
 * ERR_INPUT for a key that does not hold, ERR_CANCELLED.
 */
int transform_build(struct pipeline *p, struct err *e) ERR_CHECKED;

/* Reports what the finding nodes found. */
int transform_findings(struct pipeline *p, struct err *e) ERR_CHECKED;

/* Drops the build schema, over a new connection if need be. */
int transform_drop(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
