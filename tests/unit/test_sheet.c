/*
 * sheet: a workbook's parts are found; files that are none say so.
 */
#include "book.h"

static const char plain[] =
    "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"
    "<row r='2'><c r='A2'><v>1</v></c></row>";

/* Tries to open a file of these bytes. */
static int
open_bytes(const void *data, size_t len, struct err *e)
{
	struct sheet_book *book;
	char path[64];
	FILE *f;
	int fd, rc;

	book_path(path);
	f = fopen(path, "w");
	ck_assert_uint_eq(fwrite(data, 1, len, f), len);
	(void)fclose(f);
	fd = open(path, O_RDONLY);
	(void)unlink(path);
	rc = sheet_open(fd, &book, e);
	ck_assert_ptr_null(book);
	(void)close(fd);
	return (rc);
}

START_TEST(a_workbook_of_a_spreadsheet_program_is_read)
{
	struct buf out;
	struct err e;

	ck_assert_int_eq(book_read(book_events(plain, "", ""), &out, &e), 0);
	ck_assert_str_eq(buf_string(&out), "a/1\n2:1\n");
	buf_cleanup(&out);
}
END_TEST

START_TEST(a_workbook_without_package_relations_styles_or_strings_is_read)
{
	static const struct book_part part[] = {
	    {"xl/_rels/workbook.xml.rels",
		"<r><Relationship Id='r1' Type='worksheet' "
		"Target='./../xl/worksheets/sheet1.xml'/>"
		"<Relationship Id='r9'/></r>",
		0},
	    {"xl/workbook.xml",
		"<workbook><workbookPr date1904='true'/><sheets><sheet "
		"name='events' r:id='r1'/><sheet name='gone' r:id='r7'/>"
		"<sheet/></sheets></workbook>",
		0},
	    {"xl/worksheets/sheet1.xml",
		"<worksheet><sheetData><row><c t='inlineStr'><is><t>a</t></is>"
		"</c></row></sheetData></worksheet>",
		0}};
	struct sheet_reader reader = {.columns = book_note_header};
	struct sheet_book *book;
	struct buf out;
	struct err e;
	int fd = book_zip(part, 3);

	ck_assert_int_eq(sheet_open(fd, &book, &e), 0);
	ck_assert(sheet_exists(book, "events"));
	ck_assert(!sheet_exists(book, "Events"));
	buf_init(&out, BUF_MAX_SQL);
	reader.arg = &out;
	ck_assert_int_eq(sheet_read(book, "events", &reader, &e), 0);
	ck_assert_str_eq(buf_string(&out), "a/1\n");
	ck_assert_int_eq(sheet_read(book, "gone", &reader, &e), -1);
	ck_assert_str_eq(e.text, "sheet gone: it is not in the file");
	ck_assert_int_eq(sheet_read(book, "other", &reader, &e), -1);
	ck_assert_str_eq(e.text, "there is no sheet other");
	buf_cleanup(&out);
	sheet_close(book);
	(void)close(fd);
}
END_TEST

