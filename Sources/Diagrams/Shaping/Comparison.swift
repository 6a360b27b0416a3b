import GraphModel

extension Diagram {
  /// The picture of what changed since another one: both together, with marks on what only one of them has.
  ///
  /// What stayed is pale. Nodes are the same by their ids, edges by their ends and kinds.
  ///
  /// - Parameter onlyChanges: Whether unchanged nodes stay only where something changed beside them.
  /// - Complexity: O(nodes + edges).
  public func compared(to old: Diagram, onlyChanges: Bool) -> Diagram {
    var diagram = self
    var positions: [String: Int] = [:]
    for (position, node) in nodes.enumerated() { positions[node.id] = position }
    let oldIDs = Set(old.nodes.map(\.id))
    for (position, node) in nodes.enumerated() {
      if oldIDs.contains(node.id) {
        diagram.nodes[position].isFaded = !node.emphasis
      } else {
        diagram.nodes[position].change = .added
      }
    }
    for node in old.nodes where positions[node.id] == nil {
      var gone = node
      gone.change = .removed
      gone.emphasis = false
      positions[node.id] = diagram.nodes.count
      diagram.nodes.append(gone)
    }
    var counts: [Tie: Int] = [:]
    for edge in old.edges { counts[Tie(edge, in: old), default: 0] += 1 }
    for (position, edge) in edges.enumerated() {
      let tie = Tie(edge, in: self)
      if let count = counts[tie], count > 0 {
        counts[tie] = count - 1
        diagram.edges[position].isFaded = true
      } else {
        diagram.edges[position].change = .added
      }
    }
    for edge in old.edges {
      let tie = Tie(edge, in: old)
      guard let count = counts[tie], count > 0, let from = positions[tie.from], let to = positions[tie.to] else {
        continue
      }
      counts[tie] = count - 1
      var gone = edge
      (gone.from, gone.to, gone.change) = (from, to, .removed)
      diagram.edges.append(gone)
    }
    diagram.showEndsOfChanges()
    guard onlyChanges else { return diagram }
    return diagram.keepingNodes { diagram.nodes[$0].change != nil || !diagram.nodes[$0].isFaded }
  }

  /// What changed edges join is shown in its own colours.
  private mutating func showEndsOfChanges() {
    for edge in edges where edge.change != nil {
      nodes[edge.from].isFaded = false
      nodes[edge.to].isFaded = false
    }
  }

  /// The number of nodes and edges with a change.
  public func count(of change: Change) -> (nodes: Int, edges: Int) {
    (nodes.count { $0.change == change }, edges.count { $0.change == change })
  }
}

/// An edge by what it joins, whatever its position.
struct Tie: Hashable, Codable {
  let from: String
  let kind: String
  let to: String

  init(_ edge: Diagram.Edge, in diagram: Diagram) {
    from = diagram.nodes[edge.from].id
    kind = edge.kind
    to = diagram.nodes[edge.to].id
  }
}
