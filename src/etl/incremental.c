/*
 * incremental: compares the run's files with those of the publication.
 */
#include "etl/incremental.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "db/db.h"

/* Is the CSV of a table of the publication as long as it was written? */
static bool
incremental_has_file(struct pipeline *p, const struct graph_node *n)
{
	struct stat st;

	return (
	    stat(arena_printf(p->arena, "%s/%s.csv", p->o->output_dir, n->name),
		&st) == 0 &&
	    (int64_t)st.st_size == p->table[n->place].bytes);
}

/* How the published tables stand; *why: what does not let them stay. */
static int
incremental_tables(struct pipeline *p, const char **why, struct err *e)
{
	struct graph_node *n;
	PGresult *res;
	int i, known = 0;

	if (db_rows(p->conn, "published_tables", 0, NULL, &res, e) == -1)
		return (-1);
	for (i = 0; i < PQntuples(res) && *why == NULL; i++) {
		n = graph_find(&p->graph, PQgetvalue(res, i, 0));
		if (n == NULL || n->kind != GRAPH_TABLE)
			continue;
		known++;
		p->table[n->place].rows =
		    strtoll(PQgetvalue(res, i, 1), NULL, 10);
		p->table[n->place].bytes =
		    strtoll(PQgetvalue(res, i, 2), NULL, 10);
		if (!incremental_has_file(p, n))
			*why = arena_printf(p->arena,
			    "%s.csv is not as it was published", n->name);
	}
	if (*why == NULL && known != p->tables)
		*why = "other tables are published";
	PQclear(res);
	return (0);
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

/* The publication stays. */
static void
incremental_unchanged(struct pipeline *p, const PGresult *res)
{
	(void)snprintf(p->data_version, sizeof(p->data_version), "%s",
	    PQgetvalue(res, 0, 0));
	p->games = arena_strdup(p->arena, PQgetvalue(res, 0, 5));
	p->unchanged = true;
	pipeline_log(p, ETL_INFO, NULL,
	    "Nothing has changed since the last publication");
}

/* Schemas for the rows of the games and of their players; who these are. */
static void
incremental_schemas(struct pipeline *p, struct buf *sql)
{
	const struct graph_node *n, **played;
	size_t i, count = 0;

	played = arena_alloc(p->arena, p->graph.count * sizeof(*played));
	for (i = 0; i < p->graph.count; i++) {
		n = p->graph.node[i];
		if (n->played && n->by_player)
			played[count++] = n;
	}
	buf_text(sql, "create schema ");
	db_quote_name(sql, p->run.games);
	buf_text(sql, "; create schema ");
	db_quote_name(sql, p->run.players);
	buf_text(sql, ";\n");
	node_sql_players(sql, played, count, &p->run);
	buf_text(sql, "set search_path = ");
	db_quote_name(sql, p->schema);
	buf_text(sql, ", ");
	db_quote_name(sql, p->run.games);
}

/* Some games are built. */
static int
incremental_games(struct pipeline *p, const PGresult *res, struct err *e)
{
	struct buf sql;
	int rc;

	p->changed = arena_strdup(p->arena, PQgetvalue(res, 0, 3));
	p->run.replaced = arena_strdup(p->arena, PQgetvalue(res, 0, 4));
	pipeline_log(p, ETL_INFO, NULL, "Games that are built: %s", p->changed);
	graph_want_games(&p->graph);
	buf_init(&sql, BUF_MAX_SQL);
	incremental_schemas(p, &sql);
	rc = db_script(p->conn, buf_string(&sql), e);
	buf_cleanup(&sql);
	if (rc == -1)
		return (-1);
	return (db_none(p->conn, "run_file_narrow", 1, &p->changed, e));
}

int
incremental_plan(struct pipeline *p, struct err *e)
{
	const char *values[] = {p->fingerprint,
	    pipeline_ids(p->arena, p->excluded, p->excluded_count),
	    p->o->game_ids == NULL
		? NULL
		: pipeline_ids(p->arena, p->o->game_ids, p->o->games)};
	const char *why;
	PGresult *res;
	int rc = 0;

	if (db_rows(p->conn, "run_changes", 3, values, &res, e) == -1)
		return (-1);
	why = incremental_refusal(p, res);
	if (why == NULL)
		rc = incremental_tables(p, &why, e);
	if (rc == 0 && why != NULL)
		pipeline_log(p, ETL_INFO, NULL, "All games are built: %s", why);
	else if (rc == 0 && strcmp(PQgetvalue(res, 0, 3), "{}") == 0)
		incremental_unchanged(p, res);
	else if (rc == 0)
		rc = incremental_games(p, res, e);
	PQclear(res);
	return (rc);
}
