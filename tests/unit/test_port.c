/*
 * port: free, taken, and free again after a while.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/port.h"
#include "core/clock.h"
#include "unit.h"

/* A listener on a port of the kernel's choice. */
static int
listen_somewhere(int *port)
{
	struct sockaddr_in at = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	ck_assert_int_ne(fd, -1);
	ck_assert_int_eq(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	ck_assert_int_eq(listen(fd, 1), 0);
	ck_assert_int_eq(getsockname(fd, (struct sockaddr *)&at, &len), 0);
	*port = ntohs(at.sin_port);
	return (fd);
}

START_TEST(a_taken_port_is_named_with_its_setting)
{
	char expected[128];
	struct err e;
	int port, fd = listen_somewhere(&port);

	ck_assert_int_eq(port_wait("PORT", "127.0.0.1", port, 0, &e), -1);
	ck_assert_int_eq(e.code, ERR_CONFIG);
	(void)snprintf(expected, sizeof(expected),
	    "PORT: %d on 127.0.0.1 is in use by another program", port);
	ck_assert_str_eq(e.text, expected);
	(void)close(fd);
	ck_assert_int_eq(port_wait("PORT", "127.0.0.1", port, 0, &e), 0);
}
END_TEST

START_TEST(a_port_that_gets_free_is_waited_for)
{
	struct err e;
	int port, fd = listen_somewhere(&port);
	int64_t begun = clock_monotonic_ms();
	pid_t child = fork();

	ck_assert_int_ne(child, -1);
	if (child == 0) {
		(void)usleep(200000);
		_exit(0);
	}
	(void)close(fd);
	ck_assert_int_eq(port_wait("PORT", "127.0.0.1", port, 5000, &e), 0);
	ck_assert_int_ge(clock_monotonic_ms() - begun, 100);
	ck_assert_int_eq(waitpid(child, NULL, 0), child);
}
END_TEST

START_TEST(an_address_that_is_not_ours_is_a_mistake_of_the_setting)
{
	struct err e;

	ck_assert_int_eq(port_wait("PORT", "192.0.2.1", 8000, 0, &e), -1);
	ck_assert_int_eq(e.code, ERR_CONFIG);
	ck_assert_ptr_nonnull(strstr(e.text, "PORT: 8000 on 192.0.2.1"));
	ck_assert_int_eq(port_wait("PORT", "no such host", 8000, 0, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "HOST: no such host"));
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("port");
	TCase *c = tcase_create("port");

	tcase_add_test(c, a_taken_port_is_named_with_its_setting);
	tcase_add_test(c, a_port_that_gets_free_is_waited_for);
	tcase_add_test(
	    c, an_address_that_is_not_ours_is_a_mistake_of_the_setting);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
