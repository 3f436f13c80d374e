/* The door of the organisation room: marks become items, items become a class string. */
#include "org/org.h"

#include <string.h>

#include "org/org_marks.h"

static const char letter_of[ZGI_C_COUNT] = {
    [ZGI_C_VERB] = ZGI_I_VERB,
    [ZGI_C_PREP] = ZGI_I_PREP,
    [ZGI_C_CONJ] = ZGI_I_CONJ,
    [ZGI_C_PARTICLE] = ZGI_I_PARTICLE,
    [ZGI_C_PRONOUN] = ZGI_I_PRONOUN,
    [ZGI_C_TIME] = ZGI_I_TIME,
    [ZGI_C_SPEECH] = ZGI_I_SPEECH,
    [ZGI_C_HONOR] = ZGI_I_HONOR,
    [ZGI_C_TITLE] = ZGI_I_TITLE,
    [ZGI_C_RANK] = ZGI_I_RANK,
    [ZGI_C_ROLE] = ZGI_I_ROLE,
    [ZGI_C_BYLINE] = ZGI_I_BYLINE,
    [ZGI_C_GENERIC] = ZGI_I_GENERIC,
    [ZGI_C_BODY] = ZGI_I_BODY,
    [ZGI_C_FORMER] = ZGI_I_FORMER,
    [ZGI_C_NOW] = ZGI_I_NOW,
    [ZGI_C_PROPOSED] = ZGI_I_PROPOSED,
    [ZGI_C_APPOINT] = ZGI_I_APPOINT,
    [ZGI_C_ELECT] = ZGI_I_ELECT,
    [ZGI_C_REMOVE] = ZGI_I_REMOVE,
    [ZGI_C_RESIGN] = ZGI_I_RESIGN,
    [ZGI_C_OFFICE] = ZGI_I_OFFICE,
    [ZGI_C_INVESTIGATE] = ZGI_I_INVESTIGATE,
    [ZGI_C_NAME] = ZGI_I_NAME,
    [ZGI_C_SEP] = ZGI_I_SEP,
    [ZGI_C_COMMA] = ZGI_I_COMMA,
    [ZGI_C_SEMI] = ZGI_I_SEMI,
    [ZGI_C_COLON] = ZGI_I_COLON,
    [ZGI_C_OPEN] = ZGI_I_OPEN,
    [ZGI_C_CLOSE] = ZGI_I_CLOSE,
    [ZGI_C_QOPEN] = ZGI_I_QUOTE,
    [ZGI_C_QCLOSE] = ZGI_I_QUOTE,
    [ZGI_C_SPACE] = ZGI_I_SPACE,
    [ZGI_C_DATE] = ZGI_I_TIME,
    [ZGI_C_DASH] = ZGI_I_DASH,
    [ZGI_C_STOP] = ZGI_I_STOP,
};

/* Words that the grammar names one by one. */
static const struct {
    uint16_t first, second; /* second 0: a word of one character */
    char letter;
} words[] = {
    {0x662f, 0, ZGI_I_BE},           /* 是 */
    {0x4e3a, 0, ZGI_I_BE},           /* 为 */
    {0x7cfb, 0, ZGI_I_BE},           /* 系 */
    {0x83b7, 0, ZGI_I_PREP},         /* 获 */
    {0x6210, 0x4e3a, ZGI_I_APPOINT}, /* 成为 */
    {0x4f5c, 0x4e3a, ZGI_I_AS},      /* 作为 */
    {0x8eab, 0x4e3a, ZGI_I_AS},      /* 身为 */
    {0x7684, 0, ZGI_I_PARTICLE},     /* 的 */
    {0x60a8, 0, ZGI_I_YOU},          /* 您 */
    {0x4f60, 0, ZGI_I_YOU},          /* 你 */
    {0x6211, 0, ZGI_I_YOU},          /* 我 */
    {0x6211, 0x4eec, ZGI_I_YOU},     /* 我们 */
    {0x671f, 0x95f4, ZGI_I_TERM},    /* 期间 */
    {0x4efb, 0x4e0a, ZGI_I_TERM},    /* 任上 */
    {0x4efb, 0x5185, ZGI_I_TERM},    /* 任内 */
    {0x8d1f, 0x8d23, ZGI_I_CHARGE},  /* 负责 */
    {0x5206, 0x7ba1, ZGI_I_CHARGE},  /* 分管 */
    {0x52a0, 0x5165, ZGI_I_JOIN},    /* 加入 */
    {0x8c03, 0x5165, ZGI_I_JOIN},    /* 调入 */
    {0x53d8, 0x66f4, ZGI_I_CHANGE},  /* 变更 */
    {0x66f4, 0x6362, ZGI_I_CHANGE},  /* 更换 */
    {0x52a0, 0x76df, ZGI_I_JOIN},    /* 加盟 */
    {0x5165, 0x804c, ZGI_I_JOIN},    /* 入职 */
    {0x4f9b, 0x804c, ZGI_I_JOIN},    /* 供职 */
    {0x4ee5, 0x6765, ZGI_I_TIME},    /* 以来 */
    {0x65f6, 0, ZGI_I_TIME},         /* 时 */
    {0x540e, 0, ZGI_I_TIME},         /* 后 */
    {0x6709, 0, ZGI_I_HAVE},         /* 有 */
    {0x8fd8, 0x6709, ZGI_I_HAVE},    /* 还有 */
    {0x5305, 0x62ec, ZGI_I_HAVE},    /* 包括 */
};

