import Diagrams
import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import TestSupport
import Testing

/// What files that others have written, or meant to do harm with, lead to.
@Suite struct GraphMLReadingTests {
  private func read(_ text: String) throws -> (graph: InterchangeGraph, remarks: Remarks) {
    let format = try #require(FormatCatalog.format(named: "graphml"))
    let read = try #require(format.files)
    return try read([Array(text.utf8)])
  }

  @Test func `defaults and undirected edges are taken over`() throws {
    let (graph, remarks) = try read(
      """
      <graphml><key id="k" for="node" attr.name="c" attr.type="int"><default>7</default></key>
      <graph edgedefault="undirected"><node id="a"/><node id="b"><data key="k"> 8 </data></node>
      <edge source="a" target="b"/></graph></graphml>
      """)
    #expect(graph.nodes.map { $0.properties.first?.value } == [.integer(7), .integer(8)])
    #expect(graph.edges.count == 1)
    #expect(remarks.line == "an undirected edge read as one from source to target")
  }

  @Test func `a bomb of entities is refused before it is parsed`() {
    let bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><graphml>&b;</graphml>"
    #expect { try read(bomb) } throws: { ($0 as? InterchangeFault)?.line == 2 }
  }

  @Test(arguments: ["{\"nodes\": []}", "\u{FEFF}id;name\n", " x"]) func `what is no XML is called so`(text: String) {
    #expect {
      try read(text)
    } throws: {
      ($0 as? InterchangeFault)?.message == "this is no XML: it does not begin with '<'; is it another format?"
    }
  }

  @Test func `an edge to nowhere is named with its line`() {
    let text = "<graphml><graph>\n<node id=\"a\"/>\n<edge source=\"a\" target=\"x\"/></graph></graphml>"
    #expect {
      try read(text)
    } throws: { error in
      let fault = error as? InterchangeFault
      return fault?.line == 3
        && fault?.message == "an edge ends at 'x', which is no node of the file; add the node, or correct the edge"
    }
  }
}

/// Whatever is missing at the end of a file, the message says that it was cut off and where.
@Suite struct CutFilesTests {
  @Test(arguments: [
    ("gexf", "<gexf version=\"1.3\">|<graph>|\n<nodes>|<node id=\"a\"/>|\n</nodes>|</graph>|\n</gexf>"),
    ("graphml", "<?xml version=\"1.0\"?>\n<graphml>|<graph>|\n<node id=\"a\">|\n</node>|</graph>|</graphml>"),
  ])
  func `cut between two tags`(_ name: String, _ text: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    let read = try #require(format.files)
    let parts = text.split(separator: "|")
    #expect(try read([Array(parts.joined().utf8)]).graph.nodes.count == 1)
    for count in 1..<parts.count {
      let cut = parts.prefix(count).joined()
      let line = 1 + cut.count { $0 == "\n" }
      #expect {
        try read([Array(cut.utf8)])
      } throws: {
        guard let fault = $0 as? InterchangeFault else { return false }
        return fault.message.hasPrefix("the file ends before </\(name)>; it was probably cut off") && fault.line == line
      }
    }
    for blank in ["", "\n \n"] {
      #expect(throws: InterchangeFault("the file is empty; copy or export it again")) { try read([Array(blank.utf8)]) }
    }
  }
}

/// Files of yEd, Gephi, Excel, Neo4j and Graphviz.
@Suite struct ForeignFilesTests {
  private func read(_ name: String, _ files: [UInt8]...) throws -> GraphFormat.Content {
    let format = try #require(FormatCatalog.format(named: name))
    let read = try #require(format.files)
    return try read(files)
  }

  private func value(_ graph: InterchangeGraph, _ node: Int, _ key: String) -> Value? {
    graph.nodes[node].properties.first { $0.key == key }?.value
  }

