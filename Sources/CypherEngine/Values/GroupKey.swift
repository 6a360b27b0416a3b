package import GraphModel

/// A value as DISTINCT, grouping and UNION see it: null equals null, NaN equals NaN, 1 equals 1.0, at any depth.
package struct GroupKey: Hashable, Sendable {
  /// The value.
  package let value: Value

  /// Wraps a value; nothing is allocated.
  @inline(__always)
  package init(_ value: Value) { self.value = value }

  /// Whether two values fall into one group.
  package static func == (left: GroupKey, right: GroupKey) -> Bool { isSameGroup(left.value, right.value) }

  /// Feeds the value to a hash function, numbers alike whatever their type.
  package func hash(into hasher: inout Hasher) { feed(value, to: &hasher) }
}

func isSameGroup(_ left: Value, _ right: Value) -> Bool {
  switch (left, right) {
  case (.integer(let a), .integer(let b)): a == b
  case (.string(let a), .string(let b)): isSameText(a, b)
  case (.node(let a), .node(let b)): a == b
  case (.edge(let a), .edge(let b)): a == b
  case (.null, .null): true
  case (.float(let a), .float(let b)): a == b || a.isNaN && b.isNaN
  case (.list(let a), .list(let b)): a.count == b.count && a.indices.allSatisfy { isSameGroup(a[$0], b[$0]) }
  case (.map(let a), .map(let b)):
    a.entries.count == b.entries.count
      && a.entries.indices.allSatisfy {
        isSameText(a.entries[$0].key, b.entries[$0].key) && isSameGroup(a.entries[$0].value, b.entries[$0].value)
      }
  default: orderability(left, right) == 0
  }
}

private func feed(_ value: Value, to hasher: inout Hasher) {
  switch value {
  case .integer(let number): hasher.combine(number)
  case .string(let text): feed(text, to: &hasher)
  case .node(let node): hasher.combine(node.rawValue)
  case .edge(let edge): hasher.combine(~edge.rawValue)
  case .null: hasher.combine(0 as UInt8)
  case .boolean(let flag): hasher.combine(flag)
  case .float(let number): feed(number, to: &hasher)
  case .list(let values):
    hasher.combine(values.count)
    for value in values { feed(value, to: &hasher) }
  case .map(let map):
    hasher.combine(map.entries.count)
    for entry in map.entries {
      feed(entry.key, to: &hasher)
      feed(entry.value, to: &hasher)
    }
  case .temporal(let moment): hasher.combine(moment)
  case .point(let point):
    hasher.combine(point.system)
    for coordinate in [point.x, point.y, point.z] { feed(coordinate, to: &hasher) }
  case .path(let path): hasher.combine(path)
  }
}

/// Whole numbers as integers, and one hash for all that are no number.
private func feed(_ number: Double, to hasher: inout Hasher) {
  if let whole = Int64(exactly: number) {
    hasher.combine(whole)
  } else {
    hasher.combine(number.isNaN ? Double.nan.bitPattern : number.bitPattern)
  }
}

/// The bytes as they are, since texts are compared by code point; `String`'s own hash first composes letters.
private func feed(_ text: String, to hasher: inout Hasher) {
  let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  hasher.combine(0xFF as UInt8)
}
