import GraphModel

/// What the cells of a column hold.
struct CSVColumn: Hashable, Sendable {
  enum Scalar: String, Sendable, CaseIterable {
    case boolean, long, double, string, date, localtime, time, localdatetime, datetime, duration, point
  }

  /// `nil` for values of several kinds, maps and lists that are not plain: text, and JSON where it is no text.
  var scalar: Scalar?
  var isList = false
  /// Whether a reader that knows only the cells would take them for something else.
  var isAmbiguous = false

  /// The word behind the colon of the header.
  var word: String { (scalar ?? .string).rawValue + (isList ? "[]" : "") }

  /// The column for one value.
  init(_ value: Value, _ dialect: CSVDialect) {
    switch value {
    case .list(let values):
      let kinds = Set(values.map { CSVColumn.scalar(of: $0) })
      let fits = !values.contains { value in
        let text = dialect.text(of: value)
        return text.isEmpty || text.utf8.contains(dialect.listSeparator) || CSVWrapping.value(of: text) != nil
      }
      if kinds.count == 1, let kind = kinds.first.flatMap(\.self), kind != .point, fits {
        scalar = kind
        isList = true
      }
      isAmbiguous = true
    default:
      scalar = CSVColumn.scalar(of: value)
      isAmbiguous = scalar == nil || CSVColumn.guess(dialect.text(of: value)) != scalar
    }
  }

  /// The column for a word behind the colon of a header, also those that only other programs write.
  init?(word: String) {
    isList = word.hasSuffix("[]")
    switch isList ? String(word.dropLast(2)) : word {
    case "int", "short", "byte", "integer": scalar = .long
    case "float": scalar = .double
    case "char": scalar = .string
    case let plain:
      guard let known = Scalar(rawValue: plain) else { return nil }
      scalar = known
    }
  }

  /// The column of text.
  static let text = CSVColumn(word: "string")

  private static func scalar(of value: Value) -> Scalar? {
    switch value {
    case .boolean: .boolean
    case .integer: .long
    case .float: .double
    case .string: .string
    case .point: .point
    case .temporal(let moment): Temporal("\(moment)") == moment ? scalar(of: moment) : nil
    case .null, .list, .map, .node, .edge, .path: nil
    }
  }

  private static func scalar(of moment: Temporal) -> Scalar {
    switch moment {
    case .date: .date
    case .localTime: .localtime
    case .time: .time
    case .localDateTime: .localdatetime
    case .dateTime: .datetime
    case .duration: .duration
    }
  }

  /// What the values so far and one more have in common.
  static func join(_ value: Value, _ known: CSVColumn?, _ dialect: CSVDialect) -> CSVColumn {
    if let known, known.scalar == nil { return known }
    let next = CSVColumn(value, dialect)
    return known.map { join($0, next) } ?? next
  }

  /// What two kinds have in common.
  static func join(_ one: CSVColumn, _ next: CSVColumn) -> CSVColumn {
    var joined = one
    if joined.scalar != next.scalar || joined.isList != next.isList { joined = CSVColumn() }
    joined.isAmbiguous = joined.isAmbiguous || next.isAmbiguous || joined.scalar == nil
    return joined
  }

  private init() { isAmbiguous = true }

  /// What a cell without a declared type is taken for.
  static func guess(_ text: String) -> Scalar {
    guard let first = text.utf8.first else { return .string }
    guard isDigit(first) || first == UInt8(ascii: "-") else {
      return ["wahr", "falsch", "true", "false"].contains(text.lowercased()) ? .boolean : .string
    }
    if isInteger(text) { return .long }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, isInteger(String(parts[0])), parts[1].utf8.allSatisfy(isDigit), !parts[1].isEmpty {
      return .double
    }
    return CSVColumn.date(text) == nil ? .string : .date
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// A number as Excel shows it: a leading zero makes a text, such as a municipality's key.
  private static func isInteger(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, digits.utf8.allSatisfy(isDigit) else { return false }
    return (first != 48 || digits.utf8.count == 1) && Int64(text) != nil
  }

  /// A date of four digits for the year, as ISO 8601 or as people write it in German: `28.02.2024`.
  static func date(_ text: String) -> CalendarDate? {
    let german = text.split(separator: ".", omittingEmptySubsequences: false)
    if german.count == 3, german[2].utf8.count == 4, german.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) {
      return CalendarDate(year: Int(german[2]) ?? 0, month: Int(german[1]) ?? 0, day: Int(german[0]) ?? 0)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
    return CalendarDate(year: Int(parts[0]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[2]) ?? 0)
  }
}
