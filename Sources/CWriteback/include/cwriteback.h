// Asking Linux to begin writing a part of a file to the disk, without waiting for it; Swift's Glibc module does not show the call.
#pragma once

/// Begins to write the bytes from `offset` on; where the system cannot, nothing happens.
void cwriteback_begin(int descriptor, long long offset, long long count);
