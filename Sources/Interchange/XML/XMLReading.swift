import Foundation
import FoundationXML
import GraphModel

/// What the readers of XML formats share: the parser, the place of a fault, and nodes and edges as they come.
class XMLGraphReader: NSObject, XMLParserDelegate {
  struct PendingEdge {
    let id: String?
    let source: String
    let target: String
    let line: Int
    let column: Int
    var type = ""
    var properties: [(String, Value)] = []
  }

  enum Element { case node, edge }

  private var fault: InterchangeFault?
  /// Whether the root element has begun, and whether it has ended.
  var isOpened = false
  var isClosed = false
  var hasGraph = false
  var isDirected = true
  /// The element that properties belong to now.
  var open: Element?
  var remarks = Remarks()
  /// The text that is gathered between two tags; `nil` where text means nothing.
  var text: String?
  private var nodes: [InterchangeGraph.Node] = []
  private var index = NodeIndex()
  private var pending: [PendingEdge] = []

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - name: What the format is called in messages.
  ///   - root: The name of the root element.
  func read(_ bytes: [UInt8], as name: String, root: String) throws -> GraphFormat.Content {
    try InterchangeFault.refuseEmpty(bytes)
    try XMLProlog.check(bytes)
    try checkEnd(of: bytes, root)
    // In pieces: libxml2 refuses more than 10 million bytes at once, although it has read them all.
    let parser = XMLParser(stream: InputStream(data: Data(bytes)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    let isWhole = parser.parse()
    if let fault { throw fault }
    // On Linux the parser calls a file whole that ends too early, although it sets an error.
    let isCut = isWhole && isOpened && !isClosed
    guard isWhole, !isCut, parser.parserError == nil else {
      throw InterchangeFault(
        isCut
          ? "the file ends before </\(root)>; it was probably cut off, so copy or export it again"
          : "this is not well-formed XML; look for a missing or crossed tag, or an & that is not written &amp;",
        line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
    }
    guard hasGraph else {
      throw InterchangeFault("the file has no <graph>; is it \(name)?", line: 1, column: 1)
    }
    return try finish()
  }

  /// Refuses what was cut off within a tag, of which the parser would hand over the half, and before the first one.
  private func checkEnd(of bytes: [UInt8], _ root: String) throws(InterchangeFault) {
    let line = 1 + bytes.count { $0 == 0x0A }
    let column = bytes.count - (bytes.lastIndex(of: 0x0A) ?? -1)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard text.first(where: { !InterchangeFault.blanks.contains($0) }) == UInt8(ascii: "<") else {
      throw InterchangeFault("this is no XML: it does not begin with '<'; is it another format?", line: 1, column: 1)
    }
    guard bytes.last(where: { !InterchangeFault.blanks.contains($0) }) == UInt8(ascii: ">") else {
      throw InterchangeFault(
        "the file ends before its last tag is complete; it may have been cut off", line: line, column: 1)
    }
    guard XMLProlog.isAll(of: bytes) else { return }
    throw InterchangeFault(
      "the file ends before <\(root)>; it was probably cut off, so copy or export it again", line: line, column: column)
  }

  // Subclasses say what elements mean; a protocol's defaults could not be overridden.

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {}

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {}

  func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { text? += String(decoding: block, as: UTF8.self) }

  /// Ends the reading with a fault at this place.
  func stop(_ parser: XMLParser, _ message: String) {
    if fault == nil { fault = InterchangeFault(message, line: parser.lineNumber, column: parser.columnNumber) }
    parser.abortParsing()
  }

  /// Remarks attributes of an element that mean nothing here; those with a prefix are for other programs.
  func noteRest(of given: [String: String], but known: Set<String>) {
    let rest = given.keys.count { !known.contains($0) && !$0.contains(":") && $0 != "xmlns" }
    remarks.note("an attribute that means nothing here passed over", count: rest)
  }

  /// Begins a node.
  func addNode(_ attributes: [String: String], _ parser: XMLParser) {
    guard let id = attributes["id"] else { return stop(parser, "a <node> has no id; give it one") }
    guard index.add(id, at: nodes.count) else {
      return stop(parser, "the node id '\(id)' comes twice; ids must differ")
    }
    nodes.append(InterchangeGraph.Node(id: id))
    open = .node
  }

  /// Begins an edge.
  func addEdge(_ attributes: [String: String], isDirected: Bool, _ parser: XMLParser) {
    guard let source = attributes["source"], let target = attributes["target"] else {
      return stop(parser, "an <edge> has no source or no target; name both")
    }
    if !isDirected { remarks.note("an undirected edge read as one from source to target") }
    pending.append(
      PendingEdge(
        id: attributes["id"], source: source, target: target, line: parser.lineNumber, column: parser.columnNumber))
    open = .edge
  }

  /// Changes the node that came last.
  func changeNode(_ body: (inout InterchangeGraph.Node) -> Void) { if !nodes.isEmpty { body(&nodes[nodes.count - 1]) } }

  /// Changes the edge that came last.
  func changeEdge(_ body: (inout PendingEdge) -> Void) { if !pending.isEmpty { body(&pending[pending.count - 1]) } }

  private func finish() throws -> GraphFormat.Content {
    var graph = InterchangeGraph()
    graph.nodes = nodes
    graph.edges.reserveCapacity(pending.count)
    for edge in pending {
      guard let source = index.position(of: edge.source, &remarks) else { throw missing(edge.source, edge) }
      guard let target = index.position(of: edge.target, &remarks) else { throw missing(edge.target, edge) }
      graph.edges.append(
        InterchangeGraph.Edge(
          id: "", type: edge.type, source: source, target: target, properties: remarks.properties(edge.properties)))
    }
    graph.nameEdges(pending.map(\.id), &remarks)
    if graph.edges.isEmpty { remarks.note("the file has no edges") }
    return (graph, remarks)
  }

  private func missing(_ end: String, _ edge: PendingEdge) -> InterchangeFault {
    InterchangeFault(
      "an edge ends at '\(end)', which is no node of the file; add the node, or correct the edge", line: edge.line,
      column: edge.column)
  }
}
