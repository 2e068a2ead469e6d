/*
 * sample_codes: codes are there, once.
 */
#include "sample/sample_codes.h"
#include "unit.h"

START_TEST(codes_of_every_kind_are_found_as_they_are_spelled)
{
	static const struct {
		enum sample_code_kind kind;
		const char *code;
		bool there;
	} cases[] = {
	    {SAMPLE_TYPE, "Faceoff", true},
	    {SAMPLE_TYPE, "faceoff", false},
	    {SAMPLE_DETAIL, "Shot_OnNetSaved", true},
	    {SAMPLE_DETAIL, "Shot", false},
	    {SAMPLE_DETAIL_2, "DeadIce", true},
	    {SAMPLE_DETAIL_2, "Giveaway_ZoneClear/Dump", true},
	    {SAMPLE_DETAIL_2, "Penalty_Bench Penalty", true},
	    {SAMPLE_DETAIL_2, "Save_Skate", true},
	    {SAMPLE_DETAIL_2, "Giveaway", false},
	    {SAMPLE_PLAY, "AssistPrimary", true},
	    {SAMPLE_PLAY, "Assist", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_msg(sample_codes_has(cases[i].kind, cases[i].code) ==
				  cases[i].there,
		    "%s", cases[i].code);
}
END_TEST

START_TEST(tables_end)
{
	size_t types = 0, details = 0, families = 0, plays = 0;

	while (sample_codes_type(types) != NULL)
		types++;
	while (sample_codes_detail(details) != NULL)
		details++;
	while (sample_codes_family(families) != NULL)
		families++;
	while (sample_codes_plays(plays) != NULL)
		plays++;
	ck_assert_uint_eq(types, 23);
	ck_assert_uint_eq(details, 57);
	ck_assert_uint_gt(families, 10);
	ck_assert_uint_gt(plays, 5);
}
END_TEST

START_TEST(words_are_split_at_blanks_and_a_plus_is_a_blank)
{
	char word[8];

	ck_assert(sample_codes_word("one a+b verylongword", 0, word, 8));
	ck_assert_str_eq(word, "one");
	ck_assert(sample_codes_word("one a+b verylongword", 1, word, 8));
	ck_assert_str_eq(word, "a b");
	ck_assert(sample_codes_word("one a+b verylongword", 2, word, 8));
	ck_assert_str_eq(word, "verylon");
	ck_assert(!sample_codes_word("one a+b verylongword", 3, word, 8));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_codes");
	TCase *c = tcase_create("sample_codes");

	tcase_add_test(c, codes_of_every_kind_are_found_as_they_are_spelled);
	tcase_add_test(c, tables_end);
	tcase_add_test(c, words_are_split_at_blanks_and_a_plus_is_a_blank);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
