/* Prints of each sentence: its words, its class string, the rules that matched and what they gave,
 * the rules that came near and where they failed (with -v their patterns too).
 *
 *   1  狮子口镇党委书记卢远说，今年水稻丰收。
 *      classes  OTNvp…
 *      items    狮子口镇/O 党委书记/T 卢远/N …
 *      matched  appos-003: 卢远 | 党委书记 | 狮子口镇
 *      near     list-001 「党委书记卢远」 failed at 「说」
 *   letters   N person · O organisation · T title of a post
 *   document  place 荆州市
 *   卢远 | 党委书记 | 狮子口镇
 *      who      named beside the title
 *      org      as written; kind region
 *      status   current
 *
 * The trace is no contract: a member that is missing is left out, a stage that is not known is
 * printed as it came. */
#include "cli_trace.h"

#include <string.h>

#include "cli_jsonl.h"
#include "cli_utf8.h"

static void put(cli_trace *t, const char *s)
{
    t->failed = !cli_buffer_add(&t->out, s, strlen(s)) || t->failed;
}

/* Text of the document: line ends become spaces, what else would steer the terminal shows as
 * U+FFFD. */
static void put_clean(cli_trace *t, cli_buffer *to, const char *s)
{
    size_t left = s == NULL ? 0 : strlen(s);
    for (size_t n = 1; left > 0; s += n, left -= n) {
        unsigned code = 0;
        size_t steers = cli_utf8_steers(s, left, &code);
        bool space = *s == '\t' || (steers > 0 && code >= '\t' && code <= '\r');
        n = steers > 0 ? steers : 1;
        const char *piece = space ? " " : steers > 0 ? "\xef\xbf\xbd" : s;
        t->failed = !cli_buffer_add(to, piece, steers > 0 && !space ? 3 : 1) || t->failed;
    }
}

void cli_trace_put(cli_trace *t, const char *s)
{
    put(t, s);
}

void cli_trace_clean(cli_trace *t, const char *s)
{
    put_clean(t, &t->out, s);
}

