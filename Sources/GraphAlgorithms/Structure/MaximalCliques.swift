public import GraphModel

/// Which cliques are wanted.
public struct CliqueOptions: Hashable, Sendable {
  /// Smaller cliques are left out.
  public var minimumSize = 1

  /// All maximal cliques.
  public init() {}
}

/// The maximal cliques: the groups of vertices that are all joined with one another, and to which none can be added.
///
/// Directions, loops and parallel edges do not matter. A vertex without neighbours is a clique.
///
/// - Returns: The vertices of each clique, ascending; the cliques in the order of these lists.
/// - Complexity: O(d n 3^(d/3)) time for degeneracy d, O(n + m) memory a group of vertices and that of the result.
/// - SeeAlso: D. Eppstein, M. Löffler, D. Strash, "Listing all maximal cliques in sparse graphs in near-optimal time",
///   ISAAC 2010, doi:10.1007/978-3-642-17517-6_36; C. Bron and J. Kerbosch, "Algorithm 457", CACM 16 (1973),
///   doi:10.1145/362342.362367.
public func maximalCliques(
  in graph: CompressedGraph, options: CliqueOptions = CliqueOptions(), execution: Execution = Execution()
) throws(Cancelled) -> [[Int]] {
  let later = LaterNeighbors(of: SimpleNeighbors(of: graph))
  let parts = try execution.map(graph.vertexCount, chunk: max(64, (graph.vertexCount + 63) / 64)) { vertices in
    var search = CliqueSearch(later, options, execution)
    for vertex in vertices where !search.isStopped { search.run(from: vertex) }
    return search.isStopped ? nil : search.found
  }
  var cliques: [[Int]] = []
  for part in parts {
    guard let part else { throw Cancelled() }
    cliques += part
  }
  return cliques.sorted { $0.lexicographicallyPrecedes($1) }
}

/// The neighbours of each vertex that come after it, and those that come before it, in the order of cores.
private struct LaterNeighbors: Sendable {
  let simple: SimpleNeighbors
  let core: CoreOrder
  let offsets: [UInt32]
  let targets: [UInt32]

  init(of neighbors: SimpleNeighbors) {
    simple = neighbors
    core = CoreOrder(of: neighbors, countsDirections: false)
    var offsets: [UInt32] = [0]
    var targets: [UInt32] = []
    for vertex in 0..<neighbors.vertexCount {
      for slot in neighbors.range(of: vertex) {
        let neighbor = neighbors.neighbors[slot]
        if core.positions[Int(neighbor)] > core.positions[vertex] { targets.append(neighbor) }
      }
      offsets.append(UInt32(targets.count))
    }
    (self.offsets, self.targets) = (offsets, targets)
  }

  func later(_ vertex: Int) -> ArraySlice<UInt32> { targets[Int(offsets[vertex])..<Int(offsets[vertex + 1])] }

  func earlier(_ vertex: Int) -> [UInt32] {
    simple.neighbors[simple.range(of: vertex)].filter { core.positions[Int($0)] < core.positions[vertex] }
  }
}

/// Bron's and Kerbosch's search for the cliques whose first vertex, in the order of cores, is a given one.
///
/// The vertices that may join are the later neighbours, at most as many as the degeneracy: sets of them are bits. Row i
/// holds which of them are neighbours of member i; members after the later neighbours are the earlier ones, which can
/// only show that a clique is not maximal.
private struct CliqueSearch {
  private(set) var found: [[Int]] = []
  private(set) var isStopped = false
  private let graph: LaterNeighbors
  private let options: CliqueOptions
  private let execution: Execution
  private var locals: [Int32]
  private var inner: [UInt32] = []
  private var words = 0
  private var rows: [UInt64] = []
  private var frames: [Frame] = []
  private var clique: [Int] = []
  private var steps = 0

  /// One level of the search: who may still join, who already did in another branch, and whom to try.
  private struct Frame {
    var joining: [UInt64]
    var done: [UInt64]
    var outer: [Int32]
    var trying: [UInt64] = []
  }

  init(_ graph: LaterNeighbors, _ options: CliqueOptions, _ execution: Execution) {
    (self.graph, self.options, self.execution) = (graph, options, execution)
    locals = [Int32](repeating: -1, count: graph.simple.vertexCount)
  }

