/*
 * file: whole files and directories.
 */
#include "io/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)

/* read(2) that is not disturbed by signals. */
static ssize_t
read_some(int fd, void *data, size_t len)
{
	ssize_t n;

	do
		n = read(fd, data, len);
	while (n == -1 && errno == EINTR);
	return (n);
}

int
file_read(const char *path, struct buf *out, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	char *chunk = NULL;
	int rc = -1;
	ssize_t n;

	if (fd == -1)
		return (err_set_errno(e, ERR_INPUT, "%s", path));
	if ((chunk = malloc(CHUNK)) == NULL) {
		(void)err_set(e, ERR_UNEXPECTED, "out of memory");
		goto out;
	}
	while ((n = read_some(fd, chunk, CHUNK)) > 0) {
		buf_append(out, chunk, (size_t)n);
		if (buf_check(out, path, e) == -1)
			goto out;
	}
	if (n == -1)
		(void)err_set_errno(e, ERR_INPUT, "%s", path);
	else
		rc = 0;
out:
	free(chunk);
	(void)close(fd);
	return (rc);
}

static void
to_hex(const unsigned char *digest, char *hex)
{
	static const char digits[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < (FILE_HASH - 1) / 2; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[FILE_HASH - 1] = '\0';
}

/* Feeds the whole descriptor to the digest. */
static int
hash_all(int fd, EVP_MD_CTX *ctx, bool (*stopped)(void *), void *arg,
    int64_t *size_bytes, struct err *e)
{
	unsigned char *chunk = malloc(CHUNK);
	ssize_t n = 0;

	if (chunk == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	*size_bytes = 0;
	while ((n = read_some(fd, chunk, CHUNK)) > 0) {
		*size_bytes += n;
		(void)EVP_DigestUpdate(ctx, chunk, (size_t)n);
		if (stopped != NULL && stopped(arg)) {
			n = -2;
			break;
		}
	}
	free(chunk);
	if (n == -2)
		return (err_set(e, ERR_CANCELLED, "cancelled"));
	if (n == -1)
		return (err_set(e, ERR_INPUT, "%s", strerrordesc_np(errno)));
	return (0);
}

int
file_hash(int fd, bool (*stopped)(void *arg), void *arg, struct file_hash *out,
    struct err *e)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	int rc = -1;

	if (ctx == NULL || EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) != 1) {
		(void)err_set(e, ERR_UNEXPECTED, "no SHA-256");
		goto out;
	}
	if (lseek(fd, 0, SEEK_SET) == -1) {
		(void)err_set_errno(e, ERR_INPUT, "lseek");
		goto out;
	}
	if (hash_all(fd, ctx, stopped, arg, &out->size_bytes, e) == -1)
		goto out;
	(void)EVP_DigestFinal_ex(ctx, digest, NULL);
	to_hex(digest, out->hex);
	if (lseek(fd, 0, SEEK_SET) == -1)
		(void)err_set_errno(e, ERR_INPUT, "lseek");
	else
		rc = 0;
out:
	EVP_MD_CTX_free(ctx);
	return (rc);
}

static int
write_all(int fd, const char *data, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, data, len);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return (-1);
		data += n;
		len -= (size_t)n;
	}
	return (fsync(fd));
}

int
file_write(const char *path, const void *data, size_t len, struct err *e)
{
	char beside[PATH_MAX];
	int fd, rc;

	if (snprintf(beside, sizeof(beside), "%s.XXXXXX", path) >=
	    (int)sizeof(beside))
		return (err_set(e, ERR_LIMIT, "the path is too long"));
	if ((fd = mkostemp(beside, O_CLOEXEC)) == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "%s", path));
	rc = write_all(fd, data, len);
	if (rc == 0)
		rc = fchmod(fd, 0644);
	if (close(fd) == -1)
		rc = -1;
	if (rc == 0)
		rc = rename(beside, path);
	if (rc == -1) {
		(void)err_set_errno(e, ERR_UNEXPECTED, "%s", path);
		(void)unlink(beside);
	}
	return (rc);
}

static int
by_bytes(const void *a, const void *b)
{
	return (strcmp(*(const char *const *)a, *(const char *const *)b));
}

