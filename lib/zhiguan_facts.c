/* From the pipeline's facts to a result that stands by itself.
 *
 * Takes facts that live in the session, in characters; leaves out what the options do not want;
 * gives copies of every string, and every span in the caller's unit. Also says in words what
 * the reader should know about the input (bad bytes, sentences cut).
 */
#include "zhiguan_inner.h"

#include <string.h>

#define RESULT_ARENA 4096u

typedef struct zgi_copy {
    const zgi_text *text;
    const zgi_facts *from;
    const zg_session *session;
    zg_result *to;
    uint32_t *index; /* [from->fact_count] where each fact goes, UINT32_MAX = left out */
    uint32_t kept;
    bool failed;
} zgi_copy;

static void *room(zgi_copy *c, size_t count, size_t size)
{
    void *p = zgi_arena_zalloc(c->to->arena, count + 1, size);
    c->failed |= p == NULL;
    return p;
}

static const char *string(zgi_copy *c, const char *s)
{
    if (s == NULL)
        return NULL;
    char *copy = zgi_arena_strndup(c->to->arena, s, strlen(s));
    c->failed |= copy == NULL;
    return copy;
}

static uint32_t astral_before(const zgi_text *text, uint32_t i)
{
    uint32_t low = 0, high = text->astral_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->astral[middle] < i)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t unit_of(const zgi_copy *c, uint32_t i)
{
    switch (c->to->offsets) {
    case ZG_OFFSETS_UTF8:
        return c->text->off[i];
    case ZG_OFFSETS_UTF16:
        return i + astral_before(c->text, i);
    default:
        return i;
    }
}

/* False for no span; and for one that no text has, which a stage has got wrong: it is left out
 * here, where all spans pass, so that nothing outside the input is ever read for it. */
static bool is_inside(const zgi_copy *c, zgi_span s)
{
    return s.begin != UINT32_MAX && s.begin <= s.end && s.end <= c->text->n;
}

static zgi_span span(const zgi_copy *c, zgi_span s)
{
    if (!is_inside(c, s))
        return ZGI_NO_SPAN;
    return (zgi_span){unit_of(c, s.begin), unit_of(c, s.end)};
}

/* A stretch of the input as a string; what is no character in it (a bad byte, a NUL) is U+FFFD. */
static const char *stretch(zgi_copy *c, zgi_span s)
{
    if (!is_inside(c, s))
        return NULL;
    const uint32_t *off = c->text->off;
    size_t len = 0, cap = off[s.end] - off[s.begin];
    for (uint32_t i = s.begin; i < s.end; i++)
        cap += c->text->ch[i] == ZGI_CH_BREAK ? 3 : 0;
    char *copy = room(c, cap, 1);
    for (uint32_t i = s.begin; copy != NULL && i < s.end; i++) {
        bool bad = c->text->ch[i] == ZGI_CH_BREAK;
        size_t n = bad ? 3 : off[i + 1] - off[i];
        memcpy(copy + len, bad ? "\xef\xbf\xbd" : (const char *)c->text->src + off[i], n);
        len += n;
    }
    return copy;
}

/* Which facts the options keep. */
static void choose(zgi_copy *c)
{
    c->index = room(c, c->from->fact_count, sizeof *c->index);
    for (uint32_t k = 0; !c->failed && k < c->from->fact_count; k++) {
        const zgi_fact *f = &c->from->facts[k];
        bool keep = (c->session->options.kinds >> f->kind & 1u) != 0 &&
                    f->confidence >= c->session->options.min_confidence;
        c->index[k] = keep ? c->kept++ : UINT32_MAX;
    }
}

static const char *const *grades(zgi_copy *c, const zgi_fact *f)
{
    const char **list = room(c, f->grade_count, sizeof *list);
    for (uint32_t k = 0; list != NULL && k < f->grade_count; k++)
        list[k] = string(c, f->grades[k]);
    return list;
}

static void copy_fact(zgi_copy *c, const zgi_fact *f, zgi_fact *to)
{
    *to = *f;
    to->person = span(c, f->person);
    to->title = span(c, f->title);
    to->org = span(c, f->org);
    to->evidence = span(c, f->evidence);
    to->event = span(c, f->event);
    to->person_text = string(c, f->person_text);
    to->title_text = string(c, f->title_text);
    to->title_head = string(c, f->title_head);
    to->grades = grades(c, f);
    to->org_text = string(c, f->org_text);
    to->org_full = string(c, f->org_full);
    to->org_code = string(c, f->org_code);
    to->org_kind = string(c, f->org_kind);
    to->event_date = string(c, f->event_date);
    to->event_by = string(c, f->event_by);
    to->period_start = string(c, f->period_start);
    to->period_end = string(c, f->period_end);
    to->rank = string(c, f->rank);
    to->rule = string(c, f->rule);
}

static bool same(zgi_span a, zgi_span b)
{
    return a.begin == b.begin && a.end == b.end;
}

