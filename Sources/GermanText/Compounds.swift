/// Words that compounds can be made of.
///
/// German joins words: `Breitbandausbauförderung` is about Breitband, Ausbau and Förderung. A compound is split where all of its
/// pieces are known, with or without the sounds that join them (`s`, `es`, `n`, `en`, `e`, `er`).
public struct CompoundLexicon: Sendable {
  private let words: Set<String>
  /// For each stem the shortest word that has it: the last piece of a compound may be inflected.
  private let wordsByStem: [String: String]
  private let longest: Int
  private static let joints = ["", "s", "es", "n", "en", "e", "er"]
  /// Shorter words occur inside of others by chance: "ein" in "Verein".
  private static let shortest = 4

  /// Takes folded words; those of fewer than four letters are left out.
  public init(_ words: some Sequence<String>) {
    self.words = Set(words.filter { $0.utf8.count >= Self.shortest })
    let stemmer = GermanStemmer()
    wordsByStem = Dictionary(self.words.map { (stemmer.stem($0), $0) }) {
      ($0.utf8.count, $0) < ($1.utf8.count, $1) ? $0 : $1
    }
    longest = self.words.map(\.utf8.count).max() ?? 0
  }

  /// The words that a folded word is made of; empty where it is none of several known words.
  ///
  /// Fewer and longer pieces are preferred. The last piece may have any ending: `Beteiligungsplattformen` is made of Beteiligung
  /// and Plattform.
  ///
  /// - Parameter stemmer: What takes the endings off; one of the thread's own.
  /// - Complexity: O(length²).
  public func parts(of word: String, _ stemmer: GermanStemmer) -> [String] {
    let bytes = Array(word.utf8)
    guard bytes.count >= 2 * Self.shortest else { return [] }
    // The best split of each beginning, by the number of pieces.
    var best: [[String]?] = Array(repeating: nil, count: bytes.count + 1)
    best[0] = []
    for end in Self.shortest...bytes.count {
      for start in 0..<end {
        guard let before = best[start] else { continue }
        if end - start == bytes.count { continue }
        let last = end == bytes.count ? stemmer : nil
        guard let piece = piece(bytes[start..<end], last) else { continue }
        if best[end].map({ before.count + 1 < $0.count }) ?? true { best[end] = before + [piece] }
      }
    }
    let found = best[bytes.count] ?? []
    return found.count > 1 ? found : []
  }

  /// The known word that a piece is, a joint at its end left out; the last piece of a compound has an ending instead.
  private func piece(_ bytes: ArraySlice<UInt8>, _ stemmerOfLast: GermanStemmer?) -> String? {
    guard bytes.count >= Self.shortest, bytes.count <= longest + 3 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if let stemmerOfLast { return words.contains(text) ? text : wordsByStem[stemmerOfLast.stem(text)] }
    for joint in Self.joints where text.hasSuffix(joint) {
      let word = String(text.dropLast(joint.count))
      if words.contains(word) { return word }
    }
    return nil
  }
}
