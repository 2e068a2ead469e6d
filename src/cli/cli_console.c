/*
 * cli_console: what the hooks are told goes to the terminal as it comes; only
 * the counts of findings are kept.
 */
#include "cli/cli_console.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "core/buf.h"
#include "core/clock.h"
#include "core/json.h"

#define KINDS_MAX 64
#define REDRAW_MS 50
#define BAR_CELLS 30

enum console_look { LOOK_BAR, LOOK_LINES, LOOK_JSON };

struct cli_console {
	struct etl_hooks hooks;
	enum console_look look;
	FILE *findings; /* NULL: not asked for */
	char *path;
	char *aside;
	int written; /* findings in the file */
	struct {
		char kind[64], severity[16];
		int count;
	} kinds[KINDS_MAX];
	int kind_count;
	int64_t drawn_ms;
	int percent; /* never falls */
	/* The run logs each finding right behind it; a summary ends it here. */
	bool found;
};

/* ---- JSON */

static void
put(struct json_out *o, const char *key, const char *text)
{
	json_key(o, key);
	json_string(o, text);
}

/* A number, null when it is absent. */
static void
put_number(struct json_out *o, const char *key, int64_t n, int64_t absent)
{
	json_key(o, key);
	if (n == absent)
		json_null(o);
	else
		json_integer(o, n);
}

static void
event_begin(struct json_out *o, struct buf *b, const char *event)
{
	buf_init(b, BUF_MAX_CELL);
	json_begin(o, b);
	json_object(o);
	put(o, "event", event);
}

static void
event_end(struct json_out *o, struct buf *b)
{
	json_object_end(o);
	(void)printf("%s\n", buf_string(b));
	(void)fflush(stdout);
	buf_cleanup(b);
}

static void
put_finding(struct json_out *o, const struct etl_finding *f)
{
	put(o, "kind", f->kind);
	put(o, "severity", f->severity);
	put_number(o, "game_id", f->game_id, 0);
	put(o, "file", f->file);
	put(o, "sheet", f->sheet);
	put_number(o, "row", f->row, 0);
	put(o, "column", f->column);
	put(o, "value", f->value);
	put(o, "message", f->message);
}

/* ---- the bar */

static int
columns(void)
{
	struct winsize w;

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0)
		return (w.ws_col);
	return (80);
}

static void
draw(struct cli_console *c, const char *current_step)
{
	char cells[BAR_CELLS + 1];
	int filled = c->percent * BAR_CELLS / 100;
	int room = columns() - BAR_CELLS - 10;

	memset(cells, '.', BAR_CELLS);
	memset(cells, '#', (size_t)filled);
	cells[BAR_CELLS] = '\0';
	(void)fprintf(stderr, "\r[%s] %3d %% %.*s\033[K", cells, c->percent,
	    room > 0 ? room : 0, current_step == NULL ? "" : current_step);
	(void)fflush(stderr);
}

static void
undraw(const struct cli_console *c)
{
	if (c->look == LOOK_BAR) {
		(void)fprintf(stderr, "\r\033[K");
		(void)fflush(stderr);
	}
}

/* ---- the hooks */

static bool
never_stopped(void *arg)
{
	(void)arg;
	return (false);
}

static void
on_progress(void *arg, int done, int all, const char *current_step)
{
	struct cli_console *c = arg;
	int percent = all > 0 ? (int)((int64_t)done * 100 / all) : 0;
	int64_t now = clock_monotonic_ms();
	struct json_out o;
	struct buf b;

	if (percent > c->percent)
		c->percent = percent > 99 ? 99 : percent;
	if (c->look == LOOK_JSON) {
		event_begin(&o, &b, "progress");
		put_number(&o, "progress", c->percent, -1);
		put_number(&o, "done", done, -1);
		put_number(&o, "all", all, -1);
		put(&o, "current_step", current_step);
		event_end(&o, &b);
	} else if (c->look == LOOK_BAR && now - c->drawn_ms >= REDRAW_MS) {
		c->drawn_ms = now;
		draw(c, current_step);
	}
}

static const char *const step_kinds[] = {[ETL_READ] = "read",
    [ETL_TABLE] = "table",
    [ETL_CHECK] = "check",
    [ETL_WRITE] = "write",
    [ETL_PUBLISH] = "publish"};
