import Dispatch
import GraphModel
import JSONText
import Synchronization

/// How the values of one property are written in a format that has columns.
enum ColumnKind: String, Sendable {
  case boolean, long, double, string
  /// JSON text.
  case value

  /// The kind of one value.
  init(_ value: Value) {
    switch value {
    case .boolean: self = .boolean
    case .integer: self = .long
    case .float: self = .double
    case .string: self = .string
    case .null, .temporal, .point, .list, .map, .node, .edge, .path: self = .value
    }
  }
}

/// Which values of a column are alike for a format, so that one of them tells what all of them are.
struct AlikeValues: OptionSet {
  let rawValue: Int
  /// All numbers of one type.
  static let numbers = AlikeValues(rawValue: 1)
  /// All texts.
  static let texts = AlikeValues(rawValue: 2)
}

/// The properties of all nodes or of all edges, in the order of their names, each with what its values have in common.
struct PropertyColumns<Kind: Sendable>: Sendable {
  let names: [String]
  let kinds: [Kind]
  private let positions: [String: Int]

  /// Looks at as many values as the format needs, several properties at once; at a text that many elements have once.
  ///
  /// - Parameters:
  ///   - source: The graph.
  ///   - element: Whether nodes or edges are looked at.
  ///   - alike: Values of which one of a kind is enough.
  ///   - kind: The kind of one value; the second argument is what is known of the values before.
  init(
    _ source: any GraphSource, of element: ElementKind, alike: AlikeValues,
    _ kind: @escaping @Sendable (Value, Kind?) -> Kind
  ) {
    let all = source.propertyNames(of: element)
    let positions = 0..<(element == .node ? source.nodeCount : source.edgeCount)
    let found = Mutex<[String: Kind]>([:])
    DispatchQueue.concurrentPerform(iterations: all.count) { number in
      var column = ColumnLook(alike: alike, kind: kind)
      source.withValues(of: all[number], element, in: positions) { column.look(at: $0) }
      found.withLock { [known = column.known] in $0[all[number]] = known }
    }
    let sorted = found.withLock { found in found.sorted { $0.key < $1.key } }
    names = sorted.map(\.key)
    kinds = sorted.map(\.value)
    self.positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
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

/// What the values of one property have in common, while they are looked at.
private struct ColumnLook<Kind> {
  let alike: AlikeValues
  let kind: (Value, Kind?) -> Kind
  private(set) var known: Kind?
  private var hasText = false
  private var seen: [Bool] = []

  init(alike: AlikeValues, kind: @escaping (Value, Kind?) -> Kind) { (self.alike, self.kind) = (alike, kind) }

  mutating func look(at run: ValueRun) {
    guard let first = run.firstPosition else { return }
    switch run.values {
    case .integers(let numbers):
      if alike.contains(.numbers) { return add(.integer(numbers[first])) }
      run.visit { add(.integer(numbers[$1])) }
    case .floats(let numbers):
      if alike.contains(.numbers) { return add(.float(numbers[first])) }
      run.visit { add(.float(numbers[$1])) }
    case .texts(let numbers, let texts):
      if alike.contains(.texts) { return add(.string(texts[Int(numbers[first])])) }
      if seen.isEmpty { seen = Array(repeating: false, count: texts.count) }
      run.visit { _, position in
        let number = Int(numbers[position])
        if !seen[number] { add(.string(texts[number])) }
        seen[number] = true
      }
    case .any(let values):
      run.visit { _, position in
        if hasText, case .string = values[position] { return }
        add(values[position])
      }
    }
  }

  private mutating func add(_ value: Value) {
    known = kind(value, known)
    // Further texts tell nothing more; their bytes, which lie all over the memory, are not touched.
    if alike.contains(.texts), case .string = value { hasText = true }
  }
}

extension PropertyColumns<ColumnKind> {
  /// The columns of the nodes or the edges of a source.
  ///
  /// - Parameter canHold: Whether the format can hold a text; a column that has another one is JSON. `nil` where it can hold all.
  init(
    _ source: any GraphSource, of element: ElementKind, _ canHold: (@Sendable (String) -> Bool)? = nil
  ) {
    self.init(source, of: element, alike: canHold == nil ? [.numbers, .texts] : .numbers) { value, known in
      // What is JSON once stays so, whatever else comes.
      if known == .value { return .value }
      let kind = value.text.map { canHold?($0) ?? true } ?? true ? ColumnKind(value) : .value
      return known == nil || known == kind ? kind : .value
    }
  }
}

extension ColumnKind {
  /// A value as a column of this kind holds it.
  func text(of value: Value) -> String {
    switch (self, value) {
    case (.value, _): XMLText.json(ValueText.output(of: value).text())
    case (_, .float(let number)): ValueText.text(ofFloat: number)
    case (_, .string(let text)): text
    case (_, .integer(let number)): String(number)
    default: value.description
    }
  }
}
