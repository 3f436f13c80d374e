/* The public API: sessions and extraction. A session is the warm memory of one thread. */
#include "zhiguan_inner.h"

#include <string.h>

/* A page of news and its sentences fit in the first chunks. */
#define DOCUMENT_ARENA (256u * 1024u)
#define SENTENCE_ARENA (64u * 1024u)
#define INPUT_MAX      0x7fffffffu

/* The caller's options over the defaults: members his header does not have keep the default, and
 * members that this library does not have must be 0. */
static bool read_options(const zg_options *from, zg_options *to)
{
    static const zg_options defaults = ZG_OPTIONS_INIT;
    *to = defaults;
    if (from != NULL) {
        size_t known = from->size < sizeof *to ? from->size : sizeof *to;
        if (from->size < offsetof(zg_options, offsets))
            return false;
        for (size_t k = sizeof *to; k < from->size; k++)
            if (((const unsigned char *)from)[k] != 0)
                return false;
        memcpy(to, from, known);
        to->size = sizeof *to;
    }
    if (to->kinds == 0)
        to->kinds = ZG_KIND_ALL;
    if (to->max_input == 0 || to->max_input > INPUT_MAX)
        to->max_input = INPUT_MAX;
    return (unsigned)to->offsets <= ZG_OFFSETS_UTF16 && (to->kinds & ~ZG_KIND_ALL) == 0 &&
           to->strict <= 1 && to->min_confidence <= 100 && zgi_api_allocator_ok(to->allocator);
}

static zg_status fill(zg_session *s)
{
    zg_status status = zgi_arena_new(&s->allocator, DOCUMENT_ARENA, &s->arena);
    if (status == ZG_OK)
        status = zgi_arena_new(&s->allocator, SENTENCE_ARENA, &s->temp);
    if (status == ZG_OK)
        status = zgi_rule_scratch_new(s->dict->rules, &s->scratch);
    return status;
}

zg_status zg_session_new(zg_dict *dict, const zg_options *options, zg_session **out,
                         zg_error *error)
{
    zg_options checked;
    if (out != NULL)
        *out = NULL;
    zg_status status = zgi_api_begin(error);
    if (status != ZG_OK)
        return status;
    if (dict == NULL || out == NULL)
        return zgi_fail(error, ZG_E_ARGUMENT, 0, 0, dict ? "`out` is NULL" : "`dict` is NULL",
                        NULL);
    if (!read_options(options, &checked))
        return zgi_fail(error, ZG_E_ARGUMENT, 0, 0,
                        "an option is out of range: begin with ZG_OPTIONS_INIT", NULL);
    zg_allocator hooks = checked.allocator ? *checked.allocator : dict->allocator;
    zg_session *s = zgi_memory_alloc(&hooks, sizeof *s);
    if (s == NULL)
        return zgi_fail(error, ZG_E_MEMORY, 0, 0, "out of memory for a session", NULL);
    memset(s, 0, sizeof *s);
    s->allocator = hooks;
    s->options = checked;
    s->options.allocator = NULL; /* it was copied; the caller's struct may be gone */
    s->dict = zg_dict_ref(dict);
    status = fill(s);
    if (status != ZG_OK) {
        zg_session_free(s);
        return zgi_fail(error, status, 0, 0, "out of memory for a session", NULL);
    }
    *out = s;
    return ZG_OK;
}

void zg_session_free(zg_session *session)
{
    if (session == NULL)
        return;
    zg_allocator allocator = session->allocator;
    zgi_rule_scratch_free(session->scratch);
    zgi_arena_free(session->temp);
    zgi_arena_free(session->arena);
    zg_dict_close(session->dict);
    zgi_memory_release(&allocator, session, sizeof *session);
}

void zg_session_set_trace(zg_session *session, zg_trace_fn trace, void *ctx)
{
    if (session == NULL)
        return;
    session->trace = trace;
    session->trace_ctx = ctx;
}

static zg_status check_input(const zg_session *session, const char *utf8, size_t length,
                             zg_result **out, zg_error *error)
{
    if (out != NULL)
        *out = NULL;
    zg_status status = zgi_api_begin(error);
    if (status != ZG_OK)
        return status;
    if (session == NULL || out == NULL || (utf8 == NULL && length > 0))
        return zgi_fail(error, ZG_E_ARGUMENT, 0, 0,
                        session == NULL ? "`session` is NULL"
                        : out == NULL   ? "`out` is NULL"
                                        : "`utf8` is NULL",
                        NULL);
    if (length > session->options.max_input) {
        char limit[ZGI_UTOA_SIZE];
        return zgi_fail(error, ZG_E_TOO_LARGE, 0, session->options.max_input,
                        "the input is longer than max_input, ",
                        zgi_utoa(session->options.max_input, limit),
                        " bytes: split it into documents, or raise the option", NULL);
    }
    return ZG_OK;
}

zg_status zg_extract(zg_session *session, const char *utf8, size_t length, zg_result **out,
                     zg_error *error)
{
    zgi_text text;
    zgi_facts facts = {0};
    zg_status status = check_input(session, utf8, length, out, error);
    if (status != ZG_OK)
        return status;
    zgi_arena_reset(session->arena);
    zgi_arena_reset(session->temp);
    zgi_pipeline_in in = {&session->dict->view, session->dict->chrome,
                          session->dict->words, session->dict->rules,
                          session->scratch,     session->temp,
                          session->arena,       session->options.strict == 1,
                          session->trace,       session->trace_ctx};
    const uint8_t *src = (const uint8_t *)(utf8 ? utf8 : "");
    status = zgi_pipeline_run(&in, src, length, &text, &facts, error);
    if (status != ZG_OK)
        return status;
    status = zgi_result_new(session, &text, &facts, out);
    if (status != ZG_OK)
        return zgi_fail(error, status, 0, 0, "out of memory for a result", NULL);
    return ZG_OK;
}
