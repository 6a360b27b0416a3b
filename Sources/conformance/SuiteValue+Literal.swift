extension SuiteValue {
  /// Reads a literal: `(:A {p: 1})`, `[:T]`, `<(:A)-[:T]->()>`, `[1, 2.0, 'x']`, `{k: null}`, `NaN` …
  ///
  /// - Throws: Where the text does not follow the grammar of the suite.
  init(literal: String) throws {
    var reader = LiteralReader(literal)
    self = try reader.readValue()
    try reader.finish()
  }
}

/// A place in a literal.
private struct LiteralReader {
  private let characters: [Character]
  private var position = 0

  init(_ literal: String) { characters = Array(literal) }

  mutating func readValue() throws -> SuiteValue {
    skipBlanks()
    switch peek() {
    case "(": return try readNode()
    case "<": return try readPath()
    case "{": return .map(try readMap())
    case "'": return .string(try readString())
    case "[":
      skip()
      skipBlanks()
      if peek() == ":" { return try readRelationship() }
      return .list(try readItems())
    default: return try readWord()
    }
  }

  mutating func finish() throws {
    skipBlanks()
    if position < characters.count { throw unexpected() }
  }

  private mutating func readNode() throws -> SuiteValue {
    try expect("(")
    var labels: [String] = []
    while take(":") { labels.append(readName()) }
    skipBlanks()
    let properties = peek() == "{" ? try readMap() : []
    try expect(")")
    return .node(labels: labels, properties: properties)
  }

  /// Reads what follows the bracket of a relationship.
  private mutating func readRelationship() throws -> SuiteValue {
    try expect(":")
    let type = readName()
    skipBlanks()
    let properties = peek() == "{" ? try readMap() : []
    try expect("]")
    return .relationship(type: type, properties: properties)
  }

  private mutating func readPath() throws -> SuiteValue {
    try expect("<")
    let start = try readNode()
    var steps: [(relationship: SuiteValue, isForward: Bool, node: SuiteValue)] = []
    while !take(">") {
      let isBackward = take("<")
      try expect("-")
      try expect("[")
      let relationship = try readRelationship()
      try expect("-")
      if !isBackward { try expect(">") }
      steps.append((relationship, !isBackward, try readNode()))
    }
    return .path(start, steps)
  }

  private mutating func readItems() throws -> [SuiteValue] {
    var items: [SuiteValue] = []
    if take("]") { return items }
    repeat { items.append(try readValue()) } while take(",")
    try expect("]")
    return items
  }

  private mutating func readMap() throws -> [(key: String, value: SuiteValue)] {
    try expect("{")
    var entries: [(key: String, value: SuiteValue)] = []
    if take("}") { return entries }
    repeat {
      let key = readName()
      try expect(":")
      entries.append((key, try readValue()))
    } while take(",")
    try expect("}")
    return entries
  }

  /// A string; only the quote and the backslash can be escaped.
  private mutating func readString() throws -> String {
    try expect("'")
    var text = ""
    while let next = peek(), next != "'" {
      skip()
      if next == "\\", let escaped = peek(), escaped == "'" || escaped == "\\" {
        skip()
        text.append(escaped)
      } else {
        text.append(next)
      }
    }
    if peek() == nil { throw unexpected() }
    skip()
    return text
  }

  /// A number or one of the words for values.
  private mutating func readWord() throws -> SuiteValue {
    let start = position
    while let next = peek(), !" ,]})|>".contains(next) { skip() }
    let word = String(characters[start..<position])
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "NaN": return .float(.nan)
    default: break
    }
    if let number = Int64(word) { return .integer(number) }
    if let number = Double(word) { return .float(number) }
    position = start
    throw unexpected()
  }

  private mutating func readName() -> String {
    skipBlanks()
    let start = position
    while let next = peek(), next.isLetter || next.isNumber || next == "_" { skip() }
    return String(characters[start..<position])
  }

  private func peek() -> Character? { position < characters.count ? characters[position] : nil }

  private mutating func skip() { position += 1 }

  private mutating func skipBlanks() {
    while let next = peek(), next == " " { skip() }
  }

  private mutating func take(_ wanted: Character) -> Bool {
    skipBlanks()
    if peek() != wanted { return false }
    skip()
    return true
  }

  private mutating func expect(_ wanted: Character) throws {
    if !take(wanted) { throw unexpected() }
  }

  private func unexpected() -> SuiteError {
    SuiteError("the literal \(String(characters)) cannot be read at character \(position + 1)")
  }
}
