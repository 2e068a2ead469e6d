/*
 * runner_task: threads of a worker in which jobs run (jobs/runner.h).
 */
#ifndef APP_RUNNER_TASK_H
#define APP_RUNNER_TASK_H

#include <stdatomic.h>

#include "jobs/runner.h"

#define RUNNER_TASK_MAX 2

/* Read-only while the threads run. */
struct runner_task_options {
	struct runner_options runner;
	_Atomic int *stop;
};

/* Starts n (≤ RUNNER_TASK_MAX) threads; options outlive them. */
void runner_task_start(const struct runner_task_options *o, int n);

/* How many of this worker's threads run. */
int runner_task_alive(void);

/* After *stop was set: waits up to ms for the threads to end. */
void runner_task_wait(int ms);

#endif
