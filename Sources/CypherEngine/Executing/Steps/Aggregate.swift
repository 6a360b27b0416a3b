import CypherSyntax
import GraphModel

extension Compilation {
  /// One row for each group of rows with equal keys, in the order in which the groups were met first.
  func aggregate(
    _ plan: Plan, _ keys: [BoundAssignment], _ aggregates: [BoundAggregate], _ weight: Slot?, _ sink: @escaping Sink
  ) -> Run {
    let keySlots = keys.map(\.slot)
    let keyValues = keys.map { Computation(value: evaluation($0.expression)) }
    let columns = aggregates.map { aggregate in
      AggregateColumn(aggregate, aggregate.arguments.map { Computation(value: evaluation($0)) })
    }
    let groups = Groups(columns, weight)
    let source = keys.count == 1 ? keys[0].expression.elementSlot : nil
    let run = compile(before: plan) { frame throws(CypherError) in
      let group: Int
      if let source, case .node(let node) = frame[source] {
        if let known = groups.group(ofElement: node) {
          group = known
        } else {
          group = groups.group(of: try keyValues[0].value(frame))
          groups.remember(group, ofElement: node)
        }
      } else if keyValues.count == 1 {
        group = groups.group(of: try keyValues[0].value(frame))
      } else {
        var values: [Value] = []
        for key in keyValues { values.append(try key.value(frame)) }
        group = groups.group(of: values)
      }
      try groups.add(frame, to: group)
      return true
    }
    return { frame throws(CypherError) in
      groups.removeAll()
      if keys.isEmpty { _ = groups.group(of: []) }
      _ = try run(frame)
      for group in 0..<groups.count {
        for (offset, slot) in keySlots.enumerated() {
          frame[slot] = groups.keys[group * keySlots.count + offset]
        }
        for (offset, column) in columns.enumerated() { frame[column.slot] = try groups.result(group, offset) }
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

/// A column that is computed over the rows of a group.
private final class AggregateColumn {
  let slot: Slot
  let isDistinct: Bool
  let arguments: [Computation]
  let start: Accumulator
  let range: SourceRange
  /// What is counted, where the column does nothing else.
  let counted: Counted?

  enum Counted {
    case rows
    /// The values of a slot that are not null.
    case slot(Slot)
  }

  init(_ aggregate: BoundAggregate, _ arguments: [Computation]) {
    slot = aggregate.slot
    isDistinct = aggregate.isDistinct
    self.arguments = arguments
    start = aggregate.aggregation?.start ?? .count(0)
    range = aggregate.range
    guard case .count = start else {
      counted = nil
      return
    }
    if let argument = aggregate.arguments.first {
      if case .slot(let slot) = argument.kind { counted = .slot(slot) } else { counted = nil }
    } else {
      counted = .rows
    }
  }
}

/// The groups met so far with the state of their columns.
private final class Groups {
  private let columns: [AggregateColumn]
  /// For each column what it counts, and whether each value counts once.
  private let counted: [(what: AggregateColumn.Counted?, isDistinct: Bool)]
  /// Where it stands for how many rows the current one is.
  private let weight: Slot?
  private let starts: [Accumulator]
  // Nothing else touches these while a row is added: the check for exclusive access would cost more than the adding.
  /// For how many groups there was room at the beginning.
  @exclusivity(unchecked) private var room = 0
  @exclusivity(unchecked) private var singles: [GroupKey: Int] = [:]
  @exclusivity(unchecked) private var several: [[GroupKey]: Int] = [:]
  @exclusivity(unchecked) private var nodes = IdentityMap()
  /// The groups of the nodes whose property is the key.
  @exclusivity(unchecked) private var elements = IdentityMap()
  @exclusivity(unchecked) private(set) var count = 0
  /// The values of the keys, group after group.
  @exclusivity(unchecked) private(set) var keys: [Value] = []
  @exclusivity(unchecked) private var states: [Accumulator] = []
  /// The counts of columns that only count, by group and column.
  @exclusivity(unchecked) private var counts: [Int64] = []
  /// The values that columns of distinct values have seen, by group and column.
  @exclusivity(unchecked) private var seen: [DistinctValues] = []
  /// The group of the row before: rows of one group often come together.
  @exclusivity(unchecked) private var latest = -1
  /// The node whose property the key of the row before was.
  @exclusivity(unchecked) private var source: NodeID?

  init(_ columns: [AggregateColumn], _ weight: Slot?) {
    self.columns = columns
    self.weight = weight
    counted = columns.map { ($0.counted, $0.isDistinct) }
    starts = columns.map(\.start)
  }

  /// Forgets all groups; room is made for as many as the run before has met, or half as many as it had room for.
  func removeAll() {
    room = max(singles.count, room / 2)
    singles = Dictionary(minimumCapacity: room)
    several = [:]
    nodes = IdentityMap(after: nodes)
    elements = IdentityMap(after: elements)
    latest = -1
    source = nil
    keys = []
    states = []
    counts = []
    seen = []
    count = 0
  }

  /// The group of an earlier row whose key was a property of the same node: it need not be read again.
  func group(ofElement node: NodeID) -> Int? {
    if node == source { return latest }
    guard let known = elements.number(of: node.rawValue) else { return nil }
    (source, latest) = (node, known)
    return known
  }

  func remember(_ group: Int, ofElement node: NodeID) {
    elements.set(group, of: node.rawValue)
    (source, latest) = (node, group)
  }

  func group(of value: Value) -> Int {
    if latest >= 0, isSameGroup(keys[latest], value) { return latest }
    latest = find(value)
    return latest
  }

  private func find(_ value: Value) -> Int {
    if case .node(let node) = value {
      if let found = nodes.number(of: node.rawValue) { return found }
      nodes.set(count, of: node.rawValue)
    } else {
      let key = GroupKey(value)
      if let found = singles[key] { return found }
      singles[key] = count
    }
    keys.append(value)
    return open()
  }

  func group(of values: [Value]) -> Int {
    if values.isEmpty { return count == 0 ? open() : 0 }
    let key = values.map { GroupKey($0) }
    if let found = several[key] { return found }
    several[key] = count
    keys += values
    return open()
  }

  private func open() -> Int {
    states += starts
    for _ in starts { counts.append(0) }
    seen += columns.map { _ in DistinctValues() }
    count += 1
    return count - 1
  }

  /// Adds the current row to a group.
  func add(_ frame: Frame, to group: Int) throws(CypherError) {
    let width = counted.count
    var rows: Int64 = 1
    if let weight, case .integer(let number) = frame.registers[weight] { rows = number }
    for offset in 0..<width {
      let position = group &* width &+ offset
      switch counted[offset] {
      case (.rows, _):
        counts[position] &+= rows
        continue
      case (.slot(let slot), let isDistinct):
        // Nothing is copied and no reference counted for a row that is only counted.
        if frame.registers[slot].isNull { continue }
        if !isDistinct {
          counts[position] &+= rows
        } else if seen[position].insert(frame.registers[slot]) {
          counts[position] &+= 1
        }
        continue
      case (nil, _): break
      }
      let column = columns[offset]
      guard let first = column.arguments.first else { continue }
      let value = try first.value(frame)
      if value.isNull { continue }
      if column.isDistinct, !seen[position].insert(value) { continue }
      let second = column.arguments.count > 1 ? try column.arguments[1].value(frame) : nil
      do throws(CypherError) {
        try states[position].add(value, second)
      } catch {
        throw error.placed(at: column.range)
      }
    }
    if count & 0xFFF == 0 { try frame.context.checkMemory(holding: keys.count) }
  }

  func result(_ group: Int, _ column: Int) throws(CypherError) -> Value {
    let position = group * columns.count + column
    if columns[column].counted != nil { return .integer(counts[position]) }
    do throws(CypherError) {
      return try states[position].result()
    } catch {
      throw error.placed(at: columns[column].range)
    }
  }
}

extension BoundExpression {
  /// The slot of the variable that the expression is a property of.
  fileprivate var elementSlot: Slot? {
    guard case .property(let base, _) = kind, case .slot(let slot) = base.kind else { return nil }
    return slot
  }
}
