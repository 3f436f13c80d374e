/* Speed and memory of the library on a file of documents, each ended by a NUL byte.
 *
 * bench FILE [ROUNDS]: opens the built-in dictionary, reads every document ROUNDS times with one
 * session, prints the best round: MB/s of input, documents a second, triples; shares of the stages
 * over all rounds; the time to open and the private memory that takes; peak memory. Only the time
 * inside zg_extract counts. Linked statically, on one thread.
 */
#define _DEFAULT_SOURCE /* getrusage */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench_stage.h"
#include "zhiguan.h"

typedef struct sample {
    char *bytes;
    size_t length;
} sample;

typedef struct round_result {
    double seconds;
    size_t bytes, documents, triples;
} round_result;

/* Peak resident memory in MB; Linux counts in KB. */
static double peak_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024.0;
}

/* Memory that only this process has, in MB: pages written to, of whatever mapping (Linux). */
static double private_mb(void)
{
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    char line[256];
    double kb = 0, value;
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "Private_Dirty: %lf", &value) == 1)
            kb += value;
    if (file != NULL)
        fclose(file);
    return kb / 1024.0;
}

static int read_sample(const char *path, sample *out)
{
    FILE *file = fopen(path, "rb");
    long size;

    if (file == NULL) {
        return 1;
    }
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    out->bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    out->length = out->bytes == NULL ? 0 : fread(out->bytes, 1, (size_t)size, file);
    fclose(file);
    return out->bytes == NULL || out->length == 0;
}

static int run_round(zg_session *session, const sample *in, round_result *out, zg_error *error)
{
    const char *at = in->bytes, *end = in->bytes + in->length;

    memset(out, 0, sizeof *out);
    while (at < end) {
        const char *stop = memchr(at, 0, (size_t)(end - at));
        size_t length = (size_t)((stop != NULL ? stop : end) - at);
        zg_result *result = NULL;
        double start = bench_now();

        if (zg_extract(session, at, length, &result, error) != ZG_OK) {
            return 1;
        }
        out->seconds += bench_now() - start;
        out->bytes += length;
        out->documents++;
        out->triples += zg_result_triple_count(result);
        zg_result_free(result);
        at += length + 1;
    }
    return 0;
}

static void print_best(const round_result *best)
{
    printf("%.2f MB, %zu documents, %zu triples: %.2f MB/s, %.0f documents/s\n",
           (double)best->bytes / 1e6, best->documents, best->triples,
           (double)best->bytes / 1e6 / best->seconds, (double)best->documents / best->seconds);
}

static int bench(const sample *in, int rounds, zg_error *error)
{
    zg_dict *dict = NULL;
    zg_session *session = NULL;
    round_result best = {0}, one, all = {0};
    double before = private_mb(), start = bench_now(), opened;
    int failed = 0;

    if (zg_dict_builtin(NULL, &dict, error) != ZG_OK ||
        zg_session_new(dict, NULL, &session, error) != ZG_OK) {
        failed = 1;
    }
    opened = bench_now() - start;
    printf("open %.2f ms, private memory %.1f MB\n", opened * 1e3, private_mb() - before);
    for (int i = 0; i < rounds && !failed; i++) {
        failed = run_round(session, in, &one, error);
        all.seconds += one.seconds;
        all.bytes += one.bytes;
        if (!failed && (i == 0 || one.seconds < best.seconds)) {
            best = one;
        }
    }
    if (!failed) {
        print_best(&best);
        bench_stage_print(all.seconds, all.bytes);
        printf("peak memory %.1f MB (the sample is %.1f MB of it)\n", peak_mb(),
               (double)in->length / 1048576.0);
    }
    zg_session_free(session);
    zg_dict_close(dict);
    return failed;
}

int main(int argc, char **argv)
{
    zg_error error = ZG_ERROR_INIT;
    sample in = {NULL, 0};
    int rounds = argc > 2 ? atoi(argv[2]) : 3;
    int failed;

    if (argc < 2 || rounds < 1 || read_sample(argv[1], &in) != 0) {
        fprintf(stderr, "usage: bench FILE [ROUNDS]: a readable file of documents ended by NUL\n");
        return 2;
    }
    failed = bench(&in, rounds, &error);
    if (failed) {
        fprintf(stderr, "bench: %s at byte %llu: %s\n", zg_status_name(error.code),
                (unsigned long long)error.offset, error.detail);
    }
    free(in.bytes);
    return failed;
}
