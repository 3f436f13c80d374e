/* Name candidates that begin at one position, with their costs. */
#ifndef ZGI_NAME_CANDIDATES_H
#define ZGI_NAME_CANDIDATES_H

#include "name/name.h"

typedef struct zgi_name_env {
    const zgi_dict_view *dict;
    const zgi_text *text;
    const zgi_edges *edges;
    const uint32_t *first; /* [sentence length + 1] first edge of each position */
    const zgi_known *known;
    zgi_arena *arena;
} zgi_name_env;

/* Appends the candidates that begin at `i` to `out`. */
zg_status zgi_name_candidates(const zgi_name_env *env, uint32_t i, zgi_edges *out);
/* The same for names that are made of parts: transliterated, joined by ·, ethnic, Japanese. */
zg_status zgi_name_foreign(const zgi_name_env *env, uint32_t i, zgi_edges *out);

static inline const zgi_name_char *zgi_name_char_at(const zgi_name_env *env, uint32_t i)
{
    return &env->dict->name_chars[env->text->code[i]];
}
static inline bool zgi_name_push(const zgi_name_env *env, zgi_edges *out, uint32_t begin,
                                 uint32_t end, int32_t cost, zgi_name_form form)
{
    zgi_edge e = {begin, end, cost, 0, 0, ZGI_C_NAME, (uint8_t)form};
    return ZGI_PUSH(env->arena, out, e);
}

#endif
