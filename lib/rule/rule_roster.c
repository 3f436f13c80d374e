/* Rosters: a label and its colon hold for the lines below that begin with a name.
 *
 * Takes each sentence with its drafts, in order; remembers the post of a label line, gives it to
 * the names that stand set in, or alone, on the lines that follow. Any other line ends the list.
 * 「副组长：张三　副市长 ⏎ 　　　　李四　市委秘书长」 → 李四+副组长 too
 */
#include <string.h>

#include "dict/dict_outcome.h"
#include "rule/rule_set.h"

#define INDENT 2u /* blanks before a name that is set in under the names above it */

static char letter(const zgi_items *items, uint32_t k)
{
    return k < items->count ? items->items[k].letter : '\0';
}

/* 副组长　张三: a label in a column of its own, with names and nothing else in the next. */
static bool is_column(const zgi_items *items, uint32_t label)
{
    uint32_t k = label + 2;
    if (letter(items, label + 1) != ZGI_I_SPACE || letter(items, k) != ZGI_I_NAME)
        return false;
    while (letter(items, k) == ZGI_I_NAME || letter(items, k) == ZGI_I_SPACE)
        k++;
    return k == items->count;
}

/* 组长：张三; the label may be printed behind a number or blanks. ZGI_NONE: no label line. */
static uint32_t label_item(const zgi_items *items)
{
    uint32_t k = letter(items, 0) == ZGI_I_SPACE ? 1 : 0;
    if (letter(items, k) == ZGI_I_ORG || letter(items, k) == ZGI_I_PLACE)
        k++;
    if (letter(items, k) != ZGI_I_TITLE)
        return ZGI_NONE;
    uint32_t colon = letter(items, k + 1) == ZGI_I_SPACE ? k + 2 : k + 1;
    return letter(items, colon) == ZGI_I_COLON || is_column(items, k) ? k : ZGI_NONE;
}

/* Past a name, its bracket and what joins it to the next one; `k` when no name stands there. */
static uint32_t after_name(const zgi_items *items, uint32_t k)
{
    if (letter(items, k) != ZGI_I_NAME)
        return k;
    k++;
    if (letter(items, k) == ZGI_I_OPEN) {
        uint32_t close = k + 1;
        while (close < items->count && close < k + 6 && letter(items, close) != ZGI_I_CLOSE)
            close++;
        if (letter(items, close) == ZGI_I_CLOSE)
            k = close + 1;
    }
    while (letter(items, k) == ZGI_I_SPACE || letter(items, k) == ZGI_I_SEP)
        k++;
    return k;
}

static uint32_t indent(const zgi_text *text, uint32_t begin)
{
    uint32_t n = 0;
    while (begin > n && (text->ch[begin - n - 1] == ' ' || text->ch[begin - n - 1] == '\t'))
        n++;
    return n;
}

/* The items [0, end) are names to which the label goes; 0: the line is no continuation. */
static uint32_t names_end(const zgi_rule_in *in, bool column)
{
    const zgi_items *items = in->items;
    uint32_t end = 0, next;
    while ((next = after_name(items, end)) > end)
        end = next;
    if (end == items->count && column)
        return indent(in->text, in->text->sentences[in->sentence].at.begin) >= INDENT ? end : 0;
    if (end == 0 || end == items->count)
        return end;
    char last = items->items[end - 1].letter, then = letter(items, end);
    bool post = last != ZGI_I_NAME && last != ZGI_I_SEP &&
                (then == ZGI_I_ORG || then == ZGI_I_PLACE || then == ZGI_I_TITLE);
    uint32_t begin = in->text->sentences[in->sentence].at.begin;
    return post && indent(in->text, begin) >= INDENT ? end : 0;
}

/* 委员： with nothing behind it: the names follow on the next lines. */
static void lone_label(const zgi_rule_in *in, uint32_t label, zgi_roster *roster)
{
    const zgi_items *items = in->items;
    const zgi_item *it = &items->items[label];
    uint32_t k = label + 1;
    while (k < items->count && letter(items, k) != ZGI_I_NAME &&
           !zgi_rule_is_post(letter(items, k)))
        k++;
    for (uint32_t r = 0; k == items->count && r < in->rules->count; r++) {
        const zgi_compiled *rule = &in->rules->items[r];
        if (strcmp(in->dict->strings + rule->row->id, "roster-001") != 0)
            continue;
        zgi_draft d = {.title = it->at,
                       .head = it->head,
                       .org = {ZGI_NONE, ZGI_NONE},
                       .parent = {ZGI_NONE, ZGI_NONE},
                       .event = {ZGI_NONE, ZGI_NONE},
                       .title_bits = it->bits,
                       .evidence = it->at,
                       .sentence = in->sentence,
                       .rule = rule->index,
                       .status = ZGI_S_CURRENT,
                       .kind = ZGI_FK_POST,
                       .confidence = (uint8_t)rule->row->confidence};
        if (label > 0 &&
            (letter(items, label - 1) == ZGI_I_ORG || letter(items, label - 1) == ZGI_I_PLACE))
            d.org = items->items[label - 1].at;
        roster->label = d;
        roster->open = true;
        roster->column = false;
    }
}

