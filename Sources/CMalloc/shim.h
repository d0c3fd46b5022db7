#include <malloc.h>

// Keeps what was freed for the next use instead of giving it back and asking for it again page by page: blocks up to
// 32 MB (the most that glibc takes) come from one heap, whose end is given back only above 256 MB.
static inline void keepFreedMemory(void) {
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
}
