/* Titles that tell by their head whose they are, when no organisation is written with them.
 *
 * 县长 → the county of its place in the text · 总统 → the country named before · 国家主席 → 中国 ·
 * 董事长, 校长 → the nearest company, school before. The words are in the table `heads`.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

static void set_text(zgi_full *out, const char *text)
{
    memset(out, 0, sizeof *out);
    out->place = ZGI_NONE;
    out->text = text;
}

/* The row of a title that is printed with blanks: 审 判 长. */
static uint32_t spaced_row(const zgi_rs *rs, zgi_span at)
{
    enum { LONGEST = 16 };
    uint16_t ch[LONGEST];
    zgi_text title = {.ch = ch};
    uint32_t begin = 0;
    for (uint32_t i = at.begin; i < at.end && title.n < LONGEST; i++)
        if (!zgi_rs_blank(rs->text->ch[i]))
            ch[title.n++] = rs->text->ch[i];
    zgi_span all = {0, title.n};
    return title.n == zgi_span_len(at)
               ? ZGI_NONE
               : zgi_set_end(&rs->know->sets[ZGI_SET_HEADS], &title, all, &begin);
}

/* The longest row that the title ends with, up to its head: 市长 for 常务副市长. */
static uint32_t head_row(const zgi_rs *rs, const zgi_draft *d)
{
    zgi_span at = {d->title.begin, d->head.end > d->title.begin ? d->head.end : d->title.end};
    uint32_t begin = 0, row = zgi_rs_set_end(rs, ZGI_SET_HEADS, at, &begin);
    return row == ZGI_NONE ? spaced_row(rs, at) : row;
}

static const char *cell(const zgi_rs *rs, uint32_t row, const char *column)
{
    return row == ZGI_NONE
               ? ""
               : zgi_table_cell(&rs->know->heads, row, zgi_table_column(&rs->know->heads, column));
}

/* The level that the head is head of; ZGI_SLOT_COUNT when it is of none. */
zgi_slot zgi_rs_head_slot(const zgi_rs *rs, const zgi_draft *d)
{
    return zgi_rs_slot_named(cell(rs, head_row(rs, d), "slot"));
}

static bool country_head(zgi_rs *rs, const zgi_draft *d, zgi_full *out)
{
    bool abroad = strcmp(cell(rs, head_row(rs, d), "when"), "abroad") == 0;
    uint32_t site = zgi_rs_country_at(rs, d->title.begin, abroad);
    if (site == ZGI_NONE)
        return true;
    set_text(out, zgi_rs_source(rs, rs->sites[site].country));
    out->where = out->text;
    out->kinds = ZGI_K_REGION;
    return out->text != NULL;
}

/* 荆州市委副书记、市长: the place of the organisation before it in the chain, at the head's level. */
static uint32_t beside(zgi_rs *rs, const zgi_draft *d, zgi_slot slot, uint32_t detached,
                       const char **where)
{
    zgi_full parent;
    zgi_span at = d->parent;
    if (detached != ZGI_NONE)
        at = rs->in->drafts->items[detached].org;
    if (zgi_rs_none(at) || !zgi_rs_org_known(rs, at, 0, &parent))
        return ZGI_NONE;
    uint32_t place = zgi_rs_ancestor(rs, parent.place, slot);
    if (place != ZGI_NONE && place == parent.place)
        *where = parent.where; /* as it is written there: 青海省大通县 */
    return place;
}

/* The place that the text gives for the head's level. `detached`: the draft whose organisation was
 * taken from it (县委 from 县长), or ZGI_NONE. False: memory is out. */
bool zgi_rs_head_place(zgi_rs *rs, const zgi_draft *d, uint32_t detached, zgi_full *out)
{
    zgi_slot slot = zgi_rs_head_slot(rs, d);
    bool doubtful = false;
    if (slot == ZGI_SLOT_COUNTRY)
        return country_head(rs, d, out);
    if (slot == ZGI_SLOT_COUNT)
        return true;
    const char *where = NULL;
    uint32_t place = beside(rs, d, slot, detached, &where);
    if (place == ZGI_NONE)
        place = zgi_rs_slot_at(rs, slot, d->title.begin, &doubtful);
    if (place == ZGI_NONE)
        return true;
    set_text(out, where != NULL ? where : zgi_rs_place_name(rs, place));
    out->where = out->text;
    out->place = place;
    out->kinds = ZGI_K_REGION;
    out->doubtful = doubtful;
    return out->text != NULL;
}

/* The body's name as this document writes it (中國), else as in the table. */
static const char *as_written(zgi_rs *rs, const char *name)
{
    uint32_t n = 0, at = zgi_rs_find(rs->text, (zgi_span){0, rs->text->n}, name);
    for (const char *p = name; *p != 0; p++)
        n += ((unsigned char)*p & 0xc0u) != 0x80u;
    return at == ZGI_NONE ? name : zgi_rs_source(rs, (zgi_span){at, at + n});
}

/* 韦若川主席 in a text that speaks for the state (中方, 元首): the title as an address. */
static bool of_state(zgi_rs *rs, uint32_t i)
{
    if (rs->in->drafts->items[i].title.begin < rs->draft_span[i].end)
        return false;
    if (rs->speaks_for_state == 0)
        rs->speaks_for_state = zgi_rs_set_in(rs, ZGI_SET_STATE, (zgi_span){0, rs->text->n}) ? 1 : 2;
    return rs->speaks_for_state == 1;
}

