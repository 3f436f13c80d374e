/* The door of the name room: the cheapest path through the sentence.
 *
 * States are (position, context group of the last token); a step over an edge costs the edge and
 * the transition between the two groups. One pass from left to right, then the way back.
 * Ties go to the edge that was written first, so that the answer never depends on the machine.
 */
#include "name/name.h"

#include "name/name_candidates.h"
#include "scan/scan_chars.h"

/* What a class is on a path: its group, and whether it goes its own way there. */
#define AS_PART    0x20u /* only candidates are made of it */
#define AS_MARK    0x40u /* its group depends on what stands before it */
#define IS_PART(c) ((c) >= ZGI_C_SURNAME2 && (c) <= ZGI_C_JNAME)
#define IS_MARK(c)                                                                                 \
    ((c) == ZGI_C_SPACE || (c) == ZGI_C_SEP || (c) == ZGI_C_COLON || (c) == ZGI_C_DASH)
#define ROLE(id) (IS_PART(ZGI_C_##id) ? AS_PART : IS_MARK(ZGI_C_##id) ? AS_MARK : 0u)
static const uint8_t role_of[ZGI_C_COUNT] = {
#define ZGI_X(id, name, group) ZGI_G_##group | ROLE(id),
    ZGI_CLASSES(ZGI_X)
#undef ZGI_X
};

static uint8_t group_of(uint8_t cls)
{
    return role_of[cls] & 0x1fu;
}

/* Cheapest way into each group from one cell; worked out for the groups that are asked for. */
typedef struct zgi_ways {
    const int32_t *row; /* transitions from the lowest group of the cell */
    int32_t base;       /* what that group costs */
    uint32_t others;    /* the other groups of the cell */
    uint32_t known;     /* bit g: cost[g] and via[g] are worked out */
    uint8_t first;      /* the lowest group */
    bool named;         /* a name ends in the cell */
    uint8_t via[ZGI_G_COUNT];
    int32_t cost[ZGI_G_COUNT];
} zgi_ways;

/* A blank or colon leaves 记者 and 局长 in force, but 局长：乌克兰… quotes what a post said, and a
 * stroke leaves 责编 (责编/张三); after a name, a blank and 、 make a list of names; after a post, 、
 * makes a chain of posts. */
static uint8_t group_after(uint8_t before, uint8_t cls)
{
    if (cls == ZGI_C_DASH)
        return before == ZGI_G_BYLINE ? before : group_of(cls);
    if (cls == ZGI_C_SPACE || cls == ZGI_C_COLON) {
        if (before == ZGI_G_BYLINE || before == ZGI_G_TITLE)
            return before;
        if (before == ZGI_G_POST)
            return cls == ZGI_C_SPACE ? ZGI_G_POST : ZGI_G_TITLE;
    }
    if (before == ZGI_G_POST && cls == ZGI_C_SEP)
        return ZGI_G_CHAIN;
    if (before == ZGI_G_PUNCT && cls == ZGI_C_SEP) /* 张三（副县长）、李四 */
        return ZGI_G_LIST;
    return before == ZGI_G_NAME && cls != ZGI_C_COLON ? ZGI_G_LIST : group_of(cls);
}

/* Relaxes a blank or 、 whose group depends on what stands before it. */
static void relax_mark(zgi_path *p, uint32_t index, const zgi_cell *cell)
{
    const zgi_edge *e = &p->edges->items[index];
    zgi_cell *to = &p->cells[e->end - p->begin];
    for (uint32_t left = cell->reached; left != 0; left &= left - 1) {
        uint8_t f = zgi_lowest_group(left);
        uint8_t g = group_after(f, e->cls);
        int32_t cost = cell->cost[f] + e->cost + p->transitions[f * ZGI_G_COUNT + group_of(e->cls)];
        if (zgi_cell_takes(to, g, cost))
            zgi_cell_put(to, g, cost, index, f);
    }
}

static inline void begin_ways(const zgi_path *p, const zgi_cell *cell, zgi_ways *ways)
{
    ways->first = zgi_lowest_group(cell->reached);
    ways->row = p->transitions + ways->first * ZGI_G_COUNT;
    ways->base = cell->cost[ways->first];
    ways->others = cell->reached & (cell->reached - 1);
    ways->named = (cell->reached >> ZGI_G_NAME & 1u) != 0;
    ways->known = 0;
}

