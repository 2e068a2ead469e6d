/*
 * job: states, kinds, moves and ids.
 */
#include "jobs/job.h"

#include <string.h>

#include "unit.h"

START_TEST(each_state_and_kind_has_a_word_and_is_found_by_it)
{
	int i;

	for (i = 0; i < JOB_STATES; i++)
		ck_assert_int_eq(
		    job_state_of(job_state_name((enum job_state)i)), i);
	for (i = 0; i < JOB_KINDS; i++)
		ck_assert_int_eq(
		    job_kind_of(job_kind_name((enum job_kind)i)), i);
	ck_assert_int_eq(job_state_of("Pending"), -1);
	ck_assert_int_eq(job_state_of(NULL), -1);
	ck_assert_int_eq(job_kind_of(""), -1);
	ck_assert_str_eq(job_state_name(JOB_STATES), "unknown");
	ck_assert_str_eq(job_kind_name(JOB_KINDS), "unknown");
}
END_TEST

START_TEST(only_the_moves_of_the_contract_are_legal)
{
	static const struct {
		enum job_state from, to;
	} legal[] = {
	    {JOB_PENDING, JOB_RUNNING},
	    {JOB_PENDING, JOB_CANCELLED},
	    {JOB_RUNNING, JOB_COMPLETED},
	    {JOB_RUNNING, JOB_FAILED},
	    {JOB_RUNNING, JOB_CANCELLED},
	};
	const size_t count = sizeof(legal) / sizeof(legal[0]);
	bool expected;
	size_t i;
	int from, to;

	for (from = 0; from < JOB_STATES; from++) {
		for (to = 0; to < JOB_STATES; to++) {
			expected = false;
			for (i = 0; i < count; i++)
				expected |= (int)legal[i].from == from &&
					    (int)legal[i].to == to;
			ck_assert_int_eq(job_may_move((enum job_state)from,
					     (enum job_state)to),
			    expected);
		}
	}
	ck_assert(!job_may_move(JOB_STATES, JOB_PENDING));
}
END_TEST

START_TEST(a_final_state_is_one_that_nothing_leaves)
{
	bool leaves;
	int from, to;

	for (from = 0; from < JOB_STATES; from++) {
		leaves = false;
		for (to = 0; to < JOB_STATES; to++)
			leaves |= job_may_move(
			    (enum job_state)from, (enum job_state)to);
		ck_assert_int_eq(
		    job_state_final((enum job_state)from), !leaves);
	}
}
END_TEST

START_TEST(new_ids_are_possible_and_differ)
{
	char a[JOB_ID_SIZE], b[JOB_ID_SIZE];
	struct err e;

	ck_assert_int_eq(job_id_new(a, &e), 0);
	ck_assert_int_eq(job_id_new(b, &e), 0);
	ck_assert_uint_eq(strlen(a), 12);
	ck_assert_uint_eq(strspn(a, "0123456789abcdef"), 12);
	ck_assert(job_id_possible(a));
	ck_assert_str_ne(a, b);
}
END_TEST

START_TEST(an_impossible_id_is_seen_before_the_database_is_asked)
{
	static const struct {
		const char *id;
		bool possible;
	} cases[] = {
	    {"abc123", true},
	    {"A-b_9", true},
	    {"", false},
	    {NULL, false},
	    {"a b", false},
	    {"a'", false},
	    {"\xc3\xa4", false},
	    {"0123456789012345678901234567890123456789012345678901234567890123",
		true},
	    {"0123456789012345678901234567890123456789012345678901234567890123"
	     "4",
		false},
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_msg(job_id_possible(cases[i].id) == cases[i].possible,
		    "case %zu", i);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("job");
	TCase *c = tcase_create("job");

	tcase_add_test(c, each_state_and_kind_has_a_word_and_is_found_by_it);
	tcase_add_test(c, only_the_moves_of_the_contract_are_legal);
	tcase_add_test(c, a_final_state_is_one_that_nothing_leaves);
	tcase_add_test(c, new_ids_are_possible_and_differ);
	tcase_add_test(
	    c, an_impossible_id_is_seen_before_the_database_is_asked);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
