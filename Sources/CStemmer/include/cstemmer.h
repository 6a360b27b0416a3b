// The Snowball stemmers of the system, as they are: their interface has no variadic functions and no macros.
#pragma once
#include <libstemmer.h>
