/*
 * graph_link: who reads whom, the order of building, what an incremental run
 * relies on, and what of it is wanted. The SQL itself is not understood: a bare
 * identifier that equals a node's name is a dependency.
 */
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "etl/graph.h"

static int
graph_compare(const void *a, const void *b)
{
	const struct graph_node *const *x = a, *const *y = b;

	return (strcmp((*x)->name, (*y)->name));
}

/* The node that a word of a body names; nodes are sorted by name. */
static struct graph_node *
graph_lookup(const struct graph *g, const char *word, size_t len)
{
	struct graph_node key = {0}, *at = &key, **found;
	char name[64];

	if (len >= sizeof(name))
		return (NULL);
	memcpy(name, word, len);
	name[len] = '\0';
	key.name = name;
	found = bsearch(
	    &at, g->node, g->count, sizeof(struct graph_node *), graph_compare);
	return (found == NULL ? NULL : *found);
}

bool
graph_of_players(const struct graph_node *n)
{
	return (n->by_player && !n->by_game);
}

/* Adds a node to those that n reads, unless it is one of them. */
static void
graph_read(struct graph_node *n, struct graph_node *other)
{
	size_t i;

	for (i = 0; i < n->reads_count && n->reads[i] != other; i++)
		;
	n->reads[i] = other;
	n->reads_count += i == n->reads_count;
}

/* Notes what a body reads, each node once. */
static void
graph_reads(struct graph *g, struct graph_node *n)
{
	const char *at = n->body, *word;
	struct graph_node *other;
	size_t len;

	n->reads =
	    arena_alloc(g->arena, g->count * sizeof(struct graph_node *));
	while ((len = graph_identifier(&at, &word)) > 0) {
		other = graph_lookup(g, word, len);
		if (other != NULL && other != n && other->kind != GRAPH_CHECK)
			graph_read(n, other);
	}
}

/*
 * The players of a run are those of all nodes of games and players that nodes
 * by player read: each of these waits for all of them.
 */
static void
graph_await_players(struct graph *g)
{
	struct graph_node *n;
	size_t i, k;

	for (i = 0; i < g->count; i++) {
		n = g->node[i];
		for (k = 0; graph_of_players(n) && k < n->reads_count; k++)
			n->reads[k]->played |= n->reads[k]->by_game;
	}
	for (i = 0; i < g->count; i++) {
		n = g->node[i];
		for (k = 0; graph_of_players(n) && k < g->count; k++) {
			if (g->node[k]->played && g->node[k]->by_player)
				graph_read(n, g->node[k]);
		}
	}
}

/* cycle: a -> b -> a, from the way that led to n again. */
static int
graph_cycle(struct graph_node **way, size_t len, const struct graph_node *n,
    struct err *e)
{
	struct buf text;
	size_t i;

	buf_init(&text, ERR_TEXT_MAX);
	for (i = 0; i < len && way[i] != n; i++)
		;
	for (; i < len; i++)
		buf_printf(&text, "%s -> ", way[i]->name);
	buf_text(&text, n->name);
	(void)err_set(e, ERR_CONFIG, "cycle: %s", buf_string(&text));
	buf_cleanup(&text);
	return (-1);
}

/* A walk in depth: mark 1 on the way, 2 when all that n reads stands. */
struct graph_walk {
	struct graph_node **way;
	size_t way_len;
	struct graph_node **order;
	size_t order_len;
};

static int
graph_visit(struct graph_walk *w, struct graph_node *n, struct err *e)
{
	size_t i;

	if (n->mark == 2)
		return (0);
	if (n->mark == 1)
		return (graph_cycle(w->way, w->way_len, n, e));
	n->mark = 1;
	w->way[w->way_len++] = n;
	for (i = 0; i < n->reads_count; i++) {
		if (graph_visit(w, n->reads[i], e) == -1)
			return (-1);
	}
	w->way_len--;
	n->mark = 2;
	n->place = w->order_len;
	w->order[w->order_len++] = n;
	return (0);
}

