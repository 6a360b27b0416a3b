/// A file format for graphs.
public struct GraphFormat: Sendable {
  /// The name by which users call it.
  public let name: String
  /// The endings of its files, without the dot.
  public let extensions: [String]
  /// What it is, in one sentence.
  public let summary: String
  /// What it cannot hold, in one sentence.
  public let limits: String
  /// Writes a graph, piece by piece; `nil` where the format is only read.
  public let write: (@Sendable (InterchangeGraph, inout TextSink) throws -> Void)?
  /// Reads a file; throws an ``InterchangeFault``. `nil` where the format is only written.
  public let read: (@Sendable ([UInt8]) throws -> (graph: InterchangeGraph, remarks: Remarks))?
}

/// All formats.
public enum FormatCatalog {
  /// The formats in the order of their names.
  public static let all: [GraphFormat] = [
    .cypher, .cytoscape, .dot, .gexf, .graphML, .jsonGraph, .mermaid, .nodeLink,
  ]

  /// The format of a name.
  public static func format(named name: String) -> GraphFormat? { all.first { $0.name == name.lowercased() } }

  /// The formats of a file by its ending; the first in the catalogue where several share one.
  public static func format(ofFile path: String) -> GraphFormat? {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return all.first { format in format.extensions.contains { name.hasSuffix("." + $0) } }
  }
}
