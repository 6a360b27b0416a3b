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
  vconfig_t *config;
  Ppoly_t *polygons;
  Ppoly_t **pointers;
  Ppoint_t *points;
  int count;
};

CGVObstacles cgv_open_obstacles(const CGVPoint *points, const unsigned *sizes, unsigned count) {
  struct CGVObstacles *opened = calloc(1, sizeof *opened);
  if (!opened) return NULL;
  size_t total = 0;
  for (unsigned i = 0; i < count; i++) total += sizes[i];
  opened->count = (int)count;
  opened->polygons = calloc(count + 1, sizeof(Ppoly_t));
  opened->pointers = calloc(count + 1, sizeof(Ppoly_t *));
  opened->points = calloc(total + 1, sizeof(Ppoint_t));
  if (!opened->polygons || !opened->pointers || !opened->points) {
    cgv_close_obstacles(opened);
    return NULL;
  }
  size_t next = 0;
  for (unsigned i = 0; i < count; i++) {
    opened->polygons[i] = (Ppoly_t){opened->points + next, (int)sizes[i]};
    opened->pointers[i] = &opened->polygons[i];
    for (unsigned j = 0; j < sizes[i]; j++, next++) opened->points[next] = (Ppoint_t){points[next].x, points[next].y};
  }
  opened->config = Pobsopen(opened->pointers, opened->count);
  return opened;
}

void cgv_close_obstacles(CGVObstacles obstacles) {
  if (obstacles->config) Pobsclose(obstacles->config);
  free(obstacles->points);
  free(obstacles->pointers);
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

unsigned cgv_route(CGVObstacles obstacles, CGVPoint from, CGVPoint to, int bends, CGVPoint **curve) {
  Ppoint_t start = {from.x, from.y}, end = {to.x, to.y};
  int first = polygon_around(obstacles, start), last = polygon_around(obstacles, end);
  Ppolyline_t way = {NULL, 0}, spline = {NULL, 0};
  if (!Pobspath(obstacles->config, start, first, end, last, &way) || way.pn < 2) {
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