  mutating func run(from vertex: Int) {
    prepare(vertex)
    while let depth = frames.indices.last {
      steps += 1
      if steps % 1024 == 0, execution.isCancelled?() == true {
        isStopped = true
        return
      }
      guard let next = frames[depth].trying.popLowestBit() else {
        frames.removeLast()
        clique.removeLast()
        continue
      }
      let row = rows[next * words..<(next + 1) * words]
      let child = Frame(
        joining: zip(frames[depth].joining, row).map { $0 & $1 }, done: zip(frames[depth].done, row).map { $0 & $1 },
        outer: frames[depth].outer.filter { rows[Int($0) * words + next / 64] >> UInt64(next % 64) & 1 == 1 })
      frames[depth].joining[next / 64] &= ~(1 << UInt64(next % 64))
      frames[depth].done[next / 64] |= 1 << UInt64(next % 64)
      clique.append(Int(inner[next]))
      push(child)
    }
  }

  private mutating func prepare(_ vertex: Int) {
    inner = Array(graph.later(vertex))
    let outer = graph.earlier(vertex)
    words = (inner.count + 63) / 64
    rows = [UInt64](repeating: 0, count: (inner.count + outer.count) * words)
    for (local, member) in inner.enumerated() { locals[Int(member)] = Int32(local) }
    for (row, member) in (inner + outer).enumerated() {
      for neighbor in graph.later(Int(member)) where locals[Int(neighbor)] >= 0 {
        let local = Int(locals[Int(neighbor)])
        rows[row * words + local / 64] |= 1 << UInt64(local % 64)
        if row < inner.count { rows[local * words + row / 64] |= 1 << UInt64(row % 64) }
      }
    }
    for member in inner { locals[Int(member)] = -1 }
    var all = [UInt64](repeating: 0, count: words)
    for local in inner.indices { all[local / 64] |= 1 << UInt64(local % 64) }
    clique = [vertex]
    let outerRows = (inner.count..<inner.count + outer.count).map { Int32($0) }
    push(Frame(joining: all, done: all.map { _ in 0 }, outer: outerRows))
  }

  /// Goes one level deeper, or notes a clique, or does nothing when no clique can come of it.
  private mutating func push(_ frame: Frame) {
    var frame = frame
    let reachable = clique.count + frame.joining.reduce(0) { $0 + $1.nonzeroBitCount }
    if reachable == clique.count || reachable < options.minimumSize {
      let isMaximal = reachable == clique.count && frame.outer.isEmpty && frame.done.allSatisfy { $0 == 0 }
      if isMaximal, clique.count >= options.minimumSize { found.append(clique.sorted()) }
      frame.trying = []
    } else {
      let pivot = pivot(of: frame)
      frame.trying = frame.joining.indices.map { frame.joining[$0] & ~rows[pivot * words + $0] }
    }
    frames.append(frame)
  }

  /// The member with the most neighbours among those that may join: only the others need a try.
  private func pivot(of frame: Frame) -> Int {
    var best = (row: 0, count: -1)
    func weigh(_ row: Int) {
      var count = 0
      for word in 0..<words { count += (frame.joining[word] & rows[row * words + word]).nonzeroBitCount }
      if count > best.count { best = (row, count) }
    }
    for word in 0..<words {
      var bits = frame.joining[word] | frame.done[word]
      while bits != 0 {
        weigh(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    for row in frame.outer { weigh(Int(row)) }
    return best.row
  }
}

extension [UInt64] {
  /// Takes the smallest number out of a set of bits.
  fileprivate mutating func popLowestBit() -> Int? {
    for word in indices where self[word] != 0 {
      let bit = self[word].trailingZeroBitCount
      self[word] &= self[word] - 1
      return word * 64 + bit
    }
    return nil
  }
}

extension Procedure {
  static let maximalCliques = Procedure(
    "structure.maximalCliques", "Groups of nodes that are all joined with one another, largest first.",
    [Parameter("minimumSize", .integer, .integer(3), "Smaller groups are left out.")]
      + Parameter.projection(directed: false),
    columns: [Column("size", .integer), Column("nodes", .list)], example: "structure.maximalCliques minimumSize=4"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    var options = CliqueOptions()
    options.minimumSize = try call.integer("minimumSize")
    let cliques = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.maximalCliques(in: graph, options: options, execution: call.execution)
    }
    let order = cliques.indices.sorted { (-cliques[$0].count, $0) < (-cliques[$1].count, $1) }
    return order.map { [.integer(Int64(cliques[$0].count)), .list(cliques[$0].map { .node(graph.nodes[$0]) })] }
  }
}
