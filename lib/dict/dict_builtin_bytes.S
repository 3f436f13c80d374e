/* The image inside the library. ZGI_IMAGE_FILE is the file that zgc has made.
 * char zgi_dict_builtin_image[], up to zgi_dict_builtin_end; C looks at it in dict_builtin.c. */
#if defined(__CET__)
#include <cet.h> /* data only: it does not stand in the way of branch tracking */
#endif
#if defined(__APPLE__)
#define NAME(x) _##x
    .section __TEXT,__const
#else
#define NAME(x) x
    .section .rodata
#endif
    .globl NAME(zgi_dict_builtin_image)
    .globl NAME(zgi_dict_builtin_end)
#if defined(__ELF__)
    .hidden NAME(zgi_dict_builtin_image)
    .hidden NAME(zgi_dict_builtin_end)
#endif
    .balign 64
NAME(zgi_dict_builtin_image):
    .incbin ZGI_IMAGE_FILE
NAME(zgi_dict_builtin_end):
    .byte 0
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
