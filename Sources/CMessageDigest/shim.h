#include <dlfcn.h>
#include <sha2.h>
#include <stddef.h>

// SHA-256 for much at once: by OpenSSL where it is on the system, since it uses the processor's own instructions, many times as
// fast; else by libmd, which is always there. Both give the same 32 bytes.
typedef struct {
    // Of OpenSSL; null where that is not to be had.
    void *context;
    SHA2_CTX plain;
} FrontlineDigest;

typedef struct {
    void *(*newContext)(void);
    void (*freeContext)(void *);
    void *(*fetch)(void *, const char *, const char *);
    int (*init)(void *, const void *, void *);
    int (*update)(void *, const void *, size_t);
    int (*final)(void *, unsigned char *, unsigned int *);
    void *algorithm;
} FrontlineDigestFunctions;

// Each thread has its own: nothing is shared, and looking the functions up costs a microsecond.
static inline const FrontlineDigestFunctions *frontline_digest_functions(void) {
    static _Thread_local FrontlineDigestFunctions f;
    static _Thread_local int isLookedFor;
    if (!isLookedFor) {
        isLookedFor = 1;
        void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
        if (library) {
            f.newContext = (void *(*)(void))dlsym(library, "EVP_MD_CTX_new");
            f.freeContext = (void (*)(void *))dlsym(library, "EVP_MD_CTX_free");
            f.fetch = (void *(*)(void *, const char *, const char *))dlsym(library, "EVP_MD_fetch");
            f.init = (int (*)(void *, const void *, void *))dlsym(library, "EVP_DigestInit_ex2");
            f.update = (int (*)(void *, const void *, size_t))dlsym(library, "EVP_DigestUpdate");
            f.final = (int (*)(void *, unsigned char *, unsigned int *))dlsym(library, "EVP_DigestFinal_ex");
            if (f.newContext && f.freeContext && f.fetch && f.init && f.update && f.final)
                f.algorithm = f.fetch(NULL, "SHA2-256", NULL);
        }
    }
    return f.algorithm ? &f : NULL;
}

static inline void frontline_digest_begin(FrontlineDigest *digest) {
    const FrontlineDigestFunctions *f = frontline_digest_functions();
    digest->context = f ? f->newContext() : NULL;
    if (digest->context && !f->init(digest->context, f->algorithm, NULL)) {
        f->freeContext(digest->context);
        digest->context = NULL;
    }
    SHA256Init(&digest->plain);
}

// On the thread that began it.
static inline void frontline_digest_add(FrontlineDigest *digest, const void *bytes, size_t count) {
    if (digest->context) {
        frontline_digest_functions()->update(digest->context, bytes, count);
    } else {
        SHA256Update(&digest->plain, (const unsigned char *)bytes, count);
    }
}

static inline void frontline_digest_end(FrontlineDigest *digest, unsigned char hash[32]) {
    unsigned int length = 0;
    if (digest->context) {
        frontline_digest_functions()->final(digest->context, hash, &length);
        frontline_digest_functions()->freeContext(digest->context);
    } else {
        SHA256Final(hash, &digest->plain);
    }
}

// Of one piece. OpenSSL's context is kept for the next one on the same thread.
static inline void frontline_sha256(const void *bytes, size_t count, unsigned char hash[32]) {
    static _Thread_local void *context;
    const FrontlineDigestFunctions *f = frontline_digest_functions();
    if (f && !context) context = f->newContext();
    unsigned int length = 0;
    if (f && context && f->init(context, f->algorithm, NULL) && f->update(context, bytes, count)
        && f->final(context, hash, &length) && length == 32)
        return;
    FrontlineDigest digest;
    frontline_digest_begin(&digest);
    frontline_digest_add(&digest, bytes, count);
    frontline_digest_end(&digest, hash);
}
