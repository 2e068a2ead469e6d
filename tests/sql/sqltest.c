/*
 * sqltest: runs the .test files of tests/sql on a PostgreSQL of its own: rows
 * that are given, nodes of sql/ that are built from them, rows that are
 * expected. docs/TESTING.md explains the format. Prints a line for each file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/buf.h"
#include "core/logger.h"
#include "db/cluster.h"
#include "db/db.h"
#include "db/migrate.h"
#include "db/sqlfile.h"
#include "etl/pipeline.h"
#include "etl/build_schema.h"
#include "etl/transform.h"
#include "io/file.h"

#define BLOCKS_MAX 256
#define SCRATCH "build"

/* A line of words and the lines under it, up to an empty one. */
struct block {
	const char *head;
	const char *rows;
};

struct sqltest {
	struct arena *arena; /* of one file */
	const char *conninfo;
	PGconn *conn;
	struct block block[BLOCKS_MAX];
	size_t blocks;
	const char *file_id; /* of rows that name none */
	struct buf report;   /* what differs */
};

/* ---- the file */

static int read_blocks(struct sqltest *t, const char *path, struct err *e);

static int
read_use(struct sqltest *t, const char *path, const char *name, struct err *e)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash == NULL ? 0 : (size_t)(slash - path) + 1;

	return (read_blocks(t,
	    arena_printf(t->arena, "%.*s%s.given", (int)len, path, name), e));
}

static int
read_blocks(struct sqltest *t, const char *path, struct err *e)
{
	const char *text, *line, *end, *head = NULL, *rows = NULL;

	if (sqlfile_read(t->arena, path, &text, e) == -1)
		return (-1);
	for (line = text; *line != '\0'; line = end + (*end == '\n')) {
		end = line + strcspn(line, "\n");
		if (line[strspn(line, " \t")] == '\n' || line == end) {
			head = NULL;
			continue;
		}
		if (head != NULL) {
			t->block[t->blocks - 1].rows = arena_printf(t->arena,
			    "%s%.*s\n", t->block[t->blocks - 1].rows,
			    (int)(end - line), line);
			continue;
		}
		if (strncmp(line, "--", 2) == 0)
			continue;
		rows = arena_strndup(t->arena, line, (size_t)(end - line));
		if (strncmp(rows, "use ", 4) == 0) {
			if (read_use(t, path, rows + 4, e) == -1)
				return (-1);
			continue;
		}
		if (t->blocks == BLOCKS_MAX)
			return (err_set(e, ERR_LIMIT, "%s: too long", path));
		t->block[t->blocks].head = rows;
		t->block[t->blocks++].rows = "";
		/* `none` has no rows under it. */
		head = strncmp(rows, "none ", 5) == 0 ? NULL : rows;
	}
	return (0);
}

/* ---- CSV, as far as the tests need it */

/*
 * The next row of *at as a line in which fields end with |, so that two
 * spellings of a row are equal. NULL at the end.
 */
static const char *
csv_row(struct arena *a, const char **at)
{
	const char *p = *at;
	struct buf row;
	const char *text;
	bool quoted = false;

	if (*p == '\0')
		return (NULL);
	buf_init(&row, BUF_MAX_CELL);
	for (; *p != '\0' && (quoted || *p != '\n'); p++) {
		if (*p == '"' && quoted && p[1] == '"')
			buf_char(&row, *p++);
		else if (*p == '"')
			quoted = !quoted;
		else
			buf_char(&row, *p == ',' && !quoted ? '|' : *p);
	}
	buf_char(&row, '|');
	*at = *p == '\0' ? p : p + 1;
	text = arena_strdup(a, buf_string(&row));
	buf_cleanup(&row);
	return (text);
}

/* The place of a name in a header `a|b|`, or -1. */
static int
csv_place(const char *header, const char *name)
{
	size_t len = strlen(name);
	int i;

	for (i = 0; *header != '\0'; i++) {
		if (strncmp(header, name, len) == 0 && header[len] == '|')
			return (i);
		header += strcspn(header, "|") + 1;
	}
	return (-1);
}

