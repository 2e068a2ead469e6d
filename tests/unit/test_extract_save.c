/*
 * extract_save: what becomes of a tracker save.
 */
#include "raw_fake.h"

static const struct input_file save = {
    .path = "games/x/a.json", .kind = INPUT_SAVE, .game_id = 5};

static int
extract(const char *json, struct extract_file *f, struct err *e)
{
	int fd = raw_text(json), rc;

	*f = raw_file(fd, &save);
	err_clear(e);
	rc = extract_save(f, e);
	(void)close(fd);
	return (rc);
}

static void
check(const char *json, const char *want)
{
	struct extract_file f;
	struct err e;

	ck_assert_msg(extract(json, &f, &e) == 0, "%s", e.text);
	ck_assert_str_eq(buf_string(&raw_noted.text), want);
}

START_TEST(an_event_has_a_row_for_each_player_and_its_points)
{
	check("{\"events\":[{\"idx\":0,\"type\":\"Pass\",\"typeCode\":\"Shot\","
	      "\"detail1\":\"a\",\"period\":1,\"start_time\":\"18:00\","
	      "\"end_time\":\"7:05\",\"success\":true,\"isHighlight\":false,"
	      "\"players\":[{\"num\":\"07\",\"xy\":[{\"x\":1.50,\"y\":-2}]},"
	      "{\"num\":12,\"pressuredBy\":\" \"}],"
	      "\"puckXY\":[{\"x\":0,\"y\":null}],\"netXY\":{\"x\":1,\"y\":2}}],"
	      "\"gameId\":18969,\"homeTeam\":\"H\"}",
	    "events row=1 sub=1 event_index=1000 event_start_min=18 "
	    "event_start_sec=00 event_end_min=7 event_end_sec=05 "
	    "game_id=18969 home_team=H typed_type=Shot event_type=Shot "
	    "event_detail=a event_successful=True period=1 "
	    "is_highlight=False player_game_number=07\n"
	    "point sheet=events row=1 sub=1 path=player layout=numbered n=1 "
	    "x=1.5 y=-2\n"
	    "events row=1 sub=2 event_index=1000 event_start_min=18 "
	    "event_start_sec=00 event_end_min=7 event_end_sec=05 "
	    "game_id=18969 home_team=H typed_type=Shot event_type=Shot "
	    "event_detail=a event_successful=True period=1 "
	    "is_highlight=False player_game_number=12\n"
	    "point sheet=events row=1 sub=0 path=puck layout=numbered n=1 "
	    "x=0\n"
	    "point sheet=events row=1 sub=0 path=net layout=numbered n=1 "
	    "x=1 y=2\n"
	    "tracking - H - - - - - -\n");
}
END_TEST

START_TEST(an_event_without_players_has_one_row_and_links_count_from_1000)
{
	check("{\"gameId\":\"7\",\"events\":[3,{\"players\":[],\"netXY\":{},"
	      "\"start_time\":\"5:0\",\"end_time\":\"x\","
	      "\"linkedEventIdx\":0,\"assistToGoalIdx\":\"12\"},"
	      "{\"players\":7,\"puckXY\":\"no\",\"idx\":\"no\","
	      "\"linkedEventIdx\":1.5}]}",
	    "events row=2 sub=0 event_index=1001 linked_event_index=1000 "
	    "assist_to_event_index=1012 game_id=7\n"
	    "events row=3 sub=0 event_index=1002 game_id=7\n"
	    "tracking - - - - - - - -\n");
}
END_TEST