static const char *member(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void put_label(cli_trace *t, cli_buffer *to, const char *label)
{
    t->failed = !cli_buffer_addf(to, "   %-8s ", label) || t->failed;
}

static void put_member(cli_trace *t, json_t *object, const char *key, const char *before,
                       const char *after)
{
    const char *value = member(object, key);
    if (value != NULL) {
        put(t, before);
        put_clean(t, &t->out, value);
        put(t, after);
    }
}

static bool is_blank(const char *s)
{
    static const char wide_space[] = "\xe3\x80\x80";
    while (s != NULL && *s != '\0') {
        if (strncmp(s, wide_space, 3) == 0) {
            s += 3;
        } else if (*s == ' ' || (*s >= '\t' && *s <= '\r')) {
            s++;
        } else {
            return false;
        }
    }
    return true;
}

static void put_items(cli_trace *t, json_t *items)
{
    size_t i;
    json_t *item;
    if (json_array_size(items) == 0) {
        return;
    }
    put_label(t, &t->out, "items");
    json_array_foreach(items, i, item)
    {
        const char *text = member(item, "text"), *class = member(item, "class");
        if (t->letters == NULL) {
            t->letters = json_object();
        }
        if (class != NULL && member(item, "what") != NULL) {
            (void)json_object_set(t->letters, class, json_object_get(item, "what"));
        }
        put(t, i == 0 ? "" : " ");
        put_clean(t, &t->out, is_blank(text) ? "␣" : text);
        put_member(t, item, "class", "/", "");
    }
    put(t, "\n");
}

static void put_matched(cli_trace *t, json_t *matched)
{
    size_t i;
    json_t *m;
    if (json_array_size(matched) == 0) {
        put_label(t, &t->out, "matched");
        put(t, "none\n");
    }
    json_array_foreach(matched, i, m)
    {
        put_label(t, &t->out, "matched");
        put_member(t, m, "rule", "", ":");
        if (member(m, "title") != NULL) {
            put(t, member(m, "person") == NULL ? " (whom the text speaks of)" : "");
            put_member(t, m, "person", " ", "");
            put_member(t, m, "title", " | ", "");
            put(t, member(m, "org") == NULL ? " | -" : "");
            put_member(t, m, "org", " | ", "");
        }
        put_member(t, m, "text", "  「", "」");
        put(t, "\n");
    }
}

static void put_near(cli_trace *t, json_t *near)
{
    size_t i;
    json_t *n;
    json_array_foreach(near, i, n)
    {
        put_label(t, &t->out, "near");
        put_member(t, n, "rule", "", "");
        put_member(t, n, "text", " 「", "」");
        put_member(t, n, "followed", " as ", "");
        put_member(t, n, "failed_at", ", failed at 「", "」");
        put_member(t, n, "expected", ", expected ", "");
        put_member(t, n, t->verbose ? "pattern" : "", ", pattern ", "");
        put(t, "\n");
    }
}

static void put_sentence(cli_trace *t, json_t *line)
{
    t->failed =
        !cli_buffer_addf(&t->out, "%s%zu  ", t->sentences == 0 ? "" : "\n", t->sentences + 1) ||
        t->failed;
    t->sentences++;
    put_clean(t, &t->out, member(line, "sentence"));
    put(t, "\n");
    if (t->before.len > 0) {
        t->failed = !cli_buffer_add(&t->out, t->before.data, t->before.len) || t->failed;
        t->before.len = 0;
    }
    put_label(t, &t->out, "classes");
    put_clean(t, &t->out, member(line, "classes"));
    put(t, "\n");
    json_t *own = json_object_get(line, "items");
    put_items(t, own != NULL ? own : t->items);
    put_matched(t, json_object_get(line, "matched"));
    put_near(t, json_object_get(line, "near"));
}

/* -v: [[text, class, cost], …] of the scan and name stages on one line. */
static void keep_list(cli_trace *t, const char *label, json_t *list)
{
    size_t i;
    json_t *e;
    if (!t->verbose) {
        return;
    }
    put_label(t, &t->before, label);
    json_array_foreach(list, i, e)
    {
        const char *class = json_string_value(json_array_get(e, 1));
        put_clean(t, &t->before, i == 0 ? "" : " ");
        put_clean(t, &t->before, json_string_value(json_array_get(e, 0)));
        t->failed = !cli_buffer_addf(&t->before, "/%s/%lld", class == NULL ? "?" : class,
                                     (long long)json_integer_value(json_array_get(e, 2))) ||
                    t->failed;
    }
    t->failed = !cli_buffer_add(&t->before, "\n", 1) || t->failed;
}

/* What stands round an article is not read: say which sentences those are. */
static void put_chrome(cli_trace *t, json_t *sentences)
{
    size_t i;
    json_t *s;
    json_array_foreach(sentences, i, s)
    {
        const char *zone = member(s, "zone");
        if (zone != NULL && strcmp(zone, "chrome") == 0) {
            put(t, "passed over (not the article): ");
            put_clean(t, &t->out, member(s, "text"));
            put(t, "\n");
        }
    }
}

/* What the letters of the class strings above mean. */
static void put_letters(cli_trace *t)
{
    const char *letter, *between = "\nletters   ";
    json_t *what;
    json_object_foreach(t->letters, letter, what)
    {
        put(t, between);
        put(t, letter);
        put(t, " ");
        put(t, json_string_value(what));
        between = " · ";
    }
    put(t, json_object_size(t->letters) > 0 ? "\n" : "");
}

static void put_document(cli_trace *t, json_t *line)
{
    put_letters(t);
    put(t, "\ndocument");
    put_member(t, line, "place", "  place ", "");
    put_member(t, line, "date", "  date ", "");
    put_member(t, line, "source", "  source ", "");
    put(t, "\n");
    cli_trace_facts(t, json_object_get(line, "facts"));
}

void cli_trace_line(const char *stage, const char *line, size_t length, void *ctx)
{
    cli_trace *t = ctx;
    json_t *object = json_loadb(line, length, JSON_ALLOW_NUL, NULL);
    if (strcmp(stage, "rule") == 0 && object != NULL) {
        put_sentence(t, object);
    } else if (strcmp(stage, "text") == 0 && object != NULL) {
        put_chrome(t, json_object_get(object, "sentences"));
    } else if (strcmp(stage, "scan") == 0 && object != NULL) {
        keep_list(t, "edges", json_object_get(object, "edges"));
    } else if (strcmp(stage, "name") == 0 && object != NULL) {
        keep_list(t, "tokens", json_object_get(object, "tokens"));
    } else if (strcmp(stage, "org") == 0 && object != NULL) {
        json_decref(t->items);
        t->items = json_incref(json_object_get(object, "items"));
    } else if (strcmp(stage, "resolve") == 0 && object != NULL) {
        put_document(t, object);
    } else {
        put(t, stage);
        put(t, ": ");
        put_clean(t, &t->out, line);
        put(t, "\n");
    }
    json_decref(object);
    t->failed = cli_json_starved() || t->failed;
}

void cli_trace_free(cli_trace *t)
{
    json_decref(t->items);
    json_decref(t->letters);
    cli_buffer_free(&t->before);
}
