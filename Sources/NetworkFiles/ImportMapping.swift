import GermanText
import JSONText
public import NetworkVocabulary

/// Which column of a coordinator's list feeds which field of an actor: a file such as `mapping.json`.
///
/// ```json
/// {"columns": {"name": "Funktion", "homeAgs": "Kommune", "topics": {"column": "Themen", "separator": ","},
///              "consent": {"matching": "Vermittlung"}},
///  "defaults": {"kind": "cdo-role", "source": "Anmeldeliste"}}
/// ```
public struct ImportMapping: Sendable {
  /// Where the values of a field come from.
  public struct Column: Sendable {
    /// The field: one of an actor's, `offers`, `needs`, `consent.matching` …, or one of one's own such as `x-contact`.
    public let field: String
    /// The header of the column.
    public let header: String
    /// What stands between several values in a cell, beside the ends of lines.
    public let separator: String
    /// Whether the mapping says it; then a field of one's own is a list.
    public let isSeparated: Bool
    /// What words of the list mean, by their folded spelling.
    public let words: [String: String]
    let offset: Int
  }

  /// A value for rows whose cell is empty or that have no such column.
  public enum Default: Sendable, Equatable {
    /// A text, as it would stand in the cell.
    case text(String)
    /// A truth value.
    case boolean(Bool)
  }

  /// The columns, in the order of the file.
  public private(set) var columns: [Column] = []
  /// The defaults, by field.
  public private(set) var defaults: [(field: String, value: Default)] = []
  private var defaultOffsets: [String: Int] = [:]
  private var file: PlacedFile

  /// What stands between several values where the mapping does not say it: both occur in lists.
  public static let separators = ",;"

  /// The fields that a list can feed, beside those of one's own and the purposes of consent.
  public static let fields: [String] =
    RecordKind.actor.fields.map(\.name).filter { !["consent", "derived"].contains($0) } + TieType.listed.map(\.word)

  /// Reads a mapping.
  ///
  /// - Throws: ``NetworkFaults`` with everything that is wrong in it, with places and suggestions.
  public init(path: String) throws(NetworkFaults) {
    file = PlacedFile(object: path)
    if let whole = file.elements.first, file.faults.isEmpty { read(whole) }
    if !file.faults.isEmpty { throw NetworkFaults(faults: file.inOrder) }
  }

  /// The faults of the mapping that only a list shows: columns that it does not have.
  public func faults(missing columns: [(column: Column, suggestion: String?)]) -> NetworkFaults {
    var file = file
    for (column, suggestion) in columns {
      file.fail(
        .missingColumn(column.header, suggestion: suggestion), .string(column.header, column.offset),
        "/columns/" + column.field.replacing(".", with: "/"))
    }
    return NetworkFaults(faults: file.inOrder)
  }

  /// Where the default of a field stands: the file, its line and its column, counted from 1.
  public func place(ofDefault field: String) -> (file: String, line: Int, column: Int) {
    let place = file.place(defaultOffsets[field] ?? 0)
    return (file.path, place.line, place.column)
  }

  private mutating func read(_ whole: PlacedJSON) {
    guard case .object(let members, _) = whole else { return }
    for (key, value) in members {
      switch key {
      case "columns": readColumns(value)
      case "defaults": readDefaults(value)
      default:
        let suggestion = nearest(to: key, among: ["columns", "defaults"]).first
        file.fail(.unknownField(key, suggestion: suggestion), value, "/\(key)")
      }
    }
    guard whole["columns"] != nil else { return file.fail(.missingField("columns"), whole) }
    let hasName = columns.contains { $0.field == "name" }
    if !hasName, file.faults.isEmpty { file.fail(.missingField("name"), whole["columns"] ?? whole, "/columns") }
  }

