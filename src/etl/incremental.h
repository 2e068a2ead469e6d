/*
 * incremental: which games a run of mode incremental has to build: those whose
 * input is new, changed or gone since the publication, or none, or all.
 */
#ifndef ETL_INCREMENTAL_H
#define ETL_INCREMENTAL_H

#include "core/err.h"
#include "etl/pipeline.h"

/*
 * After run_file is filled: sets p->changed and p->replaced, leaves their files
 * in run_file and makes the schema of their rows; or sets p->unchanged. Leaves
 * all alone where everything is to be built, and says why in the log.
 */
int incremental_plan(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
