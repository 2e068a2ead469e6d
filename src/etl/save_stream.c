/*
 * save_stream: yajl's events become one small tree at a time.
 */
#include "etl/save_stream.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <yajl/yajl_parse.h>

#include "core/arena.h"
#include "io/sheet.h"
#include "io/sheet_book.h"
#include "io/sheet_cell.h"

#define CHUNK (64 * 1024)
#define IN_ROOT 1     /* depth of the root's members */
#define IN_LIST 2     /* of the elements of a list */
#define NUMBER_MAX 64 /* characters of a number */

enum member { MEMBER_PASSED, MEMBER_SCALAR, MEMBER_TREE, MEMBER_LIST };

/* What is read of the root; all else is passed over. */
static const struct {
	const char *key;
	enum member member;
} members[] = {
    {"gameId", MEMBER_SCALAR},
    {"savedAt", MEMBER_SCALAR},
    {"homeTeam", MEMBER_SCALAR},
    {"awayTeam", MEMBER_SCALAR},
    {"homeAttacksRightP1", MEMBER_SCALAR},
    {"videoTiming", MEMBER_TREE},
    {"videos", MEMBER_LIST},
    {"events", MEMBER_LIST},
    {"shifts", MEMBER_LIST},
};

struct stream {
	const struct save_reader *reader;
	struct err *e;
	bool failed;
	bool passed; /* the root is no object */
	int depth;
	const char *key; /* of the root's member that is read */
	enum member member;
	bool in_list;
	size_t position; /* of the next element */

	/* the tree that is being built; level 0: none */
	struct arena *arena;
	int level;
	struct json *root;
	struct json *parent[JSON_DEPTH_MAX + 1];
	const struct json **tail[JSON_DEPTH_MAX + 1];
	const char *name; /* of the next member in it */
	size_t nodes;
	size_t bytes;
};

static int
fail(struct stream *s, enum err_code code, const char *reason)
{
	if (s->in_list)
		(void)err_set(
		    s->e, code, "%s %zu: %s", s->key, s->position + 1, reason);
	else
		(void)err_set(s->e, code, "%s", reason);
	s->failed = true;
	return (0);
}

/* A new value at the end of the parent's; NULL: a ceiling is reached. */
static struct json *
add(struct stream *s, enum json_type type)
{
	struct json *v;

	if (s->arena == NULL && (s->arena = arena_new()) == NULL) {
		(void)fail(s, ERR_UNEXPECTED, "out of memory");
		return (NULL);
	}
	if (++s->nodes > SAVE_MAX_NODES || s->bytes > SAVE_MAX_ELEMENT) {
		(void)fail(s, ERR_LIMIT, "it is too large");
		return (NULL);
	}
	v = arena_alloc(s->arena, sizeof(*v));
	v->type = type;
	if (s->level == 0) {
		s->root = v;
		return (v);
	}
	v->key = s->name;
	s->name = NULL;
	*s->tail[s->level] = v;
	s->tail[s->level] = &v->next;
	s->parent[s->level]->count++;
	return (v);
}

/* The tree is complete. */
static int
deliver(struct stream *s)
{
	int rc;

	if (s->in_list) {
		if (s->position == SAVE_MAX_ELEMENTS)
			return (fail(s, ERR_LIMIT, "there are too many"));
		rc = s->reader->element(
		    s->reader->arg, s->key, s->position, s->root, s->e);
		s->position++;
	} else
		rc = s->reader->root(s->reader->arg, s->key, s->root, s->e);
	arena_free(s->arena);
	s->arena = NULL;
	s->root = NULL;
	s->nodes = s->bytes = 0;
	if (rc == 0)
		return (1);
	s->failed = true;
	return (0);
}

/* Does a value that begins here belong to a tree, or make one? */
static bool
is_kept(const struct stream *s, bool scalar)
{
	if (s->passed)
		return (false);
	if (s->level > 0)
		return (true);
	if (s->depth == IN_LIST)
		return (s->in_list);
	if (s->depth != IN_ROOT)
		return (false);
	return (
	    s->member == MEMBER_TREE || (scalar && s->member == MEMBER_SCALAR));
}

static int
scalar(struct stream *s, enum json_type type, const char *text, size_t len)
{
	struct json *v;

	if (!is_kept(s, true))
		return (1);
	if ((v = add(s, type)) == NULL)
		return (0);
	s->bytes += len;
	v->text = text;
	v->len = len;
	return (s->level == 0 ? deliver(s) : 1);
}

static int
on_null(void *arg)
{
	return (scalar(arg, JSON_NULL, NULL, 0));
}

static int
on_boolean(void *arg, int boolean)
{
	return (scalar(arg, JSON_BOOLEAN, boolean ? "True" : "False",
	    boolean ? strlen("True") : strlen("False")));
}

static int
on_number(void *arg, const char *digits, size_t len)
{
	char text[NUMBER_MAX + 1], out[SHEET_CELL_NUMBER];
	struct stream *s = arg;

	if (!is_kept(s, true))
		return (1);
	if (len > NUMBER_MAX)
		return (fail(s, ERR_LIMIT, "a number has too many digits"));
	memcpy(text, digits, len);
	text[len] = '\0';
	len = sheet_cell_number(text, SHEET_NUMBER, 0, out);
	if (len == 0)
		return (fail(s, ERR_INPUT, "a number is too large"));
	if (s->arena == NULL && (s->arena = arena_new()) == NULL)
		return (fail(s, ERR_UNEXPECTED, "out of memory"));
	return (scalar(s, JSON_NUMBER, arena_strndup(s->arena, out, len), len));
}

