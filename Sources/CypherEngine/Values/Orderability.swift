package import GraphModel

/// The sign of the difference of two values in the total order of ORDER BY, `min` and `max`: negative when the first comes first.
///
/// Any two values have an order, null last: map, node, relationship, list, path, point, date with time and zone, date with
/// time, date, time with zone, time, duration, string, boolean, number, NaN, null. Values that are equal for grouping
/// (``GroupKey``), and only those, have the difference 0.
///
/// - Complexity: O(1) for numbers and elements of the graph, otherwise linear in the common beginning.
package func orderability(_ left: Value, _ right: Value) -> Int {
  switch (left, right) {
  case (.integer(let a), .integer(let b)): return sign(a, b)
  case (.string(let a), .string(let b)): return compareText(a, b)
  case (.float(let a), .float(let b)): return orderFloats(a, b)
  case (.integer(let a), .float(let b)): return b.isNaN ? -1 : compareNumber(a, b)
  case (.float(let a), .integer(let b)): return a.isNaN ? 1 : -compareNumber(b, a)
  case (.boolean(let a), .boolean(let b)): return a == b ? 0 : b ? -1 : 1
  case (.temporal(let a), .temporal(let b)): return orderTemporals(a, b)
  case (.node(let a), .node(let b)): return sign(a, b)
  case (.edge(let a), .edge(let b)): return sign(a, b)
  case (.list(let a), .list(let b)): return orderLists(a, b)
  case (.map(let a), .map(let b)): return orderMaps(a, b)
  case (.path(let a), .path(let b)): return orderPaths(a, b)
  case (.point(let a), .point(let b)): return orderPoints(a, b)
  default: return sign(left.rank, right.rank)
  }
}

@inline(__always)
func sign<Key: Comparable>(_ left: Key, _ right: Key) -> Int { left < right ? -1 : left == right ? 0 : 1 }

private func orderFloats(_ left: Double, _ right: Double) -> Int {
  if left.isNaN || right.isNaN { return left.isNaN ? (right.isNaN ? 0 : 1) : -1 }
  return sign(left, right)
}

private func orderLists(_ left: [Value], _ right: [Value]) -> Int {
  for position in 0..<min(left.count, right.count) {
    let difference = orderability(left[position], right[position])
    if difference != 0 { return difference }
  }
  return sign(left.count, right.count)
}

/// Small maps first, then by the names, then by the values in the order of the names.
private func orderMaps(_ left: ValueMap, _ right: ValueMap) -> Int {
  if left.entries.count != right.entries.count { return sign(left.entries.count, right.entries.count) }
  for position in left.entries.indices {
    let difference = compareText(left.entries[position].key, right.entries[position].key)
    if difference != 0 { return difference }
  }
  for position in left.entries.indices {
    let difference = orderability(left.entries[position].value, right.entries[position].value)
    if difference != 0 { return difference }
  }
  return 0
}

private func orderPaths(_ left: GraphPath, _ right: GraphPath) -> Int {
  for position in 0..<min(left.nodes.count, right.nodes.count) {
    let nodes = sign(left.nodes[position], right.nodes[position])
    if nodes != 0 { return nodes }
    guard position < left.edges.count, position < right.edges.count else { break }
    let edges = sign(left.edges[position], right.edges[position])
    if edges != 0 { return edges }
  }
  return sign(left.nodes.count, right.nodes.count)
}

private func orderPoints(_ left: Point, _ right: Point) -> Int {
  if left.system != right.system { return sign(left.system.rawValue, right.system.rawValue) }
  for (a, b) in [(left.x, right.x), (left.y, right.y), (left.z, right.z)] {
    let difference = orderFloats(a, b)
    if difference != 0 { return difference }
  }
  return 0
}

private func orderTemporals(_ left: Temporal, _ right: Temporal) -> Int {
  if case .duration(let a) = left, case .duration(let b) = right { return orderDurations(a, b) }
  return compareMoments(left, right) ?? sign(left.rank, right.rank)
}

/// Durations have no order of their own: by their length with months and days of average length, then by the parts.
private func orderDurations(_ left: CalendarDuration, _ right: CalendarDuration) -> Int {
  if left == right { return 0 }
  let lengths = sign(left.averageSeconds, right.averageSeconds)
  if lengths != 0 { return lengths }
  if left.nanoseconds != right.nanoseconds { return sign(left.nanoseconds, right.nanoseconds) }
  return left.months != right.months ? sign(left.months, right.months) : sign(left.days, right.days)
}

extension Value {
  /// The place of the type in the order of types.
  fileprivate var rank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .edge: 2
    case .list: 3
    case .path: 4
    case .point: 5
    case .temporal(let moment): 6 + moment.rank
    case .string: 12
    case .boolean: 13
    case .integer, .float: 14
    case .null: 15
    }
  }
}

extension Temporal {
  /// The place of the kind in the order of kinds.
  fileprivate var rank: Int {
    switch self {
    case .dateTime: 0
    case .localDateTime: 1
    case .date: 2
    case .time: 3
    case .localTime: 4
    case .duration: 5
    }
  }
}
