/*
 * incremental: compares the run's files with those of the publication.
 */
#include "etl/incremental.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "db/db.h"

/* Is every table's CSV where the publication wrote it? */
static bool
incremental_has_files(struct pipeline *p)
{
	const struct graph_node *n;
	size_t i;

	for (i = 0; i < p->graph.count; i++) {
		n = p->graph.node[i];
		if (n->kind == GRAPH_TABLE &&
		    access(arena_printf(p->arena, "%s/%s.csv", p->o->output_dir,
			       n->name),
			F_OK) == -1)
			return (false);
	}
	return (true);
}

/* Why everything is built, or NULL. */
static const char *
incremental_refusal(struct pipeline *p, const PGresult *res)
{
	if (PQntuples(res) == 0)
		return ("nothing is published yet");
	if (strcmp(PQgetvalue(res, 0, 1), "t") != 0)
		return ("the published tables were made in another way");
	if (strcmp(PQgetvalue(res, 0, 2), "t") == 0)
		return ("the league workbook has changed");
	if (p->o->wipe)
		return ("wipe writes all files");
	return (NULL);
}

int
incremental_plan(struct pipeline *p, struct err *e)
{
	const char *values[] = {p->fingerprint,
	    pipeline_ids(p->arena, p->excluded, p->excluded_count),
	    p->o->game_ids == NULL
		? NULL
		: pipeline_ids(p->arena, p->o->game_ids, p->o->games)};
	const char *why, *games;
	PGresult *res;
	int rc = 0;

	if (db_rows(p->conn, "run_changes", 3, values, &res, e) == -1)
		return (-1);
	if ((why = incremental_refusal(p, res)) != NULL) {
		pipeline_log(p, ETL_INFO, NULL, "All games are built: %s", why);
		goto out;
	}
	games = arena_strdup(p->arena, PQgetvalue(res, 0, 3));
	if (strcmp(games, "{}") == 0 && incremental_has_files(p)) {
		(void)snprintf(p->data_version, sizeof(p->data_version), "%s",
		    PQgetvalue(res, 0, 0));
		p->games = arena_strdup(p->arena, PQgetvalue(res, 0, 4));
		p->unchanged = true;
		pipeline_log(p, ETL_INFO, NULL,
		    "Nothing has changed since the last publication");
		goto out;
	}
	p->changed = games;
	pipeline_log(p, ETL_INFO, NULL, "Games that are built: %s", games);
	rc = db_none(p->conn, "run_file_narrow", 1, &p->changed, e);
out:
	PQclear(res);
	return (rc);
}
