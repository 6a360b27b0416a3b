extension String {
  /// The text with single Unicode scalars replaced; `nil` keeps one.
  ///
  /// Replacing by characters would pass over a quote that a combining mark follows, and leave a string open to injection.
  func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    // Most texts stay as they are.
    guard let first = unicodeScalars.firstIndex(where: { replacement($0) != nil }) else { return self }
    var result = String.UnicodeScalarView(unicodeScalars[..<first])
    for scalar in unicodeScalars[first...] {
      if let other = replacement(scalar) {
        result.append(contentsOf: other.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
