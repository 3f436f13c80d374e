/* From tables to an image, on one screen. */
#include <stdio.h>
#include <stdlib.h>

#include "compile/compile_build.h"

void zgc_rows(zgc_builder *b, zgc_shape shape, zgc_each one)
{
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == shape && r < t->count; r++)
            one(b, t, &t->rows[r]);
    }
}

static void report(const zgc_builder *b, size_t len)
{
    printf("zgc: %s: %u words, %u senses, %u places, %u characters, %u rules, %u string tables\n",
           b->data->version, b->keys.count, b->senses.count, b->places.count, b->char_count - 1,
           b->rules.count, b->tables.items[0]);
    printf("zgc: trie of %u units for %zu bytes of image", b->trie.count, len);
    if (b->unreachable > 0)
        printf("; %u forms of places have characters outside the BMP and are not found in texts",
               b->unreachable);
    putchar('\n');
}

/* An image that the library refuses is never written. */
static void prove(const uint8_t *image, size_t len)
{
    zgi_dict_view view;
    zg_error err = ZG_ERROR_INIT;
    if (zgi_dict_load(image, len, &view, &err) == ZG_OK)
        return;
    fprintf(stderr, "zgc: the image does not pass its own check: %s\n", err.detail);
    exit(2);
}

uint8_t *zgc_build(zgc_data *data, size_t *len, bool with_report)
{
    zgc_builder *b = zgc_alloc(1, sizeof *b);
    b->data = data;
    zgc_fold_build(b);
    zgc_weights_build(b);
    zgc_names_build(b);
    zgc_places_build(b);
    zgc_lexicon_build(b);
    zgc_rules_build(b);
    zgc_tables_build(b);
    if (data->faults.count > 0)
        return NULL;
    zgc_senses_build(b);
    zgc_chars_build(b);
    zgc_trie_build(b);
    uint8_t *image = zgc_image_write(b, len);
    prove(image, *len);
    if (with_report)
        report(b, *len);
    return image;
}
