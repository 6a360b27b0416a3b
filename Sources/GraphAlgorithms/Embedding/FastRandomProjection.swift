public import GraphModel

/// How ``fastRandomProjection(in:options:execution:)`` places vertices.
public struct FastRandomProjectionOptions: Hashable, Sendable {
  /// How many numbers a vertex gets.
  public var dimensions = 128
  /// What the neighbourhoods of 1, 2, 3 … steps count.
  public var stepWeights: [Float] = [0, 1, 1]
  /// Below 0 plays popular vertices down, above 0 plays them up: the exponent of the degree.
  public var degreeExponent: Double = -0.5
  /// What the random vectors depend on.
  public var seed: UInt64 = 42

  /// 128 dimensions, two and three steps.
  public init() {}
}

/// A point for each vertex, such that vertices with similar surroundings lie near each other (by the cosine).
public struct VertexEmbedding: Hashable, Sendable {
  /// How many numbers a point has.
  public let dimensions: Int
  /// The points of all vertices, one after another.
  public let coordinates: [Float]

  /// The point of a vertex.
  public subscript(vertex: Int) -> ArraySlice<Float> {
    coordinates[vertex * dimensions..<(vertex + 1) * dimensions]
  }

  /// The cosine of the angle between two points; 0 where one of them is the origin.
  ///
  /// - Complexity: O(dimensions).
  public func cosine(of left: Int, and right: Int) -> Double {
    let (first, second) = (left * dimensions, right * dimensions)
    var (product, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
    for dimension in 0..<dimensions {
      let (x, y) = (Double(coordinates[first + dimension]), Double(coordinates[second + dimension]))
      product += x * y
      leftSquares += x * x
      rightSquares += y * y
    }
    let scale = (leftSquares * rightSquares).squareRoot()
    return scale > 0 ? product / scale : 0
  }
}

/// Embeds the vertices by very sparse random projection of powers of the transition matrix: FastRP.
///
/// Each vertex begins with a random vector, scaled by a power of its degree. In each step it takes the mean of the
/// vectors of its neighbours, by the weights of the arcs that leave; its point is the sum of these vectors, each of
/// length 1 and weighted by its step. A vertex without neighbours lies at the origin.
///
/// - Returns: The points; the same for the same graph and seed at any number of threads. The random vector of a vertex
///   depends on its node alone, so that vertices of different parts of a graph can be compared.
/// - Complexity: O(steps × (n + m) × dimensions) time, O(n × dimensions) memory.
/// - SeeAlso: H. Chen et al., "Fast and accurate network embeddings via very sparse random projection", CIKM 2019,
///   doi:10.1145/3357384.3357879.
public func fastRandomProjection(
  in graph: CompressedGraph, options: FastRandomProjectionOptions = FastRandomProjectionOptions(),
  execution: Execution = Execution()
) throws(Cancelled) -> VertexEmbedding {
  precondition(options.dimensions > 0, "a point has at least one number")
  let count = graph.vertexCount
  let strengths = graph.out.strengths.map { Float($0) }
  let degrees = graph.out.strengthSums
  var quiet = execution
  quiet.progress = nil
  let total = max(degrees.reduce(0, +), 1)
  var current = Array(
    try quiet.map(count, chunk: 1024) { vertices in
      vertices.flatMap { vertex in
        randomVector(
          of: graph.nodes[vertex], options,
          scale: degrees[vertex] > 0 ? power(degrees[vertex] / total, options.degreeExponent) : 0)
      }
    }.joined())
  var sum = [Float](repeating: 0, count: count * options.dimensions)
  for (step, weight) in options.stepWeights.enumerated() {
    try execution.checkpoint(Double(step) / Double(options.stepWeights.count))
    let before = current
    current = Array(
      try quiet.map(count, chunk: 1024) { vertices in
        means(of: vertices, graph.out, strengths, before, options.dimensions)
      }.joined())
    for position in sum.indices { sum[position] += weight * current[position] }
  }
  return VertexEmbedding(dimensions: options.dimensions, coordinates: sum)
}

/// A vector of -√3, 0 and √3 with probabilities 1/6, 2/3 and 1/6 (D. Achlioptas, "Database-friendly random projections",
/// 2003, doi:10.1016/S0022-0000(03)00025-4).
private func randomVector(of node: NodeID, _ options: FastRandomProjectionOptions, scale: Double) -> [Float] {
  var mixed = RandomBits(seed: options.seed ^ (UInt64(node.rawValue) &+ 1) &* 0xD129_0EA6_4F59_8F35)
  var bits = RandomBits(seed: mixed.next())
  let length = Float(scale * 3.0.squareRoot())
  return (0..<options.dimensions).map { _ in
    switch bits.number(below: 6) {
    case 0: length
    case 1: -length
    default: 0
    }
  }
}

/// The mean vectors of the neighbours of some vertices, scaled to length 1.
private func means(
  of vertices: Range<Int>, _ arcs: CompressedGraph.Arcs, _ strengths: [Float], _ vectors: [Float], _ dimensions: Int
) -> [Float] {
  var means = [Float](repeating: 0, count: vertices.count * dimensions)
  for vertex in vertices {
    let start = (vertex - vertices.lowerBound) * dimensions
    for arc in arcs.range(of: vertex) {
      let other = Int(arcs.targets[arc]) * dimensions
      let weight = strengths.isEmpty ? 1 : strengths[arc]
      for dimension in 0..<dimensions { means[start + dimension] += weight * vectors[other + dimension] }
    }
    var squares: Float = 0
    for dimension in 0..<dimensions { squares += means[start + dimension] * means[start + dimension] }
    guard squares > 0 else { continue }
    let scale = 1 / squares.squareRoot()
    for dimension in 0..<dimensions { means[start + dimension] *= scale }
  }
  return means
}

extension Procedure {
  static let fastRandomProjection = Procedure(
    "embedding.fastRandomProjection", "A point for each node; nodes with similar surroundings lie near each other.",
    [
      Parameter("dimensions", .integer, .integer(128), "How many numbers a point has."),
      Parameter("seed", .integer, .integer(42), "What the random vectors depend on."),
      Parameter("degreeExponent", .float, .float(-0.5), "Below 0 plays popular nodes down."),
    ] + Parameter.projection(directed: false),
    columns: [Column("node", .node), Column("point", .list)], example: "embedding.fastRandomProjection dimensions=8"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    var options = FastRandomProjectionOptions()
    options.dimensions = try call.integer("dimensions")
    options.seed = UInt64(bitPattern: Int64(try call.integer("seed")))
    options.degreeExponent = try call.float("degreeExponent")
    guard (1...4096).contains(options.dimensions) else { throw ProcedureError("dimensions must be 1 to 4096") }
    let embedding = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.fastRandomProjection(in: graph, options: options, execution: call.execution)
    }
    return (0..<graph.vertexCount).map { vertex in
      [.node(graph.nodes[vertex]), .list(embedding[vertex].map { .float(Double($0)) })]
    }
  }
}
