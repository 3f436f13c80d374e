/* Ids of entities: SHA-1 over the parts that make an entity what it is, so that two runs, two
 * formats and two machines name it alike. The digest is a name here, it protects nothing.
 * (document, 何远) → zg-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12
 */
#include "emit/emit_entity.h"

typedef struct sha {
    uint32_t h[5];
    uint8_t block[64];
    uint64_t len;
} sha;

static uint32_t turn(uint32_t v, int n)
{
    return v << n | v >> (32 - n);
}

static void mix(sha *s)
{
    uint32_t w[80], a = s->h[0], b = s->h[1], c = s->h[2], d = s->h[3], e = s->h[4];
    for (int k = 0; k < 16; k++)
        w[k] = (uint32_t)s->block[4 * k] << 24 | (uint32_t)s->block[4 * k + 1] << 16 |
               (uint32_t)s->block[4 * k + 2] << 8 | s->block[4 * k + 3];
    for (int k = 16; k < 80; k++)
        w[k] = turn(w[k - 3] ^ w[k - 8] ^ w[k - 14] ^ w[k - 16], 1);
    for (int k = 0; k < 80; k++) {
        uint32_t f = k < 20   ? (b & c) | (~b & d)
                     : k < 40 ? b ^ c ^ d
                     : k < 60 ? (b & c) | (b & d) | (c & d)
                              : b ^ c ^ d;
        uint32_t key = k < 20   ? 0x5a827999u
                       : k < 40 ? 0x6ed9eba1u
                       : k < 60 ? 0x8f1bbcdcu
                                : 0xca62c1d6u;
        uint32_t next = turn(a, 5) + f + e + key + w[k];
        e = d;
        d = c;
        c = turn(b, 30);
        b = a;
        a = next;
    }
    s->h[0] += a;
    s->h[1] += b;
    s->h[2] += c;
    s->h[3] += d;
    s->h[4] += e;
}

static void add_byte(sha *s, uint8_t byte)
{
    s->block[s->len++ & 63] = byte;
    if ((s->len & 63) == 0)
        mix(s);
}

/* A part and a mark behind it, so that ("甲", "乙丙") is not ("甲乙", "丙"); NULL is not "". */
static void add(sha *s, const char *part)
{
    for (const char *p = part; p != NULL && *p != 0; p++)
        add_byte(s, (uint8_t)*p);
    add_byte(s, part == NULL ? 1 : 0);
}

static void finish(sha *s, char id[ZGI_ENTITY_ID_SIZE])
{
    uint64_t bits = s->len * 8;
    add_byte(s, 0x80);
    while ((s->len & 63) != 56)
        add_byte(s, 0);
    for (int k = 56; k >= 0; k -= 8)
        add_byte(s, (uint8_t)(bits >> k));
    memcpy(id, "zg-", 3);
    for (size_t k = 0; k < 40; k++)
        id[3 + k] = "0123456789abcdef"[s->h[k / 8] >> (28 - 4 * (k % 8)) & 15];
    id[43] = 0;
}

static void name(char id[ZGI_ENTITY_ID_SIZE], const char *const *parts, size_t count)
{
    sha s = {.h = {0x67452301u, 0xefcdab89u, 0x98badcfeu, 0x10325476u, 0xc3d2e1f0u}};
    for (size_t k = 0; k < count; k++)
        add(&s, parts[k]);
    finish(&s, id);
}

#define NAME(id, ...)                                                                              \
    name((id), (const char *const[]){__VA_ARGS__},                                                 \
         sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

void zgi_entity_ids_of(const zgi_emit_in *in, const zgi_fact *f, zgi_entity_ids *ids)
{
    const char *org = zgi_entity_org_name(f);
    NAME(ids->person, "person", in->id, f->person_text);
    ids->org[0] = 0;
    if (org != NULL)
        NAME(ids->org, "organization", f->org_code == NULL ? in->id : NULL, org, f->org_code);
    /* A title without an organisation is a post of its document only. */
    NAME(ids->post, "post", org == NULL ? in->id : NULL, ids->org, f->title_text);
    NAME(ids->hold, "holds", ids->person, ids->post, zgi_word_status(f->status),
         zgi_entity_start(f), zgi_entity_end(f));
}

bool zgi_id_set_make(zgi_id_set *set, size_t facts, zgi_arena *arena)
{
    size_t cap = 16;
    while (cap < facts * 8) /* four ids a triple, half of the places empty */
        cap *= 2;
    set->mask = cap - 1;
    set->keys = zgi_arena_zalloc(arena, cap, sizeof *set->keys);
    return set->keys != NULL;
}

bool zgi_id_set_add(zgi_id_set *set, const char *id)
{
    uint64_t key = 0;
    for (size_t k = 3; k < 19; k++) /* 64 bits of the digest tell ids of a document apart */
        key = key << 4 | (uint64_t)(id[k] <= '9' ? id[k] - '0' : id[k] - 'a' + 10);
    key |= key == 0;
    size_t at = (size_t)key & set->mask;
    for (; set->keys[at] != 0; at = (at + 1) & set->mask)
        if (set->keys[at] == key)
            return false;
    set->keys[at] = key;
    return true;
}
