/*
 * sample_codes: see sample_codes.h. The codes are those that trackers use; the
 * order here is the order of the sheets, ids are given by position.
 */
#include "sample/sample_codes.h"

#include <stdio.h>
#include <string.h>

static const struct sample_type types[] = {
    {"Shot", "Shot", "offensive", "Attempt to score", true, true},
    {"Save", "Save", "goaltending", "Goalie stops a shot", false, false},
    {"Pass", "Pass", "playmaking", "Pass to a team-mate", false, false},
    {"Faceoff", "Faceoff", "faceoff", "Puck drop", false, false},
    {"Turnover", "Turnover", "turnover", "Puck lost or won", false, false},
    {"Zone_Entry_Exit", "Zone entry or exit", "transition",
	"Puck over a blue line", false, false},
    {"Possession", "Possession", "possession", "Puck held", false, false},
    {"Penalty", "Penalty", "penalty", "Penalty called", false, false},
    {"Hit", "Hit", "physical", "Body contact", false, false},
    {"Block", "Block", "defensive", "Shot blocked", true, false},
    {"Stoppage", "Stoppage", "stoppage", "Whistle", false, false},
    {"Goal", "Goal", "scoring", "Goal", true, true},
    {"PenaltyShot_Shootout", "Penalty shot or shoot-out", "offensive",
	"Skater alone against the goalie", false, false},
    {"LoosePuck", "Loose puck", "transition", "Battle for a puck", false,
	false},
    {"Rebound", "Rebound", "goaltending", "Puck off the goalie", false, false},
    {"DeadIce", "Dead ice", "time", "From whistle to face-off", false, false},
    {"Play", "Play", "other", "Single play", false, false},
    {"Timeout", "Timeout", "time", "Time-out of a team", false, false},
    {"Intermission", "Intermission", "time", "Between periods", false, false},
    {"Clockstop", "Clock stopped", "time", "Clock stopped", false, false},
    {"GameStart", "Game start", "time", "Start of the game", false, false},
    {"GameEnd", "Game end", "time", "End of the game", false, false},
    {"Penalty_Delayed", "Delayed penalty", "penalty", "Arm raised", false,
	false},
};

#define D(code, type, category, danger)                                        \
	{                                                                      \
		code, type, category, danger, false, false, false, false       \
	}
#define SOG(code, type, category, danger)                                      \
	{                                                                      \
		code, type, category, danger, true, false, false, false        \
	}

