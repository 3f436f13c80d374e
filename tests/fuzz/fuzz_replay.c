/* Runs a fuzz target without libFuzzer: replay_<name> COUNT FILE…
 *
 * Every file as it is, then COUNT mutants drawn from them: bytes changed, cut out, doubled, put in
 * from another file. The same on every run. Prints TAP and the total. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "torture.h"

#define SIZE_MOST 4096u

static uint8_t mutant[2 * SIZE_MOST];
static size_t mutant_len;
static uint64_t state = 0x5eed5eed5eedULL;

static void put_in(const torture_text *from)
{
    size_t at = torture_below(&state, mutant_len + 1), begin = torture_below(&state, from->len);
    size_t n = 1 + torture_below(&state, from->len - begin < 64 ? from->len - begin : 64);
    if (mutant_len + n > SIZE_MOST)
        return;
    memmove(mutant + at + n, mutant + at, mutant_len - at);
    memcpy(mutant + at, from->bytes + begin, n);
    mutant_len += n;
}

static void cut_out(void)
{
    size_t at = torture_below(&state, mutant_len);
    size_t n = 1 + torture_below(&state, mutant_len - at < 32 ? mutant_len - at : 32);
    if (n > mutant_len - at)
        n = mutant_len - at;
    memmove(mutant + at, mutant + at + n, mutant_len - at - n);
    mutant_len -= n;
}

static void mutate(const torture_text *files, size_t count)
{
    const torture_text *from = &files[torture_below(&state, count)];
    mutant_len = from->len < SIZE_MOST ? from->len : SIZE_MOST;
    memcpy(mutant, from->bytes, mutant_len);
    for (size_t k = 1 + torture_below(&state, 6); k > 0 && mutant_len > 0; k--) {
        size_t at = torture_below(&state, mutant_len);
        switch (torture_below(&state, 4)) {
        case 0:
            mutant[at] = (uint8_t)torture_random(&state);
            break;
        case 1:
            mutant[at] ^= (uint8_t)(1u << torture_below(&state, 8));
            break;
        case 2:
            put_in(&files[torture_below(&state, count)]);
            break;
        default:
            cut_out();
            break;
        }
    }
}

int main(int argc, char **argv)
{
    if (argc < 3)
        torture_stop("replay COUNT FILE…");
    size_t count = (size_t)argc - 2, mutants = (size_t)atol(argv[1]);
    const char *name = strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0];
    torture_text *files = calloc(count, sizeof *files);
    if (files == NULL)
        torture_stop("no memory");
    for (size_t k = 0; k < count; k++) {
        files[k] = torture_read(argv[k + 2]);
        (void)LLVMFuzzerTestOneInput((const uint8_t *)files[k].bytes, files[k].len);
    }
    torture_result(true, "every seed and every past finding", "");
    for (size_t k = 0; k < mutants; k++) {
        mutate(files, count);
        (void)LLVMFuzzerTestOneInput(mutant, mutant_len);
    }
    torture_result(true, "their mutants", "");
    torture_total(name, count + mutants, 0);
    for (size_t k = 0; k < count; k++)
        free(files[k].bytes);
    free(files);
    return torture_end();
}
