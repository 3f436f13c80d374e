/* SHA-256 over the sources of an image: VERSION, then each table's name, length and bytes, in order
 * of the names. Says which tables an image was made from. */
#include <string.h>

#include "compile/compile_build.h"

typedef struct sha {
    uint32_t h[8];
    uint8_t block[64];
    uint64_t len;
} sha;

static const uint32_t round_words[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t v, int n)
{
    return v >> n | v << (32 - n);
}

static void step(sha *s)
{
    uint32_t w[64], v[8];
    for (int k = 0; k < 16; k++)
        w[k] = (uint32_t)s->block[4 * k] << 24 | (uint32_t)s->block[4 * k + 1] << 16 |
               (uint32_t)s->block[4 * k + 2] << 8 | (uint32_t)s->block[4 * k + 3];
    for (int k = 16; k < 64; k++) {
        uint32_t a = turn(w[k - 15], 7) ^ turn(w[k - 15], 18) ^ w[k - 15] >> 3;
        uint32_t b = turn(w[k - 2], 17) ^ turn(w[k - 2], 19) ^ w[k - 2] >> 10;
        w[k] = w[k - 16] + a + w[k - 7] + b;
    }
    memcpy(v, s->h, sizeof v);
    for (int k = 0; k < 64; k++) {
        uint32_t e = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25);
        uint32_t one = v[7] + e + ((v[4] & v[5]) ^ (~v[4] & v[6])) + round_words[k] + w[k];
        uint32_t a = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22);
        uint32_t two = a + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof v[0]);
        v[4] += one;
        v[0] = one + two;
    }
    for (int k = 0; k < 8; k++)
        s->h[k] += v[k];
}

static void add(sha *s, const void *bytes, size_t len)
{
    const uint8_t *p = bytes;
    for (; len > 0; len--) {
        s->block[s->len++ % 64] = *p++;
        if (s->len % 64 == 0)
            step(s);
    }
}

static void add_number(sha *s, uint64_t v)
{
    uint8_t b[8];
    for (int k = 0; k < 8; k++)
        b[k] = (uint8_t)(v >> (56 - 8 * k));
    add(s, b, sizeof b);
}

static void finish(sha *s, uint8_t out[ZGI_IMAGE_DIGEST])
{
    uint64_t bits = s->len * 8;
    const uint8_t one = 0x80, zero = 0;
    add(s, &one, 1);
    while (s->len % 64 != 56)
        add(s, &zero, 1);
    add_number(s, bits);
    for (int k = 0; k < 32; k++)
        out[k] = (uint8_t)(s->h[k / 4] >> (24 - 8 * (k % 4)));
}

void zgc_sha256(const zgc_data *data, uint8_t out[ZGI_IMAGE_DIGEST])
{
    sha s = {.h = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                   0x1f83d9ab, 0x5be0cd19}};
    add(&s, data->version, strlen(data->version) + 1);
    for (uint32_t k = 0; k < data->count; k++) {
        const zgc_table *t = &data->tables[k];
        add(&s, t->name, strlen(t->name) + 1);
        add_number(&s, t->len);
        add(&s, t->bytes, t->len);
    }
    finish(&s, out);
}
