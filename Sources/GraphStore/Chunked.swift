/// An array cut into chunks of equal length, so that a change to a shared copy copies one chunk and the list of
/// chunks, not all elements.
///
/// - Complexity: reading O(1); appending O(1) amortised; the first change of a chunk after a copy O(chunk length).
struct Chunked<Element: Sendable>: Sendable {
  /// 512 elements: small enough to copy within a microsecond or two, large enough to keep the chunk list short.
  private static var shift: Int { 9 }
  private static var length: Int { 1 << shift }
  private static var mask: Int { length - 1 }

  private var chunks: [ContiguousArray<Element>] = []
  private(set) var count = 0

  mutating func append(_ element: Element) {
    if count & Self.mask == 0 {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(Self.length)
    }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  /// The element that was appended last.
  var last: Element? { count == 0 ? nil : self[count - 1] }

  subscript(index: Int) -> Element {
    get { chunks[index >> Self.shift][index & Self.mask] }
    _modify { yield &chunks[index >> Self.shift][index & Self.mask] }
  }

  /// Where an element lies, as long as nothing changes.
  @inline(__always)
  func address(of index: Int) -> UnsafePointer<Element>? {
    chunks.withUnsafeBufferPointer { chunks in
      chunks[index >> Self.shift].withUnsafeBufferPointer { $0.baseAddress.map { $0 + (index & Self.mask) } }
    }
  }

  /// Looks at an element where it lies.
  @inline(__always)
  func with<Result>(_ index: Int, _ body: (borrowing Element) -> Result) -> Result {
    chunks.withUnsafeBufferPointer { chunks in
      chunks[index >> Self.shift].withUnsafeBufferPointer { chunk in body(chunk[index & Self.mask]) }
    }
  }
}
