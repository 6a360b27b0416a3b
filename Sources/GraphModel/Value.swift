/// The value of a property or of a cell in a result.
///
/// Equality is structural and typed: `.integer(1)` and `.float(1)` differ, `.float(.nan)` differs from itself.
/// Temporal values, points and paths are boxed, so that a value takes the space of a string.
public enum Value: Hashable, Sendable {
  /// No value. Stores never keep it: setting a property to null removes the property.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A 64-bit integer.
  case integer(Int64)
  /// A binary 64-bit floating-point number.
  case float(Double)
  /// Text.
  case string(String)
  /// A date, a time, both, or a duration.
  indirect case temporal(Temporal)
  /// A place in a coordinate system.
  indirect case point(Point)
  /// Values in order, of any kinds.
  case list([Value])
  /// Values by name.
  case map(ValueMap)
  /// A node of the graph that the result belongs to; no property holds one.
  case node(NodeID)
  /// An edge of the graph that the result belongs to; no property holds one.
  case edge(EdgeID)
  /// A walk in the graph that the result belongs to; no property holds one.
  indirect case path(GraphPath)
}

extension Value {
  /// The text, where the value is a string.
  public var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The integer, where the value is one.
  public var integer: Int64? { if case .integer(let number) = self { number } else { nil } }

  /// The truth value, where the value is one.
  public var boolean: Bool? { if case .boolean(let flag) = self { flag } else { nil } }

  /// The number as floating point, where the value is an integer or a float.
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    case .null, .boolean, .string, .temporal, .point, .list, .map, .node, .edge, .path: nil
    }
  }

  /// The strings of a list; an empty array where the value is no list.
  public var texts: [String] { if case .list(let values) = self { values.compactMap(\.text) } else { [] } }

  /// Whether this is ``null``.
  public var isNull: Bool { if case .null = self { true } else { false } }
}

/// Named values; the entries are kept sorted by name, so that equal maps are printed alike.
public struct ValueMap: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One name with its value.
  public struct Entry: Hashable, Sendable {
    /// The name.
    public let key: String
    /// The value.
    public let value: Value

    /// Names a value.
    public init(key: String, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The entries in ascending order of their names.
  public private(set) var entries: [Entry] = []

  /// Makes a map from pairs; of two with one name the later counts.
  ///
  /// - Complexity: O(n log n).
  public init(_ pairs: some Sequence<(String, Value)>) {
    let latest = Dictionary(pairs.map { ($0.0, $0.1) }, uniquingKeysWith: { $1 })
    entries = latest.map(Entry.init).sorted { $0.key < $1.key }
  }

  /// Makes a map from a literal.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

  /// The value of a name.
  ///
  /// - Complexity: O(log n).
  public subscript(key: String) -> Value? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].key == key ? entries[low].value : nil
  }
}

extension Value: CustomStringConvertible {
  /// The value as people read it: strings without quotes at the top level, lists in brackets, maps in braces.
  public var description: String {
    switch self {
    case .string(let text): text
    case .null, .boolean, .integer, .float, .temporal, .point, .list, .map, .node, .edge, .path: literal
    }
  }

  /// The value with strings quoted, as it would be written in a query.
  public var literal: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): String(flag)
    case .integer(let number): String(number)
    case .float(let number):
      number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : String(number)
    case .string(let text): "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    case .temporal(let moment): moment.description
    case .point(let point): point.description
    case .node(let node): "(#\(node.rawValue))"
    case .edge(let edge): "[#\(edge.rawValue)]"
    case .path(let path): path.description
    case .list(let values): "[" + values.map(\.literal).joined(separator: ", ") + "]"
    case .map(let map): "{" + map.entries.map { "\($0.key): \($0.value.literal)" }.joined(separator: ", ") + "}"
    }
  }
}
