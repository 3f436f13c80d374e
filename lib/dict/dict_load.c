/* The door of the image: its head, its section table, the sums; then views into its bytes.
 *
 * Takes bytes from a stranger; gives a zgi_dict_view that needs no more checks, or a sentence that
 * says which section is wrong, at which byte. Order: head → section table → sums → sizes → what the
 * sections hold (dict_verify.c). Nothing is read before its place is known to be inside.
 */
#include "dict/dict_load.h"

#include <string.h>

static const struct {
    char tag[5];
    uint8_t unit;
} sections[] = {
#define ZGI_X(id, tag, size) {tag, size},
    ZGI_SECTIONS(ZGI_X)
#undef ZGI_X
};

#define TABLE_SIZE  ((size_t)ZGI_SECTION_COUNT * ZGI_IMAGE_ENTRY)
#define VERSION_MAX 64u

const char *zgi_section_tag(zgi_section section)
{
    return sections[section].tag;
}

size_t zgi_section_unit(zgi_section section)
{
    return sections[section].unit;
}

static uint32_t u32_at(const uint8_t *p)
{
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

static uint64_t u64_at(const uint8_t *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

zg_status zgi_load_bad(const zgi_load *load, zgi_section section, size_t element, const char *what)
{
    char number[ZGI_UTOA_SIZE];
    size_t offset = load->parts[section].offset + element * zgi_section_unit(section);
    return zgi_fail(load->err, ZG_E_IMAGE, 0, offset, "section ", zgi_section_tag(section),
                    ", element ", zgi_utoa(element, number), ": ", what, NULL);
}

static zg_status bad(const zgi_load *load, size_t offset, const char *what)
{
    return zgi_fail(load->err, ZG_E_IMAGE, 0, offset, what, NULL);
}

static zg_status check_format(const zgi_load *load)
{
    char number[ZGI_UTOA_SIZE];
    uint32_t format = u32_at(load->bytes + 12);
    if (u32_at(load->bytes + 8) != ZGI_IMAGE_ENDIAN)
        return zgi_fail(load->err, ZG_E_VERSION, 0, 8,
                        "the image's byte order is not this machine's", NULL);
    if (format < ZGI_IMAGE_FORMAT_LOWEST || format > ZGI_IMAGE_FORMAT_HIGHEST)
        return zgi_fail(load->err, ZG_E_VERSION, 0, 12, "image format ", zgi_utoa(format, number),
                        " is not one this library reads: make the image with its own zgc", NULL);
    return ZG_OK;
}

static zg_status check_head(const zgi_load *load, const zgi_crc *crc)
{
    const uint8_t *b = load->bytes;
    if (load->len < ZGI_IMAGE_MAGIC_SIZE || memcmp(b, ZGI_IMAGE_MAGIC, ZGI_IMAGE_MAGIC_SIZE) != 0)
        return bad(load, 0, "not a zhiguan dictionary image (its first bytes differ)");
    if (load->len < ZGI_IMAGE_HEAD)
        return bad(load, load->len, "the image ends inside its head");
    zg_status status = check_format(load);
    if (status != ZG_OK)
        return status;
    if (u64_at(b + 16) != load->len)
        return bad(load, 16, "the image is not as long as its head says: it was cut or added to");
    if (u32_at(b + 56) != ZGI_SECTION_COUNT)
        return bad(load, 56, "the image has not as many sections as its format");
    if (load->len < ZGI_IMAGE_HEAD + TABLE_SIZE)
        return bad(load, load->len, "the image ends inside its section table");
    uint32_t sum = zgi_crc_of(crc, 0, b, 60);
    sum = zgi_crc_of(crc, sum, b + ZGI_IMAGE_HEAD, TABLE_SIZE);
    if (sum != u32_at(b + 60))
        return bad(load, 60, "the head or section table is damaged (its sum differs)");
    return ZG_OK;
}

static zg_status section_fault(const zgi_load *load, zgi_section s, size_t at, const char *what)
{
    return zgi_fail(load->err, ZG_E_IMAGE, 0, at, "section ", zgi_section_tag(s), ": ", what, NULL);
}

/* No sum is over the bytes between sections: they are 0. */
static bool empty_between(const zgi_load *load, size_t from, size_t to)
{
    while (from < to && load->bytes[from] == 0)
        from++;
    return from >= to;
}

/* One entry of the section table: its tag, that it lies behind `after`, its sum; `crc` NULL: the
 * sum is known to be right. */
static zg_status take_section(zgi_load *load, zgi_section s, const zgi_crc *crc, size_t *after)
{
    size_t entry = ZGI_IMAGE_HEAD + (size_t)s * ZGI_IMAGE_ENTRY;
    const uint8_t *e = load->bytes + entry;
    uint64_t offset = u64_at(e + 8), size = u64_at(e + 16);
    size_t unit = zgi_section_unit(s);
    if (memcmp(e, zgi_section_tag(s), 4) != 0)
        return section_fault(load, s, entry, "is missing, or not in its place of the table");
    if (offset < *after || offset % ZGI_IMAGE_ALIGN != 0 || offset > load->len ||
        size > load->len - offset)
        return section_fault(load, s, entry + 8, "lies outside the image or over another");
    if (!empty_between(load, *after, (size_t)offset))
        return section_fault(load, s, *after, "has bytes before it that belong to no section");
    if (size % unit != 0 || size / unit >= UINT32_MAX)
        return section_fault(load, s, entry + 16, "has a size that its elements cannot have");
    if (crc != NULL && zgi_crc_of(crc, 0, load->bytes + offset, (size_t)size) != u32_at(e + 4))
        return section_fault(load, s, (size_t)offset, "is damaged (its sum differs)");
    load->parts[s] = (zgi_part){load->bytes + offset, (size_t)offset, (uint32_t)(size / unit)};
    *after = (size_t)(offset + size);
    return ZG_OK;
}

/* Sections whose size the format fixes. */
static zg_status check_sizes(const zgi_load *load)
{
    static const struct {
        zgi_section section;
        uint32_t least, most;
    } fixed[] = {
        {ZGI_SECTION_CHARS, 65536, 65536},
        {ZGI_SECTION_FOLD, 65536, 65536},
        {ZGI_SECTION_UNITS, 2, ZGI_TRIE_LIMIT},
        {ZGI_SECTION_NAMES, 1, 65536},
        {ZGI_SECTION_LISTS, 1, UINT32_MAX},
        {ZGI_SECTION_TRANSITIONS, ZGI_G_COUNT * ZGI_G_COUNT, ZGI_G_COUNT * ZGI_G_COUNT},
        {ZGI_SECTION_WEIGHTS, ZGI_W_COUNT, ZGI_W_COUNT},
        {ZGI_SECTION_TABLES, 1, UINT32_MAX},
        {ZGI_SECTION_STRINGS, 1, UINT32_MAX},
        {ZGI_SECTION_VERSION, 2, VERSION_MAX},
    };
    for (size_t k = 0; k < sizeof fixed / sizeof fixed[0]; k++) {
        const zgi_part *p = &load->parts[fixed[k].section];
        if (p->count < fixed[k].least || p->count > fixed[k].most)
            return section_fault(load, fixed[k].section, p->offset, "has a wrong size");
    }
    return ZG_OK;
}

static void make_view(const zgi_load *load, zgi_dict_view *v)
{
    const zgi_part *p = load->parts;
    v->char_code = p[ZGI_SECTION_CHARS].at;
    v->fold = p[ZGI_SECTION_FOLD].at;
    v->units = p[ZGI_SECTION_UNITS].at;
    v->unit_count = p[ZGI_SECTION_UNITS].count;
    v->senses = p[ZGI_SECTION_SENSES].at;
    v->sense_count = p[ZGI_SECTION_SENSES].count;
    v->name_chars = p[ZGI_SECTION_NAMES].at;
    v->char_count = p[ZGI_SECTION_NAMES].count;
    v->places = p[ZGI_SECTION_PLACES].at;
    v->place_count = p[ZGI_SECTION_PLACES].count;
    v->place_lists = p[ZGI_SECTION_LISTS].at;
    v->place_list_count = p[ZGI_SECTION_LISTS].count;
    v->rules = p[ZGI_SECTION_RULES].at;
    v->rule_count = p[ZGI_SECTION_RULES].count;
    v->transitions = p[ZGI_SECTION_TRANSITIONS].at;
    v->weights = p[ZGI_SECTION_WEIGHTS].at;
    v->tables = p[ZGI_SECTION_TABLES].at;
    v->table_words = p[ZGI_SECTION_TABLES].count;
    v->strings = p[ZGI_SECTION_STRINGS].at;
    v->string_size = p[ZGI_SECTION_STRINGS].count;
    v->data_version = p[ZGI_SECTION_VERSION].at;
}

/* Costs are in bounds here, so that no difference overflows. */
static void work_out_lead(zgi_dict_view *v)
{
    for (size_t a = 0; a < ZGI_G_COUNT; a++)
        for (size_t b = 0; b < ZGI_G_COUNT; b++) {
            const int32_t *from_a = v->transitions + a * ZGI_G_COUNT;
            const int32_t *from_b = v->transitions + b * ZGI_G_COUNT;
            int32_t most = from_a[0] - from_b[0];
            for (size_t g = 1; g < ZGI_G_COUNT; g++)
                if (from_a[g] - from_b[g] > most)
                    most = from_a[g] - from_b[g];
            v->lead[a][b] = most;
        }
}

/* Head and section table; with `whole`, every byte behind them, too. */
static zg_status load_image(const uint8_t *bytes, size_t len, bool whole, zgi_dict_view *out,
                            zg_error *err)
{
    zgi_load load = {.bytes = bytes, .len = len, .err = err};
    zgi_dict_view view = {0};
    zgi_crc crc;
    size_t after = ZGI_IMAGE_HEAD + TABLE_SIZE;
    memset(out, 0, sizeof *out);
    if (bytes == NULL || (uintptr_t)bytes % ZGI_IMAGE_ALIGN != 0)
        return zgi_fail(err, ZG_E_ARGUMENT, 0, 0, "the image does not begin on an 8-byte border",
                        NULL);
    zgi_crc_init(&crc);
    zg_status status = check_head(&load, &crc);
    for (int s = 0; status == ZG_OK && s < ZGI_SECTION_COUNT; s++)
        status = take_section(&load, (zgi_section)s, whole ? &crc : NULL, &after);
    if (status == ZG_OK && !empty_between(&load, after, len))
        status = bad(&load, after, "the image has bytes that belong to no section");
    if (status == ZG_OK)
        status = check_sizes(&load);
    if (status != ZG_OK)
        return status;
    make_view(&load, &view);
    if (whole)
        status = zgi_verify_text(&load, &view);
    if (status == ZG_OK && whole)
        status = zgi_verify_lexicon(&load, &view);
    if (status != ZG_OK)
        return status;
    work_out_lead(&view);
    *out = view;
    return status;
}

zg_status zgi_dict_load(const uint8_t *bytes, size_t len, zgi_dict_view *out, zg_error *err)
{
    return load_image(bytes, len, true, out, err);
}

zg_status zgi_dict_load_own(const uint8_t *bytes, size_t len, zgi_dict_view *out, zg_error *err)
{
    return load_image(bytes, len, false, out, err);
}
