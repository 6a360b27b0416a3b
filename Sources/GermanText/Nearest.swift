/// The candidates that somebody may have meant who wrote a word that is none of them.
///
/// First those that a few slips of the pen turn into the word, at most about one in three letters (see
/// ``editDistance(_:_:limit:)``); then those that begin with the word, or with which the word begins; then those that
/// contain it (from four letters on).
///
/// ```swift
/// nearest(to: "Hesen", among: ["Bayern", "Hessen"])  // ["Hessen"]
/// ```
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been written; equal ones count once.
///   - limit: How many are wanted at most.
/// - Returns: The nearest first: by kind of nearness, then distance, then name in scalar order.
/// - Complexity: O(candidates × length²).
public func nearest(to word: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
  var measure = NearnessMeasure(to: foldedScalars(word))
  let near = Set(candidates).compactMap { candidate in
    measure.nearness(of: foldedScalars(candidate)).map { (nearness: $0, candidate: candidate) }
  }
  return near.sorted { ($0.nearness, $0.candidate) < ($1.nearness, $1.candidate) }
    .prefix(max(0, limit)).map(\.candidate)
}

/// How near a spelling is to what was asked for; smaller is nearer.
struct Nearness: Comparable {
  /// 0 for slips of the pen, 1 where one text begins with the other, 2 where it contains it, 3 for single words.
  let kind: Int
  /// The number of slips or of surplus letters.
  let distance: Int

  static func < (left: Nearness, right: Nearness) -> Bool {
    (left.kind, left.distance) < (right.kind, right.distance)
  }
}

/// Measures many spellings against one.
struct NearnessMeasure {
  private let wanted: [UInt32]
  private var rows = EditRows()

  /// Prepares for folded scalars.
  init(to wanted: [UInt32]) { self.wanted = wanted }

  /// The distance by slips of the pen alone, where it is small enough.
  mutating func slips(to candidate: [UInt32]) -> Int? {
    rows.distance(wanted, candidate, limit: nearDistance(letters: wanted.count))
  }

  /// How near a folded candidate is; `nil` when it is not near.
  mutating func nearness(of candidate: [UInt32]) -> Nearness? {
    if wanted.isEmpty || candidate.isEmpty { return nil }
    if let distance = slips(to: candidate) { return Nearness(kind: 0, distance: distance) }
    let (short, long) = wanted.count < candidate.count ? (wanted, candidate) : (candidate, wanted)
    let surplus = long.count - short.count
    if short.count >= 3, long.starts(with: short) { return Nearness(kind: 1, distance: surplus) }
    // Only the candidate may contain the word; a long word contains too many short candidates by chance.
    if wanted.count >= 4, wanted.count < candidate.count, contains(candidate, wanted) {
      return Nearness(kind: 2, distance: surplus)
    }
    return nil
  }

  private func contains(_ long: [UInt32], _ short: [UInt32]) -> Bool {
    guard let first = short.first else { return true }
    for start in 0...(long.count - short.count) where long[start] == first {
      if long[start...].starts(with: short) { return true }
    }
    return false
  }
}
