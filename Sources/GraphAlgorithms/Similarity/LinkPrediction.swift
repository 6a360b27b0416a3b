public import GraphModel

/// How likely two vertices that no edge joins will be joined, from the vertices around them.
///
/// Γ(v) are the neighbours of v without v itself, each once; in a directed graph an edge from u to v is asked for, and
/// common neighbours lie on a path u → z → v. deg(z) is the number of neighbours, in a directed graph of those before
/// and those behind. With weights w the sum of the two weights takes the place of 1 for each common neighbour, and the
/// strength s(z), the sum of the weights at z, that of the degree (L. Lü and T. Zhou, "Link prediction in weighted
/// networks", EPL 89 (2010), doi:10.1209/0295-5075/89/18001); parallel edges add up.
public enum LinkScore: String, Hashable, Sendable, CaseIterable {
  /// The number of common neighbours.
  case commonNeighbors
  /// Common neighbours z, rare ones more: sum of 1 / ln deg(z); with weights of (w(u,z) + w(z,v)) / ln(1 + s(z)).
  case adamicAdar
  /// Common neighbours z, rare ones still more: sum of 1 / deg(z).
  case resourceAllocation
  /// The product of the degrees, which leave u and arrive at v; with weights that of the strengths.
  case preferentialAttachment
}

/// The neighbours of the vertices of a graph, laid out to predict edges between them.
///
/// ```swift
/// let links = LinkPrediction(in: graph)
/// links.score(.adamicAdar, from: 3, to: 7)
/// links.mostLikely(.adamicAdar, from: 3, limit: 10)
/// ```
///
/// - SeeAlso: D. Liben-Nowell and J. Kleinberg, "The link-prediction problem for social networks", JASIST 58 (2007),
///   doi:10.1002/asi.20591; T. Zhou, L. Lü, Y.-C. Zhang, "Predicting missing links via local information", EPJ B 71
///   (2009), doi:10.1140/epjb/e2009-00335-8.
public struct LinkPrediction: Sendable {
  let out: Memberships
  let into: Memberships
  /// What each vertex gives as a common neighbour, by measure: 1, Adamic–Adar and resource allocation.
  private let rarity: [LinkScore: [Double]]
  private let leaving: [Double]
  private let arriving: [Double]

  /// Lays out the neighbours.
  ///
  /// - Complexity: O(n + m) time and memory.
  public init(in graph: CompressedGraph) {
    let out = Memberships(neighborsIn: graph)
    let into = graph.isDirected ? Memberships(neighborsIn: graph, .incoming) : out
    (self.out, self.into) = (out, into)
    let isWeighted = graph.isWeighted
    leaving = (0..<graph.vertexCount).map { out.extent(of: $0, .jaccard, isWeighted) }
    arriving = (0..<graph.vertexCount).map { into.extent(of: $0, .jaccard, isWeighted) }
    let degrees = graph.isDirected ? zip(leaving, arriving).map { $0 + $1 } : leaving
    rarity = [
      .commonNeighbors: degrees.map { _ in 1 },
      .adamicAdar: degrees.map { degree in
        let logarithm = naturalLogarithm(isWeighted ? 1 + degree : degree)
        return logarithm > 0 ? 1 / logarithm : 0
      },
      .resourceAllocation: degrees.map { $0 > 0 ? 1 / $0 : 0 },
    ]
  }

  /// How likely an edge from one vertex to another is; whether there is one already does not matter.
  ///
  /// - Complexity: O(deg(source) + deg(target)).
  public func score(_ measure: LinkScore, from source: Int, to target: Int) -> Double {
    guard let rarity = rarity[measure] else { return leaving[source] * arriving[target] }
    var score = 0.0
    var (first, second) = (out.range(of: source), into.range(of: target))
    while let here = first.first, let there = second.first {
      let (left, right) = (out.items[here], into.items[there])
      if left <= right { first.removeFirst() }
      if right <= left { second.removeFirst() }
      if left == right { score += weight(here, there) * rarity[Int(left)] }
    }
    return score
  }

  private func weight(_ here: Int, _ there: Int) -> Double {
    out.weights.isEmpty ? 1 : out.weights[here] + into.weights[there]
  }

