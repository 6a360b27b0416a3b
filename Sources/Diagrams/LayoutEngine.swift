/// The ways to find places for nodes: those of Graphviz, and three of our own.
public enum LayoutEngine: String, WrittenChoice, Sendable {
  /// Layers from left to right.
  case dot
  /// Springs: distances on the page follow distances in the graph.
  case neato
  /// Springs with repulsion.
  case fdp
  /// Springs on several scales: the only one for thousands of nodes.
  case sfdp
  /// Circles.
  case circo
  /// Rings around the centre.
  case twopi
  /// Rows of boxes, edges ignored.
  case osage
  /// A map: by longitude and latitude, overlaps pushed apart.
  case geo
  /// Rings around the centre by the number of steps to it.
  case ego
  /// A column for each kind.
  case bipartite
}

extension LayoutEngine {
  /// The engine that reads best for a diagram, by size and shape.
  ///
  /// - A handful of edges: `dot`, the only engine that keeps room for words on edges.
  /// - A few hundred nodes: `neato`, which shows groups and leaves no empty rings.
  /// - More: `sfdp`; `neato` needs time with the square of the nodes (15 s for 2,000), `dot` more than a minute.
  public static func fitting(_ diagram: Diagram) -> LayoutEngine {
    if diagram.edges.count <= EdgeWords.limit { return .dot }
    return diagram.nodes.count <= 300 ? .neato : .sfdp
  }
}

extension LayoutEngine {
  /// Whether edges are drawn after and apart from the places of nodes; `dot` plans both together.
  var canRouteAgain: Bool {
    switch self {
    case .neato, .fdp, .sfdp, .twopi, .circo: true
    // osage itself draws straight through whatever lies between.
    case .osage, .geo, .ego, .bipartite: true
    case .dot: false
    }
  }

  /// Whether distances on the page come from springs.
  var hasSprings: Bool {
    switch self {
    case .neato, .fdp, .sfdp: true
    case .dot, .circo, .twopi, .osage, .geo, .ego, .bipartite: false
    }
  }

  /// Whether the places are found here and not by Graphviz.
  var isOwn: Bool {
    switch self {
    case .geo, .ego, .bipartite: true
    case .dot, .neato, .fdp, .sfdp, .circo, .twopi, .osage: false
    }
  }

  /// Whether edges run in curves around nodes; `dot` plans them together with the places.
  func curvesEdges(of diagram: Diagram) -> Bool { self == .dot || diagram.canHaveCurves }
}

extension Diagram {
  /// The most nodes and edges among which edges are routed. The time grows with the third power: 0.3 s for 250 edges among 300
  /// nodes, 3 s for 800, a minute and a half for 2,700 among 800.
  static let routable = (nodes: 400, edges: 800)

  /// Whether edges run in curves around nodes that they do not join.
  var canHaveCurves: Bool { edges.count <= Diagram.routable.edges && nodes.count <= Diagram.routable.nodes }
}
