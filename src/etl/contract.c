/*
 * contract: four JSON files made into one table of tables, and a comparison.
 */
#include "etl/contract.h"

#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/json.h"
#include "db/sqlfile.h"

/* Words of the contract that PostgreSQL spells otherwise. */
static const char *
contract_type(const char *type)
{
	if (strcmp(type, "timestamptz") == 0)
		return ("timestamp with time zone");
	if (strcmp(type, "time") == 0)
		return ("time without time zone");
	return (type);
}

static int
contract_read(struct arena *a, const char *dir, const char *name,
    const struct json **out, struct err *e)
{
	const char *path = arena_printf(a, "%s/%s", dir, name), *text;

	if (sqlfile_read(a, path, &text, e) == -1)
		return (-1);
	if (json_parse(a, text, strlen(text), out, e) == -1)
		return (err_context(e, "%s", path));
	return (0);
}

static int
contract_compare(const void *a, const void *b)
{
	const struct contract_table *x = a, *y = b;

	return (strcmp(x->name, y->name));
}

static const char *
contract_key(struct arena *a, const struct json *names)
{
	const struct json *name;
	struct buf text;
	const char *key;

	buf_init(&text, BUF_MAX_LINE);
	for (name = names->child; name != NULL; name = name->next)
		buf_printf(
		    &text, "%s%s", text.len == 0 ? "" : ", ", name->text);
	key = arena_strdup(a, buf_string(&text));
	buf_cleanup(&text);
	return (key);
}

/* One table: its columns in order with their types, and its key. */
static int
contract_table(struct arena *a, const struct json *names,
    const struct json *types, struct contract_table *out, struct err *e)
{
	const struct json *name, *of, *type, *next;

	out->name = names->key;
	out->column = arena_alloc(a, (names->count + 1) * sizeof(*out->column));
	of = json_get(types, names->key);
	next = of == NULL ? NULL : of->child;
	for (name = names->child; name != NULL; name = name->next) {
		/* Both files have the same order, as a rule. */
		type = next;
		if (type == NULL || strcmp(type->key, name->text) != 0)
			type = json_get(of, name->text);
		next = type == NULL ? NULL : type->next;
		if (type == NULL || type->type != JSON_STRING)
			return (err_set(e, ERR_CONFIG,
			    "contract: %s.%s has no type", names->key,
			    name->text));
		out->column[out->columns].name = name->text;
		out->column[out->columns++].type = contract_type(type->text);
	}
	return (0);
}

static const char *
contract_text(const struct json *object, const char *key)
{
	const struct json *v = json_get(object, key);

	return (v == NULL || v->type != JSON_STRING ? NULL : v->text);
}

static int
contract_links(struct arena *a, const struct json *list, struct contract *out,
    struct err *e)
{
	const struct json *row, *enforce;
	struct contract_link *l;

	out->link = arena_alloc(a, (list->count + 1) * sizeof(*out->link));
	for (row = list->child; row != NULL; row = row->next) {
		l = &out->link[out->links++];
		l->child = contract_text(row, "child");
		l->column = contract_text(row, "column");
		l->parent = contract_text(row, "parent");
		l->parent_column = contract_text(row, "parent_column");
		l->why = contract_text(row, "why");
		enforce = json_get(row, "enforce");
		l->enforced = enforce != NULL && enforce->boolean;
		if (l->child == NULL || l->column == NULL ||
		    l->parent == NULL || l->parent_column == NULL)
			return (err_set(e, ERR_CONFIG,
			    "contract: link %zu is not whole", out->links));
	}
	return (0);
}

int
contract_load(
    struct arena *a, const char *dir, struct contract *out, struct err *e)
{
	const struct json *columns, *types, *keys, *links, *table, *key;
	struct contract_table *t;

	memset(out, 0, sizeof(*out));
	if (contract_read(a, dir, "columns.json", &columns, e) == -1 ||
	    contract_read(a, dir, "types.json", &types, e) == -1 ||
	    contract_read(a, dir, "keys.json", &keys, e) == -1 ||
	    contract_read(a, dir, "fkeys.json", &links, e) == -1)
		return (-1);
	out->table = arena_alloc(a, (columns->count + 1) * sizeof(*t));
	for (table = columns->child; table != NULL; table = table->next) {
		t = &out->table[out->tables++];
		if (contract_table(a, table, types, t, e) == -1)
			return (-1);
		if ((key = json_get(keys, t->name)) == NULL)
			return (err_set(
			    e, ERR_CONFIG, "contract: %s has no key", t->name));
		t->key = contract_key(a, key);
	}
	qsort(out->table, out->tables, sizeof(*t), contract_compare);
	return (contract_links(a, links, out, e));
}

const struct contract_table *
contract_find(const struct contract *c, const char *name)
{
	struct contract_table key = {.name = name};

	if (c->tables == 0)
		return (NULL);
	return (
	    bsearch(&key, c->table, c->tables, sizeof(key), contract_compare));
}

const char *
contract_type_of(unsigned int oid)
{
	/* Numbers of src/include/catalog/pg_type.dat; they never change. */
	static const struct {
		unsigned int oid;
		const char *name;
	} types[] = {
	    {16, "boolean"},
	    {20, "bigint"},
	    {21, "smallint"},
	    {23, "integer"},
	    {25, "text"},
	    {700, "real"},
	    {701, "double precision"},
	    {1043, "character varying"},
	    {1082, "date"},
	    {1083, "time without time zone"},
	    {1114, "timestamp without time zone"},
	    {1184, "timestamp with time zone"},
	    {1700, "numeric"},
	};
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (types[i].oid == oid)
			return (types[i].name);
	}
	return ("another type");
}

int
contract_check(const struct contract_table *t,
    const struct contract_built *built, const char **kind, struct err *e)
{
	const struct contract_column *is, *must;
	size_t i;

	*kind = "contract_columns";
	for (i = 0; i < t->columns && i < built->columns; i++) {
		is = &built->column[i];
		must = &t->column[i];
		if (strcmp(is->name, must->name) != 0)
			return (err_set(e, ERR_UNEXPECTED,
			    "%s: column %zu is %s, not %s", t->name, i + 1,
			    is->name, must->name));
	}
	if (built->columns != t->columns)
		return (err_set(e, ERR_UNEXPECTED, "%s: %zu columns, not %zu",
		    t->name, built->columns, t->columns));
	if (built->key == NULL || strcmp(built->key, t->key) != 0)
		return (err_set(e, ERR_UNEXPECTED, "%s: the key is %s, not %s",
		    t->name, built->key == NULL ? "missing" : built->key,
		    t->key));
	*kind = "contract_types";
	for (i = 0; i < t->columns; i++) {
		is = &built->column[i];
		must = &t->column[i];
		if (strcmp(is->type, must->type) != 0)
			return (err_set(e, ERR_UNEXPECTED,
			    "%s: column %s is %s, not %s", t->name, is->name,
			    is->type, must->type));
	}
	return (0);
}
