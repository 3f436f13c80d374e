/* A document for the page: {"text":…,"result":{zhiguan/1},"sentences":[…]}.
 *
 * Spans are in characters, a bad byte of the text is U+FFFD, and every '<' is written as an escape,
 * so that nothing in a text can end the <script> it stands in. The trace is no contract: what is
 * missing in it is left out of the page. */
#include "cli_page.h"

#include <string.h>

#include "cli_utf8.h"

void cli_page_init(cli_page *page)
{
    *page = (cli_page){.rules = json_object(), .letters = json_object()};
    page->failed = page->rules == NULL || page->letters == NULL;
}

void cli_page_free(cli_page *page)
{
    json_decref(page->sentences);
    json_decref(page->items);
    json_decref(page->rules);
    json_decref(page->letters);
}

/* JSON as it may stand in a script: '<' (and DEL) occurs in strings only, where an escape says the
 * same. */
static bool add_safe(cli_buffer *out, const char *json, size_t len)
{
    bool good = true;
    for (size_t from = 0, at = 0; at <= len && good; at++) {
        if (at < len && json[at] != '<' && json[at] != 0x7f) {
            continue;
        }
        good = cli_buffer_add(out, json + from, at - from) &&
               (at == len || cli_buffer_add(out, json[at] == '<' ? "\\u003c" : "\\u007f", 6));
        from = at + 1;
    }
    return good;
}

static int add_piece(const char *bytes, size_t length, void *ctx)
{
    return add_safe(ctx, bytes, length) ? 0 : 1;
}

/* Into a buffer of the size it takes: a dump that grows its own loses pieces when memory is out. */
static bool add_json(cli_buffer *out, const json_t *value)
{
    size_t flags = JSON_COMPACT | JSON_ENCODE_ANY;
    size_t size = json_dumpb(value, NULL, 0, flags);
    cli_buffer text = {0};
    bool good = size > 0 && cli_buffer_reserve(&text, size) &&
                json_dumpb(value, text.data, size, flags) == size && add_safe(out, text.data, size);
    cli_buffer_free(&text);
    return good;
}

static bool add_text(cli_buffer *out, const char *text, size_t len)
{
    bool good = cli_buffer_add(out, "\"", 1);
    for (size_t at = 0; at < len && good;) {
        size_t bad = 0, n = cli_utf8_step((const unsigned char *)text + at, len - at, &bad);
        unsigned char c = (unsigned char)text[at];
        if (n == 0) {
            good = cli_buffer_add(out, "\\ufffd", 6);
        } else if (c < 0x20 || c == '"' || c == '\\' || c == '<' || c == 0x7f) {
            good = cli_buffer_addf(out, "\\u%04x", c);
        } else {
            good = cli_buffer_add(out, text + at, n);
        }
        at += n == 0 ? bad : n;
    }
    return good && cli_buffer_add(out, "\"", 1);
}

static bool same_string(json_t *a, json_t *b)
{
    return json_is_string(a) && json_is_string(b) &&
           json_string_length(a) == json_string_length(b) &&
           memcmp(json_string_value(a), json_string_value(b), json_string_length(a)) == 0;
}

/* The patterns are the same for every near miss of a rule: they stand once in the page. */
static void keep_patterns(cli_page *page, json_t *near)
{
    size_t i;
    json_t *n;
    json_array_foreach(near, i, n)
    {
        const char *rule = json_string_value(json_object_get(n, "rule"));
        json_t *pattern = json_object_get(n, "pattern");
        if (rule != NULL && pattern != NULL && json_object_get(page->rules, rule) == NULL) {
            page->failed = json_object_set(page->rules, rule, pattern) != 0 || page->failed;
        }
        (void)json_object_del(n, "pattern");
    }
}

/* Keeps a value under a key; what is not there is left out. */
static void keep(cli_page *page, json_t *object, const char *key, json_t *value)
{
    if (value != NULL) {
        page->failed = json_object_set(object, key, value) != 0 || page->failed;
    }
}

/* The words of a sentence as [text, class]; what the classes mean is kept for the whole page. */
static void keep_items(cli_page *page, json_t *sentence, json_t *items)
{
    size_t i;
    json_t *item, *list = json_array();
    json_array_foreach(items, i, item)
    {
        json_t *text = json_object_get(item, "text"), *class = json_object_get(item, "class");
        if (!json_is_string(text) || !json_is_string(class)) {
            continue;
        }
        keep(page, page->letters, json_string_value(class), json_object_get(item, "what"));
        /* A NULL, when memory is out, is refused by append. */
        page->failed =
            json_array_append_new(list, json_pack("[O,O]", text, class)) != 0 || page->failed;
    }
    page->failed = json_object_set_new(sentence, "items", list) != 0 || page->failed;
}

