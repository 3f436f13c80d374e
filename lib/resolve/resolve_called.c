/* What a division is called in an answer: as the document writes it, else its official name.
 *
 * 「連江縣長」 → 連江縣, 「連江 … 縣府」 → 連江縣, never 连江县 in a text of traditional characters; 黔西南州 where the
 * document writes that. Takes the spans that the votes have noted; gives names and codes.
 */
#include "resolve/resolve_inner.h"

/* 連江 in a text that writes 縣 → 連江縣: the short name as written and the level as the text writes
 * it, where they make the official name. NULL: they do not, or memory is out. */
static const char *brief_name(zgi_rs *rs, const zgi_node *n)
{
    enum { FIRST = 4096 }; /* characters in which the level is looked for */
    const zgi_text *t = rs->text;
    const zgi_place *p = &rs->dict->places[n->place];
    uint32_t level = 0, next = n->brief.begin, bytes = 0;
    const char *name = rs->dict->strings + p->name;
    while (next < n->brief.end && zgi_rs_char_at(name, &bytes) == t->ch[next]) {
        name += bytes;
        next++;
    }
    if (next != n->brief.end || zgi_rs_char_at(name, &bytes) != p->type || name[bytes] != 0)
        return NULL;
    uint32_t end = t->n < FIRST ? t->n : FIRST;
    while (level < end && t->ch[level] != p->type)
        level++;
    if (level == end)
        return NULL;
    const char *brief = zgi_rs_source(rs, n->brief);
    const char *type = zgi_rs_source(rs, (zgi_span){level, level + 1});
    return brief == NULL || type == NULL ? NULL : zgi_rs_join(rs, brief, type);
}

/* As the document writes it when it writes the whole name, else the official name. */
const char *zgi_rs_place_name(zgi_rs *rs, uint32_t place)
{
    uint32_t at = zgi_map_get(&rs->node_of, place);
    zgi_slot slot = zgi_rs_slot_of(rs->dict, place);
    const char *official = rs->dict->strings + rs->dict->places[place].name;
    if (at == ZGI_NONE)
        return official;
    zgi_node *n = &rs->nodes[at];
    if (n->name == NULL && !zgi_rs_none(n->full))
        n->name = zgi_rs_source(rs, n->full);
    else if (n->name == NULL && !zgi_rs_none(n->brief))
        n->name = slot == ZGI_SLOT_COUNTRY || slot == ZGI_SLOT_SAR ? zgi_rs_source(rs, n->brief)
                                                                   : brief_name(rs, n);
    if (n->name == NULL)
        n->name = official;
    return n->name;
}

const char *zgi_rs_place_code(zgi_rs *rs, uint32_t place)
{
    uint32_t code = place == ZGI_NONE ? 0 : rs->dict->places[place].code;
    char digits[10];
    uint32_t n = 0;
    if (code == 0)
        return NULL;
    for (; code != 0; code /= 10)
        digits[9 - ++n] = (char)('0' + code % 10);
    return zgi_arena_strndup(rs->arena, digits + 9 - n, n);
}
