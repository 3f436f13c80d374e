/* The door of the organisation room: marks become items, items become a class string. */
#include "org/org.h"

#include <string.h>

#include "org/org_marks.h"

bool zgi_org_no_name(const zgi_text *text, zgi_span name)
{
    static const uint16_t address[][2] = {
        {0x5148, 0x751f}, {0x5973, 0x58eb}, {0x5c0f, 0x59d0}, /* 先生 女士 小姐 */
        {0x8001, 0x5e08}, {0x592a, 0x592a}, {0x5e08, 0x5085}, /* 老师 太太 师傅 */
        {0x963f, 0x59e8}, {0x5927, 0x59d0}, {0x5927, 0x54e5}, /* 阿姨 大姐 大哥 */
        {0x5927, 0x7237}, {0x5927, 0x5988}, {0x5976, 0x5976}, /* 大爷 大妈 奶奶 */
        {0x4e3b, 0x4efb}, {0x4e66, 0x8bb0}, {0x5c40, 0x957f}, /* 主任 书记 局长 */
        {0x8001, 0x6c49}, {0x8001, 0x4f2f}, {0x5927, 0x5a18}, /* 老汉 老伯 大娘 */
    };
    uint16_t c = name.end < text->n ? text->ch[name.end] : 0;
    uint16_t first = text->ch[name.begin];
    if (name.end - name.begin == 2 && (first == 0x8001 || first == 0x5c0f)) /* 老李, 小李 */
        return true;
    if (c == 0x67d0 || c == 0xd7) /* 某 × */
        return true;
    const uint16_t *n = text->ch + name.begin + 1;
    for (size_t k = 0; name.end - name.begin == 3 && k < sizeof address / sizeof address[0]; k++)
        if (n[0] == address[k][0] && n[1] == address[k][1])
            return true;
    return false;
}

static bool push(zgi_arena *arena, zgi_items *out, zgi_item item)
{
    zgi_item *last = out->count ? &out->items[out->count - 1] : NULL;
    if (last && item.letter == ZGI_I_WORD && last->letter == ZGI_I_WORD) {
        last->at.end = item.at.end;
        last->last = item.last;
        return true;
    }
    return ZGI_PUSH(arena, out, item);
}

static bool title_acts(const zgi_marks *m, const zgi_title *t)
{
    for (uint32_t k = t->first; k < t->last; k++)
        if (zgi_tok(m, k)->bits & (uint32_t)ZGI_F_ACTING)
            return true;
    return false;
}

/* Which organisations have the title's body word: 办事处副主任 is of a place, whatever 主任 is of. */
static uint32_t body_kinds(const zgi_marks *m, const zgi_title *t)
{
    for (uint32_t k = t->first; k < t->head; k++)
        if (zgi_tok(m, k)->cls == ZGI_C_BODY)
            return zgi_tok(m, k)->bits & ZGI_K_ALL;
    return 0;
}

static zgi_item title_item(const zgi_marks *m, const zgi_title *t)
{
    const zgi_token *head = zgi_tok(m, t->head);
    uint32_t body = body_kinds(m, t);
    zgi_item item = {{zgi_tok(m, t->first)->at.begin, head->at.end},
                     t->first,
                     t->last,
                     body ? body | (head->bits & ~(uint32_t)ZGI_K_ALL) : head->bits,
                     ZGI_NONE,
                     head->at,
                     zgi_org_letter(m->text, head),
                     0,
                     title_acts(m, t),
                     body != 0};
    return item;
}

/* An organisation item; when its last character is lent by the title, spans overlap by one. */
static zgi_item org_item(const zgi_marks *m, uint32_t index)
{
    const zgi_org *o = &m->orgs.items[index];
    bool place = o->kinds == ZGI_K_REGION, gone = false;
    for (uint32_t k = o->first; k < o->last; k++)
        gone = gone || zgi_tok(m, k)->cls == ZGI_C_FORMER; /* 某州原林业局 */
    zgi_item item = {
        o->at, o->first, o->last, o->kinds, index, {0, 0}, place ? ZGI_I_PLACE : ZGI_I_ORG,
        0,     gone,     false};
    return item;
}

/* 总统先生, 主席阁下: nobody's post is told. */
static bool is_address(const zgi_marks *m, uint32_t next)
{
    static const uint16_t honors[][2] = {{0x5148, 0x751f}, {0x9601, 0x4e0b}, {0x5973, 0x58eb}};
    if (next >= m->tokens->count || zgi_tok(m, next)->cls != ZGI_C_HONOR)
        return false;
    const uint16_t *c = m->text->ch + zgi_tok(m, next)->at.begin;
    for (size_t k = 0; k < sizeof honors / sizeof honors[0]; k++)
        if (c[0] == honors[k][0] && c[1] == honors[k][1])
            return true;
    return false;
}