static bool has_draft(const zgi_drafts *drafts, uint32_t from, uint32_t title, uint32_t person)
{
    for (uint32_t k = from; k < drafts->count; k++)
        if (drafts->items[k].title.begin == title && drafts->items[k].person.begin == person)
            return true;
    return false;
}

/* The label for every name of the items [k, end) that has not got it yet; brackets are asides. */
static zg_status give(const zgi_rule_in *in, zgi_span items, uint32_t from, const zgi_draft *label,
                      zgi_arena *arena, zgi_drafts *drafts)
{
    uint32_t next;
    for (uint32_t k = items.begin; k < items.end; k = next) {
        next = after_name(in->items, k);
        zgi_draft d = *label;
        d.person = in->items->items[k].at;
        if (next == k)
            break;
        if (!has_draft(drafts, from, d.title.begin, d.person.begin) && !ZGI_PUSH(arena, drafts, d))
            return ZG_E_MEMORY;
    }
    return ZG_OK;
}

/* 副组长：张三（副县长）、李四（县人武部部长）: the label is for all of them. */
static zg_status label_line(const zgi_rule_in *in, uint32_t label, uint32_t from,
                            zgi_roster *roster, zgi_arena *arena, zgi_drafts *drafts)
{
    uint32_t k = label + 1;
    roster->open = false;
    roster->column = is_column(in->items, label);
    for (uint32_t i = from; i < drafts->count && !roster->open; i++)
        if (drafts->items[i].title.begin == in->items->items[label].at.begin) {
            roster->label = drafts->items[i];
            roster->open = true;
        }
    if (!roster->open) {
        lone_label(in, label, roster);
        return ZG_OK;
    }
    while (letter(in->items, k) == ZGI_I_SPACE || letter(in->items, k) == ZGI_I_COLON)
        k++;
    return give(in, (zgi_span){k, in->items->count}, from, &roster->label, arena, drafts);
}

/* 某医院院长 ⏎ 张三: the title when the line is that and nothing more, ZGI_NONE. */
static uint32_t lone_title(const zgi_rule_in *in)
{
    const zgi_items *items = in->items;
    const zgi_sentence *s = &in->text->sentences[in->sentence];
    bool two = items->count == 2 && letter(items, 1) == ZGI_I_TITLE &&
               (letter(items, 0) == ZGI_I_ORG || letter(items, 0) == ZGI_I_PLACE);
    return two && s->first && s->last ? 1 : ZGI_NONE;
}

/* Nothing but one name on the line. */
static bool is_name_line(const zgi_rule_in *in)
{
    const zgi_sentence *s = &in->text->sentences[in->sentence];
    uint32_t end = after_name(in->items, 0);
    return s->first && s->last && end > 0 && end == in->items->count &&
           in->items->items[end - 1].letter != ZGI_I_SEP;
}

bool zgi_rule_post_line(const zgi_rule_in *in, const zgi_roster *roster)
{
    const zgi_items *items = in->items;
    const zgi_sentence *s = &in->text->sentences[in->sentence];
    if (!roster->name_line || !s->first || items->count == 0)
        return false;
    char last = letter(items, items->count - 1);
    return strspn(items->classes, "OPTRBSKCF_") == items->count &&
           (last == ZGI_I_TITLE || last == ZGI_I_RANK);
}

zg_status zgi_rule_roster(const zgi_rule_in *in, uint32_t from, zgi_roster *roster,
                          zgi_arena *arena, zgi_drafts *drafts)
{
    const zgi_sentence *s = &in->text->sentences[in->sentence];
    uint32_t label = label_item(in->items);
    if (label != ZGI_NONE)
        return label_line(in, label, from, roster, arena, drafts);
    if (!s->first)
        return ZG_OK;
    bool named = roster->name_line;
    uint32_t end = roster->open ? names_end(in, roster->column) : 0;
    roster->open = end > 0;
    roster->name_line = end == 0 && is_name_line(in);
    if (!named && end == 0 && drafts->count == from && lone_title(in) != ZGI_NONE)
        lone_label(in, lone_title(in), roster);
    return give(in, (zgi_span){0, end}, from, &roster->label, arena, drafts);
}
