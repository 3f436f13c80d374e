/* Topics of a position in the words of FollowTheMoney and OpenSanctions: whose branch, which level.
 *
 * Takes an organisation's kind, code and name. 兴山县人民法院 (court, 420526) → gov.judicial, gov.muni.
 * A level is given only where it is known: by the division's code, or by a name that only a
 * national body has. Whether a company belongs to the state is not known, so gov.soe is never said.
 */
#include "emit/emit_topics.h"

typedef struct row {
    const char *kind, *schema;
    const char *topics[2];
    bool levelled;
} row;

static const row rows[] = {
    {"party", "Organization", {"pol.party", NULL}, true},
    {"government", "PublicBody", {"gov.executive", NULL}, true},
    {"region", "PublicBody", {"gov.executive", NULL}, true},
    {"congress", "PublicBody", {"gov.legislative", NULL}, true},
    {"cppcc", "PublicBody", {"gov", NULL}, true},
    {"court", "PublicBody", {"gov.judicial", NULL}, true},
    {"procuratorate", "PublicBody", {"gov.judicial", NULL}, true},
    {"discipline", "PublicBody", {"gov.judicial", NULL}, true},
    {"police", "PublicBody", {"gov.executive", "gov.security"}, true},
    {"military", "PublicBody", {"gov.security", NULL}, false},
    {"international", "Organization", {"gov.igo", NULL}, false},
    {"company", "Company", {NULL, NULL}, false},
};

/* How the names of national bodies begin; what a division's name comes before is none of them. */
static const char *const national[] = {
    "中共中央",
    "中央",
    "国务院",
    "全国人",
    "全国政协",
    "最高人民",
    "国家",
    "中华人民共和国",
    "外交部",
    "国防部",
    "教育部",
    "科学技术部",
    "科技部",
    "工业和信息化部",
    "公安部",
    "民政部",
    "司法部",
    "财政部",
    "人力资源和社会保障部",
    "自然资源部",
    "生态环境部",
    "住房和城乡建设部",
    "交通运输部",
    "水利部",
    "农业农村部",
    "商务部",
    "文化和旅游部",
    "退役军人事务部",
    "应急管理部",
    "中国人民银行",
    "审计署",
    "海关总署",
};

static const row *row_of(const char *kind)
{
    for (size_t k = 0; kind != NULL && k < sizeof rows / sizeof rows[0]; k++)
        if (strcmp(rows[k].kind, kind) == 0)
            return &rows[k];
    return NULL;
}

static const char *level_of(const char *code, const char *name)
{
    if (code != NULL)
        return strlen(code) == 6 && strcmp(code + 2, "0000") == 0 ? "gov.state" : "gov.muni";
    for (size_t k = 0; name != NULL && k < sizeof national / sizeof national[0]; k++)
        if (strncmp(name, national[k], strlen(national[k])) == 0)
            return "gov.national";
    return NULL;
}

const char *zgi_topics_schema(const zgi_fact *f)
{
    const row *r = row_of(f->org_kind);
    return r == NULL ? "Organization" : r->schema;
}

size_t zgi_topics_of(const zgi_fact *f, const char *topics[ZGI_TOPICS_MAX])
{
    const row *r = row_of(f->org_kind);
    size_t n = 0;
    if (r == NULL)
        return 0;
    for (size_t k = 0; k < 2 && r->topics[k] != NULL; k++)
        topics[n++] = r->topics[k];
    const char *level = level_of(f->org_code, zgi_entity_org_name(f));
    if (r->levelled && level != NULL)
        topics[n++] = level;
    return n;
}

const char *zgi_topics_country(const zgi_fact *f)
{
    static const char *const special[] = {"tw", "hk", "mo"};
    const char *code = f->org_code;
    if (code != NULL)
        return code[0] == '7'   ? special[0]
               : code[0] == '8' ? special[code[1] == '1' ? 1 : 2]
                                : "cn";
    const row *r = row_of(f->org_kind);
    const char *level = r != NULL && r->levelled ? level_of(NULL, zgi_entity_org_name(f)) : NULL;
    return level != NULL ? "cn" : NULL;
}
