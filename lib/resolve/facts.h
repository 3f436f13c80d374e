/* What the pipeline ends in: the facts of one document, ready to be written. Emit and the public
 * API read only this. Strings are UTF-8, NUL-terminated, in the result's arena, NULL = unknown
 * (JSON null). Spans are characters (code points) of the caller's text. */
#ifndef ZGI_RESOLVE_FACTS_H
#define ZGI_RESOLVE_FACTS_H

#include "dict/dict_outcome.h"
#include "text/text.h"

#define ZGI_NO_SPAN ((zgi_span){UINT32_MAX, UINT32_MAX})

typedef enum zgi_org_by { ZGI_BY_STATED, ZGI_BY_SHARED, ZGI_BY_CONTEXT } zgi_org_by;

typedef struct zgi_fact {
    zgi_span person, title, org; /* org: ZGI_NO_SPAN when none is written */
    zgi_span evidence, event;    /* event: its trigger, ZGI_NO_SPAN when none */
    const char *person_text, *title_text, *title_head;
    const char *const *grades; /* [grade_count] */
    uint32_t grade_count;
    const char *org_text, *org_full, *org_code, *org_kind;
    const char *event_date, *event_by, *period_start, *period_end, *rank;
    const char *rule;                                     /* id of the rule that fired */
    uint8_t status, kind, event_type, org_by, confidence; /* enums above; confidence 0..100 */
    uint8_t told;                                         /* status by its sentence alone */
    bool has_org; /* false: org is null as a whole (nothing written, nothing known) */
    bool has_period;
    uint32_t person_index; /* into persons */
} zgi_fact;

typedef struct zgi_person {
    const char *name;
    const zgi_span *mentions;
    uint32_t mention_count;
    const uint32_t *facts; /* indexes into facts, ascending */
    uint32_t fact_count;
    const char *gender, *ethnicity, *born, *native_place;
    bool has_profile;
} zgi_person;

typedef struct zgi_facts {
    const zgi_fact *facts; /* in order of person.begin, then title.begin */
    uint32_t fact_count;
    const zgi_person *persons; /* in order of first mention */
    uint32_t person_count;
    const char *place_name, *place_code, *date, *source;
    const char *const *warnings; /* Chinese and English, one string each */
    uint32_t warning_count;
} zgi_facts;

#endif
