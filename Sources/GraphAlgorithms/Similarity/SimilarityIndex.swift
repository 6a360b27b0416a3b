public import GraphModel

/// What counts as similar, and how many similar sets are asked for.
public struct SimilarityOptions: Hashable, Sendable {
  /// How alike two sets are.
  public var measure = SetSimilarity.jaccard
  /// Whether weights count.
  public var isWeighted = false
  /// How many similar sets are sought for each one.
  public var limit = 10
  /// Less similar sets are left out; those that share nothing always are.
  public var cutoff = 0.0
  /// The sets that may be found; all when nil.
  public var targets: [Int]?

  /// The ten most similar by Jaccard, without weights.
  public init() {}
}

/// Finds for a set those most similar to it, exactly: for each item the sets that have it, laid out beforehand.
///
/// ```swift
/// let index = SimilarityIndex(of: Memberships(setCount: 3, itemCount: 2, pairs: [(0, 0), (1, 0), (2, 1)]))
/// index.mostSimilar(to: 0)   // vertex 1, score 1
/// ```
public struct SimilarityIndex: Sendable {
  let memberships: Memberships
  let holders: Memberships
  let options: SimilarityOptions
  let extents: [Double]

  /// Lays out the sets by item.
  ///
  /// - Complexity: O(sets + items + memberships) time and memory.
  public init(of memberships: Memberships, options: SimilarityOptions = SimilarityOptions()) {
    self.memberships = memberships
    var options = options
    options.isWeighted = options.isWeighted && !memberships.weights.isEmpty
    self.options = options
    var isTaken: [Bool]?
    if let targets = options.targets {
      var flags = [Bool](repeating: false, count: memberships.setCount)
      for target in targets { flags[target] = true }
      isTaken = flags
    }
    holders = memberships.inverted(keeping: isTaken)
    extents = (0..<memberships.setCount).map { memberships.extent(of: $0, options.measure, options.isWeighted) }
  }

  /// The sets most similar to one, without itself: highest score first, equal scores in the order of sets.
  ///
  /// - Complexity: O(sets + the sizes of the sets' lists at its items) time, O(sets) memory.
  public func mostSimilar(to set: Int) -> [ScoredVertex] {
    var search = SimilaritySearch(self)
    return search.mostSimilar(to: set)
  }

  /// For each of many sets those most similar to it; see ``mostSimilar(to:)``.
  ///
  /// - Parameter sources: The sets to compare, in any order; all when nil.
  /// - Returns: An answer for each source, in their order; the same at any number of threads.
  /// - Complexity: As for each set alone; O(sets) memory for each thread, and the answers.
  public func mostSimilar(
    to sources: [Int]? = nil, execution: Execution = Execution()
  ) throws(Cancelled) -> [[ScoredVertex]] {
    let count = sources?.count ?? memberships.setCount
    let parts = try execution.map(count, chunk: 256) { chunk in
      var search = SimilaritySearch(self)
      return chunk.map { search.mostSimilar(to: sources?[$0] ?? $0) }
    }
    return Array(parts.joined())
  }
}

/// For each vertex those whose neighbourhoods are most similar to its own.
///
/// - Parameters:
///   - sources: The vertices to compare; all when nil.
///   - direction: Along which arcs neighbours are sought.
/// - Returns: For each source the most similar vertices: highest score first, equal scores in the order of vertices; the
///   same at any number of threads.
/// - Complexity: O(sum over the sources' neighbours of their degrees) time, O(n + m) memory.
public func mostSimilarVertices(
  to sources: [Int]? = nil, in graph: CompressedGraph, _ direction: Direction = .either,
  options: SimilarityOptions = SimilarityOptions(), execution: Execution = Execution()
) throws(Cancelled) -> [[ScoredVertex]] {
  let index = SimilarityIndex(of: Memberships(neighborsIn: graph, direction), options: options)
  return try index.mostSimilar(to: sources, execution: execution)
}

extension Procedure {
  static let similarNeighborhoods = Procedure(
    "similarity.neighborhoods", "For each node the nodes whose neighbours are most alike.",
    [
      Parameter("measure", .string, .string("jaccard"), "jaccard, overlap, dice or cosine."),
      Parameter("limit", .integer, .integer(10), "How many similar nodes are sought for each."),
      Parameter("cutoff", .float, .float(0), "Least similarity."),
      Parameter("from", .string, .string(""), "Id of the only node to compare; all when empty."),
    ] + Parameter.projection(directed: false),
    columns: [Column("node", .node), Column("similar", .node), Column("score", .float)],
    example: "similarity.neighborhoods measure=overlap limit=3"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    var options = SimilarityOptions()
    let name = try call.string("measure")
    guard let measure = SetSimilarity(rawValue: name) else {
      throw ProcedureError("measure must be jaccard, overlap, dice or cosine, not '\(name)'")
    }
    options.measure = measure
    options.isWeighted = graph.isWeighted
    options.limit = try call.integer("limit")
    options.cutoff = try call.float("cutoff")
    let sources = try call.sources("from", in: graph)
    let found = try stoppable { () throws(Cancelled) in
      try mostSimilarVertices(to: sources, in: graph, .outgoing, options: options, execution: call.execution)
    }
    return rows(graph, found, sources)
  }

  /// A row for each pair found, by source and then as found.
  static func rows(
    _ graph: CompressedGraph, _ found: [[ScoredVertex]], _ sources: [Int]?
  ) -> [[Value]] {
    found.enumerated().flatMap { position, vertices in
      let source = Value.node(graph.nodes[sources?[position] ?? position])
      return vertices.map { [source, .node(graph.nodes[$0.vertex]), .float($0.score)] }
    }
  }
}

extension ProcedureCall {
  /// The vertex that a parameter names, as the only one; nil, which is all, when it is empty.
  func sources(_ name: String, in graph: CompressedGraph) throws(ProcedureError) -> [Int]? {
    try string(name).isEmpty ? nil : [try vertex(name, in: graph)]
  }
}
