/// The vertices of a graph in groups that do not overlap.
public struct Partition: Hashable, Sendable {
  /// The number of each vertex's community; communities are numbered from 0 in the order of their smallest vertices.
  public let numbers: [Int]
  /// How many communities there are.
  public let count: Int

  /// Groups the vertices that have the same label.
  ///
  /// - Complexity: O(n) time and memory.
  public init<Name: Hashable>(labels: [Name]) {
    var known: [Name: Int] = [:]
    numbers = labels.map { label in
      if let number = known[label] { return number }
      let number = known.count
      known[label] = number
      return number
    }
    count = known.count
  }

  /// The vertices of each community, ascending.
  ///
  /// - Complexity: O(n).
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (vertex, number) in numbers.enumerated() { members[number].append(vertex) }
    return members
  }

  /// The number of vertices of each community.
  ///
  /// - Complexity: O(n).
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for number in numbers { sizes[number] += 1 }
    return sizes
  }

  /// Groups vertices by dense labels 0..<`bound`, without hashing.
  init(dense labels: [UInt32], bound: Int) {
    var known = [Int](repeating: -1, count: bound)
    var count = 0
    numbers = labels.map { label in
      if known[Int(label)] < 0 {
        known[Int(label)] = count
        count += 1
      }
      return known[Int(label)]
    }
    self.count = count
  }
}
