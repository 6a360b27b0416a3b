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

  /// Looks at every value once, several properties at once.
  ///
  /// - Parameters:
  ///   - source: The graph.
  ///   - element: Whether nodes or edges are looked at.
  ///   - numbersDiffer: Whether numbers of one type may be of several kinds.
  ///   - kind: The kind of one value; the second argument is what is known of the values before.
  init(
    _ source: any GraphSource, of element: ElementKind, numbersDiffer: Bool,
    _ kind: @escaping @Sendable (Value, Kind?) -> Kind
  ) {
    let all = source.propertyNames(of: element)
    let found = Mutex<[String: Kind]>([:])
    DispatchQueue.concurrentPerform(iterations: all.count) { number in
      var known: Kind?
      source.forEachDistinctValue(of: all[number], element) { value in
        known = kind(value, known)
        return numbersDiffer
      }
      found.withLock { [known] in $0[all[number]] = known }
    }
    let sorted = found.withLock { found in found.sorted { $0.key < $1.key } }
    names = sorted.map(\.key)
    kinds = sorted.map(\.value)
    positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
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
  /// The columns of the nodes or the edges of a source.
  init(_ source: any GraphSource, of element: ElementKind) {
    self.init(source, of: element, numbersDiffer: false, Self.kind)
  }

  /// What is JSON once stays so, whatever else comes.
  private static func kind(_ value: Value, _ known: ColumnKind?) -> ColumnKind {
    known == .value ? .value : known.map { join($0, ColumnKind(value)) } ?? ColumnKind(value)
  }

  private static func join(_ one: ColumnKind, _ other: ColumnKind) -> ColumnKind { one == other ? one : .value }
}

/// The values of one column as XML text, each between the same two pieces.
struct ColumnTexts {
  private let kind: ColumnKind
  private let opening: ShortText
  private let closing: ShortText

  /// Prepares a column.
  ///
  /// - Parameters:
  ///   - opening: What stands before each value, at most 32 bytes.
  ///   - closing: What stands behind each, at most 32 bytes.
  init(_ kind: ColumnKind, opening: String, closing: String) {
    (self.kind, self.opening, self.closing) = (kind, ShortText(opening), ShortText(closing))
  }

  /// Adds a value.
  @inline(__always)
  func append(_ value: Value, to sink: inout TextSink) {
    sink.append(opening)
    switch (kind, value) {
    case (.value, _): sink.appendXML(kind.text(of: value))
    case (_, .string(let text)): sink.appendXML(text)
    case (_, .integer(let number)): sink.append(integer: number)
    case (_, .float(let number)): sink.append(float: number)
    case (_, .boolean(let flag)): sink.append(literal: flag ? "true" : "false")
    default: sink.appendXML(kind.text(of: value))
    }
    sink.append(closing)
  }
}

extension ColumnKind {
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
