import GraphModel

/// The elements of a graph as GraphML, some hundred neighbours at a time: start tags, kinds, each property and looks are columns.
struct GraphMLElements: Sendable {
  private typealias Column = (name: String, texts: ColumnTexts)

  private let source: any GraphSource
  private let ids: NodeIDs
  private let nodeColumns: [Column]
  private let edgeColumns: [Column]
  private let looks: YEdLooks?

  /// What stands around the ids of an element; no number of an edge is longer than a piece may be.
  private let nodeStart = ShortText("<node id=\"")
  private let edgeStart = ShortText("<edge id=\"")
  private let sourceStart = ShortText("\" source=\"")
  private let targetStart = ShortText("\" target=\"")
  private let tagEnd = ShortText("\">")
  private static let room = 5 * ByteBuffer.slack

  /// Prepares the elements.
  ///
  /// - Parameter remarks: Takes what XML cannot hold of the nodes' ids.
  init(
    _ source: any GraphSource, _ nodeColumns: GraphML.Columns, _ edgeColumns: GraphML.Columns, _ looks: YEdLooks?,
    _ remarks: inout Remarks
  ) {
    (self.source, self.looks) = (source, looks)
    ids = source.nodeIDs.escapedForXML(&remarks)
    self.nodeColumns = Self.columns(nodeColumns, .node)
    self.edgeColumns = Self.columns(edgeColumns, .edge)
  }

  private static func columns(_ columns: GraphML.Columns, _ kind: ElementKind) -> [Column] {
    columns.names.indices.map { column in
      (columns.names[column], ColumnTexts(columns.kinds[column], key: "\(GraphML.prefix(kind))\(column)"))
    }
  }

  /// All nodes or all edges.
  func section(_ kind: ElementKind) -> TextSection<Cells> {
    let end = ShortText(kind == .node ? "</node>\n" : "</edge>\n")
    return TextSection(count: kind == .node ? source.nodeCount : source.edgeCount) { positions, cells, sink in
      cells.begin(rows: positions.count)
      addStarts(kind, positions, to: &cells)
      addKinds(kind, positions, to: &cells)
      addProperties(kind, positions, to: &cells)
      if let looks { addLooks(looks, kind, positions, to: &cells) }
      cells.write(to: &sink, rowEnd: end)
    }
  }

  private func addStarts(_ kind: ElementKind, _ positions: Range<Int>, to cells: inout Cells) {
    let first = positions.lowerBound
    cells.beginColumn()
    switch kind {
    case .node: for position in positions { addNodeStart(position, position - first, to: &cells) }
    case .edge: for position in positions { addEdgeStart(position, position - first, to: &cells) }
    }
  }

  @inline(__always)
  private func addNodeStart(_ position: Int, _ row: Int, to cells: inout Cells) {
    cells.add(row, atMost: Self.room + ids.count(position)) { target in
      var end = target
      end += nodeStart.write(at: end)
      end += ids.write(position, at: end)
      end += tagEnd.write(at: end)
      return end - target
    }
  }

  @inline(__always)
  private func addEdgeStart(_ position: Int, _ row: Int, to cells: inout Cells) {
    let ends = source.ends(ofEdge: position)
    guard let number = source.idNumber(ofEdge: position) else {
      return cells.add(row) { writeEdgeStart(source.id(ofEdge: position), ends, to: &$0) }
    }
    cells.add(row, atMost: Self.room + ids.count(ends.source) + ids.count(ends.target)) { target in
      var end = target
      end += edgeStart.write(at: end)
      end[0] = UInt8(ascii: "e")
      end += 1 + DecimalText.write(UInt64(number), at: end + 1)
      end += sourceStart.write(at: end)
      end += ids.write(ends.source, at: end)
      end += targetStart.write(at: end)
      end += ids.write(ends.target, at: end)
      end += tagEnd.write(at: end)
      return end - target
    }
  }

  /// The start tag of an edge of another graph, whose id may be any text.
  private func writeEdgeStart(_ id: String, _ ends: (source: Int, target: Int), to sink: inout TextSink) {
    sink.append(edgeStart)
    sink.appendXML(id)
    sink.append(sourceStart)
    sink.append(atMost: ids.count(ends.source)) { ids.write(ends.source, at: $0) }
    sink.append(targetStart)
    sink.append(atMost: ids.count(ends.target)) { ids.write(ends.target, at: $0) }
    sink.append(tagEnd)
  }

  /// Adds labels or types: those of one number are made once.
  private func addKinds(_ kind: ElementKind, _ positions: Range<Int>, to cells: inout Cells) {
    cells.beginColumn()
    for position in positions {
      let row = position - positions.lowerBound
      let number = kind == .node ? source.labelSet(ofNode: position) : source.typeNumber(ofEdge: position)
      if let number, cells.addKnown(row, number) { continue }
      cells.add(row) { kind == .node ? writeLabels(position, to: &$0) : writeType(position, to: &$0) }
      if let number { cells.number(row, number) }
    }
  }

  private func addProperties(_ kind: ElementKind, _ positions: Range<Int>, to cells: inout Cells) {
    for column in kind == .node ? nodeColumns : edgeColumns {
      cells.beginColumn()
      source.withValues(of: column.name, kind, in: positions) { column.texts.write($0, to: &cells) }
    }
  }

  private func addLooks(_ looks: YEdLooks, _ kind: ElementKind, _ positions: Range<Int>, to cells: inout Cells) {
    cells.beginColumn()
    for position in positions {
      cells.add(position - positions.lowerBound) {
        kind == .node
          ? looks.write(source.node(at: position), to: &$0) : looks.write(source.edge(at: position), to: &$0)
      }
    }
  }

  private func writeLabels(_ position: Int, to sink: inout TextSink) {
    let labels = source.labels(ofNode: position)
    guard !labels.isEmpty else { return }
    sink.append(literal: "<data key=\"labels\">")
    sink.appendXML(GraphML.joined(labels))
    sink.append(literal: "</data>")
  }

  private func writeType(_ position: Int, to sink: inout TextSink) {
    sink.append(literal: "<data key=\"label\">")
    sink.appendXML(source.type(ofEdge: position))
    sink.append(literal: "</data>")
  }
}
