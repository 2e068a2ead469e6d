/*
 * certificate: it names localhost, fits its key, and its key is private.
 */
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/certificate.h"
#include "unit.h"

START_TEST(the_pair_fits_and_names_localhost)
{
	char dir[] = "/tmp/benchsight.XXXXXX", cert_path[64], key_path[64];
	EVP_PKEY *key;
	struct stat st;
	struct err e;
	X509 *cert;
	FILE *f;

	ck_assert_ptr_nonnull(mkdtemp(dir));
	(void)snprintf(cert_path, sizeof(cert_path), "%s/server.pem", dir);
	(void)snprintf(key_path, sizeof(key_path), "%s/key.pem", dir);
	ck_assert_int_eq(certificate_make(cert_path, key_path, &e), 0);
	f = fopen(cert_path, "r");
	cert = PEM_read_X509(f, NULL, NULL, NULL);
	(void)fclose(f);
	f = fopen(key_path, "r");
	key = PEM_read_PrivateKey(f, NULL, NULL, NULL);
	(void)fclose(f);
	ck_assert_int_eq(X509_check_private_key(cert, key), 1);
	ck_assert_int_eq(X509_check_host(cert, "localhost", 0, 0, NULL), 1);
	ck_assert_int_eq(X509_check_ip_asc(cert, "127.0.0.1", 0), 1);
	ck_assert_int_eq(X509_check_ip_asc(cert, "127.0.0.2", 0), 0);
	ck_assert_int_eq(stat(key_path, &st), 0);
	ck_assert_int_eq(st.st_mode & 077, 0);
	X509_free(cert);
	EVP_PKEY_free(key);
	(void)unlink(cert_path);
	(void)unlink(key_path);
	(void)rmdir(dir);
}
END_TEST

START_TEST(a_place_that_cannot_be_written_is_named)
{
	struct err e;

	ck_assert_int_eq(
	    certificate_make("/nonexistent/c.pem", "/nonexistent/k.pem", &e),
	    -1);
	ck_assert_str_eq(
	    e.text, "/nonexistent/k.pem: No such file or directory");
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("certificate");
	TCase *c = tcase_create("certificate");

	tcase_add_test(c, the_pair_fits_and_names_localhost);
	tcase_add_test(c, a_place_that_cannot_be_written_is_named);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
