import GraphModel

extension Diagram {
  /// The diagram with one edge for all of one kind between the same two nodes; the line grows with their number.
  ///
  /// - Complexity: O(edges); an edge stands where the first of its kind stood.
  public func mergingParallelEdges() -> Diagram {
    struct Key: Hashable {
      let from: Int
      let to: Int
      let kind: String
      let label: String
      let isExample: Bool
      let change: Change?
    }
    var diagram = self
    diagram.edges = []
    var positions: [Key: Int] = [:]
    for edge in edges {
      let key = Key(
        from: edge.from, to: edge.to, kind: edge.kind, label: edge.label, isExample: edge.isExample,
        change: edge.change)
      if let position = positions[key] {
        diagram.edges[position].count += edge.count
        diagram.edges[position].isFaded = diagram.edges[position].isFaded && edge.isFaded
        diagram.edges[position].chains = Set(diagram.edges[position].chains + edge.chains).sorted()
      } else {
        positions[key] = diagram.edges.count
        diagram.edges.append(edge)
      }
    }
    return diagram
  }

  /// The diagram with its nodes in clusters of the same value of a fact, or of the same kind for `kind`.
  public func clustered(by key: String, called name: String) -> Diagram {
    var diagram = self
    diagram.notes.append(language == .german ? "Kästen: \(name)" : "boxes: \(name)")
    diagram.clusterRows = []
    for (position, node) in nodes.enumerated() {
      diagram.nodes[position].cluster =
        key == "kind"
        ? node.facts["kind"]?.text(in: language).capitalisedFirst ?? node.kind : node.facts[key]?.text(in: language)
    }
    return diagram
  }
}

extension Diagram {
  /// The largest picture in which each node still stands for itself, unless somebody asks for all of them.
  public static let readableNodes = 300

  /// The most lines between groups: beyond it the strongest are shown.
  private static let readableTies = 60

  /// The diagram with one node for all that share the value of a fact.
  ///
  /// Each node joins the group of the first key that is known of it; others are grouped by kind. Relationships between
  /// two groups become one line, as wide as they are many; only the strongest are drawn where there are too many for an
  /// eye, and the picture says so.
  ///
  /// - Parameter groups: The facts to group by, in the order of preference, with the kind that their groups have.
  /// - Complexity: O(nodes + edges log edges).
  public func aggregated(by groups: [(key: String, kind: String)]) -> Diagram {
    let keys = nodes.map { groupKey(of: $0, groups) }
    let order = Set(keys).sorted()
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var members = [[Int]](repeating: [], count: order.count)
    for (node, key) in keys.enumerated() { members[positions[key, default: 0]].append(node) }
    var diagram = self
    diagram.tally = nil
    diagram.clusterRows = []
    for group in groups {
      let name = factNames[group.key] ?? group.key
      let words = Wording("\(name), zusammengefasst", "\(name.capitalisedFirst), as a whole")
      diagram.kindNames[group.kind] = words[language]
    }
    let names = Dictionary(groups.map { ($0.kind, factNames[$0.key] ?? $0.key) }) { first, _ in first }
    diagram.nodes = zip(order, members).map { group($0, $1, called: names[$0.kind]) }
    diagram.edges = ties(keys.map { positions[$0, default: 0] }, &diagram)
    return diagram
  }

  private struct GroupKey: Hashable, Comparable {
    let kind: String
    let value: String
    let isKnown: Bool

    static func < (left: GroupKey, right: GroupKey) -> Bool { (left.kind, left.value) < (right.kind, right.value) }
  }

  private func groupKey(of node: Node, _ groups: [(key: String, kind: String)]) -> GroupKey {
    for group in groups {
      if let fact = node.facts[group.key] {
        return GroupKey(kind: group.kind, value: fact.text(in: language), isKnown: true)
      }
    }
    return GroupKey(kind: node.kind, value: "", isKnown: false)
  }

