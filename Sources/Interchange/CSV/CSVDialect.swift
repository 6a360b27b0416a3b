import GraphModel
import JSONText

extension GraphFormat {
  /// The pair of files that `neo4j-admin database import` reads, with its header (`:ID`, `:LABEL`, `name:string`,
  /// `tags:string[]`, `:START_ID`, `:END_ID`, `:TYPE`).
  public static let neo4jCSV = GraphFormat(
    name: "neo4j-csv", extensions: ["neo4j.csv"],
    summary: Wording(
      "CSV-Dateien für Knoten und Beziehungen mit den Kopfzeilen des Imports von Neo4j.",
      "CSV files of nodes and edges with Neo4j's import header."),
    limits: Wording(
      "Maps und gemischte oder geschachtelte Listen sind für andere JSON-Text; Beziehungen haben keine Kennungen.",
      "Maps and mixed or nested lists are JSON text to others; edges have no ids."), parts: CSVDialect.parts,
    write: { source, _, sink in try CSVDialect.neo4j.write(source, to: &sink) },
    reading: .files { try CSVDialect.read($0) })

  /// CSV as a German Excel opens it with a double click, in UTF-8.
  public static let excel = GraphFormat(
    name: "excel", extensions: ["csv"],
    summary: Wording(
      "CSV-Dateien für Knoten und Beziehungen für ein deutsches Excel (;, Dezimalkomma, UTF-8).",
      "CSV files of nodes and edges for a German Excel (;, decimal comma, UTF-8)."),
    limits: Wording(
      "Maps und gemischte oder geschachtelte Listen sind für andere JSON-Text; Beziehungen haben keine Kennungen.",
      "Maps and mixed or nested lists are JSON text to others; edges have no ids."), parts: CSVDialect.parts,
    write: { source, _, sink in try CSVDialect.excel.write(source, to: &sink) },
    reading: .files { try CSVDialect.read($0) })

  /// The same in Windows-1252, for programs that know no UTF-8.
  public static let excelANSI = GraphFormat(
    name: "excel-ansi", extensions: ["ansi.csv"],
    summary: Wording("Dasselbe in Windows-1252, für alte Programme.", "The same in Windows-1252, for old programs."),
    limits: Wording(
      "Wie excel; Zeichen jenseits von Westeuropa werden zu „?“.",
      "As excel; characters beyond western Europe become '?'."), parts: CSVDialect.parts,
    write: { source, _, sink in try CSVDialect.excelANSI.write(source, to: &sink) },
    reading: .files { try CSVDialect.read($0) })
}

/// How a program wants its CSV.
struct CSVDialect: Sendable {
  static let parts = ["-nodes", "-edges"]

  /// What stands between fields.
  var separator: UInt8
  /// What stands between the elements of a list.
  var listSeparator: UInt8
  /// Excel: decimal comma, German words for truth values, headers without types where values show theirs, a guard before
  /// what Excel would take for a formula.
  var isForExcel: Bool
  var isWindows1252 = false

  static let neo4j = CSVDialect(separator: UInt8(ascii: ","), listSeparator: UInt8(ascii: ";"), isForExcel: false)
  static let excel = CSVDialect(separator: UInt8(ascii: ";"), listSeparator: UInt8(ascii: "|"), isForExcel: true)
  static let excelANSI = CSVDialect(
    separator: UInt8(ascii: ";"), listSeparator: UInt8(ascii: "|"), isForExcel: true, isWindows1252: true)

  /// The headers of the columns that are no properties.
  ///
  /// - Parameter hasID: Whether there is a property `id` too; else Neo4j keeps the ids of nodes under this name.
  func structure(isEdge: Bool, hasID: Bool) -> [String] {
    if isForExcel { return isEdge ? ["source", "target", "type"] : ["id", "labels"] }
    return isEdge ? [":START_ID", ":END_ID", ":TYPE"] : [hasID ? ":ID" : "id:ID", ":LABEL"]
  }
}

/// A text that would be read as another value is written as JSON with this in front; so is every value that the column
/// cannot hold.
enum CSVWrapping {
  static let mark = "{\"@type\":\"value\",\"@value\":"

  static func wrapped(_ value: Value) -> String { mark + ValueText.output(of: value).text() + "}" }

  /// The value that was wrapped; `nil` where the text is none.
  static func value(of text: String) -> Value? {
    guard text.hasPrefix(mark), let tree = try? JSONTree.read(Array(text.utf8)), let inner = tree["@value"] else {
      return nil
    }
    return ValueText.value(of: inner)
  }
}

/// The guard against formulas: an apostrophe, which Excel shows only while the cell is edited.
///
/// What begins with `=`, `+`, `-`, `@`, a tab or an end of line could be run by a spreadsheet (OWASP, "CSV Injection"). Text
/// that has such an apostrophe already gets one more, so that reading takes away just what writing has added.
enum FormulaGuard {
  static func guarded(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

  static func unguarded(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isDangerous(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func isDangerous(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }
}
