/* The shortest whole program: reads a text from standard input, prints its posts.
 *
 *     cc minimal.c $(pkg-config --cflags --libs zhiguan) -o minimal
 *     echo 公安县水利局局长江晓岚说，路通了。 | ./minimal
 *     江晓岚 | 局长 | 公安县水利局
 */
#include <stdio.h>

#include <zhiguan.h>

#define MAX_TEXT (1u << 20)

static char text[MAX_TEXT];

static int complain(const zg_error *error)
{
    fprintf(stderr, "minimal: %s: %s\n", zg_status_name(error->code), error->detail);
    return 1;
}

static void print_posts(const zg_result *result)
{
    for (size_t i = 0; i < zg_result_triple_count(result); i++) {
        const zg_triple *triple = zg_result_triple(result, i);
        const char *org = zg_triple_string(triple, ZG_STR_ORG);
        if (zg_triple_kind(triple) == ZG_KIND_POST) {
            printf("%s | %s | %s\n", zg_triple_string(triple, ZG_STR_PERSON),
                   zg_triple_string(triple, ZG_STR_TITLE), org != NULL ? org : "-");
        }
    }
}

int main(void)
{
    zg_error error = ZG_ERROR_INIT;
    zg_dict *dict = NULL;
    zg_session *session = NULL;
    zg_result *result = NULL;
    int failed = 0;
    size_t length = fread(text, 1, sizeof text, stdin);

    if (zg_dict_builtin(NULL, &dict, &error) != ZG_OK ||
        zg_session_new(dict, NULL, &session, &error) != ZG_OK ||
        zg_extract(session, text, length, &result, &error) != ZG_OK) {
        failed = complain(&error);
    } else {
        print_posts(result);
    }
    zg_result_free(result);
    zg_session_free(session);
    zg_dict_close(dict);
    return failed;
}
