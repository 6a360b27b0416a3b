// Memory of libcgraph, handed out in ascending order.
//
// Some engines of Graphviz 2.42 compare addresses: fdp turns edges towards the node that lies higher in memory
// (fdpgen/layout.c) and takes components by the addresses of their names (cgraph/id.c), circo keeps nodes and edges
// sorted by address (circogen/nodeset.c, edgelist.c). What malloc hands out depends on all that the process did before,
// and so would the picture. Here what is made later lies higher, and each graph begins at the same place.
#include "memory.h"

#include <graphviz/cgraph.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// Address space, not memory: pages count once they are written to. The largest picture needs a tenth; a file in DOT may need
// more and goes on with malloc, since nothing of it is laid out.
enum { region_size = 512 << 20, alignment = 16 };

static char *region;
static size_t used;
static unsigned graphs;

static int is_inside(const void *block) {
  return region && (uintptr_t)block - (uintptr_t)region < region_size;
}

// Graphs outside of `cgv_take_memory` and `cgv_give_memory_back` live on: they take their memory from malloc.
static void *start(Agdisc_t *discipline) {
  (void)discipline;
  return graphs > 0 ? region : NULL;
}

static void *take(void *heap, size_t size) {
  size_t rounded = (size + alignment - 1) & ~(size_t)(alignment - 1);
  if (!heap || rounded < size || rounded > region_size - used) return calloc(1, size);
  // Pages of the region are blank until they are used.
  void *block = region + used;
  used += rounded;
  return block;
}

static void release(void *heap, void *block) {
  (void)heap;
  if (!is_inside(block)) free(block);
}

static void *resize(void *heap, void *block, size_t size, size_t wanted) {
  void *larger = take(heap, wanted);
  if (!larger) return NULL;
  memcpy(larger, block, size < wanted ? size : wanted);
  release(heap, block);
  return larger;
}

void cgv_take_memory(void) {
  if (!region) {
    void *mapped = mmap(NULL, region_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped != MAP_FAILED) region = mapped;
    // Graphs that the engines open for themselves take this one too.
    AgMemDisc = (Agmemdisc_t){start, take, resize, release, NULL};
  }
  graphs++;
}

void cgv_give_memory_back(void) {
  if (--graphs > 0 || !region) return;
  madvise(region, used, MADV_DONTNEED);
  used = 0;
}
