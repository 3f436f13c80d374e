/* How a failure is put into the caller's zg_error: code, place, and one sentence in words.
 *
 * Takes a status and pieces of text; gives back the status, so that a failure is one line:
 *   return zgi_fail(err, ZG_E_OPEN, 0, 0, path, ": cannot be opened", NULL);
 * A NULL error is fine. No formatting functions, no locale; numbers go in by zgi_utoa.
 */
#ifndef ZGI_BASE_ERROR_H
#define ZGI_BASE_ERROR_H

#include "base/base.h"

/* Longest decimal uint64_t and its NUL. */
#define ZGI_UTOA_SIZE 21

/* Writes v in decimal into buf; gives buf. */
char *zgi_utoa(uint64_t v, char buf[ZGI_UTOA_SIZE]);

/* The pieces after `offset` are const char *, ended by (const char *)NULL, and are joined; what
 * does not fit into detail[] is cut at a character. Returns `code`. */
zg_status zgi_fail(zg_error *err, zg_status code, uint32_t line, uint64_t offset, ...);

/* a * b and a + b in sizes: false when it does not fit. */
bool zgi_size_mul(size_t a, size_t b, size_t *out);
bool zgi_size_add(size_t a, size_t b, size_t *out);

#endif
