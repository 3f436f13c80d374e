/* An organisation's kind, code and name in the words of FollowTheMoney. */
#ifndef ZGI_EMIT_TOPICS_H
#define ZGI_EMIT_TOPICS_H

#include "emit/emit_entity.h"

#define ZGI_TOPICS_MAX 3u

/* "PublicBody", "Company" or "Organization". */
const char *zgi_topics_schema(const zgi_fact *f);
/* Topics of the posts of this organisation; how many. */
size_t zgi_topics_of(const zgi_fact *f, const char *topics[ZGI_TOPICS_MAX]);
/* "cn", "hk", "mo", "tw"; NULL = not known. */
const char *zgi_topics_country(const zgi_fact *f);

#endif
