/*
 * arena: pieces are zeroed, aligned, apart, and freed together.
 */
#include "core/arena.h"

#include <stdint.h>
#include <string.h>

#include "unit.h"

START_TEST(pieces_are_zeroed_aligned_and_apart)
{
	struct arena *a = arena_new();
	char *first, *second;
	size_t i;

	first = arena_alloc(a, 3);
	second = arena_alloc(a, 100000);
	for (i = 0; i < 100000; i++)
		ck_assert_int_eq(second[i], 0);
	memset(second, 'x', 100000);
	ck_assert_mem_eq(first, "\0\0\0", 3);
	ck_assert_uint_eq((uintptr_t)first % _Alignof(max_align_t), 0);
	ck_assert_uint_eq((uintptr_t)second % _Alignof(max_align_t), 0);
	arena_free(a);
}
END_TEST

START_TEST(strings_are_copied)
{
	struct arena *a = arena_new();
	char text[] = "offside";

	ck_assert_str_eq(arena_strndup(a, text, 3), "off");
	ck_assert_str_eq(arena_strdup(a, text), "offside");
	ck_assert_str_eq(arena_printf(a, "%s at %d", text, 9), "offside at 9");
	arena_free(a);
}
END_TEST

START_TEST(freeing_nothing_is_allowed)
{
	arena_free(NULL);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("arena");
	TCase *c = tcase_create("arena");

	tcase_add_test(c, pieces_are_zeroed_aligned_and_apart);
	tcase_add_test(c, strings_are_copied);
	tcase_add_test(c, freeing_nothing_is_allowed);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