static const struct sample_detail details[] = {
    D("Faceoff", "Faceoff", "faceoff", NULL),
    D("Faceoff_AfterGoal", "Faceoff", "faceoff", NULL),
    D("Faceoff_AfterPenalty", "Faceoff", "faceoff", NULL),
    D("Faceoff_AfterStoppage", "Faceoff", "faceoff", NULL),
    D("Faceoff_GameStart", "Faceoff", "faceoff", NULL),
    D("Faceoff_PeriodStart", "Faceoff", "faceoff", NULL),
    {"Goal_Scored", "Goal", "goal", "high", true, true, false, false},
    D("LoosePuck_Battle", "LoosePuck", "puck_battle", NULL),
    D("Pass_Completed", "Pass", "completed_pass", NULL),
    D("Pass_Deflected", "Pass", "failed_pass", NULL),
    D("Pass_Intercepted", "Pass", "failed_pass", NULL),
    D("Pass_Missed", "Pass", "failed_pass", "low"),
    D("Penalty", "Penalty", "penalty", NULL),
    D("Penalty_Major", "Penalty", "penalty", NULL),
    D("Penalty_Minor", "Penalty", "penalty", NULL),
    D("Penalty_Offsetting", "Penalty", "penalty", NULL),
    D("PenaltyShot_Missed", "PenaltyShot", "penalty shot", "medium"),
    SOG("PenaltyShot_OnNet", "PenaltyShot", "penalty shot", "high"),
    SOG("PenaltyShot_Saved", "PenaltyShot", "penalty shot", "high"),
    D("Play_Defensive", "Play", "play", NULL),
    D("Play_Offensive", "Play", "play", NULL),
    D("Possession_Breakaway", "Possession", "possession", NULL),
    D("Possession_PuckRecovery", "Possession", "possession", NULL),
    D("Possession_PuckRetrieval", "Possession", "possession", NULL),
    D("Possession_Regroup", "Possession", "possession", NULL),
    D("Rebound_FlurryGenerated", "Rebound", "rebound", NULL),
    D("Rebound_OppTeamRecovered", "Rebound", "rebound", NULL),
    D("Rebound_ShotGenerated", "Rebound", "rebound", NULL),
    D("Rebound_TeamRecovered", "Rebound", "rebound", NULL),
    D("Save_Freeze", "Save", "save", NULL),
    D("Save_Played", "Save", "save", NULL),
    D("Save_Rebound", "Save", "save", NULL),
    SOG("Shootout_Missed", "Shootout", "shootout", "medium"),
    SOG("Shootout_OnNet", "Shootout", "shootout", "high"),
    SOG("Shootout_Saved", "Shootout", "shootout", "high"),
    {"Shot_Blocked", "Shot", "blocked_shot", "medium", false, false, false,
	true},
    {"Shot_BlockedSameTeam", "Shot", "blocked_shot", "medium", false, false,
	false, true},
    {"Shot_Deflected", "Shot", "blocked_shot", "medium", false, false, false,
	true},
    {"Shot_Goal", "Shot", "goal", "high", true, true, false, false},
    {"Shot_HitPost", "Shot", "missed_shot", "high", false, false, true, false},
    {"Shot_Missed", "Shot", "missed_shot", "low", false, false, true, false},
    SOG("Shot_OnNetSaved", "Shot", "shot_on_goal", "medium"),
    D("Stoppage_Freeze", "Stoppage", "stoppage_play", NULL),
    D("Stoppage_GameEnd", "Stoppage", "stoppage_game", NULL),
    D("Stoppage_Goal", "Stoppage", "stoppage_play", "high"),
    D("Stoppage_OutfofPlay", "Stoppage", "stoppage_play", NULL),
    D("Stoppage_Penalty", "Stoppage", "stoppage_game", NULL),
    D("Stoppage_PeriodEnd", "Stoppage", "stoppage_game", NULL),
    D("Stoppage_Play", "Stoppage", "stoppage_play", NULL),
    D("Turnover_Giveaway", "Turnover", "giveaway", NULL),
    D("Turnover_Takeaway", "Turnover", "takeaway", NULL),
    D("Zone_Entry", "Zone", "zone_entry", NULL),
    D("Zone_Entry_Failed", "Zone", "zone_entry", NULL),
    D("Zone_Exit", "Zone", "zone_exit", NULL),
    D("Zone_Exit_Failed", "Zone", "zone_exit", NULL),
    D("Zone_Keepin", "Zone", "zone_keepin", NULL),
    D("Zone_Keepin_Failed", "Zone", "zone_keepin", NULL),
};

