/* The person's own data beside a name: 姓名，男，汉族，1965年8月生，湖北公安人.
 *
 * Takes each mention and reads the pieces between commas after it, as long as they look like a
 * profile; gives gender, ethnicity, birth, native place. The first that says something wins.
 */
#include "resolve/resolve_time.h"

enum { PIECES = 10, REACH = 120, PLACE_MAX = 14 };

static bool mark(uint16_t c)
{
    return c == ',' || c == 0x3001 || c == '(' || c == ')' || c == ';'; /* 、 */
}

/* 1965年8月生, 1968年1月出生, 出生于1979年11月, 生于1970年. */
static bool birth(zgi_rs *rs, zgi_span piece, zgi_person *p)
{
    const zgi_text *t = rs->text;
    zgi_date d;
    uint32_t at = piece.begin, next = 0;
    bool lead = zgi_rs_word(t, at, piece.end, "出生于", &next) ||
                zgi_rs_word(t, at, piece.end, "生于", &next);
    at = lead ? next : at;
    if (!zgi_rs_date_at(t, &at, piece.end, &d) || d.year < 1900)
        return false;
    if (!lead && !zgi_rs_word(t, at, piece.end, "生", NULL) &&
        !zgi_rs_word(t, at, piece.end, "出生", NULL))
        return false;
    if (p->born == NULL)
        p->born = zgi_rs_iso(rs, d);
    return true;
}

/* 湖北公安人; not 法人, 本人, 负责人. */
static bool native(zgi_rs *rs, zgi_span piece, zgi_person *p)
{
    const zgi_text *t = rs->text;
    uint32_t next = piece.begin, from = 0;
    bool lead = zgi_rs_word(t, piece.begin, piece.end, "籍贯", &next) ||
                zgi_rs_word(t, piece.begin, piece.end, "祖籍", &next);
    if (!lead && !zgi_rs_ends(t, piece, "人", NULL))
        return false;
    if (zgi_rs_set_end(rs, ZGI_SET_NOT_NATIVE, piece, &from) != ZGI_NONE)
        return false;
    piece.begin = next;
    piece.end -= zgi_rs_ends(t, piece, "人", NULL) ? 1 : 0;
    if (zgi_span_len(piece) < 2 || zgi_span_len(piece) > PLACE_MAX ||
        (!lead && zgi_rs_site_at(rs, piece.begin) == NULL))
        return false;
    if (p->native_place == NULL)
        p->native_place = zgi_rs_source(rs, piece);
    return true;
}

static bool gender_or_people(zgi_rs *rs, zgi_span piece, zgi_person *p)
{
    const zgi_text *t = rs->text;
    if (zgi_span_len(piece) == 1 &&
        (t->ch[piece.begin] == 0x7537 || t->ch[piece.begin] == 0x5973)) {
        if (p->gender == NULL)
            p->gender = zgi_rs_source(rs, piece);
        return true;
    }
    if (zgi_span_len(piece) <= 6 && zgi_span_len(piece) >= 2 && zgi_rs_ends(t, piece, "族", NULL)) {
        if (p->ethnicity == NULL)
            p->ethnicity = zgi_rs_source(rs, piece);
        return true;
    }
    return false;
}

/* Pieces after one mention. */
static void read_profile(zgi_rs *rs, zgi_span name, zgi_person *p)
{
    const zgi_text *t = rs->text;
    uint32_t at = name.end, end = name.end + REACH < t->n ? name.end + REACH : t->n, misses = 0;
    for (uint32_t pieces = 0; pieces < PIECES && misses < 2 && at < end; pieces++) {
        while (at < end && (mark(t->ch[at]) || zgi_rs_blank(t->ch[at]) || t->ch[at] == ':'))
            at++;
        zgi_span piece = {at, at};
        while (piece.end < end && !mark(t->ch[piece.end]) && !zgi_rs_blank(t->ch[piece.end]) &&
               t->ch[piece.end] != 0x3002) /* 。 */
            piece.end++;
        if (piece.end == piece.begin)
            return;
        bool hit = gender_or_people(rs, piece, p) || birth(rs, piece, p) ||
                   (p->gender || p->born || p->ethnicity ? native(rs, piece, p) : false);
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
    const zgi_people *people = &rs->people;
    for (uint32_t i = 0; i < people->span_count; i++)
        read_profile(rs, people->spans[i], &persons[people->span_person[i]]);
    for (uint32_t i = 0; i < people->count; i++) {
        zgi_person *p = &persons[i];
        p->has_profile = p->gender || p->ethnicity || p->born || p->native_place;
    }
    return ZG_OK;
}
