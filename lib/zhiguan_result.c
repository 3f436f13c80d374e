/* The public API: results, triples and persons: counted, read, never changed. */
#include "zhiguan_inner.h"

zg_result *zg_result_ref(zg_result *result)
{
    if (result != NULL)
        atomic_fetch_add_explicit(&result->holders, 1, memory_order_relaxed);
    return result;
}

void zg_result_free(zg_result *result)
{
    if (result == NULL || atomic_fetch_sub_explicit(&result->holders, 1, memory_order_acq_rel) != 1)
        return;
    zg_allocator allocator = result->allocator;
    zgi_arena_free(result->arena);
    zgi_memory_release(&allocator, result, sizeof *result);
}

size_t zg_result_triple_count(const zg_result *result)
{
    return result ? result->facts.fact_count : 0;
}

const zg_triple *zg_result_triple(const zg_result *result, size_t index)
{
    return index < zg_result_triple_count(result) ? &result->triples[index] : NULL;
}

size_t zg_result_person_count(const zg_result *result)
{
    return result ? result->facts.person_count : 0;
}

const zg_person *zg_result_person(const zg_result *result, size_t index)
{
    return index < zg_result_person_count(result) ? &result->persons[index] : NULL;
}

size_t zg_result_warning_count(const zg_result *result)
{
    return result ? result->facts.warning_count : 0;
}

const char *zg_result_warning(const zg_result *result, size_t index)
{
    return index < zg_result_warning_count(result) ? result->facts.warnings[index] : NULL;
}

zg_offsets zg_result_offsets(const zg_result *result)
{
    return result ? result->offsets : ZG_OFFSETS_CODEPOINT;
}

const char *zg_result_string(const zg_result *result, zg_result_str which)
{
    if (result == NULL)
        return NULL;
    switch (which) {
    case ZG_STR_PLACE:
        return result->facts.place_name;
    case ZG_STR_PLACE_CODE:
        return result->facts.place_code;
    case ZG_STR_DATE:
        return result->facts.date;
    case ZG_STR_SOURCE:
        return result->facts.source;
    case ZG_STR_DATA_VERSION:
        return result->data_version;
    default:
        return NULL;
    }
}

static size_t offset_of(uint32_t unit)
{
    return unit == UINT32_MAX ? ZG_NONE : unit;
}

static void set(const char **text, size_t *begin, size_t *end, const char *s, zgi_span span)
{
    if (text != NULL)
        *text = s;
    if (begin != NULL)
        *begin = offset_of(span.begin);
    if (end != NULL)
        *end = offset_of(span.end);
}

zg_status zg_triple_piece(const zg_triple *triple, zg_piece piece, const char **text, size_t *begin,
                          size_t *end)
{
    set(text, begin, end, NULL, ZGI_NO_SPAN);
    if (triple == NULL)
        return ZG_E_ARGUMENT;
    const zgi_fact *f = triple->fact;
    switch (piece) {
    case ZG_PERSON:
        set(text, begin, end, f->person_text, f->person);
        return ZG_OK;
    case ZG_TITLE:
        set(text, begin, end, f->title_text, f->title);
        return ZG_OK;
    case ZG_ORG:
        set(text, begin, end, f->org_text, f->org);
        return ZG_OK;
    case ZG_EVENT:
        set(text, begin, end, triple->event_text, f->event);
        return ZG_OK;
    case ZG_EVIDENCE:
        set(text, begin, end, triple->evidence_text, f->evidence);
        return ZG_OK;
    default:
        return ZG_E_ARGUMENT;
    }
}

const char *zg_triple_string(const zg_triple *triple, zg_triple_str which)
{
    if (triple == NULL)
        return NULL;
    const zgi_fact *f = triple->fact;
    const char *const strings[] = {
        [ZG_STR_ID] = triple->id,
        [ZG_STR_PERSON] = f->person_text,
        [ZG_STR_TITLE] = f->title_text,
        [ZG_STR_TITLE_HEAD] = f->title_head,
        [ZG_STR_ORG] = f->org_text,
        [ZG_STR_ORG_FULL] = f->org_full,
        [ZG_STR_ORG_CODE] = f->org_code,
        [ZG_STR_ORG_KIND] = f->org_kind,
        [ZG_STR_ORG_BY] = f->has_org ? zgi_word_by(f->org_by) : NULL,
        [ZG_STR_STATUS] = zgi_word_status(f->status),
        [ZG_STR_KIND] = zgi_word_kind(f->kind),
        [ZG_STR_EVENT_TYPE] = zgi_word_event(f->event_type),
        [ZG_STR_EVENT_DATE] = f->event_date,
        [ZG_STR_EVENT_BY] = f->event_by,
        [ZG_STR_PERIOD_START] = f->period_start,
        [ZG_STR_PERIOD_END] = f->period_end,
        [ZG_STR_RANK] = f->rank,
        [ZG_STR_RULE] = f->rule,
    };
    size_t k = (size_t)which;
    return k < sizeof strings / sizeof strings[0] ? strings[k] : NULL;
}

zg_post_status zg_triple_status(const zg_triple *triple)
{
    return triple ? (zg_post_status)triple->fact->status : ZG_CURRENT;
}

zg_kind zg_triple_kind(const zg_triple *triple)
{
    return triple ? (zg_kind)(1u << triple->fact->kind) : ZG_KIND_POST;
}

zg_event zg_triple_event(const zg_triple *triple)
{
    return triple ? (zg_event)triple->fact->event_type : ZG_EVENT_NONE;
}

zg_org_by zg_triple_org_by(const zg_triple *triple)
{
    return triple && triple->fact->has_org ? (zg_org_by)(triple->fact->org_by + 1) : ZG_BY_NONE;
}

uint32_t zg_triple_confidence(const zg_triple *triple)
{
    return triple ? triple->fact->confidence : 0;
}

size_t zg_triple_grade_count(const zg_triple *triple)
{
    return triple ? triple->fact->grade_count : 0;
}

const char *zg_triple_grade(const zg_triple *triple, size_t index)
{
    return index < zg_triple_grade_count(triple) ? triple->fact->grades[index] : NULL;
}

const zg_person *zg_triple_person(const zg_triple *triple)
{
    return triple ? zg_result_person(triple->result, triple->fact->person_index) : NULL;
}

const char *zg_person_string(const zg_person *person, zg_person_str which)
{
    if (person == NULL)
        return NULL;
    switch (which) {
    case ZG_STR_NAME:
        return person->person->name;
    case ZG_STR_GENDER:
        return person->person->gender;
    case ZG_STR_ETHNICITY:
        return person->person->ethnicity;
    case ZG_STR_BORN:
        return person->person->born;
    case ZG_STR_NATIVE_PLACE:
        return person->person->native_place;
    default:
        return NULL;
    }
}

size_t zg_person_mention_count(const zg_person *person)
{
    return person ? person->person->mention_count : 0;
}

zg_status zg_person_mention(const zg_person *person, size_t index, size_t *begin, size_t *end)
{
    bool there = index < zg_person_mention_count(person);
    set(NULL, begin, end, NULL, there ? person->person->mentions[index] : ZGI_NO_SPAN);
    return there ? ZG_OK : ZG_E_ARGUMENT;
}

size_t zg_person_triple_count(const zg_person *person)
{
    return person ? person->person->fact_count : 0;
}

const zg_triple *zg_person_triple(const zg_person *person, size_t index)
{
    return index < zg_person_triple_count(person)
               ? zg_result_triple(person->result, person->person->facts[index])
               : NULL;
}
