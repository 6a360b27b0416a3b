import GraphModel
import GraphStore
import TestSupport

/// A small query as data: a chain of nodes and relationships, conditions on a property, and what is returned. It writes itself
/// as text for the engine, and answers itself by trying every assignment of nodes and relationships: slow, and too simple to be
/// wrong.
struct RandomQuery: CustomStringConvertible {
  struct Link {
    var from: Int
    var to: Int
    var type: String?
    var direction: Direction
  }

  struct Condition {
    var node: Int
    var sign: String
    var value: Int64
  }

  enum Answer: CaseIterable {
    case nodes
    case count
    case distinctFirst
    case countByProperty
    case exists
  }

  var labels: [String?]
  var links: [Link]
  var conditions: [Condition]
  var answer: Answer

  static func random(using generator: inout SeededGenerator) -> RandomQuery {
    let nodes = Int.random(in: 1...3, using: &generator)
    let labels = (0..<nodes).map { _ in ["A", "B", nil].randomElement(using: &generator) ?? nil }
    var links = (0..<(nodes - 1)).map { position in link(position, position + 1, &generator) }
    // Now and then the chain closes to a triangle or a loop.
    if Int.random(in: 0..<3, using: &generator) == 0 { links.append(link(nodes - 1, 0, &generator)) }
    let conditions = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      Condition(
        node: Int.random(in: 0..<nodes, using: &generator),
        sign: ["=", "<>", "<", ">="].randomElement(using: &generator) ?? "=",
        value: Int64.random(in: 0...3, using: &generator))
    }
    return RandomQuery(
      labels: labels, links: links, conditions: conditions,
      answer: Answer.allCases.randomElement(using: &generator) ?? .nodes)
  }

  private static func link(_ from: Int, _ to: Int, _ generator: inout SeededGenerator) -> Link {
    Link(
      from: from, to: to, type: ["R", "S", nil].randomElement(using: &generator) ?? nil,
      direction: [.outgoing, .incoming, .either].randomElement(using: &generator) ?? .outgoing)
  }

  // MARK: Text

  private func node(_ position: Int) -> String { "(n\(position)\(labels[position].map { ":" + $0 } ?? ""))" }

  private func text(_ link: Link) -> String {
    let type = "[\(link.type.map { ":" + $0 } ?? "")]"
    let arrow =
      switch link.direction {
      case .outgoing: "-\(type)->"
      case .incoming: "<-\(type)-"
      case .either: "-\(type)-"
      }
    return node(link.from) + arrow + node(link.to)
  }

  /// The pieces of the pattern, in an order that the caller chooses.
  func patterns(in order: [Int]? = nil) -> String {
    if links.isEmpty { return node(0) }
    return (order ?? Array(links.indices)).map { text(links[$0]) }.joined(separator: ", ")
  }

  var condition: [String] { conditions.map { "n\($0.node).x \($0.sign) \($0.value)" } }

  var returning: String {
    let names = labels.indices.map { "id(n\($0))" }
    return switch answer {
    case .nodes: "RETURN " + names.joined(separator: ", ")
    case .count: "RETURN count(*)"
    case .distinctFirst: "RETURN DISTINCT id(n0)"
    case .countByProperty: "RETURN n0.x AS x, count(*), count(DISTINCT n\(labels.count - 1))"
    case .exists: "RETURN count(*)"
    }
  }

  /// The statement; for ``Answer/exists`` the pattern stands in a subquery over all nodes.
  var description: String {
    let filter = condition.isEmpty ? "" : " WHERE " + condition.joined(separator: " AND ")
    if answer == .exists { return "MATCH (n0) WHERE EXISTS { MATCH \(patterns())\(filter) } RETURN id(n0)" }
    return "MATCH \(patterns())\(filter) \(returning)"
  }

  // MARK: Answer

  /// The rows as sorted texts, found by trying everything.
  func rows(in graph: PropertyGraph) -> [String] {
    var matches: [[NodeID]] = []
    assign([], graph) { nodes in
      for _ in 0..<ways(nodes, graph) { matches.append(nodes) }
    }
    func number(_ node: NodeID) -> String { String(node.rawValue) }
    func property(_ node: NodeID) -> String { graph.value("x", of: node)?.literal ?? "null" }
    switch answer {
    case .nodes: return matches.map { $0.map(number).joined(separator: "|") }.sorted()
    case .count: return [String(matches.count)]
    case .distinctFirst, .exists: return Set(matches.map { number($0[0]) }).sorted()
    case .countByProperty:
      let groups = Dictionary(grouping: matches) { property($0[0]) }
      return groups.map { key, rows in
        "\(key)|\(rows.count)|\(Set(rows.map { $0[$0.count - 1] }).count)"
      }.sorted()
    }
  }

  private func assign(_ chosen: [NodeID], _ graph: PropertyGraph, _ found: ([NodeID]) -> Void) {
    guard chosen.count < labels.count else {
      if conditions.allSatisfy({ holds($0, chosen, graph) }) { found(chosen) }
      return
    }
    for node in graph.nodes where labels[chosen.count].map({ graph.has(Label($0), node) }) ?? true {
      assign(chosen + [node], graph, found)
    }
  }

  private func holds(_ condition: Condition, _ nodes: [NodeID], _ graph: PropertyGraph) -> Bool {
    guard let value = graph.value("x", of: nodes[condition.node])?.integer else { return false }
    return switch condition.sign {
    case "=": value == condition.value
    case "<>": value != condition.value
    case "<": value < condition.value
    default: value >= condition.value
    }
  }

  /// How many choices of different relationships join the nodes as the links say.
  private func ways(_ nodes: [NodeID], _ graph: PropertyGraph) -> Int {
    func count(_ position: Int, _ used: Set<EdgeID>) -> Int {
      guard position < links.count else { return 1 }
      let link = links[position]
      return graph.edges.reduce(0) { sum, edge in
        let (source, target) = graph.ends(of: edge)
        let forward = source == nodes[link.from] && target == nodes[link.to]
        let backward = source == nodes[link.to] && target == nodes[link.from]
        let fits =
          switch link.direction {
          case .outgoing: forward
          case .incoming: backward
          case .either: forward || backward
          }
        guard fits, !used.contains(edge), link.type.map({ graph.type(of: edge).name == $0 }) ?? true else { return sum }
        return sum + count(position + 1, used.union([edge]))
      }
    }
    return count(0, [])
  }
}

extension PropertyGraph {
  /// A small graph with two labels, two types, loops, parallel relationships and a property that may be missing.
  static func random(using generator: inout SeededGenerator) -> PropertyGraph {
    var graph = PropertyGraph()
    if Bool.random(using: &generator) { graph.addIndex(on: "A", "x") }
    let count = Int.random(in: 0...7, using: &generator)
    for _ in 0..<count {
      let labels: [Label] = [["A"], ["B"], ["A", "B"], []].randomElement(using: &generator) ?? []
      let x = Int64.random(in: 0...4, using: &generator)
      _ = graph.addNode(labels, x == 4 ? [] : [("x", .integer(x))])
    }
    let nodes = Array(graph.nodes)
    for _ in 0..<(count == 0 ? 0 : Int.random(in: 0...12, using: &generator)) {
      guard let from = nodes.randomElement(using: &generator), let to = nodes.randomElement(using: &generator) else {
        continue
      }
      _ = graph.addEdge(["R", "S"].randomElement(using: &generator) ?? "R", from: from, to: to)
    }
    return graph
  }
}
