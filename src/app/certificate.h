/*
 * certificate: a self-signed certificate for development: EC P-256, valid for
 * localhost and 127.0.0.1 and ::1, ten years.
 */
#ifndef APP_CERTIFICATE_H
#define APP_CERTIFICATE_H

#include "core/err.h"

/* Writes both files, PEM; the key readable for its owner only. */
int certificate_make(
    const char *cert_path, const char *key_path, struct err *e) ERR_CHECKED;

#endif
