/*
 * sample_names: every player has a name of his own.
 */
#include <string.h>
#include "sample/sample_names.h"
#include "unit.h"

START_TEST(no_two_players_and_no_two_pseudonyms_share_a_name)
{
	const char *first, *last, *f, *l;

	for (int p = 0; p < SAMPLE_NAMES_PLAYERS; p += 7)
		for (int q = 0; q < p; q++) {
			sample_names_player(p, &first, &last);
			sample_names_player(q, &f, &l);
			ck_assert(
			    strcmp(first, f) != 0 || strcmp(last, l) != 0);
			sample_names_alias(p, &first, &last);
			sample_names_alias(q, &f, &l);
			ck_assert(
			    strcmp(first, f) != 0 || strcmp(last, l) != 0);
		}
}
END_TEST

START_TEST(team_names_differ)
{
	for (int t = 0; t < SAMPLE_NAMES_TEAMS; t++)
		for (int o = 0; o < t; o++)
			ck_assert_str_ne(
			    sample_names_team(t), sample_names_team(o));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_names");
	TCase *c = tcase_create("sample_names");

	tcase_add_test(c, no_two_players_and_no_two_pseudonyms_share_a_name);
	tcase_add_test(c, team_names_differ);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
