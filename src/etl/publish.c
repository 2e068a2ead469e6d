/*
 * publish: a whole build takes the place of the old schema by two renames; an
 * incremental one puts rows of games and tables of all games into it. The
 * tables that go are locked first: a reader that has some of them open is
 * waited for, so no statement sees old and new ones together; a reader that
 * comes meanwhile waits and then finds the new ones.
 */
#include "etl/publish.h"

#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/buf.h"
#include "core/clock.h"
#include "core/json.h"
#include "db/db.h"
#include "etl/node_sql.h"

#define PUBLISH_LOCK_MS 500 /* at a time; new readers wait no longer */

/* Opaque, new each time, and in the order of time for who looks at it. */
static int
publish_version(struct pipeline *p, struct err *e)
{
	unsigned char random[4];

	if (RAND_bytes(random, sizeof(random)) != 1)
		return (err_set(e, ERR_UNEXPECTED, "no random bytes"));
	(void)snprintf(p->data_version, sizeof(p->data_version),
	    "%llx-%02x%02x%02x%02x", (unsigned long long)clock_wall_ms(),
	    random[0], random[1], random[2], random[3]);
	return (0);
}

int
publish_prepare(struct pipeline *p, struct err *e)
{
	PGresult *res;

	if (db_one(p->conn, "run_games", 1, &p->changed, &res, e) == -1)
		return (err_context(e, "games"));
	p->games = arena_strdup(p->arena, PQgetvalue(res, 0, 0));
	PQclear(res);
	return (publish_version(p, e));
}

/* API.md 4.3: result. */
static const char *
publish_result(struct pipeline *p, bool published)
{
	int64_t ms = clock_monotonic_ms() - p->begun_ms;
	struct json_out out;
	struct buf text;
	const char *json;
	char *games = arena_strdup(p->arena, p->games);
	int i;

	games[0] = '[';
	games[strlen(games) - 1] = ']';
	buf_init(&text, BUF_MAX_JSON);
	json_begin(&out, &text);
	json_object(&out);
	json_key(&out, "tables_created");
	json_integer(&out, published ? p->tables : 0);
	json_key(&out, "duration_seconds");
	json_integer(&out, (ms + 500) / 1000);
	json_key(&out, "games");
	json_raw(&out, games);
	json_key(&out, "rows");
	json_integer(&out, p->rows);
	json_key(&out, "data_version");
	json_string(&out, *p->data_version == '\0' ? NULL : p->data_version);
	json_key(&out, "warnings");
	json_object(&out);
	for (i = 0; i < p->kinds; i++) {
		json_key(&out, p->kind[i].kind);
		json_integer(&out, p->kind[i].count);
	}
	json_object_end(&out);
	json_object_end(&out);
	json = arena_strdup(p->arena, buf_string(&text));
	buf_cleanup(&text);
	return (json);
}

/* Names, rows and bytes of all tables. */
static int
publish_tables(struct pipeline *p, struct err *e)
{
	struct buf list[3];
	const char *values[3];
	const struct graph_node *n;
	size_t i;
	int k, rc;

	for (k = 0; k < 3; k++) {
		buf_init(&list[k], BUF_MAX_JSON);
		buf_char(&list[k], '{');
	}
	for (i = 0; i < p->graph.count; i++) {
		n = p->graph.node[i];
		if (n->kind != GRAPH_TABLE)
			continue;
		for (k = 0; k < 3 && list[0].len > 1; k++)
			buf_char(&list[k], ',');
		buf_text(&list[0], n->name);
		buf_printf(
		    &list[1], "%lld", (long long)p->table[n->place].rows);
		buf_printf(
		    &list[2], "%lld", (long long)p->table[n->place].bytes);
	}
	for (k = 0; k < 3; k++) {
		buf_char(&list[k], '}');
		values[k] = buf_string(&list[k]);
	}
	rc = db_none(p->conn, "publish_tables", 3, values, e);
	for (k = 0; k < 3; k++)
		buf_cleanup(&list[k]);
	return (rc);
}

/* Everything but the hook: locks, names, the row of the publication. */
static int
publish_move(struct pipeline *p, struct err *e)
{
	char tables[16], rows[32];
	const char *values[] = {p->data_version, p->o->run_id, tables, rows,
	    p->games, p->fingerprint,
	    pipeline_ids(p->arena, p->excluded, p->excluded_count),
	    p->o->game_ids == NULL
		? NULL
		: pipeline_ids(p->arena, p->o->game_ids, p->o->games)};
	const char *schema[] = {p->schema};

	(void)snprintf(tables, sizeof(tables), "%d", p->tables);
	(void)snprintf(rows, sizeof(rows), "%lld", (long long)p->rows);
	if (db_none(p->conn, "publish_row", 8, values, e) == -1 ||
	    publish_tables(p, e) == -1)
		return (-1);
	if (p->changed != NULL)
		return (0);
	return (db_none(p->conn, "publish_swap", 1, schema, e));
}

