/*
 * sample_save: a document that reads back as the game.
 */
#include "core/json.h"
#include "sample/sample_tracking.h"
#include "unit_sample.h"

static const struct json *
write_save(struct unit_sample *u, int k)
{
	struct sample_game *g = unit_sample_play(u, k);
	const struct json *root;
	char path[96], *data;
	size_t len;
	struct err e;

	sample_odd_apply(g, &u->tape);
	(void)snprintf(path, sizeof(path), "%s/save.json", u->dir);
	ck_assert_int_eq(
	    sample_save_write(&u->league, g, &u->tape, path, &e), 0);
	data = unit_sample_file(path, &len);
	ck_assert_int_eq(
	    json_parse(
		u->arena, arena_strndup(u->arena, data, len), len, &root, &e),
	    0);
	free(data);
	return (root);
}

START_TEST(it_holds_every_event_and_line_up)
{
	struct unit_sample u;
	const struct json *root;
	size_t idx = 0;

	unit_sample_init(&u, 4);
	root = write_save(&u, 3);
	ck_assert_int_eq(
	    (int)json_get(root, "gameId")->number, unit_sample_game(&u, 3)->id);
	ck_assert_uint_eq(
	    json_get(root, "events")->count, (size_t)u.tape.events_n);
	ck_assert_uint_eq(
	    json_get(root, "shifts")->count, (size_t)u.tape.shifts_n);
	for (const struct json *e = json_get(root, "events")->child; e != NULL;
	     e = e->next, idx++) {
		ck_assert_uint_eq((size_t)json_get(e, "idx")->number, idx);
		ck_assert_str_eq(
		    json_get(e, "typeCode")->text, u.tape.events[idx].type);
		ck_assert_uint_eq(json_get(e, "players")->count,
		    (size_t)u.tape.events[idx].actors_n);
	}
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(an_assist_is_a_link_to_the_goal_and_no_tag)
{
	struct unit_sample u;
	const struct json *root, *to, *play;
	int links = 0, assists = 0;

	unit_sample_init(&u, 7);
	root = write_save(&u, 6);
	for (const struct json *e = json_get(root, "events")->child; e != NULL;
	     e = e->next) {
		to = json_get(e, "assistToGoalIdx");
		links += to != NULL;
		if (to != NULL)
			ck_assert_str_eq(
			    u.tape.events[(int)to->number].type, "Goal");
		for (const struct json *p = json_get(e, "players")->child;
		     p != NULL; p = p->next) {
			play = json_get(p, "playD1");
			ck_assert(play->type == JSON_NULL ||
				  strncmp(play->text, "Assist", 6) != 0);
		}
	}
	for (int i = 0; i < unit_sample_game(&u, 6)->dressed_n; i++)
		assists += unit_sample_game(&u, 6)->dressed[i].assists;
	ck_assert_int_eq(links, assists);
	unit_sample_cleanup(&u);
}
END_TEST

START_TEST(a_file_that_cannot_be_written_is_an_error)
{
	struct unit_sample u;
	struct err e;

	unit_sample_init(&u, 4);
	ck_assert_int_eq(sample_save_write(&u.league, unit_sample_play(&u, 3),
			     &u.tape, "/nowhere/a.json", &e),
	    -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
	unit_sample_cleanup(&u);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("sample_save");
	TCase *c = tcase_create("sample_save");

	tcase_add_test(c, it_holds_every_event_and_line_up);
	tcase_add_test(c, an_assist_is_a_link_to_the_goal_and_no_tag);
	tcase_add_test(c, a_file_that_cannot_be_written_is_an_error);
	tcase_set_timeout(c, 60);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
