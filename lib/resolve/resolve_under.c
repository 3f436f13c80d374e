/* An organisation as written with a title: complete, or part of another that its sentence names.
 *
 * 宣传部 after 市委常委 → 荆州市委宣传部; 设计学院 in a list of 交通大学 → 交通大学设计学院; 「长期在某大学任职，历任学生处
 * 处长」 → 某大学学生处. The parent is looked for in the chain of titles, then among the titles and the
 * organisations before it in the sentence, last in the document; else it stays as written.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

/* The full of what was written at `at` with a title before, when the sentence completed it. */
static const zgi_full *told(const zgi_rs *rs, uint32_t k, zgi_span at)
{
    const zgi_draft *items = rs->in->drafts->items;
    for (uint32_t n = 1; n <= ZGI_RS_CHAIN && n <= k; n++) {
        uint32_t j = rs->draft_order[k - n];
        if (items[j].sentence != items[rs->draft_order[k]].sentence)
            return NULL;
        if (rs->draft_org[j].begin == at.begin && rs->draft_org[j].end == at.end)
            return &rs->draft_full[j];
    }
    return NULL;
}

/* 提名委员会 after 审计委员会, 内政部 after 外交部: units of one sort stand beside each other, so what
 * has no parent of its own is none. 省文明办 is a place's, under no other organ. */
static bool can_nest(const zgi_rs *rs, const zgi_draft *d, const zgi_full *parent,
                     const zgi_full *out)
{
    enum { MINISTRY = ZGI_K_GOVERNMENT | ZGI_K_DEPARTMENT };
    uint32_t part = ZGI_K_DEPARTMENT | (uint32_t)ZGI_F_PARTIAL;
    uint32_t hosts = zgi_rs_host_kinds(rs, d->org);
    if (out->level || (hosts != 0 && ((parent->kinds | parent->top_kinds) & hosts) == 0))
        return false;
    if ((parent->kinds & part) != 0 && !parent->headed && parent->top == NULL &&
        parent->where == NULL)
        return false;
    bool ministries =
        (out->kinds & MINISTRY) == MINISTRY && (parent->kinds & MINISTRY & ZGI_K_GOVERNMENT) != 0;
    return !ministries || !zgi_rs_tail_of(rs, parent->text, "部") ||
           !zgi_rs_ends(rs->text, d->org, "部", NULL);
}

/* Under the organisation that the chain of titles names. */
static bool under_chain(zgi_rs *rs, uint32_t k, const zgi_draft *d, zgi_full *out)
{
    zgi_full parent;
    const zgi_full *before = told(rs, k, d->parent);
    if (before != NULL)
        parent = *before;
    else if (!zgi_rs_org_known(rs, d->parent, 0, &parent))
        return false;
    if (parent.open || !can_nest(rs, d, &parent, out))
        return true;
    zgi_rs_org_stem(rs, d->parent, d->org, &parent);
    return zgi_rs_org_under(rs, d->org, &parent, out);
}

/* Begins with a place or a name of its own, or is an organ: 设计学院 alone is beside 招生处, not above
 * it. */
static bool known(const zgi_full *f)
{
    uint32_t bodies = ZGI_K_SCHOOL | ZGI_K_INSTITUTE | ZGI_K_COMPANY | ZGI_K_ASSOCIATION;
    return f->headed || f->where != NULL || f->top != NULL || (f->kinds & bodies) == 0;
}

/* Under what the title before it in the sentence is of. */
static bool under_previous(zgi_rs *rs, uint32_t k, const zgi_draft *d, zgi_full *out)
{
    const zgi_draft *items = rs->in->drafts->items;
    for (uint32_t n = 1; n <= ZGI_RS_CHAIN && n <= k; n++) {
        uint32_t j = rs->draft_order[k - n];
        if (items[j].sentence != d->sentence)
            return true;
        if (rs->draft_full[j].text == NULL || rs->draft_full[j].open)
            continue;
        zgi_full parent = rs->draft_full[j];
        if (!known(&parent) || !can_nest(rs, d, &parent, out))
            continue;
        zgi_rs_org_stem(rs, rs->draft_org[j], d->org, &parent);
        return zgi_rs_org_under(rs, d->org, &parent, out);
    }
    return true;
}

/* 「办公室设在县应急管理局」: where it has its seat is not whose it is. */
static bool is_seat(const zgi_rs *rs, uint32_t at)
{
    return at >= 2 && rs->text->ch[at - 2] == 0x8bbe && rs->text->ch[at - 1] == 0x5728;
}