static const char *
csv_field(struct arena *a, const char *row, int place)
{
	for (; place > 0; place--)
		row += strcspn(row, "|") + 1;
	return (arena_strndup(a, row, strcspn(row, "|")));
}

/* ---- given */

static int
copy_rows(struct sqltest *t, const char *sql, const char *rows, struct err *e)
{
	PGresult *res = PQexec(t->conn, sql);
	int rc = 0;

	if (PQresultStatus(res) != PGRES_COPY_IN)
		rc = db_fail(t->conn, res, e);
	PQclear(res);
	if (rc == -1)
		return (-1);
	if (PQputCopyData(t->conn, rows, (int)strlen(rows)) != 1 ||
	    PQputCopyEnd(t->conn, NULL) != 1)
		return (db_fail(t->conn, NULL, e));
	while ((res = PQgetResult(t->conn)) != NULL) {
		if (PQresultStatus(res) != PGRES_COMMAND_OK)
			rc = db_fail(t->conn, res, e);
		PQclear(res);
	}
	return (rc);
}

/*
 * Columns that a test need not give: those of raw.file that nobody looks at,
 * and the file that the other rows are of. before and after stand around each
 * line; # in after is the row's number.
 */
static void
given_rows(const char *rows, const char *before, bool file, struct buf *out)
{
	const char *end;
	int n;

	for (n = 0; *rows != '\0'; rows = end + 1, n++) {
		end = rows + strcspn(rows, "\n");
		if (n > 0) {
			buf_text(out, before);
			buf_append(out, rows, (size_t)(end - rows));
			if (file)
				buf_printf(out, ",x%d,1,1", n);
		}
		if (n > 0)
			buf_char(out, '\n');
	}
}

static int
given(struct sqltest *t, const char *table, const char *rows, struct err *e)
{
	const char *at = rows, *header, *row, *last = NULL, *name;
	bool file = strcmp(table, "raw.file") == 0;
	struct buf sql, lines;
	int place, rc;

	if ((header = csv_row(t->arena, &at)) == NULL)
		return (err_set(e, ERR_INPUT, "given %s: no rows", table));
	place = csv_place(header, "file_id");
	while ((row = csv_row(t->arena, &at)) != NULL)
		last = row;
	if (file && place != -1 && last != NULL)
		t->file_id = csv_field(t->arena, last, place);
	buf_init(&sql, BUF_MAX_SQL);
	buf_init(&lines, BUF_MAX_SQL);
	buf_printf(&sql, "copy %s (%s", table, place == -1 ? "file_id" : "");
	for (name = header; *name != '\0'; name += strcspn(name, "|") + 1) {
		buf_text(&sql, name == header && place != -1 ? "" : ", ");
		db_quote_name(
		    &sql, arena_strndup(t->arena, name, strcspn(name, "|")));
	}
	buf_printf(&sql, "%s) from stdin with (format csv)",
	    file ? ", sha256, size_bytes, reader" : "");
	given_rows(rows,
	    place == -1 ? arena_printf(t->arena, "%s,", t->file_id) : "", file,
	    &lines);
	rc = copy_rows(t, buf_string(&sql), buf_string(&lines), e);
	buf_cleanup(&sql);
	buf_cleanup(&lines);
	return (rc == 0 ? 0 : err_context(e, "given %s", table));
}

/* ---- expect */

/* The words of `expect NODE where CONDITION by COLUMNS`. */
struct expect {
	const char *node;
	const char *where; /* with the word, or "" */
	const char *by;
};

static void
expect_words(struct sqltest *t, const char *head, struct expect *x)
{
	const char *rest = strchr(head, ' ') + 1, *by;

	x->node = arena_strndup(t->arena, rest, strcspn(rest, " "));
	rest += strlen(x->node);
	by = strstr(rest, " by ");
	x->by = by == NULL ? "1" : arena_strdup(t->arena, by + 4);
	if (strncmp(rest, " where ", 7) != 0)
		x->where = "";
	else
		x->where = by == NULL ? rest
				      : arena_strndup(t->arena, rest,
					    (size_t)(by - rest));
}

