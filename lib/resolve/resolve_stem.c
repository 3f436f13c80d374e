/* The parent of units that stand beside each other in a list.
 *
 * 「党委宣传部研究室副主任，城市文明创建处处长」: 研究室 and 处 are units of one size, so that the second belongs to
 * 党委宣传部; 「市公安局副局长、办公室主任」: 办公室 is smaller, it belongs to 市公安局. The parent is the longest
 * organisation of the document that the first begins with, else its longest head in the lexicon.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

/* Size of a unit by its last character: table `words`, set `unit`; 0 when it is no unit. */
static char size_of(const zgi_rs *rs, zgi_span at)
{
    uint32_t next = 0, row = ZGI_NONE;
    if (at.end == at.begin)
        return 0;
    row = zgi_rs_set_at(rs, ZGI_SET_UNIT, at.end - 1, at.end, &next);
    return row == ZGI_NONE ? 0 : zgi_table_cell(&rs->words, row, 2)[0];
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

/* Where the longest lexicon organisation at the head of `at` ends, after its place; 0 when none. */
static uint32_t head_in_lexicon(const zgi_rs *rs, zgi_span at, uint32_t *kinds)
{
    const zgi_site *site = zgi_rs_site_at(rs, at.begin);
    uint32_t best = 0, begins[2] = {at.begin, at.begin};
    if (site != NULL && site->at.end < at.end)
        begins[1] = site->at.end;
    for (size_t k = 0; k < 2; k++) {
        uint32_t state = ZGI_TRIE_ROOT;
        for (uint32_t i = begins[k]; i + 1 < at.end && state != 0; i++) {
            state = zgi_trie_step(rs->dict, state, rs->text->code[i]);
            if (state == 0 || rs->dict->value[state] == 0 || i + 1 <= best)
                continue;
            const zgi_sense *s = rs->dict->senses + rs->dict->value[state] - 1;
            for (;; s++) {
                if (s->cls == ZGI_C_ORG || s->cls == ZGI_C_ORGAN) {
                    best = i + 1;
                    *kinds = s->bits & ZGI_K_ALL;
                }
                if (s->last)
                    break;
            }
        }
    }
    return best;
}

/* Cut `full`, written at `at`, down to the organisation of the lexicon that it begins with. */
bool zgi_rs_org_root(zgi_rs *rs, zgi_span at, zgi_full *full)
{
    uint32_t kinds = 0, end = head_in_lexicon(rs, at, &kinds);
    if (end == 0)
        return true;
    const char *rest = zgi_rs_source(rs, (zgi_span){end, at.end});
    if (rest == NULL || !zgi_rs_tail(full->text, rest))
        return rest != NULL;
    full->text = zgi_arena_strndup(rs->arena, full->text, strlen(full->text) - strlen(rest));
    full->kinds = kinds;
    return full->text != NULL;
}

/* `parent` holds what the title before is of (written at `at`); it becomes what `unit` is under. */
bool zgi_rs_org_stem(zgi_rs *rs, zgi_span at, zgi_span unit, zgi_full *parent)
{
    char size = zgi_rs_none(at) ? 0 : size_of(rs, at), own = size_of(rs, unit);
    if (zgi_rs_none(at))
        return true;
    if (zgi_rs_word(rs->text, unit.begin, unit.end, "党委", NULL)) /* of the whole body */
        return zgi_rs_org_root(rs, at, parent);
    if (size == 0 || own == 0 || size > own) /* the one before is larger: it is the parent */
        return true;
    uint32_t i = in_document(rs, parent->text);
    if (i == ZGI_NONE)
        return zgi_rs_org_root(rs, at, parent);
    *parent = rs->fulls[i];
    return true;
}
