/*
 * build_schema: run_input and run_file, run_parameter, the table of findings
 * and the functions of sql/functions.
 */
#include "etl/build_schema.h"

#include "core/buf.h"
#include "db/db.h"
#include "db/sqlfile.h"

/* Functions of sql/functions, one script. */
static int
build_schema_functions(struct pipeline *p, struct buf *sql, struct err *e)
{
	const char *dir, **names, *text;
	size_t i, n;

	dir = arena_printf(p->arena, "%s/functions", p->o->sql_dir);
	if (sqlfile_list(p->arena, dir, ".sql", &names, &n, e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		if (sqlfile_read(p->arena,
			arena_printf(p->arena, "%s/%s", dir, names[i]), &text,
			e) == -1)
			return (-1);
		buf_printf(sql, "%s;\n", text);
	}
	return (0);
}

static const char *
build_schema_mode(enum etl_mode mode)
{
	switch (mode) {
	case ETL_FULL:
		return ("full");
	case ETL_INCREMENTAL:
		return ("incremental");
	case ETL_SINGLE:
		return ("single");
	case ETL_TEST:
		return ("test");
	}
	return ("full");
}

static int
build_schema_parameter(struct pipeline *p, struct err *e)
{
	const struct etl_options *o = p->o;
	const char *values[] = {build_schema_mode(o->mode),
	    o->game_ids == NULL ? NULL
				: pipeline_ids(p->arena, o->game_ids, o->games),
	    pipeline_ids(p->arena, p->excluded, p->excluded_count),
	    o->export_pii ? "true" : "false"};

	return (db_none(p->conn, "run_parameter_set", 4, values, e));
}

int
build_schema_make(struct pipeline *p, struct err *e)
{
	struct buf sql;
	int rc = -1;

	buf_init(&sql, BUF_MAX_SQL);
	buf_text(&sql, "drop schema if exists ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, " cascade;\ncreate schema ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, ";\ncomment on schema ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, " is 'being built';\n"
		       "create table run_input (file_id bigint primary key, "
		       "path text, kind text, game_id integer, "
		       "built boolean not null default true);\n"
		       "create view run_file as select file_id, path, kind, "
		       "game_id from run_input where built;\n"
		       "create table run_parameter (mode text, "
		       "game_ids integer[], exclude_game_ids integer[], "
		       "started_at timestamptz, export_pii boolean);\n"
		       "create table finding (node text, severity text, "
		       "kind text, game_id integer, file text, sheet text, "
		       "\"row\" integer, column_name text, value text, "
		       "message text);\n");
	if (build_schema_functions(p, &sql, e) == 0 &&
	    buf_check(&sql, "sql/functions", e) == 0 &&
	    db_script(p->conn, buf_string(&sql), e) == 0 &&
	    build_schema_parameter(p, e) == 0 &&
	    db_script(p->conn, "analyze run_parameter", e) == 0)
		rc = 0;
	buf_cleanup(&sql);
	return (rc == 0 ? 0 : err_context(e, "build schema"));
}

int
build_schema_drop(struct pipeline *p, struct err *e)
{
	struct buf sql;
	int rc;

	if (p->conn == NULL || db_lost(p->conn)) {
		db_close(p->conn);
		p->conn = NULL;
		if (db_open(p->o->conninfo, "etl", &p->conn, e) == -1)
			return (-1);
	}
	buf_init(&sql, BUF_MAX_LINE);
	buf_text(&sql, "drop schema if exists ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, ", ");
	db_quote_name(&sql, p->run.games);
	buf_text(&sql, ", ");
	db_quote_name(&sql, p->run.players);
	buf_text(&sql, " cascade");
	rc = db_script(p->conn, buf_string(&sql), e);
	buf_cleanup(&sql);
	return (rc);
}
