import GraphModel

/// The values of one property key, by the position of the node or edge.
///
/// Values stand in chunks; a chunk exists only where one of its elements has a value, because keys belong to labels
/// and the nodes of a label usually lie together.
struct PropertyColumn: Sendable {
  private static var shift: Int { 9 }
  private static var length: Int { 1 << shift }
  private static var mask: Int { length - 1 }

  private var chunks: [ContiguousArray<Value>?] = []
  /// How many elements have a value.
  private(set) var count = 0

  subscript(index: Int) -> Value? {
    get {
      let chunk = index >> Self.shift
      guard chunk < chunks.count, let value = chunks[chunk]?[index & Self.mask], !value.isNull else { return nil }
      return value
    }
    set {
      let chunk = index >> Self.shift
      let isKept = newValue.map { !$0.isNull } ?? false
      if isKept {
        while chunks.count <= chunk { chunks.append(nil) }
        if chunks[chunk] == nil { chunks[chunk] = ContiguousArray(repeating: .null, count: Self.length) }
      }
      guard chunk < chunks.count, let old = chunks[chunk]?[index & Self.mask] else { return }
      count += (isKept ? 1 : 0) - (old.isNull ? 0 : 1)
      chunks[chunk]?[index & Self.mask] = newValue ?? .null
    }
  }
}

/// The columns of all keys, numbered by the interner.
struct PropertyTable: Sendable {
  private(set) var columns: [PropertyColumn] = []

  func value(_ key: UInt16, _ index: Int) -> Value? {
    Int(key) < columns.count ? columns[Int(key)][index] : nil
  }

  mutating func set(_ value: Value?, _ key: UInt16, _ index: Int) {
    while columns.count <= Int(key) { columns.append(PropertyColumn()) }
    columns[Int(key)][index] = value
  }

  /// All values of one element, sorted by the names of their keys.
  func all(_ index: Int, _ keys: Interner) -> [(key: PropertyKey, value: Value)] {
    var found: [(key: PropertyKey, value: Value)] = []
    for (token, column) in columns.enumerated() {
      if let value = column[index] { found.append((PropertyKey(keys.name(of: UInt16(token))), value)) }
    }
    return found.sorted { $0.key < $1.key }
  }

  mutating func removeAll(_ index: Int) {
    for token in columns.indices { columns[token][index] = nil }
  }
}
