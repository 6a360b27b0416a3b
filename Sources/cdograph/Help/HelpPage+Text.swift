import GraphModel

extension HelpPage {
  /// Help is not wider than this, however wide the window is: long lines are hard to read.
  static let widest = 80
  private static let labelWidth = 26

  /// The page for a terminal, without the last line end.
  func text(width: Int) -> String {
    let width = min(max(width, 40), Self.widest)
    var parts = [paragraph(abstract, to: width)]
    parts.append(lines(of: Wording("AUFRUF: ", "USAGE: ")[language], usage, width))
    if !discussion.isEmpty { parts.append(paragraphs(discussion, width)) }
    if !examples.isEmpty {
      parts.append(
        Self.examplesTitle[language].uppercased() + ":\n" + examples.map { Self.example($0, width) }.joined())
    }
    parts.append(section(Wording("ARGUMENTE", "ARGUMENTS"), arguments, width))
    parts.append(section(Wording("OPTIONEN", "OPTIONS"), options, width))
    parts.append(section(Wording("BEFEHLE", "COMMANDS"), subcommands, width))
    if let furtherReading { parts.append(furtherReading + "\n") }
    return String(parts.filter { !$0.isEmpty }.joined(separator: "\n").dropLast())
  }

  /// A word and a text behind it, whose further lines stand below its beginning.
  func lines(of word: String, _ text: String, _ width: Int) -> String {
    let rows = wrapped(text, to: width - word.count)
    return rows.enumerated().map { position, row in
      (position == 0 ? word : String(repeating: " ", count: word.count)) + row + "\n"
    }.joined()
  }

  /// Paragraphs are filled; lines that begin with blanks are items of a list, whose further lines stand further in.
  private func paragraphs(_ text: String, _ width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("  ") else { return paragraph(String(line), to: width) }
      return lines(of: "  ", hanging: 4, String(line.drop(while: \.isWhitespace)), width)
    }.joined()
  }

  private func lines(of word: String, hanging: Int, _ text: String, _ width: Int) -> String {
    let rows = wrapped(text, to: width - word.count - hanging)
    return rows.enumerated().map { position, row in
      word + (position == 0 ? "" : String(repeating: " ", count: hanging)) + row + "\n"
    }.joined()
  }

  /// A command line, cut between its words where it is too long, so that a shell still reads it as one.
  private static func example(_ line: String, _ width: Int) -> String {
    var rows = [""]
    let words = CommandLineScan(line[...]).words
    // An option stays with its value.
    let starts = zip(words, [nil] + words).filter { word, last in
      last?.text.hasPrefix("-") != true || word.text.hasPrefix("-")
    }.map(\.0.start)
    for (start, end) in zip(starts, starts.dropFirst() + [line.endIndex]) {
      let word = line[start..<end]
      let room = width - (rows.count == 1 ? 2 : 6) - (end == line.endIndex ? 0 : 2)
      if !rows[rows.count - 1].isEmpty, displayWidth(rows[rows.count - 1]) + displayWidth(word) > room {
        rows.append("")
      }
      rows[rows.count - 1] += word
    }
    return "  " + rows.joined(separator: "\\\n      ") + "\n"
  }

  private func section(_ title: Wording, _ entries: [Entry], _ width: Int) -> String {
    guard !entries.isEmpty else { return "" }
    return title[language] + ":\n" + entries.map { entry($0, width) }.joined()
  }

  private func entry(_ entry: Entry, _ width: Int) -> String {
    let label = "  " + entry.label
    let rows = wrapped(entry.text, to: width - Self.labelWidth)
    let indent = String(repeating: " ", count: Self.labelWidth)
    let fits = displayWidth(label) < Self.labelWidth
    let first = fits ? label + String(indent.dropFirst(displayWidth(label))) + rows[0] : label + "\n" + indent + rows[0]
    return ([first] + rows.dropFirst().map { indent + $0 }).map { $0 + "\n" }.joined()
  }
}
