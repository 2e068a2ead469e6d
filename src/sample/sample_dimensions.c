/*
 * sample_dimensions: the sheets of the league workbook that list the event
 * codes. What the codes are is in sample_codes.c.
 */
#include <stdio.h>

#include "sample/sample_codes.h"
#include "sample/sample_workbook.h"

static void
write_types(struct sample_book *b)
{
	static const char *const columns[] = {"event_type_id",
	    "event_type_code", "event_type_name", "event_category",
	    "description", "is_corsi", "is_fenwick", NULL};
	const struct sample_type *t;
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_event_type", columns);
	for (unsigned i = 0; (t = sample_codes_type(i)) != NULL; i++) {
		sample_sheet_printf(&s, "ET%04u", i + 1);
		sample_sheet_text(&s, t->code);
		sample_sheet_text(&s, t->name);
		sample_sheet_text(&s, t->category);
		sample_sheet_text(&s, t->description);
		sample_sheet_number(&s, t->attempt);
		sample_sheet_number(&s, t->unblocked);
		sample_sheet_end_row(&s);
	}
}

/* A code as people say it: blanks for underscores. */
static void
write_label(struct sample_sheet *s, const char *code)
{
	char label[96];

	(void)snprintf(label, sizeof(label), "%s", code);
	for (char *p = label; *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	sample_sheet_text(s, label);
}

static void
write_details(struct sample_book *b)
{
	static const char *const columns[] = {"event_detail_id",
	    "event_detail_code", "event_detail_name", "event_type", "category",
	    "description", "is_shot_on_goal", "is_goal", "is_miss", "is_block",
	    "danger_potential", NULL};
	const struct sample_detail *d;
	struct sample_sheet s;

	sample_sheet_begin(&s, b, "dim_event_detail", columns);
	for (unsigned i = 0; (d = sample_codes_detail(i)) != NULL; i++) {
		sample_sheet_printf(&s, "ED%04u", i + 1);
		sample_sheet_text(&s, d->code);
		write_label(&s, d->code);
		sample_sheet_text(&s, d->type);
		sample_sheet_text(&s, d->category);
		write_label(&s, d->category);
		sample_sheet_number(&s, d->on_goal);
		sample_sheet_number(&s, d->goal);
		sample_sheet_number(&s, d->miss);
		sample_sheet_number(&s, d->block);
		sample_sheet_text(&s, d->danger);
		sample_sheet_end_row(&s);
	}
}

static void
write_family(
    struct sample_sheet *s, const struct sample_family *f, unsigned *id)
{
	bool shot = f->prefix[0] == 'S' && f->prefix[1] == 'h';
	char word[64], code[96];

	for (size_t n = 0; sample_codes_word(f->words, n, word, sizeof(word));
	     n++) {
		(void)snprintf(code, sizeof(code), "%s%s%s", f->prefix,
		    f->prefix[0] == '\0' ? "" : "_", word);
		sample_sheet_printf(s, "ED%03u", ++*id);
		sample_sheet_text(s, code);
		write_label(s, code);
		sample_sheet_text(s, f->parent);
		sample_sheet_text(s, f->macro);
		sample_sheet_text(s, f->category);
		sample_sheet_printf(s, "%s: %s", f->parent, word);
		sample_sheet_number(s, shot);
		sample_sheet_number(s, 0);
		sample_sheet_number(s, 0);
		sample_sheet_number(s, 0);
		sample_sheet_text(s, f->danger);
		sample_sheet_end_row(s);
	}
}

static void
write_details_2(struct sample_book *b)
{
	static const char *const columns[] = {"event_detail_2_id",
	    "event_detail_2_code", "event_detail_2_name", "event_type",
	    "event_type_macro", "category", "description", "is_shot_on_goal",
	    "is_goal", "is_miss", "is_block", "danger_potential", NULL};
	const struct sample_family *f;
	struct sample_sheet s;
	unsigned id = 0;

	sample_sheet_begin(&s, b, "dim_event_detail_2", columns);
	for (size_t i = 0; (f = sample_codes_family(i)) != NULL; i++)
		write_family(&s, f, &id);
}

static void
write_plays(struct sample_book *b, const char *name)
{
	static const char *const columns[] = {"play_detail_id",
	    "play_detail_code", "play_detail_name", "play_category",
	    "skill_level", "description", NULL};
	const struct sample_plays *p;
	struct sample_sheet s;
	unsigned id = 0;
	char word[64];

	sample_sheet_begin(&s, b, name, columns);
	for (size_t i = 0; (p = sample_codes_plays(i)) != NULL; i++)
		for (size_t n = 0;
		     sample_codes_word(p->words, n, word, sizeof(word)); n++) {
			sample_sheet_printf(&s, "PD%04u", ++id);
			sample_sheet_text(&s, word);
			sample_sheet_text(&s, word);
			sample_sheet_text(&s, p->category);
			sample_sheet_text(&s, p->skill);
			sample_sheet_printf(&s, "%s play", p->category);
			sample_sheet_end_row(&s);
		}
}

void
sample_dimensions_write(struct sample_book *b)
{
	write_types(b);
	write_details(b);
	write_details_2(b);
	write_plays(b, "dim_play_detail");
	write_plays(b, "dim_play_detail_2");
}
