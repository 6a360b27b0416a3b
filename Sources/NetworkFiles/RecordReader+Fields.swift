import GermanText
import GraphModel
import JSONText
import NetworkVocabulary

extension RecordReader {
  /// Reads the value of a field into the record; `null` means that nothing is known.
  mutating func readField(
    _ number: Int, _ cursor: inout JSONCursor, _ record: StagedRecord, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) {
    let field = kind.fields[number]
    if try cursor.peek() == .null, !field.isRequired { return try cursor.readNull() }
    switch field.content {
    case .id:
      guard let (text, offset) = try readText(&cursor, pointer) else { return }
      record.id = text
      record.idOffset = offset
      if !text.isIdentifier { report(.invalidID(text), at: offset, pointer) }
      record.add(.id, .string(text), at: offset)
    case .link(let link):
      if let found = try readReference(link, &cursor, pointer) { record.add(found, field: number) }
    case .links(let link):
      guard try cursor.peek() == .array else { return try reportWrongType("a list of ids", &cursor, pointer) }
      var element = 0
      try forEachElement(&cursor, pointer) { (reader, cursor, pointer) throws(JSONSyntaxError) in
        if let found = try reader.readReference(link, &cursor, pointer) {
          record.add(found, field: number, element: element)
        }
        element += 1
      }
    case .linkedChoice(let choices, let link):
      guard let word = try readChoice(choices.map(\.word), &cursor, pointer) else { return }
      record.add(PropertyKey(field.name), .string(word.text), at: word.offset)
      for id in choices.first(where: { $0.word == word.text })?.ids ?? [] {
        record.add(StagedLink(link: link, id: id, offset: word.offset), field: number)
      }
    case .text, .texts, .integer, .number, .boolean, .date, .digits, .choice, .choices, .bounds:
      let offset = cursor.offset
      if let value = try readValue(field.content, &cursor, pointer) {
        record.add(PropertyKey(field.name), value, at: offset)
      }
    }
  }

  /// Reads a value that stays a property.
  private mutating func readValue(
    _ content: FieldContent, _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) -> Value? {
    switch content {
    case .texts:
      try readList(&cursor, pointer) { (reader, cursor, pointer) throws(JSONSyntaxError) in
        try reader.readText(&cursor, pointer).map { .string($0.text) }
      }
    case .choices(let words):
      // No choice is one too: whoever lists no purpose under consent agrees to none.
      try readElements(&cursor, pointer) { (reader, cursor, pointer) throws(JSONSyntaxError) in
        try reader.readChoice(words, &cursor, pointer).map { .string($0.text) }
      }
    case .choice(let words): try readChoice(words, &cursor, pointer).map { .string($0.text) }
    case .integer(let bounds): try readInteger(bounds, &cursor, pointer).map { .integer($0) }
    case .number(let bounds): try readNumber(bounds, &cursor, pointer).map { .float($0) }
    case .boolean: try readBoolean(&cursor, pointer).map { .boolean($0) }
    case .date: try readDate(&cursor, pointer)
    case .digits(let lengths): try readDigits(lengths, &cursor, pointer)
    case .bounds: try readBounds(&cursor, pointer)
    case .text, .id, .link, .links, .linkedChoice: try readText(&cursor, pointer).map { .string($0.text) }
    }
  }

  private mutating func readDate(_ cursor: inout JSONCursor, _ pointer: FieldPointer) throws(JSONSyntaxError) -> Value?
  {
    guard let (text, offset) = try readText(&cursor, pointer) else { return nil }
    if case .date(let date)? = Temporal(text) { return .temporal(.date(date)) }
    report(.invalidDate(text), at: offset, pointer)
    return nil
  }

  private mutating func readDigits(
    _ lengths: [Int], _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) -> Value? {
    guard let (text, offset) = try readText(&cursor, pointer) else { return nil }
    if lengths.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) { return .string(text) }
    report(.invalidDigits(text, lengths: lengths), at: offset, pointer)
    return nil
  }

  private mutating func readChoice(
    _ words: [String], _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) -> (text: String, offset: Int)? {
    guard let word = try readText(&cursor, pointer) else { return nil }
    if words.contains(word.text) { return word }
    let suggestion = nearest(to: word.text, among: words).first
    report(.notAChoice(word.text, choices: words, suggestion: suggestion), at: word.offset, pointer)
    return nil
  }

  /// Reads `{"min": 4, "max": 6}`.
  private mutating func readBounds(_ cursor: inout JSONCursor, _ pointer: FieldPointer) throws(JSONSyntaxError)
    -> Value?
  {
    guard try cursor.peek() == .object else {
      try reportWrongType("an object with min and max", &cursor, pointer)
      return nil
    }
    let offset = cursor.offset
    var bounds: [String: Int64] = [:]
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      let name = cursor.text(of: key)
      let inner = pointer.member(name)
      guard name == "min" || name == "max" else {
        report(
          .unknownField(name, suggestion: nearest(to: name, among: ["min", "max"]).first),
          at: key.range.lowerBound - 1, inner)
        try cursor.skipValue()
        continue
      }
      bounds[name] = try readInteger(1...1_000_000, &cursor, inner)
    }
    guard let low = bounds["min"], let high = bounds["max"] else {
      report(.missingField(bounds["min"] == nil ? "min" : "max"), at: offset, pointer)
      return nil
    }
    if low > high { report(.outOfRange(value: "min \(low)", bounds: "1...\(high) (max)"), at: offset, pointer) }
    return .map(["min": .integer(low), "max": .integer(high)])
  }

  /// Reads an id, or an object that holds the id beside properties of the edge: `{"topic": "ozg", "weight": 0.8}`.
  private mutating func readReference(
    _ link: Link, _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) -> StagedLink? {
    guard try cursor.peek() == .object else {
      return try readText(&cursor, pointer).map { StagedLink(link: link, id: $0.text, offset: $0.offset) }
    }
    let start = cursor.offset
    let key = link.targets.first ?? "id"
    var target: (text: String, offset: Int)?
    var weight: Double?
    var role: String?
    try cursor.enterObject()
    while let name = try cursor.nextKey() {
      let word = cursor.text(of: name)
      let inner = pointer.member(word)
      switch word {
      case key: target = try readText(&cursor, inner)
      case "weight": weight = try readNumber(0...1, &cursor, inner)
      case "role": role = try readText(&cursor, inner)?.text
      default:
        let suggestion = nearest(to: word, among: [key, "weight", "role"]).first
        report(.unknownField(word, suggestion: suggestion), at: name.range.lowerBound - 1, inner)
        try cursor.skipValue()
      }
    }
    guard let target else {
      report(.missingField(key), at: start, pointer)
      return nil
    }
    return StagedLink(
      link: link, id: target.text, offset: target.offset, isObject: true, weight: weight, role: role)
  }
}

extension StagedRecord {
  fileprivate func add(_ link: StagedLink, field: Int, element: Int = -1) {
    var link = link
    link.field = UInt16(field)
    link.element = Int32(element)
    if links.isEmpty, element >= 0 { links.reserveCapacity(4) }
    links.append(link)
  }
}
