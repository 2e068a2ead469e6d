/*
 * graph: reads headers, finds identifiers, sorts. The SQL itself is not
 * understood: a bare identifier that equals a node's name is a dependency.
 */
#include "etl/graph.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "db/sqlfile.h"

void
graph_init(struct graph *g, struct arena *a)
{
	memset(g, 0, sizeof(*g));
	g->arena = a;
}

static bool
graph_is_word(char c)
{
	return (isalnum((unsigned char)c) || c == '_');
}

/* Past a 'string', "name" or $tag$text$tag$ that begins at p. */
static const char *
graph_skip_quoted(const char *p)
{
	char quote = *p;
	const char *tag = p;
	size_t len;

	if (quote != '$') {
		while (*++p != '\0') {
			if (*p != quote)
				continue;
			if (p[1] != quote)
				return (p + 1);
			p++;
		}
		return (p);
	}
	for (p++; graph_is_word(*p); p++)
		;
	if (*p != '$' || isdigit((unsigned char)tag[1]))
		return (tag + 1);
	len = (size_t)(p - tag) + 1;
	for (p++; *p != '\0'; p++) {
		if (strncmp(p, tag, len) == 0)
			return (p + len);
	}
	return (p);
}

/* Past a comment that begins at p; p itself if there is none. */
static const char *
graph_skip_comment(const char *p)
{
	int depth = 0;

	if (p[0] == '-' && p[1] == '-')
		return (p + strcspn(p, "\n"));
	if (p[0] != '/' || p[1] != '*')
		return (p);
	for (; *p != '\0'; p++) {
		if (p[0] == '/' && p[1] == '*')
			depth++;
		else if (p[0] == '*' && p[1] == '/' && --depth == 0)
			return (p + 2);
		else
			continue;
		p++;
	}
	return (p);
}

size_t
graph_identifier(const char **at, const char **word)
{
	const char *p = *at, *start, *past;
	bool after_dot = false;

	while (*p != '\0') {
		if ((past = graph_skip_comment(p)) != p) {
			p = past;
			continue;
		}
		if (*p == '\'' || *p == '"' || *p == '$') {
			p = graph_skip_quoted(p);
			after_dot = false;
			continue;
		}
		if (!graph_is_word(*p)) {
			after_dot = *p == '.' ||
				    (after_dot && isspace((unsigned char)*p));
			p++;
			continue;
		}
		for (start = p; graph_is_word(*p); p++)
			;
		if (!after_dot && !isdigit((unsigned char)*start)) {
			*at = p;
			*word = start;
			return ((size_t)(p - start));
		}
		after_dot = false;
	}
	*at = p;
	return (0);
}

/* `game`, `game, player` or `player`. */
static int
graph_header_by(struct graph_node *n, const char *value, struct err *e)
{
	n->by_game = strncmp(value, "game", 4) == 0;
	n->by_player = strcmp(value, "game") != 0;
	if (strcmp(value, "game") == 0 || strcmp(value, "game, player") == 0 ||
	    strcmp(value, "player") == 0)
		return (0);
	return (
	    err_set(e, ERR_CONFIG, "%s: by %s is not known", n->path, value));
}

/*
 * A word of the header: `-- {word}: {value}`; doc is for readers of the file
 * alone. Any other word begins a sentence, *known is false.
 */
static int
graph_header_word(struct graph_node *n, const char *word, const char *value,
    bool *known, struct err *e)
{
	*known = true;
	if (strcmp(word, "key") == 0)
		n->key = value;
	else if (strcmp(word, "grain") == 0)
		n->grain = value;
	else if (strcmp(word, "seed") == 0)
		n->seed = value;
	else if (strcmp(word, "analyze") == 0)
		n->analyze = value;
	else if (strcmp(word, "by") == 0)
		return (graph_header_by(n, value, e));
	else if (strcmp(word, "order") == 0)
		n->order = value;
	else if (strcmp(word, "keep") == 0)
		n->keep = strcmp(value, "yes") == 0;
	else if (strcmp(word, "index") == 0) {
		if (n->indexes == GRAPH_INDEXES)
			return (
			    err_set(e, ERR_CONFIG, "%s: more than %d indexes",
				n->path, GRAPH_INDEXES));
		n->index[n->indexes++] = value;
	} else
		*known = strcmp(word, "doc") == 0;
	return (0);
}

/* The lines on top. The first is `-- {name}: {title}`. */
static int
graph_header(
    struct graph *g, struct graph_node *n, const char *text, struct err *e)
{
	const char *line = text, *end, *colon, *word;
	size_t len, name = strlen(n->name);
	bool first = true, known;

