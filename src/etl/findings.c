/*
 * findings: read from the table that the nodes of sql/findings fill.
 */
#include "etl/findings.h"

#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
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

/* The names of some finding nodes as an array: `{a,b}`. */
static const char *
findings_nodes(struct pipeline *p, bool of_games)
{
	const struct graph_node *n;
	struct buf list;
	const char *text;
	size_t i;

	buf_init(&list, BUF_MAX_LINE);
	for (i = 0; i < p->graph.count; i++) {
		n = p->graph.node[i];
		if (n->kind == GRAPH_FINDING &&
		    (of_games ? n->by_game : !n->of_games))
			buf_printf(
			    &list, "%c%s", list.len == 0 ? '{' : ',', n->name);
	}
	buf_text(&list, list.len == 0 ? "{}" : "}");
	text = arena_strdup(p->arena, buf_string(&list));
	buf_cleanup(&list);
	return (text);
}

/* An incremental run finds again only what it builds. */
static int
findings_carry(struct pipeline *p, struct err *e)
{
	const char *values[] = {
	    findings_nodes(p, false), findings_nodes(p, true), p->changed};

	if (p->changed == NULL)
		return (0);
	return (db_none(p->conn, "run_findings_carry", 3, values, e));
}

int
findings_report(struct pipeline *p, struct err *e)
{
	struct etl_finding f;
	PGresult *res;
	int i, k;

	if (findings_carry(p, e) == -1)
		return (err_context(e, "findings"));
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
