/* What the fuzz targets share. A target is one file, fuzz_<name>.c, with LLVMFuzzerTestOneInput;
 * it is linked with libFuzzer (make fuzz) or with fuzz_replay.c, which any compiler can do and
 * which make check runs over the seeds and all past findings. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhiguan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process with the sentence when it does not hold: that is a finding. */
void fuzz_holds(bool holds, const char *what);
/* A session on the built-in dictionary, made once; `jit` false: its rules run without PCRE2's JIT.
 * Its warm memory is used again and again, as in a program. */
zg_session *fuzz_session(bool jit, const zg_options *options);
/* The result as JSON; it lives until the next call with the same `slot` (0 or 1). */
const char *fuzz_json(const zg_result *result, int slot);
/* Every span lies in the input and is in order; every string that must be there is. */
void fuzz_check_result(const zg_result *result, const uint8_t *input, size_t size);

#endif
