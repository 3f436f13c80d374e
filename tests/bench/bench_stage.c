/* Time by stage: each __wrap_ function stands before a room's door, counts, and goes in.
 *
 * The clock takes some 30 ns a call and there are a few calls a sentence, so small stages look a
 * little dearer than they are; the instruction counts of callgrind have no such bias.
 */
#define _POSIX_C_SOURCE 200809L
#include "bench_stage.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "name/name.h"
#include "org/org.h"
#include "resolve/resolve.h"
#include "rule/rule.h"
#include "scan/scan.h"
#include "text/text.h"

enum { TEXT, SCAN, NAME, ORG, RULE, RESOLVE, STAGES };

static const char *const names[STAGES] = {"text", "scan", "name", "org", "rule", "resolve"};
static double spent[STAGES];
static size_t calls[STAGES];

double bench_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void bench_stage_reset(void)
{
    memset(spent, 0, sizeof spent);
    memset(calls, 0, sizeof calls);
}

void bench_stage_print(double seconds, size_t bytes)
{
    double left = seconds;

    for (int i = 0; i < STAGES; i++) {
        printf("  %-8s %5.1f %%  %9.2f MB/s  %9zu calls\n", names[i], 100.0 * spent[i] / seconds,
               spent[i] > 0 ? (double)bytes / 1e6 / spent[i] : 0.0, calls[i]);
        left -= spent[i];
    }
    printf("  %-8s %5.1f %%\n", "rest", 100.0 * left / seconds);
}

/* WRAP(STAGE, function, parameters, arguments) */
#define WRAP(stage, function, parameters, arguments)                                               \
    zg_status __real_##function parameters;                                                        \
    zg_status __wrap_##function parameters;                                                        \
    zg_status __wrap_##function parameters                                                         \
    {                                                                                              \
        double start = bench_now();                                                                \
        zg_status status = __real_##function arguments;                                            \
        spent[stage] += bench_now() - start;                                                       \
        calls[stage]++;                                                                            \
        return status;                                                                             \
    }

WRAP(TEXT, zgi_text_run,
     (const zgi_dict_view *dict, const zgi_chrome *chrome, const uint8_t *src, size_t len,
      bool strict, zgi_arena *arena, zgi_text *out, zg_error *err),
     (dict, chrome, src, len, strict, arena, out, err))
WRAP(SCAN, zgi_scan_run,
     (const zgi_dict_view *dict, const zgi_text *text, zgi_span at, zgi_arena *arena,
      zgi_edges *out),
     (dict, text, at, arena, out))
WRAP(NAME, zgi_name_run,
     (const zgi_dict_view *dict, const zgi_text *text, const zgi_edges *edges,
      const zgi_known *known, zgi_arena *arena, zgi_tokens *out),
     (dict, text, edges, known, arena, out))
WRAP(ORG, zgi_org_run,
     (const zgi_dict_view *dict, const zgi_text *text, const zgi_tokens *tokens, bool whole,
      zgi_arena *arena, zgi_items *out),
     (dict, text, tokens, whole, arena, out))
WRAP(RULE, zgi_rule_run,
     (const zgi_rule_in *in, zgi_arena *temp, zgi_arena *arena, zgi_drafts *drafts),
     (in, temp, arena, drafts))
WRAP(RESOLVE, zgi_resolve_run, (const zgi_resolve_in *in, zgi_arena *arena, zgi_facts *out),
     (in, arena, out))