static void copy_facts(zgi_copy *c)
{
    zgi_fact *facts = room(c, c->kept, sizeof *facts);
    zg_triple *triples = room(c, c->kept, sizeof *triples), *last = NULL;
    const zgi_fact *before = NULL;
    for (uint32_t k = 0; !c->failed && k < c->from->fact_count; k++) {
        const zgi_fact *f = &c->from->facts[k];
        uint32_t at = c->index[k];
        if (at == UINT32_MAX)
            continue;
        copy_fact(c, f, &facts[at]);
        zg_triple *t = &triples[at];
        t->result = c->to;
        t->fact = &facts[at];
        t->event_text = stretch(c, f->event);
        /* the posts of one person mostly rest on one stretch */
        t->evidence_text = last != NULL && same(before->evidence, f->evidence)
                               ? last->evidence_text
                               : stretch(c, f->evidence);
        zgi_triple_id(at, t->id);
        last = t;
        before = f;
    }
    c->to->facts.facts = facts;
    c->to->facts.fact_count = c->kept;
    c->to->triples = triples;
}

static void copy_person(zgi_copy *c, const zgi_person *p, zgi_person *to)
{
    zgi_span *mentions = room(c, p->mention_count, sizeof *mentions);
    uint32_t *facts = room(c, p->fact_count, sizeof *facts);
    if (c->failed)
        return;
    *to = *p;
    for (uint32_t k = 0; k < p->mention_count; k++)
        mentions[k] = span(c, p->mentions[k]);
    to->fact_count = 0;
    for (uint32_t k = 0; k < p->fact_count; k++)
        if (c->index[p->facts[k]] != UINT32_MAX)
            facts[to->fact_count++] = c->index[p->facts[k]];
    to->mentions = mentions;
    to->facts = facts;
    to->name = string(c, p->name);
    to->gender = string(c, p->gender);
    to->ethnicity = string(c, p->ethnicity);
    to->born = string(c, p->born);
    to->native_place = string(c, p->native_place);
}

static void copy_persons(zgi_copy *c)
{
    uint32_t count = c->from->person_count;
    zgi_person *persons = room(c, count, sizeof *persons);
    c->to->persons = room(c, count, sizeof *c->to->persons);
    for (uint32_t k = 0; !c->failed && k < count; k++) {
        copy_person(c, &c->from->persons[k], &persons[k]);
        c->to->persons[k] = (zg_person){c->to, &persons[k]};
    }
    c->to->facts.persons = persons;
    c->to->facts.person_count = count;
}

/* parts, the numbers a and b where they are NULL, joined; the list ends with "" */
static const char *sentence(zgi_copy *c, const char *const *parts, uint64_t a, uint64_t b)
{
    char digits[ZGI_UTOA_SIZE];
    uint64_t numbers[4] = {a, b, a, b};
    zgi_json text;
    zgi_json_init(&text, c->to->arena);
    for (int used = 0; *parts == NULL || **parts != 0; parts++) {
        const char *s = *parts ? *parts : zgi_utoa(numbers[used++], digits);
        zgi_json_raw(&text, s, strlen(s));
    }
    zgi_json_raw(&text, "", 1);
    c->failed |= text.failed;
    return text.data;
}

static void copy_warnings(zgi_copy *c)
{
    static const char *const bad[] = {
        NULL, " bytes are not UTF-8 and were stepped over, the first at byte ",
        NULL, " / 有 ",
        NULL, " 个字节不是 UTF-8，已跳过，第一个在字节 ",
        NULL, ""};
    static const char *const cut[] = {NULL, " sentences longer than ",
                                      NULL, " characters were cut / 有 ",
                                      NULL, " 个句子超过 ",
                                      NULL, " 字，已截断",
                                      ""};
    uint32_t n = 0, count = c->from->warning_count;
    const char **list = room(c, (size_t)count + 2, sizeof *list);
    if (list == NULL)
        return;
    if (c->text->bad > 0)
        list[n++] = sentence(c, bad, c->text->bad, c->text->bad_at);
    if (c->text->cut > 0)
        list[n++] = sentence(c, cut, c->text->cut, ZGI_SENTENCE_MAX);
    for (uint32_t k = 0; k < count; k++)
        list[n++] = string(c, c->from->warnings[k]);
    c->to->facts.warnings = list;
    c->to->facts.warning_count = n;
}

static zg_status make(const zg_session *session, zg_result **out)
{
    zg_allocator hooks = session->allocator;
    zg_result *r = zgi_memory_alloc(&hooks, sizeof *r);
    if (r == NULL)
        return ZG_E_MEMORY;
    memset(r, 0, sizeof *r);
    atomic_init(&r->holders, 1);
    r->allocator = hooks;
    r->offsets = session->options.offsets;
    zg_status status = zgi_arena_new(&r->allocator, RESULT_ARENA, &r->arena);
    if (status != ZG_OK)
        zgi_memory_release(&hooks, r, sizeof *r);
    else
        *out = r;
    return status;
}

zg_status zgi_result_new(const zg_session *session, const zgi_text *text, const zgi_facts *facts,
                         zg_result **out)
{
    zg_result *r = NULL;
    zg_status status = make(session, &r);
    if (status != ZG_OK)
        return status;
    zgi_copy c = {.text = text, .from = facts, .session = session, .to = r};
    choose(&c);
    if (!c.failed)
        copy_facts(&c);
    if (!c.failed)
        copy_persons(&c);
    if (!c.failed)
        copy_warnings(&c);
    r->data_version = string(&c, session->dict->view.data_version);
    r->facts.place_name = string(&c, facts->place_name);
    r->facts.place_code = string(&c, facts->place_code);
    r->facts.date = string(&c, facts->date);
    r->facts.source = string(&c, facts->source);
    if (c.failed) {
        zg_result_free(r);
        return ZG_E_MEMORY;
    }
    *out = r;
    return ZG_OK;
}
