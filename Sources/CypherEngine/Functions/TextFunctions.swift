import CypherSyntax
import Foundation
import GraphModel

/// Functions of texts. Positions and lengths count characters as Unicode scalars, the first is 0.
enum TextFunctions {
  static let all: [Function] = [
    trimming(
      "btrim", "A text without blanks, or given characters, at both ends.", [.start, .end],
      ("btrim('xxaxx', 'x')", "'a'")),
    Function(
      "char_length", "How many characters a text has.", [.init("text", .string)], result: .integer,
      example: ("char_length('Köln')", "4")
    ) { arguments, _ throws(CypherError) in
      .integer(Int64(try text(arguments[0], "char_length").unicodeScalars.count))
    },
    Function(
      "left", "The first characters of a text.", [.init("text", .string), .init("length", .integer)],
      result: .string, example: ("left('Rathaus', 3)", "'Rat'")
    ) { arguments, _ throws(CypherError) in
      let scalars = try text(arguments[0], "left").unicodeScalars
      return .string(String(scalars.prefix(try count(arguments[1], "left"))))
    },
    mapping("lower", "A text in small letters.", ("lower('ÄB')", "'äb'")) { $0.lowercased() },
    trimming("ltrim", "A text without blanks, or given characters, at its start.", [.start], ("ltrim('  a ')", "'a '")),
    Function(
      "normalize", "A text in a Unicode normal form: NFC (unless named), NFD, NFKC or NFKD.",
      [.init("text", .string), .init("form", .string, isOptional: true)], result: .string,
      example: ("size(normalize('ä', 'NFD'))", "2")
    ) { arguments, _ throws(CypherError) in
      let value = try text(arguments[0], "normalize")
      switch arguments.count > 1 ? try text(arguments[1], "normalize").uppercased() : "NFC" {
      case "NFC": return .string(value.precomposedStringWithCanonicalMapping)
      case "NFD": return .string(value.decomposedStringWithCanonicalMapping)
      case "NFKC": return .string(value.precomposedStringWithCompatibilityMapping)
      case "NFKD": return .string(value.decomposedStringWithCompatibilityMapping)
      default:
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue, "\(arguments[1].literal) is no normal form",
          suggestion: "'NFC', 'NFD', 'NFKC' or 'NFKD'")
      }
    },
    Function(
      "replace", "A text with every occurrence of a part replaced.",
      [.init("text", .string), .init("part", .string), .init("replacement", .string)], result: .string,
      example: ("replace('Strasse', 'ss', 'ß')", "'Straße'")
    ) { arguments, _ throws(CypherError) in
      let part = try text(arguments[1], "replace")
      let (value, replacement) = (try text(arguments[0], "replace"), try text(arguments[2], "replace"))
      return .string(part.isEmpty ? value : pieces(of: value, at: part).joined(separator: replacement))
    },
    Function(
      "right", "The last characters of a text.", [.init("text", .string), .init("length", .integer)],
      result: .string, example: ("right('Rathaus', 4)", "'haus'")
    ) { arguments, _ throws(CypherError) in
      let scalars = try text(arguments[0], "right").unicodeScalars
      return .string(String(scalars.suffix(try count(arguments[1], "right"))))
    },
    trimming("rtrim", "A text without blanks, or given characters, at its end.", [.end], ("rtrim(' a  ')", "' a'")),
    Function(
      "split", "The pieces of a text between delimiters.",
      [.init("text", .string), .init("delimiter", [.string, .list])], result: .list,
      example: ("split('a,b', ',')", "['a', 'b']")
    ) { arguments, _ throws(CypherError) in
      let value = try text(arguments[0], "split")
      var delimiters: [String] = []
      if case .list(let list) = arguments[1] {
        for delimiter in list { delimiters.append(try text(delimiter, "split")) }
      } else {
        delimiters = [try text(arguments[1], "split")]
      }
      if delimiters.contains("") { return .list(value.unicodeScalars.map { .string(String($0)) }) }
      var parts = [value]
      for delimiter in delimiters { parts = parts.flatMap { pieces(of: $0, at: delimiter) } }
      return .list(parts.map { .string($0) })
    },
    Function(
      "substring", "A part of a text from a position on, to its end or of a length.",
      [.init("text", .string), .init("start", .integer), .init("length", .integer, isOptional: true)],
      result: .string, example: ("substring('Rathaus', 3, 2)", "'ha'")
    ) { arguments, _ throws(CypherError) in
      let rest = try text(arguments[0], "substring").unicodeScalars.dropFirst(try count(arguments[1], "substring"))
      if arguments.count < 3 { return .string(String(rest)) }
      return .string(String(rest.prefix(try count(arguments[2], "substring"))))
    },
    mapping("toLower", "A text in small letters.", ("toLower('ÄB')", "'äb'")) { $0.lowercased() },
    mapping("toUpper", "A text in capital letters.", ("toUpper('äb')", "'ÄB'")) { $0.uppercased() },
    trimming("trim", "A text without blanks at both ends.", [.start, .end], ("trim(' a ')", "'a'")),
    mapping("upper", "A text in capital letters.", ("upper('äb')", "'ÄB'")) { $0.uppercased() },
  ]

  /// Ends of a text.
  private struct Ends: OptionSet, Sendable {
    let rawValue: Int
    static let start = Ends(rawValue: 1)
    static let end = Ends(rawValue: 2)
  }

  private static func text(_ value: Value, _ name: String) throws(CypherError) -> String {
    guard case .string(let text) = value else { throw .unfit(name, "a text", value) }
    return text
  }

  private static func count(_ value: Value, _ name: String) throws(CypherError) -> Int {
    guard case .integer(let number) = value else { throw .unfit(name, "an integer", value) }
    guard number >= 0 else {
      throw CypherError(
        .argument, .runtime, .negativeIntegerArgument, "\(name)() takes no negative number, this is \(number)")
    }
    return Int(number)
  }

  private static func mapping(
    _ name: String, _ summary: String, _ example: (expression: String, value: String),
    _ change: @escaping @Sendable (String) -> String
  ) -> Function {
    Function(name, summary, [.init("text", .string)], result: .string, example: example) {
      arguments, _ throws(CypherError) in
      .string(change(try text(arguments[0], name)))
    }
  }

  private static func trimming(
    _ name: String, _ summary: String, _ ends: Ends, _ example: (expression: String, value: String)
  ) -> Function {
    Function(
      name, summary, [.init("text", .string), .init("characters", .string, isOptional: true)], result: .string,
      example: example
    ) { arguments, _ throws(CypherError) in
      let blanks: Set<Unicode.Scalar>? =
        arguments.count > 1 ? Set(try text(arguments[1], name).unicodeScalars) : nil
      let isBlank = { (scalar: Unicode.Scalar) in blanks?.contains(scalar) ?? scalar.properties.isWhitespace }
      var scalars = Substring(try text(arguments[0], name)).unicodeScalars
      while ends.contains(.start), let first = scalars.first, isBlank(first) { scalars.removeFirst() }
      while ends.contains(.end), let last = scalars.last, isBlank(last) { scalars.removeLast() }
      return .string(String(scalars))
    }
  }

  /// The pieces between the places where a part stands, which is not empty; compared by code points.
  private static func pieces(of text: String, at part: String) -> [String] {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    var pieces: [String] = []
    var (start, position) = (0, 0)
    while position + wanted.count <= bytes.count {
      if bytes[position] == wanted[0], bytes[position..<(position + wanted.count)].elementsEqual(wanted) {
        pieces.append(String(decoding: bytes[start..<position], as: UTF8.self))
        position += wanted.count
        start = position
      } else {
        position += 1
      }
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }

}
