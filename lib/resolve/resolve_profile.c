/* The person's own data beside a name: 姓名，男，汉族，1965年8月生，湖北公安人.
 *
 * Takes each mention and reads the pieces between marks after it, as long as they look like a
 * profile (男; 性别：男; 1965年8月出生; 籍贯湖北公安), up to the next person; gives gender, ethnicity,
 * birth, native place. The first that says something wins. Where somebody was born (生于四川绵阳) is
 * not where the family is from, and is not given.
 */
#include "resolve/resolve_time.h"

#include <string.h>

enum { PIECES = 12, REACH = 160, PLACE_MAX = 24 };

static bool mark(uint16_t c)
{
    return c == ',' || c == 0x3001 || c == '(' || c == ')' || c == ';' || c == ':' || c == '|' ||
           zgi_rs_blank(c); /* 、 */
}

/* 1965年8月生, 1968年1月出生, 出生于1979年11月, 生于1970年; with a label in front the date is enough. */
static bool birth(zgi_rs *rs, zgi_span piece, bool labelled, zgi_person *p)
{
    const zgi_text *t = rs->text;
    zgi_date d;
    uint32_t at = piece.begin, next = 0;
    bool lead = zgi_rs_word(t, at, piece.end, "出生于", &next) ||
                zgi_rs_word(t, at, piece.end, "生于", &next);
    at = lead ? next : at;
    if (!zgi_rs_date_at(t, &at, piece.end, &d))
        return false;
    next = at;
    bool born =
        zgi_rs_word(t, at, piece.end, "出生", &next) || zgi_rs_word(t, at, piece.end, "生", &next);
    if (born && next < piece.end && t->ch[next] != 0x4e8e && t->ch[next] != 0x5728 &&
        t->ch[next] != 0x4eba) /* 生于, 生在, 生人; not 生下一女 */
        return false;
    if (!lead && !labelled && !born)
        return false;
    if (p->born == NULL)
        p->born = zgi_rs_iso(rs, d);
    return true;
}

/* 湖北公安人, 系湖北公安人; not 法人, 本人, 负责人. `known`: something else was read before, so that the
 * place need not be all of the piece. */
static bool native(zgi_rs *rs, zgi_span piece, bool labelled, bool known, zgi_person *p)
{
    const zgi_text *t = rs->text;
    uint32_t from = 0;
    bool human = zgi_rs_ends(t, piece, "人", NULL);
    if (!labelled && (!human || zgi_rs_set_end(rs, ZGI_SET_NOT_NATIVE, piece, &from) != ZGI_NONE))
        return false;
    piece.begin += t->ch[piece.begin] == 0x7cfb || t->ch[piece.begin] == 0x4e3a; /* 系 为 */
    piece.end -= human ? 1 : 0;
    if (piece.end < piece.begin + 2 || zgi_span_len(piece) > PLACE_MAX)
        return false;
    const zgi_site *site = zgi_rs_site_at(rs, piece.begin);
    if (!labelled && (site == NULL || (!known && site->at.end != piece.end)))
        return false;
    if (p->native_place == NULL)
        p->native_place = zgi_rs_source(rs, piece);
    return true;
}

static bool gender(zgi_rs *rs, zgi_span piece, zgi_person *p)
{
    const uint16_t *c = rs->text->ch + piece.begin;
    bool known = *c == 0x7537 || *c == 0x5973; /* 男 女 */
    if (!known || (zgi_span_len(piece) != 1 && !(zgi_span_len(piece) == 2 && c[1] == 0x6027)))
        return false; /* 男, 男性 */
    if (p->gender == NULL)
        p->gender = zgi_rs_source(rs, (zgi_span){piece.begin, piece.begin + 1});
    return true;
}

/* 汉族 as written; 汉 alone only behind a label or something else of a profile. */
static bool people(zgi_rs *rs, zgi_span piece, bool known, zgi_person *p)
{
    uint32_t next = 0, row = zgi_rs_set_at(rs, ZGI_SET_PEOPLE, piece.begin, piece.end, &next);
    if (row == ZGI_NONE || next != piece.end)
        return false;
    const char *whole = zgi_table_cell(&rs->know->words, row, 2);
    bool brief = whole[0] != 0;
    if (brief && !known)
        return false;
    if (p->ethnicity == NULL)
        p->ethnicity = brief ? whole : zgi_rs_source(rs, piece);
    return true;
}

