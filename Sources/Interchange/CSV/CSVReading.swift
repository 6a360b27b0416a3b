import Foundation
import GraphModel

extension CSVDialect {
  /// Reads the files of nodes and edges of any dialect: the header, the separators and the encoding are taken as they are.
  static func read(_ files: [[UInt8]]) throws -> GraphFormat.Content {
    var reader = CSVPairReader()
    try reader.readNodes(files[0])
    if files.count > 1 { try reader.readEdges(files[1]) }
    if reader.graph.edges.isEmpty { reader.remarks.note("the file has no edges") }
    return (reader.graph, reader.remarks)
  }
}

/// What a column is for.
enum CSVRole: Hashable {
  case id, labels, source, target, type, ignored
  /// A property; `nil` where the cells tell the kind.
  case property(String, CSVColumn?)

  private static let neo4j: [String: CSVRole] = [
    "ID": .id, "LABEL": .labels, "START_ID": .source, "END_ID": .target, "TYPE": .type, "IGNORE": .ignored,
  ]
  private static let plainNodes: [String: CSVRole] = ["id": .id, "labels": .labels, "label": .labels]
  private static let plainEdges: [String: CSVRole] = [
    "source": .source, "from": .source, "start": .source, "quelle": .source, "von": .source, "target": .target,
    "to": .target, "end": .target, "ziel": .target, "nach": .target, "type": .type, "typ": .type,
  ]

  /// Whether a header without a type would be taken for another role than that of a property.
  static func isTaken(_ name: String, isEdge: Bool) -> Bool {
    (isEdge ? plainEdges : plainNodes)[name.lowercased()] != nil
  }

  /// The role of a column with this header, and the property that an id is as well.
  init(_ header: String, isEdge: Bool) {
    if let colon = header.utf8.lastIndex(of: UInt8(ascii: ":")) {
      let name = String(header[..<colon])
      let word = header[header.utf8.index(after: colon)...]
      let bare = String(word.prefix { $0 != "(" && $0 != "{" })
      if let role = CSVRole.neo4j[bare.uppercased()], bare == bare.uppercased() {
        self = role
        return
      }
      if let column = CSVColumn(word: bare) {
        self = .property(name, column)
        return
      }
    }
    let plain = isEdge ? CSVRole.plainEdges : CSVRole.plainNodes
    self = plain[header.lowercased()] ?? .property(header, nil)
  }
}

private struct CSVPairReader {
  var graph = InterchangeGraph()
  var remarks = Remarks()
  private var index = NodeIndex()

  mutating func readNodes(_ bytes: [UInt8]) throws {
    let table = try CSVTable(bytes, part: 0, &remarks)
    guard let idColumn = table.roles.firstIndex(of: .id) else {
      throw InterchangeFault(
        "the header names no column of ids; call one 'id', or ':ID' as Neo4j does", line: 1, column: 1, part: 0)
    }
    for row in table.rows {
      let id = table.text(row, idColumn)
      guard index.add(id, at: graph.nodes.count) else {
        throw InterchangeFault("the node id '\(id)' comes twice; ids must differ", line: row.line, column: 1, part: 0)
      }
      var labels: [String] = []
      for (column, role) in table.roles.enumerated() where role == .labels {
        labels += table.text(row, column).pieces(at: table.listSeparator).filter { !$0.isEmpty }
      }
      let properties = remarks.properties(try table.properties(row))
      graph.nodes.append(InterchangeGraph.Node(id: id, labels: labels, properties: properties))
    }
  }

  mutating func readEdges(_ bytes: [UInt8]) throws {
    let table = try CSVTable(bytes, part: 1, &remarks)
    guard let from = table.roles.firstIndex(of: .source), let to = table.roles.firstIndex(of: .target) else {
      throw InterchangeFault(
        "the header names no columns of ends; call them 'source' and 'target', or ':START_ID' and ':END_ID' as Neo4j does",
        line: 1, column: 1, part: 1)
    }
    let type = table.roles.firstIndex(of: .type)
    for row in table.rows {
      let ends = try [from, to].map { column in
        let id = table.text(row, column)
        guard let position = index.position(of: id, &remarks) else {
          throw InterchangeFault(
            "an edge ends at '\(id)', which is no node of the file; add the node, or correct the edge", line: row.line,
            column: 1, part: 1)
        }
        return position
      }
      graph.edges.append(
        InterchangeGraph.Edge(
          id: "e\(graph.edges.count)", type: type.map { table.text(row, $0) } ?? "", source: ends[0], target: ends[1],
          properties: remarks.properties(try table.properties(row))))
    }
  }
}

/// A file of records with the meaning of its columns.
private struct CSVTable {
  struct Row {
    let fields: [CSVField]
    let line: Int
  }

  private(set) var roles: [CSVRole] = []
  private(set) var rows: [Row] = []
  private var headers: [String] = []
  private let part: Int
  /// Excel's files guard formulas and write decimal commas; those for Neo4j do neither.
  private var isFromExcel = true

  /// What stands between the elements of a list.
  var listSeparator: UInt8 { isFromExcel ? UInt8(ascii: "|") : UInt8(ascii: ";") }