/* Has somebody else the post, or will have: one who holds a post of the state here goes before. */
static bool is_taken(const zgi_rs *rs, uint32_t row, uint32_t i)
{
    uint32_t person = rs->draft_person[i];
    const zgi_draft *items = rs->in->drafts->items;
    if (rs->head_person[row] != 0)
        return rs->head_person[row] != person + 1;
    enum { FIRST = 256 };
    for (uint32_t k = 0;
         k < rs->in->drafts->count && k < FIRST && !rs->people.items[person].national; k++)
        if (rs->draft_person[k] != ZGI_NONE && rs->people.items[rs->draft_person[k]].national &&
            zgi_rs_same(rs->text, items[k].title, items[i].title))
            return true;
    return false;
}

/* 韦若川国家主席 beside the own one: of the country that the document speaks with. */
static bool of_other_state(zgi_rs *rs, uint32_t i, bool *done)
{
    uint32_t site = zgi_rs_other_country(rs);
    *done = site != ZGI_NONE;
    if (*done)
        set_text(&rs->draft_full[i], zgi_rs_source(rs, rs->sites[site].country));
    return !*done || rs->draft_full[i].text != NULL;
}

/* 国家主席 → 中国, 总书记 → 中共中央, of one person only (of several of one country, where the
 * document names no other); 主席 → 中国 only of one who holds a post of the state here (`national`,
 * asked in a second round). False: memory is out. */
bool zgi_rs_head_fixed(zgi_rs *rs, uint32_t i, bool second)
{
    uint32_t row = head_row(rs, &rs->in->drafts->items[i]), person = rs->draft_person[i];
    const char *name = cell(rs, row, "fixed"), *when = cell(rs, row, "when");
    bool done = false, one = strcmp(when, "one") == 0, state = strcmp(when, "state") == 0;
    if (name[0] == 0 || row >= rs->know->heads.rows || (strcmp(when, "national") == 0) != second)
        return true;
    if (strcmp(when, "named") == 0 && rs->head_text[row] == NULL &&
        zgi_rs_find(rs->text, (zgi_span){0, rs->text->n}, name) == ZGI_NONE)
        rs->head_text[row] = "";
    if (rs->head_text[row] != NULL && rs->head_text[row][0] == 0)
        return true; /* looked for once, in vain */
    if (second && !rs->people.items[person].national && !of_state(rs, i))
        return true;
    if ((one || state) && is_taken(rs, row, i)) {
        if (!of_other_state(rs, i, &done))
            return false;
        if (done || one)
            return true;
    }
    rs->head_person[row] = person + 1;
    rs->people.items[person].national = true;
    if (rs->head_text[row] == NULL)
        rs->head_text[row] = as_written(rs, name);
    set_text(&rs->draft_full[i], rs->head_text[row]);
    return rs->head_text[row] != NULL;
}

/* In the same paragraph: 局长 is of the 局 that stands there. */
static bool in_line(const zgi_rs *rs, uint32_t org, const zgi_draft *d)
{
    const zgi_sentence *s = rs->text->sentences;
    uint32_t at = zgi_rs_sentence(rs->text, rs->in->orgs->items[org].at.begin);
    return s[at].line == s[d->sentence].line;
}

/* Titles of one sort of unit (董事长, 校长) go back to the nearest such unit; the head of a court to the
 * one that the document is about, if it is about one. */
void zgi_rs_head_unit(zgi_rs *rs, uint32_t i)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    uint32_t kinds = zgi_rs_kinds(cell(rs, head_row(rs, d), "kinds")), at = ZGI_NONE;
    bool court = (kinds & (ZGI_K_COURT | ZGI_K_PROCURATORATE)) != 0;
    bool far = (kinds & (ZGI_K_COMPANY | ZGI_K_MILITARY)) != 0; /* few others stand beside them */
    const char *ending = cell(rs, head_row(rs, d), "ending");
    const zgi_full *unit = court ? zgi_rs_subject(rs, kinds, true) : NULL;
    if (unit == NULL && kinds != 0)
        at = zgi_rs_antecedent(rs, d->title.begin, kinds, ending);
    if (at != ZGI_NONE && ending[0] != 0 &&
        (!zgi_rs_tail_of(rs, rs->fulls[at].text, ending) || (!far && !in_line(rs, at, d))))
        return; /* 连长 is of no 军区 */
    if (at != ZGI_NONE && (!court || rs->fulls[at].headed || rs->fulls[at].where != NULL))
        unit = &rs->fulls[at];
    if (unit == NULL)
        return;
    rs->draft_full[i] = *unit;
    rs->draft_full[i].doubtful = true;
}

/* 「市乒协换届，何远当选主席」: elected in a document of one association. */
void zgi_rs_head_elected(zgi_rs *rs, uint32_t i)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    const zgi_full *unit = d->event_type == ZGI_EV_ELECT && (d->title_bits & ZGI_K_ASSOCIATION) != 0
                               ? zgi_rs_subject(rs, ZGI_K_ASSOCIATION, true)
                               : NULL;
    if (unit == NULL)
        return;
    rs->draft_full[i] = *unit;
    rs->draft_full[i].doubtful = true;
}
