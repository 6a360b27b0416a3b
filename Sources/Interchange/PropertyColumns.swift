import GraphModel
import JSONText

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

  /// Looks at every value once.
  ///
  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - properties: The properties of an element.
  ///   - join: What a value and the values before it have in common; the second argument is `nil` for the first value.
  init(_ count: Int, _ properties: (Int) -> [InterchangeGraph.Property], _ join: (Value, Kind?) -> Kind) {
    var order: [String] = []
    var kinds: [Kind] = []
    var known: [String: Int] = [:]
    // Elements of one label have the same properties: the one behind the last found is mostly the next.
    var next = 0
    for position in 0..<count {
      for property in properties(position) {
        if next >= order.count || order[next] != property.key {
          next = known[property.key] ?? order.count
        }
        if next == order.count {
          known[property.key] = next
          order.append(property.key)
          kinds.append(join(property.value, nil))
        } else {
          kinds[next] = join(property.value, kinds[next])
        }
        next += 1
      }
    }
    let sorted = order.indices.sorted { order[$0] < order[$1] }
    names = sorted.map { order[$0] }
    self.kinds = sorted.map { kinds[$0] }
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
  /// The columns of the nodes of a source.
  static func nodes(of source: any GraphSource) -> Self {
    Self(source.nodeCount, { source.node(at: $0).properties }, Self.join)
  }

  /// The columns of the edges of a source.
  static func edges(of source: any GraphSource) -> Self {
    Self(source.edgeCount, { source.edge(at: $0).properties }, Self.join)
  }

  private static func join(_ value: Value, _ known: ColumnKind?) -> ColumnKind {
    if known == .value { return .value }
    let kind = ColumnKind(value)
    return known == nil || known == kind ? kind : .value
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
