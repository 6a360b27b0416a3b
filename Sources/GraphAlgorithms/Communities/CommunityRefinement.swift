/// Splits communities into parts that hang well together: the second phase of the Leiden method.
struct CommunityRefinement {
  /// The part of each vertex, by the vertex that it began with.
  private(set) var parts: [UInt32]
  private let communities: [UInt32]
  private let resolution: Double
  /// The strength of each community and of each part.
  private var whole: [SIMD2<Double>]
  private var strengths: [SIMD2<Double>]
  /// The weight between each part and the rest of its community.
  private var bonds: [Double]
  private var isAlone: [Bool]
  private var weights: [Double]
  private var touched: [UInt32] = []

  /// Starts with each vertex alone.
  init(_ network: CommunityNetwork, within communities: [UInt32], count: Int, _ resolution: Double) {
    self.communities = communities
    self.resolution = resolution / network.total
    let vertices = network.vertexCount
    parts = (0..<UInt32(vertices)).map(\.self)
    whole = [SIMD2<Double>](repeating: .zero, count: count)
    strengths = network.strengths
    bonds = [Double](repeating: 0, count: vertices)
    isAlone = [Bool](repeating: true, count: vertices)
    weights = bonds
    for vertex in 0..<vertices {
      whole[Int(communities[vertex])] += strengths[vertex]
      for arc in network.range(of: vertex) where communities[Int(network.targets[arc])] == communities[vertex] {
        bonds[vertex] += network.weights[arc]
      }
    }
  }

  /// Lets each vertex that is well connected and still alone join the best of the well-connected parts next to it.
  ///
  /// - Complexity: O(n + m).
  mutating func join(_ network: CommunityNetwork, order: [UInt32]) {
    for vertex in order.lazy.map({ Int($0) }) where isAlone[vertex] && isWellConnected(vertex) {
      collect(around: vertex, network)
      var best: (part: Int, gain: Double)?
      for part in touched.lazy.map({ Int($0) }) where isWellConnected(part) {
        let gain = weights[part] - chance(strengths[vertex], strengths[part])
        if weights[part] > 0, gain >= 0, gain > best?.gain ?? -1 { best = (part, gain) }
      }
      if let best { put(vertex, into: best.part) }
      for part in touched { weights[Int(part)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// Adds up the weights between a vertex and the parts of its community.
  private mutating func collect(around vertex: Int, _ network: CommunityNetwork) {
    let own = communities[vertex]
    var found = touched
    touched = []
    communities.withUnsafeBufferPointer { communities in
      parts.withUnsafeBufferPointer { parts in
        weights.withUnsafeMutableBufferPointer { weights in
          for arc in network.range(of: vertex) {
            let neighbor = Int(network.targets[arc])
            guard communities[neighbor] == own else { continue }
            let part = Int(parts[neighbor])
            if weights[part] == 0 { found.append(UInt32(part)) }
            weights[part] += network.weights[arc]
          }
        }
      }
    }
    touched = found
  }

  private mutating func put(_ vertex: Int, into part: Int) {
    parts[vertex] = UInt32(part)
    strengths[part] += strengths[vertex]
    bonds[part] += bonds[vertex] - 2 * weights[part]
    (isAlone[vertex], isAlone[part]) = (false, false)
  }

  /// Whether a part is bound to the rest of its community at least as strongly as chance would have it.
  private func isWellConnected(_ part: Int) -> Bool {
    let rest = whole[Int(communities[part])] - strengths[part]
    return bonds[part] >= chance(strengths[part], rest)
  }

  /// The weight that chance puts between two groups, times the resolution.
  private func chance(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> Double {
    (left.x * right.y + left.y * right.x) * resolution
  }
}
