/// Text that equals only the same code points: files and other programs tell `é` from `e` with an accent behind it, where Swift's strings
/// are equal.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// Compares a text by its code points.
  package init(_ text: String) { self.text = text }

  /// Whether both are the same code points.
  package static func == (left: ExactText, right: ExactText) -> Bool {
    // Equal strings have equal bytes but for the few that look alike; different ones are told apart quickly.
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) {
    text.lendUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
