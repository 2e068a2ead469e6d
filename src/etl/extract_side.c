/*
 * extract_side: the side files xy_puck and xy_player of a game.
 */
#include "etl/extract_file.h"
#include "etl/points.h"
#include "io/csvfile.h"

int
extract_side(struct extract_file *f, struct err *e)
{
	struct point_sheet points;
	struct sheet_reader reader;
	int rc;

	point_sheet_init(
	    &points, f, f->in->kind == INPUT_XY_PUCK ? "xy_puck" : "xy_player");
	reader = point_sheet_reader(&points);
	rc = csvfile_read(f->fd, &reader, e);
	if (rc == 0)
		rc = raw_rows_flush(&points.rows, e);
	f->rows += points.rows.rows;
	point_sheet_cleanup(&points);
	return (rc);
}
