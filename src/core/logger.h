/*
 * logger: one event a line on stderr: UTC time with milliseconds, level,
 * key=value pairs, message last. Never bodies, keys, connection strings or
 * people's names: connection strings and bearer keys are redacted here too.
 * Thread-safe: a line is one write(2).
 */
#ifndef CORE_LOGGER_H
#define CORE_LOGGER_H

#include "err.h"

enum logger_level { LOG_DEBUG_, LOG_INFO_, LOG_WARNING_, LOG_ERROR_ };

/* Lines below level are dropped; LOG_INFO_ until this is called. */
void logger_level(enum logger_level level);

/*
 * fields: "job=abc table=fact_events" or NULL; the message as printf.
 * logger_info("job=abc ms=12", "table %s built", name)
 */
void logger_write(enum logger_level level, const char *fields, const char *fmt,
    ...) ERR_PRINTF(3, 4);

#define logger_debug(f, ...) logger_write(LOG_DEBUG_, f, __VA_ARGS__)
#define logger_info(f, ...) logger_write(LOG_INFO_, f, __VA_ARGS__)
#define logger_warning(f, ...) logger_write(LOG_WARNING_, f, __VA_ARGS__)
#define logger_error(f, ...) logger_write(LOG_ERROR_, f, __VA_ARGS__)

#endif