/* 过 or 了 after a verb of office belongs to it. */
static bool has_aspect(const zgi_marks *m, char letter, uint32_t next)
{
    bool verb = letter == ZGI_I_APPOINT || letter == ZGI_I_FORMER || letter == ZGI_I_RESIGN ||
                letter == ZGI_I_REMOVE || letter == ZGI_I_ELECT || letter == ZGI_I_JOIN;
    if (!verb || next >= m->tokens->count || zgi_tok(m, next)->cls != ZGI_C_PARTICLE)
        return false;
    uint16_t c = zgi_tok_char(m, next);
    return c == 0x8fc7 || c == 0x4e86;
}

/* 、前 | 男篮队员: the word that elsewhere says where something is. */
static bool is_before(const zgi_marks *m, uint32_t k)
{
    uint32_t next = k + 1;
    if (zgi_tok(m, k)->cls != ZGI_C_LOCAL || zgi_tok_len(zgi_tok(m, k)) != 1 ||
        zgi_tok_char(m, k) != 0x524d || next >= m->tokens->count || /* 前 */
        (m->org_of[next] == ZGI_NONE && m->title_of[next] == ZGI_NONE))
        return false;
    uint8_t before = k > 0 ? zgi_tok(m, k - 1)->cls : ZGI_C_STOP;
    return before == ZGI_C_SEP || before == ZGI_C_COMMA || before == ZGI_C_STOP ||
           before == ZGI_C_SPACE || zgi_ends_org(before);
}

/* 村支书老田（田福堂）: a bracket that says who it is. */
static bool names_in_bracket(const zgi_marks *m, uint32_t k)
{
    return k + 2 < m->tokens->count && zgi_tok(m, k)->cls == ZGI_C_OPEN &&
           zgi_tok(m, k + 1)->cls == ZGI_C_NAME && zgi_tok(m, k + 2)->cls == ZGI_C_CLOSE;
}

/* 队长 | 老黄 | （黄大发）: 老 or 小 and a surname behind a title; where it ends, `k` when it is none. */
static uint32_t nickname_end(const zgi_marks *m, uint32_t k)
{
    uint16_t c = zgi_tok_char(m, k);
    if ((c != 0x8001 && c != 0x5c0f) || k == 0 || m->title_of[k - 1] == ZGI_NONE) /* 老 小 */
        return k;
    uint32_t last = k + (zgi_tok_len(zgi_tok(m, k)) == 1 ? 2 : 1);
    bool two =
        last <= m->tokens->count && zgi_tok(m, last - 1)->at.end - zgi_tok(m, k)->at.begin == 2;
    return two && names_in_bracket(m, last) ? last : k;
}

/* The item that begins at token `k`, when it is part of no organisation. */
static zgi_item lone_item(const zgi_marks *m, uint32_t k, char letter)
{
    const zgi_token *t = zgi_tok(m, k);
    zgi_item item = {t->at, k, k + 1, t->bits, ZGI_NONE, {0, 0}, letter, t->sub, false, false};
    const zgi_title *title = zgi_title_follows(m, k) ? &m->titles.items[m->title_of[k]] : NULL;
    if (title != NULL && is_address(m, title->last))
        item.letter = ZGI_I_WORD;
    else if (title != NULL)
        item = title_item(m, title);
    else if (t->cls == ZGI_C_NAME && zgi_org_no_name(m->text, t->at))
        item.letter = names_in_bracket(m, k + 1) ? ZGI_I_PRONOUN : ZGI_I_WORD;
    else if (is_before(m, k))
        item.letter = ZGI_I_FORMER;
    else if (nickname_end(m, k) > k) {
        item.letter = ZGI_I_PRONOUN;
        item.last = nickname_end(m, k);
        item.at.end = zgi_tok(m, item.last - 1)->at.end;
    } else if ((letter = zgi_org_filler(m, k, &item.last)) != 0) {
        item.letter = letter;
        item.at.end = zgi_tok(m, item.last - 1)->at.end;
    }
    if (has_aspect(m, item.letter, item.last)) { /* 担任过, 任了 */
        if (item.letter == ZGI_I_APPOINT && zgi_tok_char(m, item.last) == 0x8fc7)
            item.letter = ZGI_I_FORMER;
        item.at.end = zgi_tok(m, item.last)->at.end;
        item.last++;
    }
    return item;
}

/* The organisation at token `k`, and before it a verb that was taken for its first character. */
static bool push_org(const zgi_marks *m, uint32_t k, zgi_arena *arena, zgi_items *out)
{
    const zgi_token *t = zgi_tok(m, k);
    zgi_item item = org_item(m, m->org_of[k]);
    char joint = zgi_tok_char(m, k) == 0x4efb ? ZGI_I_APPOINT : ZGI_I_PREP; /* 任 */
    zgi_item verb = {
        {t->at.begin, item.at.begin}, k, k, 0, ZGI_NONE, {0, 0}, joint, 0, false, false};
    if (item.first == k && item.at.begin > t->at.begin && !push(arena, out, verb))
        return false;
    return push(arena, out, item);
}

/* Most tokens are words that nothing names: they only make the run of them longer. */
static bool lengthens_run(const zgi_marks *m, uint32_t k, char letter, const zgi_items *out)
{
    return letter == ZGI_I_WORD && out->count > 0 && m->title_of[k] == ZGI_NONE &&
           out->items[out->count - 1].letter == ZGI_I_WORD && zgi_tok(m, k)->cls != ZGI_C_LOCAL &&
           !zgi_org_may_fill(m, k);
}

