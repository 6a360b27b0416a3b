/// How many slips of the pen lie between two texts, at most a limit.
///
/// A slip is a letter left out, put in, replaced, or swapped with its neighbour: the Damerau–Levenshtein distance in the
/// form called optimal string alignment, in which no part is edited twice. The texts are folded first and compared
/// scalar by scalar, so `Muenster` and `MÜNSTER` have distance 0.
///
/// The distance is symmetric and 0 only for texts with equal folding. It is not a metric: "ca" → "ac" → "abc" takes
/// two slips, "ca" → "abc" takes three.
///
/// - Parameter limit: The largest distance of interest; smaller limits are faster.
/// - Returns: `nil` when the distance is above the limit.
/// - Complexity: O(length × limit) time, O(length) memory.
/// - SeeAlso: F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964),
///   doi:10.1145/363958.363994; E. Ukkonen, "Algorithms for approximate string matching", Information and Control 64
///   (1985), for the band.
public func editDistance(_ left: String, _ right: String, limit: Int = .max) -> Int? {
  var rows = EditRows()
  return rows.distance(foldedScalars(left), foldedScalars(right), limit: limit)
}

/// The folded scalars of a text.
func foldedScalars(_ text: String) -> [UInt32] { folded(text).unicodeScalars.map(\.value) }

/// The rows of the distance table, kept from one comparison to the next so that nothing is allocated.
struct EditRows {
  private var before: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  /// The distance, when it is not above the limit.
  mutating func distance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
    let limit = min(limit, max(left.count, right.count))
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    prepare(columns: right.count, limit: limit)
    var isPreviousHopeless = false
    for row in stride(from: 1, through: left.count, by: 1) {
      let best = fill(row, left, right, limit: limit)
      // A swap looks back two rows, so one hopeless row is not enough to give up.
      if best > limit && isPreviousHopeless { return nil }
      isPreviousHopeless = best > limit
      swap(&before, &previous)
      swap(&previous, &current)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }

  /// Makes room, and the row that turns nothing into the right text.
  private mutating func prepare(columns: Int, limit: Int) {
    if previous.count <= columns {
      let length = columns + 1
      before = Array(repeating: 0, count: length)
      previous = before
      current = before
    }
    for column in 0...columns { previous[column] = min(column, limit + 1) }
  }

  /// Fills the cells of a row that lie within the limit of the diagonal; those beside them count as hopeless.
  ///
  /// - Returns: The smallest of them.
  private mutating func fill(_ row: Int, _ left: [UInt32], _ right: [UInt32], limit: Int) -> Int {
    let hopeless = limit + 1
    let low = max(1, row - limit)
    let high = min(right.count, row + limit)
    current[low - 1] = low == 1 ? min(row, hopeless) : hopeless
    var best = current[low - 1]
    let letter = left[row - 1]
    for column in stride(from: low, through: high, by: 1) {
      let isSame = letter == right[column - 1]
      var slips = min(previous[column - 1] + (isSame ? 0 : 1), min(previous[column], current[column - 1]) + 1)
      if !isSame, row > 1, column > 1, letter == right[column - 2], left[row - 2] == right[column - 1] {
        slips = min(slips, before[column - 2] + 1)
      }
      current[column] = min(slips, hopeless)
      best = min(best, current[column])
    }
    if high < right.count { current[high + 1] = hopeless }
    return best
  }
}

/// The largest distance at which two spellings count as near: about a third of the letters.
func nearDistance(letters: Int) -> Int { (letters + 1) / 3 }
