/* The middle of the pipeline: the stages that run over each sentence of a document.
 *
 * Two passes, visibly. The first cuts every sentence and notes the names that stand beside a
 * title, a byline word or a speech verb. The second cuts a sentence again where such a name
 * occurs and was not seen (「胡明远有三点意见」), then puts organisations together and runs the rules.
 */
#include "pipeline_body.h"

#include <string.h>

/* A career goes on this many sentences after the last one that says so by its form. */
#define CV_SENTENCES 4u

typedef struct zgi_body_state {
    const zgi_body_in *in;
    zgi_tokens *tokens; /* [sentences] of the first pass */
    zgi_known known;
    uint32_t cv;         /* sentences for which a career is still told */
    zgi_item heading;    /* the last 任命： of its own line; letter 0: none in force */
    uint32_t unled;      /* sentences since then that told no post */
    bool inline_heading; /* it stands in a sentence of the list: in force up to the full stop */
    zgi_roster roster;
    zgi_body *out;
} zgi_body_state;

static zg_status cut(const zgi_body_in *in, zgi_span at, const zgi_known *known, zgi_tokens *out)
{
    zgi_edges edges = {0};
    zg_status status = zgi_scan_run(in->dict, in->text, at, in->temp, &edges);
    if (status != ZG_OK)
        return status;
    memset(out, 0, sizeof *out);
    return zgi_name_run(in->dict, in->text, &edges, known, in->temp, out);
}

static bool introduces(uint8_t cls)
{
    return cls == ZGI_C_TITLE || cls == ZGI_C_RANK || cls == ZGI_C_ROLE || cls == ZGI_C_BYLINE ||
           cls == ZGI_C_GENERIC;
}

static bool follows(uint8_t cls)
{
    return cls == ZGI_C_SPEECH || cls == ZGI_C_HONOR || cls == ZGI_C_TITLE ||
           cls == ZGI_C_APPOINT || cls == ZGI_C_RESIGN || cls == ZGI_C_INVESTIGATE;
}

/* Beside a title, a byline word or a speech verb, or joined by 、 to a name that is. */
static bool is_strong(const zgi_tokens *t, uint32_t k)
{
    if (k + 1 < t->count && follows(t->items[k + 1].cls))
        return true;
    uint32_t b = k;
    while (b > 0 && (t->items[b - 1].cls == ZGI_C_SPACE || t->items[b - 1].cls == ZGI_C_COLON))
        b--;
    if (b > 0 && introduces(t->items[b - 1].cls))
        return true;
    uint32_t steps = 0;
    while (k >= 2 && steps++ < 40 &&
           (t->items[k - 1].cls == ZGI_C_SEP || t->items[k - 1].cls == ZGI_C_SPACE ||
            t->items[k - 1].cls == ZGI_C_CONJ) &&
           t->items[k - 2].cls == ZGI_C_NAME) {
        k -= 2;
        if (k > 0 && introduces(t->items[k - 1].cls))
            return true;
    }
    return t->items[k].sub == ZGI_NF_DOTTED || t->items[k].sub == ZGI_NF_KNOWN;
}

/* Right behind a noun, with nothing that speaks for a name: 溪边 | 柳成荫 | 避暑. */
static bool is_doubtful(const zgi_tokens *t, uint32_t k)
{
    uint8_t before = k > 0 ? t->items[k - 1].cls : ZGI_C_STOP;
    return before == ZGI_C_NOUN || before == ZGI_C_MORPH || before == ZGI_C_ADJ;
}

static zg_status keep_tokens(zgi_body_state *st, const zgi_tokens *t, zgi_tokens *kept)
{
    const zgi_body_in *in = st->in;
    *kept = *t;
    kept->cap = t->count;
    kept->items = zgi_arena_alloc(in->arena, t->count * sizeof *t->items + 1);
    if (kept->items == NULL)
        return ZG_E_MEMORY;
    if (t->count > 0)
        memcpy(kept->items, t->items, t->count * sizeof *t->items);
    for (uint32_t k = 0; t->names > 0 && k < t->count; k++)
        if (t->items[k].cls == ZGI_C_NAME && is_strong(t, k) &&
            !zgi_known_add(&st->known, in->text, t->items[k].at, in->arena))
            return ZG_E_MEMORY;
    return ZG_OK;
}

