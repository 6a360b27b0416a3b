/// Words with commas between them, of which some may stand in quotation marks.
enum QuotedWords {
  /// The marks that may begin a quotation, each with those that end it.
  static let closing: [Character: Set<Character>] = [
    "\"": ["\""], "'": ["'"], "„": ["“", "”"], "“": ["”"], "«": ["»"], "»": ["«"],
  ]

  /// The words without the spaces around them and without their marks; empty ones are none.
  ///
  /// A mark that nothing ends, or behind whose end no comma follows, is a letter like others.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      let word: String
      if let (quoted, behind) = quotation(at: rest.drop { $0.isWhitespace }) {
        (word, rest) = (quoted, behind)
      } else {
        let end = rest.firstIndex(of: ",") ?? rest.endIndex
        (word, rest) = (rest[..<end].trimmed, rest[end...].dropFirst())
      }
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  /// The quotation that a text begins with, and what follows behind the comma after it.
  private static func quotation(at text: Substring) -> (word: String, behind: Substring)? {
    guard let first = text.first, let ends = closing[first] else { return nil }
    for position in text.indices.dropFirst() where ends.contains(text[position]) {
      let behind = text[text.index(after: position)...].drop { $0.isWhitespace }
      guard behind.isEmpty || behind.first == "," else { continue }
      return (text[..<position].dropFirst().trimmed, behind.dropFirst())
    }
    return nil
  }
}

extension Substring {
  /// The text without the spaces around it.
  var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
