/*
 * access: the access log: a line for each answer on standard output. Lines
 * are gathered and written together; access_flush is called a few times a
 * second and before the process ends. One thread.
 */
#ifndef ROUTES_ACCESS_H
#define ROUTES_ACCESS_H

#include <stddef.h>
#include <stdint.h>

/* Names of the request; route is the template, `-` where none matched. */
void access_line(const char *id, const char *method, const char *route,
    int status, int64_t took_us, size_t bytes);
void access_flush(void);

#endif