/* Under the organisation named last before it in the sentence: 长期在某大学任职，历任…. */
static bool under_sentence(zgi_rs *rs, const zgi_draft *d, zgi_full *out)
{
    uint32_t begin = rs->text->sentences[d->sentence].at.begin;
    for (uint32_t i = zgi_rs_orgs_before(rs, d->org.begin); i-- > 0;) {
        if (rs->in->orgs->items[i].at.begin < begin)
            return true;
        zgi_full parent = rs->fulls[i];
        if (is_seat(rs, rs->in->orgs->items[i].at.begin))
            return true;
        if (parent.open || parent.ref || !parent.headed || (parent.kinds & ZGI_K_MEDIA) != 0 ||
            !can_nest(rs, d, &parent, out))
            continue;
        parent.doubtful = true;
        zgi_rs_org_stem(rs, rs->in->orgs->items[i].at, d->org, &parent);
        return zgi_rs_org_under(rs, d->org, &parent, out);
    }
    return true;
}

/* 心内科 → 某市第一人民医院心内科: the hospital that the document is about, else the last one named. */
static bool under_host(zgi_rs *rs, zgi_span at, zgi_full *out)
{
    uint32_t kinds = zgi_rs_host_kinds(rs, at), i = ZGI_NONE;
    const zgi_full *subject = kinds == 0 ? NULL : zgi_rs_subject(rs, kinds, true);
    if (kinds == ZGI_K_HOSPITAL ? zgi_rs_find(rs->text, at, "院") != ZGI_NONE
                                : kinds == 0 || !out->open)
        return true;
    if (subject == NULL && (kinds & (ZGI_K_HOSPITAL | ZGI_K_COURT | ZGI_K_PROCURATORATE)) != 0)
        i = zgi_rs_antecedent(rs, at.begin, kinds, kinds == ZGI_K_HOSPITAL ? "医院" : "");
    if (i != ZGI_NONE)
        subject = &rs->fulls[i];
    if (subject == NULL || (kinds == ZGI_K_HOSPITAL && !zgi_rs_tail_of(rs, subject->text, "医院")))
        return true;
    zgi_full parent = *subject;
    parent.doubtful = true;
    return zgi_rs_org_under(rs, at, &parent, out);
}

/* What the document has: a fuller wording of an organ, the body it is about for a department. */
static bool under_document(zgi_rs *rs, zgi_span at, zgi_full *out)
{
    const uint32_t of_place = ZGI_K_GOVERNMENT | ZGI_K_CONGRESS | ZGI_K_CPPCC | ZGI_K_COURT |
                              ZGI_K_PROCURATORATE | ZGI_K_DISCIPLINE | ZGI_K_POLICE;
    uint32_t i = ZGI_NONE;
    if ((out->kinds & of_place) != 0 && (out->kinds & ZGI_K_DEPARTMENT) == 0) {
        i = zgi_rs_longer(rs, at, rs->fulls_ready);
        if (i != ZGI_NONE)
            zgi_rs_org_take(rs, i, out);
        return true;
    }
    if ((out->kinds & ZGI_K_ALL) != ZGI_K_DEPARTMENT || out->level)
        return true;
    uint32_t hosts = zgi_rs_host_kinds(rs, at), any = ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL;
    const zgi_full *subject = zgi_rs_subject(rs, hosts != 0 ? any & hosts : any, true);
    if (subject == NULL && (hosts & ZGI_K_COMPANY) != 0) {
        i = zgi_rs_antecedent(rs, at.begin, ZGI_K_COMPANY, "公司");
        subject = i == ZGI_NONE ? NULL : &rs->fulls[i];
    }
    if (subject == NULL)
        return true;
    zgi_full parent = *subject;
    parent.doubtful = true;
    return zgi_rs_org_under(rs, at, &parent, out);
}

/* 高新区 → 济南高新区: a longer wording among the places, near this one on either side. */
static bool longer_place(zgi_rs *rs, zgi_span at, zgi_full *out)
{
    enum { NEAR = 100 };
    const zgi_orgs *p = rs->in->places;
    uint32_t i = 0;
    for (uint32_t high = p->count; i < high;) {
        uint32_t mid = i + (high - i) / 2;
        if (p->items[mid].at.begin < at.begin)
            i = mid + 1;
        else
            high = mid;
    }
    for (uint32_t k = i > NEAR ? i - NEAR : 0; k < p->count && k < i + NEAR; k++) {
        zgi_span o = p->items[k].at;
        zgi_span tail = {o.end - zgi_span_len(at), o.end};
        if (zgi_span_len(o) > zgi_span_len(at) && zgi_rs_same(rs->text, tail, at)) {
            out->text = zgi_rs_source(rs, o);
            return out->text != NULL;
        }
    }
    return true;
}