START_TEST(a_file_that_is_no_workbook_says_so)
{
	static const unsigned char compound[512] = {0xd0, 0xcf, 0x11, 0xe0};
	static const struct book_part other[] = {{"a.txt", "hello", 0}};
	struct sheet_book *book;
	struct err e;
	int fd;

	ck_assert_int_eq(open_bytes("", 0, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_int_eq(open_bytes("hello", 5, &e), -1);
	ck_assert_str_eq(e.text, "Not a zip archive");
	ck_assert_int_eq(open_bytes(compound, sizeof(compound), &e), -1);
	ck_assert_str_eq(
	    e.text, "it is encrypted, or in the format before xlsx");
	fd = book_zip(other, 1);
	ck_assert_int_eq(sheet_open(fd, &book, &e), -1);
	ck_assert_str_eq(e.text, "it is no xlsx workbook");
	(void)close(fd);
}
END_TEST

START_TEST(a_truncated_or_damaged_workbook_says_so)
{
	int fd = book_events(plain, "", "");
	char data[8192];
	ssize_t n = read(fd, data, sizeof(data));
	struct err e;
	ssize_t i;

	ck_assert_int_gt(n, 100);
	for (i = 1; i < n; i += 37)
		ck_assert_int_eq(open_bytes(data, (size_t)i, &e), -1);
	/* The first part's bytes: its checksum no longer holds. */
	memset(data + 45, 0x55, 60);
	ck_assert_int_eq(open_bytes(data, (size_t)n, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "_rels/.rels: "));
	(void)close(fd);
}
END_TEST

START_TEST(an_encrypted_zip_is_refused)
{
	struct sheet_book *book;
	char path[64];
	struct err e;
	zip_t *zip;
	int fd;

	book_path(path);
	zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	ck_assert_int_ge(zip_file_add(zip, "xl/workbook.xml",
			     zip_source_buffer(zip, "<a/>", 4, 0), 0),
	    0);
	ck_assert_int_eq(
	    zip_file_set_encryption(zip, 0, ZIP_EM_AES_256, "secret"), 0);
	ck_assert_int_eq(zip_close(zip), 0);
	fd = open(path, O_RDONLY);
	(void)unlink(path);
	ck_assert_int_eq(sheet_open(fd, &book, &e), -1);
	ck_assert_str_eq(e.text, "it is encrypted");
	(void)close(fd);
}
END_TEST

START_TEST(a_part_that_is_no_worksheet_has_no_rows)
{
	static const struct book_part part[] = {BOOK_ROOT, BOOK_RELATIONS,
	    BOOK_WORKBOOK, {"xl/worksheets/sheet1.xml", "<chartsheet/>", 0}};
	struct buf out;
	struct err e;

	ck_assert_int_eq(book_read(book_zip(part, 4), &out, &e), -1);
	ck_assert_str_eq(e.text, "sheet events: it has no rows: no worksheet");
	buf_cleanup(&out);
}
END_TEST

static int
refuse_row(void *arg, int row, const char *const *cell, struct err *e)
{
	(void)arg;
	(void)cell;
	return (err_set(e, ERR_DATABASE, "no place for row %d", row));
}

static int
refuse_header(void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	(void)arg;
	(void)h;
	(void)slot;
	return (err_set(e, ERR_DATABASE, "no such sheet"));
}

START_TEST(what_a_callback_says_ends_the_reading_unchanged)
{
	struct sheet_reader reader = {
	    .columns = book_note_header, .row = refuse_row};
	struct sheet_book *book;
	struct buf out;
	struct err e;
	int fd = book_events(plain, "", "");

	buf_init(&out, BUF_MAX_SQL);
	reader.arg = &out;
	ck_assert_int_eq(sheet_open(fd, &book, &e), 0);
	ck_assert_int_eq(sheet_read(book, "events", &reader, &e), -1);
	ck_assert_str_eq(e.text, "no place for row 2");
	reader.columns = refuse_header;
	ck_assert_int_eq(sheet_read(book, "events", &reader, &e), -1);
	ck_assert_str_eq(e.text, "no such sheet");
	ck_assert_int_eq(e.code, ERR_DATABASE);
	sheet_close(book);
	buf_cleanup(&out);
	(void)close(fd);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sheet");
	TCase *c = tcase_create("sheet");

	tcase_add_test(c, a_workbook_of_a_spreadsheet_program_is_read);
	tcase_add_test(
	    c, a_workbook_without_package_relations_styles_or_strings_is_read);
	tcase_add_test(c, a_file_that_is_no_workbook_says_so);
	tcase_add_test(c, a_truncated_or_damaged_workbook_says_so);
	tcase_add_test(c, an_encrypted_zip_is_refused);
	tcase_add_test(c, a_part_that_is_no_worksheet_has_no_rows);
	tcase_add_test(c, what_a_callback_says_ends_the_reading_unchanged);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