static inline void find_way(const zgi_path *p, const zgi_cell *cell, uint8_t g, zgi_ways *ways)
{
    uint8_t via = ways->first;
    int32_t best = ways->base + ways->row[g];
    for (uint32_t left = ways->others; left != 0; left &= left - 1) {
        uint8_t f = zgi_lowest_group(left);
        int32_t cost = cell->cost[f] + p->transitions[f * ZGI_G_COUNT + g];
        if (cost < best) {
            best = cost;
            via = f;
        }
    }
    ways->known |= 1u << g;
    ways->cost[g] = best;
    ways->via[g] = via;
}

/* A title that says where or which is a post: by what stands before it (某局, 党委, 副, 原) or by
 * its own first part (村支书, or cutting 村 off would pay). 局长 alone may be anybody. */
static inline uint8_t group_of_title(uint8_t before, const zgi_edge *e)
{
    const uint32_t where = 1u << ZGI_G_ORG | 1u << ZGI_G_BODY | 1u << ZGI_G_GRADE |
                           1u << ZGI_G_PLACE | 1u << ZGI_G_STATUS | 1u << ZGI_G_POST |
                           1u << ZGI_G_CHAIN;
    if (before == ZGI_G_NAME && (e->bits & (uint32_t)ZGI_F_VERBLIKE)) /* 张三代表全县 */
        return ZGI_G_VERB;
    return e->end - e->begin > 2 || (where >> before & 1u) != 0 ? ZGI_G_POST : ZGI_G_TITLE;
}

/* 则 日前, 总书记, 被查: a word or title that often follows a name is cheaper there. True when that is
 * its best way. */
static inline bool follows_name(const zgi_path *p, const zgi_cell *cell, const zgi_edge *e,
                                int32_t best, int32_t *cost)
{
    uint8_t g = role_of[e->cls];
    bool title = e->cls == ZGI_C_TITLE || e->cls == ZGI_C_RANK;
    bool flagged = (e->bits & (uint32_t)ZGI_F_AFTER) != 0 && (e->cls <= ZGI_C_OTHER || title);
    if (!flagged && e->cls != ZGI_C_INVESTIGATE)
        return false;
    *cost = cell->cost[ZGI_G_NAME] + p->transitions[ZGI_G_NAME * ZGI_G_COUNT + g] +
            zgi_path_weight(p, title ? ZGI_W_NAME_ADDRESS : ZGI_W_NAME_AFTER);
    return *cost < best;
}

/* Relaxes the scan's edges that begin at a cell. Gives the classes of those that cannot stand by
 * themselves, for the candidates. */
static uint32_t relax_edges(zgi_path *p, uint32_t at, zgi_ways *ways)
{
    const zgi_cell *cell = &p->cells[at];
    uint32_t parts = 0;
    for (uint32_t k = p->edges->first[at]; k < p->edges->first[at + 1]; k++) {
        const zgi_edge *e = &p->edges->items[k];
        uint8_t g = role_of[e->cls];
        if (e->cls == ZGI_C_CONJ && (e->bits & (uint32_t)ZGI_F_LIST))
            g = ZGI_G_COORD;
        if (g >= AS_PART) {
            if (g & AS_PART)
                parts |= ZGI_PART(e->cls);
            else
                relax_mark(p, k, cell);
            continue;
        }
        if ((ways->known >> g & 1u) == 0)
            find_way(p, cell, g, ways);
        zgi_cell *to = &p->cells[e->end - p->begin];
        uint8_t as = e->cls == ZGI_C_TITLE ? group_of_title(ways->via[g], e) : g;
        int32_t way = ways->cost[g], other;
        uint8_t via = ways->via[g];
        if (ways->named && follows_name(p, cell, e, way, &other)) {
            way = other;
            via = ZGI_G_NAME;
        }
        if (zgi_cell_takes(to, as, way + e->cost))
            zgi_cell_put(to, as, way + e->cost, k, via);
    }
    return parts;
}

/* Drops the states of a cell that no further step can bring back: another stands so much better
 * that it leads into every group. Before a mark the groups that follow differ, so all stay. */
