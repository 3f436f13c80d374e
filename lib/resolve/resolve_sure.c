/* How sure a post is: its rule's share of right answers, and what speaks for it and against it.
 *
 * Takes a fact that is complete but for `confidence`, which holds its rule's; adds the points that
 * the table `confidence` has for each feature (hundredths of a natural logit) and gives 1..99. The
 * features are those of data/derive/confidence.py, which measures the points; whole numbers only,
 * so that every machine gives the same.
 */
#include "resolve/resolve_inner.h"

#include <stdlib.h>
#include <string.h>

/* 100 * ln(c / (100 - c)) for c = 50..99, rounded. */
static const int16_t logits[50] = {
    0,   4,   8,   12,  16,  20,  24,  28,  32,  36,  41,  45,  49,  53,  58,  62,  66,
    71,  75,  80,  85,  90,  94,  99,  105, 110, 115, 121, 127, 132, 139, 145, 152, 159,
    166, 173, 182, 190, 199, 209, 220, 231, 244, 259, 275, 294, 318, 348, 389, 460,
};

static int32_t logit(uint32_t c)
{
    if (c >= 100)
        c = 99;
    return c >= 50 ? logits[c - 50] : -(c == 0 ? logits[49] : logits[50 - c]);
}

static uint8_t chance(int32_t z)
{
    uint32_t up = 0, size = z < 0 ? (uint32_t)-z : (uint32_t)z;
    while (up < 49 && (uint32_t)logits[up + 1] <= size)
        up++;
    return (uint8_t)(z < 0 ? 50 - up : 50 + up);
}

/* Where a feature and its value stand in the array of points: at the place of their hash, or behind
 * it. `value` may be empty, as is that of `caution`; in the table a blank stands between them. */
static uint32_t place_of(const char *feature, const char *value)
{
    uint32_t h = 2166136261u;
    for (const char *c = feature; *c != 0; c++)
        h = (h ^ (unsigned char)*c) * 16777619u;
    h = *value != 0 ? (h ^ ' ') * 16777619u : h;
    for (const char *c = value; *c != 0; c++)
        h = (h ^ (unsigned char)*c) * 16777619u;
    return h % ZGI_SURE;
}

static bool is_feature(const char *key, const char *feature, const char *value)
{
    size_t n = strlen(feature);
    return strncmp(key, feature, n) == 0 &&
           (*value == 0 ? key[n] == 0 : key[n] == ' ' && strcmp(key + n + 1, value) == 0);
}

void zgi_sure_make(const zgi_table *table, zgi_sure *sure)
{
    memset(sure, 0, ZGI_SURE * sizeof *sure);
    for (uint32_t row = 0; row < table->rows && row < ZGI_SURE / 2; row++) {
        uint32_t at = place_of(zgi_table_cell(table, row, 0), "");
        while (sure[at].key != NULL)
            at = (at + 1) % ZGI_SURE;
        sure[at].key = zgi_table_cell(table, row, 0);
        sure[at].points = (int32_t)strtol(zgi_table_cell(table, row, 1), NULL, 10);
    }
}

static int32_t points(const zgi_rs *rs, const char *feature, const char *value)
{
    const zgi_sure *sure = rs->know->sure;
    uint32_t at = place_of(feature, value);
    while (sure[at].key != NULL && !is_feature(sure[at].key, feature, value))
        at = (at + 1) % ZGI_SURE;
    return sure[at].points;
}

static bool is_word(const zgi_text *t, uint32_t at)
{
    return at < t->n && t->ch[at] >= 0x4e00 && t->ch[at] <= 0x9fff;
}

static int32_t of_org(const zgi_rs *rs, const zgi_fact *f, uint32_t *left)
{
    static const char *const by[] = {
        [ZGI_BY_STATED] = "stated", [ZGI_BY_SHARED] = "shared", [ZGI_BY_CONTEXT] = "context"};
    if (!f->has_org)
        return points(rs, "org", "none");
    int32_t z = points(rs, "org", by[f->org_by]);
    z += points(rs, "place", f->org_code != NULL ? "known" : "unknown");
    z += points(rs, "kind", f->org_kind != NULL ? f->org_kind : "none");
    if (zgi_rs_none(f->org))
        return z;
    bool tight = f->org.end >= f->title.begin;
    if (tight)
        *left = f->org.begin;
    return z + points(rs, "tie", tight ? "tight" : "apart");
}

static const char *name_of(const zgi_rs *rs, zgi_span name)
{
    for (uint32_t i = name.begin; i < name.end; i++)
        if (rs->text->ch[i] == 0xb7) /* · */
            return "dotted";
    uint32_t n = zgi_span_len(name);
    return n == 2 ? "two" : n == 3 ? "three" : "other";
}

void zgi_rs_sure(const zgi_rs *rs, zgi_fact *f)
{
    static const char *const status[] = {
        [ZGI_S_CURRENT] = "current",     [ZGI_S_ACTING] = "acting",   [ZGI_S_FORMER] = "former",
        [ZGI_S_APPOINTED] = "appointed", [ZGI_S_REMOVED] = "removed", [ZGI_S_PROPOSED] = "proposed",
    };
    uint32_t left = f->title.begin, title = zgi_span_len(f->title);
    uint32_t reach = zgi_span_len(f->evidence);
    if (f->kind != ZGI_FK_POST)
        return;
    int32_t z = logit(f->confidence) + points(rs, "caution", "");
    z += of_org(rs, f, &left);
    z += points(rs, "left", left > 0 && is_word(rs->text, left - 1) ? "word" : "mark");
    z += points(rs, "rank", f->rank != NULL ? "known" : "unknown");
    z += points(rs, "name", name_of(rs, f->person));
    z += points(rs, "title", title <= 2 ? "two" : title <= 4 ? "four" : "more");
    z += points(rs, "status", status[f->status]);
    z += points(rs, "reach", reach < 40 ? "short" : reach < 80 ? "middle" : "long");
    f->confidence = chance(z);
}