	for (; strncmp(line, "--", 2) == 0; line = end + (*end == '\n')) {
		end = line + strcspn(line, "\n");
		word = line + 2 + strspn(line + 2, " ");
		len = strspn(word, "abcdefghijklmnopqrstuvwxyz");
		colon = word + len;
		if (first) {
			if (strncmp(word, n->name, name) == 0 &&
			    word[name] == ':')
				word += name + 1 + strspn(word + name + 1, " ");
			n->title =
			    arena_strndup(g->arena, word, (size_t)(end - word));
			first = false;
			continue;
		}
		known = *colon == ':' && colon[1] == ' ';
		if (known &&
		    graph_header_word(n, arena_strndup(g->arena, word, len),
			arena_strndup(
			    g->arena, colon + 2, (size_t)(end - colon) - 2),
			&known, e) == -1)
			return (-1);
		if (!known)
			n->title = arena_printf(g->arena, "%s %.*s", n->title,
			    (int)(end - word), word);
	}
	if (first)
		return (err_set(e, ERR_CONFIG, "%s: has no header", n->path));
	return (0);
}

/* The SELECT without blanks and semicolons at its end. */
static const char *
graph_body(struct arena *a, const char *text)
{
	const char *body = sqlfile_body(text);
	size_t len;

	body += strspn(body, " \t\n");
	len = strlen(body);
	while (len > 0 && strchr(" \t\n;", body[len - 1]) != NULL)
		len--;
	return (arena_strndup(a, body, len));
}

int
graph_add(struct graph *g, enum graph_kind kind, const char *path,
    const char *text, struct err *e)
{
	struct graph_node *n = arena_alloc(g->arena, sizeof(*n));
	struct graph_node **larger;
	const char *name = sqlfile_stem(g->arena, path);

	n->name = name;
	n->path = path;
	n->kind = kind;
	n->wanted = true;
	if (graph_find(g, name) != NULL)
		return (
		    err_set(e, ERR_CONFIG, "%s: there are two %s", path, name));
	if (graph_header(g, n, text, e) == -1)
		return (-1);
	n->body = graph_body(g->arena, text);
	if ((*n->body == '\0') != (n->seed != NULL))
		return (err_set(e, ERR_CONFIG,
		    "%s: either a SELECT or a seed must stand there", path));
	if (g->count == g->cap) {
		g->cap = g->cap == 0 ? 256 : g->cap * 2;
		larger = arena_alloc(g->arena, g->cap * sizeof(*larger));
		if (g->count > 0)
			memcpy(larger, g->node, g->count * sizeof(*larger));
		g->node = larger;
	}
	g->node[g->count++] = n;
	return (0);
}

/* All files of one folder. */
static int
graph_load_folder(
    struct graph *g, enum graph_kind kind, const char *dir, struct err *e)
{
	const char **names, *path, *text;
	size_t i, n;

	if (sqlfile_list(g->arena, dir, ".sql", &names, &n, e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		path = arena_printf(g->arena, "%s/%s", dir, names[i]);
		if (sqlfile_read(g->arena, path, &text, e) == -1 ||
		    graph_add(g, kind, path, text, e) == -1)
			return (-1);
	}
	return (0);
}

int
graph_load(struct graph *g, const char *sql_dir, bool checks, struct err *e)
{
	struct arena *a = g->arena;
	const char **areas, *dir;
	size_t i, n;

	if (graph_load_folder(
		g, GRAPH_BASE, arena_printf(a, "%s/base", sql_dir), e) == -1 ||
	    graph_load_folder(g, GRAPH_FINDING,
		arena_printf(a, "%s/findings", sql_dir), e) == -1)
		return (-1);
	dir = arena_printf(a, "%s/warehouse", sql_dir);
	if (sqlfile_list(a, dir, "", &areas, &n, e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		if (graph_load_folder(g, GRAPH_TABLE,
			arena_printf(a, "%s/%s", dir, areas[i]), e) == -1)
			return (-1);
	}
	if (!checks)
		return (0);
	return (graph_load_folder(
	    g, GRAPH_CHECK, arena_printf(a, "%s/checks", sql_dir), e));
}

struct graph_node *
graph_find(const struct graph *g, const char *name)
{
	size_t i;

	for (i = 0; i < g->count; i++) {
		if (strcmp(g->node[i]->name, name) == 0)
			return (g->node[i]);
	}
	return (NULL);
}

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
