import Foundation
import GraphModel
import GraphStore
import Interchange
import TestSupport
import Testing

/// What other programs read in the files that are written here.
@Suite struct OtherReadersTests {
  static let hasNetworkX = Python.has("networkx")
  static let hasIgraph = Python.has("igraph")
  static let hasRDFLib = Python.has("rdflib")
  static let hasRapper = (try? RunningProgram.run("/usr/bin/env", ["rapper", "--version"]))?.status == 0

  /// Each prints the numbers of nodes and edges, the name of node a, its number, and the type of the edge.
  private static let scripts = [
    "graphml": """
    g = nx.read_graphml(sys.argv[1], force_multigraph=True)
    e = list(g.edges(data=True))[0][2]
    print(len(g), g.number_of_edges(), g.nodes['a']['name'], g.nodes['a']['n'], e['label'])
    """,
    "graphml-yed": """
    g = nx.read_graphml(sys.argv[1], force_multigraph=True)
    e = list(g.edges(data=True))[0][2]
    assert g.nodes['a']['shape_type'] == 'roundrectangle' and g.nodes['a']['label'] == 'Köln <&>" ]]>'
    print(len(g), g.number_of_edges(), g.nodes['a']['name'], g.nodes['a']['n'], e['label'])
    """,
    // Versions before 3.5 know only the namespace of 1.2.
    "gexf": """
    text = open(sys.argv[1], encoding='utf-8').read()
    if '1.3' not in nx.readwrite.gexf.GEXF.versions:
        text = text.replace('http://gexf.net/1.3', 'http://www.gexf.net/1.2draft').replace('"1.3"', '"1.2"')
    g = nx.read_gexf(io.BytesIO(text.encode()))
    e = list(g.edges(data=True))[0][2]
    assert g.nodes['a']['viz']['color']['b'] == 178 and g.nodes['a']['label'] == g.nodes['a']['name']
    print(len(g), g.number_of_edges(), g.nodes['a']['name'], g.nodes['a']['n'], e['label'])
    """,
    "node-link": """
    data = json.load(open(sys.argv[1], encoding='utf-8'))
    try:
        g = nx.node_link_graph(data, edges='edges')
    except TypeError:
        g = nx.node_link_graph(data, link='edges')
    e = list(g.edges(data=True))[0][2]
    print(len(g), g.number_of_edges(), g.nodes['a']['name'], g.nodes['a']['n'], e['type'])
    """,
  ]

  private static var sample: InterchangeGraph {
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
    return graph
  }

  @Test(
    .enabled(if: hasNetworkX, "skipped: no Python with networkx"),
    arguments: ["gexf", "graphml", "graphml-yed", "node-link"])
  func `networkx reads the graph`(name: String) throws {
    try withFolder(["graph": written(Self.sample, name)]) { folder in
      let script = "import io, json, sys\nimport networkx as nx\n" + (try #require(Self.scripts[name]))
      let result = try #require(
        try Python.run(["-X", "utf8", "-c", script, folder + "/graph"], needing: "networkx"))
      #expect(result.output.hasSuffix("2 2 Köln <&>\" ]]> 9223372036854775807 KENNT\n"), "\(result.output)")
    }
  }

  /// Properties with the names that the formats and their readers use themselves, each with its own name as the value.
  private static var wordy: InterchangeGraph {
    func properties(_ names: [String]) -> [InterchangeGraph.Property] {
      names.map { .init(key: $0, value: .string($0)) }
    }
    var graph = InterchangeGraph()
    let names = ["id", "label", "labels", "node_for_adding", "self", "self_", "viz"]
    graph.nodes = [.init(id: "a", labels: ["Ort"], properties: properties(names))]
    let words = ["id", "key", "label", "networkx_key", "self", "source", "target", "type", "u_for_edge", "v_for_edge"]
    graph.edges = [.init(id: "e0", type: "KENNT", source: 0, target: 0, properties: properties(words))]
    return graph
  }

