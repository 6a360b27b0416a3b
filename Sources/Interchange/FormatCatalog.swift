public import GraphModel

/// A file format for graphs.
public struct GraphFormat: Sendable {
  /// What reading gives: the graph, and what the file held and the graph does not.
  public typealias Content = (graph: InterchangeGraph, remarks: Remarks)

  /// How files of the format are read.
  public enum Reading: Sendable {
    /// They are only written.
    case none
    /// From the bytes of each file, in the order of ``parts``; throws an ``InterchangeFault``.
    case files(@Sendable ([[UInt8]]) throws -> Content)
    /// From what the parser of Graphviz has found in the file, as a ``DotDocument`` in JSON. It runs in a process of its own,
    /// since it may fall over.
    case parsedByGraphviz(@Sendable ([UInt8]) throws -> Content)
    /// The file is a script, to be run in an empty graph.
    case script
  }

  /// The name by which users call it.
  public let name: String
  /// The endings of its files, without the dot.
  public let extensions: [String]
  /// What it is, in one sentence.
  public let summary: Wording
  /// What it cannot hold, in one sentence.
  public let limits: Wording
  /// What the names of its files end with before the ending: one empty text for a format of one file.
  public let parts: [String]
  /// Writes a graph, piece by piece; `nil` where the format is only read.
  public let write: (@Sendable (any GraphSource, WritingOptions, inout TextSink) throws -> Void)?
  /// How its files are read.
  public let reading: Reading
  /// Whether things have web addresses in it, so that ``WritingOptions/base`` means something.
  public let hasAddresses: Bool

  init(
    name: String, extensions: [String], summary: Wording, limits: Wording, parts: [String] = [""],
    write: (@Sendable (any GraphSource, WritingOptions, inout TextSink) throws -> Void)?, reading: Reading,
    hasAddresses: Bool = false
  ) {
    self.name = name
    self.extensions = extensions
    self.summary = summary
    self.limits = limits
    self.parts = parts
    self.write = write
    self.reading = reading
    self.hasAddresses = hasAddresses
  }

  /// Whether files of the format can be read.
  public var isReadable: Bool { if case .none = reading { false } else { true } }
}

/// What a writer may be told.
public struct WritingOptions: Sendable {
  /// Linked data: what the addresses of things begin with.
  public var base = "https://cdograph.example/"
  /// The day that the file is of, where the format has a place for it.
  public var date: CalendarDate?

  /// The standard options.
  public init() {}
}

/// All formats.
public enum FormatCatalog {
  /// The formats in the order of their names.
  public static let all: [GraphFormat] = [
    .cypher, .cytoscape, .dot, .excel, .excelANSI, .gexf, .graphML, .graphMLyEd, .jsonGraph, .jsonLD, .mermaid,
    .neo4jCSV,
    .nodeLink, .turtle,
  ]

  /// The format of a name.
  public static func format(named name: String) -> GraphFormat? { all.first { $0.name == name.lowercased() } }

  /// The format of a file by the longest ending that fits; the first in the catalogue where several share one.
  public static func format(ofFile path: String) -> GraphFormat? { match(path)?.format }

  /// The format that a name announces beyond doubt, as `net.neo4j.csv` does, where `.csv` alone may be any table.
  public static func format(announcedBy path: String) -> GraphFormat? {
    match(path).flatMap { $0.ending.contains(".") ? $0.format : nil }
  }

  private static func match(_ path: String) -> (format: GraphFormat, ending: String)? {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    var found: (format: GraphFormat, ending: String)?
    for format in all {
      for ending in format.extensions where name.hasSuffix("." + ending) && ending.count > found?.ending.count ?? 0 {
        found = (format, ending)
      }
    }
    return found
  }
}