/* 总会长 | 拿督斯里 | 某某: an honour between a title and its holder's name says nothing about either. */
static bool is_honour(const zgi_marks *m, uint32_t k)
{
    uint16_t c = zgi_tok_char(m, k);
    return (c == 0x62ff || c == 0x4e39 || c == 0x51c6) && /* 拿督 丹斯里 准拿督 */
           zgi_tok(m, k)->cls == ZGI_C_HONOR && k > 0 && m->title_of[k - 1] != ZGI_NONE &&
           k + 1 < m->tokens->count && zgi_tok(m, k + 1)->cls == ZGI_C_NAME;
}

static zg_status make_items(const zgi_marks *m, zgi_arena *arena, zgi_items *out)
{
    for (uint32_t k = 0; k < m->tokens->count;) {
        if (m->org_of[k] != ZGI_NONE) {
            if (!push_org(m, k, arena, out))
                return ZG_E_MEMORY;
            uint32_t last = out->items[out->count - 1].last;
            k = last > k ? last : k + 1;
            continue;
        }
        if (is_honour(m, k)) {
            k++;
            continue;
        }
        char letter = zgi_org_letter(m->text, zgi_tok(m, k));
        if (lengthens_run(m, k, letter, out)) {
            out->items[out->count - 1].last = k + 1;
            out->items[out->count - 1].at.end = zgi_tok(m, k)->at.end;
            k++;
            continue;
        }
        zgi_item item = lone_item(m, k, letter);
        if (!push(arena, out, item))
            return ZG_E_MEMORY;
        k = item.last > k ? item.last : k + 1;
    }
    return ZG_OK;
}

/* Orgs were found from right to left: turn them round, and the items' indexes with them. */
static zg_status keep_orgs(const zgi_marks *m, zgi_arena *arena, zgi_items *out)
{
    uint32_t n = m->orgs.count;
    out->orgs = zgi_arena_zalloc(arena, n + 1, sizeof *out->orgs);
    if (out->orgs == NULL)
        return ZG_E_MEMORY;
    out->org_count = out->org_cap = n;
    for (uint32_t k = 0; k < n; k++)
        out->orgs[k] = m->orgs.items[n - 1 - k];
    for (uint32_t k = 0; k < out->count; k++)
        if (out->items[k].org != ZGI_NONE)
            out->items[k].org = n - 1 - out->items[k].org;
    return ZG_OK;
}

static zg_status spell(zgi_arena *arena, zgi_items *out)
{
    char *s = zgi_arena_alloc(arena, (size_t)out->count + 1);
    if (s == NULL)
        return ZG_E_MEMORY;
    for (uint32_t k = 0; k < out->count; k++)
        s[k] = out->items[k].letter;
    s[out->count] = '\0';
    out->classes = s;
    return ZG_OK;
}

static uint64_t classes_of(const zgi_tokens *tokens)
{
    uint64_t seen = 0;
    for (uint32_t k = 0; k < tokens->count; k++)
        seen |= ZGI_IN(tokens->items[k].cls);
    return seen;
}

/* No title and no word of office, and no heading either, 任命: or 成为 at the end: whatever items
 * there are, they say nothing of a post, here or in the sentences that follow. */
static bool tells_nothing(const zgi_marks *m)
{
    const uint64_t office = ZGI_IN(ZGI_C_INVESTIGATE + 1) - ZGI_IN(ZGI_C_FORMER);
    if (m->tokens->count == 0 || (m->seen & (ZGI_TITLES | office)) != 0)
        return false;
    const zgi_token *last = zgi_tok(m, m->tokens->count - 1);
    return last->cls != ZGI_C_COLON && zgi_org_letter(m->text, last) != ZGI_I_APPOINT;
}

zg_status zgi_org_run(const zgi_dict_view *dict, const zgi_text *text, const zgi_tokens *tokens,
                      bool whole, zgi_arena *arena, zgi_items *out)
{
    zgi_marks m = {.dict = dict, .text = text, .tokens = tokens, .arena = arena};
    size_t bytes = (size_t)tokens->count * sizeof *m.title_of;
    memset(out, 0, sizeof *out);
    m.seen = classes_of(tokens);
    m.title_of = zgi_arena_alloc(arena, 2 * bytes + 1);
    if (m.title_of == NULL)
        return ZG_E_MEMORY;
    m.org_of = m.title_of + tokens->count;
    memset(m.title_of, 0xff, 2 * bytes);
    zg_status status = zgi_org_mark_titles(&m);
    if (status == ZG_OK)
        status = zgi_org_mark_orgs(&m);
    if (status == ZG_OK && (whole || !tells_nothing(&m)))
        status = make_items(&m, arena, out);
    if (status == ZG_OK)
        status = keep_orgs(&m, arena, out);
    return status == ZG_OK ? spell(arena, out) : status;
}