  init(_ bytes: [UInt8], part: Int, _ remarks: inout Remarks) throws {
    self.part = part
    var reader = CSVText(Windows1252.text(of: bytes, &remarks), part: part)
    guard let header = try reader.next() else {
      throw InterchangeFault("the file is empty; it needs a header", line: 1, column: 1, part: part)
    }
    isFromExcel = !header.contains {
      [.id, .source].contains(CSVRole($0.text, isEdge: part == 1)) && $0.text.contains(":")
    }
    headers = header.map { isFromExcel ? FormulaGuard.unguarded($0.text) : $0.text }
    roles = headers.map { CSVRole($0, isEdge: part == 1) }
    while let fields = try reader.next() {
      guard fields.dropFirst(headers.count).allSatisfy({ $0.text.isEmpty }) else {
        throw InterchangeFault(
          "the record has \(fields.count) fields and the header \(headers.count); quote fields that hold a separator",
          line: reader.line, column: 1, part: part)
      }
      if fields.count < headers.count {
        remarks.note("a record has fewer fields than the header; what is missing is empty")
      }
      rows.append(Row(fields: fields, line: reader.line))
    }
    guessColumns()
  }

  /// Gives columns without a type the kind that all their cells have in common.
  private mutating func guessColumns() {
    for (column, role) in roles.enumerated() {
      guard case .property(let name, nil) = role else { continue }
      var kinds: Set<CSVColumn.Scalar> = []
      for row in rows {
        let text = text(row, column)
        if !text.isEmpty { kinds.insert(CSVColumn.guess(text)) }
        if kinds.count > 1 { break }
      }
      let kind = kinds.count == 1 ? kinds.first : nil
      roles[column] = .property(name, kind.flatMap { CSVColumn(word: $0.rawValue) } ?? .text)
    }
  }

  /// A field without its guard; empty where the record is short.
  func text(_ row: Row, _ column: Int) -> String {
    guard column < row.fields.count else { return "" }
    let text = row.fields[column].text
    return isFromExcel ? FormulaGuard.unguarded(text) : text
  }

  func properties(_ row: Row) throws -> [(String, Value)] {
    var properties: [(String, Value)] = []
    for (column, role) in roles.enumerated() where column < row.fields.count {
      guard case .property(let name, let kind?) = role else { continue }
      let text = text(row, column)
      if text.isEmpty, !(row.fields[column].isQuoted && kind.scalar == .string && !kind.isList) { continue }
      guard let value = value(text, kind) else {
        throw InterchangeFault(
          "'\(text.prefix(40))' is no \(kind.word); correct the value, or the type in the header '\(headers[column])'",
          line: row.line, column: 1, part: part)
      }
      properties.append((name, value))
    }
    return properties
  }

  private func value(_ text: String, _ kind: CSVColumn) -> Value? {
    guard kind.isList else { return scalar(text, kind.scalar ?? .string) }
    let values = text.pieces(at: listSeparator).map { scalar($0, kind.scalar ?? .string) }
    return values.contains(nil) ? nil : .list(values.compactMap(\.self))
  }

  private func scalar(_ text: String, _ kind: CSVColumn.Scalar) -> Value? {
    switch kind {
    case .string: return CSVWrapping.value(of: text) ?? .string(text)
    case .boolean:
      return ["true": true, "wahr": true, "1": true, "false": false, "falsch": false, "0": false][text.lowercased()]
        .map(Value.boolean)
    case .long: return Int64(text).map(Value.integer)
    case .double:
      return ValueText.float(text.replacing(",", with: ".", maxReplacements: 1)).map(Value.float)
    case .date: return (CSVColumn.date(text).map(Temporal.date) ?? temporal(text, "date")).map(Value.temporal)
    case .localtime, .time, .localdatetime, .datetime, .duration:
      return temporal(text, kind.rawValue).map(Value.temporal)
    case .point: return Point(entries: text).map(Value.point)
    }
  }

  private func temporal(_ text: String, _ kind: String) -> Temporal? {
    guard let moment = Temporal(text) else { return nil }
    return CSVColumn(.temporal(moment), .neo4j).word == kind ? moment : nil
  }
}

extension Point {
  /// A place from its coordinates by name, as Neo4j's import reads them: `{latitude: 51.2, longitude: 6.7, crs: 'wgs-84'}`.
  init?(entries text: String) {
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    var numbers: [String: Double] = [:]
    var name: String?
    for entry in text.dropFirst().dropLast().split(separator: ",") {
      let parts = entry.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else { return nil }
      if parts[0] == "crs" {
        name = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "'\"")).lowercased()
      } else {
        guard let number = ValueText.float(parts[1]) else { return nil }
        numbers[parts[0]] = number
      }
    }
    guard let x = numbers["x"] ?? numbers["longitude"], let y = numbers["y"] ?? numbers["latitude"] else { return nil }
    let z = numbers["z"] ?? numbers["height"]
    let isOnGlobe = numbers["longitude"] != nil
    let standard: System = z == nil ? (isOnGlobe ? .wgs84 : .cartesian) : (isOnGlobe ? .wgs84WithHeight : .cartesian3D)
    guard let system = name.map({ name in System.allCases.first { $0.name == name } }) ?? standard else { return nil }
    self.init(system, x: x, y: y, z: z ?? 0)
  }
}

extension String {
  /// The pieces between the bytes of a separator: characters would hide one that a combining mark follows.
  fileprivate func pieces(at separator: UInt8) -> [String] {
    utf8.split(separator: separator, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }
}