START_TEST(shifts_and_videos_are_read)
{
	check("{\"gameId\":7,\"savedAt\":\"2026\",\"homeAttacksRightP1\":true,"
	      "\"events\":[{}],\"shifts\":[{\"idx\":4,\"period\":1,"
	      "\"start_time\":\"18:00\",\"end_time\":\"16:30\","
	      "\"stoppageTime\":0,\"home\":{\"F1\":{\"num\":\"7\"},"
	      "\"G\":{\"num\":30},\"Z\":{\"num\":1}},"
	      "\"away\":{\"X\":{\"num\":\"\"},\"D2\":{\"num\":4}}},{}],"
	      "\"videos\":[{\"url\":\"a\"},{\"url\":\"\"},7,"
	      "{\"url\":\"b\",\"id\":3}],"
	      "\"videoTiming\":{\"youtubeUrl\":\"y\","
	      "\"periodOffsets\":{\"1\":12.5,\"OT\":9},"
	      "\"timeouts\":[{\"period\":1,\"videoStart\":100,"
	      "\"duration\":30}]}}",
	    "events row=1 sub=0 event_index=1000 game_id=7\n"
	    "shifts row=1 shift_index=4 shift_start_min=18 shift_start_sec=00 "
	    "shift_end_min=16 shift_end_sec=30 period=1 stoppage_time=0 "
	    "home_forward_1=7 home_goalie=30 away_defense_2=4\n"
	    "shifts row=2 shift_index=2\n"
	    "video row=1 url=a member=videos\n"
	    "video row=4 url=b member=videos\n"
	    "video row=0 url=y member=youtubeUrl\n"
	    "timeout row=1 period=1 video_start=100 duration=30\n"
	    "tracking 2026 - - True 12.5 - - 9\n");
}
END_TEST

START_TEST(settings_and_rosters_leave_no_trace)
{
	check("{\"settings\":{\"supabaseKey\":\"secret\",\"gameId\":1},"
	      "\"rosters\":{\"events\":[{\"type\":\"x\"}]},"
	      "\"gameId\":7,\"events\":[{\"secret\":\"x\"}]}",
	    "events row=1 sub=0 event_index=1000 game_id=7\n"
	    "tracking - - - - - - - -\n");
}
END_TEST

START_TEST(other_roots_and_saves_without_events_are_ignored)
{
	static const char *const roots[] = {"{}", "[]", "5", "{\"other\":1}",
	    "[{\"gameId\":1,\"events\":[{}]}]", "{\"gameId\":7}",
	    "{\"gameId\":7,\"events\":[]}", "{\"events\":[{}]}",
	    "{\"gameId\":7,\"shifts\":[{}],\"events\":{\"a\":{}}}"};
	struct extract_file f;
	struct err e;
	size_t i;

	for (i = 0; i < sizeof(roots) / sizeof(roots[0]); i++) {
		ck_assert_int_eq(extract(roots[i], &f, &e), 0);
		ck_assert_str_eq(buf_string(&raw_noted.text), "");
		ck_assert_int_eq(f.game_id, 0);
	}
}
END_TEST

START_TEST(what_cannot_be_used_says_why)
{
	struct extract_file f;
	struct err e;

	ck_assert_int_eq(
	    extract("{\"gameId\":\"soon\",\"events\":[{}]}", &f, &e), -1);
	ck_assert_str_eq(e.text, "gameId soon is no game's number");
	ck_assert_int_eq(extract("{\"gameId\":7", &f, &e), -1);
	ck_assert_int_eq(e.code, ERR_INPUT);
}
END_TEST

START_TEST(the_database_and_the_user_can_end_it)
{
	int fd = raw_text("{\"gameId\":7,\"events\":[{}],\"shifts\":[{}]}");
	struct extract_file f = raw_file(fd, &save);
	struct err e;
	int i;

	for (i = 0; i < 2; i++) {
		raw_ended = 0;
		raw_fails_at = i;
		ck_assert_int_eq(extract_save(&f, &e), -1);
		ck_assert_int_eq(e.code, ERR_DATABASE);
	}
	f.stopped = raw_always_stopped;
	ck_assert_int_eq(extract_save(&f, &e), -1);
	ck_assert_int_eq(e.code, ERR_CANCELLED);
	(void)close(fd);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("extract_save");
	TCase *c = tcase_create("extract_save");

	tcase_add_test(c, an_event_has_a_row_for_each_player_and_its_points);
	tcase_add_test(
	    c, an_event_without_players_has_one_row_and_links_count_from_1000);
	tcase_add_test(c, shifts_and_videos_are_read);
	tcase_add_test(c, settings_and_rosters_leave_no_trace);
	tcase_add_test(c, other_roots_and_saves_without_events_are_ignored);
	tcase_add_test(c, what_cannot_be_used_says_why);
	tcase_add_test(c, the_database_and_the_user_can_end_it);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
