/*
 * extract_file: the rows of raw that every kind of file has.
 */
#include "etl/extract_file.h"

#include <stdio.h>

#include "core/json.h"
#include "db/db.h"

int
extract_add_finding(struct extract_file *f,
    const struct extract_finding *finding, struct err *e)
{
	char row[16];
	const char *values[] = {f->file_id, finding->severity, finding->kind,
	    finding->sheet, NULL, finding->column, finding->value,
	    finding->message};

	if (finding->row > 0) {
		(void)snprintf(row, sizeof(row), "%d", finding->row);
		values[4] = row;
	}
	return (db_none(f->conn, "raw_finding_add", 8, values, e));
}

static int
report_repeated(struct extract_file *f, const char *sheet, const char *column,
    struct err *e)
{
	struct extract_finding finding = {.severity = "warning",
	    .kind = "duplicate_column",
	    .sheet = sheet,
	    .column = column,
	    .row = 1};
	char message[256];

	(void)snprintf(message, sizeof(message),
	    "the column %.100s is given twice: the first one counts", column);
	finding.message = message;
	return (extract_add_finding(f, &finding, e));
}

int
extract_add_sheet(struct extract_file *f, const char *sheet,
    const struct sheet_header *h, struct err *e)
{
	const char *values[3] = {f->file_id, sheet, NULL};
	struct json_out json;
	struct buf buf;
	size_t i;
	int rc;

	buf_init(&buf, BUF_MAX_JSON);
	json_begin(&json, &buf);
	json_array(&json);
	for (i = 0; i < h->columns; i++)
		if (h->name[i] != NULL)
			json_string(&json, h->name[i]);
	json_array_end(&json);
	values[2] = buf_string(&buf);
	rc = buf_check(&buf, "the header", e);
	if (rc == 0)
		rc = db_none(f->conn, "raw_sheet_add", 3, values, e);
	buf_cleanup(&buf);
	for (i = 0; i < h->repeats && rc == 0; i++)
		rc = report_repeated(f, sheet, h->repeated[i], e);
	return (rc);
}

int
extract_add_tracking(
    struct extract_file *f, const char *const values[8], struct err *e)
{
	const char *all[9] = {f->file_id};
	size_t i;

	for (i = 0; i < 8; i++)
		all[i + 1] = values[i];
	return (db_none(f->conn, "raw_tracking_add", 9, all, e));
}