static const char *const step_states[] = {[ETL_STEP_PENDING] = "pending",
    [ETL_STEP_RUNNING] = "running",
    [ETL_STEP_COMPLETED] = "completed",
    [ETL_STEP_FAILED] = "failed",
    [ETL_STEP_CANCELLED] = "cancelled"};

static void
on_step(void *arg, const struct etl_step *step)
{
	struct cli_console *c = arg;
	struct json_out o;
	struct buf b;

	if (c->look == LOOK_JSON) {
		event_begin(&o, &b, "step");
		put(&o, "kind", step_kinds[step->kind]);
		put(&o, "name", step->name);
		put(&o, "status", step_states[step->state]);
		json_key(&o, "reused");
		json_boolean(&o, step->reused);
		put_number(&o, "rows", step->rows, -1);
		put_number(&o, "duration_ms", step->duration_ms, -1);
		event_end(&o, &b);
	} else if (c->look == LOOK_LINES && step->state == ETL_STEP_COMPLETED) {
		(void)fprintf(
		    stderr, "%-7s %s", step_kinds[step->kind], step->name);
		if (step->rows >= 0)
			(void)fprintf(stderr, ", %" PRId64 " rows", step->rows);
		if (step->duration_ms >= 0)
			(void)fprintf(
			    stderr, ", %" PRId64 " ms", step->duration_ms);
		(void)fprintf(
		    stderr, "%s\n", step->reused ? ", unchanged" : "");
	}
}

static void
on_log(void *arg, enum etl_level level, const char *step, const char *message)
{
	static const char *const levels[] = {[ETL_DEBUG] = "debug",
	    [ETL_INFO] = "info",
	    [ETL_WARNING] = "warning",
	    [ETL_ERROR] = "error"};
	struct cli_console *c = arg;
	bool found = c->found;
	struct json_out o;
	struct buf b;

	c->found = false;
	if (c->look == LOOK_JSON) {
		event_begin(&o, &b, "log");
		put(&o, "level", levels[level]);
		put(&o, "step", step);
		put(&o, "message", message);
		event_end(&o, &b);
	} else if (!found &&
		   (level >= ETL_WARNING ||
		       (level == ETL_INFO && c->look == LOOK_LINES))) {
		undraw(c);
		(void)fprintf(stderr, "%-7s %s\n", levels[level], message);
	}
}

static void
count_kind(struct cli_console *c, const struct etl_finding *f)
{
	int i;

	for (i = 0; i < c->kind_count; i++) {
		if (strcmp(c->kinds[i].kind, f->kind) == 0 &&
		    strcmp(c->kinds[i].severity, f->severity) == 0)
			break;
	}
	if (i == KINDS_MAX)
		return;
	if (i == c->kind_count) {
		c->kind_count++;
		(void)snprintf(
		    c->kinds[i].kind, sizeof(c->kinds[i].kind), "%s", f->kind);
		(void)snprintf(c->kinds[i].severity,
		    sizeof(c->kinds[i].severity), "%s", f->severity);
	}
	c->kinds[i].count++;
}

static void
on_finding(void *arg, const struct etl_finding *f)
{
	struct cli_console *c = arg;
	struct json_out o;
	struct buf b;

	count_kind(c, f);
	c->found = true;
	if (c->look == LOOK_JSON) {
		event_begin(&o, &b, "finding");
		put_finding(&o, f);
		event_end(&o, &b);
	}
	if (c->findings != NULL) {
		buf_init(&b, BUF_MAX_CELL);
		json_begin(&o, &b);
		json_object(&o);
		put_finding(&o, f);
		json_object_end(&o);
		(void)fprintf(c->findings, "%s%s",
		    c->written++ == 0 ? "\n" : ",\n", buf_string(&b));
		buf_cleanup(&b);
	}
}

/* ---- its life */

static int
open_findings(struct cli_console *c, const char *path, struct err *e)
{
	if ((c->path = strdup(path)) == NULL ||
	    asprintf(&c->aside, "%s.part", path) == -1) {
		c->aside = NULL;
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	}
	if ((c->findings = fopen(c->aside, "we")) == NULL)
		return (err_set_errno(e, ERR_INPUT, "%s", c->aside));
	(void)fputc('[', c->findings);
	return (0);
}

