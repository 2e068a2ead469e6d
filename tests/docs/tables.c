/*
 * tables: prints docs/TABLES.md from the database that a run over the sample
 * league leaves behind: each table by area, its grain, key and columns, in the
 * words of their comments. `make docs/TABLES.md` writes it, the docs tests
 * compare it.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/logger.h"
#include "core/settings.h"
#include "db/db.h"
#include "etl/etl.h"
#include "etl/graph.h"
#include "io/file.h"
#include "jobs/league.h"
#include "sample/sample.h"

#define WORK "build/test-docs"
#define RUN_MIN 6 /* columns in a row that are shown as those of a table */

/* The folders of sql/warehouse in the order of the page. */
static const struct {
	const char *name, *what;
} areas[] = {
    {"league", "The sheets of the league workbook."},
    {"dimensions", "The codes of the warehouse, with names and meanings."},
    {"events", "What happened in the tracked games, event by event."},
    {"shifts", "Who was on the ice, with whom and against whom."},
    {"players", "Statistics of skaters."},
    {"goalies", "Statistics of goalies."},
    {"teams", "Statistics of teams."},
    {"analytics", "Chances, chains, possession, entries, exits; videos."},
    {"rink", "Places on the ice, where they were recorded."},
    {"quality", "How well the games were tracked."},
};

#define AREAS (sizeof(areas) / sizeof(areas[0]))

struct column {
	const char *name, *type, *text;
	const struct table *as; /* shown there; NULL: here */
};

struct table {
	const struct graph_node *node;
	const char *text, *key;
	struct column *column;
	size_t columns;
};

struct tables {
	struct arena *arena;
	struct graph graph;
	struct table *table; /* in the order of the graph */
	size_t count;
};

/* Tables with their comments and keys, one row per column. */
static const char tables_query[] =
    "select c.relname, obj_description(c.oid, 'pg_class'), (select "
    "string_agg('`' || k.attname || '`', ', ' order by place) "
    "from pg_index as i cross join unnest(i.indkey::int[]) with ordinality "
    "as u (attnum, place) join pg_attribute as k on k.attrelid = c.oid and "
    "k.attnum = u.attnum where i.indrelid = c.oid and i.indisprimary), "
    "a.attname, format_type(a.atttypid, a.atttypmod), "
    "col_description(c.oid, a.attnum) from pg_class as c "
    "join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 "
    "and not a.attisdropped where c.relkind = 'r' and "
    "c.relnamespace = 'warehouse'::regnamespace order by c.relname, a.attnum";

/* ---- the database */

static int
read_tables(struct tables *t, PGconn *conn, struct err *e)
{
	struct arena *a = t->arena;
	PGresult *res = PQexec(conn, tables_query);
	struct table *x = NULL;
	struct column *c;
	const char *name;
	int i, n = PQntuples(res);

	if (PQresultStatus(res) != PGRES_TUPLES_OK)
		return (db_fail(NULL, res, e));
	t->table = arena_alloc(a, ((size_t)n + 1) * sizeof(*x));
	c = arena_alloc(a, ((size_t)n + 1) * sizeof(*c));
	for (i = 0; i < n; i++, c++) {
		name = PQgetvalue(res, i, 0);
		if (x == NULL || strcmp(x->node->name, name) != 0) {
			x = &t->table[t->count++];
			x->node = graph_find(&t->graph, name);
			x->text = arena_strdup(a, PQgetvalue(res, i, 1));
			x->key = arena_strdup(a, PQgetvalue(res, i, 2));
			x->column = c;
			if (x->node == NULL)
				return (err_set(e, ERR_UNEXPECTED,
				    "there is no file of %s", name));
		}
		x->columns++;
		c->name = arena_strdup(a, PQgetvalue(res, i, 3));
		c->type = arena_strdup(a, PQgetvalue(res, i, 4));
		c->text = arena_strdup(a, PQgetvalue(res, i, 5));
	}
	PQclear(res);
	return (0);
}

static int
compare_tables(const void *a, const void *b)
{
	const struct table *x = a, *y = b;

	return ((x->node->place > y->node->place) -
		(x->node->place < y->node->place));
}

/* ---- columns that several tables share */

static size_t
run_length(const struct table *x, size_t i, const struct table *y, size_t j)
{
	size_t n = 0;

	while (i + n < x->columns && j + n < y->columns &&
	       y->column[j + n].as == NULL &&
	       strcmp(x->column[i + n].name, y->column[j + n].name) == 0 &&
	       strcmp(x->column[i + n].type, y->column[j + n].type) == 0 &&
	       strcmp(x->column[i + n].text, y->column[j + n].text) == 0)
		n++;
	return (n);
}

/* The longest run of columns from i on that a table before has too. */
static size_t
longest_run(const struct tables *t, const struct table *x, size_t i,
    const struct table **in)
{
	const struct table *y;
	size_t best = 0, j, n;

	for (y = t->table; y < x; y++) {
		for (j = 0; j < y->columns; j++) {
			if ((n = run_length(x, i, y, j)) > best) {
				best = n;
				*in = y;
			}
		}
	}
	return (best);
}

static void
find_shared(struct tables *t)
{
	const struct table *in = NULL;
	struct table *x;
	size_t i, n;

	for (x = t->table; x < t->table + t->count; x++) {
		for (i = 0; i < x->columns; i++) {
			n = longest_run(t, x, i, &in);
			if (n < RUN_MIN)
				continue;
			for (; n > 1; n--)
				x->column[i++].as = in;
			x->column[i].as = in;
		}
	}
}

