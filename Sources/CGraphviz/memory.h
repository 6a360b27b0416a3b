// Memory of libcgraph in ascending order. Internal to this module.
#pragma once

/// Before a graph is opened: from here on the nodes, edges and names of graphs get ascending addresses, the same for equal graphs.
void cgv_take_memory(void);
/// After a graph is closed: with the last one everything is given back, and the next begins where the first began.
void cgv_give_memory_back(void);