static char token_letter(const zgi_text *text, const zgi_token *t)
{
    uint32_t n = zgi_tok_len(t);
    uint16_t a = text->ch[t->at.begin], b = n > 1 ? text->ch[t->at.begin + 1] : 0;
    for (size_t k = 0; n <= 2 && k < sizeof words / sizeof words[0]; k++)
        if (words[k].first == a && words[k].second == b)
            return words[k].letter;
    char letter = letter_of[t->cls];
    if (letter == ZGI_I_PARTICLE) /* 了 着 过: no joint of a noun phrase */
        return ZGI_I_WORD;
    return letter ? letter : ZGI_I_WORD;
}

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
                     token_letter(m->text, head),
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

static zg_status make_items(const zgi_marks *m, zgi_arena *arena, zgi_items *out)
{
    for (uint32_t k = 0; k < m->tokens->count;) {
        const zgi_token *t = zgi_tok(m, k);
        zgi_item item = {t->at,  k,     k + 1, t->bits, ZGI_NONE, {0, 0}, token_letter(m->text, t),
                         t->sub, false, false};
        if (m->org_of[k] != ZGI_NONE) {
            item = org_item(m, m->org_of[k]);
            char joint = zgi_tok_char(m, k) == 0x4efb ? ZGI_I_APPOINT : ZGI_I_PREP;
            zgi_item verb = {
                {t->at.begin, item.at.begin}, k, k, 0, ZGI_NONE, {0, 0}, joint, 0, false, false};
            if (item.first == k && item.at.begin > t->at.begin && !push(arena, out, verb)) /* 任 */
                return ZG_E_MEMORY;
        } else if (m->title_of[k] != ZGI_NONE &&
                   is_address(m, m->titles.items[m->title_of[k]].last))
            item.letter = ZGI_I_WORD;
        else if (m->title_of[k] != ZGI_NONE)
            item = title_item(m, &m->titles.items[m->title_of[k]]);
        else if (t->cls == ZGI_C_NAME && zgi_org_no_name(m->text, t->at))
            item.letter = ZGI_I_WORD;
        else if (is_before(m, k))
            item.letter = ZGI_I_FORMER;
        else if (zgi_org_filler(m, k, &item.last) != 0) {
            item.letter = zgi_org_filler(m, k, &item.last);
            item.at.end = zgi_tok(m, item.last - 1)->at.end;
        }
        if (has_aspect(m, item.letter, item.last)) { /* 担任过, 任了 */
            if (item.letter == ZGI_I_APPOINT && zgi_tok_char(m, item.last) == 0x8fc7)
                item.letter = ZGI_I_FORMER;
            item.at.end = zgi_tok(m, item.last)->at.end;
            item.last++;
        }
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

zg_status zgi_org_run(const zgi_dict_view *dict, const zgi_text *text, const zgi_tokens *tokens,
                      zgi_arena *arena, zgi_items *out)
{
    zgi_marks m = {dict, text, tokens, arena, NULL, NULL, {NULL, 0, 0}, {NULL, 0, 0}};
    size_t bytes = (size_t)tokens->count * sizeof *m.title_of;
    memset(out, 0, sizeof *out);
    m.title_of = zgi_arena_alloc(arena, bytes + 1);
    m.org_of = zgi_arena_alloc(arena, bytes + 1);
    if (m.title_of == NULL || m.org_of == NULL)
        return ZG_E_MEMORY;
    memset(m.title_of, 0xff, bytes);
    memset(m.org_of, 0xff, bytes);
    zg_status status = zgi_org_mark_titles(&m);
    if (status == ZG_OK)
        status = zgi_org_mark_orgs(&m);
    if (status == ZG_OK)
        status = make_items(&m, arena, out);
    if (status == ZG_OK)
        status = keep_orgs(&m, arena, out);
    return status == ZG_OK ? spell(arena, out) : status;
}
