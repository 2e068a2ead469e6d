/*
 * findings: read from the table that the nodes of sql/findings fill.
 */
#include "etl/findings.h"

#include <stdlib.h>
#include <string.h>

#include "db/db.h"

/* A field of a result, NULL when it is null. */
static const char *
findings_field(const PGresult *res, int row, int column)
{
	return (PQgetisnull(res, row, column) ? NULL
					      : PQgetvalue(res, row, column));
}

static int
findings_number(const PGresult *res, int row, int column)
{
	return ((int)strtol(PQgetvalue(res, row, column), NULL, 10));
}

int
findings_report(struct pipeline *p, struct err *e)
{
	struct etl_finding f;
	PGresult *res;
	int i, k;

	if (db_rows(p->conn, "run_findings", 0, NULL, &res, e) == -1)
		return (err_context(e, "findings"));
	for (i = 0; i < PQntuples(res); i++) {
		f = (struct etl_finding){.severity = PQgetvalue(res, i, 0),
		    .kind = PQgetvalue(res, i, 1),
		    .game_id = findings_number(res, i, 2),
		    .file = findings_field(res, i, 3),
		    .sheet = findings_field(res, i, 4),
		    .row = findings_number(res, i, 5),
		    .column = findings_field(res, i, 6),
		    .value = findings_field(res, i, 7),
		    .message = PQgetvalue(res, i, 8)};
		for (k = 0; k < p->kinds; k++) {
			if (strcmp(p->kind[k].kind, f.kind) == 0)
				break;
		}
		if (k == p->kinds)
			pipeline_count(p, f.kind, findings_number(res, i, 9));
		pipeline_finding(p, &f);
	}
	PQclear(res);
	return (0);
}
