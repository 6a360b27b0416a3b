import GraphModel

extension Diagram {
  /// The picture of what changed since another one: both together, with marks on what only one of them has.
  ///
  /// What stayed is pale. Nodes are the same by their ids, edges by their ends and kinds.
  ///
  /// - Parameters:
  ///   - onlyChanges: Whether unchanged nodes stay only where something changed beside them.
  ///   - before: Everything that the older network has, also where its picture is another one; the old picture where
  ///     missing.
  ///   - now: Everything that the newer network has; this picture where missing.
  /// - Complexity: O(nodes + edges).
  public func compared(
    to old: Diagram, onlyChanges: Bool, before: Inventory? = nil, now: Inventory? = nil
  ) -> Diagram {
    let before = before ?? Inventory(of: old)
    let now = now ?? Inventory(of: self)
    var diagram = self
    var positions: [String: Int] = [:]
    for (position, node) in nodes.enumerated() { positions[node.id] = position }
    for (position, node) in nodes.enumerated() {
      if !before.ids.contains(node.id) {
        diagram.nodes[position].change = .added
      } else if let name = before.names[node.id], name != node.label {
        diagram.nodes[position].change = .renamed
        diagram.renamings.append(Renaming(before: name, now: node.label))
      } else {
        diagram.nodes[position].isFaded = !node.emphasis
      }
    }
    let ties = Set(old.edges.filter { now.ties[Tie($0, in: old)] == nil }.flatMap { [$0.from, $0.to] })
    for (position, node) in old.nodes.enumerated() where positions[node.id] == nil {
      // What is still there, only further away, is drawn where a tie to it has gone.
      let isGone = !now.ids.contains(node.id)
      guard isGone || ties.contains(position) else { continue }
      var gone = node
      gone.change = isGone ? .removed : nil
      gone.isFaded = !isGone
      gone.emphasis = false
      positions[node.id] = diagram.nodes.count
      diagram.nodes.append(gone)
    }
    var counts = before.ties
    for (position, edge) in edges.enumerated() {
      let tie = Tie(edge, in: self)
      if let count = counts[tie], count > 0 {
        counts[tie] = count - 1
        diagram.edges[position].isFaded = true
      } else {
        diagram.edges[position].change = .added
      }
    }
    var left = now.ties
    for edge in old.edges {
      let tie = Tie(edge, in: old)
      if let count = left[tie], count > 0 {
        left[tie] = count - 1
        continue
      }
      guard let from = positions[tie.from], let to = positions[tie.to] else {
        continue
      }
      var gone = edge
      (gone.from, gone.to, gone.change) = (from, to, .removed)
      diagram.edges.append(gone)
    }
    diagram.showEndsOfChanges()
    return onlyChanges ? diagram.withoutUnchanged : diagram
  }

  /// The comparison without what stayed as it is, and with a note on how much that is.
  private var withoutUnchanged: Diagram {
    var changes = keepingNodes { nodes[$0].change != nil || !nodes[$0].isFaded }
    // What a picture of all leaves out is no matter of one that shows changes.
    changes.notes = []
    let count = nodes.count - changes.nodes.count
    guard count > 0 else { return changes }
    let note =
      count == 1
      ? Wording("1 unveränderter Knoten nicht gezeigt", "1 unchanged node is not shown")
      : Wording(
        "\(count.grouped(.german)) unveränderte Knoten nicht gezeigt",
        "\(count.grouped(.english)) unchanged nodes are not shown")
    changes.notes = [Wording("nur Änderungen: ", "changes only: ")[language] + note[language]]
    return changes
  }

  /// What changed edges join is shown in its own colours.
  private mutating func showEndsOfChanges() {
    for edge in edges where edge.change != nil {
      nodes[edge.from].isFaded = false
      nodes[edge.to].isFaded = false
    }
  }

  /// Whether anything was added, removed or renamed.
  public var hasChanges: Bool { nodes.contains { $0.change != nil } || edges.contains { $0.change != nil } }

  /// The number of nodes and edges with a change.
  public func count(of change: Change) -> (nodes: Int, edges: Int) {
    (nodes.count { $0.change == change }, edges.count { $0.change == change })
  }

  /// A thing that both networks have, under different names.
  public struct Renaming: Codable, Equatable, Sendable {
    /// What the older network calls it.
    public let before: String
    /// What the newer one calls it.
    public let now: String
  }
}

extension Diagram {
  /// Which nodes and ties a network has, whatever is drawn of it.
  public struct Inventory: Sendable {
    var ids: Set<String> = []
    /// The names of nodes, where they are known.
    var names: [String: String] = [:]
    var ties: [Tie: Int] = [:]

    /// Nothing yet.
    public init() {}

    /// What a picture shows.
    public init(of diagram: Diagram) {
      for node in diagram.nodes { add(node: node.id, called: node.label) }
      for edge in diagram.edges { ties[Tie(edge, in: diagram), default: 0] += 1 }
    }

    /// Takes a node by its id, with the name that pictures show.
    public mutating func add(node: String, called name: String? = nil) {
      ids.insert(node)
      if let name { names[node] = name }
    }

    /// Takes an edge by its ends and its kind.
    public mutating func add(edge kind: String, from: String, to: String) {
      ties[Tie(from: from, kind: kind, to: to), default: 0] += 1
    }
  }
}

/// An edge by what it joins, whatever its position.
struct Tie: Hashable, Codable {
  let from: String
  let kind: String
  let to: String

  init(from: String, kind: String, to: String) {
    (self.from, self.kind, self.to) = (from, kind, to)
  }

  init(_ edge: Diagram.Edge, in diagram: Diagram) {
    from = diagram.nodes[edge.from].id
    kind = edge.kind
    to = diagram.nodes[edge.to].id
  }
}
