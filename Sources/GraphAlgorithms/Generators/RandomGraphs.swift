public import GraphModel

/// A random graph in which each pair of vertices is joined with the same probability: Gilbert's G(n, p).
///
/// - Parameters:
///   - probability: 0...1.
///   - seed: What the draws depend on.
/// - Returns: A graph without loops and parallel edges, edges in ascending order of their ends; the same for the same
///   seed.
/// - Complexity: O(n + m) expected time and memory.
/// - SeeAlso: V. Batagelj and U. Brandes, "Efficient generation of large random networks", Phys. Rev. E 71 (2005),
///   doi:10.1103/PhysRevE.71.036113.
public func erdosRenyi(
  vertexCount: Int, probability: Double, isDirected: Bool = false, seed: UInt64
) -> CompressedGraph {
  var bits = RandomBits(seed: seed)
  var edges: [(Int, Int)] = []
  for source in 0..<vertexCount {
    let first = isDirected ? 0 : source + 1
    for target in bits.chosen(from: first..<vertexCount, probability) where target != source {
      edges.append((source, target))
    }
  }
  return CompressedGraph(vertexCount: vertexCount, edges: edges, isDirected: isDirected)
}

/// A random graph with so many edges, each set of them equally likely: Erdős and Rényi's G(n, m).
///
/// - Parameters:
///   - edgeCount: How many edges; at most as many as there are pairs.
///   - seed: What the draws depend on.
/// - Returns: A graph without loops and parallel edges; the same for the same seed.
/// - Complexity: O(n + m) expected time and memory.
/// - SeeAlso: P. Erdős and A. Rényi, "On random graphs I", Publ. Math. Debrecen 6 (1959).
public func erdosRenyi(vertexCount: Int, edgeCount: Int, isDirected: Bool = false, seed: UInt64) -> CompressedGraph {
  let pairs = vertexCount * max(0, vertexCount - 1) / (isDirected ? 1 : 2)
  precondition((0...pairs).contains(edgeCount), "more edges than pairs of vertices")
  var bits = RandomBits(seed: seed)
  // Floyd's sampling: pair numbers drawn without repetition.
  var chosen = Set<Int>(minimumCapacity: edgeCount)
  var edges: [(Int, Int)] = []
  for last in pairs - edgeCount..<pairs {
    let drawn = bits.number(below: last + 1)
    let pair = chosen.insert(drawn).inserted ? drawn : last
    chosen.insert(pair)
    edges.append(isDirected ? orderedPair(pair, vertexCount) : unorderedPair(pair))
  }
  return CompressedGraph(vertexCount: vertexCount, edges: edges, isDirected: isDirected)
}

/// The pair of different vertices with a number: row by row, the diagonal left out.
private func orderedPair(_ number: Int, _ vertexCount: Int) -> (Int, Int) {
  let (source, place) = number.quotientAndRemainder(dividingBy: vertexCount - 1)
  return (source, place < source ? place : place + 1)
}

/// The pair of different vertices with a number: (0, 1), (0, 2), (1, 2), (0, 3) …
private func unorderedPair(_ number: Int) -> (Int, Int) {
  var larger = Int((0.5 + (0.25 + 2 * Double(number)).squareRoot()))
  while larger * (larger - 1) / 2 > number { larger -= 1 }
  while larger * (larger + 1) / 2 <= number { larger += 1 }
  return (number - larger * (larger - 1) / 2, larger)
}

/// Random groups of vertices that are joined with a probability that depends on the groups: a stochastic block model.
///
/// Vertices are numbered group by group.
///
/// - Parameters:
///   - sizes: The number of vertices of each group.
///   - probabilities: For each group the probabilities of edges to each group; symmetric where edges have no direction,
///     of which only the upper half is read.
///   - seed: What the draws depend on.
/// - Returns: A graph without loops and parallel edges; the same for the same seed.
/// - Complexity: O(n × groups + m) expected time, O(n + m) memory.
/// - SeeAlso: P. W. Holland, K. B. Laskey, S. Leinhardt, "Stochastic blockmodels: first steps", Social Networks 5
///   (1983), doi:10.1016/0378-8733(83)90021-7.
public func stochasticBlocks(
  sizes: [Int], probabilities: [[Double]], isDirected: Bool = false, seed: UInt64
) -> CompressedGraph {
  precondition(
    probabilities.count == sizes.count && probabilities.allSatisfy { $0.count == sizes.count },
    "a probability for each pair of groups")
  var starts = [0]
  for size in sizes { starts.append(starts[starts.count - 1] + size) }
  var bits = RandomBits(seed: seed)
  var edges: [(Int, Int)] = []
  for (group, start) in starts.dropLast().enumerated() {
    for source in start..<starts[group + 1] {
      for other in (isDirected ? 0 : group)..<sizes.count {
        let first = isDirected ? starts[other] : max(starts[other], source + 1)
        for target in bits.chosen(from: first..<max(first, starts[other + 1]), probabilities[group][other])
        where target != source {
          edges.append((source, target))
        }
      }
    }
  }
  return CompressedGraph(vertexCount: starts[sizes.count], edges: edges, isDirected: isDirected)
}

/// A random graph between two groups of vertices: each pair of different groups is joined with the same probability.
///
/// The vertices of the left group come first; edges lead from left to right.
///
/// - Parameters:
///   - probability: 0...1.
///   - seed: What the draws depend on.
/// - Returns: A graph without parallel edges; the same for the same seed.
/// - Complexity: O(n + m) expected time and memory.
public func randomBipartite(
  left: Int, right: Int, probability: Double, isDirected: Bool = false, seed: UInt64
) -> CompressedGraph {
  var bits = RandomBits(seed: seed)
  var edges: [(Int, Int)] = []
  for source in 0..<left {
    for target in bits.chosen(from: left..<left + right, probability) { edges.append((source, target)) }
  }
  return CompressedGraph(vertexCount: left + right, edges: edges, isDirected: isDirected)
}

extension RandomBits {
  /// Takes each number of a range with the same probability; jumps from one taken to the next.
  fileprivate mutating func chosen(from range: Range<Int>, _ probability: Double) -> [Int] {
    precondition((0...1).contains(probability), "a probability is at least 0 and at most 1")
    guard probability > 0 else { return [] }
    if probability == 1 { return Array(range) }
    let scale = 1 / naturalLogarithm(onePlus: -probability)
    var chosen: [Int] = []
    var next = range.lowerBound
    while next < range.upperBound {
      let jump = naturalLogarithm(onePlus: -fraction()) * scale
      // A probability near 0 may jump farther than an integer reaches.
      guard jump < Double(range.upperBound - next) else { break }
      next += Int(jump)
      chosen.append(next)
      next += 1
    }
    return chosen
  }
}
