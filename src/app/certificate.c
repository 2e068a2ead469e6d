/*
 * certificate: OpenSSL's part of the first start.
 */
#include "certificate.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define VALID_SECONDS (3650L * 24 * 3600)
#define NAMES "DNS:localhost,IP:127.0.0.1,IP:::1"

static int
add_extension(X509 *cert, int nid, const char *value)
{
	X509_EXTENSION *x;
	X509V3_CTX ctx;
	int ok;

	X509V3_set_ctx_nodb(&ctx);
	X509V3_set_ctx(&ctx, cert, cert, NULL, NULL, 0);
	x = X509V3_EXT_conf_nid(NULL, &ctx, nid, value);
	ok = x != NULL && X509_add_ext(cert, x, -1);
	X509_EXTENSION_free(x);
	return (ok);
}

static X509 *
self_signed(EVP_PKEY *key)
{
	unsigned char serial[16];
	X509 *cert = X509_new();
	X509_NAME *name;
	BIGNUM *n;
	int ok;

	if (cert == NULL || RAND_bytes(serial, sizeof(serial)) != 1)
		goto fail;
	serial[0] &= 0x7f;
	n = BN_bin2bn(serial, sizeof(serial), NULL);
	ok = n != NULL &&
	     BN_to_ASN1_INTEGER(n, X509_get_serialNumber(cert)) != NULL;
	BN_free(n);
	name = X509_get_subject_name(cert);
	if (ok && X509_set_version(cert, 2) &&
	    X509_gmtime_adj(X509_getm_notBefore(cert), -60) != NULL &&
	    X509_gmtime_adj(X509_getm_notAfter(cert), VALID_SECONDS) != NULL &&
	    X509_set_pubkey(cert, key) &&
	    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
		(const unsigned char *)"localhost", -1, -1, 0) &&
	    X509_set_issuer_name(cert, name) &&
	    add_extension(cert, NID_subject_alt_name, NAMES) &&
	    add_extension(cert, NID_basic_constraints, "critical,CA:TRUE") &&
	    add_extension(cert, NID_subject_key_identifier, "hash") &&
	    X509_sign(cert, key, EVP_sha256()) > 0)
		return (cert);
fail:
	X509_free(cert);
	return (NULL);
}

/* Exactly one of cert and key is written. */
static int
write_pem(
    const char *path, mode_t mode, X509 *cert, EVP_PKEY *key, struct err *e)
{
	FILE *f = NULL;
	int fd, ok;

	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
	if (fd != -1)
		f = fdopen(fd, "w");
	if (f == NULL) {
		if (fd != -1)
			(void)close(fd);
		return (err_set_errno(e, ERR_CONFIG, "%s", path));
	}
	if (cert != NULL)
		ok = PEM_write_X509(f, cert);
	else
		ok = PEM_write_PrivateKey(f, key, NULL, NULL, 0, NULL, NULL);
	if (fclose(f) != 0 || !ok)
		return (err_set(e, ERR_CONFIG, "%s: cannot be written", path));
	return (0);
}

int
certificate_make(const char *cert_path, const char *key_path, struct err *e)
{
	EVP_PKEY *key = EVP_EC_gen("P-256");
	X509 *cert = NULL;
	int ret = -1;

	if (key != NULL)
		cert = self_signed(key);
	if (cert == NULL) {
		(void)err_set(
		    e, ERR_UNEXPECTED, "OpenSSL cannot make a certificate");
		goto out;
	}
	if (write_pem(key_path, 0600, NULL, key, e) != 0 ||
	    write_pem(cert_path, 0644, cert, NULL, e) != 0)
		goto out;
	ret = 0;
out:
	X509_free(cert);
	EVP_PKEY_free(key);
	return (ret);
}
