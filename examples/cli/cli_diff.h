/* What another dictionary makes of the same text: which triples it loses, gains and changes. */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include <zhiguan.h>

#include "cli_buffer.h"

typedef struct cli_diff_rule {
    char id[48];
    uint64_t lost, gained;
} cli_diff_rule;

typedef struct cli_diff {
    zg_session *session; /* of the new dictionary */
    bool color;
    uint64_t documents, differing, before, after, lost, gained, changed;
    cli_diff_rule *rules; /* in the order of first difference */
    size_t rule_count, rule_cap;
} cli_diff;

/* Compares with `old`, the result of the old dictionary, and adds what differs to `out`. */
zg_status cli_diff_document(cli_diff *diff, const zg_result *old, const char *id, const char *text,
                            size_t length, cli_buffer *out, zg_error *error);
/* The sums, and the differences by rule. False: memory is out. */
bool cli_diff_sums(const cli_diff *diff, cli_buffer *out);
void cli_diff_free(cli_diff *diff);

#endif
