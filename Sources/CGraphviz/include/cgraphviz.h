// What Diagrams needs of libgvc and libcgraph, behind opaque types.
//
// No header of Graphviz may be included here: its types.h defines `boolean`, `TRUE`, `point` and more for everyone
// who imports the module, and several of its globals and macros are not usable from Swift 6 at all.
//
// Nothing here is safe to call from two threads at once: libgraphviz keeps global state. The caller locks.
#pragma once

#include <stddef.h>

typedef struct Agraph_s *CGVGraph;
typedef struct Agnode_s *CGVNode;
typedef struct Agedge_s *CGVEdge;
typedef struct Agsym_s *CGVAttribute;
typedef struct CGVObstacles *CGVObstacles;

#pragma clang assume_nonnull begin

/// A rectangle in points, origin at the bottom left.
typedef struct {
  double left, bottom, right, top;
} CGVBox;

/// A point of the page, in points.
typedef struct {
  double x, y;
} CGVPoint;

/// Which things a default attribute belongs to; the values are those of libcgraph.
typedef enum __attribute__((enum_extensibility(closed))) { CGVOwnerGraph = 0, CGVOwnerNodes = 1, CGVOwnerEdges = 2 } CGVOwner;

/// Opens an empty directed multigraph; NULL when memory is short.
CGVGraph _Nullable cgv_open(const char *name);
/// Reads the first graph from DOT; NULL when the text is not DOT. `more` is how many graphs follow it.
CGVGraph _Nullable cgv_parse(const char *dot, unsigned *more);
void cgv_close(CGVGraph graph);
/// Lets the kernel end this process when its parent ends, however that happens.
void cgv_end_with_parent(void);

CGVNode _Nullable cgv_add_node(CGVGraph graph, const char *name);
CGVEdge _Nullable cgv_add_edge(CGVGraph graph, CGVNode tail, CGVNode head);
CGVNode _Nullable cgv_first_node(CGVGraph graph);
CGVNode _Nullable cgv_next_node(CGVGraph graph, CGVNode node);

/// Each returns 0 on success.
int cgv_set_default(CGVGraph graph, CGVOwner owner, const char *key, const char *value);
int cgv_set_node(CGVNode node, const char *key, const char *value);
int cgv_set_edge(CGVEdge edge, const char *key, const char *value);
/// Sets the label of the graph to HTML-like markup (without the outer angle brackets).
int cgv_set_markup_label(CGVGraph graph, const char *markup);
/// The same for the words of an edge.
int cgv_set_edge_markup(CGVEdge edge, const char *markup);

/// The value of an attribute of a node; NULL when the graph does not declare it.
const char *_Nullable cgv_node_attribute(CGVNode node, const char *key);
const char *cgv_node_name(CGVNode node);

/// Walking over a graph that was read: edges leave a node in any order, their numbers tell that of the file.
int cgv_is_directed(CGVGraph graph);
unsigned cgv_count_subgraphs(CGVGraph graph);
CGVEdge _Nullable cgv_first_edge(CGVGraph graph, CGVNode node);
CGVEdge _Nullable cgv_next_edge(CGVGraph graph, CGVEdge edge);
CGVNode cgv_tail(CGVEdge edge);
CGVNode cgv_head(CGVEdge edge);
unsigned long long cgv_edge_number(CGVEdge edge);
/// The attribute declared after another one, the first after NULL.
CGVAttribute _Nullable cgv_next_attribute(CGVGraph graph, CGVOwner owner, CGVAttribute _Nullable attribute);
const char *cgv_attribute_name(CGVAttribute attribute);
const char *_Nullable cgv_graph_value(CGVGraph graph, CGVAttribute attribute);
const char *_Nullable cgv_node_value(CGVNode node, CGVAttribute attribute);
const char *_Nullable cgv_edge_value(CGVEdge edge, CGVAttribute attribute);

/// Lays the graph out; 0 on success. A second layout needs ``cgv_forget_layout`` first.
int cgv_layout(CGVGraph graph, const char *engine);
void cgv_forget_layout(CGVGraph graph);
/// The box of the whole drawing and of one node after ``cgv_layout``.
CGVBox cgv_bounds(CGVGraph graph);
CGVBox cgv_node_box(CGVNode node);
/// Width and height of the words of an edge after ``cgv_layout``; zeros where it has none.
CGVPoint cgv_edge_words(CGVEdge edge);
/// Shrinks the drawing to fit into so many inches.
void cgv_shrink(CGVGraph graph, double width, double height);

/// The corners of the outline of a node after ``cgv_layout``, counter-clockwise; 0 where it is round.
unsigned cgv_node_corners(CGVNode node, CGVPoint *corners, unsigned limit);

/// Polygons that edges go round, clockwise and apart from one another: libpathplan runs astray among those that overlap.
CGVObstacles _Nullable cgv_open_obstacles(const CGVPoint *points, const unsigned *sizes, unsigned count);
void cgv_close_obstacles(CGVObstacles obstacles);
/// The shortest way between two points as a Bézier curve, to be freed, smooth or with bends; the number of its points,
/// 0 for none. A polygon around an end is no obstacle.
unsigned cgv_route(
    CGVObstacles obstacles, CGVPoint from, CGVPoint to, int bends, CGVPoint *_Nullable *_Nonnull curve);
void cgv_free_curve(CGVPoint *curve);
/// Cuts a curve between the middles of two nodes at their outlines, leaves room for arrow heads, and keeps it as the
/// attribute "pos" of the edge; needs the layout of the nodes. 0 on success.
int cgv_set_curve(CGVEdge edge, const CGVPoint *points, unsigned count);

/// The value of an attribute of the graph; NULL when it declares none.
const char *_Nullable cgv_graph_attribute(CGVGraph graph, const char *key);
/// Reads the attribute "_background" anew, which a layout does only at its beginning.
void cgv_read_background(CGVGraph graph);

/// Renders into memory that ``cgv_free_bytes`` releases; 0 on success.
int cgv_render(CGVGraph graph, const char *format, char *_Nullable *_Nonnull bytes, unsigned *count);
void cgv_free_bytes(char *_Nullable bytes);
/// Writes the graph as DOT into memory that ``cgv_free_text`` releases; needs no layout. 0 on success.
int cgv_write(CGVGraph graph, char *_Nullable *_Nonnull text, size_t *count);
void cgv_free_text(char *_Nullable text);

/// Whether another font stands in for a family, because that is not installed, and which.
int cgv_find_font(const char *family, char *found, size_t size);
/// Whether any font has a character; also where nobody knows.
int cgv_has_glyph(unsigned character);

/// Starts to collect messages, which Graphviz would otherwise print.
void cgv_listen(void);
/// What was said since ``cgv_listen``, one message a line; valid until the next call of it.
const char *cgv_heard(void);
/// Whether one of the messages was an error and not a warning.
int cgv_heard_error(void);

/// Bounds the memory and processor time of this process and turns core files off; 0 keeps a limit as it is.
void cgv_limit_process(unsigned long long bytes, unsigned long long seconds);
/// Lets writing to a dead process fail instead of ending this one, unless the program has decided about it already.
void cgv_survive_broken_pipes(void);

#pragma clang assume_nonnull end
