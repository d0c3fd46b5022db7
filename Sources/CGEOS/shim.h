// Hides the calls that share one global context between threads: they do not even compile.
#define GEOS_USE_ONLY_R_API 1
#include <dlfcn.h>
#include <geos_c.h>
#include <stdio.h>
#include <stdlib.h>

// GEOS is opened when it is first asked for anything. Loading it takes longer than most commands take to run, and few of them
// need it: it would be most of their time to start. Without it there are no repairs and no bands, as without any other library
// that the program is linked to.
static inline void *frontline_geos(const char *name) {
    static void *library;
    void *opened = __atomic_load_n(&library, __ATOMIC_ACQUIRE);
    if (!opened) {
        opened = dlopen("libgeos_c.so.1", RTLD_NOW | RTLD_LOCAL);
        __atomic_store_n(&library, opened, __ATOMIC_RELEASE);
    }
    void *function = opened ? dlsym(opened, name) : NULL;
    if (!function) {
        fprintf(stderr, "frontline: GEOS is missing (libgeos_c.so.1, 3.10 or newer); on Debian: apt-get install libgeos-c1v5\n");
        exit(69);
    }
    return function;
}

// A function that finds the one of GEOS when it is first called.
#define LAZY(result, name, parameters, arguments) \
    static inline result lazy##name parameters { \
        static result(*function) parameters; \
        result(*known) parameters = __atomic_load_n(&function, __ATOMIC_ACQUIRE); \
        if (!known) { \
            known = (result(*) parameters)frontline_geos(#name); \
            __atomic_store_n(&function, known, __ATOMIC_RELEASE); \
        } \
        return known arguments; \
    }

LAZY(GEOSContextHandle_t, GEOS_init_r, (void), ())
LAZY(void, GEOS_finish_r, (GEOSContextHandle_t h), (h))
LAZY(GEOSMessageHandler_r, GEOSContext_setErrorMessageHandler_r, (GEOSContextHandle_t h, GEOSMessageHandler_r f, void *data), (h, f, data))
LAZY(void, GEOSFree_r, (GEOSContextHandle_t h, void *buffer), (h, buffer))
LAZY(void, GEOSGeom_destroy_r, (GEOSContextHandle_t h, GEOSGeometry *g), (h, g))

LAZY(GEOSCoordSequence *, GEOSCoordSeq_copyFromBuffer_r, (GEOSContextHandle_t h, const double *b, unsigned n, int z, int m), (h, b, n, z, m))
LAZY(int, GEOSCoordSeq_copyToBuffer_r, (GEOSContextHandle_t h, const GEOSCoordSequence *s, double *b, int z, int m), (h, s, b, z, m))
LAZY(int, GEOSCoordSeq_getSize_r, (GEOSContextHandle_t h, const GEOSCoordSequence *s, unsigned *n), (h, s, n))
LAZY(const GEOSCoordSequence *, GEOSGeom_getCoordSeq_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))

LAZY(GEOSGeometry *, GEOSGeom_createLinearRing_r, (GEOSContextHandle_t h, GEOSCoordSequence *s), (h, s))
LAZY(GEOSGeometry *, GEOSGeom_createLineString_r, (GEOSContextHandle_t h, GEOSCoordSequence *s), (h, s))
LAZY(GEOSGeometry *, GEOSGeom_createPolygon_r, (GEOSContextHandle_t h, GEOSGeometry *shell, GEOSGeometry **holes, unsigned n), (h, shell, holes, n))
LAZY(GEOSGeometry *, GEOSGeom_createCollection_r, (GEOSContextHandle_t h, int type, GEOSGeometry **members, unsigned n), (h, type, members, n))

LAZY(char, GEOSisEmpty_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(char, GEOSisValid_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(char *, GEOSisValidReason_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(int, GEOSGeomTypeId_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(int, GEOSGetNumGeometries_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(const GEOSGeometry *, GEOSGetGeometryN_r, (GEOSContextHandle_t h, const GEOSGeometry *g, int n), (h, g, n))
LAZY(const GEOSGeometry *, GEOSGetExteriorRing_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(int, GEOSGetNumInteriorRings_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(const GEOSGeometry *, GEOSGetInteriorRingN_r, (GEOSContextHandle_t h, const GEOSGeometry *g, int n), (h, g, n))

LAZY(GEOSGeometry *, GEOSBuffer_r, (GEOSContextHandle_t h, const GEOSGeometry *g, double width, int steps), (h, g, width, steps))
LAZY(GEOSGeometry *, GEOSUnaryUnion_r, (GEOSContextHandle_t h, const GEOSGeometry *g), (h, g))
LAZY(GEOSGeometry *, GEOSIntersection_r, (GEOSContextHandle_t h, const GEOSGeometry *a, const GEOSGeometry *b), (h, a, b))
LAZY(GEOSGeometry *, GEOSIntersectionPrec_r, (GEOSContextHandle_t h, const GEOSGeometry *a, const GEOSGeometry *b, double grid), (h, a, b, grid))
LAZY(GEOSGeometry *, GEOSDifference_r, (GEOSContextHandle_t h, const GEOSGeometry *a, const GEOSGeometry *b), (h, a, b))
LAZY(GEOSGeometry *, GEOSGeom_setPrecision_r, (GEOSContextHandle_t h, const GEOSGeometry *g, double grid, int flags), (h, g, grid, flags))

LAZY(GEOSMakeValidParams *, GEOSMakeValidParams_create_r, (GEOSContextHandle_t h), (h))
LAZY(void, GEOSMakeValidParams_destroy_r, (GEOSContextHandle_t h, GEOSMakeValidParams *p), (h, p))
LAZY(int, GEOSMakeValidParams_setMethod_r, (GEOSContextHandle_t h, GEOSMakeValidParams *p, enum GEOSMakeValidMethods m), (h, p, m))
LAZY(int, GEOSMakeValidParams_setKeepCollapsed_r, (GEOSContextHandle_t h, GEOSMakeValidParams *p, int keep), (h, p, keep))
LAZY(GEOSGeometry *, GEOSMakeValidWithParams_r, (GEOSContextHandle_t h, const GEOSGeometry *g, const GEOSMakeValidParams *p), (h, g, p))

#undef LAZY
