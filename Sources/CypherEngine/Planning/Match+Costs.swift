import CypherSyntax

// What it costs to begin at a node and to follow a step, in rows. Rough on purpose: only the order matters.

extension MatchPlanning {
  /// The rows to expect when the search begins at a node, those of the steps that follow from there included.
  func startCost(_ node: Int) -> Double {
    var rows = candidates(node) * selectivity(node)
    var total = candidates(node) + rows
    var reached: Set<Int> = [node]
    var open = openSteps
    while let (position, step) = open.enumerated().first(where: { touches($1, reached) }).map({ ($0, $1) }) {
      let cheapest = open.indices.filter { touches(open[$0], reached) }
        .min { fanOut(open[$0], reached) < fanOut(open[$1], reached) }
      let chosen = cheapest.map { open[$0] } ?? step
      rows *= fanOut(chosen, reached)
      total += rows
      reached.formUnion([pattern.steps[chosen].from, pattern.steps[chosen].to])
      open.remove(at: cheapest ?? position)
    }
    return total
  }

  private func touches(_ step: Int, _ reached: Set<Int>) -> Bool {
    reached.contains(pattern.steps[step].from) || reached.contains(pattern.steps[step].to)
  }

  /// The rows that a step makes of each row.
  func fanOut(_ step: Int) -> Double {
    let reached = pattern.nodes.indices.filter { pattern.nodes[$0].isBound || known.contains(pattern.nodes[$0].slot) }
    return isBoundRelationship(step) ? 0.01 : fanOut(step, Set(reached))
  }

  private func fanOut(_ position: Int, _ reached: Set<Int>) -> Double {
    let step = pattern.steps[position]
    let isForward = reached.contains(step.from)
    let near = isForward ? step.from : step.to
    let far = isForward ? step.to : step.from
    let isClosing = reached.contains(far)
    let once = degree(step, at: near)
    let repeated = repetitions(step).reduce(once) { total, _ in total * max(1, once) }
    if isClosing { return repeated / max(1, labelCount(far)) }
    return repeated * selectivity(far)
  }

  /// One entry for each repetition beyond the first that is worth counting.
  private func repetitions(_ step: BoundStep) -> Range<Int> {
    let length: PatternLength? =
      switch step.kind {
      case .relationship(let relationship): relationship.length
      case .group(let group): group.length
      }
    guard let length else { return 0..<0 }
    return 0..<max(0, min(length.maximum ?? 4, 4) - 1)
  }

  /// The average number of relationships of a step at one of its nodes.
  private func degree(_ step: BoundStep, at near: Int) -> Double {
    let statistics = planner.statistics
    switch step.kind {
    case .relationship(let relationship):
      let edges = statistics.count(ofTypes: relationship.types) * (relationship.arrow == .either ? 2 : 1)
      return edges / max(1, labelCount(near))
    case .group(let group):
      return group.pattern.steps.reduce(1) { rows, _ in
        rows * 2 * statistics.edgeCount / max(1, statistics.nodeCount)
      }
    }
  }

  /// The number of nodes with the labels of a node of the pattern.
  private func labelCount(_ node: Int) -> Double {
    pattern.nodes[node].labels.map { planner.statistics.count(of: $0) } ?? planner.statistics.nodeCount
  }

  /// The share of nodes that the conditions on a node alone keep, labels aside.
  private func selectivity(_ node: Int) -> Double {
    let slot = pattern.nodes[node].slot
    let labels = planner.labelNames(pattern.nodes[node].labels)
    return conditions.filter { $0.needs == [slot] }.reduce(1) { share, condition in
      guard let (key, _) = condition.expression.equality(of: slot) else { return share * condition.expression.share }
      let distinct = labels.map { planner.statistics.distinctValues($0, key) }.max() ?? 0
      return share * (distinct > 0 ? 1 / distinct : condition.expression.share)
    }
  }

  /// The number of nodes that have to be looked at to find a node first.
  private func candidates(_ node: Int) -> Double {
    let slot = pattern.nodes[node].slot
    let labels = planner.labelNames(pattern.nodes[node].labels)
    let isSought = conditions.contains { condition in
      condition.needs == [slot]
        && (condition.expression.equality(of: slot).map { key, _ in
          labels.contains { planner.statistics.hasIndex($0, key) }
        } ?? false)
    }
    return isSought ? 1 : labelCount(node)
  }
}

extension Planner {
  /// The labels that a node must have, whatever else.
  func labelNames(_ labels: LabelExpression?) -> [String] {
    switch labels {
    case .name(let name): [name.text]
    case .and(let left, let right): labelNames(left) + labelNames(right)
    case nil, .any, .not, .or: []
    }
  }
}

extension BoundExpression {
  /// The property and the value where the expression says that a property of a variable equals something else.
  func equality(of slot: Slot) -> (key: String, value: BoundExpression)? {
    guard case .comparison(.equal, let left, let right) = kind else { return nil }
    if let key = left.propertyKey(of: slot), !right.slots.contains(slot) { return (key, right) }
    if let key = right.propertyKey(of: slot), !left.slots.contains(slot) { return (key, left) }
    return nil
  }

  /// The key where the expression is a property of a variable.
  func propertyKey(of slot: Slot) -> String? {
    guard case .property(let base, let key) = kind, case .slot(slot) = base.kind else { return nil }
    return key
  }
}
