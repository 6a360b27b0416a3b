/// The search key of a text: what remains when case, umlaut spelling and accents do not matter.
///
/// Letters become lower case; ä, ö, ü and ß become ae, oe, ue and ss, however they are encoded (`ä` or `a` with
/// U+0308, also capital ẞ); other accents on Latin letters are dropped (é → e, ł → l, ø → o, đ → d), soft hyphens too.
/// Other scripts are only lower-cased. Everything else stays as it is.
///
/// ```swift
/// folded("Groß-Gerau")  // "gross-gerau"
/// folded("Chóśebuz")    // "chosebuz"
/// ```
///
/// Folding is idempotent and the same on every machine: it knows no locale.
///
/// - Complexity: O(length); German text takes a path that only looks at bytes.
public func folded(_ text: String) -> String {
  var bytes: [UInt8] = []
  appendFolded(text, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Appends the search key of a text as UTF-8.
func appendFolded(_ text: String, to bytes: inout [UInt8]) {
  let start = bytes.count
  var text = text
  let isDone = text.withUTF8 { appendFoldedLatin1($0, to: &bytes) }
  if isDone { return }
  bytes.removeSubrange(start...)
  appendFoldedScalars(text.unicodeScalars, to: &bytes)
}

/// The fast path: ASCII and the Latin-1 letters, which UTF-8 writes as C3 80 … C3 BF.
///
/// - Returns: Whether the text has nothing else in it; otherwise what was appended is of no use.
private func appendFoldedLatin1(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
  bytes.reserveCapacity(bytes.count + source.count + 4)
  var position = 0
  while position < source.count {
    let byte = source[position]
    position += 1
    if byte < 0x80 {
      bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      continue
    }
    guard byte == 0xC3, position < source.count else { return false }
    let letters = latin1Letters[Int(source[position] & 0x3F)]
    position += 1
    if letters.first == 0 { return false }
    bytes.append(letters.first)
    if letters.second != 0 { bytes.append(letters.second) }
  }
  return true
}

/// What U+00C0 … U+00FF become; zeros where the slow path has to decide (× and ÷ are no letters).
private let latin1Letters: [(first: UInt8, second: UInt8)] = {
  let names =
    "a a a a ae a ae c e e e e i i i i d n o o o o oe - o u u u ue y th ss "
    + "a a a a ae a ae c e e e e i i i i d n o o o o oe - o u u u ue y th y"
  return names.split(separator: " ").map { name in
    let letters = Array(name.utf8)
    return name == "-" ? (0, 0) : (letters[0], letters.count > 1 ? letters[1] : 0)
  }
}()

/// The slow path, which follows the names that Unicode gives to letters.
private func appendFoldedScalars(_ scalars: String.UnicodeScalarView, to bytes: inout [UInt8]) {
  // Marks belong to the letter before them, so the diaeresis of "a\u{304}\u{308}" still asks for an e.
  var isAfterLatin = false
  var canTakeUmlaut = false
  for scalar in scalars {
    if scalar == "\u{AD}" { continue }
    if isAfterLatin, scalar.isMark {
      if scalar == "\u{308}", canTakeUmlaut {
        bytes.append(UInt8(ascii: "e"))
        canTakeUmlaut = false
      }
      continue
    }
    isAfterLatin = false
    canTakeUmlaut = false
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !(isAfterLatin && lower.isMark) {
      if let letters = latinLetters(of: lower) {
        bytes.append(contentsOf: letters.utf8)
        isAfterLatin = true
        canTakeUmlaut = letters == "a" || letters == "o" || letters == "u"
      } else {
        bytes.append(contentsOf: UTF8.encode(lower).map(Array.init) ?? [])
      }
    }
  }
}

/// The plain letters of a lower-case Latin letter; `nil` for everything else.
private func latinLetters(of scalar: Unicode.Scalar) -> String? {
  if scalar.isASCII { return (0x61...0x7A).contains(scalar.value) ? String(Character(scalar)) : nil }
  switch scalar {
  case "ß": return "ss"
  case "ſ", "\u{1E9B}": return "s"
  case "þ": return "th"
  case "ð": return "d"
  case "ı": return "i"
  case "ŋ": return "n"
  default: break
  }
  guard scalar.value < 0x2C80 || (0xA720...0xFB06).contains(scalar.value), let name = scalar.properties.name,
    let prefix = ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE "].first(where: name.hasPrefix)
  else { return nil }
  // "O WITH DIAERESIS AND MACRON": the letter, and what is above it.
  let description = name.dropFirst(prefix.count)
  let words = description.split(separator: " ", maxSplits: 2)
  guard let letters = words.first, letters.utf8.count <= (prefix.hasSuffix("LIGATURE ") ? 3 : 2),
    words.count == 1 || words[1] == "WITH"
  else { return nil }
  let hasUmlaut =
    ["A", "O", "U"].contains(letters) && description.contains("DIAERESIS") && !description.contains("DIAERESIS BELOW")
  return letters.lowercased() + (hasUmlaut ? "e" : "")
}

extension Unicode.Scalar {
  /// Whether this is an accent or the like, which stands after the letter that it belongs to.
  fileprivate var isMark: Bool {
    guard value >= 0x300 else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
