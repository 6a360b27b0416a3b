/// A property of the vertices, as far as they have it, and how two values of it are compared.
public enum ComparedProperty: Sendable {
  /// Numbers: 1 - distance / range, where range is that between the least and the greatest number (Gower).
  case number([Double?])
  /// Numbers: 1 / (1 + distance).
  case closeNumber([Double?])
  /// Categories: 1 for the same, otherwise 0.
  case category([Int?])
  /// Sets by one of their measures; an empty set counts as missing.
  case items(Memberships, SetSimilarity)
  /// Vectors of equal length: (1 + cosine) / 2.
  case vector(VertexEmbedding)
}

/// The vertices most similar by several properties of different kinds.
///
/// The similarity of two vertices is the mean of those of the properties that both have, weighted; vertices that have
/// no property in common have similarity 0.
///
/// - SeeAlso: J. C. Gower, "A general coefficient of similarity and some of its properties", Biometrics 27 (1971),
///   doi:10.2307/2528823.
public struct PropertyNeighbors: Sendable {
  private let vertexCount: Int
  private let properties: [(property: ComparedProperty, weight: Double, range: Double)]

  /// Takes the properties with their weights.
  ///
  /// - Parameter vertexCount: The number of vertices; each property has a value or nil for each of them.
  /// - Complexity: O(n) for each property.
  public init(vertexCount: Int, _ properties: [(property: ComparedProperty, weight: Double)]) {
    self.vertexCount = vertexCount
    self.properties = properties.map { ($0.property, $0.weight, $0.property.range) }
    for (property, weight) in properties {
      precondition(property.vertexCount == vertexCount, "a property has a value or nil for each vertex")
      precondition(weight >= 0 && weight.isFinite, "a weight is a number of at least 0")
    }
  }

  /// How similar two vertices are, 0...1.
  ///
  /// - Complexity: O(properties + sizes of sets and vectors).
  public func similarity(of left: Int, and right: Int) -> Double {
    var (sum, total) = (0.0, 0.0)
    for (property, weight, range) in properties {
      guard let value = property.similarity(of: left, and: right, range: range) else { continue }
      sum += weight * value
      total += weight
    }
    return total > 0 ? sum / total : 0
  }

  /// For each of many vertices those most similar to it, found by comparing all.
  ///
  /// - Parameters:
  ///   - sources: The vertices to compare; all when nil.
  ///   - targets: The vertices that may be found; all when nil.
  ///   - limit: How many are sought for each.
  ///   - cutoff: Less similar ones are left out; those of similarity 0 always are.
  /// - Returns: An answer for each source: highest similarity first, equal ones in the order of vertices; the same at
  ///   any number of threads.
  /// - Complexity: O(sources × targets) comparisons, O(answers) memory.
  public func mostSimilar(
    to sources: [Int]? = nil, among targets: [Int]? = nil, limit: Int = 10, cutoff: Double = 0,
    execution: Execution = Execution()
  ) throws(Cancelled) -> [[ScoredVertex]] {
    let parts = try execution.map(sources?.count ?? vertexCount, chunk: 16) { chunk in
      chunk.map { position in
        let source = sources?[position] ?? position
        var best = BestVertices(limit: limit, cutoff: cutoff)
        for place in 0..<(targets?.count ?? vertexCount) {
          let target = targets?[place] ?? place
          if target != source { best.offer(target, similarity(of: source, and: target)) }
        }
        return best.found
      }
    }
    return Array(parts.joined())
  }
}

extension ComparedProperty {
  fileprivate var vertexCount: Int {
    switch self {
    case .number(let numbers), .closeNumber(let numbers): numbers.count
    case .category(let categories): categories.count
    case .items(let sets, _): sets.setCount
    case .vector(let points): points.coordinates.count / points.dimensions
    }
  }

  /// The distance between the least and the greatest number.
  fileprivate var range: Double {
    guard case .number(let numbers) = self else { return 0 }
    let known = numbers.compactMap(\.self).filter(\.isFinite)
    return (known.max() ?? 0) - (known.min() ?? 0)
  }

  /// nil where one of the vertices lacks the property.
  fileprivate func similarity(of left: Int, and right: Int, range: Double) -> Double? {
    switch self {
    case .number(let numbers):
      guard let distance = distance(numbers[left], numbers[right]) else { return nil }
      return range > 0 ? 1 - distance / range : 1
    case .closeNumber(let numbers):
      return distance(numbers[left], numbers[right]).map { 1 / (1 + $0) }
    case .category(let categories):
      guard let first = categories[left], let second = categories[right] else { return nil }
      return first == second ? 1 : 0
    case .items(let sets, let measure):
      guard sets.size(of: left) > 0, sets.size(of: right) > 0 else { return nil }
      return GraphAlgorithms.similarity(of: left, and: right, in: sets, by: measure, isWeighted: true)
    case .vector(let points):
      return (1 + points.cosine(of: left, and: right)) / 2
    }
  }

  private func distance(_ left: Double?, _ right: Double?) -> Double? {
    guard let left, let right, left.isFinite, right.isFinite else { return nil }
    return abs(left - right)
  }
}
