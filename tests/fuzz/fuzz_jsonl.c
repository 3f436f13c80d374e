/* Fuzz target: bytes as a stream of JSONL, through the program's own reader. Cut in two at any line
 * end the stream must give the same bytes as whole, and the same number of documents. */
#include "fuzz.h"

#include <string.h>

#include "../../examples/cli/cli_work.h"

static cli_options options = {.jsonl = true, .format = ZG_FORMAT_JSONL, .jobs = 1};

static void work(cli_worker *w, cli_chunk *c, const uint8_t *data, size_t size, uint64_t line)
{
    c->name = c->id = "(fuzz)";
    c->line = line;
    c->ready = size > 0;
    c->in.len = 0;
    fuzz_holds(cli_buffer_add(&c->in, data, size), "memory");
    cli_work(w, c);
    fuzz_holds(!c->no_memory, "memory");
}

static void clear(cli_chunk *c)
{
    c->out.len = c->messages.len = 0;
    c->documents = c->failed = 0;
}

static bool same(const cli_buffer *a, const cli_buffer *b)
{
    return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len) == 0);
}

static cli_worker *worker(void)
{
    static cli_worker w;
    static bool made;
    if (!made) {
        zg_dict *dict;
        cli_json_watch();
        fuzz_holds(zg_dict_builtin(NULL, &dict, NULL) == ZG_OK, "the dictionary opens");
        fuzz_holds(cli_worker_init(&w, &options, dict) == CLI_OK, "a worker");
        made = true;
    }
    return &w;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static cli_chunk whole, parts;
    cli_worker *w = worker();
    if (size == 0)
        return 0;
    options.strict = data[0] % 2 == 1;
    options.encoding = (cli_encoding)(data[0] / 2 % 4);
    options.format = (zg_format)(data[0] / 8 % 4 + 2);
    size_t cut = data[0] % 16 * (size - 1) / 16;
    data++;
    size--;
    clear(&whole);
    clear(&parts);
    work(w, &whole, data, size, 1);
    const uint8_t *end = size > cut ? memchr(data + cut, '\n', size - cut) : NULL;
    if (end == NULL)
        return 0;
    uint64_t line = 1;
    for (const uint8_t *p = data; p <= end; p++)
        line += *p == '\n';
    work(w, &parts, data, (size_t)(end + 1 - data), 1);
    work(w, &parts, end + 1, (size_t)(data + size - end - 1), line);
    fuzz_holds(same(&whole.out, &parts.out), "cut in two it says the same");
    fuzz_holds(same(&whole.messages, &parts.messages), "cut in two it complains of the same");
    fuzz_holds(whole.documents == parts.documents && whole.failed == parts.failed, "and counts so");
    return 0;
}