  /// - Parameter name: What people call the fact that the members share.
  private func group(_ key: GroupKey, _ members: [Int], called name: String?) -> Node {
    var counts: [(kind: String, count: Int)] = []
    let byKind = Dictionary(grouping: members) { nodes[$0].kind }
    for (kind, nodes) in byKind.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      counts.append((kind, nodes.count))
    }
    let words = counts.map { kind, count in
      let plural = members.first { nodes[$0].kind == kind }.flatMap { nodes[$0].facts["kinds"]?.text(in: language) }
      let single = members.first { nodes[$0].kind == kind }.flatMap { nodes[$0].facts["kind"]?.text(in: language) }
      // A number stays on the line of what it counts.
      return "\(count.grouped(language))\u{A0}\((count == 1 ? single : plural) ?? kind)"
    }.joined(separator: ", ")
    let rest = language == .german ? "ohne nähere Zuordnung" : "not assigned"
    var node = Node(
      id: "\(key.kind):\(key.value)", label: key.isKnown ? "\(key.value): \(words)" : "\(words) \(rest)",
      kind: key.kind, emphasis: members.contains { nodes[$0].emphasis })
    node.count = members.count
    node.isExample = members.allSatisfy { nodes[$0].isExample }
    node.tooltip = members.map { nodes[$0].label }.sorted().prefix(40).joined(separator: "; ")
    let facts = members.map { nodes[$0].facts }
    for (name, value) in facts.first ?? [:] where facts.allSatisfy({ $0[name] == value }) { node.facts[name] = value }
    // A Land is no project, although all that lies in it may be projects.
    if key.isKnown, let name { (node.facts["kind"], node.facts["kinds"]) = (.word(name, code: ""), nil) }
    node.facts["count"] = .number(Double(members.count))
    let places = members.compactMap { nodes[$0].place }
    if key.isKnown, !places.isEmpty {
      let count = Double(places.count)
      node.place = Location(
        longitude: places.reduce(0) { $0 + $1.longitude } / count,
        latitude: places.reduce(0) { $0 + $1.latitude } / count)
    }
    return node
  }

  private func ties(_ groups: [Int], _ diagram: inout Diagram) -> [Edge] {
    struct Pair: Hashable {
      let from: Int
      let to: Int
    }
    var counts: [Pair: Int] = [:]
    diagram.innerEdges = edges.reduce(0) { $0 + (groups[$1.from] == groups[$1.to] ? $1.count : 0) }
    for edge in edges where groups[edge.from] != groups[edge.to] {
      let ends = [groups[edge.from], groups[edge.to]].sorted()
      counts[Pair(from: ends[0], to: ends[1]), default: 0] += edge.count
    }
    let strongest = counts.sorted { ($1.value, $0.key.from, $0.key.to) < ($0.value, $1.key.from, $1.key.to) }
    var shown = Array(strongest.prefix(Diagram.readableTies))
    if shown.count < strongest.count {
      // Nothing stands alone that is tied to something.
      var joined = Set(shown.flatMap { [$0.key.from, $0.key.to] })
      for tie in strongest.dropFirst(shown.count)
      where joined.insert(tie.key.from).inserted || joined.insert(tie.key.to).inserted {
        joined.insert(tie.key.to)
        shown.append(tie)
      }
      diagram.notes.append(
        language == .german
          ? "gezeichnet sind die \(shown.count) stärksten von \(strongest.count) Linien, von jeder Gruppe wenigstens eine"
          : "drawn are the \(shown.count) strongest of \(strongest.count) lines, at least one of every group")
    }
    return shown.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }.map { pair, count in
      let word = count == 1 ? Wording("Beziehung", "relationship") : Wording("Beziehungen", "relationships")
      var edge = Edge(from: pair.from, to: pair.to, kind: "RELATIONS", label: word[language])
      edge.count = count
      edge.isDirected = false
      return edge
    }
  }
}
