import GraphAlgorithms
import GraphModel
import NetworkVocabulary

/// The ties between people and what they meet at, laid out to measure how near two of them are.
///
/// Vertices are the nodes with a tie, without topics, which tie everybody who works on them, and without classifications.
/// An edge weighs the strength of its relationship times its own weight.
struct TieNetwork: Sendable {
  private let graph: CompressedGraph
  private let vertices: [NodeID: Int]
  private let links: LinkPrediction

  /// How many ties there are.
  let tieCount: Int

  /// Lays out the ties of a graph.
  ///
  /// - Parameter onlyReal: Whether what was made up to show something is left out.
  init(of view: some PropertyView, onlyReal: Bool = false) {
    var sources: [NodeID] = []
    var targets: [NodeID] = []
    var edges: [EdgeID] = []
    var weights: [Double] = []
    let leftOut: [Label] = [.topic, .profile] + (onlyReal ? [.example] : [])
    func isVertex(_ node: NodeID) -> Bool { !leftOut.contains { view.has($0, node) } }
    for node in view.nodes where isVertex(node) {
      view.forEachHop(from: node, .outgoing) { hop in
        guard hop.neighbor != node, isVertex(hop.neighbor),
          let strength = Relationship.of(view.type(of: hop.edge)).strength,
          !onlyReal || view.value(.example, of: hop.edge)?.boolean != true
        else { return }
        let weight = strength * (view.value(.weight, of: hop.edge)?.number ?? 1)
        guard weight > 0 else { return }
        sources.append(node)
        targets.append(hop.neighbor)
        edges.append(hop.edge)
        weights.append(weight)
      }
    }
    let nodes = Set(sources + targets).sorted()
    let vertices = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    graph = CompressedGraph(
      nodes: nodes, edgeIDs: edges, sources: sources.map { UInt32(vertices[$0] ?? 0) },
      targets: targets.map { UInt32(vertices[$0] ?? 0) }, weights: weights, isDirected: false)
    self.vertices = vertices
    tieCount = edges.count
    links = LinkPrediction(in: graph)
  }

  /// How near everybody is to some nodes.
  ///
  /// - Parameter actors: Whom the walk is compared with: the value is 1 for the one of them that it comes by most.
  /// - Complexity: O(rounds × ties).
  func nearness(to seekers: [NodeID], among actors: [NodeID], _ execution: Execution) -> TieNearness {
    let sources = seekers.compactMap { vertices[$0] }
    guard !sources.isEmpty else { return TieNearness() }
    var nearness = TieNearness()
    // Nothing stops these walks, so they have no reason to throw.
    guard let walk = try? personalizedPageRank(from: sources, in: graph, execution: execution).scores else {
      return nearness
    }
    let local = sources.compactMap { try? localPathIndex(from: $0, in: graph, attenuation: 0.1, execution: execution) }
    let isSource = Set(sources)
    let others = actors.compactMap { actor in vertices[actor].map { (actor, $0) } }.filter { !isSource.contains($0.1) }
    let most = others.map { walk[$0.1] }.max() ?? 0
    for (actor, vertex) in others {
      let allocation = sources.map { links.score(.resourceAllocation, from: $0, to: vertex) }.max() ?? 0
      let paths = local.map { $0[vertex] }.max() ?? 0
      nearness.values[actor] = [
        .walk: most > 0 ? (walk[vertex] / most).squareRoot() : 0, .allocation: allocation / (allocation + 0.5),
        .paths: paths / (paths + 1),
      ]
    }
    return nearness
  }
}

/// How near actors are to a seeker in the network of ties, part by part, each in 0...1.
///
/// A walk thins out with each step, so its share is compared by its square root; sums without an upper end are brought
/// below 1 by x / (x + c).
struct TieNearness: Sendable {
  fileprivate(set) var values: [NodeID: [NetworkPart: Double]] = [:]
}
