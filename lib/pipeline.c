/* One document through all stages, in order:
 *
 *   text     bytes → characters, sentences                        1
 *   body     for each sentence: scan → name → org → rule          2 3 4 5   (pipeline_body.c)
 *   resolve  drafts of all sentences → facts of the document      6
 *
 * Emit (7) is not part of it: facts are kept, and written in any format later.
 */
#include "pipeline.h"

#include <string.h>

/* The stage a line is of: its first member says so. */
static const char *stage_of(const char *line)
{
    static const char *const stages[] = {"text", "scan", "name", "org", "rule", "resolve"};
    static const char prefix[] = "{\"stage\":\"";
    if (strncmp(line, prefix, sizeof prefix - 1) != 0)
        return "";
    const char *name = line + sizeof prefix - 1;
    for (size_t k = 0; k < sizeof stages / sizeof stages[0]; k++) {
        size_t n = strlen(stages[k]);
        if (strncmp(name, stages[k], n) == 0 && name[n] == '"')
            return stages[k];
    }
    return "";
}

/* A stage's line to the caller, ended by a NUL. A line that finds no memory is no trace: the whole
 * reading fails, as it does for its own memory. */
static zg_status hand_over(const char *line, size_t len, void *ctx)
{
    const zgi_pipeline_in *in = ctx;
    char *copy = zgi_arena_strndup(in->arena, line, len);
    if (copy == NULL)
        return ZG_E_MEMORY;
    in->trace(stage_of(copy), copy, len, in->trace_ctx);
    return ZG_OK;
}

static zg_status trace_text(const zgi_pipeline_in *in, const zgi_text *text)
{
    zgi_json json;
    if (in->trace == NULL)
        return ZG_OK;
    zgi_json_init(&json, in->arena);
    zg_status status = zgi_text_dump(text, &json);
    return status == ZG_OK ? hand_over(json.data, json.len, (void *)(uintptr_t)in) : status;
}

static zg_status trace_facts(const zgi_pipeline_in *in, const zgi_text *text,
                             const zgi_facts *facts)
{
    zgi_json json;
    if (in->trace == NULL)
        return ZG_OK;
    zgi_json_init(&json, in->arena);
    zg_status status = zgi_resolve_dump(text, facts, &json);
    return status == ZG_OK ? hand_over(json.data, json.len, (void *)(uintptr_t)in) : status;
}

static zg_status failed(zg_error *err, zg_status status, const char *stage)
{
    const char *why = status == ZG_E_MEMORY  ? ": out of memory"
                      : status == ZG_E_LIMIT ? ": a sentence needs more steps than the limit"
                                             : ": failed";
    return zgi_fail(err, status, 0, 0, stage, why, NULL);
}

zg_status zgi_pipeline_run(const zgi_pipeline_in *in, const uint8_t *src, size_t len,
                           zgi_text *text, zgi_facts *facts, zg_error *err)
{
    zg_status status =
        zgi_text_run(in->dict, in->chrome, src, len, in->strict, in->arena, text, err);
    if (status != ZG_OK)
        return status; /* err is filled */
    status = trace_text(in, text);
    if (status != ZG_OK)
        return failed(err, status, "trace");

    zgi_body body;
    zgi_body_in body_in = {in->dict,
                           in->rules,
                           in->scratch,
                           text,
                           in->temp,
                           in->arena,
                           in->trace != NULL ? hand_over : NULL,
                           (void *)(uintptr_t)in};
    status = zgi_body_run(&body_in, &body);
    if (status != ZG_OK)
        return failed(err, status, "sentences");

    zgi_resolve_in resolve_in = {in->dict,       in->words,  text,        &body.drafts,
                                 &body.mentions, &body.orgs, &body.places};
    status = zgi_resolve_run(&resolve_in, in->arena, facts);
    if (status != ZG_OK)
        return failed(err, status, "resolve");
    status = trace_facts(in, text, facts);
    return status == ZG_OK ? ZG_OK : failed(err, status, "trace");
}
