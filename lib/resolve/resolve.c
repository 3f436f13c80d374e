/* The door: the steps of the document level, in order; and the dump for the trace. */
#include "resolve/resolve_inner.h"

#include <string.h>

/* A dictionary without one of the tables resolves less; an empty table is searched in vain. */
zg_status zgi_resolve_words_new(const zgi_dict_view *dict, zgi_arena *arena,
                                zgi_resolve_words **out)
{
    zgi_resolve_words *w = zgi_arena_zalloc(arena, 1, sizeof *w);
    *out = w;
    if (w == NULL)
        return ZG_E_MEMORY;
    zgi_table_find(dict, "levels", &w->levels);
    zgi_table_find(dict, "level_words", &w->level_words);
    zgi_table_find(dict, "refs", &w->refs);
    zgi_table_find(dict, "heads", &w->heads);
    zgi_table_find(dict, "grades", &w->grades);
    zgi_table_find(dict, "ranks", &w->ranks);
    zgi_table_find(dict, "words", &w->words);
    zgi_table_find(dict, "aliases", &w->aliases);
    zgi_table_find(dict, "no_names", &w->no_names);
    zgi_table_find(dict, "hosts", &w->hosts);
    zgi_table confidence;
    zgi_table_find(dict, "confidence", &confidence);
    zgi_sure_make(&confidence, w->sure);
    return zgi_sets_make(dict, arena, w->sets) ? ZG_OK : ZG_E_MEMORY;
}

zg_status zgi_resolve_run(const zgi_resolve_in *in, zgi_arena *arena, zgi_facts *out)
{
    zgi_fact *facts = NULL;
    zgi_rs *rs = zgi_arena_zalloc(arena, 1, sizeof *rs);
    memset(out, 0, sizeof *out);
    if (rs == NULL)
        return ZG_E_MEMORY;
    rs->in = in;
    rs->dict = in->dict;
    rs->text = in->text;
    rs->arena = arena;
    rs->know = in->words;
    zg_status s = zgi_rs_sites(rs);
    if (s == ZG_OK)
        s = zgi_rs_places(rs);
    if (s == ZG_OK)
        s = zgi_rs_document(rs, out);
    if (s == ZG_OK)
        s = zgi_rs_orgs(rs);
    if (s == ZG_OK)
        s = zgi_rs_people(rs);
    if (s == ZG_OK)
        s = zgi_rs_drafts(rs);
    if (s == ZG_OK)
        s = zgi_rs_careers(rs);
    if (s == ZG_OK)
        s = zgi_rs_facts(rs, &facts, out);
    if (s == ZG_OK)
        s = zgi_rs_merge(rs, facts, out);
    return s;
}

static void pair(zgi_json *j, const char *key, const char *value)
{
    zgi_json_key(j, key);
    zgi_json_string(j, value);
}

static void number(zgi_json *j, const char *key, uint32_t value)
{
    zgi_json_key(j, key);
    zgi_json_uint(j, value);
}

/* `beside`: the name stands in what the rule matched; else the text before tells whom it means. */
static void dump_fact(const zgi_text *t, const zgi_fact *f, zgi_json *j)
{
    bool beside = f->person.begin >= f->evidence.begin && f->person.end <= f->evidence.end;
    zgi_json_open(j, '{');
    pair(j, "person", f->person_text);
    number(j, "beside", beside);
    pair(j, "title", f->title_text);
    pair(j, "org", f->org_text);
    pair(j, "full", f->org_full);
    pair(j, "code", f->org_code);
    pair(j, "kind", f->org_kind);
    number(j, "by", f->org_by);
    number(j, "status", f->status);
    number(j, "told", f->told);
    number(j, "event", f->event_type);
    if (f->event_type != ZGI_EV_NONE && f->event.begin != UINT32_MAX) {
        zgi_json_key(j, "trigger");
        zgi_json_string_n(j, (const char *)t->src + t->off[f->event.begin],
                          t->off[f->event.end] - t->off[f->event.begin]);
    }
    pair(j, "date", f->event_date);
    pair(j, "decided", f->event_by);
    pair(j, "start", f->period_start);
    pair(j, "end", f->period_end);
    pair(j, "rank", f->rank);
    number(j, "sure", f->confidence);
    pair(j, "rule", f->rule);
    zgi_json_close(j, '}');
}

zg_status zgi_resolve_dump(const zgi_text *text, const zgi_facts *facts, zgi_json *out)
{
    zgi_json_open(out, '{');
    zgi_json_key(out, "stage");
    zgi_json_string(out, "resolve");
    zgi_json_key(out, "place");
    zgi_json_string(out, facts->place_name);
    zgi_json_key(out, "date");
    zgi_json_string(out, facts->date);
    zgi_json_key(out, "source");
    zgi_json_string(out, facts->source);
    zgi_json_key(out, "persons");
    zgi_json_uint(out, facts->person_count);
    zgi_json_key(out, "facts");
    zgi_json_open(out, '[');
    for (uint32_t i = 0; i < facts->fact_count; i++)
        dump_fact(text, &facts->facts[i], out);
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
    return out->failed ? ZG_E_MEMORY : ZG_OK;
}
