/// A piece of a statement's text, in UTF-8 bytes from its beginning.
public struct SourceRange: Hashable, Sendable {
  /// The first byte.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// Describes the bytes from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The smallest piece that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}

/// A name with its place: a variable, an alias, a key, a label.
public struct Name: Hashable, Sendable {
  /// The name without quoting back-ticks.
  public let text: String
  /// Where it stands.
  public let range: SourceRange

  /// Describes a name at a place.
  public init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}
