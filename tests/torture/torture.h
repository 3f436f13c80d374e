/* What the torture programs share: results as TAP, totals, an allocator that fails, documents of
 * the project's own, and random numbers that are the same on every run.
 *
 * A program takes "short" or "long" and prints, beside its TAP, one line for each count:
 *   # total TARGET N executions, M findings
 * tests/torture/run.sh adds those of a long run up into tests/torture/LEDGER.tsv. */
#ifndef TORTURE_H
#define TORTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhiguan.h"

/* One result; `format` and what follows say what is wrong when it is not good. */
void torture_result(bool good, const char *name, const char *format, ...);
/* Prints "# total …"; findings are what went wrong under this target since the last total. */
void torture_total(const char *target, uint64_t executions, uint64_t findings);
/* Prints the plan; what main returns. */
int torture_end(void);
/* Ends the program at once: the test itself cannot go on. */
_Noreturn void torture_stop(const char *why);
bool torture_is_long(int argc, char **argv);

/* An allocator that counts, checks the sizes it gets back, and fails: the call number `fail_at`
 * (from 1; 0: none), and all after it when `for_ever`. */
typedef struct torture_memory {
    size_t live, bytes, peak, calls, fail_at;
    size_t limit; /* bytes that may be live at once; 0: any number */
    bool for_ever;
    bool wrong_size; /* a block came back with another size than it was asked with */
} torture_memory;
zg_allocator torture_allocator(torture_memory *memory);

/* A whole file, or documents: those of tests/golden and the example's article. */
typedef struct torture_text {
    char *bytes;
    size_t len;
} torture_text;
torture_text torture_read(const char *path);
/* A path in the build directory (environment variable B, "build"); good until the next call. */
const char *torture_built(const char *name);
size_t torture_documents(torture_text *out, size_t room);

/* xorshift64*: good enough to choose places, the same everywhere. */
uint64_t torture_random(uint64_t *state);
/* 0 .. below - 1 */
size_t torture_below(uint64_t *state, size_t below);

/* The output of a text as JSON, to be freed; NULL when it fails (the status in *status). */
char *torture_json(zg_session *session, const char *text, size_t len, zg_status *status);

#endif
