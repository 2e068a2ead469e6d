/*
 * cli_console: shows a run to whoever started it: a bar on a terminal, lines
 * elsewhere, or one JSON object per event; and keeps its findings. Only one
 * thread at a time calls the hooks (etl.h).
 */
#ifndef CLI_CLI_CONSOLE_H
#define CLI_CLI_CONSOLE_H

#include "core/err.h"
#include "etl/etl.h"

struct cli_console;

/*
 * findings: a file that gets every finding as a JSON array, or NULL. It is
 * written aside and renamed by cli_console_end. -1 with ERR_INPUT.
 */
int cli_console_new(bool json, const char *findings, struct cli_console **out,
    struct err *e) ERR_CHECKED;

const struct etl_hooks *cli_console_hooks(struct cli_console *c);

/* Says that another ETL has to end first; arg is the console. */
void cli_console_waiting(void *arg);

/* What the run came to. */
struct cli_end {
	const char *job_id;
	const char *output_dir;
	bool test; /* the mode that writes nothing */
	const struct etl_result *result;
	const struct err *failure; /* NULL: it completed */
};

/* Prints the end of the run, finishes the file of findings, frees c. */
int cli_console_end(struct cli_console *c, const struct cli_end *end,
    struct err *e) ERR_CHECKED;

#endif
