import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct PropertyGraphTests {
  @Test func `a copy keeps what it had when the original changes`() {
    var graph = PropertyGraph()
    let ada = graph.addNode(["Actor"], [("name", .string("Ada"))])
    let alan = graph.addNode(["Actor"], [("name", .string("Alan"))])
    let edge = graph.addEdge("KNOWS", from: ada, to: alan, [("weight", .float(0.5))])
    let snapshot = graph

    graph.set("name", of: ada, to: .string("Ada L."))
    graph.removeEdge(edge)
    graph.removeNode(alan)
    graph.addNode(["Topic"])

    #expect(snapshot.value("name", of: ada) == .string("Ada"))
    #expect(snapshot.hops(from: ada) == [Hop(edge: edge, neighbor: alan, isForward: true)])
    #expect(snapshot.value("weight", of: edge) == .float(0.5))
    #expect(snapshot.nodes(with: "Topic").isEmpty)
    #expect(snapshot.checkInvariants().isEmpty)
    #expect(graph.checkInvariants().isEmpty)
    #expect(graph.nodeCount == 2 && graph.edgeCount == 0)
  }

  @Test func `nodes have several labels, loops are seen once, types stay apart`() {
    var graph = PropertyGraph()
    let node = graph.addNode(["Person", "Actor", "Person"])
    let other = graph.addNode([])
    let loop = graph.addEdge("SEES", from: node, to: node)
    let late = graph.addEdge("KNOWS", from: node, to: other)
    let parallel = graph.addEdge("SEES", from: node, to: other)

    #expect(graph.labels(of: node) == ["Actor", "Person"])
    #expect(graph.hops(from: node).map(\.edge) == [loop, parallel, late])
    #expect(graph.hops(from: node, .incoming).map(\.edge) == [loop])
    #expect(graph.neighbors(of: node, .outgoing, "SEES") == [node, other])
    #expect(graph.neighbors(of: other, .incoming, "SEES") == [node])
    #expect(graph.neighbors(of: node, .either, "NEVER") == [])
    #expect(graph.typeCounts.map(\.count) == [1, 2])
    #expect(graph.degree(of: node) == 3)
  }

  @Test func `null removes a property, and every kind of value comes back`() {
    var graph = PropertyGraph()
    let values: [Value] = [
      .boolean(true), .integer(.min), .float(-0.0), .string("ä\u{0}ß"), .list([.integer(1), .null]),
      .map(["a": .list([])]), .temporal(.date(CalendarDate(year: 2021, month: 2, day: 28)!)),
    ]
    let node = graph.addNode(["X"], values.enumerated().map { (PropertyKey("p\($0)"), $1) } + [("gone", .null)])
    for (position, value) in values.enumerated() {
      #expect(graph.value(PropertyKey("p\(position)"), of: node) == value)
    }
    #expect(graph.value("gone", of: node) == nil)
    graph.set("p0", of: node, to: .null)
    #expect(graph.properties(of: node).map(\.key) == (1..<values.count).map { PropertyKey("p\($0)") })
  }

  /// Whatever happens in whatever order, the graph holds what a plain list of nodes and edges would hold.
  @Test(arguments: 0..<20 as Range<UInt64>) func `random changes agree with a plain model`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var graph = PropertyGraph()
    graph.addIndex(on: "A", "p")
    var model = PlainGraph()
    var snapshots: [(PropertyGraph, PlainGraph)] = []
    for step in 0..<400 {
      change(&graph, &model, &random)
      if step.isMultiple(of: 80) { snapshots.append((graph, model)) }
    }
    for (graph, model) in snapshots + [(graph, model)] {
      #expect(graph.checkInvariants() == [], "seed \(seed)")
      #expect(PlainGraph(graph) == model, "seed \(seed)")
    }
  }

  private func change(_ graph: inout PropertyGraph, _ model: inout PlainGraph, _ random: inout SeededGenerator) {
    let labels: [Label] = ["A", "B", "C"].filter { _ in Bool.random(using: &random) }
    let value = Value.integer(Int64.random(in: 0..<5, using: &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2:
      let node = graph.addNode(labels, [("p", value)])
      model.nodes[node] = .init(labels: Set(labels), value: value)
    case 3...5:
      guard let from = model.anyNode(&random), let to = model.anyNode(&random) else { return }
      let type = EdgeType(["X", "Y", "Z"].randomElement(using: &random) ?? "X")
      model.edges[graph.addEdge(type, from: from, to: to)] = .init(type: type, source: from, target: to)
    case 6:
      guard let node = model.anyNode(&random) else { return }
      graph.set("p", of: node, to: value)
      model.nodes[node]?.value = value
    case 7:
      guard let node = model.anyNode(&random) else { return }
      graph.setLabels(of: node, to: labels)
      model.nodes[node]?.labels = Set(labels)
    case 8:
      guard let edge = model.edges.keys.sorted().randomElement(using: &random) else { return }
      graph.removeEdge(edge)
      model.edges[edge] = nil
    default:
      guard let node = model.anyNode(&random) else { return }
      graph.removeNode(node)
      model.nodes[node] = nil
      model.edges = model.edges.filter { $0.value.source != node && $0.value.target != node }
    }
  }
}

/// A graph as two dictionaries.
private struct PlainGraph: Equatable {
  struct Node: Equatable {
    var labels: Set<Label>
    var value: Value?
  }
  struct Edge: Equatable {
    var type: EdgeType
    var source: NodeID
    var target: NodeID
  }
  var nodes: [NodeID: Node] = [:]
  var edges: [EdgeID: Edge] = [:]

  init() {}

  init(_ graph: PropertyGraph) {
    for node in graph.nodes {
      nodes[node] = Node(labels: Set(graph.labels(of: node)), value: graph.value("p", of: node))
    }
    for node in graph.nodes {
      for hop in graph.hops(from: node, .outgoing) {
        edges[hop.edge] = Edge(type: graph.type(of: hop.edge), source: node, target: hop.neighbor)
      }
    }
  }

  func anyNode(_ random: inout SeededGenerator) -> NodeID? { nodes.keys.sorted().randomElement(using: &random) }
}
