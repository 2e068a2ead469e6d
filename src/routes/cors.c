/*
 * cors: exact comparison with a list of origins.
 */
#include "cors.h"

#include <string.h>

static bool
is_any(const char *origins)
{
	return (strcmp(origins, "*") == 0);
}

bool
cors_listed(const char *list, const char *text)
{
	size_t len;

	while (*list != '\0') {
		list += strspn(list, ", ");
		len = strcspn(list, ", ");
		if (len > 0 && strlen(text) == len &&
		    memcmp(text, list, len) == 0)
			return (true);
		list += len;
	}
	return (false);
}

bool
cors_allowed(const char *origins, const char *origin)
{
	if (origin == NULL || *origin == '\0')
		return (false);
	return (is_any(origins) || cors_listed(origins, origin));
}

const char *
cors_allow_origin(const char *origins, const char *origin)
{
	if (!cors_allowed(origins, origin))
		return (NULL);
	return (is_any(origins) ? "*" : origin);
}

bool
cors_credentials(const char *origins)
{
	return (!is_any(origins));
}