/* The rule stage says a sentence's text, the text stage its place: they come in the same order, but
 * not every sentence gets to the rules. */
static void keep_rules(cli_page *page, json_t *line)
{
    json_t *text = json_object_get(line, "sentence"), *found = NULL;
    for (size_t i = page->next; i < json_array_size(page->sentences) && found == NULL; i++) {
        json_t *s = json_array_get(page->sentences, i);
        if (same_string(json_object_get(s, "text"), text)) {
            found = s;
            page->next = i + 1;
        }
    }
    if (found == NULL) {
        return;
    }
    keep_patterns(page, json_object_get(line, "near"));
    json_t *own = json_object_get(line, "items");
    keep(page, found, "classes", json_object_get(line, "classes"));
    keep(page, found, "matched", json_object_get(line, "matched"));
    keep(page, found, "near", json_object_get(line, "near"));
    keep_items(page, found, own != NULL ? own : page->items);
}

void cli_page_line(const char *stage, const char *line, size_t length, void *ctx)
{
    cli_page *page = ctx;
    json_t *object = NULL;
    bool text = strcmp(stage, "text") == 0, org = strcmp(stage, "org") == 0;
    bool rule = strcmp(stage, "rule") == 0;
    if (text || org || rule) {
        object = json_loadb(line, length, JSON_ALLOW_NUL, NULL);
        page->failed = page->failed || object == NULL;
    }
    if (text) {
        json_decref(page->sentences);
        page->sentences = json_incref(json_object_get(object, "sentences"));
        page->next = 0;
    } else if (org) {
        json_decref(page->items);
        page->items = json_incref(json_object_get(object, "items"));
    } else if (rule && object != NULL) {
        keep_rules(page, object);
    }
    json_decref(object);
}

static bool add_sentences(const cli_page *page, cli_buffer *out)
{
    size_t i;
    json_t *s;
    bool first = true, good = cli_buffer_add(out, "[", 1);
    json_array_foreach(page->sentences, i, s)
    {
        if (json_object_get(s, "classes") == NULL || !good) {
            continue;
        }
        (void)json_object_del(s, "text");
        (void)json_object_del(s, "line");
        good = (first || cli_buffer_add(out, ",", 1)) && add_json(out, s);
        first = false;
    }
    return good && cli_buffer_add(out, "]", 1);
}

bool cli_page_document(cli_page *page, const zg_result *result, const char *id, const char *text,
                       size_t length, cli_buffer *out)
{
    bool good = !page->failed;
    good = good && cli_buffer_addf(out, "%s{\"text\":", page->documents > 0 ? "," : "");
    good = good && add_text(out, text, length) && cli_buffer_addf(out, ",\"result\":");
    good = good && zg_result_write(result, ZG_FORMAT_JSON, id, add_piece, out, NULL) == ZG_OK &&
           cli_buffer_addf(out, ",\"sentences\":") && add_sentences(page, out) &&
           cli_buffer_add(out, "}\n", 2);
    page->documents++;
    return good;
}

/* Writes the template up to `mark`, moves *at behind it. */
static bool add_until(cli_buffer *out, const char **at, const char *mark)
{
    const char *end = strstr(*at, mark);
    const char *from = *at;
    if (end == NULL) {
        return false;
    }
    *at = end + strlen(mark);
    return cli_buffer_add(out, from, (size_t)(end - from));
}

bool cli_page_head(cli_buffer *out)
{
    const char *at = cli_page_html;
    return add_until(out, &at, "@STYLE@") &&
           cli_buffer_add(out, cli_page_style, strlen(cli_page_style)) &&
           add_until(out, &at, "@DATA@") &&
           cli_buffer_addf(out, "{\"version\":\"%s\",\"documents\":[\n", zg_version());
}

bool cli_page_tail(const cli_page *page, cli_buffer *out)
{
    const char *at = strstr(cli_page_html, "@DATA@") + strlen("@DATA@");
    return cli_buffer_add(out, "],\n\"rules\":", 11) && add_json(out, page->rules) &&
           cli_buffer_add(out, ",\n\"letters\":", 12) && add_json(out, page->letters) &&
           cli_buffer_add(out, "}", 1) && add_until(out, &at, "@SCRIPT@") &&
           cli_buffer_add(out, cli_page_script, strlen(cli_page_script)) &&
           cli_buffer_add(out, at, strlen(at));
}