static zg_status first_pass(zgi_body_state *st)
{
    const zgi_text *text = st->in->text;
    for (uint32_t s = 0; s < text->sentence_count; s++) {
        if (text->sentences[s].zone == ZGI_Z_CHROME)
            continue;
        zgi_tokens t;
        zgi_arena_reset(st->in->temp);
        zg_status status = cut(st->in, text->sentences[s].at, NULL, &t);
        if (status == ZG_OK)
            status = keep_tokens(st, &t, &st->tokens[s]);
        if (status != ZG_OK)
            return status;
    }
    return ZG_OK;
}

/* Does an established name stand in the sentence without having been seen as one? */
static bool overlooked(const zgi_body_state *st, const zgi_tokens *t)
{
    const zgi_text *text = st->in->text;
    uint32_t k = 0;
    for (uint32_t i = t->at.begin; st->known.count > 0 && i < t->at.end; i++) {
        if (!zgi_known_may(&st->known, text->ch[i]))
            continue;
        uint32_t n = zgi_known_at(&st->known, text, i, t->at.end);
        if (n == 0)
            continue;
        while (k < t->count && t->items[k].at.end <= i)
            k++;
        const zgi_token *here = k < t->count ? &t->items[k] : NULL;
        bool seen = here && here->cls == ZGI_C_NAME && here->at.begin <= i &&
                    here->at.end >= i + n && (here->at.begin != i || here->at.end == i + n);
        if (!seen)
            return true;
        i = here->at.end - 1;
    }
    return false;
}

static zg_status collect(zgi_body_state *st, const zgi_tokens *t, const zgi_items *items,
                         uint32_t sentence)
{
    zgi_arena *arena = st->in->arena;
    uint32_t o = 0;
    for (uint32_t k = 0; t->names > 0 && k < t->count; k++) {
        if (t->items[k].cls != ZGI_C_NAME)
            continue;
        while (o < items->org_count && items->orgs[o].last <= k)
            o++;
        bool inside = o < items->org_count && items->orgs[o].first <= k; /* 王老吉药业公司 */
        if (inside || zgi_org_no_name(st->in->text, t->items[k].at))
            continue;
        zgi_mention m = {t->items[k].at, sentence, t->items[k].sub, is_strong(t, k)};
        if (!m.strong && is_doubtful(t, k))
            continue;
        if (!ZGI_PUSH(arena, &st->out->mentions, m))
            return ZG_E_MEMORY;
    }
    for (uint32_t k = 0; k < items->org_count; k++) {
        zgi_orgs *to = items->orgs[k].kinds == ZGI_K_REGION ? &st->out->places : &st->out->orgs;
        if (!ZGI_PUSH(arena, to, items->orgs[k]))
            return ZG_E_MEMORY;
    }
    return ZG_OK;
}

/* The edges are not kept from pass to pass: they are made again when someone wants to see them. */
static zg_status trace_scan(const zgi_body_in *in, zgi_span at)
{
    zgi_edges edges = {0};
    zgi_json json;
    zgi_json_init(&json, in->temp);
    zg_status status = zgi_scan_run(in->dict, in->text, at, in->temp, &edges);
    if (status == ZG_OK)
        status = zgi_scan_dump(in->text, &edges, &json);
    return status == ZG_OK ? in->trace(json.data, json.len, in->trace_ctx) : status;
}

