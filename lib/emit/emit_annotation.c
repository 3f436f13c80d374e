/* W3C Web Annotation, as JSON-LD: an AnnotationPage for each document, on one line.
 *
 * A triple is one annotation: its target is the evidence in the text, its bodies say in words what
 * was found (describing) and what kind of thing it is (tagging), and "links" to the three spans. A
 * span is an annotation of its own (tagging: person, title, organisation). The text is named by the
 * document's id, as an IRI reference; positions are characters, as the Recommendation wants them,
 * and a quote with what stands before and behind finds the place when the text has moved.
 */
#include "emit/emit_inner.h"

#define AROUND 12u /* characters of prefix and suffix */

typedef struct page {
    const zgi_emit_in *in;
    zgi_painted text;
    zgi_json *out;
} page;

static void put(zgi_json *out, const char *key, const char *value)
{
    zgi_json_key(out, key);
    zgi_json_string(out, value);
}

/* The id as an IRI reference: what an IRI cannot hold is percent-encoded, and a name that could be
 * taken for a scheme gets "./" before it. A real address stays as it is. */
static const char *iri_of(const zgi_emit_in *in, zgi_arena *arena, const char *behind)
{
    const char *id = in->id == NULL ? "" : in->id;
    size_t len = strlen(id), n = 0, colon = strcspn(id, ":"), slash = strcspn(id, "/?#");
    char *iri = zgi_arena_zalloc(arena, 3 * len + strlen(behind) + 3, 1);
    if (iri == NULL)
        return NULL;
    if (colon < slash && colon < len && strncmp(id + colon, "://", 3) != 0 &&
        strncmp(id, "urn:", 4) != 0) {
        memcpy(iri, "./", 2);
        n = 2;
    }
    for (size_t k = 0; k < len; k++) {
        unsigned char c = (unsigned char)id[k];
        if (c <= ' ' || c == 0x7f || strchr("<>\"{}|\\^`#%", c) != NULL) {
            iri[n++] = '%';
            iri[n++] = "0123456789ABCDEF"[c >> 4];
            iri[n++] = "0123456789ABCDEF"[c & 15];
        } else {
            iri[n++] = (char)c;
        }
    }
    memcpy(iri + n, behind, strlen(behind));
    return iri;
}

static void put_iri(page *p, const char *behind)
{
    const char *iri = iri_of(p->in, p->out->arena, behind);
    p->out->failed = p->out->failed || iri == NULL;
    zgi_json_string(p->out, iri);
}

static zgi_span chars(const page *p, zgi_span span)
{
    if (span.begin == UINT32_MAX)
        return ZGI_NO_SPAN;
    zgi_span at = {zgi_painted_at(&p->text, span.begin), zgi_painted_at(&p->text, span.end)};
    return at.begin == UINT32_MAX || at.end == UINT32_MAX || at.begin >= at.end ? ZGI_NO_SPAN : at;
}

static void put_quote(page *p, const char *key, uint32_t begin, uint32_t end)
{
    zgi_json_key(p->out, key);
    zgi_painted_quote(&p->text, (zgi_span){begin, end}, p->out);
}

static void put_target(page *p, zgi_span at)
{
    zgi_json *out = p->out;
    uint32_t before = at.begin < AROUND ? 0 : at.begin - AROUND;
    uint32_t behind = p->text.count - at.end < AROUND ? p->text.count : at.end + AROUND;
    zgi_json_key(out, "target");
    zgi_json_open(out, '{');
    zgi_json_key(out, "source");
    put_iri(p, "");
    zgi_json_key(out, "selector");
    zgi_json_open(out, '[');
    zgi_json_open(out, '{');
    put(out, "type", "TextPositionSelector");
    zgi_json_key(out, "start");
    zgi_json_uint(out, at.begin);
    zgi_json_key(out, "end");
    zgi_json_uint(out, at.end);
    zgi_json_close(out, '}');
    zgi_json_open(out, '{');
    put(out, "type", "TextQuoteSelector");
    put_quote(p, "exact", at.begin, at.end);
    put_quote(p, "prefix", before, at.begin);
    put_quote(p, "suffix", at.end, behind);
    zgi_json_close(out, '}');
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
}

