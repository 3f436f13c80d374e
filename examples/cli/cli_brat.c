/* --format=brat --output FOLDER: for each document NAME.txt and NAME.ann, and annotation.conf,
 * which tells brat the types there are. Open the folder in brat as a collection. */
#define _POSIX_C_SOURCE 200809L

#include "cli_brat.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "cli_utf8.h"

static const char conf[] =
    "[entities]\n"
    "Person\n"
    "Organisation\n"
    "[relations]\n"
    "[events]\n"
    "Post\tHolder?:Person, Of?:Organisation\n"
    "[attributes]\n"
    "Status\tArg:Post, Value:current|acting|former|appointed|removed|proposed\n"
    "Kind\tArg:Post, Value:post|byline|role|generic\n";

static bool write_file(const char *folder, const char *name, size_t length, const char *suffix,
                       const char *data, size_t size, int flags)
{
    cli_buffer path = {0};
    cli_output out = {0};
    bool good = cli_buffer_addf(&path, "%s/", folder) && cli_buffer_add(&path, name, length) &&
                cli_buffer_add(&path, suffix, strlen(suffix) + 1);
    if (!good) {
        cli_message("out of memory");
    } else {
        out.name = path.data;
        good = cli_output_open(&out, path.data, flags);
    }
    if (good) {
        (void)cli_output_write(&out, data, size);
        good = cli_output_close(&out, CLI_OK) == CLI_OK;
    }
    cli_buffer_free(&path);
    return good;
}

bool cli_brat_begin(const char *folder)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        cli_message("%s: %s; check the folder and the permissions", folder, strerror(errno));
        return false;
    }
    return write_file(folder, "annotation", 10, ".conf", conf, sizeof conf - 1, O_TRUNC);
}

bool cli_brat_write(const char *folder, const cli_chunk *chunk)
{
    const char *slash = strrchr(chunk->id, '/');
    const char *name = slash != NULL ? slash + 1 : chunk->id;
    size_t length = strlen(name);
    if (length > 4 && strcmp(name + length - 4, ".txt") == 0) {
        length -= 4;
    }
    /* Two files of one name would lose one document: never write over what is there. */
    return write_file(folder, name, length, ".ann", chunk->out.data, chunk->out.len, O_EXCL) &&
           write_file(folder, name, length, ".txt", chunk->text.data, chunk->text.len, O_EXCL);
}

bool cli_brat_text(cli_chunk *chunk, const char *text, size_t length)
{
    bool good = true;
    for (size_t at = 0, n; at < length && good; at += n) {
        size_t bad = 0;
        n = cli_utf8_valid(text + at, length - at);
        if (n > 0) {
            good = cli_buffer_add(&chunk->text, text + at, n);
        } else {
            (void)cli_utf8_step((const unsigned char *)text + at, length - at, &bad);
            good = cli_buffer_add(&chunk->text, "\xef\xbf\xbd", 3);
            n = bad;
        }
    }
    return good;
}
