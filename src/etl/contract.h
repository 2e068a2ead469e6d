/*
 * contract: sql/contract, the columns, types, keys and links that a table of
 * the warehouse must have. Says what differs; asks no database itself.
 */
#ifndef ETL_CONTRACT_H
#define ETL_CONTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"

struct contract_column {
	const char *name;
	const char *type; /* as format_type spells it */
};

struct contract_table {
	const char *name;
	struct contract_column *column;
	size_t columns;
	const char *key;      /* `a, b` */
	const char **comment; /* by column, each may be NULL; NULL: none */
};

/* child.column holds values of parent.parent_column, or NULL. */
struct contract_link {
	const char *child, *column, *parent, *parent_column;
	bool enforced; /* by construction, on any league */
	const char
	    *why; /* not enforced: same, implied, circle, kept; or NULL */
};

struct contract {
	struct contract_table *table; /* sorted by name */
	size_t tables;
	struct contract_link *link;
	size_t links;
};

/* Reads columns, types, keys and fkeys .json of dir into the arena. */
int contract_load(struct arena *a, const char *dir, struct contract *out,
    struct err *e) ERR_CHECKED;

const struct contract_table *contract_find(
    const struct contract *c, const char *name);

/*
 * The type of a result's column, by its number in pg_type, as format_type
 * spells it; "another type" for one that no column of ours may have.
 */
const char *contract_type_of(unsigned int oid);

/* What a table turned out to be. */
struct contract_built {
	const struct contract_column *column;
	size_t columns;
	const char *key; /* of the file's header; NULL: none */
};

/*
 * 0, or -1 with ERR_UNEXPECTED `{table}: {difference}`; *kind is the kind of
 * finding, contract_columns or contract_types.
 */
int contract_check(const struct contract_table *t,
    const struct contract_built *built, const char **kind,
    struct err *e) ERR_CHECKED;

#endif