static void settle(const zgi_path *p, zgi_cell *cell, uint16_t next)
{
    uint32_t set = cell->reached;
    if ((set & (set - 1)) == 0 || !zgi_is_han(next))
        return;
    const int32_t *lead = p->lead[cell->best];
    for (uint32_t left = set & ~(1u << cell->best); left != 0; left &= left - 1) {
        uint8_t f = zgi_lowest_group(left);
        int32_t follow = f == ZGI_G_NAME ? zgi_path_weight(p, ZGI_W_NAME_AFTER) : 0;
        if (cell->least + lead[f] < cell->cost[f] + follow)
            cell->reached &= ~(1u << f);
    }
}

/* Can a name begin at `i`? Most characters are no surnames and begin no transliteration. */
static bool begins_name(const zgi_path *p, uint32_t i, uint32_t parts)
{
    const zgi_name_char *c = zgi_name_char_at(p, i);
    return zgi_is_han(p->ch[i]) &&
           (parts != 0 || c->surname < ZGI_COST_NONE || c->t_initial < ZGI_COST_NONE ||
            c->ethnic < ZGI_COST_NONE || p->has_dot ||
            (p->known != NULL && zgi_known_may(p->known, p->ch[i])));
}

/* Relaxes what begins at a cell that is reached; *start: do names begin there, and their way in. */
static inline void leave_cell(zgi_path *p, uint32_t at, zgi_name_start *start)
{
    zgi_cell *cell = &p->cells[at];
    uint32_t i = p->begin + at;
    zgi_ways ways;
    settle(p, cell, p->ch[i]);
    begin_ways(p, cell, &ways);
    start->parts = relax_edges(p, at, &ways);
    start->waits = begins_name(p, i, start->parts);
    if (!start->waits)
        return;
    find_way(p, cell, ZGI_G_NAME, &ways);
    start->at = i;
    start->in = ways.cost[ZGI_G_NAME];
    start->via = ways.via[ZGI_G_NAME];
}

static inline bool take_short(zgi_path *p, const zgi_name_start *start)
{
    return !start->waits || !zgi_name_short_may(p, start) || zgi_name_short(p, start);
}

static inline bool take_long(zgi_path *p, const zgi_name_start *start)
{
    return !start->waits || !zgi_name_long_may(p, start) || zgi_name_long(p, start);
}

/* Names of two characters are taken in when the words of the position behind their first character
 * are in the cells, longer ones a position later: most are known to lose by then. Parts of names
 * may be as short as a character, so that names do not wait where one begins. */
static bool forward(zgi_path *p)
{
    uint32_t n = p->end - p->begin;
    zgi_name_start last = {.waits = false}, before = {.waits = false};
    for (uint32_t at = 0; at < n; at++) {
        zgi_name_start here = {.waits = false};
        if (p->cells[at].reached != 0)
            leave_cell(p, at, &here);
        if (!take_long(p, &before) || !take_short(p, &last))
            return false;
        before = last;
        last = here;
        if (!here.waits || here.parts == 0)
            continue;
        if (!take_long(p, &before) || !zgi_name_short(p, &here) || !zgi_name_long(p, &here))
            return false;
        before.waits = last.waits = false;
    }
    return true;
}

/* What may still be taken off the cost of a name once its characters are counted, or off the cost
 * of the word behind it. */
static int32_t slack_of(const int32_t *weights)
{
    static const uint8_t any[] = {ZGI_W_NAME_TITLE, ZGI_W_NAME_ADVERB, ZGI_W_NAME_PLACE,
                                  ZGI_W_NAME_TORN,  ZGI_W_NAME_HOLDS,  ZGI_W_NAME_JOINT};
    int32_t after = weights[ZGI_W_NAME_AFTER], address = weights[ZGI_W_NAME_ADDRESS];
    int32_t least = after < address ? after : address, sum = least < 0 ? -least : 0;
    for (size_t k = 0; k < sizeof any; k++)
        sum -= weights[any[k]] < 0 ? weights[any[k]] : 0;
    return sum;
}

static const zgi_edge *edge_of(const zgi_path *p, uint32_t index)
{
    return index & ZGI_EDGE_MADE ? &p->made.items[index & ~ZGI_EDGE_MADE] : &p->edges->items[index];
}

