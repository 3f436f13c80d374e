/* Popolo: a document's persons, organizations, posts and memberships in one object on one line.
 *
 * Ids are those of the FollowTheMoney entities (emit_id.c). A membership's role is the title as it
 * is written; what is not known is left out, as Popolo has it.
 *   {"persons":[{"id":"zg-…","name":"何远"}],"organizations":[…],"posts":[…],"memberships":[…]}
 */
#include "emit/emit_entity.h"

static void put(zgi_json *out, const char *key, const char *value)
{
    if (value == NULL || value[0] == 0)
        return;
    zgi_json_key(out, key);
    zgi_json_string(out, value);
}

static void put_person(zgi_json *out, const char *id, const zgi_person *p)
{
    zgi_json_open(out, '{');
    put(out, "id", id);
    put(out, "name", p->name);
    put(out, "gender", zgi_entity_gender(p));
    put(out, "birth_date", p->born);
    zgi_json_close(out, '}');
}

static void put_org(zgi_json *out, const char *id, const zgi_fact *f)
{
    zgi_json_open(out, '{');
    put(out, "id", id);
    put(out, "name", zgi_entity_org_name(f));
    put(out, "classification", f->org_kind);
    put(out, "area_id", f->org_code);
    zgi_json_close(out, '}');
}

static void put_post(zgi_json *out, const zgi_entity_ids *ids, const zgi_fact *f)
{
    zgi_json_open(out, '{');
    put(out, "id", ids->post);
    put(out, "label", f->title_text);
    put(out, "role", f->title_head);
    put(out, "organization_id", ids->org);
    put(out, "area_id", f->org_code);
    zgi_json_close(out, '}');
}

static void put_membership(zgi_json *out, const zgi_entity_ids *ids, const zgi_fact *f)
{
    zgi_json_open(out, '{');
    put(out, "id", ids->hold);
    put(out, "label", zgi_word_status(f->status));
    put(out, "role", f->title_text);
    put(out, "person_id", ids->person);
    put(out, "organization_id", ids->org);
    put(out, "post_id", ids->post);
    put(out, "start_date", zgi_entity_start(f));
    put(out, "end_date", zgi_entity_end(f));
    zgi_json_close(out, '}');
}

enum { PERSONS, ORGANIZATIONS, POSTS, MEMBERSHIPS, LISTS };

static void put_one(const zgi_emit_in *in, uint32_t index, int list, zgi_id_set *seen,
                    zgi_json *out)
{
    const zgi_fact *f = &in->facts->facts[index];
    zgi_entity_ids ids;
    zgi_entity_ids_of(in, f, &ids);
    if (list == PERSONS && zgi_id_set_add(seen, ids.person))
        put_person(out, ids.person, &in->facts->persons[f->person_index]);
    if (list == ORGANIZATIONS && ids.org[0] != 0 && zgi_id_set_add(seen, ids.org))
        put_org(out, ids.org, f);
    if (list == POSTS && zgi_id_set_add(seen, ids.post))
        put_post(out, &ids, f);
    if (list == MEMBERSHIPS && zgi_id_set_add(seen, ids.hold))
        put_membership(out, &ids, f);
}

void zgi_emit_popolo(const zgi_emit_in *in, zgi_json *out)
{
    static const char *const keys[LISTS] = {"persons", "organizations", "posts", "memberships"};
    zgi_id_set seen;
    if (!zgi_id_set_make(&seen, in->facts->fact_count, out->arena)) {
        out->failed = true;
        return;
    }
    zgi_json_open(out, '{');
    for (int list = 0; list < LISTS; list++) {
        zgi_json_key(out, keys[list]);
        zgi_json_open(out, '[');
        for (uint32_t k = 0; k < in->facts->fact_count; k++)
            if (zgi_entity_wanted(&in->facts->facts[k]))
                put_one(in, k, list, &seen, out);
        zgi_json_close(out, ']');
    }
    zgi_json_close(out, '}');
    zgi_emit_text(out, "\n");
}