static bool read_piece(zgi_rs *rs, zgi_span piece, const char *label, zgi_person *p)
{
    bool known = p->gender || p->born || p->ethnicity;
    if (label == NULL)
        return gender(rs, piece, p) || people(rs, piece, known, p) || birth(rs, piece, false, p) ||
               native(rs, piece, false, known, p);
    switch (label[0]) {
    case 'g':
        return gender(rs, piece, p);
    case 'e':
        return people(rs, piece, true, p);
    case 'b':
        return birth(rs, piece, true, p);
    case 'n':
        return native(rs, piece, true, true, p);
    default:
        return true; /* 曾用名：… and what else stands between: passed over */
    }
}

/* Does somebody else's name stand in the piece? */
static bool names_other(const zgi_rs *rs, uint32_t who, uint32_t span, zgi_span piece)
{
    const zgi_people *all = &rs->people;
    for (uint32_t i = span + 1; i < all->span_count && all->spans[i].begin < piece.end; i++)
        if (all->spans[i].begin >= piece.begin && all->span_person[i] != who)
            return true;
    return false;
}

static zgi_span piece_at(const zgi_text *t, uint32_t at, uint32_t end)
{
    while (at < end && mark(t->ch[at]))
        at++;
    zgi_span piece = {at, at};
    while (piece.end < end && !mark(t->ch[piece.end]) && t->ch[piece.end] != 0x3002) /* 。 */
        piece.end++;
    return piece;
}

/* A label at the head of the piece (性别：男, 籍贯湖北公安): its row's value; steps over it. */
static const char *label_of(const zgi_rs *rs, zgi_span *piece, uint32_t end)
{
    uint32_t next = 0, row = zgi_rs_set_at(rs, ZGI_SET_PROFILE, piece->begin, piece->end, &next);
    if (row == ZGI_NONE)
        return NULL;
    bool alone = next == piece->end;
    *piece = alone ? piece_at(rs->text, next, end) : (zgi_span){next, piece->end};
    return zgi_table_cell(&rs->know->words, row, 2);
}

/* Pieces after one mention. */
static void read_profile(zgi_rs *rs, uint32_t span, zgi_person *p)
{
    const zgi_text *t = rs->text;
    uint32_t who = rs->people.span_person[span], at = rs->people.spans[span].end;
    uint32_t end = at + REACH < t->n ? at + REACH : t->n, misses = 0, next = at;
    if (zgi_rs_set_at(rs, ZGI_SET_HONOUR, at, end, &next) != ZGI_NONE)
        at = next; /* 江晓岚同志，女，… */
    for (uint32_t pieces = 0; pieces < PIECES && misses < 2 && at < end; pieces++) {
        zgi_span piece = piece_at(t, at, end);
        const char *label = label_of(rs, &piece, end);
        if (piece.end == piece.begin)
            return;
        bool skip = label != NULL && strcmp(label, "skip") == 0;
        if (!skip && names_other(rs, who, span, piece))
            return;
        bool hit = read_piece(rs, piece, label, p);
        if (pieces == 0 && !hit)
            return; /* what follows the name is no profile */
        misses = hit ? 0 : misses + 1;
        at = piece.end;
        if (at < end && t->ch[at] == 0x3002)
            return;
    }
}

zg_status zgi_rs_profiles(zgi_rs *rs, zgi_person *persons)
{
    const zgi_people *people_of = &rs->people;
    for (uint32_t i = 0; i < people_of->span_count; i++)
        read_profile(rs, i, &persons[people_of->span_person[i]]);
    for (uint32_t i = 0; i < people_of->count; i++) {
        zgi_person *p = &persons[i];
        p->has_profile = p->gender || p->ethnicity || p->born || p->native_place;
    }
    return ZG_OK;
}