  @Test func `labels, colours and places of yEd become properties`() throws {
    let text = """
      <graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d6" yfiles.type="nodegraphics"/>
      <key for="edge" id="d9" yfiles.type="edgegraphics"/><graph edgedefault="directed">
      <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30" width="30" x="10" y="20.5"/>
      <y:Fill color="#FFCC00"/><y:NodeLabel> Rathaus </y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node>
      <node id="n1"/><edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge><y:EdgeLabel>kennt</y:EdgeLabel>
      </y:PolyLineEdge></data></edge></graph></graphml>
      """
    let graph = try read("graphml", Array(text.utf8)).graph
    let expected: [(String, Value)] = [
      ("color", .string("#FFCC00")), ("name", .string("Rathaus")), ("shape", .string("ellipse")), ("x", .float(10)),
      ("y", .float(-20.5)),
    ]
    #expect(graph.nodes[0].properties == ValueMap(expected).entries)
    #expect(graph.edges[0].type == "kennt")
  }

  @Test func `colours, places and lists of Gephi become properties`() throws {
    let text = """
      <gexf xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><meta><creator>Gephi 0.10.1</creator></meta><graph defaultedgetype="undirected">
      <attributes class="node"><attribute id="d0" title="tags" type="liststring"/>
      <attribute id="d1" title="rank" type="integer"><default>7</default></attribute></attributes>
      <nodes><node id="a" label="A &amp; B"><attvalues><attvalue for="d0" value="[x, y]"/></attvalues>
      <viz:size value="10.0"/><viz:position x="1" y="2.5"/><viz:color r="255" g="0" b="10"/></node><node id="b" label="b"/>
      </nodes><edges><edge source="a" target="b" weight="2.0" label="L"/></edges></graph></gexf>
      """
    let (graph, remarks) = try read("gexf", Array(text.utf8))
    let expected: [(String, Value)] = [
      ("color", .string("#FF000A")), ("name", .string("A & B")), ("rank", .integer(7)), ("size", .float(10)),
      ("tags", .list([.string("x"), .string("y")])), ("x", .float(1)), ("y", .float(2.5)),
    ]
    #expect(graph.nodes[0].properties == ValueMap(expected).entries)
    #expect(graph.edges[0].type == "L" && graph.edges[0].properties == [.init(key: "weight", value: .float(2))])
    #expect(remarks.line == "an undirected edge read as one from source to target")
  }

  @Test func `Excel's own way of saving is understood`() throws {
    // Windows-1252, dates as people write them, decimal commas, German words for truth.
    let nodes =
      Array("sep=;\r\nid;Name;Einwohner;Fl".utf8) + [0xE4]
      + Array("che;Stand;OZG;PLZ\r\n1;M".utf8) + [0xFC] + Array("nster;320946;303,28;28.02.2024;WAHR;04109\r\n".utf8)
      + Array("2;\"Ulm; Donau\";;;;FALSCH;89073\r\n".utf8)
    let edges = Array("Von;Nach;Typ\r\n1;2;kennt\r\n".utf8)
    let (graph, remarks) = try read("excel", nodes, edges)
    #expect(graph.nodes.map(\.id) == ["1", "2"])
    #expect(value(graph, 0, "Name")?.text == "Münster")
    #expect(value(graph, 0, "Einwohner") == .integer(320946))
    #expect(value(graph, 0, "Fläche") == .float(303.28))
    #expect(value(graph, 0, "Stand") == CalendarDate(year: 2024, month: 2, day: 28).map { .temporal(.date($0)) })
    #expect(value(graph, 1, "OZG") == .boolean(false))
    // A column in which one cell has a leading zero is a column of keys.
    #expect(value(graph, 1, "PLZ")?.text == "89073")
    #expect(value(graph, 1, "Name")?.text == "Ulm; Donau" && value(graph, 1, "Einwohner") == nil)
    #expect(graph.edges.map(\.type) == ["kennt"])
    #expect(remarks.line == "a file read as Windows-1252 (2 times)".replacing(" (2 times)", with: ""))
  }

