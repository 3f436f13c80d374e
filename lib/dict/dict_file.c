/* An image file into memory: read as a whole, or mapped read-only where the caller asks for it.
 * The only file access of the library. */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dict/dict.h"

static bool read_all(int fd, uint8_t *to, size_t len)
{
    size_t done = 0;
    while (done < len) {
        ssize_t n = read(fd, to + done, len - done);
        if (n < 0 && errno == EINTR) /* on a file system that a network or a program serves */
            continue;
        if (n <= 0) /* the end is a failure too: the file became shorter */
            return false;
        done += (size_t)n;
    }
    return true;
}

static zg_status take_file(int fd, const char *path, size_t len, zgi_dict_file *out, zg_error *err)
{
    uint8_t *bytes = zgi_memory_alloc(&out->allocator, len);
    if (bytes == NULL)
        return zgi_fail(err, ZG_E_MEMORY, 0, 0, path, ": no memory for the image", NULL);
    if (!read_all(fd, bytes, len)) {
        zgi_memory_release(&out->allocator, bytes, len);
        return zgi_fail(err, ZG_E_READ, 0, 0, path, ": cannot be read to its end", NULL);
    }
    out->block = bytes;
    out->bytes = bytes;
    return ZG_OK;
}

static zg_status map_file(int fd, const char *path, size_t len, zgi_dict_file *out, zg_error *err)
{
    void *p = mmap(NULL, len, PROT_READ, MAP_PRIVATE, fd, 0);
    if (p == MAP_FAILED)
        return zgi_fail(err, ZG_E_READ, 0, 0, path, ": cannot be mapped", NULL);
    out->bytes = p;
    return ZG_OK;
}

zg_status zgi_dict_map_file(const char *path, bool mapped, const zg_allocator *allocator,
                            zgi_dict_file *out, zg_error *err)
{
    struct stat info;
    memset(out, 0, sizeof *out);
    out->allocator = zgi_memory_hooks(allocator);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return zgi_fail(err, ZG_E_OPEN, 0, 0, path, ": cannot be opened", NULL);
    zg_status status;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        status = zgi_fail(err, ZG_E_READ, 0, 0, path, ": is not a plain file", NULL);
    else if (info.st_size <= 0)
        status = zgi_fail(err, ZG_E_IMAGE, 0, 0, path, ": is empty, not a dictionary image", NULL);
    else if ((uintmax_t)info.st_size > SIZE_MAX)
        status = zgi_fail(err, ZG_E_MEMORY, 0, 0, path, ": too large for this machine", NULL);
    else {
        out->len = out->block_size = (size_t)info.st_size;
        status = mapped ? map_file(fd, path, out->len, out, err)
                        : take_file(fd, path, out->len, out, err);
    }
    close(fd);
    if (status != ZG_OK)
        memset(out, 0, sizeof *out);
    return status;
}

void zgi_dict_unmap_file(zgi_dict_file *file)
{
    if (file == NULL || file->bytes == NULL)
        return;
    if (file->block != NULL)
        zgi_memory_release(&file->allocator, file->block, file->block_size);
    else
        munmap((void *)(uintptr_t)file->bytes, file->block_size);
    memset(file, 0, sizeof *file);
}
