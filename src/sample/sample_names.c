/*
 * sample_names: see sample_names.h.
 */
#include "sample/sample_names.h"

#include <assert.h>

#define FIRST 32
#define LAST 50

static const char *const teams[SAMPLE_NAMES_TEAMS] = {"Herons", "Anvils",
    "Comets", "Otters", "Lanterns", "Bisons", "Kestrels", "Pilots", "Badgers",
    "Sparks", "Tritons", "Marmots", "Ravens", "Glaciers", "Hornets", "Mustangs",
    "Owls", "Wolves", "Yetis", "Zephyrs"};

static const char *const first_names[FIRST] = {"Ada", "Bram", "Cleo", "Dario",
    "Edda", "Finn", "Gita", "Hugo", "Ines", "Joss", "Kaya", "Levi", "Mara",
    "Nils", "Oona", "Piet", "Quentin", "Rhea", "Sven", "Tove", "Ugo", "Vera",
    "Wim", "Xenia", "Yara", "Zeno", "Alma", "Boris", "Dina", "Emil", "Greta",
    "Ivo"};

static const char *const last_names[LAST] = {"Abelmann", "Bergfors", "Castle",
    "Dalquist", "Ekmark", "Fjellby", "Grunwald", "Hallberg", "Idland", "Jorgen",
    "Kestner", "Lindahl", "Morrow", "Nordby", "Okander", "Pelham", "Quist",
    "Rosenby", "Stenmark", "Tolland", "Ulfson", "Vestby", "Wallin", "Ystad",
    "Zander", "Amundsby", "Brokaw", "Corvin", "Dreyer", "Elstad", "Furness",
    "Gorman", "Hovland", "Ingram", "Jessen", "Kolby", "Lofgren", "Maddox",
    "Nyland", "Ostby", "Prewitt", "Rudolf", "Sorby", "Thorne", "Uppland",
    "Varga", "Westrup", "Yarwood", "Zeller", "Brandvik"};

static const char *const alias_first[FIRST] = {"North", "Copper", "River",
    "Sable", "Amber", "Flint", "Indigo", "Juno", "Cobalt", "Linden", "Marble",
    "Nimbus", "Onyx", "Pepper", "Quartz", "Russet", "Silver", "Tundra", "Umbra",
    "Velvet", "Willow", "Xylo", "Yonder", "Zinc", "Acorn", "Basil", "Cinder",
    "Dusk", "Ebony", "Fable", "Ginger", "Hazel"};

static const char *const alias_last[LAST] = {"Arrow", "Bridge", "Canyon",
    "Delta", "Engine", "Falcon", "Garden", "Harbor", "Island", "Jigsaw",
    "Kettle", "Ladder", "Meadow", "Needle", "Orchard", "Paddle", "Quiver",
    "Ribbon", "Saddle", "Tunnel", "Umbrella", "Valley", "Window", "Yarn",
    "Zigzag", "Anchor", "Bucket", "Candle", "Drum", "Echo", "Feather", "Glove",
    "Hammer", "Icicle", "Jacket", "Kite", "Lemon", "Mirror", "Nutmeg", "Oar",
    "Pebble", "Rocket", "Stone", "Timber", "Urn", "Violin", "Wagon", "Yolk",
    "Zenith", "Basket"};

const char *
sample_names_team(int t)
{
	assert(t >= 0 && t < SAMPLE_NAMES_TEAMS);
	return (teams[t]);
}

/* 32 · 50 different pairs: the step through the last names depends on p / 32.
 */
static int
last_of(int p)
{
	return ((p / FIRST + 7 * (p % FIRST)) % LAST);
}

void
sample_names_player(int p, const char **first, const char **last)
{
	assert(p >= 0 && p < SAMPLE_NAMES_PLAYERS);
	*first = first_names[p % FIRST];
	*last = last_names[last_of(p)];
}

void
sample_names_alias(int p, const char **first, const char **last)
{
	assert(p >= 0 && p < SAMPLE_NAMES_PLAYERS);
	*first = alias_first[p % FIRST];
	*last = alias_last[last_of(p)];
}
