/*
 * publish: renames two schemas. All tables of the old one are locked first:
 * a reader that has some of them open is waited for, so no statement sees old
 * and new ones together; a reader that comes meanwhile waits and then finds
 * the new ones.
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
	if (db_none(p->conn, "publish_row", 8, values, e) == -1)
		return (-1);
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

int
publish_swap(struct pipeline *p, struct err *e)
{
	const struct timespec nap = {.tv_nsec = 100000000};
	struct buf sql;
	size_t i;
	int rc;

	buf_init(&sql, BUF_MAX_SQL);
	buf_printf(&sql,
	    "begin; set local synchronous_commit = on; "
	    "set local lock_timeout = %d;\n"
	    "select app.publish_files();\n"
	    "drop view run_file;\n"
	    "drop table run_parameter, run_input;\n",
	    PUBLISH_LOCK_MS);
	for (i = 0; i < p->graph.count; i++) {
		if (p->graph.node[i]->keep)
			node_sql_keep(&sql, p->graph.node[i]);
	}
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
