/* The body that the document is about, and the bodies that a unit can belong to.
 *
 * 心内科 belongs to a hospital, 立案庭 to a court: table `hosts`. A document in which 宁河大学 stands in
 * the heading and 宁河大学党委 below is the university's: 我校 is that one, and so is 农学院 there.
 * Takes the organisations completed so far; what is asked once is kept.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

/* Bodies with units of their own. */
#define HOSTS                                                                                      \
    (ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL | ZGI_K_INSTITUTE | ZGI_K_COURT |               \
     ZGI_K_PROCURATORATE | ZGI_K_ASSOCIATION)

/* Kinds of the bodies that have such a unit; 0 where any may have it. */
uint32_t zgi_rs_host_kinds(const zgi_rs *rs, zgi_span unit)
{
    const zgi_table *t = &rs->know->hosts;
    uint32_t begin = 0, row = zgi_rs_set_end(rs, ZGI_SET_HOSTS, unit, &begin);
    return row == ZGI_NONE ? 0 : zgi_rs_kinds(zgi_table_cell(t, row, zgi_table_column(t, "kinds")));
}

static uint32_t hash_of(const char *s)
{
    uint32_t h = 2166136261u;
    for (; *s != 0; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

/* The body that organisation `i` is or begins with; false when that is none. */
static bool body_of(const zgi_rs *rs, uint32_t i, zgi_full *body)
{
    *body = rs->fulls[i];
    if (body->text == NULL || body->open || body->ref)
        return false;
    zgi_rs_org_top(body);
    return (body->kinds & HOSTS) != 0 && (body->kinds & ZGI_K_DEPARTMENT) == 0 &&
           zgi_table_seek(&rs->know->no_names, body->text) == ZGI_TABLE_NONE;
}

/* 「江城学院来我院访问」: beside 我院 stands somebody else. */
static bool is_guest(const zgi_rs *rs, uint32_t at)
{
    enum { NEAR = 64 };
    zgi_span s = rs->text->sentences[zgi_rs_sentence(rs->text, at)].at;
    uint32_t next = 0, end = at + NEAR < s.end ? at + NEAR : s.end;
    for (uint32_t i = at > s.begin + NEAR ? at - NEAR : s.begin; i + 1 < end; i++)
        if (rs->text->ch[i] == 0x6211 &&
            zgi_rs_set_at(rs, ZGI_SET_REFS, i + 1, s.end, &next) != ZGI_NONE)
            return true;
    return false;
}

/* In the heading, or at the head of a signature: 「（宁河大学宣传处 何远）」. */
static bool is_marked(const zgi_rs *rs, uint32_t at)
{
    enum { SIGNATURE = 40 };
    uint32_t k = zgi_rs_sentence(rs->text, at);
    zgi_span s = rs->text->sentences[k].at;
    bool last = k + 1 == rs->text->sentence_count && zgi_span_len(s) <= SIGNATURE &&
                rs->text->ch[s.end - 1] != 0x3002; /* 。 */
    return rs->text->sentence_count > 2 && (k == 0 || (last && at <= s.begin + 2));
}

static bool make_subjects(zgi_rs *rs)
{
    enum { FIRST = 256, MARKED = 4 }; /* organisations looked at; weight of heading and signature */
    uint32_t n = rs->in->orgs->count < FIRST ? rs->in->orgs->count : FIRST;
    rs->subjects = zgi_arena_zalloc(rs->arena, (size_t)n + 1, sizeof *rs->subjects);
    if (rs->subjects == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        zgi_full body;
        if (!body_of(rs, i, &body) || is_guest(rs, rs->in->orgs->items[i].at.begin))
            continue;
        uint32_t hash = hash_of(body.text), k = 0;
        while (k < rs->subject_count &&
               (rs->subjects[k].hash != hash || strcmp(rs->subjects[k].full.text, body.text) != 0))
            k++;
        if (k == rs->subject_count) {
            rs->subjects[k].full = body;
            rs->subjects[k].hash = hash;
            rs->subject_count++;
        }
        rs->subjects[k].score += is_marked(rs, rs->in->orgs->items[i].at.begin) ? MARKED : 1;
    }
    return true;
}

/* The body of one of the kinds that the document names most; `clear`: more than twice as often as
 * any other. NULL: none. */
const zgi_full *zgi_rs_subject(zgi_rs *rs, uint32_t kinds, bool clear)
{
    enum { ENOUGH = 3 };
    const zgi_subject *best = NULL;
    uint32_t second = 0;
    if (rs->fulls_ready < rs->in->orgs->count || (rs->subjects == NULL && !make_subjects(rs)))
        return NULL;
    for (uint32_t k = 0; k < rs->subject_count; k++) {
        const zgi_subject *s = &rs->subjects[k];
        if ((s->full.kinds & kinds) == 0)
            continue;
        if (best == NULL || s->score > best->score) {
            second = best == NULL ? 0 : best->score;
            best = s;
        } else if (s->score > second) {
            second = s->score;
        }
    }
    if (best == NULL || best->score < ENOUGH || (clear && best->score <= 2 * second))
        return NULL;
    return &best->full;
}

/* The words that the document writes behind 我, by their first character: 我院 → 院. */
static void note_own(zgi_rs *rs)
{
    const zgi_text *t = rs->text;
    uint32_t next = 0;
    rs->own_known = true;
    for (uint32_t i = 0; i + 1 < t->n && rs->own_count < ZGI_RS_OWN; i++)
        if (t->ch[i] == 0x6211 &&
            zgi_rs_set_at(rs, ZGI_SET_REFS, i + 1, t->n, &next) != ZGI_TABLE_NONE)
            rs->own[rs->own_count++] = t->ch[i + 1];
}

/* 本公司, 我校: whose paper this is; 院党委 where the document says 我院, too. */
bool zgi_rs_own(zgi_rs *rs, zgi_span at)
{
    uint16_t c = rs->text->ch[at.begin];
    if (c == 0x672c || c == 0x6211) /* 本 我 */
        return true;
    if (!rs->own_known)
        note_own(rs);
    for (uint32_t i = 0; i < rs->own_count; i++)
        if (rs->own[i] == c)
            return true;
    return false;
}

/* The organisation that the reference at `at` means, of one of the kinds; NULL: not found. */
const zgi_full *zgi_rs_meant(zgi_rs *rs, zgi_span at, uint32_t kinds, const char *ending)
{
    if (zgi_rs_own(rs, at)) {
        const zgi_full *subject = zgi_rs_subject(rs, kinds, false);
        if (subject != NULL && (subject->kinds & ZGI_K_COMPANY) != 0 &&
            zgi_rs_registered(rs, subject->text) != NULL)
            return zgi_rs_registered(rs, subject->text);
        bool club = (kinds & ZGI_K_ASSOCIATION) != 0; /* 我俱乐部 is no 足协 */
        if (subject != NULL ? !club || zgi_rs_tail_of(rs, subject->text, ending)
                            : kinds == ZGI_K_COMPANY)
            return subject;
    }
    const zgi_full *firm = kinds == ZGI_K_COMPANY ? zgi_rs_announcer(rs, at.begin) : NULL;
    if (firm != NULL)
        return firm;
    uint32_t i = zgi_rs_antecedent(rs, at.begin, kinds, ending);
    if (i == ZGI_NONE && kinds == ZGI_K_COMPANY &&
        !zgi_rs_word(rs->text, at.begin, at.end, "公司", NULL))
        return zgi_rs_coined(rs, at);
    bool army = kinds == ZGI_K_MILITARY; /* 团政委 is of no 军区 */
    return i == ZGI_NONE || (army && !zgi_rs_tail_of(rs, rs->fulls[i].text, ending))
               ? NULL
               : &rs->fulls[i];
}
