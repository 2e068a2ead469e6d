/*
 * fingerprint: nodes from the graph; functions, comments, seeds from folders.
 */
#include "etl/fingerprint.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

#include "db/sqlfile.h"
#include "etl/extract.h"

/* A text with its end, so that two cannot run into each other. */
static void
fingerprint_text(EVP_MD_CTX *hash, const char *text)
{
	if (text == NULL)
		text = "";
	(void)EVP_DigestUpdate(hash, text, strlen(text) + 1);
}

static void
fingerprint_node(EVP_MD_CTX *hash, const struct graph_node *n)
{
	size_t i;

	fingerprint_text(hash, n->name);
	fingerprint_text(hash, n->title);
	fingerprint_text(hash, n->grain);
	fingerprint_text(hash, n->key);
	fingerprint_text(hash, n->seed);
	fingerprint_text(hash, n->order);
	fingerprint_text(hash, n->by_game ? "by game" : "");
	fingerprint_text(hash, n->by_player ? "by player" : "");
	fingerprint_text(hash, n->keep ? "keep" : "");
	for (i = 0; i < n->indexes; i++)
		fingerprint_text(hash, n->index[i]);
	fingerprint_text(hash, n->body);
}

static int
fingerprint_folder(EVP_MD_CTX *hash, struct arena *a, const char *dir,
    const char *suffix, struct err *e)
{
	const char **names, *text;
	size_t i, n;

	if (sqlfile_list(a, dir, suffix, &names, &n, e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		if (sqlfile_read(a, arena_printf(a, "%s/%s", dir, names[i]),
			&text, e) == -1)
			return (-1);
		fingerprint_text(hash, names[i]);
		fingerprint_text(hash, text);
	}
	return (0);
}

static void
fingerprint_options(EVP_MD_CTX *hash, struct pipeline *p)
{
	char text[64];

	(void)snprintf(text, sizeof(text), "reader %d, pii %d", EXTRACT_READER,
	    p->o->export_pii);
	fingerprint_text(hash, text);
}

int
fingerprint_make(struct pipeline *p, struct err *e)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	struct arena *a = p->arena;
	unsigned int i, len;
	EVP_MD_CTX *hash;
	char *hex;
	size_t k;
	int rc = -1;

	if ((hash = EVP_MD_CTX_new()) == NULL ||
	    EVP_DigestInit_ex(hash, EVP_sha256(), NULL) != 1) {
		(void)err_set(e, ERR_UNEXPECTED, "no hash");
		goto out;
	}
	fingerprint_options(hash, p);
	for (k = 0; k < p->graph.count; k++) {
		if (p->graph.node[k]->kind != GRAPH_CHECK)
			fingerprint_node(hash, p->graph.node[k]);
	}
	if (fingerprint_folder(hash, a,
		arena_printf(a, "%s/functions", p->o->sql_dir), ".sql",
		e) == -1 ||
	    fingerprint_folder(hash, a,
		arena_printf(a, "%s/comments", p->o->sql_dir), ".csv",
		e) == -1 ||
	    fingerprint_folder(hash, a, p->o->seeds_dir, ".csv", e) == -1)
		goto out;
	(void)EVP_DigestFinal_ex(hash, digest, &len);
	hex = arena_alloc(a, 2 * (size_t)len + 1);
	for (i = 0; i < len; i++)
		(void)snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	p->fingerprint = hex;
	rc = 0;
out:
	EVP_MD_CTX_free(hash);
	return (rc);
}
