import CypherSyntax
import GraphModel

// Steps that keep rows before they hand them on.

extension Compilation {
  /// Rows whose values in some slots did not occur before.
  func distinct(_ plan: Plan, _ slots: [Slot], _ sink: @escaping Sink) -> Run {
    let seen = SeenRows()
    let run = compile(before: plan) { frame throws(CypherError) in
      try seen.insert(slots, frame) ? try sink(frame) : true
    }
    return { frame throws(CypherError) in
      seen.removeAll()
      return try run(frame)
    }
  }

  /// All rows of the steps before, before the first goes on.
  func eager(_ plan: Plan, _ kept: [Slot], _ sink: @escaping Sink) -> Run {
    let rows = KeptRows(width: kept.count)
    let run = compile(before: plan) { frame throws(CypherError) in
      frame.save(kept, into: &rows.values)
      rows.count += 1
      try frame.context.checkMemory(holding: rows.values.count)
      return true
    }
    return { frame throws(CypherError) in
      rows.removeAll()
      _ = try run(frame)
      let (values, count) = rows.take()
      for row in 0..<count {
        frame.restore(kept, from: values, at: row * kept.count)
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }

  /// Rows in the order of some expressions; with a limit only the first so many.
  func sort(
    _ plan: Plan, _ items: [BoundSortItem], _ limit: BoundExpression?, _ kept: [Slot], _ sink: @escaping Sink
  ) -> Run {
    let keys = items.map { evaluation($0.expression) }
    let order = SortOrder(isDescending: items.map(\.isDescending), width: kept.count)
    let limit = limit.map { rowCount($0, "LIMIT") }
    let run = compile(before: plan) { frame throws(CypherError) in
      try frame.context.tick()
      for key in keys { order.keys.append(try key(frame)) }
      if order.dropsLast() { return true }
      frame.save(kept, into: &order.values)
      order.count += 1
      order.cutIfWorthwhile()
      try frame.context.checkMemory(holding: order.values.count)
      return true
    }
    return { frame throws(CypherError) in
      order.begin(limit: try limit?(frame))
      _ = try run(frame)
      let (values, rows) = order.sorted()
      for row in rows {
        frame.restore(kept, from: values, at: row * kept.count)
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

/// Rows that are kept until the steps before have ended.
private final class KeptRows {
  let width: Int
  @exclusivity(unchecked) var values: [Value] = []
  @exclusivity(unchecked) var count = 0

  init(width: Int) { self.width = width }

  func removeAll() {
    values = []
    count = 0
  }

  func take() -> ([Value], Int) {
    defer { removeAll() }
    return (values, count)
  }
}

/// Rows with the keys that order them.
private final class SortOrder {
  private let isDescending: [Bool]
  private let width: Int
  @exclusivity(unchecked) private var limit: Int?
  @exclusivity(unchecked) var keys: [Value] = []
  @exclusivity(unchecked) var values: [Value] = []
  @exclusivity(unchecked) var count = 0
  /// The keys of the last row within the limit when rows were thrown away the last time.
  @exclusivity(unchecked) private var last: [Value] = []

  init(isDescending: [Bool], width: Int) {
    self.isDescending = isDescending
    self.width = width
  }

  func begin(limit: Int?) {
    self.limit = limit
    keys = []
    values = []
    last = []
    count = 0
  }

  /// Drops the keys just added if so many rows come before them that the limit will cut them off.
  func dropsLast() -> Bool {
    if last.isEmpty { return false }
    let start = keys.count - isDescending.count
    for (column, isDescending) in isDescending.enumerated() {
      let comparison = orderability(keys[start + column], last[column])
      if comparison != 0, (comparison < 0) != isDescending { return false }
      if comparison != 0 { break }
    }
    keys.removeLast(isDescending.count)
    return true
  }

  /// The positions of the rows in order; rows with equal keys stay in the order in which they came.
  private func positions() -> ArraySlice<Int> {
    let order = (0..<count).sorted { left, right in
      for (column, isDescending) in isDescending.enumerated() {
        let comparison = orderability(
          keys[left * self.isDescending.count + column], keys[right * self.isDescending.count + column])
        if comparison != 0 { return (comparison < 0) != isDescending }
      }
      return left < right
    }
    return limit.map { order.prefix($0) } ?? order[...]
  }

  /// Throws rows away that the limit will cut off, now and then.
  func cutIfWorthwhile() {
    guard let limit, limit < 1_000_000, count >= 2 * limit + 1024 else { return }
    let first = positions()
    if let row = first.last { last = Array(keys[(row * isDescending.count)..<((row + 1) * isDescending.count)]) }
    let kept = first.sorted()
    // Positions ascend, so rows that tie stay in the order in which they came.
    keys = kept.flatMap { keys[($0 * isDescending.count)..<(($0 + 1) * isDescending.count)] }
    values = kept.flatMap { values[($0 * width)..<(($0 + 1) * width)] }
    count = kept.count
  }

  func sorted() -> ([Value], ArraySlice<Int>) {
    let rows = positions()
    defer { begin(limit: nil) }
    return (values, rows)
  }
}

/// The combinations of values that occurred so far.
final class SeenRows {
  @exclusivity(unchecked) private var single: Set<GroupKey> = []
  @exclusivity(unchecked) private var several: Set<[GroupKey]> = []

  func removeAll() {
    single = []
    several = []
  }

  /// Whether the values of some slots are a new combination.
  func insert(_ slots: [Slot], _ frame: Frame) throws(CypherError) -> Bool {
    try frame.context.tick()
    if slots.count == 1 { return single.insert(GroupKey(frame[slots[0]])).inserted }
    try frame.context.checkMemory(holding: several.count * slots.count)
    return several.insert(slots.map { GroupKey(frame[$0]) }).inserted
  }
}
