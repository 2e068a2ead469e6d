/*
 * runner_task: nothing but the thread around runner_loop.
 */
#include "runner_task.h"

#include <kore/kore.h>
#include <kore/tasks.h>

#include <poll.h>

#include "core/clock.h"

#define WAIT_STEP_MS 10

static const struct runner_task_options *options;
static struct kore_task tasks[RUNNER_TASK_MAX];
static _Atomic int running;

static int
run(struct kore_task *t)
{
	(void)t;
	(void)runner_loop(&options->runner, options->stop);
	(void)atomic_fetch_sub(&running, 1);
	return (KORE_RESULT_OK);
}

void
runner_task_start(const struct runner_task_options *o, int n)
{
	int i;

	options = o;
	for (i = 0; i < n && i < RUNNER_TASK_MAX; i++) {
		(void)atomic_fetch_add(&running, 1);
		kore_task_create(&tasks[i], run);
		kore_task_run(&tasks[i]);
	}
}

int
runner_task_alive(void)
{
	return (atomic_load(&running));
}

void
runner_task_wait(int ms)
{
	int64_t until = clock_monotonic_ms() + ms;

	while (runner_task_alive() > 0 && clock_monotonic_ms() < until)
		(void)poll(NULL, 0, WAIT_STEP_MS);
}
