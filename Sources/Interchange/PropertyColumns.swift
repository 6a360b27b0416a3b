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
  /// The column of each number that the source gives a name; -1 where nobody has the property.
  private let columnOfKey: [Int]

  /// Looks at every value once, large graphs from several threads.
  ///
  /// - Parameters:
  ///   - source: The graph.
  ///   - element: Whether nodes or edges are looked at.
  ///   - kind: The kind of one value; the second argument is what is known of the values before.
  ///   - join: What two kinds have in common; it must not depend on the order.
  init(
    _ source: any GraphSource, of element: ElementKind, _ kind: @escaping @Sendable (Value, Kind?) -> Kind,
    _ join: (Kind, Kind) -> Kind
  ) {
    let keys = source.keys(of: element)
    let found = Self.byKeys(source, of: element, keys, kind) ?? Self.byElements(source, of: element, keys, kind, join)
    let sorted = found.sorted { $0.key < $1.key }
    names = sorted.map(\.key)
    kinds = sorted.map(\.value)
    positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    columnOfKey = keys.map { [positions] in positions[$0] ?? -1 }
  }

  /// The kinds of the values of each key, several keys at once; `nil` where the source cannot be asked for keys.
  private static func byKeys(
    _ source: any GraphSource, of element: ElementKind, _ keys: [String],
    _ kind: @escaping @Sendable (Value, Kind?) -> Kind
  ) -> [String: Kind]? {
    guard !keys.isEmpty, source.forEachDistinctValue(ofKey: 0, of: element, { _ in }) else { return nil }
    let found = Mutex<[String: Kind]>([:])
    DispatchQueue.concurrentPerform(iterations: keys.count) { key in
      var known: Kind?
      _ = source.forEachDistinctValue(ofKey: key, of: element) { known = kind($0, known) }
      found.withLock { [known] in $0[keys[key]] = known }
    }
    return found.withLock { $0 }
  }

  /// The kinds of the values of each name, by asking every element.
  private static func byElements(
    _ source: any GraphSource, of element: ElementKind, _ keys: [String],
    _ kind: @escaping @Sendable (Value, Kind?) -> Kind,
    _ join: (Kind, Kind) -> Kind
  ) -> [String: Kind] {
    let count = element == .node ? source.nodeCount : source.edgeCount
    let chunk = 16384
    let parts = Mutex<[[String: Kind]]>([])
    DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { number in
      var part = Found()
      for position in number * chunk..<min(count, (number + 1) * chunk) {
        part.next = 0
        source.forEachProperty(of: element, at: position) { property in
          switch property {
          case .named(let name, let value): part.add(name, value, kind)
          case .numbered(let key, let value): part.add(keys[key], value, kind)
          case .repeated(let key, let text):
            part.add(keys[key], .string(source.text(text, ofKey: key, of: element)), kind)
          }
        }
      }
      parts.withLock { [part] in $0.append(part.kinds) }
    }
    return parts.withLock { parts in parts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: join) } }
  }

  /// The properties of some elements, in the order in which they are met.
  private struct Found {
    private var found: [(name: String, kind: Kind)] = []
    private var known: [String: Int] = [:]

    /// The place behind the one found last: elements of one label have the same properties, so that it is mostly the next.
    var next = 0

    /// What was found.
    var kinds: [String: Kind] { Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.kind) }) }

    mutating func add(_ name: String, _ value: Value, _ kind: (Value, Kind?) -> Kind) {
      if next >= found.count || found[next].name != name { next = known[name] ?? found.count }
      if next == found.count {
        known[name] = next
        found.append((name, kind(value, nil)))
      } else {
        found[next].kind = kind(value, found[next].kind)
      }
      next += 1
    }
  }

  /// The column of a name.
  func column(named name: String) -> Int { positions[name] ?? 0 }

  /// The column of the number that the source gives a name.
  func column(ofKey key: Int) -> Int { columnOfKey[key] }

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
  /// The columns of the nodes or the edges of a source.
  init(_ source: any GraphSource, of element: ElementKind) { self.init(source, of: element, Self.kind, Self.join) }

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
    case (_, .float(let number)): sink.append(ValueText.text(ofFloat: number))
    case (_, .boolean(let flag)): sink.append(literal: flag ? "true" : "false")
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