/* A path has at most a token a character: written from the end of the room for so many. */
static zg_status backward(const zgi_path *p, zgi_arena *arena, zgi_tokens *out)
{
    uint32_t at = p->end - p->begin, left = at;
    const zgi_cell *end = &p->cells[at];
    zgi_token *room = zgi_arena_alloc(arena, at * sizeof *room);
    if (room == NULL)
        return ZG_E_MEMORY;
    uint8_t best = zgi_lowest_group(end->reached);
    for (uint32_t set = end->reached; set != 0; set &= set - 1)
        if (end->cost[zgi_lowest_group(set)] < end->cost[best])
            best = zgi_lowest_group(set);
    out->names = 0;
    while (at > 0) {
        const zgi_edge *e = edge_of(p, p->cells[at].edge[best]);
        room[--left] = (zgi_token){{e->begin, e->end}, e->bits, e->data, e->cost, e->cls, e->sub};
        out->names += e->cls == ZGI_C_NAME;
        best = p->cells[at].from[best];
        at = e->begin - p->begin;
    }
    out->items = room + left;
    out->count = out->cap = p->end - p->begin - left;
    return ZG_OK;
}

/* A · or a . behind a Latin letter or a dash between two Han characters. */
static bool holds_dot(const zgi_text *text, zgi_span at)
{
    const uint16_t *ch = text->ch;
    uint32_t any = 0; /* nearly always 0: worked out for many characters at a time */
    for (uint32_t i = at.begin; i < at.end; i++)
        any |= (ch[i] == 0xb7) | (ch[i] == '.') | (ch[i] == '-');
    for (uint32_t i = at.begin; any != 0 && i < at.end; i++) {
        bool inside = i > at.begin && i + 1 < at.end;
        if (ch[i] == 0xb7 || (ch[i] == '.' && i > 0 && zgi_is_latin(ch[i - 1])) ||
            (ch[i] == '-' && inside && zgi_is_han(ch[i - 1]) && zgi_is_han(ch[i + 1])))
            return true;
    }
    return false;
}

/* 阿末 + 巴哈鲁: nobody stands right behind another, so two transliterated names are parts of one. */
static void join_foreign(zgi_tokens *out)
{
    uint32_t kept = 0;
    for (uint32_t k = 0; k < out->count; k++) {
        const zgi_token *t = &out->items[k];
        zgi_token *last = kept > 0 ? &out->items[kept - 1] : NULL;
        if (last != NULL && t->cls == ZGI_C_NAME && t->sub == ZGI_NF_FOREIGN &&
            last->cls == ZGI_C_NAME && last->sub == ZGI_NF_FOREIGN)
            last->at.end = t->at.end;
        else
            out->items[kept++] = *t;
    }
    out->count = kept;
}

zg_status zgi_name_run(const zgi_dict_view *dict, const zgi_text *text, const zgi_edges *edges,
                       const zgi_known *known, zgi_arena *arena, zgi_tokens *out)
{
    uint32_t n = zgi_span_len(edges->at);
    zgi_path path = {.text = text,
                     .edges = edges,
                     .begin = edges->at.begin,
                     .end = edges->at.end,
                     .ch = text->ch,
                     .code = text->code,
                     .chars = dict->name_chars,
                     .weights = dict->weights,
                     .transitions = dict->transitions,
                     .lead = dict->lead,
                     .known = known,
                     .arena = arena,
                     .slack = slack_of(dict->weights)};
    path.cells = zgi_arena_alloc(arena, (n + 1) * sizeof *path.cells);
    path.has_dot = holds_dot(text, edges->at);
    out->count = 0;
    out->at = edges->at;
    if (path.cells == NULL)
        return ZG_E_MEMORY;
    for (uint32_t i = 0; i <= n; i++) {
        path.cells[i].reached = 0;
        path.cells[i].least = INT32_MAX;
    }
    zgi_cell_put(&path.cells[0], ZGI_G_PUNCT, 0, 0, ZGI_G_PUNCT);
    if (!forward(&path))
        return ZG_E_MEMORY;
    zg_status status = backward(&path, arena, out);
    if (status == ZG_OK)
        join_foreign(out);
    return status;
}
