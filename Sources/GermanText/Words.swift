/// The words of a text, folded: everything that is not a letter or a digit separates them.
///
/// ```swift
/// tokens(of: "Kirchheim b.München")  // ["kirchheim", "b", "muenchen"]
/// ```
///
/// - Returns: The words in the order of the text; empty when it has neither letters nor digits.
/// - Complexity: O(length).
public func tokens(of text: String) -> [String] { words(of: text).map(\.text) }

/// A folded word, with what the lexicon and the writing before it say.
struct Word {
  /// The letters and digits.
  var text: String
  /// The spelling that stands for all spellings of the word.
  var canonical: String
  /// What the word does in a name.
  var role: WordRole
  /// Whether a comma stands somewhere before it, as in "Flensburg, Stadt".
  var isAfterComma: Bool
  /// Whether a bracket or a slash stands right before it, as in "Halle (Saale)" and "Cottbus/Chóśebuz".
  var opensAddition: Bool
}

/// The words of a text with the marks between them.
func words(of text: String) -> [Word] {
  var bytes: [UInt8] = []
  appendFolded(text, to: &bytes)
  var words: [Word] = []
  var start: Int?
  var isAfterComma = false
  var opensAddition = false
  var position = 0
  while position < bytes.count {
    let (isPart, length) = wordPart(bytes, at: position)
    if isPart {
      start = start ?? position
    } else {
      if let first = start {
        words.append(word(bytes[first..<position], isAfterComma, opensAddition))
        start = nil
        opensAddition = false
      }
      // A comma before the first word separates nothing.
      isAfterComma = isAfterComma || (bytes[position] == UInt8(ascii: ",") && !words.isEmpty)
      opensAddition = opensAddition || bytes[position] == UInt8(ascii: "(") || bytes[position] == UInt8(ascii: "/")
    }
    position += length
  }
  if let first = start { words.append(word(bytes[first...], isAfterComma, opensAddition)) }
  return words
}

private func word(_ bytes: ArraySlice<UInt8>, _ isAfterComma: Bool, _ opensAddition: Bool) -> Word {
  let text = String(decoding: bytes, as: UTF8.self)
  let (canonical, role) = NameLexicon.meaning(of: text)
  return Word(
    text: text, canonical: canonical, role: role, isAfterComma: isAfterComma, opensAddition: opensAddition)
}

/// Whether the scalar at a position is a letter or a digit, and how many bytes it has.
private func wordPart(_ bytes: [UInt8], at position: Int) -> (isPart: Bool, length: Int) {
  let byte = bytes[position]
  if byte < 0x80 { return (byte &- 0x61 < 26 || byte &- 0x30 < 10, 1) }
  let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  let end = min(position + length, bytes.count)
  guard let scalar = String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.first else {
    return (false, length)
  }
  return (scalar.properties.isAlphabetic || scalar.properties.numericType != nil, length)
}
