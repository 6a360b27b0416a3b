// Ways of edges among obstacles, found by libpathplan, which the engines of Graphviz use too.
#include "cgraphviz.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/pathplan.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// libgraphviz-dev installs pathplan.h and pathgeom.h, but not the headers of what follows, which both libraries export for the
// plug-ins of layouts. The declarations are those of Graphviz 2.42.2; another version needs to be compared with them.
// lib/pathplan/vispath.h:
extern vconfig_t *Pobsopen(Ppoly_t **obstacles, int count);
extern void Pobsclose(vconfig_t *config);
extern int Pobspath(vconfig_t *config, Ppoint_t from, int from_polygon, Ppoint_t to, int to_polygon, Ppolyline_t *route);
enum { no_polygon = -1111 };  // POLYID_NONE
// lib/pathplan/pathutil.h:
extern int in_poly(Ppoly_t polygon, Ppoint_t point);
// lib/common/render.h:
extern void clip_and_install(edge_t *edge, node_t *head, pointf *points, int count, splineInfo *info);

struct CGVObstacles {
  Ppoly_t *polygons;
  Ppoint_t *points;
  // The polygons that ways are looked for among, while they are.
  Ppoly_t **chosen;
  char *is_chosen;
  int count;
};

CGVObstacles cgv_open_obstacles(const CGVPoint *points, const unsigned *sizes, unsigned count) {
  struct CGVObstacles *opened = calloc(1, sizeof *opened);
  if (!opened) return NULL;
  size_t total = 0;
  for (unsigned i = 0; i < count; i++) total += sizes[i];
  opened->count = (int)count;
  opened->polygons = calloc(count + 1, sizeof(Ppoly_t));
  opened->points = calloc(total + 1, sizeof(Ppoint_t));
  opened->chosen = calloc(count + 1, sizeof(Ppoly_t *));
  opened->is_chosen = calloc(count + 1, 1);
  if (!opened->polygons || !opened->points || !opened->chosen || !opened->is_chosen) {
    cgv_close_obstacles(opened);
    return NULL;
  }
  size_t next = 0;
  for (unsigned i = 0; i < count; i++) {
    opened->polygons[i] = (Ppoly_t){opened->points + next, (int)sizes[i]};
    for (unsigned j = 0; j < sizes[i]; j++, next++) opened->points[next] = (Ppoint_t){points[next].x, points[next].y};
  }
  return opened;
}

void cgv_close_obstacles(CGVObstacles obstacles) {
  free(obstacles->is_chosen);
  free(obstacles->chosen);
  free(obstacles->points);
  free(obstacles->polygons);
  free(obstacles);
}

// The obstacle around an end of an edge, which is no obstacle to it.
static int polygon_around(const struct CGVObstacles *obstacles, Ppoint_t point) {
  for (int i = 0; i < obstacles->count; i++)
    if (in_poly(obstacles->polygons[i], point)) return i;
  return no_polygon;
}

// The sides of all obstacles but those around the ends.
static Pedge_t *barriers_without(const struct CGVObstacles *obstacles, int first, int last, int *count) {
  size_t sides = 0;
  for (int i = 0; i < obstacles->count; i++) sides += (size_t)obstacles->polygons[i].pn;
  Pedge_t *barriers = calloc(sides + 1, sizeof(Pedge_t));
  for (int i = 0; barriers && i < obstacles->count; i++) {
    if (i == first || i == last) continue;
    Ppoly_t polygon = obstacles->polygons[i];
    for (int j = 0; j < polygon.pn; j++)
      barriers[(*count)++] = (Pedge_t){polygon.ps[j], polygon.ps[(j + 1) % polygon.pn]};
  }
  return barriers;
}

// Whether a straight line meets a convex polygon, clockwise; also where it only passes by within a millionth of a point.
static int is_met(Ppoly_t polygon, Ppoint_t from, Ppoint_t to) {
  double dx = to.x - from.x, dy = to.y - from.y, enters = 0, leaves = 1;
  for (int i = 0; i < polygon.pn; i++) {
    Ppoint_t one = polygon.ps[i], other = polygon.ps[(i + 1) % polygon.pn];
    double side_x = other.x - one.x, side_y = other.y - one.y, length = hypot(side_x, side_y);
    if (length == 0) continue;
    // How far the beginning lies outside of the side, and how fast the line comes nearer to it (Cyrus and Beck, 1978).
    double outside = (side_x * (from.y - one.y) - side_y * (from.x - one.x)) / length - 1e-6;
    double slope = (side_y * dx - side_x * dy) / length;
    if (slope == 0 && outside > 0) return 0;
    if (slope > 0) enters = fmax(enters, outside / slope);
    if (slope < 0) leaves = fmin(leaves, outside / slope);
  }
  return enters <= leaves;
}

// Chooses the polygons that a way meets, and tells whether there were any more.
static int choose_met(struct CGVObstacles *obstacles, Ppolyline_t way, int first, int last) {
  int more = 0;
  for (int i = 0; i < obstacles->count; i++) {
    if (i == first || i == last || obstacles->is_chosen[i]) continue;
    for (int j = 0; j + 1 < way.pn && !obstacles->is_chosen[i]; j++)
      obstacles->is_chosen[i] = (char)is_met(obstacles->polygons[i], way.ps[j], way.ps[j + 1]);
    more |= obstacles->is_chosen[i];
  }
  return more;
}

