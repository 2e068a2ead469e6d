/*
 * port: whether an address is free to listen on, asked before anything is
 * started. Kore would say so too, but last, and in fewer words.
 */
#ifndef APP_PORT_H
#define APP_PORT_H

#include "core/err.h"

/*
 * Waits up to wait_ms for host and port to be free: a server that was killed
 * has workers that need a moment to end. -1 with ERR_CONFIG, naming setting.
 */
int port_wait(const char *setting, const char *host, int port, int wait_ms,
    struct err *e) ERR_CHECKED;

#endif
