/// Elements in ascending order, in chunks, so that an insertion moves and copies a few hundred of them, never all.
///
/// - Complexity: finding O(log n); inserting and removing O(log n + chunk), O(1) at the end.
struct SortedChunks<Element: Sendable>: Sendable {
  /// A chunk that grows beyond is cut into halves.
  private static var longest: Int { 512 }

  /// Not empty each.
  private(set) var chunks: [[Element]] = []
  private(set) var count = 0

  init() {}

  /// Takes over elements that are in order; the chunks are left room for insertions.
  init(sorted elements: [Element]) {
    let length = Self.longest / 2
    chunks = stride(from: 0, to: elements.count, by: length).map {
      Array(elements[$0..<min($0 + length, elements.count)])
    }
    count = elements.count
  }

  /// The elements in order.
  var all: [Element] { chunks.count == 1 ? chunks[0] : Array(chunks.joined()) }

  /// The position of the first element for which a condition holds, which must stay true from there on.
  func firstPosition(where condition: (Element) -> Bool) -> (chunk: Int, offset: Int) {
    let chunk = chunks.firstPosition { condition($0[$0.count - 1]) }
    guard chunk < chunks.count else { return (chunks.count, 0) }
    return (chunk, chunks[chunk].firstPosition(where: condition))
  }

  /// Puts an element before the first for which a condition holds.
  mutating func insert(_ element: Element, beforeFirst condition: (Element) -> Bool) {
    count += 1
    if chunks.isEmpty {
      chunks.append([element])
      return
    }
    // Elements mostly arrive in order, so the end is looked at first.
    let last = chunks[chunks.count - 1]
    var (chunk, offset) = condition(last[last.count - 1]) ? firstPosition(where: condition) : (chunks.count, 0)
    if chunk == chunks.count {
      chunk -= 1
      offset = chunks[chunk].count
      if offset >= Self.longest {
        chunks.append([element])
        return
      }
    }
    chunks[chunk].insert(element, at: offset)
    if chunks[chunk].count > Self.longest {
      let half = Array(chunks[chunk][(Self.longest / 2)...])
      chunks[chunk].removeSubrange((Self.longest / 2)...)
      chunks.insert(half, at: chunk + 1)
    }
  }

  /// Removes the first element for which a condition holds, if it also passes a test.
  mutating func remove(first condition: (Element) -> Bool, if test: (Element) -> Bool) {
    let (chunk, offset) = firstPosition(where: condition)
    guard chunk < chunks.count, offset < chunks[chunk].count, test(chunks[chunk][offset]) else { return }
    chunks[chunk].remove(at: offset)
    count -= 1
    if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
  }

  /// Calls `body` for each element from the first for which a condition holds, until it answers `false`.
  func forEach(from condition: (Element) -> Bool, _ body: (Element) -> Bool) {
    let (first, offset) = firstPosition(where: condition)
    for chunk in first..<max(first, chunks.count) {
      for element in chunks[chunk][(chunk == first ? offset : 0)...] where !body(element) { return }
    }
  }

  /// The bytes that the elements take.
  var footprint: Int { chunks.reduce(0) { $0 + 32 + $1.capacity * MemoryLayout<Element>.stride } }
}
