/* brat standoff (.ann), to be laid beside the text (.txt): each triple an event.
 *
 * A title is the trigger of an event Post, whose arguments are its Holder and its Organisation;
 * status and kind are attributes, rule and full name a note. Offsets are characters. A span that a
 * line end cuts is written in two fragments, as brat wants it.
 *   T1 Person 2 4 何远 ⏎ T2 Post 0 2 县长 ⏎ E1 Post:T2 Holder:T1 ⏎ A1 Status E1 current
 */
#include "emit/emit_inner.h"

typedef struct brat {
    const zgi_emit_in *in;
    zgi_painted text;
    zgi_json *out;
    uint32_t *known; /* by first character and part: the number of the T there, 0 = none */
    uint32_t *ends;
    uint32_t spans, attributes;
} brat;

static void put_number(zgi_json *out, const char *before, uint32_t v)
{
    char digits[ZGI_UTOA_SIZE];
    zgi_emit_text(out, before);
    zgi_emit_text(out, zgi_utoa(v, digits));
}

/* "6 8", or "6 7;8 9" when a line end stands between. */
static void put_fragments(const brat *b, uint32_t begin, uint32_t end)
{
    uint32_t from = begin;
    bool first = true;
    for (uint32_t k = begin; k <= end; k++) {
        bool cut = k < end && b->text.utf8[b->text.off[k]] == '\n';
        if (k < end && !cut)
            continue;
        if (k > from) {
            put_number(b->out, first ? "" : ";", from);
            put_number(b->out, " ", k);
            first = false;
        }
        from = k + 1;
    }
}

static void put_words(const brat *b, uint32_t begin, uint32_t end)
{
    bool gap = false, any = false;
    for (uint32_t k = begin; k < end; k++) {
        if (b->text.utf8[b->text.off[k]] == '\n') {
            gap = any;
            continue;
        }
        if (gap)
            zgi_emit_text(b->out, " ");
        zgi_painted_put(&b->text, k, b->out);
        gap = false;
        any = true;
    }
}

/* The number of the T of a span; written when it is met first. 0: there is no such span. */
static uint32_t span_number(brat *b, zgi_span span, int role, const char *type)
{
    if (span.begin == UINT32_MAX)
        return 0;
    uint32_t begin = zgi_painted_at(&b->text, span.begin);
    uint32_t end = zgi_painted_at(&b->text, span.end);
    if (begin == UINT32_MAX || end == UINT32_MAX || begin >= end)
        return 0;
    uint32_t *known = &b->known[(size_t)begin * 4 + (size_t)role];
    uint32_t *known_end = &b->ends[(size_t)begin * 4 + (size_t)role];
    if (*known != 0 && *known_end == end)
        return *known;
    *known = ++b->spans;
    *known_end = end;
    put_number(b->out, "T", b->spans);
    zgi_emit_text(b->out, "\t");
    zgi_emit_text(b->out, type);
    zgi_emit_text(b->out, " ");
    put_fragments(b, begin, end);
    zgi_emit_text(b->out, "\t");
    put_words(b, begin, end);
    zgi_emit_text(b->out, "\n");
    return *known;
}

static void put_attribute(brat *b, const char *name, uint32_t event, const char *value)
{
    put_number(b->out, "A", ++b->attributes);
    zgi_emit_text(b->out, "\t");
    zgi_emit_text(b->out, name);
    put_number(b->out, " E", event);
    zgi_emit_text(b->out, " ");
    zgi_emit_text(b->out, value);
    zgi_emit_text(b->out, "\n");
}

static void put_event(brat *b, const zgi_fact *f, uint32_t event)
{
    uint32_t person = span_number(b, f->person, ZGI_ROLE_PERSON, "Person");
    uint32_t title = span_number(b, f->title, ZGI_ROLE_TITLE, "Post");
    uint32_t org = span_number(b, f->org, ZGI_ROLE_ORG, "Organisation");
    if (title == 0)
        return;
    put_number(b->out, "E", event);
    put_number(b->out, "\tPost:T", title);
    if (person != 0)
        put_number(b->out, " Holder:T", person);
    if (org != 0)
        put_number(b->out, " Of:T", org);
    zgi_emit_text(b->out, "\n");
    put_attribute(b, "Status", event, zgi_word_status(f->status));
    put_attribute(b, "Kind", event, zgi_word_kind(f->kind));
    put_number(b->out, "#", event);
    put_number(b->out, "\tAnnotatorNotes E", event);
    zgi_emit_text(b->out, "\t");
    zgi_emit_text(b->out, f->rule);
    put_number(b->out, " ", f->confidence);
    if (f->has_org && f->org_full != NULL) {
        zgi_emit_text(b->out, " ");
        zgi_emit_text(b->out, f->org_full);
    }
    zgi_emit_text(b->out, "\n");
}

void zgi_emit_brat(const zgi_emit_in *in, zgi_json *out)
{
    brat b = {.in = in, .out = out};
    if (!zgi_emit_paint(in, out->arena, &b.text)) {
        out->failed = true;
        return;
    }
    b.known = zgi_arena_zalloc(out->arena, ((size_t)b.text.count + 1) * 4, sizeof *b.known);
    b.ends = zgi_arena_zalloc(out->arena, ((size_t)b.text.count + 1) * 4, sizeof *b.ends);
    if (b.known == NULL || b.ends == NULL) {
        out->failed = true;
        return;
    }
    for (uint32_t k = 0; k < in->facts->fact_count; k++)
        put_event(&b, &in->facts->facts[k], k + 1);
}
