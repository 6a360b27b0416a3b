/// A JSON value to be written, with its keys in the order given.
public indirect enum JSONOutput: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// An integer.
  case integer(Int64)
  /// A number; NaN and the infinities, which JSON lacks, are written as `null`.
  case float(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONOutput])
  /// An object; its keys must differ.
  case object([(key: String, value: JSONOutput)])

  /// An object without the members whose value is absent.
  public static func members(_ members: [(String, JSONOutput?)]) -> JSONOutput {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// Whether two values would be written alike.
  public static func == (left: JSONOutput, right: JSONOutput) -> Bool { left.text() == right.text() }
}

extension JSONOutput {
  /// The value as text, without a final newline.
  ///
  /// - Parameter indent: Two blanks a level when true; otherwise everything on one line.
  /// - Complexity: O(length of the text).
  public func text(indent: Bool = false) -> String {
    var text = ""
    write(into: &text, indent ? 0 : nil)
    return text
  }

  private func write(into text: inout String, _ level: Int?) {
    switch self {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .float(let number): text += number.isFinite ? number.description : "null"
    case .string(let string): JSONOutput.writeString(string, into: &text)
    case .array(let values):
      // Short lists of plain values read better on one line.
      let inner = values.allSatisfy(\.isPlain) ? nil : level
      JSONOutput.writeAll(values, "[", "]", into: &text, inner) { value, text, level in
        value.write(into: &text, level)
      }
    case .object(let members):
      JSONOutput.writeAll(members, "{", "}", into: &text, level) { member, text, level in
        JSONOutput.writeString(member.key, into: &text)
        text += ": "
        member.value.write(into: &text, level)
      }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .null, .boolean, .integer, .float, .string: true
    case .array, .object: false
    }
  }

  private static func writeAll<Item>(
    _ items: [Item], _ open: String, _ close: String, into text: inout String, _ level: Int?,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    text += open
    for (position, item) in items.enumerated() {
      if position > 0 { text += level == nil ? ", " : "," }
      if let level { text += "\n" + String(repeating: "  ", count: level + 1) }
      write(item, &text, level.map { $0 + 1 })
    }
    if let level, !items.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
    text += close
  }

  private static func writeString(_ string: String, into text: inout String) {
    text += "\""
    // Most texts hold nothing that JSON escapes.
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      text += string
      text += "\""
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
