/// A text as lines of at most `width` columns, broken between words; a word that is longer is broken inside.
///
/// Newlines of the text stay line ends. Other control characters, which could move the cursor or change the terminal,
/// are shown as �, tabs as a blank. There is always at least one line.
func wrapped(_ text: String, to width: Int) -> [String] {
  precondition(width > 0, "a column has at least one place")
  return printable(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
    displayWidth(line) <= width ? [String(line)] : wrappedLine(line, to: width)
  }
}

/// A text as lines of at most `width` columns that begin with so many blanks, each with its line end.
func paragraph(_ text: String, to width: Int, indent: Int = 0) -> String {
  let blanks = String(repeating: " ", count: indent)
  return wrapped(text, to: max(30, width - indent)).map { blanks + $0 + "\n" }.joined()
}

/// The text without anything that a terminal would obey.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
  // A carriage return before a newline belongs to it.
  let scalars = text.replacing("\r\n", with: "\n").unicodeScalars.map { scalar -> Unicode.Scalar in
    guard scalar != "\n", scalar.properties.generalCategory == .control else { return scalar }
    return scalar == "\t" ? " " : "\u{FFFD}"
  }
  var shown = String.UnicodeScalarView()
  shown.append(contentsOf: scalars)
  return String(shown)
}

private func wrappedLine(_ line: Substring, to width: Int) -> [String] {
  var lines: [String] = []
  var current = ""
  var used = 0
  for word in line.split(separator: " ") {
    let wordWidth = displayWidth(word)
    if !current.isEmpty, used + 1 + wordWidth <= width {
      current += " " + word
      used += 1 + wordWidth
      continue
    }
    if !current.isEmpty { lines.append(current) }
    var pieces = broken(word, to: width)
    current = pieces.removeLast()
    used = displayWidth(current)
    lines += pieces
  }
  return lines + [current]
}

/// The pieces of one word, each as wide as fits; at least one.
private func broken(_ word: Substring, to width: Int) -> [String] {
  var pieces = [""]
  var used = 0
  for character in word {
    let next = character.displayWidth
    if used + next > width, used > 0 {
      pieces.append("")
      used = 0
    }
    pieces[pieces.count - 1].append(character)
    used += next
  }
  return pieces
}
