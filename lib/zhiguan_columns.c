/* The public API: a triple as a flat row. One list of columns for every table that is made of
 * triples (data frames, SQL), so that a column has one name and one meaning everywhere. */
#include "zhiguan_inner.h"

/* Where a column's value comes from. */
typedef enum zgi_cell_from { FROM_STRING, FROM_BEGIN, FROM_END, FROM_CONFIDENCE } zgi_cell_from;

typedef struct zgi_column {
    const char *name;
    zgi_cell_from from;
    int which; /* zg_triple_str or zg_piece */
} zgi_column;

static const zgi_column columns[] = {
    {"triple", FROM_STRING, ZG_STR_ID},
    {"person", FROM_STRING, ZG_STR_PERSON},
    {"title", FROM_STRING, ZG_STR_TITLE},
    {"title_head", FROM_STRING, ZG_STR_TITLE_HEAD},
    {"org", FROM_STRING, ZG_STR_ORG},
    {"org_full", FROM_STRING, ZG_STR_ORG_FULL},
    {"org_code", FROM_STRING, ZG_STR_ORG_CODE},
    {"org_kind", FROM_STRING, ZG_STR_ORG_KIND},
    {"org_by", FROM_STRING, ZG_STR_ORG_BY},
    {"status", FROM_STRING, ZG_STR_STATUS},
    {"kind", FROM_STRING, ZG_STR_KIND},
    {"event", FROM_STRING, ZG_STR_EVENT_TYPE},
    {"event_date", FROM_STRING, ZG_STR_EVENT_DATE},
    {"event_by", FROM_STRING, ZG_STR_EVENT_BY},
    {"period_start", FROM_STRING, ZG_STR_PERIOD_START},
    {"period_end", FROM_STRING, ZG_STR_PERIOD_END},
    {"rank", FROM_STRING, ZG_STR_RANK},
    {"confidence", FROM_CONFIDENCE, 0},
    {"rule", FROM_STRING, ZG_STR_RULE},
    {"person_begin", FROM_BEGIN, ZG_PERSON},
    {"person_end", FROM_END, ZG_PERSON},
    {"title_begin", FROM_BEGIN, ZG_TITLE},
    {"title_end", FROM_END, ZG_TITLE},
    {"org_begin", FROM_BEGIN, ZG_ORG},
    {"org_end", FROM_END, ZG_ORG},
    {"evidence_begin", FROM_BEGIN, ZG_EVIDENCE},
    {"evidence_end", FROM_END, ZG_EVIDENCE},
};

#define COLUMNS (sizeof columns / sizeof columns[0])

size_t zg_column_count(void)
{
    return COLUMNS;
}

const char *zg_column_name(size_t column)
{
    return column < COLUMNS ? columns[column].name : NULL;
}

zg_column_type zg_column_type_of(size_t column)
{
    if (column >= COLUMNS)
        return ZG_COLUMN_NONE;
    return columns[column].from == FROM_STRING ? ZG_COLUMN_TEXT : ZG_COLUMN_NUMBER;
}

const char *zg_triple_text(const zg_triple *triple, size_t column)
{
    if (column >= COLUMNS || columns[column].from != FROM_STRING)
        return NULL;
    return zg_triple_string(triple, (zg_triple_str)columns[column].which);
}

size_t zg_triple_number(const zg_triple *triple, size_t column)
{
    size_t begin = ZG_NONE, end = ZG_NONE;
    if (triple == NULL || column >= COLUMNS || columns[column].from == FROM_STRING)
        return ZG_NONE;
    if (columns[column].from == FROM_CONFIDENCE)
        return zg_triple_confidence(triple);
    (void)zg_triple_piece(triple, (zg_piece)columns[column].which, NULL, &begin, &end);
    return columns[column].from == FROM_BEGIN ? begin : end;
}
