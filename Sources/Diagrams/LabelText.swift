/// Texts on their way into Graphviz, which reads three languages where one would expect a string.
enum LabelText {
  /// A label as lines: wrapped between words to about `length` characters, evenly, and never cut.
  ///
  /// A very long text gets longer lines, so that its node does not become a tower; only a single word far beyond the
  /// line is broken.
  static func lines(_ text: String, length: Int) -> [String] {
    let words = visible(text).split(separator: " ").flatMap { pieces(of: $0, limit: max(length * 2, 30)) }
    guard !words.isEmpty else { return [""] }
    let characters = words.reduce(words.count - 1) { $0 + $1.count }
    let longest = max(length, Int((Double(characters) * 2.5).squareRoot()))
    let wanted = fill(words, longest)
    // Lines of equal length look better than full lines and a rest: the narrowest width with as few lines.
    var width = (characters + wanted.count - 1) / wanted.count
    while width < longest {
      let candidate = fill(words, width)
      if candidate.count <= wanted.count { return candidate }
      width += 1
    }
    return wanted
  }

  /// Lines as an escString, the form of `label` and `tooltip`: `\N`, `\G` and the like would be expanded in it and
  /// `&auml;` decoded.
  static func escaped(_ lines: [String]) -> String {
    lines.map { replacing(["\\": "\\\\", "&": "&amp;"], in: $0) }.joined(separator: "\\n")
  }

  /// A name that a DOT file can hold: libcgraph 2.42 writes a backslash before a quotation mark, or at the end of a name,
  /// so that its own reader takes the string to end elsewhere. The sign of set difference looks the same.
  static func writable(_ text: String) -> String { replacing(["\\": "\u{29F5}"], in: visible(text)) }

  /// A line as HTML-like markup, in which `\N` is expanded too, but entities are decoded only once.
  static func markup(_ text: String) -> String {
    xml(replacing(["\\": "\\\\"], in: visible(text)))
  }

  /// The text with the five characters of XML escaped.
  static func xml(_ text: String) -> String {
    replacing(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"], in: text)
  }

  /// The text with some scalars replaced. Characters will not do: `<` and an accent behind it are one character, which
  /// is not `<`, but every parser sees the sign.
  static func replacing(_ table: [Unicode.Scalar: String], in text: String) -> String {
    // Few texts hold any of them, which their bytes show sooner than a look into the table for each.
    let signs = table.keys.compactMap { $0.isASCII ? UInt8($0.value) : nil }
    if signs.count == table.count, !text.utf8.contains(where: { signs.contains($0) }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let replacement = table[scalar] {
        scalars.append(contentsOf: replacement.unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text on one line, with a visible sign for each character that neither C nor XML can carry.
  static func visible(_ text: String) -> String {
    // C2, E2 and EF begin what is looked for beyond ASCII.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF }
    if isPlain { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: scalars.append("\u{2421}")
      case 0x80..<0xA0, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func pieces(of word: Substring, limit: Int) -> [Substring] {
    guard word.count > limit else { return [word] }
    var pieces: [Substring] = []
    var rest = word
    while !rest.isEmpty {
      pieces.append(rest.prefix(limit))
      rest = rest.dropFirst(limit)
    }
    return pieces
  }

  private static func fill(_ words: [Substring], _ width: Int) -> [String] {
    var lines: [String] = []
    var count = 0
    for word in words {
      if lines.isEmpty || count + 1 + word.count > width {
        lines.append(String(word))
        count = word.count
      } else {
        lines[lines.count - 1] += " " + word
        count += 1 + word.count
      }
    }
    return lines
  }
}