/* ---- the page */

static void
print_table(const struct table *x)
{
	const char *grain = strstr(x->text, " Grain: ");
	const struct column *c = x->column, *end = c + x->columns, *from;
	size_t len =
	    grain == NULL ? strlen(x->text) : (size_t)(grain - x->text);

	printf("\n### %s\n\n%c%.*s\n\n", x->node->name,
	    toupper((unsigned char)*x->text), (int)len - 1, x->text + 1);
	printf("%s Key: %s.\n\n", grain == NULL ? "" : grain + 1, x->key);
	printf("| column | type | what |\n|---|---|---|\n");
	while (c < end) {
		from = c++;
		if (from->as == NULL) {
			printf("| `%s` | %s | %s |\n", from->name, from->type,
			    from->text);
			continue;
		}
		while (c < end && c->as == from->as)
			c++;
		printf("| `%s` … `%s` | | %d columns as in [%s](#%s) |\n",
		    from->name, c[-1].name, (int)(c - from),
		    from->as->node->name, from->as->node->name);
	}
}

static int
compare_names(const void *a, const void *b)
{
	const struct table *const *x = a, *const *y = b;

	return (strcmp((*x)->node->name, (*y)->node->name));
}

static void
print_page(const struct tables *t)
{
	const struct table **sorted;
	char folder[64];
	size_t i, k;

	sorted = arena_alloc(t->arena, (t->count + 1) * sizeof(*sorted));
	for (i = 0; i < t->count; i++)
		sorted[i] = &t->table[i];
	qsort(sorted, t->count, sizeof(*sorted), compare_names);
	printf("# Tables\n\n"
	       "The %zu tables of the warehouse, as the comments in the "
	       "database say it. Written by `make docs/TABLES.md`.\n",
	    t->count);
	for (k = 0; k < AREAS; k++) {
		printf("\n## %s\n\n%s\n", areas[k].name, areas[k].what);
		(void)snprintf(
		    folder, sizeof(folder), "/warehouse/%s/", areas[k].name);
		for (i = 0; i < t->count; i++) {
			if (strstr(sorted[i]->node->path, folder) != NULL)
				print_table(sorted[i]);
		}
	}
}

/* ---- the run */

static int
publish(void *arg, PGconn *conn, const char *result_json, struct err *e)
{
	(void)arg;
	(void)conn;
	(void)result_json;
	(void)e;
	return (0);
}

static int
run(const struct runner_options *where, struct err *e)
{
	const struct etl_hooks hooks = {.publish = publish};
	const struct etl_options o = {.conninfo = where->conninfo,
	    .input_dir = where->input_dir,
	    .output_dir = WORK "/output",
	    .sql_dir = where->sql_dir,
	    .seeds_dir = where->seeds_dir,
	    .run_id = "docs",
	    .use_cache = true};
	struct etl_result ignored;

	return (etl_run(&o, &hooks, &ignored, e));
}

static int
print(struct tables *t, const struct runner_options *where, struct err *e)
{
	PGconn *conn;
	int rc = -1;

	graph_init(&t->graph, t->arena);
	if (graph_load(&t->graph, where->sql_dir, false, e) == -1 ||
	    graph_link(&t->graph, e) == -1 || run(where, e) == -1 ||
	    db_open(where->conninfo, "docs", &conn, e) == -1)
		return (-1);
	if (read_tables(t, conn, e) == 0) {
		qsort(t->table, t->count, sizeof(*t->table), compare_tables);
		find_shared(t);
		print_page(t);
		rc = 0;
	}
	db_close(conn);
	return (rc);
}

/* A league in a directory of its own. */
static int
prepare(const struct settings *settings, struct league **league, struct err *e)
{
	const struct sample_options sample = {
	    .games = 1, .seed = 1, .dir = WORK "/raw"};
	struct sample_summary ignored;

	/* A PostgreSQL that a killed run has left must not lose its files. */
	(void)mkdir(WORK, 0755);
	if (league_open(settings, WORK "/raw", league, e) == 0)
		league_close(*league);
	*league = NULL;
	if (file_remove_tree("build", strrchr(WORK, '/') + 1, e) == -1 ||
	    mkdir(WORK, 0755) == -1 || sample_write(&sample, &ignored, e) == -1)
		return (-1);
	return (league_open(settings, WORK "/raw", league, e));
}

int
main(void)
{
	const struct settings settings = {.data_dir = WORK};
	struct tables t = {.arena = arena_new()};
	struct runner_options where;
	struct league *league = NULL;
	struct err e;
	int rc = EXIT_FAILURE;

	logger_level(LOG_WARNING_);
	if (prepare(&settings, &league, &e) == 0) {
		league_runner(league, &settings, NULL, &where);
		if (print(&t, &where, &e) == 0)
			rc = EXIT_SUCCESS;
	}
	if (rc == EXIT_FAILURE)
		fprintf(stderr, "tables: %s\n", e.text);
	league_close(league);
	if (file_remove_tree("build", strrchr(WORK, '/') + 1, &e) == -1)
		fprintf(stderr, "tables: %s\n", e.text);
	arena_free(t.arena);
	return (rc);
}
