import GraphModel

extension HelpPage {
  /// The command as a part of the manual page, in troff with the macros of `man`.
  var troff: String {
    var text = ".SS \(escaped(call))\n\(escaped(abstract))\n.PP\n.B \(escaped(usage))\n"
    for piece in discussion.split(separator: "\n") where !piece.isEmpty {
      text += (piece.hasPrefix("  ") ? ".br\n" : ".PP\n") + escaped(String(piece.drop(while: \.isWhitespace))) + "\n"
    }
    for entry in arguments + options.filter({ !$0.label.contains("--help") }) + subcommands {
      text += ".TP\n.B \(escaped(entry.label))\n\(escaped(entry.text))\n"
    }
    return text + troffExamples
  }

  /// The examples, as they are typed.
  var troffExamples: String {
    guard !examples.isEmpty else { return "" }
    return ".PP\n\(Self.examplesTitle[language]):\n.PP\n.nf\n" + examples.map { "  " + escaped($0) + "\n" }.joined()
      + ".fi\n"
  }

  /// A text with what troff would take for a command or an escape written so that it is shown.
  func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        .replacing("'", with: "\\(aq").replacing("`", with: "\\(ga").replacing("^", with: "\\(ha").replacing(
          "~", with: "\\(ti")
      return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }.joined(separator: "\n")
  }
}
