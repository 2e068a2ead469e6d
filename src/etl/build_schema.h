/*
 * build_schema: the schema that a run builds in, before its nodes come and
 * after they have gone.
 */
#ifndef ETL_BUILD_SCHEMA_H
#define ETL_BUILD_SCHEMA_H

#include "core/err.h"
#include "etl/pipeline.h"

/*
 * Makes the build schema with run_parameter, an empty run_file and the
 * functions. A schema of that name is dropped first.
 */
int build_schema_make(struct pipeline *p, struct err *e) ERR_CHECKED;

/* Drops the build schema, over a new connection if need be. */
int build_schema_drop(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
