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

  /// All nodes.
  var nodes: TextSection<Cells> {
    let end = ShortText("</node>\n")
    return TextSection(count: source.nodeCount) { positions, cells, sink in
      cells.begin(rows: positions.count)
      cells.beginColumn()
      for position in positions { addNodeStart(position, position - positions.lowerBound, to: &cells) }
      addKinds(positions, source.labelSet(ofNode:), to: &cells) { writeLabels($0, to: &$1) }
      addProperties(.node, positions, nodeColumns, to: &cells)
      if let looks { addLooks(positions, to: &cells) { looks.write(source.node(at: $0), to: &$1) } }
      cells.write(to: &sink, rowEnd: end)
    }
  }

  /// All edges.
  var edges: TextSection<Cells> {
    let end = ShortText("</edge>\n")
    return TextSection(count: source.edgeCount) { positions, cells, sink in
      cells.begin(rows: positions.count)
      cells.beginColumn()
      for position in positions { addEdgeStart(position, position - positions.lowerBound, to: &cells) }
      addKinds(positions, source.typeNumber(ofEdge:), to: &cells) { writeType($0, to: &$1) }
      addProperties(.edge, positions, edgeColumns, to: &cells)
      if let looks { addLooks(positions, to: &cells) { looks.write(source.edge(at: $0), to: &$1) } }
      cells.write(to: &sink, rowEnd: end)
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
      let ends = (source.id(ofNode: ends.source), source.id(ofNode: ends.target))
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
  private func writeEdgeStart(_ id: String, _ ends: (source: String, target: String), to sink: inout TextSink) {
    sink.append(edgeStart)
    sink.appendXML(id)
    sink.append(sourceStart)
    sink.appendXML(ends.source)
    sink.append(targetStart)
    sink.appendXML(ends.target)
    sink.append(tagEnd)
  }

  /// Adds labels or types: those of one number are made once.
  private func addKinds(
    _ positions: Range<Int>, _ number: (Int) -> Int?, to cells: inout Cells, _ write: (Int, inout TextSink) -> Void
  ) {
    cells.beginColumn()
    for position in positions {
      let (row, number) = (position - positions.lowerBound, number(position))
      if let number, cells.addKnown(row, number) { continue }
      let remarks = cells.remarks
      cells.add(row) { write(position, &$0) }
      // Of a text that loses something each use is counted, so that it is made each time.
      if let number, cells.remarks == remarks { cells.number(row, number) }
    }
  }

  private func addProperties(
    _ kind: ElementKind, _ positions: Range<Int>, _ columns: [Column], to cells: inout Cells
  ) {
    for column in columns {
      cells.beginColumn()
      source.withValues(of: column.name, kind, in: positions) { column.texts.write($0, to: &cells) }
    }
  }

  private func addLooks(_ positions: Range<Int>, to cells: inout Cells, _ write: (Int, inout TextSink) -> Void) {
    cells.beginColumn()
    for position in positions { cells.add(position - positions.lowerBound) { write(position, &$0) } }
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
