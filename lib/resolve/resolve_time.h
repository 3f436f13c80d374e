/* Dates inside the room: see resolve_time.c. A part that is not written is 0. */
#ifndef ZGI_RESOLVE_TIME_H
#define ZGI_RESOLVE_TIME_H

#include "resolve/resolve_inner.h"

/* Does a figure stand there, 0-9 or 一 … 十? */
bool zgi_rs_numeral(const zgi_text *t, uint32_t at);
bool zgi_rs_date_at(const zgi_text *t, uint32_t *at, uint32_t end, zgi_date *out);
bool zgi_rs_day_at(const zgi_text *t, uint32_t *at, uint32_t end, zgi_date *out);
/* 10日 without a month. */
bool zgi_rs_dayno_at(const zgi_text *t, uint32_t *at, uint32_t end, uint32_t *day);
zgi_date zgi_rs_days_back(zgi_date d, uint32_t back);
const char *zgi_rs_iso(zgi_rs *rs, zgi_date d);

/* resolve_period.c: does 直到2006年 stand behind the title? */
bool zgi_rs_until(const zgi_rs *rs, const zgi_draft *d, zgi_date *last);

#endif
