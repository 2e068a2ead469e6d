/*
 * sample_spelling: see sample_spelling.h.
 */
#include "sample/sample_spelling.h"

#include <stdio.h>
#include <string.h>

static const char *const short_details[][2] = {
    {"Possession_PuckRetrieval", "PuckRetrieval"},
    {"Possession_PuckRecovery", "PuckRecovery"},
    {"Possession_Regroup", "Regroup"},
    {"Possession_Breakaway", "Breakaway"},
    {"Stoppage_PeriodEnd", "Stoppage_Period"},
};

/* The code with a hyphen for its first underscore. */
static const char *
hyphen(const char *code, char out[SAMPLE_SPELLING_MAX])
{
	char *p;

	(void)snprintf(out, SAMPLE_SPELLING_MAX, "%s", code);
	p = strchr(out, '_');
	if (p != NULL)
		*p = '-';
	return (out);
}

const char *
sample_spelling_detail(enum sample_layout layout, const struct sample_event *e,
    char out[SAMPLE_SPELLING_MAX])
{
	if (layout == SAMPLE_LEGACY && e->detail != NULL)
		for (size_t i = 0;
		     i < sizeof(short_details) / sizeof(short_details[0]); i++)
			if (strcmp(e->detail, short_details[i][0]) == 0)
				return (short_details[i][1]);
	if (layout == SAMPLE_EXPORT_23 && e->detail == NULL &&
	    strcmp(e->type, "Possession") == 0)
		return ("Possession");
	if (layout == SAMPLE_EXPORT_23 && e->detail != NULL)
		return (hyphen(e->detail, out));
	return (e->detail);
}

const char *
sample_spelling_detail_2(enum sample_layout layout,
    const struct sample_event *e, char out[SAMPLE_SPELLING_MAX])
{
	char *p;

	if (e->detail2 == NULL || layout == SAMPLE_EXPORT_29 ||
	    layout == SAMPLE_SAVE)
		return (e->detail2);
	(void)hyphen(e->detail2, out);
	p = strstr(out, "Carried");
	if (p != NULL && out[0] == 'Z')
		(void)snprintf(p, SAMPLE_SPELLING_MAX - (size_t)(p - out),
		    "Rush%s", strstr(e->detail2, "Carried") + 7);
	return (out);
}

const char *
sample_spelling_play(enum sample_layout layout, const struct sample_actor *a,
    const char *play, char out[SAMPLE_SPELLING_MAX])
{
	if (play == NULL)
		return (NULL);
	if (layout == SAMPLE_LEGACY &&
	    strncmp(play, "PuckRecoveryRetreival", 21) == 0)
		return (play + 4);
	if (layout == SAMPLE_EXPORT_29 && strncmp(play, "Assist", 6) != 0) {
		(void)snprintf(out, SAMPLE_SPELLING_MAX, "%s-%s",
		    a->own ? "Offensive" : "Defensive", play);
		return (out);
	}
	return (play);
}

const char *
sample_spelling_mirror(const char *word, char out[SAMPLE_SPELLING_MAX])
{
	size_t n = 0;

	while (*word != '\0' && n < SAMPLE_SPELLING_MAX - 1) {
		if (strncmp(word, "Home", 4) == 0 ||
		    strncmp(word, "Away", 4) == 0) {
			memcpy(out + n, *word == 'H' ? "Away" : "Home", 4);
			n += 4;
			word += 4;
		} else {
			out[n++] = *word++;
		}
		if (n > SAMPLE_SPELLING_MAX - 5)
			break;
	}
	out[n] = '\0';
	return (out);
}
