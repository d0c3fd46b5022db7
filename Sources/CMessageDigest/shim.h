#include <dlfcn.h>
#include <sha2.h>
#include <stddef.h>

// SHA-256 of one block of bytes, for many small ones: by OpenSSL where it is on the system, since it uses the processor's own
// instructions, many times as fast; else by libmd, which is always there. Both give the same 32 bytes.
static inline void frontline_sha256(const void *bytes, size_t count, unsigned char hash[32]) {
    typedef struct {
        void *(*newContext)(void);
        void *(*fetch)(void *, const char *, const char *);
        int (*init)(void *, const void *, void *);
        int (*update)(void *, const void *, size_t);
        int (*final)(void *, unsigned char *, unsigned int *);
    } Functions;
    // Each thread has its own: nothing is shared, and looking the functions up costs a microsecond.
    static _Thread_local Functions f;
    static _Thread_local void *context, *algorithm;
    static _Thread_local int isLookedFor;
    if (!isLookedFor) {
        isLookedFor = 1;
        void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
        if (library) {
            f.newContext = (void *(*)(void))dlsym(library, "EVP_MD_CTX_new");
            f.fetch = (void *(*)(void *, const char *, const char *))dlsym(library, "EVP_MD_fetch");
            f.init = (int (*)(void *, const void *, void *))dlsym(library, "EVP_DigestInit_ex2");
            f.update = (int (*)(void *, const void *, size_t))dlsym(library, "EVP_DigestUpdate");
            f.final = (int (*)(void *, unsigned char *, unsigned int *))dlsym(library, "EVP_DigestFinal_ex");
            if (f.newContext && f.fetch && f.init && f.update && f.final) {
                algorithm = f.fetch(NULL, "SHA2-256", NULL);
                context = algorithm ? f.newContext() : NULL;
            }
        }
    }
    unsigned int length = 0;
    if (context && f.init(context, algorithm, NULL) && f.update(context, bytes, count) && f.final(context, hash, &length)
        && length == 32)
        return;
    SHA2_CTX plain;
    SHA256Init(&plain);
    SHA256Update(&plain, (const unsigned char *)bytes, count);
    SHA256Final(hash, &plain);
}
