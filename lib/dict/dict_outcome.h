/* What a rule can say of a post, in the words of the output contract: status, kind and event.
 * Rule tables name them, the rule room sets them, resolve and emit carry them on. */
#ifndef ZGI_DICT_OUTCOME_H
#define ZGI_DICT_OUTCOME_H

typedef enum zgi_status { /* order of the contract's words */
                          ZGI_S_CURRENT,
                          ZGI_S_ACTING,
                          ZGI_S_FORMER,
                          ZGI_S_APPOINTED,
                          ZGI_S_REMOVED,
                          ZGI_S_PROPOSED
} zgi_status;
typedef enum zgi_fact_kind {
    ZGI_FK_POST,
    ZGI_FK_BYLINE,
    ZGI_FK_ROLE,
    ZGI_FK_GENERIC
} zgi_fact_kind;
typedef enum zgi_event_type {
    ZGI_EV_NONE,
    ZGI_EV_APPOINT,
    ZGI_EV_REMOVE,
    ZGI_EV_ELECT,
    ZGI_EV_RESIGN,
    ZGI_EV_PROPOSE,
    ZGI_EV_INVESTIGATE
} zgi_event_type;

#endif
