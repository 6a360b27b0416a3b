public import GraphModel

/// How much each vertex bridges holes between its contacts.
public struct StructuralHoles: Hashable, Sendable {
  /// Burt's constraint: how far the contacts of a vertex are invested in one another; nil for a vertex without ties.
  public let constraints: [Double?]
  /// Burt's effective size: the number of contacts minus what they have in common; nil for a vertex without ties.
  public let effectiveSizes: [Double?]
  /// The effective size divided by the number of contacts; nil for a vertex without ties.
  public let efficiencies: [Double?]
}

/// Burt's measures of structural holes.
///
/// The tie between two vertices is as strong as all arcs between them together, in both directions; loops do not count,
/// nor do ties whose strength is not a finite number above 0.
///
/// - Returns: The measures; the same at any number of threads.
/// - Complexity: O(sum over the ties of the degrees of their ends) time, O(n + m) memory and O(n) a group of vertices.
/// - SeeAlso: R. S. Burt, "Structural holes and good ideas", American Journal of Sociology 110 (2004),
///   doi:10.1086/421787.
public func structuralHoles(
  in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> StructuralHoles {
  let ties = Ties(of: SimpleNeighbors(of: graph))
  let group = max(1, (graph.vertexCount + 15) / 16)
  let parts = try execution.map(graph.vertexCount, chunk: group) { vertices -> [EgoMeasures]? in
    var shares = [Double](repeating: 0, count: graph.vertexCount)
    var measures: [EgoMeasures] = []
    for vertex in vertices {
      if execution.isCancelled?() == true { return nil }
      measures.append(ties.measures(of: vertex, &shares))
    }
    return measures
  }
  var measures: [EgoMeasures] = []
  for part in parts {
    guard let part else { throw Cancelled() }
    measures += part
  }
  return StructuralHoles(
    constraints: measures.map(\.constraint), effectiveSizes: measures.map(\.effectiveSize),
    efficiencies: measures.map { measure in measure.effectiveSize.map { $0 / Double(measure.contacts) } })
}

private struct EgoMeasures: Sendable {
  var contacts = 0
  var constraint: Double?
  var effectiveSize: Double?
}

/// The strength of ties as shares: of all ties of a vertex together, and of its strongest.
private struct Ties: Sendable {
  let neighbors: SimpleNeighbors
  let strengths: [Double]
  let totals: [Double]
  let strongest: [Double]

  init(of neighbors: SimpleNeighbors) {
    self.neighbors = neighbors
    let strengths = neighbors.weights.map { $0 > 0 && $0.isFinite ? $0 : 0 }
    let lists = (0..<neighbors.vertexCount).map { strengths[neighbors.range(of: $0)] }
    self.strengths = strengths
    totals = lists.map { $0.reduce(0, +) }
    strongest = lists.map { $0.max() ?? 0 }
  }

  /// - Parameter shares: Zeros, which stand there again afterwards.
  func measures(of ego: Int, _ shares: inout [Double]) -> EgoMeasures {
    guard totals[ego] > 0 else { return EgoMeasures() }
    let slots = neighbors.range(of: ego)
    for slot in slots { shares[Int(neighbors.neighbors[slot])] = strengths[slot] / totals[ego] }
    var measures = EgoMeasures(contacts: 0, constraint: 0, effectiveSize: 0)
    var (constraint, effectiveSize) = (0.0, 0.0)
    for slot in slots where strengths[slot] > 0 {
      let contact = Int(neighbors.neighbors[slot])
      var investment = shares[contact]
      var redundancy = 0.0
      for other in neighbors.range(of: contact) where strengths[other] > 0 {
        let third = Int(neighbors.neighbors[other])
        // The share of a third in the contact is its tie to the contact by the third's own total.
        investment += shares[third] * strengths[other] / totals[third]
        redundancy += shares[third] * strengths[other] / strongest[contact]
      }
      measures.contacts += 1
      constraint += investment * investment
      effectiveSize += 1 - redundancy
    }
    for slot in slots { shares[Int(neighbors.neighbors[slot])] = 0 }
    measures.constraint = constraint
    measures.effectiveSize = effectiveSize
    return measures
  }
}

extension Procedure {
  static let structuralHoles = Procedure(
    "centrality.structuralHoles", "Burt's constraint, effective size and efficiency; low constraint means brokerage.",
    Parameter.projection(directed: false),
    columns: [
      Column("node", .node), Column("constraint", .float), Column("effectiveSize", .float),
      Column("efficiency", .float),
    ],
    example: "centrality.structuralHoles"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let holes = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.structuralHoles(in: graph, execution: call.execution)
    }
    func value(_ number: Double?) -> Value { number.map { .float($0) } ?? .null }
    let order = graph.nodes.indices.sorted {
      (holes.constraints[$0] ?? .infinity, $0) < (holes.constraints[$1] ?? .infinity, $1)
    }
    return order.map {
      [
        .node(graph.nodes[$0]), value(holes.constraints[$0]), value(holes.effectiveSizes[$0]),
        value(holes.efficiencies[$0]),
      ]
    }
  }
}
