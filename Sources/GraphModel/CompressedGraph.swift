/// A graph as flat arrays (compressed sparse rows): what algorithms over the whole structure walk on.
///
/// Vertices are numbered 0..<``vertexCount`` in ascending order of their nodes, arcs stand sorted by their target and
/// then by their edge. An undirected graph lists every edge at both ends, a loop once. The arrays never change, so any
/// number of threads may read them.
///
/// ```swift
/// let graph = CompressedGraph(vertexCount: 3, edges: [(0, 1), (1, 2)], isDirected: false)
/// for arc in graph.out.range(of: 1) { print(graph.out.targets[arc]) }   // 0, 2
/// ```
public struct CompressedGraph: Sendable {
  /// The arcs of each vertex, one after another.
  public struct Arcs: Sendable {
    /// Where the arcs of each vertex begin; one more than there are vertices.
    public let offsets: [UInt32]
    /// The vertex at the far end of each arc.
    public let targets: [UInt32]
    /// The edge that each arc belongs to, 0..<``CompressedGraph/edgeCount``.
    public let edges: [UInt32]
    /// The weight of each arc; empty for a graph without weights, where every arc weighs 1.
    public let weights: [Double]

    /// Takes arcs that are laid out already, sorted by target within each vertex.
    package init(offsets: [UInt32], targets: [UInt32], edges: [UInt32], weights: [Double]) {
      (self.offsets, self.targets, self.edges, self.weights) = (offsets, targets, edges, weights)
    }

    /// The positions of the arcs of a vertex.
    @inlinable
    public func range(of vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }

    /// The number of arcs of a vertex.
    @inlinable
    public func degree(of vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }
  }

  /// The node of each vertex, ascending.
  public let nodes: [NodeID]
  /// The edge of each edge number, in the order in which the edges were given.
  public let edgeIDs: [EdgeID]
  /// Whether arcs have a direction.
  public let isDirected: Bool
  /// The arcs that leave a vertex.
  public let out: Arcs
  /// The arcs that arrive at a vertex; in an undirected graph the same as ``out``.
  public let into: Arcs

  /// The number of vertices.
  public var vertexCount: Int { nodes.count }
  /// The number of edges; an undirected edge counts once.
  public var edgeCount: Int { edgeIDs.count }
  /// Whether arcs have weights.
  public var isWeighted: Bool { !out.weights.isEmpty }

  /// Makes a graph of vertices 0..<`vertexCount` from a list of edges.
  ///
  /// - Parameters:
  ///   - edges: The ends of each edge.
  ///   - weights: The weight of each edge, or nothing for a graph without weights.
  /// - Complexity: O(vertices + edges), two passes of counting sort.
  public init(vertexCount: Int, edges: [(Int, Int)], weights: [Double] = [], isDirected: Bool) {
    self.init(
      nodes: (0..<UInt32(vertexCount)).map(NodeID.init(rawValue:)),
      edgeIDs: (0..<UInt32(edges.count)).map(EdgeID.init(rawValue:)), sources: edges.map { UInt32($0.0) },
      targets: edges.map { UInt32($0.1) }, weights: weights, isDirected: isDirected)
  }

  /// Makes a graph from parallel arrays.
  ///
  /// - Parameters:
  ///   - nodes: The node of each vertex, ascending.
  ///   - edgeIDs: The edge behind each entry of `sources` and `targets`.
  ///   - sources: The vertex where each edge begins.
  ///   - targets: The vertex where it ends.
  ///   - weights: The weight of each edge, or nothing.
  /// - Complexity: O(vertices + edges).
  public init(
    nodes: [NodeID], edgeIDs: [EdgeID], sources: [UInt32], targets: [UInt32], weights: [Double] = [], isDirected: Bool
  ) {
    precondition(sources.count == targets.count && edgeIDs.count == sources.count, "arrays of edges differ in length")
    precondition(weights.isEmpty || weights.count == sources.count, "weights are given for all edges or for none")
    self.nodes = nodes
    self.edgeIDs = edgeIDs
    self.isDirected = isDirected
    if isDirected {
      out = Arcs(from: sources, to: targets, weights, vertexCount: nodes.count, mirrored: false)
      into = Arcs(from: targets, to: sources, weights, vertexCount: nodes.count, mirrored: false)
    } else {
      out = Arcs(from: sources, to: targets, weights, vertexCount: nodes.count, mirrored: true)
      into = out
    }
  }

  /// Takes the arcs of an undirected graph that are laid out already; vertices and edges are their own numbers.
  package init(undirected arcs: Arcs, edgeCount: Int) {
    nodes = (0..<UInt32(arcs.offsets.count - 1)).map(NodeID.init(rawValue:))
    edgeIDs = (0..<UInt32(edgeCount)).map(EdgeID.init(rawValue:))
    isDirected = false
    (out, into) = (arcs, arcs)
  }
}

extension CompressedGraph.Arcs {
  /// Sorts the arcs by target, then stably by source: a radix sort of two digits, each as large as the vertex count.
  fileprivate init(from sources: [UInt32], to targets: [UInt32], _ weights: [Double], vertexCount: Int, mirrored: Bool)
  {
    let both = mirrored ? (0..<sources.count).count { sources[$0] != targets[$0] } : 0
    let total = sources.count + both
    var arcs = [(source: UInt32, target: UInt32, edge: UInt32)]()
    arcs.reserveCapacity(total)
    for edge in 0..<sources.count {
      arcs.append((sources[edge], targets[edge], UInt32(edge)))
      if mirrored, sources[edge] != targets[edge] { arcs.append((targets[edge], sources[edge], UInt32(edge))) }
    }
    arcs = CompressedGraph.Arcs.counted(arcs, vertexCount) { $0.target }.sorted
    let bySource = CompressedGraph.Arcs.counted(arcs, vertexCount) { $0.source }
    self.init(
      offsets: bySource.offsets, targets: bySource.sorted.map(\.target), edges: bySource.sorted.map(\.edge),
      weights: weights.isEmpty ? [] : bySource.sorted.map { weights[Int($0.edge)] })
  }

  /// A stable counting sort; the offsets say where each key begins.
  private static func counted<Arc>(_ arcs: [Arc], _ keys: Int, _ key: (Arc) -> UInt32) -> (
    sorted: [Arc], offsets: [UInt32]
  ) {
    var offsets = [UInt32](repeating: 0, count: keys + 1)
    for arc in arcs { offsets[Int(key(arc)) + 1] += 1 }
    for position in 0..<keys { offsets[position + 1] += offsets[position] }
    var next = offsets
    var order = [UInt32](repeating: 0, count: arcs.count)
    for (position, arc) in arcs.enumerated() {
      let slot = Int(next[Int(key(arc))])
      next[Int(key(arc))] += 1
      order[slot] = UInt32(position)
    }
    return (order.map { arcs[Int($0)] }, offsets)
  }
}
