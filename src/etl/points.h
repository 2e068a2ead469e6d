/*
 * points: recorded points (warehouse page 40, 8) of workbooks and side files
 * on their way to raw.point, as they were typed.
 */
#ifndef ETL_POINTS_H
#define ETL_POINTS_H

#include <stddef.h>

#include "etl/columns.h"
#include "etl/extract_file.h"
#include "etl/raw_rows.h"
#include "io/sheet.h"

/*
 * The points in the columns of a sheet events: puck_x_1, player_y_stop,
 * net_x, each also with a trailing _.
 */
struct point_columns {
	struct point_column *column; /* owned */
	size_t count;
	struct raw_rows rows;
};
void point_columns_init(struct point_columns *p, struct extract_file *f);
void point_columns_cleanup(struct point_columns *p);

/* As columns_bind, for slots from `used` on; returns how many are used now. */
int point_columns_bind(struct point_columns *p, const struct sheet_header *h,
    int *slot, int used, struct err *e);
int point_columns_row(struct point_columns *p, int row, const char *const *cell,
    struct err *e) ERR_CHECKED;

/*
 * A sheet or side file xy_puck or xy_player: a point a row. The reader gets
 * the struct as its arg.
 */
struct point_sheet {
	struct extract_file *file;
	const char *sheet; /* xy_puck or xy_player */
	struct columns columns;
	struct raw_rows rows;
};
void point_sheet_init(
    struct point_sheet *p, struct extract_file *f, const char *sheet);
void point_sheet_cleanup(struct point_sheet *p);
struct sheet_reader point_sheet_reader(struct point_sheet *p);

/* Is the name that of a point's column? For tests. */
struct point_name {
	const char *path;   /* puck, player, net */
	const char *layout; /* numbered, start_stop */
	int n;
	char axis;	 /* x or y */
	int underscored; /* 1: with a trailing _ */
};
int point_name_parse(const char *name, struct point_name *out);

#endif