  @Test func `Neo4j's header is understood`() throws {
    let nodes = """
      personId:ID(Person),name,born:int,tags:string[],since:date,place:point,:LABEL,rest:IGNORE
      p1,Ada,1815,"a;b",1840-01-02,"{latitude: 51.5, longitude: -0.1}",Person;Pioneer,x
      p2,"",,,,,Person,
      """
    let edges = ":START_ID(Person),:END_ID(Person),:TYPE,w:double\np1,p2,KNOWS,0.5\n"
    let graph = try read("neo4j-csv", Array(nodes.utf8), Array(edges.utf8)).graph
    #expect(graph.nodes[0].labels == ["Person", "Pioneer"])
    #expect(value(graph, 0, "born") == .integer(1815))
    #expect(value(graph, 0, "tags") == .list([.string("a"), .string("b")]))
    #expect(value(graph, 0, "place") == .point(Point(.wgs84, x: -0.1, y: 51.5)))
    #expect(value(graph, 0, "rest") == nil)
    #expect(value(graph, 1, "name") == .string("") && value(graph, 1, "born") == nil)
    #expect(graph.edges[0].properties == [.init(key: "w", value: .float(0.5))])
  }

  @Test func `no cell is a formula`() throws {
    var graph = InterchangeGraph()
    for text in ["=1+1", "+49 30", "-x", "@SUM(A1)", "\tx", "'=1", "''", "＝1"] {
      graph.nodes.append(.init(id: text, labels: [text], properties: [.init(key: "=a", value: .string(text))]))
    }
    let format = try #require(FormatCatalog.format(named: "excel"))
    let files = try RoundTripTests.files(graph, format).bytes
    let cells = String(decoding: files[0], as: UTF8.self).dropFirst().split(whereSeparator: {
      $0 == ";" || $0.isNewline
    })
    for cell in cells {
      let first = (cell.hasPrefix("\"") ? cell.dropFirst() : cell).first
      #expect(first.map { !"=+-@\t＝".contains($0) } ?? true, "\(cell)")
    }
    #expect(try read("excel", files[0], files[1]).graph == graph)
  }

  @Test func `links are edges and a file without any is remarked`() throws {
    let links = #"{"nodes": [{"id": 1}, {"id": 2}], "links": [{"source": 1, "target": 2}]}"#
    let (graph, remarks) = try read("node-link", Array(links.utf8))
    #expect(graph.edges.count == 1 && remarks.isEmpty)
    let none = #"{"nodes": [{"id": 1}], "connections": []}"#
    #expect(try read("node-link", Array(none.utf8)).remarks.line == "the file has no edges")
  }

  @Test func `edges with one id are told apart, and keep it as a property`() throws {
    let text = """
      {"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "a", "key": "road"}, {"source": "a", "target": "a"},
      {"source": "a", "target": "a", "key": "road"}, {"source": "a", "target": "a", "key": "e1"},
      {"source": "a", "target": "a", "key": "road", "id": 7}]}
      """
    let (graph, remarks) = try read("node-link", Array(text.utf8))
    #expect(graph.edges.map(\.id) == ["road", "e5", "e2", "e1", "e4"])
    #expect(graph.edges.map { $0.properties.first?.value } == [nil, nil, .string("road"), nil, .integer(7)])
    let kept = "the id of an edge, which another one has too, kept as its property 'id'"
    #expect(remarks.line == "the id of an edge left out: its property 'id' stays; \(kept)")
  }

