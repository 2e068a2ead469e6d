/*
 * cors: origins are compared exactly.
 */
#include "routes/cors.h"
#include "unit.h"

#define TWO "http://localhost:3000, https://a.example"

struct sample {
	const char *origins;
	const char *origin;
	const char *allow; /* NULL: no CORS headers */
};

static const struct sample samples[] = {
    {TWO, "http://localhost:3000", "http://localhost:3000"},
    {TWO, "https://a.example", "https://a.example"},
    {TWO, "https://a.example.evil", NULL},
    {TWO, "https://a.exampl", NULL},
    {TWO, "http://localhost:3000, https://a.example", NULL},
    {TWO, "null", NULL},
    {TWO, "", NULL},
    {TWO, NULL, NULL},
    {"", "https://a.example", NULL},
    {"*", "https://a.example", "*"},
    {"*", NULL, NULL},
};

START_TEST(an_origin_is_allowed_or_not)
{
	const struct sample *c = &samples[_i];

	ck_assert_pstr_eq(cors_allow_origin(c->origins, c->origin), c->allow);
	ck_assert_int_eq(cors_allowed(c->origins, c->origin), c->allow != NULL);
}
END_TEST

START_TEST(credentials_go_with_named_origins_only)
{
	ck_assert(cors_credentials(TWO));
	ck_assert(!cors_credentials("*"));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("cors");
	TCase *c = tcase_create("cors");

	tcase_add_loop_test(c, an_origin_is_allowed_or_not, 0,
	    (int)(sizeof(samples) / sizeof(samples[0])));
	tcase_add_test(c, credentials_go_with_named_origins_only);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
