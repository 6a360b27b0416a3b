import GraphModel
import Interchange
import TestSupport
import Testing

/// What other programs read in the files that are written here.
@Suite struct OtherReadersTests {
  static let hasNetworkX = (try? Python.run(["-c", "import networkx"]))?.status == 0

  /// Prints counts, the name of node a, its number, and the edge's type, each as another program sees it.
  private static let scripts = [
    "graphml": """
    import networkx as nx, sys
    g = nx.read_graphml(sys.argv[1], force_multigraph=True)
    e = list(g.edges(data=True))[0][2]
    print(len(g), g.number_of_edges(), g.nodes['a']['name'], g.nodes['a']['n'], e['label'])
    """,
    "node-link": """
    import networkx as nx, json, sys
    g = nx.node_link_graph(json.load(open(sys.argv[1])), edges='edges')
    e = list(g.edges(data=True))[0][2]
    print(len(g), g.number_of_edges(), g.nodes['a']['name'], g.nodes['a']['n'], e['type'])
    """,
  ]

  @Test(.enabled(if: hasNetworkX, "skipped: no Python with networkx"), arguments: ["graphml", "node-link"])
  func `networkx reads the graph`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    var graph = InterchangeGraph()
    graph.nodes = [
      .init(
        id: "a", labels: ["Ort"],
        properties: [
          .init(key: "list", value: .list([.integer(1), .null])), .init(key: "n", value: .integer(.max)),
          .init(key: "name", value: .string("Köln <&>\" ]]>")),
        ]),
      .init(id: "b & c"),
    ]
    graph.edges = [
      .init(id: "e0", type: "KENNT", source: 0, target: 1), .init(id: "e1", type: "KENNT", source: 0, target: 1),
    ]
    let text = String(decoding: try RoundTripTests.files(graph, format).bytes[0], as: UTF8.self)
    try withFolder(["graph": text]) { folder in
      let script = try #require(Self.scripts[name])
      let result = try Python.run(["-X", "utf8", "-c", script, folder + "/graph"])
      #expect(result.output.hasSuffix("2 2 Köln <&>\" ]]> 9223372036854775807 KENNT\n"), "\(result.output)")
    }
  }
}

/// Formats that are only written: nothing in a text may end the place where it stands.
@Suite struct WritingTests {
  private func text(_ name: String, _ graph: InterchangeGraph) throws -> String {
    let format = try #require(FormatCatalog.format(named: name))
    return String(decoding: try RoundTripTests.files(graph, format).bytes[0], as: UTF8.self)
  }

  static let hasDot = (try? RunningProgram.run("/usr/bin/env", ["dot", "-V"]))?.status == 0

  @Test(.enabled(if: hasDot, "skipped: no dot")) func `Graphviz reads what is written as DOT`() throws {
    for seed in 0..<20 as Range<UInt64> {
      let graph = SampleGraphs.graph(seed: seed)
      try withFolder(["graph.dot": text("dot", graph)]) { folder in
        let count = "BEG_G { print(nNodes($G), \" \", nEdges($G)); }"
        let result = try RunningProgram.run("/usr/bin/env", ["gvpr", count, folder + "/graph.dot"])
        #expect(result.output == "\(graph.nodes.count) \(graph.edges.count)\n", "seed \(seed): \(result.errors)")
      }
    }
  }

  @Test func `a Cypher script quotes names and texts`() throws {
    var graph = InterchangeGraph()
    graph.nodes = [
      .init(
        id: "a", labels: ["A`B"],
        properties: [
          .init(key: "x y", value: .string("'\\\n")), .init(key: "z", value: .list([.integer(1), .integer(.min)])),
        ])
    ]
    graph.edges = [.init(id: "e", type: "IS", source: 0, target: 0)]
    let script = try text("cypher", graph)
    #expect(script.contains(#"{i: 0, p: {`x y`: '\'\\\n', z: [1, (-9223372036854775807 - 1)], id: 'a'}}"#))
    #expect(script.contains("AS row CREATE (n:Imported:`A``B`) SET n = row.p, n.importId = row.i;"))
    #expect(
      script.contains(
        "{s: 0, t: 0, p: {}}\n] AS row MATCH (a:Imported {importId: row.s}), (b:Imported {importId: row.t})"))
  }

  @Test func `Mermaid takes no text for syntax`() throws {
    var graph = InterchangeGraph()
    graph.nodes = [.init(id: "end\"]; click"), .init(id: "ü")]
    graph.edges = [.init(id: "e", type: "a|b", source: 0, target: 1)]
    #expect(
      try text("mermaid", graph)
        == "flowchart LR\n  n0[\"end#34;#93;#59; click\"]\n  n1[\"ü\"]\n  n0 -->|\"a#124;b\"| n1\n")
  }
}

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

  @Test func `an edge to nowhere is named with its line`() {
    let text = "<graphml><graph>\n<node id=\"a\"/>\n<edge source=\"a\" target=\"x\"/></graph></graphml>"
    #expect {
      try read(text)
    } throws: { error in
      let fault = error as? InterchangeFault
      return fault?.line == 3 && fault?.message == "an edge ends at 'x', which is no node of the file"
    }
  }
}

@Suite struct FormatCatalogTests {
  @Test func `names are sorted and endings lead to their format`() {
    let names = FormatCatalog.all.map(\.name)
    #expect(names == names.sorted())
    #expect(FormatCatalog.format(ofFile: "a/b.GraphML")?.name == "graphml")
    #expect(FormatCatalog.format(ofFile: "b.jgf.json")?.name == "json-graph")
    #expect(FormatCatalog.format(ofFile: "b.cyjs.json")?.name == "cytoscape")
    #expect(FormatCatalog.format(ofFile: "b.txt") == nil)
  }
}
