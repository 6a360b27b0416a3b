import CypherSyntax

extension MatchPlanning {
  /// Finds a path of which only some count: shortest or cheapest ways.
  mutating func find(path position: Int) {
    let path = pattern.paths[position]
    openPaths.removeAll { $0 == position }
    for end in [path.nodes[0], path.nodes[path.nodes.count - 1]] where !isEndKnown(end) {
      plan = access(to: end)
      known.insert(pattern.nodes[end].slot)
      applyConditions()
    }
    if path.steps.count == 1, case .relationship(let relationship) = pattern.steps[path.steps[0]].kind,
      !relationship.isBound
    {
      search(path, relationship)
    } else {
      select(path)
    }
    applyConditions()
  }

  private func isEndKnown(_ node: Int) -> Bool {
    pattern.nodes[node].isBound || known.contains(pattern.nodes[node].slot)
  }

  /// A single relationship of any length: the search itself goes in order of length.
  private mutating func search(_ path: BoundPath, _ relationship: BoundRelationship) {
    known.formUnion([relationship.slot, relationship.element] + [path.slot].compactMap { $0 })
    // The older functions look for the shortest path that meets the conditions; the newer selectors choose first.
    let isFunction = path.selector == .shortestPath || path.selector == .allShortestPaths
    let own = Set([relationship.slot] + [path.slot].compactMap { $0 })
    let during = isFunction ? conditions.filter { !$0.needs.isDisjoint(with: own) && $0.needs.isSubset(of: known) } : []
    if isFunction { conditions.removeAll { !$0.needs.isDisjoint(with: own) && $0.needs.isSubset(of: known) } }
    let step = ShortestSearch(
      from: pattern.nodes[path.nodes[0]].slot, to: pattern.nodes[path.nodes[1]].slot, relationship: relationship.slot,
      types: relationship.types, arrow: relationship.arrow,
      length: relationship.length ?? PatternLength(minimum: 1, maximum: 1), isList: relationship.length != nil,
      selector: path.selector,
      conditions: RepeatedConditions(element: relationship.element, conditions: relationship.elementConditions),
      path: path.slot, pathConditions: during.map(\.expression))
    plan = Plan(.shortest(step), after: plan, estimate: plan.estimate)
  }

  /// Any other path: all that match between the two ends are found, then some are chosen.
  private mutating func select(_ path: BoundPath) {
    let inner = pattern.part(along: path)
    var introduced: Set<Slot> = []
    inner.collectSlots(into: &introduced)
    introduced.subtract(inner.nodes.filter(\.isBound).map(\.slot))
    let match = BoundMatch(isOptional: false, pattern: inner, filter: nil, introduced: introduced.sorted())
    let selection = PathSelection(
      search: planner.plan(match, after: .argument), steps: path.steps.map(pathStep), selector: path.selector,
      keeping: introduced.sorted())
    plan = Plan(.selectPaths(selection), after: plan, estimate: plan.estimate)
    known.formUnion(introduced)
  }
}

extension BoundPattern {
  /// The positions of nodes and steps inside paths that are searched for as a whole; their ends are not inside.
  var selectedInteriors: (nodes: Set<Int>, steps: Set<Int>) {
    var nodes: Set<Int> = []
    var inner: Set<Int> = []
    for path in paths where path.selector != .all {
      if path.steps.count == 1, case .relationship = steps[path.steps[0]].kind {
        inner.formUnion(path.steps)
      } else {
        nodes.formUnion(path.nodes.dropFirst().dropLast())
        inner.formUnion(path.steps)
      }
    }
    return (nodes, inner)
  }

  /// The nodes and steps of one path, the ends taken as found, as a pattern whose paths all count.
  fileprivate func part(along path: BoundPath) -> BoundPattern {
    var positions: [Int: Int] = [:]
    for node in path.nodes where positions[node] == nil { positions[node] = positions.count }
    let order = positions.sorted { $0.value < $1.value }.map(\.key)
    let ends = [path.nodes[0], path.nodes[path.nodes.count - 1]]
    let parts = order.map { node in nodes[node].isBound || !ends.contains(node) ? nodes[node] : nodes[node].bound }
    let kept = path.steps.map { step in
      BoundStep(steps[step].kind, from: positions[steps[step].from] ?? 0, to: positions[steps[step].to] ?? 0)
    }
    let whole = BoundPath(
      slot: path.slot, selector: .all, nodes: path.nodes.map { positions[$0] ?? 0 }, steps: Array(kept.indices))
    return BoundPattern(nodes: parts, steps: kept, paths: [whole])
  }
}

extension BoundNode {
  /// The node as one that has been found, with all it has to meet.
  var bound: BoundNode {
    BoundNode(
      slot: slot, isBound: true, labels: labels, properties: properties, propertyMap: propertyMap, filter: filter,
      range: range)
  }
}
