/* What a triple means to those who keep people and their posts as entities.
 *
 * 免去何远的局长职务（2021-12-07） → ended, end 2021-12-07
 */
#include "emit/emit_entity.h"

bool zgi_entity_wanted(const zgi_fact *f)
{
    return f->kind == ZGI_FK_POST;
}

const char *zgi_entity_org_name(const zgi_fact *f)
{
    if (!f->has_org)
        return NULL;
    return f->org_full != NULL ? f->org_full : f->org_text;
}

const char *zgi_entity_gender(const zgi_person *p)
{
    if (p->gender == NULL)
        return NULL;
    if (strcmp(p->gender, "男") == 0)
        return "male";
    return strcmp(p->gender, "女") == 0 ? "female" : NULL;
}

const char *zgi_entity_status(const zgi_fact *f)
{
    switch (f->status) {
    case ZGI_S_FORMER:
    case ZGI_S_REMOVED:
        return "ended";
    case ZGI_S_PROPOSED:
        return "unknown";
    default:
        return f->period_end != NULL ? "ended" : "current";
    }
}

const char *zgi_entity_start(const zgi_fact *f)
{
    if (f->period_start != NULL)
        return f->period_start;
    return f->event_type == ZGI_EV_APPOINT || f->event_type == ZGI_EV_ELECT ? f->event_date : NULL;
}

const char *zgi_entity_end(const zgi_fact *f)
{
    if (f->period_end != NULL)
        return f->period_end;
    return f->event_type == ZGI_EV_REMOVE || f->event_type == ZGI_EV_RESIGN ? f->event_date : NULL;
}
