// Hides the calls that share one global context between threads: they do not even compile.
#define GEOS_USE_ONLY_R_API 1
#include <geos_c.h>