static int
publish_try(struct pipeline *p, const char *sql, struct err *e)
{
	if (db_script(p->conn, sql, e) == 0 && publish_move(p, e) == 0 &&
	    (p->h->publish == NULL || p->h->publish(p->h->arg, p->conn,
					  publish_result(p, true), e) == 0) &&
	    db_script(p->conn, "commit", e) == 0)
		return (0);
	if (e->code == ERR_NONE)
		(void)err_set(e, ERR_UNEXPECTED, "the publication was refused");
	PQclear(PQexec(p->conn, "rollback"));
	return (-1);
}

/* A whole build leaves what it kept, and what is no table. */
static void
publish_whole(struct pipeline *p, struct buf *sql)
{
	size_t i;

	buf_text(sql, "drop view run_file;\n"
		      "drop table run_parameter, run_input;\n"
		      "drop schema kept cascade;\ncreate schema kept;\n");
	for (i = 0; i < p->graph.count; i++) {
		if (p->graph.node[i]->keep)
			node_sql_keep(sql, p->graph.node[i]);
	}
}

/* Tables of all games, which are built anew. */
static bool
publish_replaces(const struct graph_node *n)
{
	return (n->kind == GRAPH_TABLE && n->of_games && !n->by_game);
}

/* Some games: their rows go into the tables that stand. */
static void
publish_games(struct pipeline *p, struct buf *sql)
{
	const struct graph_node *n;
	const char *word = "lock table ";
	size_t i;

	buf_text(sql, "drop table kept.finding;\n");
	for (i = 0; i < p->graph.count; i++) {
		if (!publish_replaces(p->graph.node[i]))
			continue;
		buf_printf(sql, "%swarehouse.", word);
		db_quote_name(sql, p->graph.node[i]->name);
		word = ", ";
	}
	if (*word == ',')
		buf_text(sql, " in access exclusive mode;\n");
	for (i = 0; i < p->graph.count; i++) {
		n = p->graph.node[i];
		if (n->of_games &&
		    (n->keep || (n->by_game && n->kind == GRAPH_TABLE)))
			node_sql_merge(sql, n, &p->run);
		else if (publish_replaces(n))
			node_sql_replace(sql, n, p->schema);
	}
}

int
publish_swap(struct pipeline *p, struct err *e)
{
	const struct timespec nap = {.tv_nsec = 100000000};
	struct buf sql;
	int rc;

	buf_init(&sql, BUF_MAX_SQL);
	buf_printf(&sql,
	    "begin; set local synchronous_commit = on; "
	    "set local lock_timeout = %d;\n"
	    "select app.publish_files();\n",
	    PUBLISH_LOCK_MS);
	if (p->changed == NULL)
		publish_whole(p, &sql);
	else
		publish_games(p, &sql);
	buf_text(&sql, "alter table finding set schema kept;\n");
	for (;;) {
		if (pipeline_stopped(p)) {
			rc = err_set(e, ERR_CANCELLED, "cancelled");
			break;
		}
		err_clear(e);
		if ((rc = publish_try(p, buf_string(&sql), e)) == 0 ||
		    e->code != ERR_BUSY)
			break;
		pipeline_log(p, ETL_INFO, "publish",
		    "waiting for readers of the published tables");
		(void)nanosleep(&nap, NULL);
	}
	buf_cleanup(&sql);
	return (rc);
}

/* Completes the job in a transaction of its own. */
static int
publish_job(struct pipeline *p, struct err *e)
{
	if (p->h->publish == NULL)
		return (0);
	if (db_script(p->conn, "begin; set local synchronous_commit = on", e) ==
		-1 ||
	    p->h->publish(p->h->arg, p->conn, publish_result(p, false), e) ==
		-1)
		return (-1);
	return (db_script(p->conn, "commit", e));
}

int
publish_nothing(struct pipeline *p, struct err *e)
{
	p->data_version[0] = '\0';
	return (publish_job(p, e));
}

int
publish_unchanged(struct pipeline *p, struct err *e)
{
	return (publish_job(p, e));
}
