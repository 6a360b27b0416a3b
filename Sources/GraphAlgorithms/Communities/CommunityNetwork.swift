import GraphModel

/// A graph as Louvain and Leiden see it: arcs both ways without loops, and what each vertex is bound to by chance.
///
/// The weight between two vertices is the sum of the weights of the arcs both ways, so directed and undirected graphs
/// are treated alike. Moving a vertex v into a community C raises the modularity by
/// (weight(v, C) - resolution × chance(v, C)) / total, where chance is (out(v) in(C) + in(v) out(C)) / total.
struct CommunityNetwork: Sendable {
  var offsets: [UInt32] = [0]
  var targets: [UInt32] = []
  var weights: [Double] = []
  /// The weights of the arcs that leave and that arrive at each vertex, loops included.
  var strengths: [SIMD2<Double>] = []
  /// The weight of all arcs of the graph.
  var total = 0.0

  var vertexCount: Int { strengths.count }

  init(vertexCapacity: Int, arcCapacity: Int) {
    offsets.reserveCapacity(vertexCapacity + 1)
    targets.reserveCapacity(arcCapacity)
    weights.reserveCapacity(arcCapacity)
    strengths.reserveCapacity(vertexCapacity)
  }

  /// - Complexity: O(n + m).
  init(of graph: CompressedGraph) {
    let arcCount = graph.out.targets.count + (graph.isDirected ? graph.into.targets.count : 0)
    self.init(vertexCapacity: graph.vertexCount, arcCapacity: arcCount)
    let (leaving, arriving) = (graph.out.strengths, graph.isDirected ? graph.into.strengths : [])
    for vertex in 0..<graph.vertexCount {
      let out = append(graph.out, leaving, of: vertex, ways: graph.isDirected ? 1 : 2)
      let into = graph.isDirected ? append(graph.into, arriving, of: vertex, ways: 1) : out
      strengths.append(SIMD2(out, into))
      total += out
      offsets.append(UInt32(targets.count))
    }
  }

  /// Adds the arcs of a vertex from one list; returns the weight of all of them, undirected loops counted twice.
  private mutating func append(
    _ arcs: CompressedGraph.Arcs, _ strengths: [Double], of vertex: Int, ways: Double
  ) -> Double {
    var sum = 0.0
    for arc in arcs.range(of: vertex) {
      let weight = strengths.isEmpty ? 1 : strengths[arc]
      if arcs.targets[arc] == UInt32(vertex) {
        sum += ways * weight
      } else {
        sum += weight
        targets.append(arcs.targets[arc])
        weights.append(ways * weight)
      }
    }
    return sum
  }

  func range(of vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }

  /// The network whose vertices are the communities 0..<`count`; arcs within a community fall away.
  ///
  /// - Complexity: O(n + m).
  func merged(by communities: [UInt32], count: Int) -> CommunityNetwork {
    let (starts, members) = grouped(communities, count: count)
    var merged = CommunityNetwork(vertexCapacity: count, arcCapacity: min(targets.count, 8 * count))
    merged.total = total
    let sums = WorkingMemory(count: count, of: 0.0)
    let touched = WorkingMemory<UInt32>(untouched: count)
    for community in 0..<count {
      let group = Int(starts[community])..<Int(starts[community + 1])
      var strength = SIMD2<Double>.zero
      for member in members[group] { strength += strengths[Int(member)] }
      let found = addUp(members[group], communities, UInt32(community), sums.numbers, touched.numbers)
      for place in 0..<found {
        let other = touched.numbers[place]
        merged.targets.append(other)
        merged.weights.append(sums.numbers[Int(other)])
        sums.numbers[Int(other)] = 0
      }
      merged.strengths.append(strength)
      merged.offsets.append(UInt32(merged.targets.count))
    }
    return merged
  }

  /// Adds up the weights of the arcs that leave a community, by the community where they lead; returns how many
  /// communities were touched.
  private func addUp(
    _ members: ArraySlice<UInt32>, _ communities: [UInt32], _ own: UInt32, _ sums: UnsafeMutablePointer<Double>,
    _ touched: UnsafeMutablePointer<UInt32>
  ) -> Int {
    communities.withUnsafeBufferPointer { communities in
      targets.withUnsafeBufferPointer { targets in
        weights.withUnsafeBufferPointer { weights in
          var count = 0
          for member in members {
            for arc in range(of: Int(member)) {
              let other = communities[Int(targets[arc])]
              let weight = weights[arc]
              guard other != own, weight > 0 else { continue }
              let before = sums[Int(other)]
              sums[Int(other)] = before + weight
              guard before == 0 else { continue }
              touched[count] = other
              count += 1
            }
          }
          return count
        }
      }
    }
  }
}

/// The vertices of each community, ascending, and where those of each begin: a counting sort.
func grouped(_ communities: [UInt32], count: Int) -> (starts: [UInt32], members: [UInt32]) {
  var starts = [UInt32](repeating: 0, count: count + 1)
  for community in communities { starts[Int(community) + 1] += 1 }
  for community in 0..<count { starts[community + 1] += starts[community] }
  var next = starts
  var members = [UInt32](repeating: 0, count: communities.count)
  for (vertex, community) in communities.enumerated() {
    members[Int(next[Int(community)])] = UInt32(vertex)
    next[Int(community)] += 1
  }
  return (starts, members)
}

/// Renumbers communities 0..<`bound` without gaps in the order of their smallest vertices; returns how many there are.
func renumber(_ communities: inout [UInt32], bound: Int) -> Int {
  var numbers = [UInt32](repeating: .max, count: bound)
  var count: UInt32 = 0
  for vertex in communities.indices {
    let community = Int(communities[vertex])
    if numbers[community] == .max {
      numbers[community] = count
      count += 1
    }
    communities[vertex] = numbers[community]
  }
  return Int(count)
}
