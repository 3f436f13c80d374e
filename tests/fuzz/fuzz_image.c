/* Fuzz target: a dictionary image with changes. The input is a list of changes to a small image:
 *
 *   byte 0            bit 0: make all sums right again, as a stranger would; bit 1: cut the image
 *   then, 6 bytes each: place (3, low first), how (1), value (2)
 *
 * What is refused must be refused with a sentence; what opens must read a text without a fault.
 * The image is build/fuzz/small.zgd, of the small tables of tests/errors. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dict/dict_image.h"

#ifndef FUZZ_IMAGE
#error "FUZZ_IMAGE is the path of the small image"
#endif

static uint8_t *sound, *image;
static size_t sound_len;
static zgi_crc crc;

static const char text[] =
    "江晓岚县长。公安县章庄铺镇党委书记何远、副镇长卜子衡，任命何远为民政局局长；免去卜子衡"
    "的县长职务。记者 江晓岚 摄 2021年12月7日";

static void take_sound(void)
{
    FILE *f = fopen(FUZZ_IMAGE, "rb");
    fuzz_holds(f != NULL, "the small image is there: " FUZZ_IMAGE);
    sound = malloc(1 << 22);
    image = malloc(1 << 22);
    fuzz_holds(sound != NULL && image != NULL, "memory");
    sound_len = fread(sound, 1, 1 << 22, f);
    fclose(f);
    zgi_crc_init(&crc);
}

static uint64_t u64(size_t at)
{
    uint64_t v;
    memcpy(&v, image + at, sizeof v);
    return v;
}

static void sum_again(size_t len)
{
    size_t table = (size_t)ZGI_SECTION_COUNT * ZGI_IMAGE_ENTRY;
    for (size_t s = 0; s < ZGI_SECTION_COUNT && len >= ZGI_IMAGE_HEAD + table; s++) {
        size_t entry = ZGI_IMAGE_HEAD + s * ZGI_IMAGE_ENTRY;
        uint64_t from = u64(entry + 8), size = u64(entry + 16);
        if (from > len || size > len - from)
            continue;
        uint32_t sum = zgi_crc_of(&crc, 0, image + from, (size_t)size);
        memcpy(image + entry + 4, &sum, 4);
    }
    if (len >= ZGI_IMAGE_HEAD + table) {
        uint32_t sum = zgi_crc_of(&crc, 0, image, 60);
        sum = zgi_crc_of(&crc, sum, image + ZGI_IMAGE_HEAD, table);
        memcpy(image + 60, &sum, 4);
    }
}

static void change(const uint8_t *c, size_t len)
{
    size_t at = (size_t)c[0] | (size_t)c[1] << 8 | (size_t)c[2] << 16;
    uint16_t value = (uint16_t)(c[4] | c[5] << 8);
    /* Half of the places count from the end of the two large maps at the front. */
    at = c[3] % 2 == 0 ? at % len : len - 1 - at % (len - 2 * 131072);
    switch (c[3] / 2 % 4) {
    case 0:
        image[at] = c[4];
        break;
    case 1:
        image[at] = (uint8_t)(image[at] + c[4]);
        break;
    case 2:
        if (at + 2 <= len)
            memcpy(image + at, &value, 2);
        break;
    default:
        for (size_t k = 0; k < 4 && at + k < len; k++)
            image[at + k] = c[4];
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zg_dict *dict;
    zg_session *session;
    zg_result *result = NULL;
    zg_error error = ZG_ERROR_INIT;
    if (size < 7)
        return 0;
    if (sound == NULL)
        take_sound();
    size_t len = sound_len;
    memcpy(image, sound, len);
    for (size_t at = 1; at + 6 <= size; at += 6)
        change(data + at, len);
    if ((data[0] & 1) != 0)
        sum_again(len);
    if ((data[0] & 2) != 0)
        len -= data[0] % 32 * (size_t)(data[1] + 1) % len;
    zg_status s = zg_dict_open_memory(image, len, 0, NULL, &dict, &error);
    if (s != ZG_OK) {
        fuzz_holds(dict == NULL && error.detail[0] != 0, "a refusal has a sentence");
        fuzz_holds(s == ZG_E_IMAGE || s == ZG_E_VERSION || s == ZG_E_RULE, "a refusal says why");
        return 0;
    }
    fuzz_holds(zg_session_new(dict, NULL, &session, NULL) == ZG_OK, "a session");
    s = zg_extract(session, text, sizeof text - 1, &result, NULL);
    fuzz_holds(s == ZG_OK || s == ZG_E_LIMIT, "a text is read");
    if (s == ZG_OK)
        (void)fuzz_json(result, 0);
    zg_result_free(result);
    zg_session_free(session);
    zg_dict_close(dict);
    return 0;
}
