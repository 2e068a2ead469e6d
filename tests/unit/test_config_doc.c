/*
 * docs/CONFIG.md and conf/benchsight.env.example say what the table of
 * settings says, row for row.
 */
#include <stdio.h>
#include <string.h>

#include "core/buf.h"
#include "core/settings.h"
#include "unit.h"

static void
read_doc(const char *path, struct buf *b)
{
	FILE *f = fopen(path, "r");
	char chunk[4096];
	size_t n;

	ck_assert_ptr_nonnull(f);
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
		buf_append(b, chunk, n);
	(void)fclose(f);
}

START_TEST(each_setting_has_its_row_and_no_row_is_without_one)
{
	const struct settings_row *row;
	const char *quote, *fallback, *at;
	struct buf doc, line;
	size_t i, rows = 0;

	buf_init(&doc, BUF_MAX_FILE);
	buf_init(&line, BUF_MAX_LINE);
	read_doc("docs/CONFIG.md", &doc);
	for (i = 0; (row = settings_row(i)) != NULL; i++) {
		quote = row->fallback[0] == '\0' ? "" : "`";
		fallback = row->fallback[0] == '\0' ? "–" : row->fallback;
		buf_reset(&line);
		buf_printf(&line, "\n| `%s` | %s%s%s | %s | %s |\n", row->name,
		    quote, fallback, quote, row->values, row->effect);
		ck_assert_msg(
		    strstr(buf_string(&doc), buf_string(&line)) != NULL,
		    "docs/CONFIG.md lacks%s", buf_string(&line));
	}
	for (at = buf_string(&doc); (at = strstr(at, "\n| `")) != NULL; at++)
		rows++;
	ck_assert_uint_eq(rows, i);
	buf_cleanup(&doc);
	buf_cleanup(&line);
}
END_TEST

START_TEST(the_example_environment_has_each_setting_at_its_default)
{
	const struct settings_row *row;
	struct buf doc, line;
	const char *at;
	size_t i, rows = 0;

	buf_init(&doc, BUF_MAX_FILE);
	buf_init(&line, BUF_MAX_LINE);
	read_doc("conf/benchsight.env.example", &doc);
	for (i = 0; (row = settings_row(i)) != NULL; i++) {
		buf_reset(&line);
		buf_printf(&line, "\n\n# %s\n#%s=%s\n", row->effect, row->name,
		    row->fallback);
		ck_assert_msg(
		    strstr(buf_string(&doc), buf_string(&line)) != NULL,
		    "the example lacks%s", buf_string(&line));
	}
	for (at = buf_string(&doc); (at = strstr(at, "\n\n# ")) != NULL; at++)
		rows++;
	ck_assert_uint_eq(rows, i);
	buf_cleanup(&doc);
	buf_cleanup(&line);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("config_doc");
	TCase *c = tcase_create("config_doc");

	tcase_add_test(c, each_setting_has_its_row_and_no_row_is_without_one);
	tcase_add_test(
	    c, the_example_environment_has_each_setting_at_its_default);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