  /// What XML files of others say that has no place here is remarked, and looks and weights that are no numbers are refused.
  @Test(arguments: [
    (
      "gexf", "<meta><creator>x</creator><description>D</description></meta>",
      "a statement about the whole graph passed over"
    ),
    ("gexf", "<meta><description></description></meta>", ""),
    ("gexf", "<node id='a' foo='1' viz:x='2'/>", "an attribute that means nothing here passed over"),
    ("gexf", "<node id='a' start='1'/>", "times of elements passed over"),
    (
      "gexf", "<nodes><node id='a'><nodes><node id='b' pid='a'/></nodes></node><node id='c'/></nodes>",
      "a node inside another read as one beside it"
    ),
    ("gexf", "<node id='a'/><edge source='a' target='a' kind='K' label='L' weight='2'/>", "label: L, weight: 2.0"),
    ("gexf", "<node id='a'/><edge source='a' target='a' kind='K' weight=' INF '/>", "weight: Infinity"),
    ("gexf", "<node id='a'><viz:position x='1' y='2' z='0.0'/></node>", "x: 1.0, y: 2.0"),
    ("gexf", "<node id='a'><viz:position x='1' y='2' z='3'/></node>", "x: 1.0, y: 2.0, z: 3.0"),
    (
      "gexf", "<node id='a'/><edge source='a' target='a' weight='heavy'/>", "'heavy' in <edge> is no number; correct it"
    ),
    ("gexf", "<node id='a'><viz:size value='big'/></node>", "'big' in <viz:size> is no number; correct it"),
    ("gexf", "<node id='a'><viz:color r='256' g='0' b='0'/></node>", "<viz:color> has no r from 0 to 255; correct it"),
    ("graphml", "<desc>D</desc><node id='a'/>", "a <desc> passed over"),
    ("graphml", "<node id='a' x='1' y:z='1'/>", "an attribute that means nothing here passed over"),
    ("graphml", "<key id='k'/><node id='a'><data key='k'>s<b>t</b></data></node>", "a <b> passed over; k: st"),
    ("graphml", "<key id='k' attr.type='zonk'/><node id='a'/>", "a <key> of an unknown type read as text"),
    ("graphml", "<key id='k'/><key id='k'/>", "the key 'k' comes twice; ids must differ"),
  ])
  func `what has no place is said`(name: String, inner: String, answer: String) throws {
    let graph = name == "gexf" ? "<graph defaultedgetype='directed'>" : "<graph>"
    let inner = inner.hasPrefix("<meta") ? inner + graph : graph + inner
    let text = "<\(name) xmlns:viz='v' xmlns:y='y'>\(inner)</graph></\(name)>"
    do {
      let (graph, remarks) = try read(name, Array(text.utf8))
      let said = (graph.nodes.map(\.properties) + graph.edges.map(\.properties)).joined().map {
        "\($0.key): \($0.value)"
      }
      #expect(remarks.counted.allSatisfy { $0.count == 1 }, "\(remarks.line)")
      let kinds = remarks.counted.map(\.kind).filter { $0 != "the file has no edges" }
      #expect((kinds + (said.isEmpty ? [] : [said.joined(separator: ", ")])).joined(separator: "; ") == answer)
    } catch let fault as InterchangeFault {
      #expect(fault.message == answer)
    }
  }

  /// A file, what its nodes and then its edges say, and what is remarked.
  static let oddFiles: [(name: String, text: String, elements: String, remarks: String)] = [
    (
      "node-link",
      """
      {"graph": {"name": "G"}, "nodes": [{"id": 1, "labels": "A", "@x": 1, "x": 2}, {"id": 2, "labels": ["A", 3]}],
      "links": [{"source": 1, "target": 2, "type": 7, "key": 0}, {"source": 1, "target": 2, "key": 0.5}]}
      """, "@x: 1, labels: A, x: 2 | labels: ['A', 3] | type: 7 | key: 0.5",
      "a statement about the whole graph passed over"
    ),
    (
      "json-graph",
      """
      {"graph": {"label": "G", "directed": true, "nodes": {
      "a": {"label": 7, "metadata": "m"}, "b": {"label": "B", "more": 1, "metadata": {"name": "N"}}},
      "edges": [{"source": "a", "target": "b", "relation": 3, "label": "L", "directed": false}]}}
      """, "label: 7, metadata: m | label: B, more: 1, name: N | label: L, relation: 3",
      "a statement about the whole graph passed over; an undirected edge read as one from source to target"
    ),
    (
      "cytoscape",
      """
      {"elements": [{"data": {"id": "a", "labels": "A"}, "classes": "x"}, {"group": "nodes", "data": {"id": "b"}},
      {"data": {"id": "e", "source": "a", "target": "b", "type": [1]}}]}
      """, "labels: A |  | type: [1]", "what an element has beside 'data' passed over"
    ),
  ]