/* All of `in` behind the first `at` bytes of `out`. */
static int
file_splice(int out, int64_t at, int in)
{
	char chunk[CHUNK];
	ssize_t n, done, put;

	if (ftruncate(out, at) == -1 || lseek(out, at, SEEK_SET) == -1)
		return (-1);
	while ((n = read(in, chunk, sizeof(chunk))) > 0) {
		for (done = 0; done < n; done += put) {
			put = write(out, chunk + done, (size_t)(n - done));
			if (put == -1)
				return (-1);
		}
	}
	return (n == 0 ? 0 : -1);
}

int
file_append(const char *path, int64_t at, const char *from, struct err *e)
{
	int out, in, rc = 0;
	struct stat st;

	out = open(path, O_WRONLY | O_CLOEXEC);
	if (out == -1 && errno == ENOENT)
		return (0);
	in = open(from, O_RDONLY | O_CLOEXEC);
	if (out == -1 || in == -1 || fstat(out, &st) == -1)
		rc = -1;
	else if (st.st_size >= at)
		rc = file_splice(out, at, in);
	if (rc == -1)
		(void)err_set_errno(e, ERR_UNEXPECTED, "%s", path);
	if (in != -1)
		(void)close(in);
	if (out != -1 && close(out) == -1 && rc == 0)
		rc = err_set_errno(e, ERR_UNEXPECTED, "%s", path);
	return (rc);
}

int
file_list(struct arena *a, const char *dir, const char ***out, size_t *count,
    struct err *e)
{
	const char **names = NULL, **more;
	size_t n = 0, cap = 0;
	struct dirent *entry;
	DIR *d = opendir(dir);
	int rc = -1;

	if (d == NULL)
		return (err_set_errno(e, ERR_INPUT, "%s", dir));
	while ((entry = readdir(d)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		if (n == FILE_MAX_NAMES) {
			(void)err_set(e, ERR_LIMIT,
			    "%s has more than %d entries", dir, FILE_MAX_NAMES);
			goto out;
		}
		if (n == cap) {
			cap = cap == 0 ? 64 : 2 * cap;
			more = arena_alloc(a, cap * sizeof(*more));
			if (n > 0)
				memcpy(more, names, n * sizeof(*more));
			names = more;
		}
		names[n++] = arena_strdup(a, entry->d_name);
	}
	if (n > 0)
		qsort(names, n, sizeof(*names), by_bytes);
	*out = names;
	*count = n;
	rc = 0;
out:
	(void)closedir(d);
	return (rc);
}

bool
file_inside(const char *dir, const char *path)
{
	char *root = realpath(dir, NULL), *place = realpath(path, NULL);
	size_t len = root == NULL ? 0 : strlen(root);
	bool inside = false;

	if (root != NULL && place != NULL && strncmp(root, place, len) == 0)
		inside = place[len] == '\0' || place[len] == '/' ||
			 root[len - 1] == '/';
	free(root);
	free(place);
	return (inside);
}

/* Removes name below the open directory; depth counts down. */
static int
remove_at(int dir, const char *name, int depth, struct err *e)
{
	struct dirent *entry;
	int fd, rc = 0;
	DIR *d;

	if (unlinkat(dir, name, 0) == 0 || errno == ENOENT)
		return (0);
	if (errno != EISDIR && errno != EPERM)
		return (err_set_errno(e, ERR_UNEXPECTED, "%s", name));
	fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "%s", name));
	if (depth == 0 || (d = fdopendir(fd)) == NULL) {
		(void)close(fd);
		return (err_set(e, ERR_LIMIT, "%s lies too deep", name));
	}
	while (rc == 0 && (entry = readdir(d)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			rc = remove_at(dirfd(d), entry->d_name, depth - 1, e);
	(void)closedir(d);
	if (rc == 0 && unlinkat(dir, name, AT_REMOVEDIR) == -1)
		rc = err_set_errno(e, ERR_UNEXPECTED, "%s", name);
	return (rc);
}

int
file_remove_tree(const char *dir, const char *name, struct err *e)
{
	int fd, rc;

	if (*name == '\0' || strchr(name, '/') != NULL ||
	    strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return (err_set(
		    e, ERR_UNEXPECTED, "%s is no name in a directory", name));
	fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1 && errno == ENOENT)
		return (0);
	if (fd == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "%s", dir));
	rc = remove_at(fd, name, FILE_MAX_DEPTH, e);
	(void)close(fd);
	return (rc);
}
