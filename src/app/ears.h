/*
 * ears: a thread of each worker that listens to the database: which job has
 * changed, is the database there, could a job start. It tells the worker's
 * event loop over Kore's task channel and never touches a request.
 */
#ifndef APP_EARS_H
#define APP_EARS_H

#include <stdatomic.h>

/* Read-only while the thread runs. */
struct ears_options {
	const char *conninfo;
	const char *input_dir;
	const char *output_dir;
	_Atomic int *stop;
};

/* Starts the task; once in a worker. options outlive it. */
void ears_start(const struct ears_options *o);

#endif
