/*
 * file: whole files and directories: read, hash, replace, list, remove. Knows
 * nothing of what is in them. Thread-safe.
 */
#ifndef IO_FILE_H
#define IO_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/err.h"

#define FILE_HASH 65 /* bytes of a SHA-256 in hexadecimal, with its NUL */
#define FILE_MAX_NAMES 100000 /* of one directory */
#define FILE_MAX_DEPTH 32     /* of a tree that is removed */

/* All of a file, up to the ceiling of out. -1 with ERR_INPUT or ERR_LIMIT. */
int file_read(const char *path, struct buf *out, struct err *e) ERR_CHECKED;

/*
 * Hash and size of what the descriptor reads, from its start; leaves it at
 * its start. stopped (may be NULL) is asked every 256 KiB.
 */
struct file_hash {
	char hex[FILE_HASH];
	int64_t size_bytes;
};
int file_hash(int fd, bool (*stopped)(void *arg), void *arg,
    struct file_hash *out, struct err *e) ERR_CHECKED;

/*
 * Writes path anew: beside it first, then renamed, so that nobody sees half.
 * On failure the old file stays and nothing is left.
 */
int file_write(
    const char *path, const void *data, size_t len, struct err *e) ERR_CHECKED;

/*
 * Leaves the first `at` bytes of path and puts those of the file `from` behind
 * them. A path that is shorter or not there stays so. Whoever reads path
 * meanwhile may see a part of the new bytes.
 */
int file_append(
    const char *path, int64_t at, const char *from, struct err *e) ERR_CHECKED;

/* The names in a directory without . and .., sorted by bytes, in the arena. */
int file_list(struct arena *a, const char *dir, const char ***out,
    size_t *count, struct err *e) ERR_CHECKED;

/* Does path, its links followed, exist and lie in dir (or is it dir)? */
bool file_inside(const char *dir, const char *path);

/*
 * Removes name (one step, no /) in dir with all that is in it; follows no
 * link. Nothing there: 0.
 */
int file_remove_tree(
    const char *dir, const char *name, struct err *e) ERR_CHECKED;

#endif
