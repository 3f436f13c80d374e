/* FollowTheMoney: an entity a line, as Aleph and OpenSanctions read them.
 *
 * Person, Organization (PublicBody, Company), Position and Occupancy, each written once a document
 * under an id that is the same on every run (emit_id.c). The Occupancy says where it is from: the
 * evidence, the document's source, and as recordId the document's id and the triple's.
 *   {"id":"zg-…","schema":"Person","properties":{"name":["何远"],"birthDate":["1968-08"]}}
 */
#include "emit/emit_topics.h"

static void open_entity(zgi_json *out, const char *id, const char *schema)
{
    out->comma = false;
    zgi_json_open(out, '{');
    zgi_json_key(out, "id");
    zgi_json_string(out, id);
    zgi_json_key(out, "schema");
    zgi_json_string(out, schema);
    zgi_json_key(out, "properties");
    zgi_json_open(out, '{');
}

static void close_entity(zgi_json *out)
{
    zgi_json_close(out, '}');
    zgi_json_close(out, '}');
    zgi_emit_text(out, "\n");
}

static void put(zgi_json *out, const char *property, const char *value)
{
    if (value == NULL || value[0] == 0)
        return;
    zgi_json_key(out, property);
    zgi_json_open(out, '[');
    zgi_json_string(out, value);
    zgi_json_close(out, ']');
}

/* Two pieces as one value, 荆州市民政局 + 局长. */
static void put_joined(zgi_json *out, const char *property, const char *a, const char *between,
                       const char *b)
{
    size_t la = a == NULL ? 0 : strlen(a), lm = strlen(between), lb = strlen(b);
    char *both = zgi_arena_zalloc(out->arena, la + lm + lb + 1, 1);
    if (both == NULL) {
        out->failed = true;
        return;
    }
    if (la > 0)
        memcpy(both, a, la);
    memcpy(both + la, between, lm);
    memcpy(both + la + lm, b, lb);
    put(out, property, both);
}

static void put_person(zgi_json *out, const char *id, const zgi_person *p)
{
    open_entity(out, id, "Person");
    put(out, "name", p->name);
    put(out, "gender", zgi_entity_gender(p));
    put(out, "birthDate", p->born);
    put(out, "ethnicity", p->ethnicity);
    if (p->native_place != NULL)
        put_joined(out, "notes", "籍贯", " ", p->native_place);
    close_entity(out);
}

static void put_org(zgi_json *out, const char *id, const zgi_fact *f)
{
    open_entity(out, id, zgi_topics_schema(f));
    put(out, "name", zgi_entity_org_name(f));
    put(out, "country", zgi_topics_country(f));
    put(out, "classification", f->org_kind);
    put(out, "topics",
        f->org_kind != NULL && strcmp(f->org_kind, "party") == 0 ? "pol.party" : NULL);
    close_entity(out);
}

static void put_position(zgi_json *out, const zgi_entity_ids *ids, const zgi_fact *f)
{
    const char *topics[ZGI_TOPICS_MAX];
    size_t count = zgi_topics_of(f, topics);
    open_entity(out, ids->post, "Position");
    put_joined(out, "name", zgi_entity_org_name(f), "", f->title_text);
    put(out, "organization", ids->org);
    put(out, "country", zgi_topics_country(f));
    put(out, "subnationalArea", f->org_code);
    put(out, "summary", f->rank);
    if (count > 0) {
        zgi_json_key(out, "topics");
        zgi_json_open(out, '[');
        for (size_t k = 0; k < count; k++)
            zgi_json_string(out, topics[k]);
        zgi_json_close(out, ']');
    }
    close_entity(out);
}

static void put_evidence(zgi_json *out, const zgi_painted *p, zgi_span span)
{
    zgi_span chars = {zgi_painted_at(p, span.begin), zgi_painted_at(p, span.end)};
    if (chars.begin == UINT32_MAX || chars.end == UINT32_MAX || chars.begin >= chars.end)
        return;
    zgi_json_key(out, "description");
    zgi_json_open(out, '[');
    zgi_painted_quote(p, chars, out);
    zgi_json_close(out, ']');
}

static void put_occupancy(zgi_json *out, const zgi_emit_in *in, const zgi_painted *p,
                          const zgi_entity_ids *ids, uint32_t index)
{
    const zgi_fact *f = &in->facts->facts[index];
    char number[ZGI_TRIPLE_ID_SIZE];
    zgi_triple_id(index, number);
    open_entity(out, ids->hold, "Occupancy");
    put(out, "holder", ids->person);
    put(out, "post", ids->post);
    put(out, "startDate", zgi_entity_start(f));
    put(out, "endDate", zgi_entity_end(f));
    put(out, "electionDate", f->event_type == ZGI_EV_ELECT ? f->event_date : NULL);
    put(out, "status", zgi_entity_status(f));
    put(out, "summary", zgi_word_status(f->status));
    put_evidence(out, p, f->evidence);
    put(out, "publisher", in->facts->source);
    put_joined(out, "recordId", in->id, "#", number);
    close_entity(out);
}

void zgi_emit_ftm(const zgi_emit_in *in, zgi_json *out)
{
    const zgi_facts *facts = in->facts;
    zgi_painted p;
    zgi_id_set seen;
    if (!zgi_emit_paint(in, out->arena, &p) ||
        !zgi_id_set_make(&seen, facts->fact_count, out->arena)) {
        out->failed = true;
        return;
    }
    for (uint32_t k = 0; k < facts->fact_count; k++) {
        const zgi_fact *f = &facts->facts[k];
        zgi_entity_ids ids;
        if (!zgi_entity_wanted(f))
            continue;
        zgi_entity_ids_of(in, f, &ids);
        if (zgi_id_set_add(&seen, ids.person))
            put_person(out, ids.person, &facts->persons[f->person_index]);
        if (ids.org[0] != 0 && zgi_id_set_add(&seen, ids.org))
            put_org(out, ids.org, f);
        if (zgi_id_set_add(&seen, ids.post))
            put_position(out, &ids, f);
        if (zgi_id_set_add(&seen, ids.hold))
            put_occupancy(out, in, &p, &ids, k);
    }
}
