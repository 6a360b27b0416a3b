public import GraphModel

/// Which paths betweenness counts, and how.
public struct BetweennessOptions: Hashable, Sendable {
  /// The vertices where paths start; all when nil. With some of them the values are shares of the full ones.
  public var sources: [Int]?
  /// Whether the values are scaled up from the sources to all vertices: an estimate, when the sources are a sample.
  public var isExtrapolated = false
  /// Whether the values are divided by the number of pairs of vertices between which a path could lead.
  public var isNormalized = false
  /// Whether edges are counted as well.
  public var includesEdges = false

  /// All paths between vertices, not scaled.
  public init() {}
}

/// On how many shortest paths vertices and edges lie.
public struct Betweenness: Hashable, Sendable {
  /// The value of each vertex.
  public let vertices: [Double]
  /// The value of each edge; empty when edges were not asked for.
  public let edges: [Double]
}

/// The betweenness of vertices and edges: for each pair of other vertices the share of the shortest paths between them
/// that lead through the vertex or over the edge, summed up.
///
/// In an undirected graph each pair counts once. Weights are lengths; arcs whose weight is not above 0 lead nowhere.
/// Parallel edges make different paths. A vertex is not between itself and others.
///
/// ```swift
/// let brokers = try betweenness(in: graph).vertices
/// ```
///
/// - Returns: The values; the same at any number of threads, since the sources are cut into 16 fixed groups.
/// - Complexity: O(s (n + m)) time without weights, O(s (n + m) log n) with them, for s sources; O(n + m) memory a
///   group, without edges O(n).
/// - SeeAlso: U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001),
///   doi:10.1080/0022250X.2001.9990249; U. Brandes and C. Pich, "Centrality estimation in large networks", 2007,
///   doi:10.1142/S0218127407018403.
public func betweenness(
  in graph: CompressedGraph, options: BetweennessOptions = BetweennessOptions(), execution: Execution = Execution()
) throws(Cancelled) -> Betweenness {
  let sources = options.sources ?? Array(0..<graph.vertexCount)
  let parts = try execution.map(sources.count, chunk: max(1, (sources.count + 15) / 16)) { range in
    Dependencies(of: sources[range], in: graph, options.includesEdges, execution)
  }
  var vertices = [Double](repeating: 0, count: graph.vertexCount)
  var edges = [Double](repeating: 0, count: options.includesEdges ? graph.edgeCount : 0)
  for part in parts {
    guard let part else { throw Cancelled() }
    for vertex in vertices.indices { vertices[vertex] += part.vertices[vertex] }
    for edge in edges.indices { edges[edge] += part.edges[edge] }
  }
  let n = Double(graph.vertexCount)
  var scale = graph.isDirected ? 1 : 0.5
  if options.isExtrapolated, !sources.isEmpty { scale *= n / Double(sources.count) }
  guard options.isNormalized else {
    return Betweenness(vertices: vertices.map { $0 * scale }, edges: edges.map { $0 * scale })
  }
  if !graph.isDirected { scale *= 2 }
  let pairs = (ofVertex: max(1, (n - 1) * (n - 2)), ofEdge: max(1, n * (n - 1)))
  return Betweenness(
    vertices: vertices.map { $0 * scale / pairs.ofVertex }, edges: edges.map { $0 * scale / pairs.ofEdge })
}

/// Vertices drawn without replacement, ascending: sources for an estimate of betweenness.
///
/// - Parameters:
///   - count: How many; at most all are drawn.
///   - generator: Decides which.
/// - Complexity: O(n) time and memory.
public func sampledVertices(
  _ count: Int, in graph: CompressedGraph, using generator: inout some RandomNumberGenerator
) -> [Int] {
  var left = min(max(0, count), graph.vertexCount)
  var sample: [Int] = []
  for vertex in 0..<graph.vertexCount where Int.random(in: 0..<graph.vertexCount - vertex, using: &generator) < left {
    sample.append(vertex)
    left -= 1
  }
  return sample
}

/// What paths from some sources add to each vertex and edge.
private struct Dependencies: Sendable {
  var vertices: [Double]
  var edges: [Double]

  /// - Returns: nil when the computation was stopped.
  init?(of sources: ArraySlice<Int>, in graph: CompressedGraph, _ includesEdges: Bool, _ execution: Execution) {
    vertices = [Double](repeating: 0, count: graph.vertexCount)
    edges = [Double](repeating: 0, count: includesEdges ? graph.edgeCount : 0)
    if !graph.isWeighted, !includesEdges {
      var paths = HopPathCounting(in: graph)
      for source in sources {
        if execution.isCancelled?() == true { return nil }
        paths.add(from: source, to: &vertices)
      }
      return
    }
    var paths = PathCounting(over: graph.out)
    var shares = vertices
    for source in sources {
      if execution.isCancelled?() == true { return nil }
      paths.run(from: source, over: graph.out)
      paths.gather(over: graph.out, shares: &shares, vertices: &vertices, edges: &edges)
    }
  }
}

extension Procedure {
  static let betweenness = Procedure(
    "centrality.betweenness", "On how many shortest paths each node lies; a weight counts as length.",
    [
      Parameter("normalized", .boolean, .boolean(false), "Whether to divide by the number of pairs of other nodes."),
      Parameter("sample", .integer, .integer(0), "Number of random sources for an estimate; 0 for all nodes."),
      Parameter("seed", .integer, .integer(1), "Decides which nodes are in the sample."),
    ] + Parameter.projection(directed: false),
    columns: scoreColumns, example: "centrality.betweenness normalized=true"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let options = try call.betweennessOptions(in: graph)
    let result = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.betweenness(in: graph, options: options, execution: call.execution)
    }
    return rows(graph, scores: result.vertices)
  }
}

extension ProcedureCall {
  fileprivate func betweennessOptions(in graph: CompressedGraph) throws(ProcedureError) -> BetweennessOptions {
    var options = BetweennessOptions()
    options.isNormalized = try boolean("normalized")
    let count = try integer("sample")
    guard count > 0 else { return options }
    var generator = RandomBits(seed: UInt64(bitPattern: Int64(try integer("seed"))))
    options.sources = sampledVertices(count, in: graph, using: &generator)
    options.isExtrapolated = true
    return options
  }
}
