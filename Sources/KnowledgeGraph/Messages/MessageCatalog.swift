import Foundation
public import GraphModel

/// Messages in the language of the reader.
///
/// Errors are made in English where they arise, deep in libraries that know no reader; a catalogue of templates, as those of gettext,
/// says them in German. A message that is in no template stays as it is.
public enum MessageCatalog {
  /// A message in a language.
  ///
  /// The kind of an error before it, an advice behind a dash, and lines that quote a statement keep their places.
  ///
  /// ```swift
  /// MessageCatalog.translated("the variable 'm' is not defined — did you mean 'n'?", to: .german)
  /// // "die Variable „m“ ist nicht bekannt — war „n“ gemeint?"
  /// ```
  ///
  /// - Complexity: O(templates · length).
  public static func translated(_ message: String, to language: Language) -> String {
    guard language == .german else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  ") ? phrase(String($0), depth: 0) ?? String($0) : line(String($0)) }
      .joined(separator: "\n")
  }

  /// All templates, those with most words first, so that a general one never hides a special one.
  private static let templates: [MessageTemplate] =
    (German.queries + German.queryPhrases + German.commands + German.faults + German.matching + German.meetings
    + German.evaluation
    + German.algorithms + German.importing + German.interchange + German.diagrams + German.functions + German.callables
    + systemReasons
    + descriptions).map(MessageTemplate.init)
    .sorted { $0.weight > $1.weight }

  /// Why the system refuses a file.
  package static let systemReasons = German.systemReasons

  /// What algorithms and their parameters say of themselves.
  package static let descriptions = German.procedures + German.parameters

  /// What the parser of the command line puts before its messages.
  private static let parserWords: Set<Substring> = ["Error: ", "Help: ", "Usage: "]

  private static func line(_ text: String, depth: Int = 0) -> String {
    if text.isEmpty { return text }
    // The kind of an error is a term that manuals and other engines use too.
    if let kind = text.prefixMatch(of: #/[A-Z][A-Za-z]+: /#), !parserWords.contains(kind.output) {
      return kind.output + line(String(text[kind.range.upperBound...]))
    }
    if let whole = phrase(text, depth: depth) { return whole }
    if let dash = text.range(of: " — ", options: .backwards) {
      let (first, second) = (String(text[..<dash.lowerBound]), String(text[dash.upperBound...]))
      return line(first) + " — " + (phrase(second, depth: 0) ?? second)
    }
    // What stands before a colon is the kind of an error, or a place in a file.
    var start = text.startIndex
    while let colon = text[start...].range(of: ": ") {
      if let rest = phrase(String(text[colon.upperBound...]), depth: 0) { return text[..<colon.upperBound] + rest }
      start = colon.upperBound
    }
    return text
  }

  /// A text that is one template; nil where it is none.
  private static func phrase(_ text: String, depth: Int) -> String? {
    for template in templates {
      guard let values = template.values(in: text) else { continue }
      // What follows a dash is advice of its own, not part of a value.
      if values.contains(where: { $0.contains(" — ") }) { continue }
      return template.filled(
        zip(values, template.isQuoted).map { value, isQuoted in
          // What the parser of the command line has quoted word by word: 'a', 'b' or 'c'.
          if isQuoted { return value.replacing("', '", with: "“, „") }
          if let name = quoted(value) { return "„\(name)“" }
          return depth >= 4 ? value : line(value, depth: depth + 1)
        })
    }
    return nil
  }
}

/// What stands between quotation marks, where a value is nothing else.
private func quoted(_ value: String) -> Substring? {
  guard value.count > 2, value.hasPrefix("'"), value.hasSuffix("'") else { return nil }
  let name = value.dropFirst().dropLast()
  return name.contains("'") && name.count > 1 ? nil : name
}

/// A message with places for values: `{}` in English, `{1}`, `{2}` … in the other language.
struct MessageTemplate {
  private let pieces: [Substring]
  private let translation: String
  /// Whether each value stands in quotation marks or is a tag: then it is a name or a word to type, which stays as it is.
  let isQuoted: [Bool]
  /// How much of the message is fixed.
  let weight: Int

  init(_ pair: (english: String, german: String)) {
    pieces = Self.split(pair.english)
    translation = pair.german
    isQuoted = zip(pieces, pieces.dropFirst()).map { before, after in
      before.hasSuffix("'") && after.hasPrefix("'")
        || (before.hasSuffix("<") || before.hasSuffix("</")) && after.hasPrefix(">")
    }
    weight = pieces.reduce(0) { $0 + $1.count }
  }

  private static func split(_ template: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = template[...]
    while let place = rest.range(of: "{}") {
      pieces.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    return pieces + [rest]
  }

  /// The values at the places; nil where the text is another message.
  func values(in text: String) -> [String]? {
    guard text.hasPrefix(pieces[0]), text.hasSuffix(pieces[pieces.count - 1]) else { return nil }
    if pieces.count == 1 { return text.count == pieces[0].count ? [] : nil }
    var values: [String] = []
    var rest = text.dropFirst(pieces[0].count)
    for (position, piece) in pieces.enumerated().dropFirst() {
      if position == pieces.count - 1 {
        guard rest.hasSuffix(piece) else { return nil }
        values.append(String(rest.dropLast(piece.count)))
      } else {
        guard let found = rest.range(of: piece) else { return nil }
        values.append(String(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
      }
    }
    return values
  }

  func filled(_ values: [String]) -> String {
    var text = translation
    for (position, value) in values.enumerated().reversed() {
      text = text.replacing("{\(position + 1)}", with: value)
    }
    return text
  }
}
