import Diagrams

/// Pictures as real ones are: a centre with neighbours, ties among them, long German names.
enum SampleDiagrams {
  static let kinds = ["Actor", "Municipality", "Project", "Topic", "Event", "Challenge", "Profile"]
  static let relationships = [
    ("WORKS_ON", "arbeitet an"), ("MEMBER_OF", "ist Mitglied von"), ("COVERS", "befasst sich mit"),
    ("PART_OF", "ist Teil von"),
  ]

  /// A network around one node; the same for the same size.
  static func network(_ count: Int) -> Diagram {
    var random = Sequence64(state: UInt64(count))
    let nodes = (0..<count).map { position in
      Diagram.Node(
        id: "node-\(position)", label: name(position), kind: kinds[position % kinds.count],
        emphasis: position == 0, isExample: position % 11 == 3, isDerived: position % 13 == 5)
    }
    var edges: [Diagram.Edge] = []
    for position in 1..<max(count, 1) {
      let relationship = relationships[position % relationships.count]
      let target = position < count / 3 ? 0 : Int(random.next() % UInt64(position))
      edges.append(.init(from: position, to: target, kind: relationship.0, label: relationship.1))
      if position % 2 == 0 {
        edges.append(
          .init(from: Int(random.next() % UInt64(count)), to: position, kind: "COVERS", label: "befasst sich mit"))
      }
    }
    return Diagram(
      title: "Münsterhack und sein Netz", subtitle: "Stand 23.11.2026 · \(count) Knoten", nodes: nodes, edges: edges)
  }

  /// Networks that nothing joins.
  static func networks(_ counts: [Int]) -> Diagram {
    var joined = network(0)
    for (number, count) in counts.enumerated() {
      let first = joined.nodes.count
      let part = network(count)
      joined.nodes += part.nodes.map { node in
        var node = node
        (node.id, node.emphasis) = ("\(number)-\(node.id)", node.emphasis && number == 0)
        return node
      }
      joined.edges += part.edges.map { edge in
        var edge = edge
        (edge.from, edge.to) = (first + edge.from, first + edge.to)
        return edge
      }
    }
    return joined
  }

  /// One node with a label.
  static func label(_ label: String) -> Diagram {
    Diagram(title: label, subtitle: label, nodes: [.init(id: "only", label: label, kind: "Actor", tooltip: label)])
  }

  private static func name(_ position: Int) -> String {
    let names = [
      "Digitale Kaffeerunde: Ideen für eine lebenswerte Stadt – Erfahrungen aus dem Münsterhack",
      "Stabsstelle Smart City der Stadt Münster", "Civitas Connect e. V.", "Digital Hub münsterLAND", "Osna Hack",
      "Straßenverkehrsdigitalisierungsbeauftragter der Großen Kreisstadt Überlingen", "KfW",
      "Koordinierungs- und Transferstelle Modellprojekte Smart Cities", "Bundesministerium für Wohnen",
    ]
    return names[position % names.count] + " \(position)"
  }
}

/// Knuth's linear congruential numbers: the same everywhere, good enough to scatter edges.
private struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
