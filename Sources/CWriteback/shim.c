#define _GNU_SOURCE
#include "cwriteback.h"
#include <fcntl.h>

void cwriteback_begin(int descriptor, long long offset, long long count) {
#ifdef SYNC_FILE_RANGE_WRITE
  (void)sync_file_range(descriptor, offset, count, SYNC_FILE_RANGE_WRITE);
#endif
}
