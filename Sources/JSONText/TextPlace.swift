/// A place in a text as editors count it.
public struct TextPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// Finds the line and the column of a byte.
  ///
  /// - Complexity: O(offset).
  public init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = min(offset, bytes.count)
    for position in 0..<end where bytes[position] == 0x0A {
      line += 1
      start = position + 1
    }
    var column = 1
    for position in start..<max(start, end) where bytes[position] & 0xC0 != 0x80 { column += 1 }
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }

  /// Orders places from top to bottom.
  public static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
