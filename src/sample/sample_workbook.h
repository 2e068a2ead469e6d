/*
 * sample_workbook: the league workbook BLB_Tables.xlsx.
 */
#ifndef SAMPLE_SAMPLE_WORKBOOK_H
#define SAMPLE_SAMPLE_WORKBOOK_H

#include "core/err.h"
#include "sample/sample_league.h"
#include "sample/sample_sheet.h"

/* Every game that counts as played must have been. */
int sample_workbook_write(
    const struct sample_league *l, const char *path, struct err *e) ERR_CHECKED;

/* Its sheets of games and rosters (sample_schedule.c). */
void sample_schedule_write(
    const struct sample_league *l, struct sample_book *b);

/* Its sheets of event codes (sample_dimensions.c). */
void sample_dimensions_write(struct sample_book *b);

#endif