static void
console_free(struct cli_console *c)
{
	free(c->path);
	free(c->aside);
	free(c);
}

int
cli_console_new(
    bool json, const char *findings, struct cli_console **out, struct err *e)
{
	struct cli_console *c;

	*out = NULL;
	if ((c = calloc(1, sizeof(*c))) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	c->look = json			       ? LOOK_JSON
		  : isatty(STDERR_FILENO) == 1 ? LOOK_BAR
					       : LOOK_LINES;
	c->hooks = (struct etl_hooks){.arg = c,
	    .stopped = never_stopped,
	    .progress = on_progress,
	    .step = on_step,
	    .log = on_log,
	    .finding = on_finding};
	if (findings != NULL && open_findings(c, findings, e) == -1) {
		console_free(c);
		return (-1);
	}
	*out = c;
	return (0);
}

const struct etl_hooks *
cli_console_hooks(struct cli_console *c)
{
	return (&c->hooks);
}

void
cli_console_waiting(void *arg)
{
	on_log(arg, ETL_WARNING, NULL,
	    "another ETL is running on this league: waiting for its end");
}

static void
print_json_end(struct cli_console *c, const struct cli_end *end)
{
	const struct etl_result *r = end->result;
	struct json_out o;
	struct buf b;
	int i;

	event_begin(&o, &b, "end");
	put(&o, "job_id", *end->job_id == '\0' ? NULL : end->job_id);
	put(&o, "status",
	    end->failure == NULL		  ? "completed"
	    : end->failure->code == ERR_CANCELLED ? "cancelled"
						  : "failed");
	put(&o, "error", end->failure == NULL ? NULL : end->failure->text);
	put_number(&o, "tables_created", r->tables, -1);
	put_number(&o, "rows", r->rows, -1);
	put_number(&o, "games", r->games, -1);
	put_number(&o, "duration_ms", r->duration_ms, -1);
	put(&o, "data_version",
	    r->data_version[0] == '\0' ? NULL : r->data_version);
	json_key(&o, "warnings");
	json_object(&o);
	for (i = 0; i < c->kind_count; i++)
		put_number(&o, c->kinds[i].kind, c->kinds[i].count, -1);
	json_object_end(&o);
	event_end(&o, &b);
}

static void
print_end(struct cli_console *c, const struct cli_end *end)
{
	const struct etl_result *r = end->result;
	int i, all = 0;

	if (end->failure == NULL && end->test)
		(void)printf("checked %" PRId64
			     " rows of %d games in %.2f s; nothing was "
			     "written\n",
		    r->rows, r->games, (double)r->duration_ms / 1000);
	else if (end->failure == NULL)
		(void)printf("%d tables, %" PRId64
			     " rows of %d games in %.2f s: %s\n",
		    r->tables, r->rows, r->games, (double)r->duration_ms / 1000,
		    end->output_dir);
	for (i = 0; i < c->kind_count; i++)
		all += c->kinds[i].count;
	if (all == 0)
		return;
	(void)printf("%d findings:\n", all);
	for (i = 0; i < c->kind_count; i++)
		(void)printf("%8d  %-8s %s\n", c->kinds[i].count,
		    c->kinds[i].severity, c->kinds[i].kind);
	if (c->findings != NULL)
		(void)printf("each of them: %s\n", c->path);
	else
		(void)printf("each of them: --findings FILE, or GET "
			     "/api/jobs/%s/warnings\n",
		    end->job_id);
}

/* Renames the file into place; a file half written never has its name. */
static int
close_findings(struct cli_console *c, struct err *e)
{
	int bad;

	if (c->findings == NULL)
		return (0);
	(void)fputs("\n]\n", c->findings);
	bad = ferror(c->findings);
	if (fclose(c->findings) != 0 || bad != 0 ||
	    rename(c->aside, c->path) != 0)
		return (err_set_errno(e, ERR_INPUT, "%s", c->path));
	return (0);
}

int
cli_console_end(struct cli_console *c, const struct cli_end *end, struct err *e)
{
	int rc;

	undraw(c);
	rc = close_findings(c, e);
	if (c->look == LOOK_JSON)
		print_json_end(c, end);
	else
		print_end(c, end);
	(void)fflush(stdout);
	console_free(c);
	return (rc);
}
