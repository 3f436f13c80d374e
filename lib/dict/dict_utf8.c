/* Whether the image's strings are UTF-8: the shortest form, no surrogates, at most U+10FFFF. */
#include "dict/dict_image.h"

/* Length of the sequence that `lead` begins and the range of its second byte; 0 when none. */
static unsigned sequence(uint8_t lead, uint8_t *low, uint8_t *high)
{
    *low = 0x80;
    *high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef) {
        if (lead == 0xe0)
            *low = 0xa0;
        if (lead == 0xed)
            *high = 0x9f;
        return 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        if (lead == 0xf0)
            *low = 0x90;
        if (lead == 0xf4)
            *high = 0x8f;
        return 4;
    }
    return 0;
}

size_t zgi_utf8_valid(const uint8_t *s, size_t len)
{
    size_t k = 0;
    while (k < len) {
        uint8_t low, high;
        if (s[k] < 0x80) {
            k++;
            continue;
        }
        unsigned n = sequence(s[k], &low, &high);
        if (n == 0 || len - k < n || s[k + 1] < low || s[k + 1] > high)
            return k;
        for (unsigned j = 2; j < n; j++)
            if ((s[k + j] & 0xc0) != 0x80)
                return k;
        k += n;
    }
    return k;
}
