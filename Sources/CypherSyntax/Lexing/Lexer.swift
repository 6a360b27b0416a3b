/// Walks over the bytes of a text, token by token.
struct Lexer {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    let start = position
    let kind = read()
    if position == start { position += 1 }
    return Token(kind, SourceRange(start, position))
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x09...0x0D, 0x20, 0x1C...0x1F: position += 1
      // U+00A0, U+FEFF and the blanks of U+2000 to U+200A.
      case 0xC2 where byte(1) == 0xA0: position += 2
      case 0xE2 where byte(1) == 0x80 && (byte(2) ?? 0) <= 0x8A: position += 3
      case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: position += 3
      default: return
      }
    }
  }

  private func byte(_ ahead: Int) -> UInt8? { position + ahead < bytes.count ? bytes[position + ahead] : nil }

  private mutating func read() -> Token.Kind {
    let first = bytes[position]
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return readString(first)
    case UInt8(ascii: "`"): return readQuotedName()
    case UInt8(ascii: "$"): return readParameter()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return readNumber()
    case UInt8(ascii: ".") where byte(1).map(isDigit) == true: return readNumber()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      return .comment
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): return readBlockComment()
    case let letter where isNamePart(letter):
      while position < bytes.count, isNamePart(bytes[position]) { position += 1 }
      return .word
    default: return readSign()
    }
  }

  private mutating func readString(_ quote: UInt8) -> Token.Kind {
    position += 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\\") {
        position += 2
      } else if bytes[position] == quote {
        position += 1
        return .string
      } else {
        position += 1
      }
    }
    position = bytes.count
    return .unknown
  }

  private mutating func readQuotedName() -> Token.Kind {
    position += 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "`") {
        // Two back-ticks are one inside a name.
        guard byte(1) == UInt8(ascii: "`") else {
          position += 1
          return .quotedName
        }
        position += 1
      }
      position += 1
    }
    position = bytes.count
    return .unknown
  }

  private mutating func readParameter() -> Token.Kind {
    position += 1
    if byte(0) == UInt8(ascii: "`") { return readQuotedName() == .quotedName ? .parameter : .unknown }
    let start = position
    while position < bytes.count, isNamePart(bytes[position]) { position += 1 }
    return position > start ? .parameter : .unknown
  }

  /// Digits with letters right behind them are one token, so that `1a` is a faulty number and not a number and a name.
  private mutating func readNumber() -> Token.Kind {
    var isDecimal = true
    if bytes[position] == UInt8(ascii: "0"), let mark = byte(1), [0x78, 0x58, 0x6F, 0x4F].contains(mark) {
      isDecimal = false
      position += 2
    }
    while position < bytes.count {
      let current = bytes[position]
      if isDecimal, current == UInt8(ascii: ".") {
        // `1..2` is a range, `1.e` would be a property.
        guard byte(1).map(isDigit) == true, bytes[position - 1] != UInt8(ascii: ".") else { return .number }
        position += 1
      } else if isDecimal, current | 0x20 == UInt8(ascii: "e"), let sign = byte(1),
        sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
      {
        position += 2
      } else if isNamePart(current) {
        position += 1
      } else {
        return .number
      }
    }
    return .number
  }

  private mutating func readBlockComment() -> Token.Kind {
    position += 2
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        position += 2
        return .comment
      }
      position += 1
    }
    position = bytes.count
    return .unknown
  }

  private mutating func readSign() -> Token.Kind {
    for sign in Lexer.longSigns where bytes[position...].starts(with: sign) {
      position += sign.count
      return .sign
    }
    let isKnown = Lexer.signs.contains(bytes[position])
    position += 1
    return isKnown ? .sign : .unknown
  }

  private static let longSigns = ["<>", "<=", ">=", "=~", "+=", "..", "::"].map { Array($0.utf8) }
  private static let signs = Set("()[]{}<>=+-*/%^,.:;|&!".utf8)

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// ASCII letters, digits, underscores, and every byte of a character beyond ASCII.
  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
