/* Fuzz target: any bytes as a text. Every result is looked at whole; one input in four is read
 * again by a session without JIT, and must give the same bytes. */
#include "fuzz.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static zg_session *fast, *slow;
    zg_options options = ZG_OPTIONS_INIT;
    zg_result *result, *again;
    options.offsets = ZG_OFFSETS_UTF8;
    if (fast == NULL) {
        fast = fuzz_session(true, &options);
        slow = fuzz_session(false, &options);
    }
    fuzz_holds(zg_extract(fast, (const char *)data, size, &result, NULL) == ZG_OK,
               "any bytes are a text");
    fuzz_check_result(result, data, size);
    const char *json = fuzz_json(result, 0);
    if (size % 4 == 0) {
        fuzz_holds(zg_extract(slow, (const char *)data, size, &again, NULL) == ZG_OK,
                   "any bytes are a text without JIT");
        fuzz_holds(strcmp(json, fuzz_json(again, 1)) == 0, "the same with JIT and without");
        zg_result_free(again);
    }
    zg_result_free(result);
    return 0;
}
