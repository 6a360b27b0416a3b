import Foundation
import GraphModel

/// Nodes that no edge joins to another: a grid in alphabetical order, below or beside what is joined.
///
/// Graphviz piles them up in one column (`dot`), strews them around (`neato`), or ends with a fault (`twopi` of 2.42).
struct IsolatedNodes {
  private let diagram: Diagram
  /// Their positions in the diagram, in alphabetical order.
  private let isolated: [Int]
  /// The positions of all other nodes, in the order of the diagram.
  let joined: [Int]

  private static let gap = Extent(width: 22, height: 18)
  /// The way between the grid and what is joined.
  private static let distance = 60.0

  /// - Returns: `nil` where every node is joined to another.
  /// - Complexity: O(nodes log nodes + edges).
  init?(of diagram: Diagram) {
    self.diagram = diagram
    var isJoined = [Bool](repeating: false, count: diagram.nodes.count)
    for edge in diagram.edges where edge.from != edge.to {
      isJoined[edge.from] = true
      isJoined[edge.to] = true
    }
    joined = diagram.nodes.indices.filter { isJoined[$0] }
    isolated = diagram.alphabetical(diagram.nodes.indices.filter { !isJoined[$0] })
    if isolated.isEmpty { return nil }
  }

  /// What is left without them.
  var rest: Diagram {
    var rest = diagram
    let new = Dictionary(uniqueKeysWithValues: joined.enumerated().map { ($1, $0) })
    rest.nodes = joined.map { diagram.nodes[$0] }
    rest.edges = diagram.edges.compactMap { edge in
      guard let from = new[edge.from], let to = new[edge.to] else { return nil }
      var edge = edge
      (edge.from, edge.to) = (from, to)
      return edge
    }
    return rest
  }

  /// The places of all nodes of the diagram.
  ///
  /// - Parameters:
  ///   - rest: The places of what is joined, in the order of ``joined``.
  ///   - extents: The sizes of all nodes.
  /// - Complexity: O(isolated²).
  func places(beside rest: [PagePoint], _ extents: [Extent]) -> [PagePoint] {
    var places = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: extents.count)
    for (node, place) in zip(joined, rest) { places[node] = place }
    let frames = joined.map { Frame(places[$0], extents[$0]) }
    let whole = frames.dropFirst().reduce(frames.first) { $0?.joined(with: $1) }
    let grids = (1...isolated.count).map {
      BoxGrid(isolated.map { extents[$0] }, columns: $0, gap: IsolatedNodes.gap, alignment: .middle)
    }
    guard let (grid, corner) = best(of: grids, beside: whole) else { return places }
    for (node, centre) in zip(isolated, grid.centres) {
      places[node] = PagePoint(x: corner.x + centre.x, y: corner.y + centre.y).rounded
    }
    return places
  }

  /// The grid with which the picture needs the smallest slide, and its upper left corner.
  private func best(of grids: [BoxGrid], beside whole: Frame?) -> (BoxGrid, PagePoint)? {
    guard let whole else {
      return grids.min { $0.misfit < $1.misfit }.map { ($0, PagePoint(x: 0, y: 0)) }
    }
    let (width, height) = (whole.right - whole.left, whole.top - whole.bottom)
    let distance = IsolatedNodes.distance
    func slide(_ width: Double, _ height: Double) -> Double { max(width, 1.5 * height) }
    let below = grids.map { (cost: slide(max(width, $0.size.width), height + distance + $0.size.height), grid: $0) }
    let beside = grids.map { (cost: slide(width + distance + $0.size.width, max(height, $0.size.height)), grid: $0) }
    guard let low = below.min(by: { $0.cost < $1.cost }), let right = beside.min(by: { $0.cost < $1.cost }) else {
      return nil
    }
    // Of equal ones the grid below: the eye is used to what is left over standing there.
    return right.cost < low.cost
      ? (right.grid, PagePoint(x: whole.right + distance, y: whole.top))
      : (low.grid, PagePoint(x: whole.left, y: whole.bottom - distance))
  }
}

extension Diagram {
  /// Positions of nodes by their labels as a German or English index has them, ä beside a.
  func alphabetical(_ positions: [Int]) -> [Int] {
    let keys = Dictionary(
      uniqueKeysWithValues: positions.map {
        ($0, nodes[$0].label.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil))
      })
    return positions.sorted { (keys[$0] ?? "", nodes[$0].label, $0) < (keys[$1] ?? "", nodes[$1].label, $1) }
  }
}
