/*
 * sheet_cell: the rules of page 10, 1 for one cell. No state, no allocation.
 */
#include "io/sheet_cell.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECONDS_A_DAY 86400
#define LAST_DAY 2958465  /* 9999-12-31 */
#define FALSE_LEAP_DAY 60 /* 1900-02-29, which spreadsheets believe in */
#define PLAIN_DIGITS 15	  /* digits that a double keeps for certain */

/* Words that mean nothing. */
static const char *const nothing[] = {"NA", "N/A", "n/a", "#N/A", "NaN", "nan",
    "None", "NULL", "null", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"};

enum sheet_format
sheet_cell_builtin(long id)
{
	if ((id >= 14 && id <= 17) || id == 22)
		return (SHEET_DATE);
	if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
		return (SHEET_TIME);
	return (SHEET_NUMBER);
}

/* Behind a part of a format code that shows itself: "text", [Red], \x _x *x */
static const char *
skip_literal(const char *code)
{
	const char *end;

	switch (*code) {
	case '"':
		end = strchr(code + 1, '"');
		return (end == NULL ? code + strlen(code) : end + 1);
	case '[':
		/* [h], [mm] and [s] are running times, all else is colour. */
		if (strchr("hHmMsS", code[1]) != NULL && code[1] != '\0' &&
		    (code[2] == ']' || code[2] == code[1]))
			return (code);
		end = strchr(code, ']');
		return (end == NULL ? code + strlen(code) : end + 1);
	case '\\':
	case '_':
	case '*':
		return (code[1] == '\0' ? code + 1 : code + 2);
	default:
		return (code);
	}
}

enum sheet_format
sheet_cell_format(const char *code)
{
	bool time = false, month = false;
	const char *next;

	if (strcasecmp(code, "General") == 0)
		return (SHEET_NUMBER);
	for (; *code != '\0'; code++) {
		while ((next = skip_literal(code)) != code)
			code = next;
		switch (tolower((unsigned char)*code)) {
		case '\0':
			code--;
			break;
		case 'y':
		case 'd':
			return (SHEET_DATE);
		case 'h':
		case 's':
			time = true;
			break;
		case 'm':
			month = true;
			break;
		case '[':
			time = true;
			break;
		default:
			break;
		}
	}
	if (time)
		return (SHEET_TIME);
	return (month ? SHEET_DATE : SHEET_NUMBER);
}

/* Bytes of the blank that text begins with; 0: it begins with none. */
static size_t
blank_size(const unsigned char *t, size_t len)
{
	if (len >= 1 && (t[0] == ' ' || (t[0] >= '\t' && t[0] <= '\r') ||
			    (t[0] >= 0x1c && t[0] <= 0x1f)))
		return (1);
	if (len >= 2 && t[0] == 0xc2 && (t[1] == 0x85 || t[1] == 0xa0))
		return (2);
	if (len < 3 || t[0] < 0xe1 || t[0] > 0xe3)
		return (0);
	if ((t[0] == 0xe1 && t[1] == 0x9a && t[2] == 0x80) ||
	    (t[0] == 0xe3 && t[1] == 0x80 && t[2] == 0x80) ||
	    (t[0] == 0xe2 && t[1] == 0x81 && t[2] == 0x9f))
		return (3);
	if (t[0] == 0xe2 && t[1] == 0x80 &&
	    ((t[2] >= 0x80 && t[2] <= 0x8a) || t[2] == 0xa8 || t[2] == 0xa9 ||
		t[2] == 0xaf))
		return (3);
	return (0);
}

/* The same for its end. */
static size_t
blank_size_behind(const unsigned char *t, size_t len)
{
	size_t n;

	for (n = 1; n <= 3 && n <= len; n++)
		if (blank_size(t + len - n, n) == n)
			return (n);
	return (0);
}

static bool
means_nothing(const char *text, size_t len)
{
	size_t i;

	/* The shortest such word is NA, the longest #DIV/0!. */
	if (len < 2 || len > 7 || strchr("NnF#", *text) == NULL)
		return (false);
	for (i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++)
		if (strlen(nothing[i]) == len &&
		    memcmp(nothing[i], text, len) == 0)
			return (true);
	return (false);
}

size_t
sheet_cell_clean(char **text, size_t len)
{
	unsigned char *t = (unsigned char *)*text;
	size_t n;

	while (len > 0 && (n = blank_size(t, len)) > 0) {
		t += n;
		len -= n;
	}
	while (len > 0 && (n = blank_size_behind(t, len)) > 0)
		len -= n;
	*text = (char *)t;
	t[len] = '\0';
	return (means_nothing(*text, len) ? 0 : len);
}

/* Day 0 is 1899-12-30. Howard Hinnant's way of counting days. */
static void
civil(long day, int *year, int *month, int *dom)
{
	long z = day - 25569 + 719468, era, doe, yoe, doy, mp;

	era = z / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	*dom = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = (int)(yoe + era * 400 + (*month <= 2 ? 1 : 0));
}

/* A serial number of days as text; 0 if no calendar has that day. */
static size_t
moment(double serial, enum sheet_format format, int day_shift, char *out)
{
	long long seconds;
	int year, month, dom, s;
	long day;

	if (!(serial >= 0) || serial + day_shift > LAST_DAY + 1)
		return (0);
	seconds = llround(serial * SECONDS_A_DAY);
	day = (long)(seconds / SECONDS_A_DAY);
	s = (int)(seconds % SECONDS_A_DAY);
	if (serial < 1 && (format == SHEET_TIME || day_shift == 0))
		return ((size_t)snprintf(out, SHEET_CELL_NUMBER,
		    "%02lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60,
		    seconds % 60));
	day += day_shift;
	if (day > 0 && day < FALSE_LEAP_DAY && format == SHEET_DATE)
		day++;
	civil(day, &year, &month, &dom);
	return ((size_t)snprintf(out, SHEET_CELL_NUMBER,
	    "%04d-%02d-%02d %02d:%02d:%02d", year, month, dom, s / 3600,
	    s / 60 % 60, s % 60));
}

/* Digits that mean themselves: no sign but -, no leading zero, not too many. */
static size_t
plain_number(const char *text)
{
	const char *p = text + (*text == '-');
	size_t digits = strspn(p, "0123456789");

	if (digits == 0 || digits > PLAIN_DIGITS || p[digits] != '\0')
		return (0);
	if (*p == '0' && (digits > 1 || p != text))
		return (0);
	return ((size_t)(p - text) + digits);
}

/* The shortest text that gives the same number again. */
static size_t
shortest(double x, char *out)
{
	int precision, n = 0;

	if (x == floor(x) && fabs(x) < 1e17)
		return ((size_t)snprintf(
		    out, SHEET_CELL_NUMBER, "%.0f", x == 0 ? 0.0 : x));
	for (precision = PLAIN_DIGITS; precision <= 17; precision++) {
		n = snprintf(out, SHEET_CELL_NUMBER, "%.*g", precision, x);
		if (strtod(out, NULL) == x)
			break;
	}
	return ((size_t)n);
}

size_t
sheet_cell_number(const char *text, enum sheet_format format, int day_shift,
    char out[SHEET_CELL_NUMBER])
{
	size_t len;
	double x;
	char *end;

	if (format == SHEET_NUMBER && (len = plain_number(text)) > 0) {
		memcpy(out, text, len + 1);
		return (len);
	}
	/* strtod also takes blanks, hexadecimal, inf and nan. */
	if (text[strspn(text, "+-.0123456789eE")] != '\0')
		return (0);
	x = strtod(text, &end);
	if (end == text || *end != '\0' || !isfinite(x))
		return (0);
	if (format != SHEET_NUMBER &&
	    (len = moment(x, format, day_shift, out)) > 0)
		return (len);
	return (shortest(x, out));
}

/* Moves behind n digits and their number; false: they are not there. */
static bool
digits(const char **text, int n, int *out)
{
	const char *p = *text;

	for (*out = 0; n > 0; n--, p++) {
		if (*p < '0' || *p > '9')
			return (false);
		*out = *out * 10 + (*p - '0');
	}
	*text = p;
	return (true);
}

static bool
one_of(const char **text, const char *characters)
{
	if (**text == '\0' || strchr(characters, **text) == NULL)
		return (false);
	(*text)++;
	return (true);
}

/* 19:30 or 19:30:05; what follows, such as a fraction or a zone, is cut. */
static bool
iso_time(const char *text, int hms[3])
{
	hms[2] = 0;
	if (!digits(&text, 2, &hms[0]) || !one_of(&text, ":") ||
	    !digits(&text, 2, &hms[1]))
		return (false);
	return (!one_of(&text, ":") || digits(&text, 2, &hms[2]));
}

size_t
sheet_cell_iso(const char *text, char out[SHEET_CELL_NUMBER])
{
	int year, month, day, hms[3] = {0, 0, 0};
	const char *p = text;

	if (digits(&p, 4, &year) && one_of(&p, "-") && digits(&p, 2, &month) &&
	    one_of(&p, "-") && digits(&p, 2, &day)) {
		if (one_of(&p, "T ") && !iso_time(p, hms))
			return (0);
		return ((size_t)snprintf(out, SHEET_CELL_NUMBER,
		    "%04d-%02d-%02d %02d:%02d:%02d", year, month, day, hms[0],
		    hms[1], hms[2]));
	}
	if (!iso_time(text + (*text == 'T'), hms))
		return (0);
	return ((size_t)snprintf(
	    out, SHEET_CELL_NUMBER, "%02d:%02d:%02d", hms[0], hms[1], hms[2]));
}