/* The rows of a query as CSV, in the arena. */
static int
query_csv(struct sqltest *t, const char *sql, const char **out, struct err *e)
{
	PGresult *res = PQexec(t->conn, sql);
	struct buf rows;
	char *row;
	int rc = 0, n;

	if (PQresultStatus(res) != PGRES_COPY_OUT)
		rc = db_fail(t->conn, res, e);
	PQclear(res);
	if (rc == -1)
		return (-1);
	buf_init(&rows, BUF_MAX_SQL);
	while ((n = PQgetCopyData(t->conn, &row, 0)) > 0) {
		buf_append(&rows, row, (size_t)n);
		PQfreemem(row);
	}
	while ((res = PQgetResult(t->conn)) != NULL) {
		if (PQresultStatus(res) != PGRES_COMMAND_OK)
			rc = db_fail(t->conn, res, e);
		PQclear(res);
	}
	*out = arena_strdup(t->arena, buf_string(&rows));
	buf_cleanup(&rows);
	return (rc);
}

static void
compare(
    struct sqltest *t, const char *head, const char *expected, const char *got)
{
	const char *a, *b;
	bool said = false;

	for (;;) {
		a = csv_row(t->arena, &expected);
		b = csv_row(t->arena, &got);
		if (a == NULL && b == NULL)
			return;
		if (a != NULL && b != NULL && strcmp(a, b) == 0)
			continue;
		if (!said)
			buf_printf(&t->report, "  %s\n", head);
		said = true;
		buf_printf(&t->report, "    expected %s\n    got      %s\n",
		    a == NULL ? "no row" : a, b == NULL ? "no row" : b);
	}
}

static int
expect(struct sqltest *t, const struct block *b, struct err *e)
{
	const char *expected = b->rows, *got, *header, *name;
	bool none = strncmp(b->head, "none ", 5) == 0;
	struct expect x;
	struct buf sql;
	int rc;

	expect_words(t, b->head, &x);
	buf_init(&sql, BUF_MAX_SQL);
	buf_text(&sql, "copy (select ");
	if (none)
		buf_text(&sql, "*");
	header = none ? "" : csv_row(t->arena, &expected);
	for (name = header; name != NULL && *name != '\0';
	     name += strcspn(name, "|") + 1) {
		buf_text(&sql, name == header ? "" : ", ");
		db_quote_name(
		    &sql, arena_strndup(t->arena, name, strcspn(name, "|")));
		buf_text(&sql, "::text");
	}
	if (strncmp(x.node, "finding_", 8) == 0)
		buf_printf(&sql,
		    " from (select * from build_sqltest.finding "
		    "where node = '%s') as found",
		    x.node);
	else
		buf_printf(&sql, " from build_sqltest.%s", x.node);
	buf_printf(
	    &sql, "%s order by %s) to stdout with (format csv)", x.where, x.by);
	rc = query_csv(t, buf_string(&sql), &got, e);
	buf_cleanup(&sql);
	if (rc == -1)
		return (err_context(e, "%s", b->head));
	compare(t, b->head, expected, got);
	return (0);
}

/* ---- a file */

static bool
is_expectation(const struct block *b)
{
	return (strncmp(b->head, "expect ", 7) == 0 ||
		strncmp(b->head, "none ", 5) == 0);
}

static int
build(struct sqltest *t, struct err *e)
{
	static const struct etl_hooks hooks;
	struct etl_options o = {.conninfo = t->conninfo,
	    .sql_dir = "sql",
	    .seeds_dir = "data/seeds",
	    .run_id = "sqltest",
	    .connections = 2};
	const char *nodes[BLOCKS_MAX];
	struct pipeline p;
	struct expect x;
	size_t i, n = 0;
	int rc = -1;

	for (i = 0; i < t->blocks; i++) {
		if (!is_expectation(&t->block[i]))
			continue;
		expect_words(t, t->block[i].head, &x);
		nodes[n++] = x.node;
	}
	if (pipeline_open(&p, &o, &hooks, e) == 0 &&
	    graph_want(&p.graph, nodes, n, e) == 0 &&
	    build_schema_make(&p, e) == 0 &&
	    db_script(p.conn,
		"insert into run_file select file_id, path, kind, game_id "
		"from raw.file; update run_parameter "
		"set started_at = '2026-01-01 00:00:00+00'",
		e) == 0 &&
	    pipeline_lanes(&p, e) == 0)
		rc = transform_build(&p, e);
	pipeline_close(&p);
	return (rc);
}

