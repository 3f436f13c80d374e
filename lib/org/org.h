/* 4. Organisations and places: tokens → items of a sentence, with organisations put together.
 * 「市公安局荆州分局局长」 → one org item (市公安局荆州分局) and a title item (局长). */
#ifndef ZGI_ORG_ORG_H
#define ZGI_ORG_ORG_H

#include "name/name.h"

typedef struct zgi_org {
    zgi_span at;
    uint32_t kinds;        /* zgi_kind of its last part; ZGI_F_PARTIAL when it needs a parent */
    uint32_t first, last;  /* tokens [first, last) */
    zgi_span place;        /* the place chain it begins with, ZGI_NO_SPAN-like when none */
    uint32_t place_data;   /* data of the chain's last place token: list of zgi_place candidates */
} zgi_org;

#endif
