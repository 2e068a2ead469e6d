/*
 * fingerprint: one hash of all that says how tables are made: the files of sql/
 * and the seeds, the readers and the options of a run. Where it differs, rows
 * of an earlier run are not carried over.
 */
#ifndef ETL_FINGERPRINT_H
#define ETL_FINGERPRINT_H

#include "core/err.h"
#include "etl/pipeline.h"

/* Sets p->fingerprint (hexadecimal). -1 with ERR_CONFIG: an unreadable file. */
int fingerprint_make(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
