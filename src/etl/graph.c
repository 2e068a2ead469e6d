/*
 * graph: reads files and their headers, finds identifiers. Order and links of
 * the nodes are graph_link.c's.
 */
#include "etl/graph.h"

#include <ctype.h>
#include <string.h>

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
