import ArgumentParser
import Diagrams
import Foundation
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph

/// How the rows of a query are written.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case csv
  case tsv
  case json
  case jsonl
  case markdown
  case dot
  case svg

  /// The format that the ending of a file names; `nil` where it names none.
  init?(ofFile path: String) {
    let ending = (path as NSString).pathExtension.lowercased()
    self.init(rawValue: ["md": "markdown", "gv": "dot", "ndjson": "jsonl"][ending] ?? ending)
  }

  /// Whether rows can be written as they come.
  var isStreamed: Bool { self == .csv || self == .tsv || self == .jsonl }

  /// What the result is drawn as; nil for formats of text.
  var picture: PictureFormat? {
    switch self {
    case .dot: .dot
    case .svg: .svg
    case .table, .csv, .tsv, .json, .jsonl, .markdown: nil
    }
  }

  /// What stands above the rows.
  func head(_ columns: [String]) -> String {
    switch self {
    case .csv: CSVWriter().record(columns)
    case .tsv: columns.map(Self.tabbed).joined(separator: "\t") + "\n"
    case .table, .json, .jsonl, .markdown, .dot, .svg: ""
    }
  }

  /// One row of a streamed format.
  func line(_ columns: [String], _ row: [Value], in graph: PropertyGraph) -> String {
    switch self {
    case .csv: CSVWriter().record(row.map { $0.isNull ? "" : graph.text(of: $0) })
    case .tsv: row.map { $0.isNull ? "" : Self.tabbed(graph.text(of: $0)) }.joined(separator: "\t") + "\n"
    case .table, .json, .jsonl, .markdown, .dot, .svg:
      JSONOutput.object(zip(columns, row).map { ($0, graph.json(of: $1)) }).text() + "\n"
    }
  }

  /// All rows of a format that needs to know them all; pictures are not texts.
  func text(_ columns: [String], _ rows: [[Value]], in graph: PropertyGraph, width: Int?, style: Style) -> String {
    switch self {
    case .csv, .tsv, .jsonl: return head(columns) + rows.map { line(columns, $0, in: graph) }.joined()
    case .json:
      let objects = rows.map { row in JSONOutput.object(zip(columns, row).map { ($0, graph.json(of: $1)) }) }
      return JSONOutput.array(objects).text(indent: true) + "\n"
    case .table, .markdown:
      let shown = columns.indices.map { column in
        TableColumn(columns[column], rows.allSatisfy { $0[column].isNumberOrNull } ? .right : .left)
      }
      // In a table an element with dozens of properties would bury its neighbours.
      let cells = rows.map { row in row.map { $0.isNull ? "null" : graph.text(of: $0, limit: 4) } }
      return self == .markdown
        ? MarkdownTable(columns: shown, rows: cells).text
        : TextTable(columns: shown, rows: cells).text(width: width, style: style)
    case .dot, .svg: return ""
    }
  }

  /// A cell between tabs: tabs, line ends and backslashes as escapes.
  private static func tabbed(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\r", with: "\\r")
      .replacing("\n", with: "\\n")
  }
}

extension Value {
  fileprivate var isNumberOrNull: Bool {
    switch self {
    case .integer, .float, .null: true
    case .boolean, .string, .temporal, .point, .list, .map, .node, .edge, .path: false
    }
  }
}
