/*
 * csvfile: the same reader as sheets have, over comma-separated values.
 */
#include "book.h"
#include "io/csvfile.h"

/* A descriptor that reads these bytes. */
static int
open_text(const char *text, size_t len)
{
	char path[64];
	int fd;

	book_path(path);
	fd = open(path, O_RDWR);
	(void)unlink(path);
	ck_assert_int_eq(write(fd, text, len), (ssize_t)len);
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	return (fd);
}

static int
read_csv(const char *text, size_t len, struct buf *out, struct err *e)
{
	struct sheet_reader reader = {
	    .arg = out, .columns = book_note_header, .row = book_note_row};
	int fd = open_text(text, len), rc;

	err_clear(e);
	buf_init(out, BUF_MAX_SQL);
	rc = csvfile_read(fd, &reader, e);
	(void)close(fd);
	return (rc);
}

START_TEST(records_become_rows)
{
	static const struct {
		const char *text, *want;
	} rows[] = {{"a,b\n1,2\n", "a|b/2\n2:1|2\n"},
	    {"\xef\xbb\xbf"
	     "a,b\r\n1,2",
		"a|b/2\n2:1|2\n"},
	    {"a\n\n\n x \nNA\n3\n", "a/1\n2:x\n4:3\n"},
	    {"a,index,a,,b\n1,2,3,4,5\n", "a|b!a/2\n2:1|5\n"},
	    {"a,~b,c\n,2,\n,2,3\n", "a|c/2\n3:-|3\n"},
	    {"a,b\n\"x,\"\"y\"\"\nz\",\n", "a|b/2\n2:x,\"y\"\nz|-\n"},
	    {"a\n1,2,3\n", "a/1\n2:1\n"}, {"", "/0\n"}};
	struct buf out;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ck_assert_int_eq(
		    read_csv(rows[i].text, strlen(rows[i].text), &out, &e), 0);
		ck_assert_str_eq(buf_string(&out), rows[i].want);
		buf_cleanup(&out);
	}
}
END_TEST

START_TEST(what_is_no_csv_is_refused_with_its_place)
{
	static const struct {
		const char *text;
		size_t len;
		const char *want;
	} rows[] = {{"a\n\xff\n", 4, "row 2, column 1: the text is not UTF-8"},
	    {"a,b\n1,x\0y\n", 10,
		"row 2, column 2: the text holds the character NUL"},
	    {"a\n\"b\n", 5, "row 2: a quote stands where none may"},
	    {"a\nb\"c\n", 6, "row 2: a quote stands where none may"}};
	struct buf out;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ck_assert_int_eq(
		    read_csv(rows[i].text, rows[i].len, &out, &e), -1);
		ck_assert_str_eq(e.text, rows[i].want);
		ck_assert_int_eq(e.code, ERR_INPUT);
		buf_cleanup(&out);
	}
}
END_TEST

START_TEST(columns_and_cells_have_ceilings)
{
	struct buf text, out;
	struct err e;
	int i;

	buf_init(&text, BUF_MAX_SQL);
	for (i = 0; i < 1025; i++)
		buf_text(&text, "a,");
	ck_assert_int_eq(read_csv(text.data, text.len, &out, &e), -1);
	ck_assert_str_eq(e.text, "row 1, column 1025: more than 1024 columns");
	buf_cleanup(&out);
	buf_reset(&text);
	buf_text(&text, "a\n");
	for (i = 0; i < SHEET_MAX_TEXT + 1; i++)
		buf_char(&text, 'x');
	ck_assert_int_eq(read_csv(text.data, text.len, &out, &e), -1);
	ck_assert_str_eq(e.text,
	    "row 2, column 1: the text is longer than 32767 characters");
	buf_cleanup(&out);
	buf_cleanup(&text);
}
END_TEST

static int
refuse(void *arg, int row, const char *const *cell, struct err *e)
{
	(void)arg;
	(void)cell;
	return (err_set(e, ERR_DATABASE, "no place for row %d", row));
}

static bool
stop(void *arg)
{
	(void)arg;
	return (true);
}

START_TEST(callbacks_end_the_reading)
{
	struct sheet_reader reader = {
	    .columns = book_note_header, .row = refuse};
	int fd = open_text("a\n1\n2\n", 6);
	struct buf out;
	struct err e;

	buf_init(&out, BUF_MAX_SQL);
	reader.arg = &out;
	ck_assert_int_eq(csvfile_read(fd, &reader, &e), -1);
	ck_assert_str_eq(e.text, "no place for row 2");
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	reader.stopped = stop;
	ck_assert_int_eq(csvfile_read(fd, &reader, &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	buf_cleanup(&out);
	(void)close(fd);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("csvfile");
	TCase *c = tcase_create("csvfile");

	tcase_add_test(c, records_become_rows);
	tcase_add_test(c, what_is_no_csv_is_refused_with_its_place);
	tcase_add_test(c, columns_and_cells_have_ceilings);
	tcase_add_test(c, callbacks_end_the_reading);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
