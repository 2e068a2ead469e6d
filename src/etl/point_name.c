/*
 * point_name: which point a column of a sheet events holds.
 */
#include <string.h>

#include "etl/points.h"

#define MAX_DIGITS 4

/* 1, 2, … without leading zeros; 0: none. */
static int
number_of(const char *text, size_t len)
{
	size_t i;
	int n = 0;

	if (len == 0 || len > MAX_DIGITS || *text == '0')
		return (0);
	for (i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9')
			return (0);
		n = n * 10 + (text[i] - '0');
	}
	return (n);
}

int
point_name_parse(const char *name, struct point_name *out)
{
	size_t len = strlen(name);

	out->underscored = len > 0 && name[len - 1] == '_';
	len -= (size_t)out->underscored;
	out->layout = "numbered";
	out->n = 1;
	if (len == 5 && strncmp(name, "net_", 4) == 0) {
		out->path = "net";
		out->axis = name[4];
		return (out->axis == 'x' || out->axis == 'y');
	}
	if (strncmp(name, "puck_", 5) == 0)
		out->path = "puck";
	else if (strncmp(name, "player_", 7) == 0)
		out->path = "player";
	else
		return (0);
	name += strlen(out->path) + 1;
	len -= strlen(out->path) + 1;
	if (len < 3 || (*name != 'x' && *name != 'y') || name[1] != '_')
		return (0);
	out->axis = *name;
	name += 2;
	len -= 2;
	out->n = number_of(name, len);
	if (out->n > 0)
		return (1);
	out->layout = "start_stop";
	if (len == 5 && strncmp(name, "start", 5) == 0)
		out->n = 1;
	else if (len == 4 && strncmp(name, "stop", 4) == 0)
		out->n = 2;
	return (out->n > 0);
}
