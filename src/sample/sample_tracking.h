/*
 * sample_tracking: writes the tape of a game in one of the layouts that
 * trackers leave behind (warehouse page 10, 3 and 4), and what lies beside it.
 */
#ifndef SAMPLE_SAMPLE_TRACKING_H
#define SAMPLE_SAMPLE_TRACKING_H

#include "core/err.h"
#include "sample/sample_league.h"
#include "sample/sample_sheet.h"
#include "sample/sample_tape.h"

/* A tracking workbook: layout legacy, export 23 or export 29. */
int sample_tracking_write(const struct sample_league *l,
    const struct sample_game *g, const struct sample_tape *t, const char *path,
    struct err *e) ERR_CHECKED;

/* Its sheet shifts (sample_shifts.c). */
void sample_shifts_write(const struct sample_league *l,
    const struct sample_game *g, const struct sample_tape *t,
    struct sample_book *b);

/* A tracker save (sample_save.c). */
int sample_save_write(const struct sample_league *l,
    const struct sample_game *g, const struct sample_tape *t, const char *path,
    struct err *e) ERR_CHECKED;

/*
 * A video workbook, and the side files of points prefix_xy_puck.csv and
 * prefix_xy_player.csv (sample_beside.c).
 */
int sample_video_write(
    const struct sample_game *g, const char *path, struct err *e) ERR_CHECKED;
int sample_side_files_write(const struct sample_league *l,
    const struct sample_game *g, const struct sample_tape *t,
    const char *prefix, struct err *e) ERR_CHECKED;

/* The line-up on the ice at an event, NULL if there is none. */
const struct sample_shift *sample_shift_at(
    const struct sample_tape *t, const struct sample_event *e);

/* Skaters of a side in a line-up. */
int sample_shift_skaters(const struct sample_shift *s, int side);

/* The side that the game's file calls home: the other one when exchanged. */
enum sample_side sample_side_as(
    const struct sample_game *g, enum sample_side typed);

#endif