/* What an incremental run relies on when n reads a node. */
static int
graph_check_read(
    const struct graph_node *n, const struct graph_node *read, struct err *e)
{
	if (n->by_game && read->of_games && !read->by_game)
		return (err_set(e, ERR_CONFIG,
		    "%s: by game, but reads %s, which is of all games", n->path,
		    read->name));
	if (graph_of_players(n) && read->of_games && !read->by_game &&
	    !read->by_player)
		return (err_set(e, ERR_CONFIG,
		    "%s: by player, but reads %s, which is of all players",
		    n->path, read->name));
	if (n->kind != GRAPH_CHECK && !n->by_game && read->by_game &&
	    read->kind == GRAPH_BASE && !read->keep)
		return (err_set(e, ERR_CONFIG,
		    "%s: of all games, but reads %s, which is not kept",
		    n->path, read->name));
	return (0);
}

/*
 * It builds nodes of single games for some games only, those of single players
 * for the players of these games; the others get all games and players of
 * their tables and kept steps.
 */
static int
graph_check_games(struct graph_node *n, struct err *e)
{
	bool total = n->kind != GRAPH_CHECK && !n->by_game && !n->by_player;
	struct graph_node *read;
	size_t k;

	if (graph_of_players(n) && (n->kind != GRAPH_BASE || !n->keep))
		return (err_set(e, ERR_CONFIG,
		    "%s: by player, but it is no step that is kept", n->path));
	n->of_games = n->by_game;
	for (k = 0; k < n->reads_count; k++) {
		read = n->reads[k];
		n->of_games |= read->of_games;
		if (graph_check_read(n, read, e) == -1)
			return (-1);
		read->summed |= total && (read->by_game || read->by_player);
	}
	return (0);
}

int
graph_link(struct graph *g, struct err *e)
{
	struct graph_walk w = {0};
	struct graph_node *n, *read;
	size_t i, k;

	if (g->count == 0)
		return (0);
	qsort(g->node, g->count, sizeof(struct graph_node *), graph_compare);
	for (i = 0; i < g->count; i++)
		graph_reads(g, g->node[i]);
	graph_await_players(g);
	w.way = arena_alloc(g->arena, g->count * sizeof(*w.way));
	w.order = arena_alloc(g->arena, g->count * sizeof(*w.order));
	for (i = 0; i < g->count; i++) {
		if (graph_visit(&w, g->node[i], e) == -1)
			return (-1);
	}
	g->node = w.order;
	for (i = 0; i < g->count; i++) {
		if (graph_check_games(g->node[i], e) == -1)
			return (-1);
	}
	for (i = g->count; i-- > 0;) {
		n = g->node[i];
		for (k = 0; k < n->reads_count; k++) {
			read = n->reads[k];
			if (read->depth < n->depth + 1)
				read->depth = n->depth + 1;
		}
	}
	return (0);
}

int
graph_want(struct graph *g, const char *const *names, size_t n, struct err *e)
{
	struct graph_node *node;
	size_t i, k;

	for (i = 0; i < g->count; i++)
		g->node[i]->wanted = n == 0;
	for (i = 0; i < n; i++) {
		if ((node = graph_find(g, names[i])) == NULL)
			return (err_set(
			    e, ERR_CONFIG, "there is no node %s", names[i]));
		node->wanted = true;
	}
	for (i = g->count; i-- > 0;) {
		node = g->node[i];
		for (k = 0; node->wanted && k < node->reads_count; k++)
			node->reads[k]->wanted = true;
	}
	return (0);
}

void
graph_want_games(struct graph *g)
{
	struct graph_node *n, *read;
	size_t i, k;

	for (i = 0; i < g->count; i++)
		g->node[i]->wanted = g->node[i]->of_games;
	for (i = g->count; i-- > 0;) {
		n = g->node[i];
		for (k = 0; n->wanted && k < n->reads_count; k++) {
			read = n->reads[k];
			if (read->kind == GRAPH_BASE &&
			    (read->of_games || !read->keep))
				read->wanted = true;
		}
	}
}
