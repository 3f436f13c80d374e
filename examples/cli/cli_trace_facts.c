/* The last part of `zhiguan explain`: what the document made of each post, and why.
 *
 *   卢远 | 局长 | 荆州市水利局  (topic-appoint, sure 92)
 *      who      not named there: whom the text speaks of
 *      org      市水利局 → 荆州市水利局, code 421000, kind government
 *      status   former, though the sentence alone says appointed
 *      period   2016-05 to 2018-03
 *      rank     县处级正职
 */
#include "cli_trace.h"

#include <string.h>

static const char *member(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static const char *word(json_t *object, const char *key, const char *const *words, size_t count)
{
    json_int_t i = json_integer_value(json_object_get(object, key));
    return i >= 0 && (size_t)i < count ? words[i] : "?";
}

static void label(cli_trace *t, const char *name)
{
    t->failed = !cli_buffer_addf(&t->out, "   %-8s ", name) || t->failed;
}

static void put_value(cli_trace *t, const char *before, const char *value)
{
    if (value != NULL) {
        cli_trace_put(t, before);
        cli_trace_clean(t, value);
    }
}

static void put_org(cli_trace *t, json_t *f)
{
    static const char *const by[] = {"as written", "shared with another title of its chain",
                                     "told by the document alone"};
    const char *org = member(f, "org"), *full = member(f, "full");
    label(t, "org");
    if (org == NULL && full == NULL) {
        cli_trace_put(t, "none written, and the document tells none\n");
        return;
    }
    put_value(t, "", org);
    if (full != NULL && (org == NULL || strcmp(org, full) != 0)) {
        put_value(t, org == NULL ? "" : " → ", full);
    }
    bool longer = org != NULL && full != NULL && strcmp(org, full) != 0;
    put_value(t, ", ", word(f, "by", by, sizeof by / sizeof *by));
    cli_trace_put(t, longer ? ", completed by the document" : "");
    put_value(t, ", code ", member(f, "code"));
    put_value(t, ", kind ", member(f, "kind"));
    cli_trace_put(t, "\n");
}

static void put_status(cli_trace *t, json_t *f)
{
    static const char *const names[] = {"current",   "acting",  "former",
                                        "appointed", "removed", "proposed"};
    const char *status = word(f, "status", names, sizeof names / sizeof *names);
    const char *told = word(f, "told", names, sizeof names / sizeof *names);
    label(t, "status");
    cli_trace_put(t, status);
    if (status != told) {
        put_value(t, ", though the sentence alone says ", told);
    }
    cli_trace_put(t, "\n");
}

static void put_event(cli_trace *t, json_t *f)
{
    static const char *const names[] = {"none",   "appoint", "remove",     "elect",
                                        "resign", "propose", "investigate"};
    if (json_integer_value(json_object_get(f, "event")) > 0) {
        label(t, "event");
        cli_trace_put(t, word(f, "event", names, sizeof names / sizeof *names));
        put_value(t, " by the word 「", member(f, "trigger"));
        cli_trace_put(t, member(f, "trigger") != NULL ? "」" : "");
        put_value(t, ", date ", member(f, "date"));
        put_value(t, ", decided by ", member(f, "decided"));
        cli_trace_put(t, "\n");
    }
    if (member(f, "start") != NULL) {
        label(t, "period");
        put_value(t, "", member(f, "start"));
        put_value(t, " to ", member(f, "end"));
        cli_trace_put(t, member(f, "end") != NULL ? "\n" : " on, no end told\n");
    }
    if (member(f, "rank") != NULL) {
        label(t, "rank");
        put_value(t, "", member(f, "rank"));
        cli_trace_put(t, "\n");
    }
}

void cli_trace_facts(cli_trace *t, json_t *facts)
{
    size_t i;
    json_t *f;
    json_array_foreach(facts, i, f)
    {
        bool beside = json_integer_value(json_object_get(f, "beside")) != 0;
        put_value(t, "", member(f, "person"));
        put_value(t, " | ", member(f, "title"));
        put_value(t, " | ", member(f, "full") != NULL ? member(f, "full") : "-");
        put_value(t, "  (", member(f, "rule"));
        t->failed = !cli_buffer_addf(&t->out, ", sure %lld)\n",
                                     (long long)json_integer_value(json_object_get(f, "sure"))) ||
                    t->failed;
        label(t, "who");
        cli_trace_put(t, beside ? "named with the title\n"
                                : "not named with the title: whom the text speaks of\n");
        put_org(t, f);
        put_status(t, f);
        put_event(t, f);
    }
}