  @Test(
    .enabled(if: hasNetworkX, "skipped: no Python with networkx"),
    arguments: ["gexf", "graphml", "graphml-yed", "node-link"])
  func `a property has any name and networkx sees it`(name: String) throws {
    let graph = Self.wordy
    let text = try written(graph, name)
    let read = try #require(FormatCatalog.format(named: name)?.files)
    #expect(try read([Array(text.utf8)]).graph == graph)
    try withFolder(["graph": text]) { folder in
      let show = "print(sorted(set(v for v in list(%s)[0][-1].values() if isinstance(v, str))))\n"
      let tail = ["g.nodes(data=True)", "g.edges(data=True)"].map { show.replacing("%s", with: $0) }.joined()
      let script = (try #require(Self.scripts[name])).split(separator: "\n").filter {
        !$0.contains("assert") && !$0.contains("print") && !$0.hasPrefix("e =")
      }.joined(separator: "\n")
      let all = "import io, json, sys\nimport networkx as nx\n\(script)\n\(tail)"
      let result = try #require(try Python.run(["-X", "utf8", "-c", all, folder + "/graph"], needing: "networkx"))
      let seen = result.output.split(separator: "\n").map(String.init)
      for (line, element) in zip(seen, [graph.nodes[0].properties, graph.edges[0].properties]) {
        for property in element { #expect(line.contains("'\(property.key)'"), "\(line)") }
      }
      #expect(seen.count == 2, "\(result.output)")
    }
  }

  @Test(.enabled(if: hasIgraph, "skipped: no Python with igraph"), arguments: ["graphml", "graphml-yed"])
  func `a property has any name and igraph sees it`(name: String) throws {
    let script = """
      import igraph, sys
      g = igraph.Graph.Read_GraphML(sys.argv[1])
      print(g.vs[0]['labels_'], 'label' in g.vs[0].attributes().values(), g.es[0]['label_'], g.es[0]['label'])
      """
    try withFolder(["graph": written(Self.wordy, name)]) { folder in
      let result = try #require(try Python.run(["-X", "utf8", "-c", script, folder + "/graph"], needing: "igraph"))
      #expect(result.output.contains("labels True label KENNT"), "\(result.output)")
    }
  }

  /// What another program reads and writes again still says what things are.
  @Test(
    .enabled(if: hasNetworkX && hasIgraph, "skipped: no Python with networkx and igraph"),
    arguments: [
      ("networkx", "graphml", "nx.write_graphml(nx.read_graphml(sys.argv[1]), sys.argv[1])"),
      ("networkx", "gexf", "nx.write_gexf(nx.read_gexf(sys.argv[1]), sys.argv[1])"),
      ("igraph", "graphml", "igraph.Graph.Read_GraphML(sys.argv[1]).write_graphml(sys.argv[1])"),
    ])
  func `labels and types outlive another program`(module: String, format: String, script: String) throws {
    // Versions before 3.5 do not know GEXF 1.3.
    let question = "import networkx as nx, sys\nsys.exit('1.3' not in nx.readwrite.gexf.GEXF.versions)"
    if format == "gexf" {
      let answer = try Python.run(["-c", question], needing: module)
      if answer?.status != 0 { return }
    }
    try withFolder(["graph": written(Self.sample, format)]) { folder in
      let name = module == "networkx" ? "networkx as nx" : module
      let all = "import sys, \(name)\n\(script)"
      _ = try #require(try Python.run(["-X", "utf8", "-c", all, folder + "/graph"], needing: module))
      let bytes = try #require(FileManager.default.contents(atPath: folder + "/graph"))
      let read = try #require(FormatCatalog.format(named: format)?.files)
      let graph = try read([[UInt8](bytes)]).graph
      #expect(graph.nodes.map(\.labels) == [["Ort"], []])
      #expect(graph.edges.map(\.type) == ["KENNT", "KENNT"])
    }
  }

  @Test(.enabled(if: hasIgraph, "skipped: no Python with igraph"), arguments: ["graphml", "graphml-yed"])
  func `igraph reads the graph`(name: String) throws {
    let script = """
      import igraph, sys
      g = igraph.Graph.Read_GraphML(sys.argv[1])
      print(g.vcount(), g.ecount(), g.vs[0]['name'], g.es[1]['label'], g.is_directed())
      """
    try withFolder(["graph": written(Self.sample, name)]) { folder in
      let result = try #require(try Python.run(["-X", "utf8", "-c", script, folder + "/graph"], needing: "igraph"))
      // What it has to say of keys without a type comes behind.
      #expect(result.output.contains("2 2 Köln <&>\" ]]> KENNT True\n"), "\(result.output)")
    }
  }

  @Test(.enabled(if: Python.has("xml"), "skipped: no Python"), arguments: 0..<20 as Range<UInt64>)
  func `GEXF is as gexf.net describes it`(seed: UInt64) throws {
    let graph = SampleGraphs.graph(seed: seed)
    try withFolder(["graph": written(graph, "gexf")]) { folder in
      let checker = Project.path("Tests/InterchangeTests/gexf.py")
      let result = try #require(try Python.run(["-X", "utf8", checker, folder + "/graph"], needing: "xml"))
      #expect(result.output == "valid \(graph.nodes.count)\n", "seed \(seed): \(result.output)")
    }
  }

  static let hasXMLLint = (try? RunningProgram.run("/usr/bin/env", ["xmllint", "--version"]))?.status == 0

  /// The schema is written from the description of the format: what it allows is more than what cdograph writes.
  @Test(.enabled(if: hasXMLLint, "skipped: no xmllint")) func `GEXF is valid by its schema`() throws {
    let schema = Project.path("Tests/InterchangeTests/gexf-1.3.xsd")
    for graph in [Self.sample, Self.linked] + (0..<20).map({ SampleGraphs.graph(seed: $0) }) {
      try withFolder(["graph.gexf": written(graph, "gexf")]) { folder in
        let check = ["xmllint", "--noout", "--schema", schema, folder + "/graph.gexf"]
        let result = try RunningProgram.run("/usr/bin/env", check)
        #expect(result.status == 0, "\(result.errors)")
      }
    }
    let broken = try written(Self.sample, "gexf").replacing("target=\"b &amp; c\"", with: "target=\"nobody\"")
    try withFolder(["graph.gexf": broken]) { folder in
      let result = try RunningProgram.run(
        "/usr/bin/env", ["xmllint", "--noout", "--schema", schema, folder + "/graph.gexf"])
      #expect(result.status != 0, "an edge to nobody is not found")
    }
  }

  /// gexf.net's own grammar, which is not ours to hand on; the schema above is what it says, with edges that must have ends.
  private static let grammar = ProcessInfo.processInfo.environment["GEXF_GRAMMAR"]

  @Test(
    .enabled(if: hasXMLLint && grammar != nil, "skipped: no xmllint, or GEXF_GRAMMAR does not name gexf.net's gexf.rng")
  )
  func `GEXF is valid by the grammar of its makers`() throws {
    for graph in [Self.sample, Self.linked] + (0..<20).map({ SampleGraphs.graph(seed: $0) }) {
      try withFolder(["graph.gexf": written(graph, "gexf")]) { folder in
        let check = ["xmllint", "--noout", "--relaxng", try #require(Self.grammar), folder + "/graph.gexf"]
        let result = try RunningProgram.run("/usr/bin/env", check)
        #expect(result.status == 0, "\(result.errors)")
      }
    }
  }

  @Test(.enabled(if: hasRDFLib, "skipped: no Python with rdflib"))
  func `rdflib reads the same statements in Turtle and JSON-LD`() throws {
    let script = """
      import logging, rdflib, sys
      # Python has no dates before the year 1 and after 9999, which rdflib logs; the statements hold their text.
      logging.disable()
      from rdflib.compare import to_isomorphic
      a = rdflib.Graph().parse(sys.argv[1], format='turtle')
      b = rdflib.Graph().parse(sys.argv[2], format='json-ld')
      for t in sorted(a - b)[:3] if len(a) != len(b) or to_isomorphic(a) != to_isomorphic(b) else []: print(t)
      print(len(a) == len(b), to_isomorphic(a) == to_isomorphic(b))
      """
    for graph in [Self.sample, Self.linked] + (0..<10).map({ SampleGraphs.graph(seed: $0, isPlain: true) }) {
      try withFolder(["graph.ttl": written(graph, "turtle"), "graph.jsonld": written(graph, "json-ld")]) { folder in
        let files = ["/graph.ttl", "/graph.jsonld"].map { folder + $0 }
        let result = try #require(try Python.run(["-X", "utf8", "-c", script] + files, needing: "rdflib"))
        #expect(result.output.hasSuffix("True True\n"), "\(result.output)")
      }
    }
  }

  @Test(.enabled(if: hasRapper, "skipped: no rapper")) func `rapper reads Turtle`() throws {
    for seed in 0..<20 as Range<UInt64> {
      try withFolder(["graph.ttl": written(SampleGraphs.graph(seed: seed), "turtle")]) { folder in
        let result = try RunningProgram.run(
          "/usr/bin/env", ["rapper", "-q", "-c", "-i", "turtle", folder + "/graph.ttl"])
        #expect(result.status == 0, "seed \(seed): \(result.errors)")
      }
    }
  }

  /// The words of public vocabularies stand where they belong.
  @Test func `the network speaks the words of public vocabularies`() throws {
    let text = try written(Self.linked, "turtle")
    for line in [
      "a org:Post ;", "a schema:AdministrativeArea ;", "a skos:Concept ;", "schema:propertyID \"AGS\"",
      "skos:prefLabel \"Onlinezugangsgesetz\"@de", "skos:altLabel \"OZG\"@de",
      "<https://cdograph.example/id/cdo> org:postIn <https://cdograph.example/id/neuss> .",
      "<https://cdograph.example/id/cdo> schema:knowsAbout <https://cdograph.example/id/ozg> .",
      "rdf:predicate schema:knowsAbout ;", "schema:latitude \"51.2\"^^xsd:double",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
  }

  private static var linked: InterchangeGraph {
    var graph = InterchangeGraph()
    graph.nodes = [
      .init(
        id: "cdo", labels: ["Actor", "CDO"],
        properties: [.init(key: "kind", value: .string("cdo-role")), .init(key: "name", value: .string("CDO"))]),
      .init(
        id: "neuss", labels: ["Municipality"],
        properties: [
          .init(key: "ags", value: .string("05162024")), .init(key: "latitude", value: .float(51.2)),
          .init(key: "longitude", value: .float(6.69)), .init(key: "name", value: .string("Neuss")),
        ]),
      .init(
        id: "ozg", labels: ["Topic"],
        properties: [
          .init(key: "altLabels", value: .list([.string("OZG")])),
          .init(key: "labelDe", value: .string("Onlinezugangsgesetz")),
          .init(key: "name", value: .string("Onlinezugangsgesetz")),
        ]),
    ]
    graph.edges = [
      .init(id: "e0", type: "WORKS_FOR", source: 0, target: 1),
      .init(id: "e1", type: "COVERS", source: 0, target: 2, properties: [.init(key: "weight", value: .float(0.5))]),
    ]
    return graph
  }

  private func written(_ graph: InterchangeGraph, _ name: String) throws -> String {
    let format = try #require(FormatCatalog.format(named: name))
    return String(decoding: try RoundTripTests.files(graph, format).bytes[0], as: UTF8.self)
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
        let canon = try RunningProgram.run("/usr/bin/env", ["dot", "-Tcanon", folder + "/graph.dot"])
        #expect(canon.status == 0 && canon.errors.isEmpty, "seed \(seed): \(canon.errors)")
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