/* 设计学院, 就业指导中心 in a list of titles of one university: its faculty, its centre. 畜牧研究所 is of the
 * academy that the same person's post before it is of. */
static bool under_top(zgi_rs *rs, uint32_t k, const zgi_draft *d, zgi_full *out)
{
    const zgi_draft *items = rs->in->drafts->items;
    uint32_t from = 0, own = rs->draft_order[k];
    uint32_t row = out->headed ? ZGI_NONE : zgi_rs_set_end(rs, ZGI_SET_FACULTY, d->org, &from);
    if (row == ZGI_NONE)
        return true;
    bool institute = zgi_table_cell(&rs->know->words, row, 2)[0] == 'i';
    for (uint32_t n = 1; n <= ZGI_RS_CHAIN && n <= k; n++) {
        uint32_t j = rs->draft_order[k - n];
        if (items[j].sentence != d->sentence ||
            (institute &&
             (rs->draft_person[j] != rs->draft_person[own] || items[j].kind != ZGI_FK_POST)))
            return true;
        if (rs->draft_full[j].text == NULL || rs->draft_full[j].open)
            continue;
        zgi_full top = rs->draft_full[j];
        zgi_rs_org_top(&top);
        bool academy = institute && (zgi_rs_tail_of(rs, top.text, "科学院") ||
                                     zgi_rs_tail_of(rs, top.text, "科院"));
        if (academy || ((top.kinds & ZGI_K_SCHOOL) != 0 && zgi_rs_tail_of(rs, top.text, "大学")))
            return zgi_rs_org_under(rs, d->org, &top, out);
    }
    return true;
}

/* 农学院 in a document of one university. A 中心 or 研究所 may be anybody's. */
static bool under_subject(zgi_rs *rs, const zgi_draft *d, zgi_full *out)
{
    uint32_t from = 0, row = zgi_rs_set_end(rs, ZGI_SET_FACULTY, d->org, &from);
    if (out->headed || out->top != NULL || row == ZGI_NONE ||
        zgi_table_cell(&rs->know->words, row, 2)[0] != 0)
        return true;
    const zgi_full *subject = zgi_rs_subject(rs, ZGI_K_SCHOOL, true);
    if (subject == NULL || !zgi_rs_tail_of(rs, subject->text, "大学"))
        return true;
    zgi_full parent = *subject;
    parent.doubtful = true;
    return zgi_rs_org_under(rs, d->org, &parent, out);
}

/* 法国国防部长…、财政部长…: a ministry right behind another of the same other country; 泰国副总理兼外交部长: or
 * behind a post of the country itself. */
static bool beside_ministry(zgi_rs *rs, uint32_t k, const zgi_draft *d, zgi_full *out)
{
    uint32_t own = rs->draft_order[k], j = k == 0 ? own : rs->draft_order[k - 1];
    const zgi_full *f = &rs->draft_full[j];
    if (own == j || rs->in->drafts->items[j].sentence != d->sentence || d->org.begin == 0 ||
        f->where == NULL || f->place != ZGI_NONE || zgi_rs_tail(f->where, "中国") ||
        !zgi_rs_ends(rs->text, d->org, "部", NULL))
        return true;
    zgi_span before = rs->draft_org[j];
    uint32_t next = 0;
    if (zgi_rs_none(before) ||
        zgi_rs_set_at(rs, ZGI_SET_COUNTRIES, before.begin, before.end, &next) == ZGI_NONE)
        return true;
    bool listed = rs->text->ch[d->org.begin - 1] == 0x3001 && zgi_rs_tail(f->text, "部"); /* 、 */
    bool same = rs->draft_person[j] == rs->draft_person[own] && f->kinds == ZGI_K_REGION;
    if (!listed && !same)
        return true;
    const char *ministry = zgi_rs_source(rs, d->org);
    out->text = ministry == NULL ? NULL : zgi_rs_join(rs, f->where, ministry);
    out->where = f->where;
    out->open = out->plain = false;
    return out->text != NULL;
}

/* Nothing is wanting by its words; a fuller wording may still stand elsewhere. */
static bool complete(zgi_rs *rs, uint32_t k, const zgi_draft *d, zgi_full *out)
{
    uint32_t longer = ZGI_NONE;
    if (!out->headed)
        longer = zgi_rs_longer(rs, d->org, rs->fulls_ready);
    if (longer != ZGI_NONE) {
        zgi_rs_org_take(rs, longer, out);
        return true;
    }
    if ((out->kinds & ZGI_K_ALL) == ZGI_K_REGION)
        return longer_place(rs, d->org, out);
    return under_top(rs, k, d, out) && under_subject(rs, d, out);
}

