/*
 * access: a small buffer before write(2); a pipe takes each write whole.
 */
#include "access.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/clock.h"

#define ACCESS_LINE 512
#define ACCESS_BUFFER 4096 /* PIPE_BUF: writes of several workers never mix */

static char gathered[ACCESS_BUFFER];
static size_t gathered_len;

void
access_flush(void)
{
	size_t at = 0;
	ssize_t n;

	while (at < gathered_len) {
		n = write(STDOUT_FILENO, gathered + at, gathered_len - at);
		if (n <= 0)
			break;
		at += (size_t)n;
	}
	gathered_len = 0;
}

void
access_line(const char *id, const char *method, const char *route, int status,
    int64_t took_us, size_t bytes)
{
	char line[ACCESS_LINE], time[CLOCK_TEXT];
	int n;

	n = snprintf(line, sizeof(line),
	    "%s request=%s method=%s route=%s status=%d ms=%lld.%03lld "
	    "bytes=%zu\n",
	    clock_millis(clock_wall_ms(), time), id, method, route, status,
	    (long long)(took_us / 1000), (long long)(took_us % 1000), bytes);
	if (n < 0 || (size_t)n >= sizeof(line))
		return;
	if (gathered_len + (size_t)n > sizeof(gathered))
		access_flush();
	memcpy(gathered + gathered_len, line, (size_t)n);
	gathered_len += (size_t)n;
}
