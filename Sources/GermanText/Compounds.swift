/// Words that compounds can be made of.
///
/// German joins words: `Breitbandausbauförderung` is about Breitband, Ausbau and Förderung. A compound is split where all of its
/// pieces are known, with or without the sounds that join them (`s`, `es`, `n`, `en`, `e`, `er`).
public struct CompoundLexicon: Sendable {
  private let words: Set<String>
  private let longest: Int
  private static let joints = ["", "s", "es", "n", "en", "e", "er"]
  /// Shorter words occur inside of others by chance: "ein" in "Verein".
  private static let shortest = 4

  /// Takes folded words; those of fewer than four letters are left out.
  public init(_ words: some Sequence<String>) {
    self.words = Set(words.filter { $0.utf8.count >= Self.shortest })
    longest = self.words.map(\.utf8.count).max() ?? 0
  }

  /// The words that a folded word is made of; empty where it is none of several known words.
  ///
  /// Fewer and longer pieces are preferred.
  ///
  /// - Complexity: O(length²).
  public func parts(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    guard bytes.count >= 2 * Self.shortest else { return [] }
    // The best split of each beginning, by the number of pieces.
    var best: [[String]?] = Array(repeating: nil, count: bytes.count + 1)
    best[0] = []
    for end in Self.shortest...bytes.count {
      for start in 0..<end {
        guard let before = best[start] else { continue }
        guard let piece = piece(bytes[start..<end], isLast: end == bytes.count) else { continue }
        if piece.utf8.count == bytes.count { continue }
        if best[end].map({ before.count + 1 < $0.count }) ?? true { best[end] = before + [piece] }
      }
    }
    let found = best[bytes.count] ?? []
    return found.count > 1 ? found : []
  }

  /// The known word that a piece is, a joint at its end left out; the last piece of a compound has none.
  private func piece(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> String? {
    guard bytes.count >= Self.shortest, bytes.count <= longest + 2 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    for joint in isLast ? [""] : Self.joints where text.hasSuffix(joint) {
      let word = String(text.dropLast(joint.count))
      if words.contains(word) { return word }
    }
    return nil
  }
}
