import GraphModel

extension CSVDialect {
  /// Writes the file of nodes and the file of edges.
  func write(_ source: any GraphSource, to sink: inout TextSink) throws {
    typealias Columns = PropertyColumns<CSVColumn>
    let ids = isWindows1252 ? source.nodeIDs.held(&sink.remarks, Windows1252.standIn) : source.nodeIDs
    let nodeColumns = Columns(source, of: .node, alike: []) { CSVColumn.join($0, $1, self) }
    try writeHeader(isEdge: false, nodeColumns, to: &sink)
    try sink.writeInOrder(source.nodeCount) { position, sink in
      let node = source.node(at: position)
      let labels = joined(node.labels, &sink.remarks)
      writeRow([field(ids[position]), field(labels)], node.properties, nodeColumns, to: &sink)
    }
    try sink.begin(part: 1)
    let edgeColumns = Columns(source, of: .edge, alike: []) { CSVColumn.join($0, $1, self) }
    try writeHeader(isEdge: true, edgeColumns, to: &sink)
    try sink.writeInOrder(source.edgeCount) { position, sink in
      let edge = source.edge(at: position)
      if edge.type.isEmpty, !isForExcel { sink.remarks.note("an edge without a type, which Neo4j refuses") }
      sink.remarks.noteLostID(of: edge)
      let ends = [edge.source, edge.target].map { field(ids[$0]) }
      writeRow(ends + [field(edge.type)], edge.properties, edgeColumns, to: &sink)
    }
    try sink.flush()
  }

  private func writeHeader(isEdge: Bool, _ columns: PropertyColumns<CSVColumn>, to sink: inout TextSink) throws {
    if isForExcel, !isWindows1252 { try sink.write("\u{FEFF}") }
    let held = isWindows1252 ? DistinctTexts.held(columns.names, &sink.remarks, Windows1252.standIn) : columns.names
    let names = zip(held, columns.kinds).map { name, column in
      let isClear = !name.isEmpty && !name.utf8.contains(58) && !CSVRole.isTaken(name, isEdge: isEdge)
      let isPlain = isForExcel && !column.isAmbiguous && isClear
      return quoted(isForExcel ? FormulaGuard.guarded(name) : name, and: isPlain ? "" : ":" + column.word)
    }
    writeLine(structure(isEdge: isEdge, hasID: columns.names.contains("id")) + names, to: &sink)
  }

  private func writeRow(
    _ structure: [String], _ properties: [InterchangeGraph.Property], _ columns: PropertyColumns<CSVColumn>,
    to sink: inout TextSink
  ) {
    var cells = structure + Array(repeating: "", count: columns.names.count)
    var position = -1
    for property in properties {
      position = columns.position(of: property.key, after: position)
      cells[structure.count + position] = cell(property.value, columns.kinds[position], &sink.remarks)
    }
    writeLine(cells, to: &sink)
  }

  private func writeLine(_ cells: [String], to sink: inout TextSink) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { sink.append(separator) }
      if isWindows1252 {
        sink.append { buffer, remarks in Windows1252.append(cell, to: &buffer, &remarks) }
      } else {
        sink.append(cell)
      }
    }
    sink.append(isForExcel ? "\r\n" : "\n")
  }

  /// A value as a cell; an absent value is an empty one, so that empty text stands in quotes.
  private func cell(_ value: Value, _ column: CSVColumn, _ remarks: inout Remarks) -> String {
    if isForExcel, case .string(let text) = value, text.utf8.first == 48, text.utf8.count > 1,
      text.utf8.allSatisfy({ (48...57).contains($0) })
    {
      remarks.note("a key with leading zeros, which Excel drops unless the column is imported as text")
    }
    if column.isList, case .list(let values) = value { return field(values.map(text).joined(separator: listMark)) }
    if column.scalar == nil || CSVWrapping.value(of: value.text ?? "") != nil {
      guard let text = value.text, CSVWrapping.value(of: text) == nil else { return field(CSVWrapping.wrapped(value)) }
      return field(text)
    }
    if case .string(let text) = value { return field(text) }
    return quoted(text(of: value))
  }

  /// A plain value as text; empty for lists and maps.
  func text(of value: Value) -> String {
    switch value {
    case .string(let text): text
    case .boolean(let flag): isForExcel ? (flag ? "WAHR" : "FALSCH") : String(flag)
    case .integer(let number): String(number)
    case .float(let number): isForExcel ? text(ofFloat: number) : value.description
    case .temporal(let moment): moment.description
    case .point(let point): String(point.description.dropFirst("point(".count).dropLast())
    case .null, .list, .map, .node, .edge, .path: ""
    }
  }

  private func text(ofFloat number: Double) -> String {
    let text = ValueText.text(ofFloat: number)
    return text.replacing(".", with: ",", maxReplacements: 1)
  }

  private func joined(_ labels: [String], _ remarks: inout Remarks) -> String {
    labels.map { label in
      guard label.utf8.contains(listSeparator) || label.isEmpty else { return label }
      remarks.note("a label that is empty or has '\(listMark)' in it, written with '_'")
      return label.isEmpty ? "_" : label.replacingScalars { $0.value == UInt32(listSeparator) ? "_" : nil }
    }.joined(separator: listMark)
  }

  private var listMark: String { String(Unicode.Scalar(listSeparator)) }

  /// Text as a field, guarded where Excel would take it for a formula.
  private func field(_ text: String) -> String {
    if text.isEmpty { return "\"\"" }
    return quoted(isForExcel ? FormulaGuard.guarded(text) : text)
  }

  private func quoted(_ text: String, and ending: String = "") -> String {
    let isSpecial = text.utf8.contains { $0 == separator || $0 == 34 || $0 == 10 || $0 == 13 }
    // Blanks at the ends belong to the field, but some readers drop them without quotes.
    guard isSpecial || text.utf8.first == 32 || text.utf8.last == 32 else { return text + ending }
    return "\"" + text.replacingScalars { $0 == "\"" ? "\"\"" : nil } + ending + "\""
  }
}
