import GraphModel

/// Nodes in named boxes, the boxes packed close around the one with most ties, or in rows where nothing joins them.
///
/// Graphviz knows clusters in three engines only, and one of them frees memory twice when edges have words; boxes
/// packed here keep every label clear of every other.
struct ClusterLayout {
  let arrangement: Arrangement
  /// The names of the clusters; those without one come last, as "" .
  let names: [String]
  let members: [[Int]]

  init(arrangement: Arrangement) {
    self.arrangement = arrangement
    let nodes = arrangement.diagram.nodes
    let found = Set(nodes.map { $0.cluster ?? "" })
    let names = found.filter { !$0.isEmpty }.sorted() + (found.contains("") ? [""] : [])
    self.names = names
    members = names.map { name in nodes.indices.filter { (nodes[$0].cluster ?? "") == name } }
  }

  /// The room above the nodes of a box for its name.
  var header: Double { arrangement.style.text.legendSize * 1.25 * 2 }
  static let padding = 14.0
  static let rowGap = 14.0
  static let columnGap = 18.0
  /// The way between boxes, wide enough for edges to pass.
  static let boxGap = 46.0

  /// The places.
  func places() -> [PagePoint] {
    var places = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: arrangement.extents.count)
    var boxes: [Extent] = []
    for member in members { boxes.append(pack(member, &places)) }
    let centres = ties.joined().contains { $0 > 0 } ? packed(boxes) : rowed(boxes)
    for (cluster, member) in members.enumerated() {
      for node in member {
        places[node] =
          PagePoint(x: places[node].x + centres[cluster].x, y: places[node].y + centres[cluster].y).rounded
      }
    }
    return places
  }

  /// Puts the nodes of one box into columns around its centre.
  func pack(_ nodes: [Int], _ places: inout [PagePoint]) -> Extent {
    let extents = arrangement.extents
    let diagram = arrangement.diagram
    let sorted = nodes.sorted { left, right in
      (diagram.nodes[left].kind, diagram.nodes[left].label, left)
        < (diagram.nodes[right].kind, diagram.nodes[right].label, right)
    }
    let shapes = (1...max(1, sorted.count)).map { columns in self.shape(sorted, columns) }
    let best = shapes.indices.min { (shapes[$0].misfit, $0) < (shapes[$1].misfit, $1) } ?? 0
    let shape = shapes[best]
    let size = Extent(
      width: max(shape.width, nameWidth(of: nodes)) + 2 * ClusterLayout.padding,
      height: shape.height + header + 2 * ClusterLayout.padding)
    var x = -shape.width / 2
    for column in shape.columns {
      let width = column.map { extents[$0].width }.max() ?? 0
      var y = size.height / 2 - header - ClusterLayout.padding
      for node in column {
        places[node] = PagePoint(x: x + width / 2, y: y - extents[node].height / 2)
        y -= extents[node].height + ClusterLayout.rowGap
      }
      x += width + ClusterLayout.columnGap
    }
    return size
  }

  private struct Shape {
    var columns: [[Int]]
    var width: Double
    var height: Double
    /// How far the box is from one and a half times as wide as high.
    var misfit: Double { width > 1.5 * height ? width / (1.5 * height) : 1.5 * height / max(width, 1) }
  }

  private func shape(_ nodes: [Int], _ count: Int) -> Shape {
    let extents = arrangement.extents
    let rows = max(1, (nodes.count + count - 1) / count)
    let columns = stride(from: 0, to: nodes.count, by: rows).map { Array(nodes[$0..<min($0 + rows, nodes.count)]) }
    let widths = columns.map { column in column.map { extents[$0].width }.max() ?? 0 }
    let heights = columns.map { column in
      column.reduce(-ClusterLayout.rowGap) { $0 + extents[$1].height + ClusterLayout.rowGap }
    }
    return Shape(
      columns: columns, width: widths.reduce(0, +) + ClusterLayout.columnGap * Double(max(0, columns.count - 1)),
      height: heights.max() ?? 0)
  }

  func nameWidth(of nodes: [Int]) -> Double {
    let name = arrangement.diagram.nodes[nodes[0]].cluster ?? ""
    return arrangement.extent(of: name, size: arrangement.style.text.legendSize * 1.25).width
  }

  /// Puts boxes that nothing joins into rows as text runs, in the order of the diagram.
  private func rowed(_ boxes: [Extent]) -> [PagePoint] {
    let order = boxes.indices.sorted { (members[$0].first ?? 0) < (members[$1].first ?? 0) }
    let grids = (1...max(1, boxes.count)).map {
      BoxGrid(
        order.map { boxes[$0] }, columns: $0,
        gap: Extent(width: ClusterLayout.columnGap, height: ClusterLayout.columnGap))
    }
    let best = grids.indices.min { (grids[$0].misfit, $0) < (grids[$1].misfit, $1) } ?? 0
    var centres = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: boxes.count)
    for (box, centre) in zip(order, grids[best].centres) { centres[box] = centre }
    return centres
  }

  /// Puts boxes down one by one, those with most edges to the ones that lie already first, each where it is nearest
  /// to them and to the middle.
  private func packed(_ boxes: [Extent]) -> [PagePoint] {
    let ties = self.ties
    var centres = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: boxes.count)
    var lying: [Int] = []
    var waiting = Array(boxes.indices)
    while !waiting.isEmpty {
      let next =
        waiting.max { left, right in
          let strength = { (box: Int) in
            lying.isEmpty ? ties[box].reduce(0, +) : lying.reduce(0) { $0 + ties[box][$1] }
          }
          return (strength(left), boxes[left].width * boxes[left].height, -left)
            < (strength(right), boxes[right].width * boxes[right].height, -right)
        } ?? waiting[0]
      waiting.removeAll { $0 == next }
      centres[next] = spot(for: next, boxes, centres, lying, ties[next])
      lying.append(next)
    }
    return centres
  }

  private func spot(
    for box: Int, _ boxes: [Extent], _ centres: [PagePoint], _ lying: [Int], _ ties: [Int]
  ) -> PagePoint {
    guard !lying.isEmpty else { return PagePoint(x: 0, y: 0) }
    let middle = PagePoint.mean(of: lying.map { centres[$0] }) ?? PagePoint(x: 0, y: 0)
    let total = Double(lying.reduce(0) { $0 + ties[$1] })
    var goal = middle
    if total > 0 {
      goal = PagePoint(
        x: lying.reduce(0) { $0 + centres[$1].x * Double(ties[$1]) } / total,
        y: lying.reduce(0) { $0 + centres[$1].y * Double(ties[$1]) } / total)
    }
    let free = candidates(for: box, boxes, centres, lying).filter { candidate in
      lying.allSatisfy { other in
        (centres[other].x - candidate.x).magnitude
          >= (boxes[box].width + boxes[other].width) / 2 + ClusterLayout.boxGap - 0.01
          || (centres[other].y - candidate.y).magnitude
            >= (boxes[box].height + boxes[other].height) / 2 + ClusterLayout.boxGap - 0.01
      }
    }
    // Slides and paper lie on their side: a way up or down counts one and a half times.
    func cost(_ point: PagePoint) -> Double {
      let toGoal = (point.x - goal.x).magnitude + 1.5 * (point.y - goal.y).magnitude
      let toMiddle = (point.x - middle.x).magnitude + 1.5 * (point.y - middle.y).magnitude
      return toGoal + toMiddle
    }
    return free.min { (cost($0), $0.x, $0.y) < (cost($1), $1.x, $1.y) } ?? PagePoint(x: 0, y: 0)
  }

  /// The spots at the sides of the boxes that lie already; one beside the outermost is always free.
  private func candidates(
    for box: Int, _ boxes: [Extent], _ centres: [PagePoint], _ lying: [Int]
  ) -> [PagePoint] {
    lying.flatMap { other in
      let dx = (boxes[box].width + boxes[other].width) / 2 + ClusterLayout.boxGap
      let dy = (boxes[box].height + boxes[other].height) / 2 + ClusterLayout.boxGap
      let slackX = (boxes[other].width - boxes[box].width) / 2
      let slackY = (boxes[other].height - boxes[box].height) / 2
      let beside: [PagePoint] = [-slackY, 0, slackY].flatMap { shift in
        [PagePoint(x: dx, y: shift), PagePoint(x: -dx, y: shift)]
      }
      let above: [PagePoint] = [-slackX, 0, slackX].flatMap { shift in
        [PagePoint(x: shift, y: dy), PagePoint(x: shift, y: -dy)]
      }
      return (beside + above).map { PagePoint(x: centres[other].x + $0.x, y: centres[other].y + $0.y) }
    }
  }

  /// How many edges run between each two clusters.
  private var ties: [[Int]] {
    var clusters = [Int](repeating: 0, count: arrangement.extents.count)
    for (cluster, member) in members.enumerated() { for node in member { clusters[node] = cluster } }
    var ties = [[Int]](repeating: [Int](repeating: 0, count: names.count), count: names.count)
    for edge in arrangement.diagram.edges where clusters[edge.from] != clusters[edge.to] {
      ties[clusters[edge.from]][clusters[edge.to]] += edge.count
      ties[clusters[edge.to]][clusters[edge.from]] += edge.count
    }
    return ties
  }

  /// Draws a box around the nodes of each cluster, with its name in the corner.
  func draw(_ places: [PagePoint], on backdrop: inout Backdrop) {
    let marks = arrangement.style.marks.backdrop
    let size = arrangement.style.text.legendSize * 1.25
    for (name, frame) in frames(places) {
      backdrop.frame(frame, fill: marks.fill, stroke: marks.stroke)
      backdrop.name(
        name, at: PagePoint(x: frame.left + ClusterLayout.padding * 0.7, y: frame.top - size * 1.35), size: size,
        marks.text, on: marks.fill, alignment: -1)
    }
  }
}
