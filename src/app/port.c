/*
 * port: binds as Kore will, and lets go again.
 */
#include "port.h"

#include <errno.h>
#include <netdb.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "core/clock.h"

#define PORT_NAP_MS 20

/* 0 or the errno of the bind. */
static int
port_try(const struct addrinfo *a)
{
	int fd, on = 1, failed = 0;

	fd = socket(a->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd == -1)
		return (errno);
	/* Without it, closed connections would count as a listener. */
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) == -1 ||
	    bind(fd, a->ai_addr, a->ai_addrlen) == -1)
		failed = errno;
	(void)close(fd);
	return (failed);
}

int
port_wait(
    const char *setting, const char *host, int port, int wait_ms, struct err *e)
{
	const struct timespec nap = {.tv_nsec = PORT_NAP_MS * 1000000L};
	const struct addrinfo hints = {
	    .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV};
	int64_t until = clock_monotonic_ms() + wait_ms;
	struct addrinfo *found;
	char service[16];
	int failed;

	(void)snprintf(service, sizeof(service), "%d", port);
	failed = getaddrinfo(host, service, &hints, &found);
	if (failed != 0)
		return (err_set(
		    e, ERR_CONFIG, "HOST: %s: %s", host, gai_strerror(failed)));
	while ((failed = port_try(found)) == EADDRINUSE &&
	       clock_monotonic_ms() < until)
		(void)nanosleep(&nap, NULL);
	freeaddrinfo(found);
	if (failed == 0)
		return (0);
	if (failed == EADDRINUSE)
		return (err_set(e, ERR_CONFIG,
		    "%s: %d on %s is in use by another program", setting, port,
		    host));
	errno = failed;
	return (
	    err_set_errno(e, ERR_CONFIG, "%s: %d on %s", setting, port, host));
}
