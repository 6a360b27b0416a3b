/// The identity of a node within one graph value.
///
/// Ids are dense: a graph of n nodes uses raw values from 0 below its ``GraphView/nodeBound``, so an algorithm
/// may keep its state in an array indexed by `Int(id.rawValue)`.
public struct NodeID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The position of the node in the graph's arrays.
  public let rawValue: UInt32

  /// Names the node at a position.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The position as an array index.
  public var index: Int { Int(rawValue) }

  /// Orders nodes as they were created.
  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of an edge within one graph value; edges are what queries and messages call relationships.
public struct EdgeID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The position of the edge in the graph's arrays.
  public let rawValue: UInt32

  /// Names the edge at a position.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The position as an array index.
  public var index: Int { Int(rawValue) }

  /// Orders edges as they were created.
  public static func < (left: EdgeID, right: EdgeID) -> Bool { left.rawValue < right.rawValue }
}

/// The name of a set of nodes, such as `Actor`; a node has any number of labels.
public struct Label: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The label as it is written in queries.
  public let name: String

  /// Makes a label from its name.
  public init(_ name: String) { self.name = name }

  /// Makes a label from a literal.
  public init(stringLiteral name: String) { self.name = name }

  /// The name.
  public var description: String { name }

  /// Orders labels by their names.
  public static func < (left: Label, right: Label) -> Bool { left.name < right.name }
}

/// The type of an edge, such as `WORKS_ON`; an edge has exactly one.
public struct EdgeType: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The type as it is written in queries.
  public let name: String

  /// Makes a type from its name.
  public init(_ name: String) { self.name = name }

  /// Makes a type from a literal.
  public init(stringLiteral name: String) { self.name = name }

  /// The name.
  public var description: String { name }

  /// Orders types by their names.
  public static func < (left: EdgeType, right: EdgeType) -> Bool { left.name < right.name }
}

/// The name of a property of nodes or edges.
public struct PropertyKey: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The key as it is written in queries and in the JSON files.
  public let name: String

  /// Makes a key from its name.
  public init(_ name: String) { self.name = name }

  /// Makes a key from a literal.
  public init(stringLiteral name: String) { self.name = name }

  /// The name.
  public var description: String { name }

  /// Orders keys by their names.
  public static func < (left: PropertyKey, right: PropertyKey) -> Bool { left.name < right.name }
}
