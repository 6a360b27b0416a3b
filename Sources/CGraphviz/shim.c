#include "cgraphviz.h"
#include "memory.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

// One context for the life of the process: each new one would load all plug-ins again.
static GVC_t *context(void) {
  static GVC_t *shared;
  if (!shared) shared = gvContext();
  return shared;
}

// ---- Messages

enum { most_heard = 16384 };
static char heard[most_heard + 1];
static size_t heard_count;

// Graphviz hands a message over in pieces, and an engine may repeat one a thousand times: what does not fit is dropped.
static int hear(char *piece) {
  size_t count = strlen(piece);
  if (count > most_heard - heard_count) count = most_heard - heard_count;
  memcpy(heard + heard_count, piece, count);
  heard_count += count;
  heard[heard_count] = 0;
  return 0;
}

void cgv_listen(void) {
  heard_count = 0;
  heard[0] = 0;
  agseterrf(hear);
  agseterr(AGWARN);
  agreseterrors();
}

const char *cgv_heard(void) { return heard; }
int cgv_heard_error(void) { return agerrors() >= AGERR; }

// ---- Building

CGVGraph cgv_open(const char *name) {
  // The context opens a graph of its own, which stays.
  context();
  cgv_take_memory();
  CGVGraph graph = agopen((char *)name, Agdirected, NULL);
  if (!graph) cgv_give_memory_back();
  return graph;
}
CGVGraph cgv_parse(const char *dot, unsigned *more) {
  *more = 0;
  FILE *text = fmemopen((void *)dot, strlen(dot), "r");
  if (!text) return NULL;
  cgv_take_memory();
  CGVGraph first = agread(text, NULL);
  // What follows the first graph is read too, so that it is not lost without a word.
  for (CGVGraph next; first && (next = agread(text, NULL)); agclose(next)) ++*more;
  fclose(text);
  if (!first) cgv_give_memory_back();
  return first;
}
void cgv_close(CGVGraph graph) {
  agclose(graph);
  cgv_give_memory_back();
}

CGVNode cgv_add_node(CGVGraph graph, const char *name) { return agnode(graph, (char *)name, 1); }
CGVEdge cgv_add_edge(CGVGraph graph, CGVNode tail, CGVNode head) { return agedge(graph, tail, head, NULL, 1); }
CGVNode cgv_first_node(CGVGraph graph) { return agfstnode(graph); }
CGVNode cgv_next_node(CGVGraph graph, CGVNode node) { return agnxtnode(graph, node); }

int cgv_set_default(CGVGraph graph, CGVOwner owner, const char *key, const char *value) {
  return agattr(graph, (int)owner, (char *)key, (char *)value) ? 0 : -1;
}

int cgv_set_node(CGVNode node, const char *key, const char *value) {
  return agsafeset(node, (char *)key, (char *)value, "");
}

int cgv_set_edge(CGVEdge edge, const char *key, const char *value) {
  return agsafeset(edge, (char *)key, (char *)value, "");
}

int cgv_set_markup_label(CGVGraph graph, const char *markup) {
  // Only a string interned as HTML is read as markup; the attribute keeps a reference of its own.
  char *interned = agstrdup_html(graph, (char *)markup);
  if (!interned) return -1;
  int failed = agsafeset(graph, "label", interned, "");
  agstrfree(graph, interned);
  return failed;
}

int cgv_set_edge_markup(CGVEdge edge, const char *markup) {
  char *interned = agstrdup_html(agraphof(edge), (char *)markup);
  if (!interned) return -1;
  int failed = agsafeset(edge, "label", interned, "");
  agstrfree(agraphof(edge), interned);
  return failed;
}

const char *cgv_node_attribute(CGVNode node, const char *key) { return agget(node, (char *)key); }
const char *cgv_node_name(CGVNode node) { return agnameof(node); }

// ---- Layout and rendering

// circo knows the graph that it read its attributes from by the address, which the next graph may have again
// (circogen/circular.c): another one in between makes it read those of the next.
static void let_circo_forget(void) {
  Agraph_t *other = agopen("between", Agdirected, NULL);
  if (!other) return;
  agedge(other, agnode(other, "a", 1), agnode(other, "b", 1), NULL, 1);
  if (gvLayout(context(), other, "circo") == 0) gvFreeLayout(context(), other);
  agclose(other);
}

