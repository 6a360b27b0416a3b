extension Parser {
  /// A number: `1`, `0x1F`, `0o17`, `1.5`, `.5`, `1e9`.
  mutating func numberLiteral(isNegative: Bool) throws(CypherError) -> Expression {
    guard let token = token(), token.kind == .number else { throw unexpected("a number") }
    position += 1
    let text = text(of: token).lowercased()
    let sign = isNegative ? "-" : ""
    let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0o") ? 8 : 10
    let digits = radix == 10 ? text : String(text.dropFirst(2))
    let isFraction = radix == 10 && text.contains { $0 == "." || $0 == "e" }
    if isFraction {
      guard let number = Double(sign + (digits.hasPrefix(".") ? "0" + digits : digits)) else { throw invalid(token) }
      guard number.isFinite else {
        throw .syntax(.floatingPointOverflow, "the number is too large for floating point", at: token.range)
      }
      return Expression(.literal(.float(number)), token.range)
    }
    guard !digits.isEmpty, digits.allSatisfy({ Int(String($0), radix: radix) != nil }) else { throw invalid(token) }
    guard let number = Int64(sign + digits, radix: radix) else {
      throw .syntax(.integerOverflow, "the number does not fit into 64 bits", at: token.range)
    }
    return Expression(.literal(.integer(number)), token.range)
  }

  private func invalid(_ token: Token) -> CypherError {
    .syntax(.invalidNumberLiteral, "'\(text(of: token))' is no number", at: token.range)
  }

  /// A text with its escapes resolved.
  func unescaped(_ token: Token) throws(CypherError) -> String {
    let inner = bytes[(token.range.start + 1)..<(token.range.end - 1)]
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var result: [UInt8] = []
    var position = inner.startIndex
    while position < inner.endIndex {
      guard inner[position] == UInt8(ascii: "\\"), position + 1 < inner.endIndex else {
        result.append(inner[position])
        position += 1
        continue
      }
      let escape = inner[position + 1]
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): result.append(escape)
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let length = escape == UInt8(ascii: "u") ? 4 : 8
        let place = SourceRange(position, min(position + 2 + length, inner.endIndex))
        let digits = inner.dropFirst(position + 2 - inner.startIndex).prefix(length)
        guard digits.count == length, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { throw .syntax(.invalidUnicodeLiteral, "this escape names no character", at: place) }
        result += Array(String(Character(scalar)).utf8)
        position += length
      default:
        throw .syntax(
          .unexpectedSyntax, "'\\\(Character(Unicode.Scalar(escape)))' is no escape",
          at: SourceRange(position, position + 2))
      }
      position += 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}
