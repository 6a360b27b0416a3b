import CypherSyntax

extension MatchPlanning {
  /// How to find the first node of a connected piece: by an index, by its id, by the rarest of its labels, or by looking at all.
  mutating func access(to node: Int) -> Plan {
    let element = pattern.nodes[node]
    let statistics = planner.statistics
    let labels = planner.labelNames(element.labels)
    if planner.options.optimizes {
      if let value = idEquality(of: element.slot) {
        return Plan(.nodeByID(element.slot, value), after: plan, estimate: plan.estimate)
      }
      if let (access, rows) = indexAccess(element.slot, labels) {
        markLabelled(element.slot, access.label)
        markSought(element.slot, access.key)
        return Plan(.seek(element.slot, access), after: plan, estimate: plan.estimate * rows)
      }
      if let rarest = labels.min(by: { statistics.count(ofLabel: $0) < statistics.count(ofLabel: $1) }) {
        let rows = plan.estimate * statistics.count(ofLabel: rarest)
        markLabelled(element.slot, rarest)
        return Plan(.labelScan(element.slot, label: rarest), after: plan, estimate: rows)
      }
    }
    return Plan(.scan(element.slot), after: plan, estimate: plan.estimate * statistics.nodeCount)
  }

  /// A node that was found by its label need not be asked for it again.
  private mutating func markLabelled(_ slot: Slot, _ label: String) {
    conditions.removeAll { condition in
      guard case .hasLabels(let element, .name(let name)) = condition.expression.kind,
        case .slot(slot) = element.kind
      else { return false }
      return name.text == label
    }
  }

  /// What an index was asked for is checked again, but keeps all rows.
  private mutating func markSought(_ slot: Slot, _ key: String) {
    for position in conditions.indices
    where conditions[position].expression.indexCondition(of: slot)?.key == key { conditions[position].isSought = true }
  }

  /// The best index for a node, with the rows to expect of each row.
  private func indexAccess(_ slot: Slot, _ labels: [String]) -> (IndexAccess, Double)? {
    let statistics = planner.statistics
    var found: [(access: IndexAccess, rows: Double)] = []
    for condition in usable(for: slot) {
      for label in labels {
        guard let (key, test, share) = condition.indexCondition(of: slot) else { continue }
        guard statistics.hasIndex(label, key) else { continue }
        let count = statistics.count(ofLabel: label)
        let rows = share.map { count * $0 } ?? count / max(1, statistics.distinctValues(label, key))
        found.append((IndexAccess(label: label, key: key, condition: test), rows))
      }
    }
    return found.min { $0.rows < $1.rows }.map { ($0.access, $0.rows) }
  }

  /// The conditions that read nothing but the node and what is known already.
  private func usable(for slot: Slot) -> [BoundExpression] {
    conditions.filter { $0.needs.contains(slot) && $0.needs.subtracting([slot]).isSubset(of: known) }.map(\.expression)
  }

  private func idEquality(of slot: Slot) -> BoundExpression? {
    for condition in usable(for: slot) {
      guard case .comparison(.equal, let left, let right) = condition.kind else { continue }
      if left.isID(of: slot), !right.slots.contains(slot) { return right }
      if right.isID(of: slot), !left.slots.contains(slot) { return left }
    }
    return nil
  }
}

extension BoundExpression {
  fileprivate func isID(of slot: Slot) -> Bool {
    guard case .call(let function, let arguments) = kind, function.name == "id", case .slot(slot) = arguments[0].kind
    else { return false }
    return true
  }

  /// What an index can be asked for; the share of nodes is `nil` for equality, which the index itself knows.
  ///
  /// The condition is checked again afterwards, so an index may find too much, never too little.
  fileprivate func indexCondition(of slot: Slot) -> (key: String, IndexAccess.Condition, share: Double?)? {
    if let (key, value) = equality(of: slot) { return (key, .equals(value), nil) }
    switch kind {
    case .binary(.isIn, let left, let right):
      guard let key = left.propertyKey(of: slot), !right.slots.contains(slot) else { return nil }
      return (key, .isIn(right), nil)
    case .binary(.startsWith, let left, let right):
      guard let key = left.propertyKey(of: slot), !right.slots.contains(slot) else { return nil }
      return (key, .startsWith(right), 0.01)
    case .comparison(let comparison, let left, let right):
      guard comparison != .equal, comparison != .notEqual else { return nil }
      if let key = left.propertyKey(of: slot), !right.slots.contains(slot) {
        return (key, comparison.range(to: right), 0.3)
      }
      if let key = right.propertyKey(of: slot), !left.slots.contains(slot) {
        return (key, comparison.turned.range(to: left), 0.3)
      }
      return nil
    default: return nil
    }
  }
}

extension ComparisonOperator {
  /// The operator that says the same with the operands exchanged.
  fileprivate var turned: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }

  fileprivate func range(to expression: BoundExpression) -> IndexAccess.Condition {
    let bound = IndexAccess.Bound(expression: expression, isInclusive: self == .lessOrEqual || self == .greaterOrEqual)
    return self == .less || self == .lessOrEqual ? .range(lower: nil, upper: bound) : .range(lower: bound, upper: nil)
  }
}