static const struct sample_family families[] = {
    {"", "DeadIce", "DeadIce", "DeadIce", "stoppage", NULL},
    {"Giveaway",
	"AttemptedZoneClear/Dump BattleLost DumpInZone Misplayed Other "
	"PassBlocked PassIntercepted PassMissed PassReceiverMissed ShotBlocked "
	"ShotMissed ZoneClear/Dump ZoneEntry/ExitMisplay",
	"Giveaway", "Turnover", "giveaway", NULL},
    {"Goal",
	"Backhand Bat BetweenLegs Cradle Deflection Dumpin OneTime Other Poke "
	"Slap Snap Tip WrapAround Wrist",
	"Goal_Scored", "Goal", "goal_modifier", "high"},
    {"Pass",
	"Backhand Bank Deflected/TippedShot Drop Dump Forehand GiveAndGo Lob "
	"OneTouch Other QuickUp ReceiverMissed Reverse Rim/Wrap SecondTouch "
	"Stretch Tipped",
	"Pass", "Pass", "pass_modifier", NULL},
    {"Penalty",
	"Bench+Penalty Boarding Charging CrossChecking DelayofGame Diving "
	"Elbowing Fighting GoalieInterference HighSticking Holding Hooking "
	"Interference Misconduct Other Roughing Slashing TooManyMenontheIce "
	"Tripping UnsportsmanlikeConduct",
	"Penalty", "Penalty", "penalty", NULL},
    {"Play",
	"AttemptedClear Backcheck BeatDeke BeatMiddle BeatSpeed BeatWide "
	"BoxOut Contain ForceWide PokeCheck PokeCheckFailed SeperateFromPuck "
	"Other",
	"Play_Defensive", "Play", "other", NULL},
    {"Play",
	"Chip CrashNet Deke Delay DriveCorner DriveMiddle DriveNetMiddle "
	"DriveNetWide DriveWide Dump/RimInZone DumpChase Forecheck Speed",
	"Play_Offensive", "Play", "other", NULL},
    {"Rebound", "FlurryGenerated OppTeamRecovered ShotGenerated TeamRecovered",
	"Rebound", "Rebound", "other", NULL},
    {"Save",
	"Blocker Butterfly Chest Glove LeftPad Other RightPad Scramble "
	"Shoulder Skate Stick",
	"Save", "Save", "save_modifier", NULL},
    {"Shot",
	"Backhand Bat BetweenLegs Cradle Deflection Dumpin OneTime Other Poke "
	"Slap Snap Tip WrapAround Wrist",
	"Shot", "Shot", "shot_modifier", "medium"},
    {"Stoppage",
	"Challenge ClockProblem Goal GoalieStoppage HandPass HighStick "
	"HomeTimeout Icing Injury NetDislodged ObjectsonIce OfficialInjury "
	"Offsides Other Penalty PeriodEnd PeriodStart PlayerEquipment "
	"PuckOutofPlay RinkRepair StartofShootout VisitorTimeout",
	"Stoppage", "Stoppage", "stoppage", NULL},
    {"Takeaway",
	"AttemptedZoneClear/Dump BattleWon Other PassBlocked PassIntercepted "
	"PokeCheck ShotBlocked ZoneClear/Dump",
	"Takeaway", "Turnover", "takeaway", NULL},
    {"Zone", "KeepIn Other Pinch", "Zone_Keepin", "Zone_Entry_Exit",
	"zone_play", NULL},
    {"ZoneEntry",
	"CausedTurnover FromExitClear Lob OppTeam Other PenaltyKillClear Shot",
	"Zone_Entry", "Zone_Entry_Exit", "zone_entry", NULL},
    {"ZoneEntry", "Chip DumpIn", "Zone_Entry", "Zone_Entry_Exit",
	"uncontrolled_entry", NULL},
    {"ZoneEntry", "Carried CarriedBreakaway Pass PassMiss/Misplay",
	"Zone_Entry", "Zone_Entry_Exit", "controlled_entry", NULL},
    {"ZoneExit", "CausedTurnover OppTeam Other Shot", "Zone_Exit",
	"Zone_Entry_Exit", "zone_exit", NULL},
    {"ZoneExit", "Chip Clear Lob PenaltyKillClear", "Zone_Exit",
	"Zone_Entry_Exit", "uncontrolled_exit", NULL},
    {"ZoneExit", "Carried Pass PassMiss/Misplay", "Zone_Exit",
	"Zone_Entry_Exit", "controlled_exit", NULL},
};