  /// The vertices to which an edge is most likely, among those to which none leads yet.
  ///
  /// Scores are compared up to nine decimals, so that sums of the same numbers in another order count as equal.
  ///
  /// - Parameters:
  ///   - limit: How many are sought.
  ///   - targets: Whether a vertex may be found; all may when nil.
  /// - Returns: Vertices with a score above 0: highest first, equal scores in the order of vertices.
  /// - Complexity: O(sum of the degrees of the neighbours) time, O(n) for preferential attachment; O(n) memory.
  public func mostLikely(
    _ measure: LinkScore, from source: Int, limit: Int = 10, targets: [Bool]? = nil
  ) -> [ScoredVertex] {
    var search = LinkSearch(self)
    return search.mostLikely(measure, source, limit, targets)
  }

  /// For each of many vertices those to which an edge is most likely; see
  /// ``mostLikely(_:from:limit:targets:)``.
  ///
  /// - Parameter sources: The vertices; all when nil.
  /// - Returns: An answer for each source, in their order; the same at any number of threads.
  public func mostLikely(
    _ measure: LinkScore, from sources: [Int]?, limit: Int = 10, targets: [Bool]? = nil,
    execution: Execution = Execution()
  ) throws(Cancelled) -> [[ScoredVertex]] {
    let parts = try execution.map(sources?.count ?? out.setCount, chunk: 64) { chunk in
      var search = LinkSearch(self)
      return chunk.map { search.mostLikely(measure, sources?[$0] ?? $0, limit, targets) }
    }
    return Array(parts.joined())
  }

  /// Scores all vertices that have a common neighbour with one, or all for preferential attachment.
  fileprivate func scores(_ measure: LinkScore, _ source: Int, _ scores: inout [Double], _ touched: inout [UInt32]) {
    guard let rarity = rarity[measure] else {
      touched = (0..<UInt32(out.setCount)).map(\.self)
      for target in scores.indices { scores[target] = leaving[source] * arriving[target] }
      return
    }
    scores.withUnsafeMutableBufferPointer { scores in
      out.items.withUnsafeBufferPointer { items in
        for here in out.range(of: source) {
          let between = Int(items[here])
          let isWeighted = !out.weights.isEmpty
          for there in out.range(of: between) {
            let target = Int(items[there])
            if scores[target] == 0 { touched.append(items[there]) }
            scores[target] += isWeighted ? (out.weights[here] + out.weights[there]) * rarity[between] : rarity[between]
          }
        }
      }
    }
  }
}

/// Predicts the edges of one vertex after the other; the buffers are kept.
private struct LinkSearch {
  private let links: LinkPrediction
  private var scores: [Double]
  private var touched: [UInt32] = []

  init(_ links: LinkPrediction) {
    self.links = links
    scores = [Double](repeating: 0, count: links.out.setCount)
  }

  mutating func mostLikely(_ measure: LinkScore, _ source: Int, _ limit: Int, _ targets: [Bool]?) -> [ScoredVertex] {
    touched.removeAll(keepingCapacity: true)
    links.scores(measure, source, &scores, &touched)
    scores[source] = 0
    for position in links.out.range(of: source) { scores[Int(links.out.items[position])] = 0 }
    var best = BestVertices(limit: limit, cutoff: 0)
    for target in touched.lazy.map({ Int($0) }) where scores[target] > 0 && targets?[target] ?? true {
      best.offer(target, max(1, (scores[target] * 1e9).rounded()))
    }
    let found = best.found.map { ScoredVertex(vertex: $0.vertex, score: scores[$0.vertex]) }
    for target in touched { scores[Int(target)] = 0 }
    return found
  }
}

extension Procedure {
  static let linkPrediction = Procedure(
    "similarity.linkPrediction", "For each node the nodes to which a relationship is most likely missing.",
    [
      Parameter(
        "measure", .string, .string("adamicAdar"),
        "commonNeighbors, adamicAdar, resourceAllocation or preferentialAttachment."),
      Parameter("limit", .integer, .integer(10), "How many nodes are sought for each."),
      Parameter("from", .string, .string(""), "Id of the only node to start from; all when empty."),
    ] + Parameter.projection(directed: false),
    columns: [Column("node", .node), Column("missing", .node), Column("score", .float)],
    example: "similarity.linkPrediction measure=resourceAllocation limit=3"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let name = try call.string("measure")
    guard let measure = LinkScore(rawValue: name) else {
      throw ProcedureError(
        "measure must be \(LinkScore.allCases.map(\.rawValue).joined(separator: ", ")), not '\(name)'")
    }
    let limit = try call.integer("limit")
    let sources = try call.sources("from", in: graph)
    let found = try stoppable { () throws(Cancelled) in
      try LinkPrediction(in: graph).mostLikely(measure, from: sources, limit: limit, execution: call.execution)
    }
    return rows(graph, found, sources)
  }
}
