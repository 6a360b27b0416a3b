// Walking over a graph that was read from DOT.
#include "cgraphviz.h"

#include <graphviz/cgraph.h>

int cgv_is_directed(CGVGraph graph) { return agisdirected(graph); }

unsigned cgv_count_subgraphs(CGVGraph graph) {
  unsigned count = 0;
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part)) count += 1 + cgv_count_subgraphs(part);
  return count;
}

CGVEdge cgv_first_edge(CGVGraph graph, CGVNode node) { return agfstout(graph, node); }
CGVEdge cgv_next_edge(CGVGraph graph, CGVEdge edge) { return agnxtout(graph, edge); }
CGVNode cgv_tail(CGVEdge edge) { return agtail(edge); }
CGVNode cgv_head(CGVEdge edge) { return aghead(edge); }
unsigned long long cgv_edge_number(CGVEdge edge) { return AGSEQ(edge); }

CGVAttribute cgv_next_attribute(CGVGraph graph, CGVOwner owner, CGVAttribute attribute) {
  return agnxtattr(graph, (int)owner, attribute);
}
const char *cgv_attribute_name(CGVAttribute attribute) { return attribute->name; }
const char *cgv_graph_value(CGVGraph graph, CGVAttribute attribute) { return agxget(graph, attribute); }
const char *cgv_node_value(CGVNode node, CGVAttribute attribute) { return agxget(node, attribute); }
const char *cgv_edge_value(CGVEdge edge, CGVAttribute attribute) { return agxget(edge, attribute); }
