/*
 * sheet_part: hostile parts end at a ceiling, broken ones with a reason.
 */
#include "book.h"
#include "io/sheet_part.h"

#define NAME "a.xml"

struct reading {
	struct sheet_part part;
	int tags;
	int finish_at;
	int asked;
};

static void XMLCALL
on_start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *r = arg;

	(void)name;
	if (sheet_part_enter(&r->part, attributes) && ++r->tags == r->finish_at)
		sheet_part_finish(&r->part);
}

static void XMLCALL
on_end(void *arg, const XML_Char *name)
{
	(void)name;
	sheet_part_leave(arg);
}

static bool
on_stopped(void *arg)
{
	struct reading *r = arg;

	return (++r->asked > 2);
}

static int
read_part(struct reading *r, const char *text, size_t len, struct err *e)
{
	const struct book_part part = {NAME, text, len};
	int fd = book_zip(&part, 1), rc;
	zip_t *zip = zip_fdopen(fd, 0, NULL);

	ck_assert_ptr_nonnull(zip);
	err_clear(e);
	r->part.start = on_start;
	r->part.end = on_end;
	rc = sheet_part_read(&r->part, zip, NAME, e);
	zip_discard(zip);
	return (rc);
}

START_TEST(a_part_is_found_in_any_case_and_read_to_its_end)
{
	const struct book_part part = {"A.XML", "<a><b/><c x='1'/></a>", 0};
	struct reading r = {.part = {.start = on_start, .end = on_end}};
	zip_t *zip = zip_fdopen(book_zip(&part, 1), 0, NULL);
	struct err e;

	ck_assert(sheet_part_exists(zip, "a.xml"));
	ck_assert(!sheet_part_exists(zip, "b.xml"));
	ck_assert_int_eq(sheet_part_read(&r.part, zip, "a.xml", &e), 0);
	ck_assert_int_eq(r.tags, 3);
	ck_assert_int_eq(r.part.depth, 0);
	ck_assert_int_eq(sheet_part_read(&r.part, zip, "b.xml", &e), -1);
	ck_assert_str_eq(e.text, "it is not in the file");
	zip_discard(zip);
}
END_TEST

START_TEST(what_is_refused_says_why)
{
	static const struct {
		const char *text, *want;
	} rows[] = {{"<a><b></a>", "line 1: mismatched tag"},
	    {"<a>", "line 1: no element found"},
	    {"no xml", "line 1: syntax error"},
	    {"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
		"its XML declares a document type, which is refused"},
	    {"<a>&x;</a>", "line 1: undefined entity"}};
	struct reading r;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		memset(&r, 0, sizeof(r));
		ck_assert_int_eq(read_part(&r, rows[i].text, 0, &e), -1);
		ck_assert_str_eq(e.text, rows[i].want);
		ck_assert_int_eq(e.code, ERR_INPUT);
	}
}
END_TEST

START_TEST(a_reader_that_has_enough_does_not_see_what_is_broken_behind)
{
	struct reading r = {.finish_at = 2};
	struct err e;

	ck_assert_int_eq(read_part(&r, "<a><b/><<<", 0, &e), 0);
	ck_assert_int_eq(r.tags, 2);
}
END_TEST

/* before, then n times unit, then behind */
static int
read_repeated(struct reading *r, const char *before, const char *unit, size_t n,
    const char *behind, struct err *e)
{
	struct buf text;
	int rc;

	buf_init(&text, 128UL * 1024 * 1024);
	buf_text(&text, before);
	while (n-- > 0)
		buf_text(&text, unit);
	buf_text(&text, behind);
	rc = read_part(r, buf_string(&text), text.len, e);
	buf_cleanup(&text);
	return (rc);
}

START_TEST(a_zip_bomb_ends_at_the_ratio)
{
	struct reading r = {.tags = 0};
	struct err e;

	ck_assert_int_eq(
	    read_repeated(&r, "<a>", "                                ",
		1024UL * 1024, "</a>", &e),
	    -1);
	ck_assert_int_eq(e.code, ERR_LIMIT);
	ck_assert_str_eq(e.text, "it unpacks to more than 250 times its size");
}
END_TEST

START_TEST(depth_attributes_and_tags_have_ceilings)
{
	struct reading r = {.tags = 0};
	struct err e;

	ck_assert_int_eq(read_repeated(&r, "", "<a>", 65, "", &e), -1);
	ck_assert_str_eq(e.text, "its XML is nested too deep");
	memset(&r, 0, sizeof(r));
	ck_assert_int_eq(
	    read_repeated(&r, "<a b='", "xxxxxxxx", 1024 * 1024, "'/>", &e),
	    -1);
	ck_assert_str_eq(e.text, "a tag is larger than 4 MB");
}
END_TEST

START_TEST(too_many_attributes_are_refused)
{
	struct reading r = {.tags = 0};
	struct buf text;
	struct err e;
	int i;

	buf_init(&text, BUF_MAX_SQL);
	buf_text(&text, "<a");
	for (i = 0; i < 257; i++)
		buf_printf(&text, " a%d=''", i);
	buf_text(&text, "/>");
	ck_assert_int_eq(read_part(&r, text.data, text.len, &e), -1);
	ck_assert_str_eq(e.text, "a tag has 257 attributes");
	buf_cleanup(&text);
}
END_TEST

START_TEST(whoever_asks_to_stop_is_heard_every_64_kib)
{
	struct reading r = {.part = {.stopped = on_stopped, .stopped_arg = &r}};
	struct err e;

	ck_assert_int_eq(
	    read_repeated(&r, "<a>", "<b/>", 100000, "</a>", &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	ck_assert_int_eq(r.asked, 3);
	ck_assert_int_lt(r.tags, 40000);
}
END_TEST

START_TEST(names_and_attributes_are_found_without_their_prefix)
{
	const char *attributes[] = {"r:id", "7", "name", "x", NULL};

	ck_assert_str_eq(sheet_part_local("x:row"), "row");
	ck_assert_str_eq(sheet_part_local("row"), "row");
	ck_assert_str_eq(sheet_part_attribute(attributes, "id"), "7");
	ck_assert_str_eq(sheet_part_attribute(attributes, "name"), "x");
	ck_assert_ptr_null(sheet_part_attribute(attributes, "r"));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sheet_part");
	TCase *c = tcase_create("sheet_part");

	tcase_add_test(c, a_part_is_found_in_any_case_and_read_to_its_end);
	tcase_add_test(c, what_is_refused_says_why);
	tcase_add_test(
	    c, a_reader_that_has_enough_does_not_see_what_is_broken_behind);
	tcase_add_test(c, a_zip_bomb_ends_at_the_ratio);
	tcase_add_test(c, depth_attributes_and_tags_have_ceilings);
	tcase_add_test(c, too_many_attributes_are_refused);
	tcase_add_test(c, whoever_asks_to_stop_is_heard_every_64_kib);
	tcase_add_test(c, names_and_attributes_are_found_without_their_prefix);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