static zg_status trace(const zgi_body_state *st, const zgi_tokens *t, const zgi_rule_in *rule,
                       uint32_t from)
{
    const zgi_body_in *in = st->in;
    if (in->trace == NULL)
        return ZG_OK;
    zgi_json json;
    zg_status scanned = trace_scan(in, t->at);
    if (scanned != ZG_OK)
        return scanned;
    for (int stage = 0; stage < 3; stage++) {
        zgi_json_init(&json, in->temp);
        zg_status status = stage == 0   ? zgi_name_dump(in->text, t, &json)
                           : stage == 1 ? zgi_org_dump(in->text, rule->items, &json)
                                        : zgi_rule_dump(rule, &st->out->drafts, from, &json);
        if (status == ZG_OK)
            status = in->trace(json.data, json.len, in->trace_ctx);
        if (status != ZG_OK)
            return status;
    }
    return ZG_OK;
}

/* Beside a bad byte: such a piece of a sentence does not tell that a list or a career has ended. */
static bool is_damaged(const zgi_text *text, zgi_span at)
{
    return (at.begin > 0 && text->ch[at.begin - 1] == ZGI_CH_BREAK) ||
           (at.end < text->n && text->ch[at.end] == ZGI_CH_BREAK);
}

static zg_status second_pass(zgi_body_state *st, uint32_t s)
{
    const zgi_body_in *in = st->in;
    bool damaged = is_damaged(in->text, in->text->sentences[s].at);
    zgi_tokens t = st->tokens[s];
    zgi_items items;
    zgi_arena_reset(in->temp);
    zg_status status = ZG_OK;
    if (overlooked(st, &t))
        status = cut(in, in->text->sentences[s].at, &st->known, &t);
    bool name_line = t.names == 1 && t.count <= 3; /* may be followed by the line of its post */
    bool whole = st->cv > 0 || st->roster.open || name_line || in->trace != NULL;
    if (status == ZG_OK)
        status = zgi_org_run(in->dict, in->text, &t, whole, in->temp, &items);
    if (status != ZG_OK)
        return status;
    bool tells = zgi_org_tells_career(in->text, &t, &items);
    st->cv = tells ? CV_SENTENCES : st->cv > 0 && !damaged ? st->cv - 1 : st->cv;
    if (!tells && strchr(items.classes, ZGI_I_SPEECH) != NULL)
        st->cv = 0;
    zgi_rule_in rule = {in->dict, in->rules, in->scratch, in->text,
                        &items,   s,         st->cv > 0,  st->heading};
    rule.cv = rule.cv || zgi_rule_post_line(&rule, &st->roster);
    uint32_t from = st->out->drafts.count;
    status = zgi_rule_run(&rule, in->temp, in->arena, &st->out->drafts);
    uint32_t last = items.count > 0 ? items.count - 1 : 0;
    if (st->inline_heading && (items.count == 0 || items.classes[last] != ZGI_I_SEMI))
        st->heading.letter = 0, st->inline_heading = false;
    if (zgi_rule_leads(&items, &st->heading))
        st->unled = 0, st->inline_heading = true;
    else if (zgi_rule_heading(&items, &st->heading))
        st->unled = 0, st->inline_heading = false;
    else if (st->out->drafts.count == from && !damaged && ++st->unled > 1)
        st->heading.letter = 0;
    if (status == ZG_OK)
        status = zgi_rule_roster(&rule, from, &st->roster, in->arena, &st->out->drafts);
    if (status == ZG_OK)
        status = collect(st, &t, &items, s);
    return status == ZG_OK ? trace(st, &t, &rule, from) : status;
}

zg_status zgi_body_run(const zgi_body_in *in, zgi_body *out)
{
    zgi_body_state st = {.in = in, .out = out};
    memset(out, 0, sizeof *out);
    zgi_known_init(&st.known);
    size_t sentences = (size_t)in->text->sentence_count + 1;
    st.tokens = zgi_arena_zalloc(in->arena, sentences, sizeof *st.tokens);
    if (st.tokens == NULL)
        return ZG_E_MEMORY;
    zg_status status = first_pass(&st);
    for (uint32_t s = 0; status == ZG_OK && s < in->text->sentence_count; s++)
        if (in->text->sentences[s].zone != ZGI_Z_CHROME)
            status = second_pass(&st, s);
    return status;
}
