import Dispatch
import GraphModel
import JSONText
import Synchronization

/// How the values of one property are written in a format that has columns.
enum ColumnKind: String, Sendable {
  case boolean, long, double, string
  /// JSON text.
  case value

  /// The kind of one value; texts that XML cannot hold are JSON.
  init(_ value: Value) {
    switch value {
    case .boolean: self = .boolean
    case .integer: self = .long
    case .float: self = .double
    case .string(let text): self = XMLText.canHold(text) ? .string : .value
    case .null, .temporal, .point, .list, .map, .node, .edge, .path: self = .value
    }
  }
}

/// The properties of all nodes or of all edges, in the order of their names, each with what its values have in common.
struct PropertyColumns<Kind: Sendable>: Sendable {
  let names: [String]
  let kinds: [Kind]
  private let positions: [String: Int]
  /// The column of each number that the source gives a name.
  private let columnOfKey: [Int]

  /// Looks at every value once, large graphs from several threads.
  ///
  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - read: Hands over the properties of an element.
  ///   - distinct: Hands over all that are different at once, if the source can.
  ///   - kind: The kind of one value; the second argument is what is known of the values before.
  ///   - join: What two kinds have in common; it must not depend on the order.
  init(
    _ count: Int, _ read: @escaping @Sendable (Int, PropertyReader) -> Void, _ distinct: (PropertyReader) -> Bool,
    _ kind: @escaping @Sendable (Value, Kind?) -> Kind, _ join: (Kind, Kind) -> Kind
  ) {
    var whole = Found()
    let isWhole = distinct { whole.add($0, $1, $2, kind) }
    let chunk = 16384
    let chunks = isWhole ? 0 : (count + chunk - 1) / chunk
    let found = Mutex([Int: Found](minimumCapacity: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { number in
      var part = Found()
      for position in number * chunk..<min(count, (number + 1) * chunk) {
        part.next = 0
        read(position) { part.add($0, $1, $2, kind) }
      }
      found.withLock { [part] in $0[number] = part }
    }
    var all: [String: Kind] = [:]
    let parts = isWhole ? [whole] : found.withLock { found in (0..<chunks).compactMap { found[$0] } }
    for part in parts {
      for (name, kind) in zip(part.names, part.kinds) { all[name] = all[name].map { join($0, kind) } ?? kind }
    }
    let sorted = all.sorted { $0.key < $1.key }
    names = sorted.map(\.key)
    kinds = sorted.map(\.value)
    let positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var columnOfKey: [Int] = []
    for part in parts {
      for (key, slot) in part.slotOfKey.enumerated() where slot >= 0 {
        while columnOfKey.count <= key { columnOfKey.append(-1) }
        columnOfKey[key] = positions[part.names[slot]] ?? -1
      }
    }
    (self.positions, self.columnOfKey) = (positions, columnOfKey)
  }

  /// The properties of some elements, in the order in which they are met.
  private struct Found {
    var names: [String] = []
    var kinds: [Kind] = []
    private var known: [String: Int] = [:]
    /// The place of a name by the number that the source gives it.
    private(set) var slotOfKey: [Int] = []

    /// The place behind the one found last: elements of one label have the same properties, so that it is mostly the next.
    var next = 0

    mutating func add(_ key: Int, _ name: String, _ value: Value, _ kind: (Value, Kind?) -> Kind) {
      if key >= 0, key < slotOfKey.count, slotOfKey[key] >= 0 {
        next = slotOfKey[key]
      } else {
        if next >= names.count || names[next] != name { next = known[name] ?? names.count }
        if key >= 0 {
          while slotOfKey.count <= key { slotOfKey.append(-1) }
          slotOfKey[key] = next
        }
      }
      if next == names.count {
        known[name] = next
        names.append(name)
        kinds.append(kind(value, nil))
      } else {
        kinds[next] = kind(value, kinds[next])
      }
      next += 1
    }
  }

  /// The column of a property by the number that the source gives its name, else by the name.
  @inline(__always)
  func column(_ key: Int, _ name: String) -> Int {
    key >= 0 && key < columnOfKey.count && columnOfKey[key] >= 0 ? columnOfKey[key] : positions[name] ?? 0
  }

  /// The column of a property.
  ///
  /// - Parameter hint: The column of the property before; since properties are sorted, the right one is seldom far.
  func position(of name: String, after hint: Int) -> Int {
    var candidate = hint + 1
    let end = min(names.count, hint + 5)
    while candidate < end {
      if names[candidate] == name { return candidate }
      candidate += 1
    }
    return positions[name] ?? 0
  }
}

extension PropertyColumns<ColumnKind> {
  /// The columns of the nodes of a source.
  static func nodes(of source: any GraphSource) -> Self {
    Self(source.nodeCount, source.forEachProperty(ofNode:_:), source.forEachDistinctNodeProperty, Self.kind, Self.join)
  }

  /// The columns of the edges of a source.
  static func edges(of source: any GraphSource) -> Self {
    Self(source.edgeCount, source.forEachProperty(ofEdge:_:), source.forEachDistinctEdgeProperty, Self.kind, Self.join)
  }

  /// What is JSON once stays so, whatever else comes.
  private static func kind(_ value: Value, _ known: ColumnKind?) -> ColumnKind {
    known == .value ? .value : known.map { join($0, ColumnKind(value)) } ?? ColumnKind(value)
  }

  private static func join(_ one: ColumnKind, _ other: ColumnKind) -> ColumnKind { one == other ? one : .value }
}

extension ColumnKind {
  /// Adds a value as a column of this kind holds it, as XML text.
  func append(_ value: Value, to sink: inout TextSink) {
    switch (self, value) {
    case (.value, _): sink.appendXML(text(of: value))
    case (_, .string(let text)): sink.appendXML(text)
    case (_, .integer(let number)): sink.append(integer: number)
    default: sink.appendXML(text(of: value))
    }
  }

  /// A value as a column of this kind holds it.
  func text(of value: Value) -> String {
    switch (self, value) {
    case (.value, _): ValueText.output(of: value).text()
    case (_, .float(let number)): ValueText.text(ofFloat: number)
    case (_, .string(let text)): text
    case (_, .integer(let number)): String(number)
    default: value.description
    }
  }
}