int cgv_layout(CGVGraph graph, const char *engine) {
  if (strcmp(engine, "circo") == 0) let_circo_forget();
  // Obstacles that edges go round are turned by drand48 (neatosplines.c): each layout begins with the same numbers.
  srand48(7);
  // sfdp takes its numbers from rand: as in a new process, whatever was drawn before.
  srand(1);
  return gvLayout(context(), graph, engine);
}

// lib/common/render.h of Graphviz 2.42.2, which libgraphviz-dev does not install.
extern void gv_free_splines(edge_t *edge);

// osage leaves the lines of edges behind (osageinit.c), and the next layout would add its own to them.
static void forget_lines(CGVGraph graph) {
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
      if (aggetrec(edge, "Agedgeinfo_t", 0)) gv_free_splines(edge);
}

void cgv_forget_layout(CGVGraph graph) {
  gvFreeLayout(context(), graph);
  forget_lines(graph);
}

CGVBox cgv_bounds(CGVGraph graph) {
  boxf box = GD_bb(graph);
  return (CGVBox){box.LL.x, box.LL.y, box.UR.x, box.UR.y};
}

CGVBox cgv_node_box(CGVNode node) {
  // Without the record a layout adds, the macros below would read foreign memory.
  if (!aggetrec(node, "Agnodeinfo_t", 0)) return (CGVBox){0, 0, 0, 0};
  double x = ND_coord(node).x, y = ND_coord(node).y, half_width = ND_width(node) * 36, half_height = ND_height(node) * 36;
  return (CGVBox){x - half_width, y - half_height, x + half_width, y + half_height};
}

CGVPoint cgv_edge_words(CGVEdge edge) {
  if (!aggetrec(edge, "Agedgeinfo_t", 0) || !ED_label(edge)) return (CGVPoint){0, 0};
  return (CGVPoint){ED_label(edge)->dimen.x, ED_label(edge)->dimen.y};
}

void cgv_shrink(CGVGraph graph, double width, double height) {
  if (!GD_drawing(graph)) return;
  GD_drawing(graph)->size.x = width * 72;
  GD_drawing(graph)->size.y = height * 72;
}

const char *cgv_graph_attribute(CGVGraph graph, const char *key) { return agget(graph, (char *)key); }

// lib/common/emit.c and lib/xdot/xdot.h of Graphviz 2.42.2, which libgraphviz-dev does not install or which need another
// library; libgvc has them all.
extern void *init_xdot(Agraph_t *graph);
extern boxf xdotBB(Agraph_t *graph);
extern void freeXDot(void *background);

void cgv_read_background(CGVGraph graph) {
  if (!GD_drawing(graph)) return;
  if (GD_drawing(graph)->xdots) freeXDot(GD_drawing(graph)->xdots);
  GD_drawing(graph)->xdots = init_xdot(graph);
  // Finds the box of each part: what seems to lie beside the page is not drawn.
  if (GD_drawing(graph)->xdots) xdotBB(graph);
}

int cgv_render(CGVGraph graph, const char *format, char **bytes, unsigned *count) {
  return gvRenderData(context(), graph, format, bytes, count);
}

void cgv_free_bytes(char *bytes) {
  if (bytes) gvFreeRenderData(bytes);
}

int cgv_write(CGVGraph graph, char **text, size_t *count) {
  FILE *stream = open_memstream(text, count);
  if (!stream) return -1;
  int failed = agwrite(graph, stream);
  return fclose(stream) != 0 || failed;
}

void cgv_free_text(char *text) { free(text); }

// ---- The process

static void limit(int resource, unsigned long long value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && value > now.rlim_max) return;
  now.rlim_cur = value;
  setrlimit(resource, &now);
}

void cgv_limit_process(unsigned long long bytes, unsigned long long seconds) {
  limit(RLIMIT_CORE, 0);
  if (bytes) limit(RLIMIT_AS, bytes);
  if (seconds) limit(RLIMIT_CPU, seconds);
}

static void stay_alive(int signal) { (void)signal; }

void cgv_survive_broken_pipes(void) {
  struct sigaction now;
  if (sigaction(SIGPIPE, NULL, &now) != 0 || now.sa_handler != SIG_DFL) return;
  // A handler and not SIG_IGN: children would inherit that one.
  now.sa_handler = stay_alive;
  now.sa_flags = SA_RESTART;
  sigaction(SIGPIPE, &now, NULL);
}

void cgv_end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGKILL); }
