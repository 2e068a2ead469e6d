/*
 * load: tables to CSV files (RFC 4180, LF, the contract's columns, stored
 * order), several at a time, each exported by COPY.
 */
#ifndef ETL_LOAD_H
#define ETL_LOAD_H

#include "core/err.h"
#include "etl/pipeline.h"

/*
 * Writes {output_dir}/.next/{table}.csv of the built tables whose file changes;
 * of rows that only follow, {table}.csv+{bytes of the file that they follow}.
 * Notes how long each file will be.
 */
int load_files(struct pipeline *p, struct err *e) ERR_CHECKED;

#endif
