/// How many edges of each type begin and end at nodes of each set of labels.
///
/// Where all edges of a type end at nodes of one kind, a query need not look at each node to know its labels.
struct EndCounts: Sendable, Equatable {
  private var sources: [[Int]] = []
  private var targets: [[Int]] = []

  /// Counts edges of a type in (1) or out (-1).
  mutating func add(_ number: Int, type: UInt16, source: UInt32, target: UInt32) {
    Self.add(number, Int(type), Int(source), &sources)
    Self.add(number, Int(type), Int(target), &targets)
  }

  /// Moves one end of an edge to another set of labels.
  mutating func move(type: UInt16, isSource: Bool, from old: UInt32, to new: UInt32) {
    if isSource {
      Self.add(-1, Int(type), Int(old), &sources)
      Self.add(1, Int(type), Int(new), &sources)
    } else {
      Self.add(-1, Int(type), Int(old), &targets)
      Self.add(1, Int(type), Int(new), &targets)
    }
  }

  /// Whether all edges of a type, or of all types, have one end at nodes of sets of labels that are admitted.
  func holdOnly(_ admitted: [Bool], type: UInt16?, isSource: Bool) -> Bool {
    let counts = isSource ? sources : targets
    return counts.indices.allSatisfy { number in
      type.map { Int($0) != number } ?? false
        || counts[number].indices.allSatisfy { counts[number][$0] == 0 || $0 < admitted.count && admitted[$0] }
    }
  }

  /// The counts without those that are 0, for comparisons.
  var nonzero: [[Int]] {
    [(0, sources), (1, targets)].flatMap { side, counts in
      counts.indices.flatMap { type in
        counts[type].indices.filter { counts[type][$0] != 0 }.map { [side, type, $0, counts[type][$0]] }
      }
    }
  }

  private static func add(_ number: Int, _ type: Int, _ set: Int, _ counts: inout [[Int]]) {
    while counts.count <= type { counts.append([]) }
    while counts[type].count <= set { counts[type].append(0) }
    counts[type][set] += number
  }
}
