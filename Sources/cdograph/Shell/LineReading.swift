/// How an attempt to read a line ended.
enum LineInput: Equatable, Sendable {
  case line(String)
  /// The line was dropped by ^C; more can follow.
  case interrupted
  case endOfInput
}

/// Where the shell's lines come from. Reading blocks, so it belongs to the main actor, which has nothing else to do
/// meanwhile, and never to a task beside others.
@MainActor
protocol LineReading {
  mutating func readLine(prompt: String) -> LineInput

  /// Keeps an entry, which may be several lines, for the keys that walk through history.
  mutating func remember(_ entry: String)
}

/// Lines of a pipe or file: no prompt, no editing, no history.
struct StandardInputLines: LineReading {
  private var isFirst = true

  mutating func readLine(prompt: String) -> LineInput {
    guard let line = Swift.readLine(strippingNewline: true) else { return .endOfInput }
    defer { isFirst = false }
    // Windows programs like to begin a UTF-8 file with a byte order mark.
    return .line(isFirst && line.unicodeScalars.first == "\u{FEFF}" ? String(line.unicodeScalars.dropFirst()) : line)
  }

  mutating func remember(_ entry: String) {}
}