/* Where the branch that begins with a place ends: 上海分行 of 上海分行财务部; 0 when it is none. */
static uint32_t branch_end(const zgi_rs *rs, zgi_span at)
{
    const zgi_site *site = zgi_rs_site_at(rs, at.begin);
    uint32_t next = 0;
    bool branch = site != NULL && site->at.end < at.end &&
                  zgi_rs_set_at(rs, ZGI_SET_BRANCH, site->at.end, at.end, &next) != ZGI_NONE;
    return branch ? next : 0;
}

/* The firm that the title before it in the sentence is of, for a branch. */
static bool branch_parent(const zgi_rs *rs, uint32_t k, const zgi_draft *d, zgi_full *parent)
{
    const zgi_draft *items = rs->in->drafts->items;
    for (uint32_t n = 1; n <= ZGI_RS_CHAIN && n <= k; n++) {
        uint32_t j = rs->draft_order[k - n];
        if (items[j].sentence != d->sentence)
            return false;
        *parent = rs->draft_full[j];
        uint32_t kinds = parent->kinds | (parent->top == NULL ? 0 : parent->top_kinds);
        if (parent->text == NULL || parent->open || (kinds & ZGI_K_COMPANY) == 0)
            continue;
        if ((parent->kinds & ZGI_K_COMPANY) == 0)
            zgi_rs_org_top(parent); /* 工行信贷处 */
        if (zgi_rs_none(rs->draft_org[j]) || branch_end(rs, rs->draft_org[j]) == 0)
            return true;
        zgi_rs_org_top(parent); /* beside another branch of the same firm */
        return parent->top != NULL;
    }
    return false;
}

/* 上海分行 → 工商银行上海分行, 四川分公司 → 某集团四川分公司: as it is called elsewhere, else under the firm
 * of the title before, else under the one that the document is about. */
static bool under_firm(zgi_rs *rs, uint32_t k, const zgi_draft *d, uint32_t end, zgi_full *out)
{
    zgi_full parent;
    const zgi_full *before = told(rs, k, d->org);
    uint32_t longer = zgi_rs_longer(rs, (zgi_span){d->org.begin, end}, rs->fulls_ready);
    if (before != NULL) {
        *out = *before;
        return true;
    }
    if (longer != ZGI_NONE) {
        const char *rest = zgi_rs_source(rs, (zgi_span){end, d->org.end});
        out->text = rest == NULL ? NULL : zgi_rs_join(rs, rs->fulls[longer].text, rest);
        return out->text != NULL;
    }
    if (!branch_parent(rs, k, d, &parent)) {
        const zgi_full *subject = zgi_rs_subject(rs, ZGI_K_COMPANY, true);
        if (subject == NULL)
            return true;
        parent = *subject;
    }
    parent.doubtful = true;
    return zgi_rs_org_under(rs, d->org, &parent, out);
}

/* The organisation that is written with draft draft_order[k]. False: memory is out. */
bool zgi_rs_org_written(zgi_rs *rs, uint32_t k, zgi_full *out)
{
    const zgi_draft *d = &rs->in->drafts->items[rs->draft_order[k]];
    if (!zgi_rs_org_known(rs, d->org, d->org_kinds, out))
        return false;
    rs->draft_by[rs->draft_order[k]] = d->shared ? ZGI_BY_SHARED : ZGI_BY_STATED;
    if (out->ref && !out->whole && !zgi_rs_none(d->parent) &&
        zgi_rs_word(rs->text, d->org.begin, d->org.end, "公司", NULL)) {
        /* 公司业务部 after a bank's title is the bank's own 公司业务部 */
        out->open = true;
        return under_chain(rs, k, d, out);
    }
    if (out->ref)
        return true;
    if ((out->open || out->plain) && !beside_ministry(rs, k, d, out))
        return false;
    uint32_t branch = out->open || out->plain ? 0 : branch_end(rs, d->org);
    if (branch != 0)
        return under_firm(rs, k, d, branch, out);
    if (!out->open)
        return out->plain ? complete(rs, k, d, out) : true;
    if (!zgi_rs_none(d->parent) && !under_chain(rs, k, d, out))
        return false;
    return (!out->open || under_previous(rs, k, d, out)) &&
           (out->headed || out->top != NULL || under_host(rs, d->org, out)) &&
           (!out->open || under_sentence(rs, d, out)) &&
           (!out->open || under_document(rs, d->org, out));
}