// The shortest way among the chosen polygons.
static int shortest(struct CGVObstacles *obstacles, Ppoint_t start, Ppoint_t end, Ppolyline_t *way) {
  int count = 0;
  for (int i = 0; i < obstacles->count; i++)
    if (obstacles->is_chosen[i]) obstacles->chosen[count++] = &obstacles->polygons[i];
  vconfig_t *config = Pobsopen(obstacles->chosen, count);
  if (!config) return 0;
  int found = Pobspath(config, start, no_polygon, end, no_polygon, way);
  Pobsclose(config);
  return found && way->pn >= 2;
}

// The shortest way among all polygons but those around its ends.
//
// Time and room of libpathplan grow with the third power of the corners, and most polygons lie far away. So the way begins as a
// straight line, and only polygons that it meets come in until it meets no more: a shortest way among some polygons that meets no
// other one is the shortest among all.
static int shortest_of_all(
  struct CGVObstacles *obstacles, Ppoint_t start, Ppoint_t end, int first, int last, Ppolyline_t *way) {
  memset(obstacles->is_chosen, 0, (size_t)obstacles->count);
  int found = shortest(obstacles, start, end, way);
  while (found && choose_met(obstacles, *way, first, last)) {
    free(way->ps);
    *way = (Ppolyline_t){NULL, 0};
    found = shortest(obstacles, start, end, way);
  }
  return found;
}

unsigned cgv_route(CGVObstacles obstacles, CGVPoint from, CGVPoint to, int bends, CGVPoint **curve) {
  Ppoint_t start = {from.x, from.y}, end = {to.x, to.y};
  int first = polygon_around(obstacles, start), last = polygon_around(obstacles, end);
  Ppolyline_t way = {NULL, 0}, spline = {NULL, 0};
  if (!shortest_of_all(obstacles, start, end, first, last, &way)) {
    free(way.ps);
    return 0;
  }
  Pedge_t *barriers = NULL;
  int done;
  if (bends) {
    make_polyline(way, &spline);
    done = 1;
  } else {
    int count = 0;
    barriers = barriers_without(obstacles, first, last, &count);
    Pvector_t slopes[2] = {{0, 0}, {0, 0}};
    done = barriers && Proutespline(barriers, count, way, slopes, &spline) >= 0;
  }
  unsigned count = 0;
  if (done && spline.pn >= 4 && (*curve = calloc((size_t)spline.pn, sizeof(CGVPoint)))) {
    count = (unsigned)spline.pn;
    // The points of the spline belong to the library, which uses them again.
    for (unsigned i = 0; i < count; i++) (*curve)[i] = (CGVPoint){spline.ps[i].x, spline.ps[i].y};
  }
  free(barriers);
  free(way.ps);
  return count;
}

void cgv_free_curve(CGVPoint *curve) { free(curve); }

// ---- Curves of edges

static boolean never_swaps(edge_t *edge) { return FALSE; }
static boolean never_merges(node_t *node) { return FALSE; }

int cgv_set_curve(CGVEdge edge, const CGVPoint *points, unsigned count) {
  splineInfo info = {never_swaps, never_merges, TRUE, FALSE};
  pointf *copy = calloc(count, sizeof(pointf));
  if (!copy) return -1;
  for (unsigned i = 0; i < count; i++) copy[i] = (pointf){points[i].x, points[i].y};
  clip_and_install(edge, aghead(edge), copy, (int)count, &info);
  free(copy);
  char *text = NULL;
  size_t length = 0;
  FILE *stream = open_memstream(&text, &length);
  if (!stream) return -1;
  const splines *curves = ED_spl(edge);
  for (int i = 0; curves && i < curves->size; i++) {
    bezier curve = curves->list[i];
    if (i > 0) fputc(';', stream);
    if (curve.sflag) fprintf(stream, "s,%.2f,%.2f ", curve.sp.x, curve.sp.y);
    if (curve.eflag) fprintf(stream, "e,%.2f,%.2f ", curve.ep.x, curve.ep.y);
    for (int j = 0; j < curve.size; j++)
      fprintf(stream, "%s%.2f,%.2f", j > 0 ? " " : "", curve.list[j].x, curve.list[j].y);
  }
  int failed = fclose(stream) != 0 || length == 0 || agsafeset(edge, "pos", text, "") != 0;
  free(text);
  return failed ? -1 : 0;
}

unsigned cgv_node_corners(CGVNode node, CGVPoint *corners, unsigned limit) {
  if (!aggetrec(node, "Agnodeinfo_t", 0) || !ND_shape_info(node)) return 0;
  const polygon_t *outline = ND_shape_info(node);
  if (outline->sides < 3 || (unsigned)outline->sides > limit) return 0;
  // The rings of several borders follow one another, the outermost last.
  int rings = outline->peripheries > 1 ? outline->peripheries : 1;
  const pointf *ring = outline->vertices + (rings - 1) * outline->sides;
  for (int i = 0; i < outline->sides; i++)
    corners[i] = (CGVPoint){ND_coord(node).x + ring[i].x, ND_coord(node).y + ring[i].y};
  return (unsigned)outline->sides;
}
