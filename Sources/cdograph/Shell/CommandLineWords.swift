/// A word of a line: what it means, and where it begins with its quotation mark.
struct CommandLineWord: Equatable {
  var text: String
  var start: String.Index
  /// The marks around its last quoted part; nil when nothing in it was quoted.
  var quotation: Quotation?
}

/// A quotation that the line never closes.
struct UnclosedQuotation: Error, Equatable {
  let mark: Character
  /// Counted in characters, from 1.
  let column: Int
}

/// The pairs of marks that keep blanks inside a word.
enum Quotation: CaseIterable {
  case single
  case double
  case german
  case english

  var opening: Character {
    switch self {
    case .single: "'"
    case .double: "\""
    case .german: "„"
    case .english: "“"
    }
  }

  /// The mark to write first; German quotations are also closed with the English mark, as many keyboards have it.
  var closings: [Character] {
    switch self {
    case .single: ["'"]
    case .double: ["\""]
    case .german: ["“", "”"]
    case .english: ["”"]
    }
  }

  var hasEscapes: Bool { self != .single }
}

/// The words of a line, separated by blanks as in a POSIX shell: a backslash keeps the next character, single quotation
/// marks everything, double, German and English ones everything but their own end and `\`.
func words(of line: String) throws(UnclosedQuotation) -> [String] {
  let scan = CommandLineScan(line[...])
  if let open = scan.unclosed {
    let column = line.distance(from: line.startIndex, to: open.start) + 1
    throw UnclosedQuotation(mark: open.quotation.opening, column: column)
  }
  return scan.words.map(\.text)
}

/// A text as one word that `words(of:)` reads back: as it is where that is possible, else in quotation marks.
///
/// - Parameters:
///   - quotation: The marks to use even where none are needed; nil to use `"` where they are.
///   - isFinished: False to leave a quotation open for more to be typed.
func quoted(_ text: String, in quotation: Quotation? = nil, isFinished: Bool = true) -> String {
  let isPlain = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "\\" || Quotation($0) != nil }
  if quotation == nil, isPlain { return text }
  var marks = quotation ?? .double
  // Nothing can be escaped between single marks.
  if marks == .single, text.contains("'") { marks = .double }
  var result = String(marks.opening)
  for character in text {
    if marks.hasEscapes, character == "\\" || marks.closings.contains(character) { result.append("\\") }
    result.append(character)
  }
  if isFinished, let closing = marks.closings.first { result.append(closing) }
  return result
}

extension Quotation {
  fileprivate init?(_ opening: Character) {
    guard let found = Self.allCases.first(where: { $0.opening == opening }) else { return nil }
    self = found
  }
}

/// The words of a line that may be unfinished, as the line before a cursor is.
struct CommandLineScan {
  private(set) var words: [CommandLineWord] = []
  /// The quotation that is open at the end.
  private(set) var unclosed: (quotation: Quotation, start: String.Index)?
  /// Whether the last word still grows with what is typed next.
  private(set) var endsInsideWord = false

  init(_ line: Substring) {
    var index = line.startIndex
    while index < line.endIndex {
      let start = index
      let character = line[index]
      line.formIndex(after: &index)
      let next = index < line.endIndex ? line[index] : nil
      if let open = unclosed {
        index = readQuoted(character, next, open.quotation, line, index)
      } else if character.isWhitespace {
        endsInsideWord = false
      } else if let quotation = Quotation(character) {
        unclosed = (quotation, start)
        append("", at: start)
        words[words.count - 1].quotation = quotation
      } else if character == "\\", let next {
        append(String(next), at: start)
        line.formIndex(after: &index)
      } else {
        append(String(character), at: start)
      }
    }
  }

  /// Takes one character inside a quotation; answers where the next one begins.
  private mutating func readQuoted(
    _ character: Character, _ next: Character?, _ quotation: Quotation, _ line: Substring, _ index: String.Index
  ) -> String.Index {
    if quotation.closings.contains(character) {
      unclosed = nil
    } else if quotation.hasEscapes, character == "\\", let next, next == "\\" || quotation.closings.contains(next) {
      append(String(next), at: index)
      return line.index(after: index)
    } else {
      append(String(character), at: index)
    }
    return index
  }

  private mutating func append(_ text: String, at start: String.Index) {
    if !endsInsideWord { words.append(CommandLineWord(text: "", start: start)) }
    words[words.count - 1].text += text
    endsInsideWord = true
  }
}
