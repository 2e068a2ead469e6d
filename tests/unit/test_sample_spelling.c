/*
 * sample_spelling: each layout spells codes in its way.
 */
#include "sample/sample_spelling.h"
#include "unit_sample.h"

START_TEST(details_by_layout)
{
	static const struct {
		enum sample_layout layout;
		const char *type, *detail, *detail2;
		const char *spelled, *spelled2;
	} cases[] = {
	    {SAMPLE_LEGACY, "Possession", "Possession_Regroup", NULL, "Regroup",
		NULL},
	    {SAMPLE_LEGACY, "Stoppage", "Stoppage_PeriodEnd",
		"Stoppage_PeriodEnd", "Stoppage_Period", "Stoppage-PeriodEnd"},
	    {SAMPLE_LEGACY, "Zone_Entry_Exit", "Zone_Entry",
		"ZoneEntry_CarriedBreakaway", "Zone_Entry",
		"ZoneEntry-RushBreakaway"},
	    {SAMPLE_EXPORT_23, "Pass", "Pass_Completed", "Pass_Rim/Wrap",
		"Pass-Completed", "Pass-Rim/Wrap"},
	    {SAMPLE_EXPORT_23, "Possession", NULL, NULL, "Possession", NULL},
	    {SAMPLE_EXPORT_23, "DeadIce", NULL, NULL, NULL, NULL},
	    {SAMPLE_EXPORT_29, "Zone_Entry_Exit", "Zone_Exit",
		"ZoneExit_Carried", "Zone_Exit", "ZoneExit_Carried"},
	    {SAMPLE_SAVE, "Possession", "Possession_Regroup", NULL,
		"Possession_Regroup", NULL},
	};
	char out[SAMPLE_SPELLING_MAX];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sample_event e = {.type = cases[i].type,
		    .detail = cases[i].detail,
		    .detail2 = cases[i].detail2};

		ck_assert_pstr_eq(
		    sample_spelling_detail(cases[i].layout, &e, out),
		    cases[i].spelled);
		ck_assert_pstr_eq(
		    sample_spelling_detail_2(cases[i].layout, &e, out),
		    cases[i].spelled2);
	}
}
END_TEST

START_TEST(plays_by_layout)
{
	struct sample_actor own = {.own = true}, other = {.own = false};
	char out[SAMPLE_SPELLING_MAX];

	ck_assert_pstr_eq(sample_spelling_play(SAMPLE_LEGACY, &own,
			      "PuckRecoveryRetreivalPass", out),
	    "RecoveryRetreivalPass");
	ck_assert_pstr_eq(
	    sample_spelling_play(SAMPLE_EXPORT_29, &other, "StickCheck", out),
	    "Defensive-StickCheck");
	ck_assert_pstr_eq(
	    sample_spelling_play(SAMPLE_EXPORT_29, &own, "AssistPrimary", out),
	    "AssistPrimary");
	ck_assert_pstr_eq(
	    sample_spelling_play(SAMPLE_EXPORT_23, &own, "Deke", out), "Deke");
	ck_assert_pstr_eq(
	    sample_spelling_play(SAMPLE_EXPORT_23, &own, NULL, out), NULL);
}
END_TEST

START_TEST(a_mirrored_word_exchanges_home_and_away)
{
	char out[SAMPLE_SPELLING_MAX], back[SAMPLE_SPELLING_MAX];
	const char *word = "Home Goalie Stopped (after Away SOG)";

	ck_assert_str_eq(sample_spelling_mirror(word, out),
	    "Away Goalie Stopped (after Home SOG)");
	ck_assert_str_eq(sample_spelling_mirror(out, back), word);
	ck_assert_str_eq(
	    sample_spelling_mirror("Period End", out), "Period End");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_spelling");
	TCase *c = tcase_create("sample_spelling");

	tcase_add_test(c, details_by_layout);
	tcase_add_test(c, plays_by_layout);
	tcase_add_test(c, a_mirrored_word_exchanges_home_and_away);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