static const struct sample_plays plays[] = {
    {"scoring", "Medium",
	"AssistPrimary AssistSecondary AssistTertiary AttemptedBlockedShot "
	"AttemptedShot AttemptedTip/Deflection BlockedShot DeflectedShot "
	"FakeShot ForcedMissedShot InShotPassLane PassDeflected PassForTip "
	"PuckRecoveryRetreivalShot"},
    {"playmaking", "Medium",
	"AttemptedBreakOutPass AttemptedEntryPass AttemptedPass "
	"ForcedMissedPass GiveAndGo PassIntercepted PuckRecoveryRetreivalPass "
	"QuickUp"},
    {"transition", "Medium",
	"AttemptedBreakOutClear AttemptedBreakOutRush AttemptedEntryDumpIn "
	"AttemptedEntryRush Breakout CededZoneEntry CededZoneExit "
	"Dump/RimInZone Regroup RegroupClear RegroupDumpin Zone ZoneKeepin"},
    {"defensive", "Medium",
	"Backcheck BoxOut Contain Forecheck ForceWide GapControl ManOnMan "
	"PokeCheck Pressure StickCheck ZoneEntryDenial ZoneExitDenial"},
    {"offensive", "High",
	"BeatDeke BeatMiddle BeatSpeed BeatWide CrashNet Deke DriveNetMiddle "
	"DriveNetWide OpenIceDeke StoppedDeke"},
    {"offensive", "Medium",
	"BeatFake Cycle DriveCorner DriveMiddle DriveWide FrontofNet Screen"},
    {"puck_battle", "Medium",
	"LoosePuckBattleLost LoosePuckBattleWon LostPuck MisplayedPuck "
	"PuckRecoveryRetreivalAttemptedClear PuckRecoveryRetreivalClear "
	"PuckRecoveryRetreivalDumpIn PuckRecoveryRetreivalFaceoff "
	"PuckRecoveryRetreivalLoosePuckBattle PuckRecoveryRetreivalOther "
	"PuckRecoveryRetreivalRebound PuckRecoveryRetreivalTurnover "
	"SeperateFromPuck"},
    {"other", "Low",
	"AttemptedKeepin Chip ClearingAttempt CutBack Delay DelayedOffside "
	"DumpChase DumpInAttempt EndToEndRush ForcedDumpin/Clear "
	"ForcedLostPossession ForcedTurnover Other PenaltyKillClear "
	"ReceiverMissed Reverse SecondTouch Speed Surf Tracker Wheel"},
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

const struct sample_type *
sample_codes_type(size_t i)
{
	return (i < COUNT(types) ? &types[i] : NULL);
}

const struct sample_detail *
sample_codes_detail(size_t i)
{
	return (i < COUNT(details) ? &details[i] : NULL);
}

const struct sample_family *
sample_codes_family(size_t i)
{
	return (i < COUNT(families) ? &families[i] : NULL);
}

const struct sample_plays *
sample_codes_plays(size_t i)
{
	return (i < COUNT(plays) ? &plays[i] : NULL);
}

bool
sample_codes_word(const char *words, size_t n, char *out, size_t size)
{
	size_t len;

	for (; n > 0; n--) {
		words = strchr(words, ' ');
		if (words == NULL)
			return (false);
		words++;
	}
	len = strcspn(words, " ");
	if (len >= size)
		len = size - 1;
	for (size_t i = 0; i < len; i++)
		out[i] = words[i] == '+' ? ' ' : words[i];
	out[len] = '\0';
	return (true);
}

static bool
has_family(const char *code)
{
	char word[64], full[96];

	for (size_t i = 0; i < COUNT(families); i++)
		for (size_t n = 0; sample_codes_word(
			 families[i].words, n, word, sizeof(word));
		     n++) {
			(void)snprintf(full, sizeof(full), "%s%s%s",
			    families[i].prefix,
			    families[i].prefix[0] == '\0' ? "" : "_", word);
			if (strcmp(full, code) == 0)
				return (true);
		}
	return (false);
}

static bool
has_play(const char *code)
{
	char word[64];

	for (size_t i = 0; i < COUNT(plays); i++)
		for (size_t n = 0;
		     sample_codes_word(plays[i].words, n, word, sizeof(word));
		     n++)
			if (strcmp(word, code) == 0)
				return (true);
	return (false);
}

bool
sample_codes_has(enum sample_code_kind kind, const char *code)
{
	switch (kind) {
	case SAMPLE_TYPE:
		for (size_t i = 0; i < COUNT(types); i++)
			if (strcmp(types[i].code, code) == 0)
				return (true);
		return (false);
	case SAMPLE_DETAIL:
		for (size_t i = 0; i < COUNT(details); i++)
			if (strcmp(details[i].code, code) == 0)
				return (true);
		return (false);
	case SAMPLE_DETAIL_2:
		return (has_family(code));
	case SAMPLE_PLAY:
		return (has_play(code));
	}
	return (false);
}
