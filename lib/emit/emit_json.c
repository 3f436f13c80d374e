/* JSON: one object on one line, keys in the order of the contract (zhiguan-1.schema.json).
 *
 * An object of which nothing is known (place, org, event, period, profile) is null as a whole; a
 * single value that is not known is null.
 */
#include "emit/emit_inner.h"

static void put(zgi_json *out, const char *key, const char *value)
{
    zgi_json_key(out, key);
    zgi_json_string(out, value);
}

static void put_span(zgi_json *out, zgi_span span)
{
    if (span.begin == UINT32_MAX) {
        zgi_json_null(out);
        return;
    }
    zgi_json_open(out, '[');
    zgi_json_uint(out, span.begin);
    zgi_json_uint(out, span.end);
    zgi_json_close(out, ']');
}

static void put_piece(zgi_json *out, const char *text, zgi_span span)
{
    put(out, "text", text);
    zgi_json_key(out, "span");
    put_span(out, span);
}

static void put_id(zgi_json *out, uint32_t index)
{
    char id[ZGI_TRIPLE_ID_SIZE];
    zgi_triple_id(index, id);
    zgi_json_string(out, id);
}

static void put_document(zgi_json *out, const zgi_facts *facts)
{
    zgi_json_key(out, "document");
    zgi_json_open(out, '{');
    zgi_json_key(out, "place");
    if (facts->place_name == NULL) {
        zgi_json_null(out);
    } else {
        zgi_json_open(out, '{');
        put(out, "name", facts->place_name);
        put(out, "code", facts->place_code);
        zgi_json_close(out, '}');
    }
    put(out, "date", facts->date);
    put(out, "source", facts->source);
    zgi_json_close(out, '}');
}

static void put_title(zgi_json *out, const zgi_fact *f)
{
    zgi_json_key(out, "title");
    zgi_json_open(out, '{');
    put_piece(out, f->title_text, f->title);
    put(out, "head", f->title_head);
    zgi_json_key(out, "grade");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < f->grade_count; k++)
        zgi_json_string(out, f->grades[k]);
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
}

static void put_org(zgi_json *out, const zgi_fact *f)
{
    zgi_json_key(out, "org");
    if (!f->has_org) {
        zgi_json_null(out);
        return;
    }
    zgi_json_open(out, '{');
    put_piece(out, f->org_text, f->org);
    put(out, "full", f->org_full);
    put(out, "code", f->org_code);
    put(out, "kind", f->org_kind);
    put(out, "by", zgi_word_by(f->org_by));
    zgi_json_close(out, '}');
}

static void put_event(zgi_json *out, const zgi_fact *f)
{
    zgi_json_key(out, "event");
    if (f->event_type == ZGI_EV_NONE) {
        zgi_json_null(out);
        return;
    }
    zgi_json_open(out, '{');
    put(out, "type", zgi_word_event(f->event_type));
    zgi_json_key(out, "span");
    put_span(out, f->event);
    put(out, "date", f->event_date);
    put(out, "by", f->event_by);
    zgi_json_close(out, '}');
}

static void put_period(zgi_json *out, const zgi_fact *f)
{
    zgi_json_key(out, "period");
    if (!f->has_period) {
        zgi_json_null(out);
        return;
    }
    zgi_json_open(out, '{');
    put(out, "start", f->period_start);
    put(out, "end", f->period_end);
    zgi_json_close(out, '}');
}

static void put_triple(zgi_json *out, const zgi_fact *f, uint32_t index)
{
    zgi_json_open(out, '{');
    zgi_json_key(out, "id");
    put_id(out, index);
    zgi_json_key(out, "person");
    zgi_json_open(out, '{');
    put_piece(out, f->person_text, f->person);
    zgi_json_close(out, '}');
    put_title(out, f);
    put_org(out, f);
    put(out, "status", zgi_word_status(f->status));
    put(out, "kind", zgi_word_kind(f->kind));
    put_event(out, f);
    put_period(out, f);
    put(out, "rank", f->rank);
    zgi_json_key(out, "confidence");
    zgi_json_uint(out, f->confidence);
    put(out, "rule", f->rule);
    zgi_json_key(out, "evidence");
    put_span(out, f->evidence);
    zgi_json_close(out, '}');
}

static void put_person(zgi_json *out, const zgi_person *p)
{
    zgi_json_open(out, '{');
    put(out, "name", p->name);
    zgi_json_key(out, "mentions");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < p->mention_count; k++)
        put_span(out, p->mentions[k]);
    zgi_json_close(out, ']');
    zgi_json_key(out, "triples");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < p->fact_count; k++)
        put_id(out, p->facts[k]);
    zgi_json_close(out, ']');
    zgi_json_key(out, "profile");
    if (!p->has_profile) {
        zgi_json_null(out);
    } else {
        zgi_json_open(out, '{');
        put(out, "gender", p->gender);
        put(out, "ethnicity", p->ethnicity);
        put(out, "born", p->born);
        put(out, "native_place", p->native_place);
        zgi_json_close(out, '}');
    }
    zgi_json_close(out, '}');
}

void zgi_emit_json(const zgi_emit_in *in, zgi_json *out)
{
    const zgi_facts *facts = in->facts;
    zgi_json_open(out, '{');
    put(out, "schema", "zhiguan/1");
    put(out, "data", in->data_version);
    put(out, "id", in->id);
    put(out, "offsets", zgi_word_offsets(in->offsets));
    put_document(out, facts);
    zgi_json_key(out, "triples");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < facts->fact_count; k++)
        put_triple(out, &facts->facts[k], k);
    zgi_json_close(out, ']');
    zgi_json_key(out, "persons");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < facts->person_count; k++)
        put_person(out, &facts->persons[k]);
    zgi_json_close(out, ']');
    zgi_json_key(out, "warnings");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < facts->warning_count; k++)
        zgi_json_string(out, facts->warnings[k]);
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
}