  private mutating func readColumns(_ value: PlacedJSON) {
    guard case .object(let members, _) = value else {
      return file.fail(.wrongType(expected: "an object", found: value.kind), value, "/columns")
    }
    var seen: Set<String> = []
    for (field, value) in members {
      let pointer = "/columns/\(field)"
      if !seen.insert(field).inserted { file.fail(.repeatedField(field), value, pointer) }
      if field == "consent" {
        readConsent(value, pointer)
      } else if checkField(field, value, pointer), let column = column(field, value, pointer) {
        columns.append(column)
      }
    }
  }

  private mutating func readConsent(_ value: PlacedJSON, _ pointer: String) {
    guard case .object(let members, _) = value else {
      let expected = "an object with a column for each purpose"
      return file.fail(.wrongType(expected: expected, found: value.kind), value, pointer)
    }
    let purposes = Purpose.allCases.map(\.rawValue)
    for (purpose, value) in members {
      guard purposes.contains(purpose) else {
        let suggestion = nearest(to: purpose, among: purposes).first
        file.fail(.notAChoice(purpose, choices: purposes, suggestion: suggestion), value, "\(pointer)/\(purpose)")
        continue
      }
      if let column = column("consent.\(purpose)", value, "\(pointer)/\(purpose)") { columns.append(column) }
    }
  }

  private mutating func checkField(_ field: String, _ value: PlacedJSON, _ pointer: String) -> Bool {
    if field.hasPrefix("x-") || Self.fields.contains(field) { return true }
    file.fail(.unknownField(field, suggestion: nearest(to: field, among: Self.fields).first), value, pointer)
    return false
  }

  /// A header, or an object with the header and how its cells are read.
  private mutating func column(_ field: String, _ value: PlacedJSON, _ pointer: String) -> Column? {
    if case .string(let header, let offset) = value, !header.isBlank {
      return Column(
        field: field, header: header, separator: Self.separators, isSeparated: false, words: [:], offset: offset)
    }
    guard case .object(let members, _) = value else {
      file.fail(.wrongType(expected: "the header of a column", found: value.kind), value, pointer)
      return nil
    }
    let known = ["column", "separator", "words"]
    for (key, inner) in members where !known.contains(key) {
      file.fail(.unknownField(key, suggestion: nearest(to: key, among: known).first), inner, "\(pointer)/\(key)")
    }
    let separator = file.optionalText("separator", of: value, pointer)
    if let given = value["separator"], case .string(let text, _) = given, text.isBlank {
      file.fail(.blankSeparator, given, "\(pointer)/separator")
    }
    var words: [String: String] = [:]
    if let list = value["words"] {
      guard case .object(let pairs, _) = list else {
        file.fail(.wrongType(expected: "an object", found: list.kind), list, "\(pointer)/words")
        return nil
      }
      for (word, _) in pairs { words[folded(word)] = file.text(word, of: list, "\(pointer)/words") }
    }
    guard let header = file.text("column", of: value, pointer) else { return nil }
    return Column(
      field: field, header: header, separator: separator ?? Self.separators, isSeparated: separator != nil,
      words: words,
      offset: value["column"]?.offset ?? value.offset)
  }

  private mutating func readDefaults(_ value: PlacedJSON) {
    guard case .object(let members, _) = value else {
      return file.fail(.wrongType(expected: "an object", found: value.kind), value, "/defaults")
    }
    for (field, value) in members {
      let pointer = "/defaults/\(field)"
      if field == "consent" || field.hasPrefix("consent.") {
        file.fail(.defaultConsent, value, pointer)
      } else if checkField(field, value, pointer) {
        defaultOffsets[field] = value.offset
        switch value {
        case .string(let text, _): defaults.append((field, .text(text)))
        case .boolean(let flag, _): defaults.append((field, .boolean(flag)))
        default: file.fail(.wrongType(expected: "a text or true or false", found: value.kind), value, pointer)
        }
      }
    }
  }
}

extension TieType {
  /// The ties that a list can hold: from its people to topics.
  public static let listed = all.filter { $0.from == ["actor"] && $0.to == ["topic"] }
}