static void put_body(zgi_json *out, const char *purpose, const char *value)
{
    zgi_json_open(out, '{');
    put(out, "type", "TextualBody");
    put(out, "purpose", purpose);
    put(out, "value", value);
    zgi_json_close(out, '}');
}

/* "#t1", "#t1-person" */
static const char *fragment(uint32_t index, const char *part, char name[ZGI_TRIPLE_ID_SIZE + 16])
{
    name[0] = '#';
    zgi_triple_id(index, name + 1);
    strcat(name, part);
    return name;
}

static const struct {
    const char *part, *tag;
} parts[] = {{"-person", "person"}, {"-title", "title"}, {"-org", "organisation"}};

static zgi_span part_span(const page *p, const zgi_fact *f, int part)
{
    return chars(p, part == 0 ? f->person : part == 1 ? f->title : f->org);
}

static void put_part(page *p, const zgi_fact *f, uint32_t index, int part)
{
    char name[ZGI_TRIPLE_ID_SIZE + 16];
    zgi_span at = part_span(p, f, part);
    if (at.begin == UINT32_MAX)
        return;
    zgi_json_open(p->out, '{');
    zgi_json_key(p->out, "id");
    put_iri(p, fragment(index, parts[part].part, name));
    put(p->out, "type", "Annotation");
    put(p->out, "motivation", "tagging");
    zgi_json_key(p->out, "body");
    put_body(p->out, "tagging", parts[part].tag);
    put_target(p, at);
    zgi_json_close(p->out, '}');
}

static const char *sentence_of(page *p, const zgi_fact *f)
{
    const char *org = f->has_org ? (f->org_full ? f->org_full : f->org_text) : NULL;
    const char *const words[] = {f->person_text, f->title_text, org ? org : "-",
                                 zgi_word_status(f->status)};
    zgi_json text;
    zgi_json_init(&text, p->out->arena);
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        zgi_emit_text(&text, k > 0 ? " | " : "");
        zgi_emit_text(&text, words[k]);
    }
    p->out->failed = p->out->failed || text.failed;
    return text.failed ? NULL : zgi_arena_strndup(p->out->arena, text.data, text.len);
}

static void put_triple(page *p, const zgi_fact *f, uint32_t index)
{
    char name[ZGI_TRIPLE_ID_SIZE + 16];
    zgi_span at = chars(p, f->evidence);
    if (at.begin == UINT32_MAX)
        return;
    zgi_json_open(p->out, '{');
    zgi_json_key(p->out, "id");
    put_iri(p, fragment(index, "", name));
    put(p->out, "type", "Annotation");
    put(p->out, "motivation", "linking");
    zgi_json_key(p->out, "body");
    zgi_json_open(p->out, '[');
    for (int part = 0; part < 3; part++)
        if (part_span(p, f, part).begin != UINT32_MAX)
            put_iri(p, fragment(index, parts[part].part, name));
    put_body(p->out, "describing", sentence_of(p, f));
    put_body(p->out, "tagging", zgi_word_kind(f->kind));
    zgi_json_close(p->out, ']');
    put_target(p, at);
    zgi_json_close(p->out, '}');
}

void zgi_emit_annotation(const zgi_emit_in *in, zgi_json *out)
{
    page p = {.in = in, .out = out};
    if (!zgi_emit_paint(in, out->arena, &p.text)) {
        out->failed = true;
        return;
    }
    zgi_json_open(out, '{');
    put(out, "@context", "http://www.w3.org/ns/anno.jsonld");
    zgi_json_key(out, "id");
    put_iri(&p, "#annotations");
    put(out, "type", "AnnotationPage");
    zgi_json_key(out, "items");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < in->facts->fact_count; k++) {
        for (int part = 0; part < 3; part++)
            put_part(&p, &in->facts->facts[k], k, part);
        put_triple(&p, &in->facts->facts[k], k);
    }
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
    zgi_emit_text(out, "\n");
}
