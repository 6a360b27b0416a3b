import GermanText

/// What a line typed in the shell is.
enum ShellInput {
  case blank
  case command(ShellCommand, arguments: [String])
  /// The beginning of a statement of the query language.
  case statement
  /// A command whose words cannot be read.
  case unreadable(UnclosedQuotation)
  case unknown(word: String)
}

extension ShellSession {
  /// Says what a line is. Only its first word decides, so that quotation marks need to be closed only where they
  /// belong to a command. What is no command is unknown: a word of the query language
  /// begins a statement.
  func classify(_ line: String) -> ShellInput {
    // Scripts may begin with a byte-order mark and have comments.
    let line = line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line
    let content = line.drop(while: \.isWhitespace)
    if content.hasPrefix("#") || content.hasPrefix("//") { return .blank }
    let parts = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    // Examples from manuals begin with the program's name.
    let isPasted = parts.count > 1 && parts[0] == Self.program
    guard let first = parts.dropFirst(isPasted ? 1 : 0).first.map(String.init) else { return .blank }
    guard let command = commands.called(by: first) else {
      return context.statements != nil && StatementShell.isStatement(first.lettersAtStart)
        ? .statement : .unknown(word: first)
    }
    if command.takesRestOfLine {
      let rest = content.drop { !$0.isWhitespace }.trimmingBlanks
      return .command(command, arguments: rest.isEmpty ? [] : [rest])
    }
    do throws(UnclosedQuotation) {
      return .command(command, arguments: Array(try words(of: line).dropFirst(isPasted ? 2 : 1)))
    } catch {
      return .unreadable(error)
    }
  }

  /// What to say about a word that calls nothing.
  func notACommand(_ word: String) -> String {
    let hint = suggestion(for: word).map { " — did you mean '\($0)'? " } ?? "; "
    return "'\(printable(word))' is not a command\(hint):help lists them"
  }

  private func suggestion(for word: String) -> String? {
    // Who types "quit" means ":quit".
    if let exact = commands.called(by: ":" + word) { return exact.typed }
    let bare = word.hasPrefix(":") ? String(word.dropFirst()) : word
    let spellings = commands.flatMap { command in
      ([command.name] + command.aliases.filter { $0.count > 2 }).map { (spelling: $0, typed: command.typed) }
    }
    guard let found = nearest(to: bare, among: spellings.map(\.spelling)).first else { return nil }
    return spellings.first { $0.spelling == found }?.typed
  }
}

extension String {
  /// The letters before anything else: `MATCH` of `MATCH(n)`.
  fileprivate var lettersAtStart: String { String(prefix { $0.isLetter }) }
}

extension Substring {
  /// Without blanks at both ends and without the `;` that may end a statement.
  fileprivate var trimmingBlanks: String {
    var text = drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
    return String(text)
  }
}
