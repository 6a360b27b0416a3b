import Foundation
import TestSupport
import Testing

/// What ARCHITECTURE.md promises and the compiler does not check.
@Suite struct ArchitectureTests {
  /// Which modules of this package a target may import. SwiftPM builds an undeclared import when another target has
  /// built the module before, so the import lines are read here.
  static let imports: [String: Set<String>] = [
    "GraphModel": [],
    "GermanText": ["CStemmer"],
    "CypherSyntax": [],
    "CypherEngine": ["CypherSyntax", "GermanText", "GraphModel", "GraphStore"],
    "JSONText": [],
    "GraphStore": ["CPrefetch", "GraphModel"],
    "Interchange": ["GraphModel", "JSONText"],
    "GraphAlgorithms": ["GraphModel"],
    "NetworkVocabulary": ["GraphModel"],
    "NetworkFiles": ["CWriteback", "GermanText", "GraphModel", "GraphStore", "JSONText", "NetworkVocabulary"],
    "Matchmaking": ["GraphAlgorithms", "GraphModel", "NetworkVocabulary"],
    "Diagrams": ["CGraphviz", "GraphModel", "JSONText"],
    "KnowledgeGraph": [
      "CypherEngine", "CypherSyntax", "Diagrams", "GermanText", "GraphAlgorithms", "GraphModel", "GraphStore",
      "Interchange", "JSONText", "Matchmaking",
      "NetworkFiles", "NetworkVocabulary",
    ],
    "cdograph": [
      "CLineEditing", "CypherSyntax", "Diagrams", "GermanText", "GraphAlgorithms", "GraphModel", "GraphStore",
      "Interchange", "JSONText", "KnowledgeGraph", "Matchmaking", "NetworkFiles", "NetworkVocabulary",
    ],
    "workloads": [
      "CypherEngine", "CypherSyntax", "Diagrams", "GraphAlgorithms", "GraphModel", "GraphStore", "Interchange",
      "JSONText",
      "KnowledgeGraph", "NetworkFiles", "NetworkVocabulary",
    ],
    "conformance": ["CypherEngine", "CypherSyntax", "GraphAlgorithms", "GraphModel", "GraphStore", "JSONText"],
  ]

  /// Modules from outside the package, by the only targets that may import them; everybody may use the rest.
  static let outside: [String: Set<String>] = [
    "ArgumentParser": ["cdograph", "conformance", "workloads"],
    "Crypto": ["NetworkFiles"],
    "Subprocess": ["Diagrams"],
    "FoundationXML": ["Interchange"],
    "Foundation": [
      "CypherEngine", "Diagrams", "GermanText", "GraphAlgorithms", "Interchange", "KnowledgeGraph", "Matchmaking",
      "NetworkFiles", "cdograph",
      "conformance", "workloads",
    ],
  ]

  @Test(arguments: try sources()) func `imports follow the architecture`(file: String) throws {
    let target = String(file.split(separator: "/")[1])
    let allowed = try #require(Self.imports[target], "the target \(target) is missing in the table")
    for module in try Self.importedModules(of: file) {
      // Shims over C libraries are called `CName`.
      let isShim = module.hasPrefix("C") && module.dropFirst().first?.isUppercase == true
      if Self.imports[module] != nil || isShim {
        #expect(allowed.contains(module), "\(file) imports \(module)")
      } else if let users = Self.outside[module] {
        #expect(users.contains(target), "\(file) imports \(module)")
      }
    }
  }

  @Test(arguments: try sources() + tests()) func `files stay short`(file: String) throws {
    let text = try String(contentsOfFile: Project.path(file), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 501)
  }

  @Test(arguments: try sources()) func `nothing in the sources crashes on data`(file: String) throws {
    let text = try String(contentsOfFile: Project.path(file), encoding: .utf8)
    for word in ["try!", "as!", "fatalError(", "TODO", "FIXME"] {
      #expect(!text.contains(word), "\(file) has \(word)")
    }
  }

  static func sources() throws -> [String] { try swiftFiles(in: "Sources") }

  static func tests() throws -> [String] { try swiftFiles(in: "Tests") }

  private static func swiftFiles(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: Project.path(folder))
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build") }.map { "\(folder)/\($0)" }.sorted()
  }

  private static func importedModules(of file: String) throws -> [String] {
    try String(contentsOfFile: Project.path(file), encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 2, words.count > position + 1,
        words[..<position].allSatisfy({ $0 == "public" || $0 == "package" || $0.hasPrefix("@") })
      else { return nil }
      return String(words[position + 1])
    }
  }
}