static int
run_blocks(struct sqltest *t, struct err *e)
{
	const struct block *b;
	size_t i;

	for (i = 0; i < t->blocks; i++) {
		b = &t->block[i];
		if (strncmp(b->head, "given ", 6) == 0 &&
		    given(t, b->head + 6, b->rows, e) == -1)
			return (-1);
	}
	if (build(t, e) == -1)
		return (-1);
	for (i = 0; i < t->blocks; i++) {
		if (is_expectation(&t->block[i]) &&
		    expect(t, &t->block[i], e) == -1)
			return (-1);
	}
	return (0);
}

/* Empties what the file before has given. */
static int
forget(struct sqltest *t, struct err *e)
{
	return (db_script(t->conn,
	    "do $$ declare name text; begin "
	    "for name in select tablename from pg_tables "
	    "where schemaname = 'raw' loop "
	    "execute format('delete from raw.%I', name); "
	    "end loop; end $$",
	    e));
}

static bool
run_file(struct sqltest *t, const char *path)
{
	struct err e;
	bool passed;

	err_clear(&e);
	t->arena = arena_new();
	t->blocks = 0;
	t->file_id = "1";
	buf_reset(&t->report);
	if (forget(t, &e) == -1 || read_blocks(t, path, &e) == -1 ||
	    run_blocks(t, &e) == -1)
		buf_printf(&t->report, "  %s\n", e.text);
	passed = t->report.len == 0;
	printf("%s %s\n%s", passed ? "ok    " : "FAILED", path,
	    buf_string(&t->report));
	(void)fflush(stdout);
	arena_free(t->arena);
	return (passed);
}

/* ---- a PostgreSQL of our own */

static int
prepare(struct sqltest *t, struct err *e)
{
	int applied;

	if (db_queries_load("sql/queries", e) == -1 ||
	    db_open(t->conninfo, "sqltest", &t->conn, e) == -1)
		return (-1);
	return (migrate_run(t->conn, "sql/migrations", &applied, e));
}

int
main(int argc, char **argv)
{
	char dir[] = SCRATCH "/sqltest-XXXXXX", raw[64];
	struct cluster *cluster = NULL;
	struct sqltest t = {0};
	struct err e;
	int i, passed = 0, failed = 0;

	logger_level(LOG_WARNING_);
	buf_init(&t.report, BUF_MAX_JSON);
	if (mkdtemp(dir) == NULL) {
		perror(dir);
		return (EXIT_FAILURE);
	}
	/* PostgreSQL's user must be able to get there. */
	(void)chmod(dir, 0755);
	(void)snprintf(raw, sizeof(raw), "%s/raw", dir);
	if (cluster_acquire(dir, raw, &cluster, &e) == 0) {
		t.conninfo = cluster_conninfo(cluster);
		if (prepare(&t, &e) == 0) {
			for (i = 1; i < argc; i++)
				*(run_file(&t, argv[i]) ? &passed : &failed) +=
				    1;
		}
	}
	if (passed + failed == 0) {
		fprintf(stderr, "sqltest: %s\n", e.text);
		failed = 1;
	}
	db_close(t.conn);
	cluster_release(cluster);
	buf_cleanup(&t.report);
	if (file_remove_tree(SCRATCH, strrchr(dir, '/') + 1, &e) == -1)
		fprintf(stderr, "sqltest: %s\n", e.text);
	printf("%d passed, %d failed\n", passed, failed);
	return (failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}
