/*
 * save_stream: one element at a time, within ceilings, nothing else.
 */
#include "book.h"
#include "etl/save_stream.h"

static void
note(struct buf *out, const struct json *v)
{
	const struct json *c;

	if (v->type == JSON_OBJECT || v->type == JSON_ARRAY) {
		buf_char(out, v->type == JSON_OBJECT ? '{' : '[');
		for (c = v->child; c != NULL; c = c->next) {
			if (c->key != NULL)
				buf_printf(out, "%s=", c->key);
			note(out, c);
			if (c->next != NULL)
				buf_char(out, ',');
		}
		buf_char(out, v->type == JSON_OBJECT ? '}' : ']');
	} else
		buf_text(out, v->text == NULL ? "-" : v->text);
}

static int
on_root(void *arg, const char *key, const struct json *value, struct err *e)
{
	(void)e;
	buf_printf(arg, "%s:", key);
	note(arg, value);
	buf_char(arg, '\n');
	return (0);
}

static int
on_element(void *arg, const char *list, size_t position,
    const struct json *value, struct err *e)
{
	(void)e;
	buf_printf(arg, "%s %zu:", list, position);
	note(arg, value);
	buf_char(arg, '\n');
	return (0);
}

static int
refuse(void *arg, const char *list, size_t position, const struct json *value,
    struct err *e)
{
	(void)arg;
	(void)value;
	return (err_set(e, ERR_DATABASE, "no %s %zu", list, position));
}

static bool
stop(void *arg)
{
	(void)arg;
	return (true);
}

static int
read_bytes(const struct save_reader *reader, const char *text, size_t len,
    struct err *e)
{
	char path[64];
	int fd, rc;

	book_path(path);
	fd = open(path, O_RDWR);
	(void)unlink(path);
	ck_assert_int_eq(write(fd, text, len), (ssize_t)len);
	rc = save_stream_read(fd, reader, e);
	(void)close(fd);
	return (rc);
}

static int
read_save(const char *text, size_t len, struct buf *out, struct err *e)
{
	struct save_reader reader = {
	    .arg = out, .root = on_root, .element = on_element};

	err_clear(e);
	buf_init(out, 64UL * 1024 * 1024);
	return (read_bytes(&reader, text, len, e));
}

START_TEST(what_is_wanted_is_handed_out_and_the_rest_passed_over)
{
	static const struct {
		const char *json, *want;
	} rows[] = {
	    {"{\"gameId\":7.0,\"other\":{\"gameId\":[8,{}]},\"savedAt\":null,"
	     "\"homeTeam\":\" a \",\"awayTeam\":{\"x\":1}}",
		"gameId:7\nsavedAt:-\nhomeTeam:a\n"},
	    {"{\"events\":[{\"a\":[1,true,{\"b\":\"N/A\"}],\"c\":{}},5,[6]],"
	     "\"shifts\":{\"events\":[1]}}",
		"events 0:{a=[1,True,{b=-}],c={}}\nevents 1:5\n"
		"events 2:[6]\n"},
	    {"\xef\xbb\xbf{\"videoTiming\":{\"p\":[false]},\"shifts\":[]}",
		"videoTiming:{p=[False]}\n"},
	    {"{\"videoTiming\":3}", "videoTiming:3\n"},
	    {"[{\"gameId\":1}]", ""}, {"\"gameId\"", ""}, {"{}", ""},
	    {"{\"homeTeam\":\"\\u00fc\\n\"}", "homeTeam:\xc3\xbc\n"}};
	struct buf out;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ck_assert_msg(read_save(rows[i].json, strlen(rows[i].json),
				  &out, &e) == 0,
		    "%s", e.text);
		ck_assert_str_eq(buf_string(&out), rows[i].want);
		buf_cleanup(&out);
	}
}
END_TEST

START_TEST(what_is_no_json_says_where)
{
	static const char *const texts[] = {"", "{", "{\"events\":[{]}",
	    "{\"gameId\":01}", "{} x", "{\"a\":\"\xff\"}", "nope"};
	struct buf out;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ck_assert_int_eq(
		    read_save(texts[i], strlen(texts[i]), &out, &e), -1);
		ck_assert_int_eq(e.code, ERR_INPUT);
		ck_assert_int_eq(strncmp(e.text, "byte ", 5), 0);
		ck_assert_ptr_null(strchr(e.text, '\n'));
		buf_cleanup(&out);
	}
}
END_TEST

/* before, n times unit, behind */
static void
refuse_repeated(const char *before, const char *unit, size_t n,
    const char *behind, const char *want)
{
	struct buf text, out;
	struct err e;

	buf_init(&text, 80UL * 1024 * 1024);
	buf_text(&text, before);
	while (n-- > 0)
		buf_text(&text, unit);
	buf_text(&text, behind);
	ck_assert_int_eq(read_save(buf_string(&text), text.len, &out, &e), -1);
	ck_assert_str_eq(e.text, want);
	buf_cleanup(&out);
	buf_cleanup(&text);
}

START_TEST(ceilings_hold)
{
	refuse_repeated(
	    "{\"a\":", "[", 64, "", "it is nested deeper than 64 levels");
	refuse_repeated("{\"events\":[{},{\"a\":\"", "x", 32768, "\"}]}",
	    "events 2: a text is longer than 32767 characters");
	refuse_repeated("{\"events\":[[", "1,", 200000, "1]]}",
	    "events 1: it is too large");
	refuse_repeated(
	    "{\"gameId\":1", "0", 70, "}", "a number has too many digits");
	refuse_repeated(
	    "{\"gameId\":1e999", "", 0, "}", "a number is too large");
	refuse_repeated("{\"gameId\":\"\\u0000\"", "", 0, "}",
	    "a text holds the character NUL");
	refuse_repeated("{\"a\":[", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",",
	    2200000, "1]}", "it is larger than 64 MB");
}
END_TEST

START_TEST(callbacks_end_the_walk)
{
	static const char text[] = "{\"events\":[{},{}]}";
	struct save_reader reader = {.root = on_root, .element = refuse};
	struct err e;

	ck_assert_int_eq(read_bytes(&reader, text, strlen(text), &e), -1);
	ck_assert_str_eq(e.text, "no events 0");
	ck_assert_int_eq(e.code, ERR_DATABASE);
	reader.stopped = stop;
	ck_assert_int_eq(read_bytes(&reader, text, strlen(text), &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("save_stream");
	TCase *c = tcase_create("save_stream");

	tcase_add_test(
	    c, what_is_wanted_is_handed_out_and_the_rest_passed_over);
	tcase_add_test(c, what_is_no_json_says_where);
	tcase_add_test(c, ceilings_hold);
	tcase_add_test(c, callbacks_end_the_walk);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
