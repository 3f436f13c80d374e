/* The parent of units that stand beside each other in a list.
 *
 * 「党委宣传部研究室副主任，城市文明创建处处长」: 研究室 and 处 are units of one size, so that the second belongs to
 * 党委宣传部; 「市公安局副局长、办公室主任」: 办公室 is smaller, it belongs to 市公安局. The parent is the longest
 * organisation of the document that the first begins with, else its longest head in the lexicon.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

/* Size of a unit by its ending: table `words`, set `unit`; 0 when it is no unit. */
static char size_of(const zgi_rs *rs, zgi_span at)
{
    uint32_t begin = 0, row = zgi_rs_set_end(rs, ZGI_SET_UNIT, at, &begin);
    return row == ZGI_NONE ? 0 : zgi_table_cell(&rs->know->words, row, 2)[0];
}

/* The longest organisation among the document's first ones that `of` begins with. */
static uint32_t in_document(const zgi_rs *rs, const char *of)
{
    enum { FIRST = 256 };
    uint32_t best = ZGI_NONE;
    size_t best_len = 0, whole = strlen(of);
    for (uint32_t i = 0; i < rs->fulls_ready && i < FIRST; i++) {
        const char *text = rs->fulls[i].text;
        size_t n = text == NULL || rs->fulls[i].open ? 0 : strlen(text);
        if (n > best_len && n < whole && memcmp(text, of, n) == 0) {
            best = i;
            best_len = n;
        }
    }
    return best;
}

/* An organisation of its own: not one that needs a parent. */
static bool whole_organisation(const zgi_dict_view *dict, uint32_t value, uint32_t *kinds)
{
    for (const zgi_sense *s = dict->senses + value - 1;; s++) {
        if (s->cls == ZGI_C_ORG ||
            (s->cls == ZGI_C_ORGAN && (s->bits & (uint32_t)ZGI_F_PARTIAL) == 0)) {
            *kinds = s->bits & ZGI_K_ALL;
            return true;
        }
        if (s->last)
            return false;
    }
}

/* Where the longest lexicon organisation at the head of `at` ends, with or after its place. */
static uint32_t head_in_lexicon(const zgi_rs *rs, zgi_span at, const zgi_site *site,
                                uint32_t *kinds)
{
    uint32_t best = 0, begins[3] = {at.begin, at.begin, at.begin};
    if (site != NULL && site->at.end < at.end) {
        begins[1] = site->at.end;
        begins[2] = site->at.end - 1; /* 福建省 | 财政厅: the lexicon has 省财政厅 */
    }
    for (size_t k = 0; k < 3; k++) {
        uint32_t state = ZGI_TRIE_ROOT;
        for (uint32_t i = begins[k]; i < at.end && state != 0; i++) {
            state = zgi_trie_step(rs->dict, state, rs->text->code[i]);
            if (state != 0 && zgi_trie_value(rs->dict, state) != 0 && i + 1 > best &&
                whole_organisation(rs->dict, zgi_trie_value(rs->dict, state), kinds))
                best = i + 1;
        }
    }
    return best;
}

/* 北钢集团公司党政办公室: a firm's or school's own word stands inside, with a name before it (北钢, not
 * 证券公司, that names none). Gives where its name ends, 0 when none, and its kinds. */
static uint32_t firm_inside(zgi_rs *rs, zgi_span at, uint32_t *kinds)
{
    uint32_t next = 0;
    for (uint32_t i = at.begin + 2; i + 2 < at.end; i++) {
        uint32_t row = zgi_rs_set_at(rs, ZGI_SET_FIRM, i, at.end, &next);
        if (row == ZGI_NONE)
            continue;
        *kinds = zgi_rs_kinds(zgi_table_cell(&rs->know->words, row, 2));
        zgi_rs_set_at(rs, ZGI_SET_COMPANY, next, at.end, &next); /* 北钢集团 | 股份有限公司 */
        const char *name = zgi_rs_source(rs, (zgi_span){at.begin, next});
        if (name != NULL && next < at.end &&
            zgi_table_seek(&rs->know->no_names, name) == ZGI_TABLE_NONE)
            return next;
        i = next - 1;
    }
    return 0;
}

/* Fill `headed` and `top` of an organisation as written. False: memory is out. */
bool zgi_rs_org_head(zgi_rs *rs, zgi_span at, zgi_full *out)
{
    const zgi_site *site = zgi_rs_site_at(rs, at.begin);
    uint32_t end = head_in_lexicon(rs, at, site, &out->top_kinds);
    if (end == 0)
        end = firm_inside(rs, at, &out->top_kinds);
    out->headed = end != 0 || site != NULL;
    if (end != 0 && end < at.end)
        out->top = zgi_rs_source(rs, (zgi_span){at.begin, end});
    return end == 0 || end == at.end || out->top != NULL;
}

/* Cut down to the organisation that it begins with, when that is known. */
void zgi_rs_org_top(zgi_full *full)
{
    if (full->top == NULL)
        return;
    full->text = full->top;
    full->kinds = full->top_kinds;
}

/* `parent` holds what the title before is of (written at `at`); it becomes what `unit` is under. */
void zgi_rs_org_stem(const zgi_rs *rs, zgi_span at, zgi_span unit, zgi_full *parent)
{
    enum { PROPER = 5 }; /* characters: a unit with a name of its own, 保险公司清算办公室 */
    char size = zgi_rs_none(at) ? 0 : size_of(rs, at), own = size_of(rs, unit);
    if (zgi_rs_word(rs->text, unit.begin, unit.end, "党委", NULL)) { /* of the whole body */
        zgi_rs_org_top(parent);
        return;
    }
    if (size == 0 || own == 0 || (size > own && zgi_span_len(unit) < PROPER))
        return; /* the one before is larger: it is the parent */
    uint32_t i = in_document(rs, parent->text);
    if (i != ZGI_NONE)
        *parent = rs->fulls[i];
    else
        zgi_rs_org_top(parent);
}
