/*
 * graph: the SQL files of sql/ as nodes, their headers, and which node reads
 * which. Pure but for reading the files; runs nothing.
 */
#ifndef ETL_GRAPH_H
#define ETL_GRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"

enum graph_kind {
	GRAPH_BASE,    /* a step, dropped before publication */
	GRAPH_FINDING, /* rows for the job's warnings */
	GRAPH_TABLE,   /* a table of the warehouse */
	GRAPH_CHECK    /* counter-examples of a claim; built by nobody else */
};

#define GRAPH_INDEXES 8

/* One file: a header of comment lines, then one SELECT. */
struct graph_node {
	const char *name; /* stem of the file */
	const char *path; /* for messages */
	enum graph_kind kind;
	const char *title; /* the header's sentences without the name */
	const char *grain; /* what a row is, or NULL */
	const char *key;   /* columns as written, or NULL */
	const char *seed;  /* file in data/seeds, instead of a body, or NULL */
	const char *index[GRAPH_INDEXES]; /* columns of further indexes */
	size_t indexes;
	const char *analyze; /* columns with statistics, "yes": all, or NULL */
	bool by_game;	     /* rows of a game depend on it and the league */
	bool by_player;	     /* rows are of players; if not by game, they depend
				on the games of the player and the league */
	const char *order;   /* of its rows, where games do not come first */
	bool keep;	     /* a step that is kept for later runs */
	bool of_games;	     /* depends on games, itself or by what it reads */
	bool summed;	     /* by game or player, and read by a total */
	bool played;	     /* by game, and read by a node by player alone */
	const char *body;
	struct graph_node **reads; /* nodes whose names the body mentions */
	size_t reads_count;
	int depth;    /* nodes on the longest way from here to an end */
	bool wanted;  /* false: not needed for the targets */
	size_t place; /* in graph.node, once linked */
	int mark;     /* of graph_link only */
};

struct graph {
	struct graph_node **node; /* by name until linked, then in order */
	size_t count;
	size_t cap;
	struct arena *arena; /* owns all nodes and texts */
};

void graph_init(struct graph *g, struct arena *a);

/*
 * Adds a node. text must live in the arena. -1 with ERR_CONFIG: no header, no
 * body and no seed, a name that stands twice. Other words of a header are text.
 */
int graph_add(struct graph *g, enum graph_kind kind, const char *path,
    const char *text, struct err *e) ERR_CHECKED;

/* Adds sql/base, sql/findings, sql/warehouse and, if asked, sql/checks. */
int graph_load(struct graph *g, const char *sql_dir, bool checks,
    struct err *e) ERR_CHECKED;

/*
 * Finds what each node reads and puts the nodes in an order in which all that
 * a node reads stands before it. -1 with ERR_CONFIG `cycle: a -> b -> a`, or
 * for a node that is made for each game or player alone and reads one that is
 * not, or one of more games that reads a step of single games or players that
 * is not kept.
 */
int graph_link(struct graph *g, struct err *e) ERR_CHECKED;

/*
 * Leaves only the named nodes and what they read wanted; n = 0: all. -1 with
 * ERR_CONFIG for a name that is no node. After graph_link.
 */
int graph_want(struct graph *g, const char *const *names, size_t n,
    struct err *e) ERR_CHECKED;

/*
 * Leaves wanted what depends on games, and the steps of the league that it
 * reads; tables and kept steps of the league it finds as they stand. After
 * graph_link.
 */
void graph_want_games(struct graph *g);

/* A kept step of which a run builds the rows of its players alone. */
bool graph_of_players(const struct graph_node *n);

struct graph_node *graph_find(const struct graph *g, const char *name);

/*
 * The next bare identifier of an SQL text at or after *at, which moves past
 * it; its length, 0 at the end. Comments, strings, quoted names and what
 * follows a dot are passed over.
 */
size_t graph_identifier(const char **at, const char **word);

#endif