  @Test(arguments: oddFiles)
  func `what JSON says in another way than the format stays a property`(
    name: String, text: String, elements: String, remarks: String
  ) throws {
    let content = try read(name, Array(text.utf8))
    let properties = content.graph.nodes.map(\.properties) + content.graph.edges.map(\.properties)
    let said = properties.map { $0.map { "\($0.key): \($0.value)" }.joined(separator: ", ") }
    #expect(said.joined(separator: " | ") == elements)
    #expect(content.remarks.line == remarks)
  }

  @Test(arguments: [
    ("graphml", "<graphml><key id='k' attr.type='int'>\n<default>x</default></key><graph/></graphml>"),
    (
      "gexf",
      "<gexf><graph><attributes><attribute id='a' type='integer'>\n<default>x</default></attribute></attributes>"
    ),
    ("gexf", "<gexf><graph><nodes><node id='a'><attvalues>\n<attvalue value='1'/></attvalues></node></nodes>"),
    ("node-link", "{\"nodes\": [],\n\"edges\": {}}"),
    ("json-graph", "{\"graph\": {\"nodes\": {},\n\"edges\": 1}}"),
    ("cytoscape", "{\"elements\": {\"nodes\": [],\n\"edges\": \"x\"}}"),
  ])
  func `what means nothing is refused with its line`(name: String, text: String) {
    #expect {
      try read(name, Array(text.utf8))
    } throws: {
      ($0 as? InterchangeFault)?.line == 2
    }
  }

  @Test func `ids of edges that are no numbers become properties`() throws {
    var file = InterchangeGraph()
    file.nodes = [.init(id: "a")]
    file.edges = ["e0", "1", "", "own", "both"].map { .init(id: $0, type: "T", source: 0, target: 0) }
    file.edges[4].properties = [.init(key: "id", value: .integer(4))]
    var remarks = Remarks()
    let graph = PropertyGraph(file, &remarks)
    #expect(graph.edges.map { graph.value("id", of: $0) } == [nil, nil, nil, .string("own"), .integer(4)])
    #expect(remarks.line == "the id of an edge left out: its property 'id' stays")
  }

  @Test func `ids differ when their code points differ, and an end spelled otherwise finds its node`() throws {
    let two =
      "{\"nodes\": [{\"id\": \"\u{E9}\"}, {\"id\": \"e\u{301}\"}], \"edges\": [{\"source\": \"e\u{301}\", \"target\": \"\u{E9}\"}]}"
    let graph = try read("node-link", Array(two.utf8)).graph
    #expect(graph.nodes.count == 2 && graph.edges[0].source == 1 && graph.edges[0].target == 0)
    let one = "{\"nodes\": [{\"id\": \"\u{E9}\"}], \"edges\": [{\"source\": \"e\u{301}\", \"target\": \"\u{E9}\"}]}"
    let (found, remarks) = try read("node-link", Array(one.utf8))
    #expect(found.edges.count == 1)
    #expect(remarks.line == "an edge whose end is spelled with other code points than its node")
  }

  @Test(arguments: [
    ("excel", "name\na\n", "source;target\n", 0, 1), ("excel", "id\n1\n1\n", "source;target\n", 0, 3),
    ("excel", "id\n1\n", "source;target\n1;2\n", 1, 2), ("excel", "id;n:long\n1;x\n", "source;target\n", 0, 2),
    ("excel", "id;a\n1;b;c\n", "source;target\n", 0, 2), ("excel", "id;a\n1;\"b\n\n", "source;target\n", 0, 2),
    ("excel", "id\n1\n", "from;kind\n", 1, 1), ("neo4j-csv", "", ":START_ID,:END_ID\n", 0, 1),
  ])
  func `a fault in a table has its file and line`(
    name: String, nodes: String, edges: String, part: Int, line: Int
  ) throws {
    #expect {
      try read(name, Array(nodes.utf8), Array(edges.utf8))
    } throws: { error in
      let fault = error as? InterchangeFault
      return fault?.part == part && fault?.line == line
    }
  }
}
