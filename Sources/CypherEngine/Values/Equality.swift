package import GraphModel

/// Whether two values are equal, as `=` says it: unknown (`nil`) when a null decides.
///
/// Numbers compare by what they are, so 1 equals 1.0; NaN equals nothing; values of different types are different. Lists and
/// maps are compared element by element: one difference makes them different, otherwise a null leaves the answer open.
///
/// - Complexity: O(1) for numbers and elements of the graph, otherwise linear in the smaller value.
package func cypherEquals(_ left: Value, _ right: Value) -> Bool? {
  switch (left, right) {
  case (.null, _), (_, .null): return nil
  case (.integer(let a), .integer(let b)): return a == b
  case (.string(let a), .string(let b)): return isSameText(a, b)
  case (.float(let a), .float(let b)): return a == b
  case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): return isSameNumber(a, b)
  case (.boolean(let a), .boolean(let b)): return a == b
  case (.node(let a), .node(let b)): return a == b
  case (.edge(let a), .edge(let b)): return a == b
  case (.temporal(let a), .temporal(let b)): return a == b
  case (.list(let a), .list(let b)): return equals(a, b)
  case (.map(let a), .map(let b)): return equals(a, b)
  case (.path(let a), .path(let b)): return a == b
  case (.point(let a), .point(let b)): return a == b
  default: return false
  }
}

private func equals(_ left: [Value], _ right: [Value]) -> Bool? {
  guard left.count == right.count else { return false }
  var answer: Bool? = true
  for position in left.indices {
    switch cypherEquals(left[position], right[position]) {
    case false?: return false
    case nil: answer = nil
    case true?: break
    }
  }
  return answer
}

private func equals(_ left: ValueMap, _ right: ValueMap) -> Bool? {
  guard left.entries.count == right.entries.count else { return false }
  for position in left.entries.indices where left.entries[position].key != right.entries[position].key { return false }
  var answer: Bool? = true
  for position in left.entries.indices {
    switch cypherEquals(left.entries[position].value, right.entries[position].value) {
    case false?: return false
    case nil: answer = nil
    case true?: break
    }
  }
  return answer
}

/// Whether two texts have the same code points. Swift's own `==` takes composed and decomposed letters for equal, and is slow
/// on texts beyond ASCII that differ.
@inline(__always)
func isSameText(_ left: String, _ right: String) -> Bool {
  guard left.utf8.count == right.utf8.count else { return false }
  return compareText(left, right) == 0
}

/// Whether an integer and a float are the same number, without rounding the integer.
@inline(__always)
func isSameNumber(_ integer: Int64, _ float: Double) -> Bool { Int64(exactly: float) == integer }
