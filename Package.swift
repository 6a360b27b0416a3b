// swift-tools-version: 6.2
import PackageDescription

/// Language settings of every Swift target: the compiler checks what the architecture asks for.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C shim over a library of the system; `libraries` are the names that the linker knows.
func shim(_ name: String, libraries: [String]) -> Target {
  .target(name: name, linkerSettings: libraries.map { .linkedLibrary($0) })
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding excluded: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: ["TestSupport"] + dependencies, exclude: excluded, swiftSettings: strict)
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

/// The command prints what it is handed, so it names the modules whose types it prints.
let cdographDependencies: [Target.Dependency] = [
  "KnowledgeGraph", "CypherSyntax", "Diagrams", "GermanText", "GraphAlgorithms", "GraphModel", "GraphStore",
  "Interchange", "JSONText", "Matchmaking", "NetworkFiles", "NetworkVocabulary", "CLineEditing", argumentParser,
]

let package = Package(
  name: "cdograph",
  products: [
    .executable(name: "cdograph", targets: ["cdograph"]),
    // The façade with the modules whose types it hands out.
    .library(
      name: "KnowledgeGraph",
      targets: [
        "KnowledgeGraph", "Diagrams", "GraphAlgorithms", "GraphModel", "GraphStore", "Interchange", "Matchmaking",
        "NetworkFiles", "NetworkVocabulary",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  // In dependency order; one sentence a target.
  targets: [
    // Asking the memory for what is needed soon.
    shim("CPrefetch", libraries: []),
    // The words everyone shares: values, identities, the views that algorithms ask for.
    module("GraphModel", ["CPrefetch"]),
    // The in-memory property graph.
    module("GraphStore", ["GraphModel", "CPrefetch"]),
    // One file an algorithm, over any graph view.
    module("GraphAlgorithms", ["GraphModel"]),
    // Folding, stems, compounds; finding things by name and texts by their words.
    shim("CStemmer", libraries: ["stemmer"]),
    module("GermanText", ["CStemmer"]),
    // RFC 8259: a cursor over text with exact places, and a writer.
    module("JSONText"),
    // The words of the network: kinds of record, their fields, what relationships mean.
    module("NetworkVocabulary", ["GraphModel"]),
    // Reads and checks the folders of JSON files.
    shim("CWriteback", libraries: []),
    module(
      "NetworkFiles",
      ["GraphModel", "GraphStore", "GermanText", "JSONText", "NetworkVocabulary", "CWriteback", crypto]),
    // Who should meet whom, and why.
    module("Matchmaking", ["GraphModel", "GraphAlgorithms", "NetworkVocabulary"]),
    // The query language's lexer, parser, syntax tree and printer: text in, tree out.
    module("CypherSyntax"),
    // The query language: binding, planning, executing; tree in, rows out.
    module("CypherEngine", ["CypherSyntax", "GermanText", "GraphModel", "GraphStore"]),
    // Formats of other programs for graphs: read into a neutral graph and written from it.
    module("Interchange", ["GraphModel", "JSONText"]),
    // libgvc and libcgraph behind opaque types.
    shim("CGraphviz", libraries: ["gvc", "cgraph", "cdt", "pathplan"]),
    // Style sheets, legend, layout and rendering; the only module that knows Graphviz.
    module("Diagrams", ["GraphModel", "JSONText", "CGraphviz", subprocess]),
    // The façade: open, find, match, draw.
    module(
      "KnowledgeGraph",
      [
        "GraphModel", "GraphStore", "GraphAlgorithms", "GermanText", "JSONText", "NetworkVocabulary", "NetworkFiles",
        "Matchmaking", "Diagrams", "CypherSyntax", "CypherEngine", "Interchange",
      ]),
    // libedit behind opaque types.
    shim("CLineEditing", libraries: ["edit"]),
    // The command.
    .executableTarget(
      name: "cdograph", dependencies: cdographDependencies, swiftSettings: strict),

    // Runs conformance suites given as a folder; for developers.
    .executableTarget(
      name: "conformance",
      dependencies: [
        "CypherEngine", "CypherSyntax", "GraphAlgorithms", "GraphModel", "GraphStore", "JSONText", argumentParser,
      ], swiftSettings: strict),

    // Runs the benchmark's workloads on generated data; for developers.
    .executableTarget(
      name: "workloads",
      dependencies: [
        "CypherEngine", "CypherSyntax", "Diagrams", "GraphAlgorithms", "GraphModel", "GraphStore", "Interchange",
        "JSONText", "KnowledgeGraph", "NetworkFiles", "NetworkVocabulary", argumentParser,
      ], swiftSettings: strict),

    // Seeded graphs, golden cases, temporary folders: what the tests share.
    .target(
      name: "TestSupport", dependencies: ["GraphModel"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("ArchitectureTests", []),
    tests("ConformanceTests", ["conformance", "GraphModel", "GraphStore"]),
    tests("CypherEngineTests", ["CypherEngine", "CypherSyntax", "GraphModel", "GraphStore"]),
    tests("CypherSyntaxTests", ["CypherSyntax"]),
    tests("DiagramsTests", ["Diagrams", "CGraphviz", "GraphModel"], excluding: ["browser.py"]),
    tests("GermanTextTests", ["GermanText"]),
    tests("GoldenTests", ["cdograph"], excluding: ["Cases", "Data"]),
    tests("GraphAlgorithmsTests", ["GraphAlgorithms", "GraphModel"]),
    tests("GraphModelTests", ["GraphModel"]),
    tests("GraphStoreTests", ["GraphStore", "GraphModel"]),
    tests(
      "InterchangeTests", ["Interchange", "Diagrams", "GraphModel", "GraphStore", "KnowledgeGraph", "cdograph"],
      excluding: ["gexf.py", "gexf-1.3.xsd", "gexf-1.3-viz.xsd"]),
    tests("JSONTextTests", ["JSONText"]),
    tests(
      "KnowledgeGraphTests",
      [
        "KnowledgeGraph", "GraphAlgorithms", "GraphModel", "GraphStore", "Interchange", "JSONText", "Matchmaking",
        "NetworkFiles", "NetworkVocabulary", "Diagrams",
      ]),
    tests("MatchmakingTests", ["Matchmaking", "GraphAlgorithms", "GraphModel"]),
    tests(
      "NetworkFilesTests", ["NetworkFiles", "GraphModel", "GraphStore", "JSONText", "NetworkVocabulary"],
      excluding: ["validate.py"]),
    tests("ShellTests", ["cdograph", argumentParser], excluding: ["terminal.py"]),
  ]
)

// `make documentation` asks for the plug-in; nobody else has to fetch it.
if Context.environment["CDOGRAPH_DOCUMENTATION"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
