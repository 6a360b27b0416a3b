/// The look of every kind that occurs in one diagram.
struct Looks: Equatable {
  private(set) var nodes: [String: StyleSheet.NodeStyle] = [:]
  private(set) var edges: [String: StyleSheet.EdgeStyle] = [:]

  /// Chooses a look for each kind; unknown kinds take turns, in alphabetical order.
  init(of diagram: Diagram, in style: StyleSheet) {
    var turn = 0
    for kind in Set(diagram.nodes.map(\.kind)).sorted() {
      if let known = style.nodes[kind] {
        nodes[kind] = known
      } else {
        nodes[kind] = style.otherNodes[turn % style.otherNodes.count]
        turn += 1
      }
    }
    turn = 0
    for kind in Set(diagram.edges.map(\.kind)).sorted() {
      if let known = style.edges[kind] {
        edges[kind] = known
      } else {
        edges[kind] = style.otherEdges[turn % style.otherEdges.count]
        turn += 1
      }
    }
  }
}