static int
on_string(void *arg, const unsigned char *data, size_t len)
{
	struct stream *s = arg;
	char *text;

	if (!is_kept(s, true))
		return (1);
	if (len > SAVE_MAX_ELEMENT ||
	    sheet_text_too_long((const char *)data, len))
		return (fail(
		    s, ERR_LIMIT, "a text is longer than 32767 characters"));
	if (len > 0 && memchr(data, '\0', len) != NULL)
		return (fail(s, ERR_INPUT, "a text holds the character NUL"));
	if (s->arena == NULL && (s->arena = arena_new()) == NULL)
		return (fail(s, ERR_UNEXPECTED, "out of memory"));
	text = arena_strndup(s->arena, (const char *)data, len);
	len = sheet_cell_clean(&text, len);
	return (scalar(s, JSON_STRING, len == 0 ? NULL : text, len));
}

static int
on_key(void *arg, const unsigned char *key, size_t len)
{
	struct stream *s = arg;
	size_t i;

	if (s->level > 0) {
		s->bytes += len;
		if (s->bytes > SAVE_MAX_ELEMENT)
			return (fail(s, ERR_LIMIT, "it is too large"));
		s->name = arena_strndup(s->arena, (const char *)key, len);
		return (1);
	}
	if (s->depth != IN_ROOT)
		return (1);
	s->member = MEMBER_PASSED;
	for (i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
		if (strlen(members[i].key) == len &&
		    memcmp(members[i].key, key, len) == 0) {
			s->key = members[i].key;
			s->member = members[i].member;
		}
	}
	return (1);
}

static int
start(struct stream *s, enum json_type type)
{
	struct json *v;

	if (s->depth == 0 && type != JSON_OBJECT)
		s->passed = true;
	if (s->depth == JSON_DEPTH_MAX)
		return (
		    fail(s, ERR_LIMIT, "it is nested deeper than 64 levels"));
	if (is_kept(s, false)) {
		if ((v = add(s, type)) == NULL)
			return (0);
		s->level++;
		s->parent[s->level] = v;
		s->tail[s->level] = &v->child;
	} else if (s->depth == IN_ROOT && s->member == MEMBER_LIST &&
		   type == JSON_ARRAY) {
		s->in_list = true;
		s->position = 0;
	}
	s->depth++;
	return (1);
}

static int
end(struct stream *s)
{
	s->depth--;
	if (s->level > 0) {
		s->level--;
		return (s->level == 0 ? deliver(s) : 1);
	}
	if (s->depth == IN_ROOT)
		s->in_list = false;
	return (1);
}

static int
on_start_map(void *arg)
{
	return (start(arg, JSON_OBJECT));
}

static int
on_start_array(void *arg)
{
	return (start(arg, JSON_ARRAY));
}

static int
on_end(void *arg)
{
	return (end(arg));
}

/* yajl's own word, without its line ends and excerpt. */
static int
fail_syntax(struct stream *s, yajl_handle parser, long before)
{
	unsigned char *text = yajl_get_error(parser, 0, NULL, 0);
	long at = before + (long)yajl_get_bytes_consumed(parser);

	if (text == NULL)
		return (err_set(s->e, ERR_INPUT, "byte %ld: no JSON", at));
	(void)err_set(s->e, ERR_INPUT, "byte %ld: %.*s", at,
	    (int)strcspn((const char *)text, "\n"), (const char *)text);
	yajl_free_error(parser, text);
	return (-1);
}

static int
feed(struct stream *s, yajl_handle parser, int fd)
{
	static const char mark[] = "\xef\xbb\xbf";
	unsigned char chunk[CHUNK];
	const unsigned char *data;
	yajl_status status = yajl_status_ok;
	long bytes = 0;
	ssize_t n;

	while ((n = read(fd, chunk, sizeof(chunk))) != 0) {
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return (err_set_errno(s->e, ERR_INPUT, "read"));
		if (s->reader->stopped != NULL &&
		    s->reader->stopped(s->reader->arg))
			return (err_set(s->e, ERR_CANCELLED, "cancelled"));
		if (bytes + n > SAVE_MAX_BYTES)
			return (
			    err_set(s->e, ERR_LIMIT, "it is larger than %ld MB",
				SAVE_MAX_BYTES / (1024 * 1024)));
		data = chunk;
		if (bytes == 0 && n >= 3 && memcmp(chunk, mark, 3) == 0)
			data += 3;
		status = yajl_parse(parser, data, (size_t)(chunk + n - data));
		if (status != yajl_status_ok)
			break;
		bytes += n;
	}
	if (status == yajl_status_ok)
		status = yajl_complete_parse(parser);
	if (s->failed)
		return (-1);
	return (status == yajl_status_ok ? 0 : fail_syntax(s, parser, bytes));
}

int
save_stream_read(int fd, const struct save_reader *reader, struct err *e)
{
	static const yajl_callbacks callbacks = {.yajl_null = on_null,
	    .yajl_boolean = on_boolean,
	    .yajl_number = on_number,
	    .yajl_string = on_string,
	    .yajl_start_map = on_start_map,
	    .yajl_map_key = on_key,
	    .yajl_end_map = on_end,
	    .yajl_start_array = on_start_array,
	    .yajl_end_array = on_end};
	struct stream s;
	yajl_handle parser;
	int rc;

	memset(&s, 0, sizeof(s));
	s.reader = reader;
	s.e = e;
	if (lseek(fd, 0, SEEK_SET) == -1)
		return (err_set_errno(e, ERR_INPUT, "lseek"));
	if ((parser = yajl_alloc(&callbacks, NULL, &s)) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	rc = feed(&s, parser, fd);
	yajl_free(parser);
	arena_free(s.arena);
	return (rc);
}
