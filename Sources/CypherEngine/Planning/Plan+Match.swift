import CypherSyntax
import GraphModel

extension Planner {
  /// `MATCH`: finds the elements of the pattern one after the other, the cheapest next one first, and checks every condition as
  /// soon as what it reads is known.
  func plan(_ match: BoundMatch, after input: Plan) -> Plan {
    guard match.isOptional else {
      var search = MatchPlanning(match, self, after: input)
      return search.run()
    }
    var search = MatchPlanning(match, self, after: .argument)
    let inner = search.run()
    let step = Step.optional(inner, nulls: match.introduced)
    return Plan(step, after: input, estimate: input.estimate * max(1, inner.estimate))
  }
}

/// The plan of one `MATCH` while it grows.
struct MatchPlanning {
  let planner: Planner
  let pattern: BoundPattern
  /// The slots that the match gives values to.
  let introduced: Set<Slot>
  /// The slots among them that have one by now.
  var known: Set<Slot> = []
  var conditions: [PendingCondition]
  /// The positions of the steps that are not planned yet.
  var openSteps: [Int]
  /// The positions of the paths whose values are not built yet.
  var openPaths: [Int]
  /// The relationships found so far, which later ones must differ from.
  var relationships: [Slot] = []
  var plan: Plan

  init(_ match: BoundMatch, _ planner: Planner, after input: Plan) {
    self.planner = planner
    pattern = match.pattern
    introduced = Set(match.introduced)
    plan = input
    openSteps = Array(match.pattern.steps.indices)
    openPaths = match.pattern.paths.indices.filter { match.pattern.paths[$0].slot != nil }
    conditions = []
    let stated = match.pattern.conditions(outside: match.pattern.selectedInteriors) + (match.filter?.conjuncts ?? [])
    conditions = stated.map { PendingCondition($0, needs: $0.slots.intersection(introduced)) }
  }

  mutating func run() -> Plan {
    let selected = pattern.paths.indices.filter { pattern.paths[$0].selector != .all }
    checkBoundNodes()
    // Ways between nodes that are known already come last: the search runs from both ends.
    let interior = pattern.selectedInteriors
    openSteps.removeAll { interior.steps.contains($0) }
    findElements(except: interior.nodes)
    for path in selected { find(path: path) }
    finishPaths()
    applyConditions(ending: true)
    return plan
  }

  private func isKnown(_ node: Int) -> Bool { pattern.nodes[node].isBound || known.contains(pattern.nodes[node].slot) }

  /// Nodes of earlier clauses may be null, which matches nothing.
  private mutating func checkBoundNodes() {
    let stepless = pattern.nodes.indices.filter { node in
      pattern.nodes[node].isBound && !pattern.steps.contains { $0.from == node || $0.to == node }
    }
    let checks = stepless.map { node in
      let element = pattern.nodes[node]
      return BoundExpression(
        .isNull(BoundExpression(.slot(element.slot), .node, element.range), isNegated: true), .boolean, element.range)
    }
    if !checks.isEmpty { plan = Plan(.filter(checks), after: plan, estimate: plan.estimate) }
    applyConditions()
  }

  /// Finds all nodes and all steps that are no part of a selected path.
  private mutating func findElements(except interior: Set<Int>) {
    while true {
      if let step = nextStep() {
        openSteps.removeAll { $0 == step }
        follow(step)
      } else if let node = nextStart(except: interior) {
        start(at: node)
      } else {
        return
      }
      applyConditions()
    }
  }

  /// The step to take next: one that begins at a known node, with the fewest rows after it.
  private func nextStep() -> Int? {
    let reachable = openSteps.filter { step in
      isKnown(pattern.steps[step].from) || isKnown(pattern.steps[step].to) || isBoundRelationship(step)
    }
    if !planner.options.optimizes { return reachable.first }
    return reachable.min { fanOut($0) < fanOut($1) }
  }

  func isBoundRelationship(_ step: Int) -> Bool {
    if case .relationship(let relationship) = pattern.steps[step].kind { relationship.isBound } else { false }
  }

  /// The node to begin with, or to go on with where the pattern is not connected.
  private func nextStart(except interior: Set<Int>) -> Int? {
    let open = pattern.nodes.indices.filter { !isKnown($0) && !interior.contains($0) }
    if !planner.options.optimizes { return open.first }
    return open.map { ($0, startCost($0)) }.min { $0.1 < $1.1 }?.0
  }

  private mutating func start(at node: Int) {
    let element = pattern.nodes[node]
    plan = access(to: node)
    known.insert(element.slot)
  }

  /// Builds the values of paths all of whose elements are known.
  mutating func buildPaths() {
    for path in openPaths where pattern.paths[path].selector == .all {
      let description = pattern.paths[path]
      guard let slot = description.slot, description.nodes.allSatisfy(isKnown),
        !description.steps.contains(where: openSteps.contains)
      else { continue }
      openPaths.removeAll { $0 == path }
      let nodes = description.nodes.map { pattern.nodes[$0].slot }
      plan = Plan(
        .buildPath(slot, nodes: nodes, steps: description.steps.map(pathStep)), after: plan, estimate: plan.estimate)
      known.insert(slot)
    }
  }

  private mutating func finishPaths() {
    buildPaths()
    applyConditions()
  }

  func pathStep(_ step: Int) -> PathStep {
    switch pattern.steps[step].kind {
    case .relationship(let relationship):
      relationship.length == nil ? .relationship(relationship.slot) : .list(relationship.slot)
    case .group(let group): .list(group.walked)
    }
  }

  /// Checks the conditions that can be checked by now.
  mutating func applyConditions(ending: Bool = false) {
    if !planner.options.optimizes && !ending { return }
    let waitsForPath = openPaths.contains { path in
      pattern.paths[path].slot.map { slot in conditions.contains { $0.needs.contains(slot) } } ?? false
    }
    if waitsForPath { buildPaths() }
    let ready = conditions.filter { $0.needs.isSubset(of: known) }
    if ready.isEmpty { return }
    conditions.removeAll { $0.needs.isSubset(of: known) }
    let share = ready.reduce(1) { $0 * ($1.isSought ? 1 : $1.expression.share) }
    plan = Plan(.filter(ready.map(\.expression)), after: plan, estimate: plan.estimate * share)
  }
}

/// A condition that waits for what it reads.
struct PendingCondition {
  let expression: BoundExpression
  let needs: Set<Slot>
  /// Whether an index has found the rows by this condition already.
  var isSought = false

  init(_ expression: BoundExpression, needs: Set<Slot>) {
    self.expression = expression
    self.needs = needs
  }
}

extension BoundExpression {
  /// The share of rows that a condition is expected to keep.
  var share: Double {
    switch kind {
    case .comparison(.equal, _, _): 0.1
    case .comparison(.notEqual, _, _): 0.9
    case .hasLabels: 0.8
    case .binary(.or, let left, let right): min(1, left.share + right.share)
    default: 0.4
    }
  }
}

extension BoundPattern {
  /// What nodes and single relationships have to meet, as conditions over their slots; what is searched for as a whole path
  /// takes its own conditions along.
  func conditions(outside interior: (nodes: Set<Int>, steps: Set<Int>)) -> [BoundExpression] {
    nodes.indices.filter { !interior.nodes.contains($0) }.flatMap { nodes[$0].conditions }
      + steps.indices.filter { !interior.steps.contains($0) }.flatMap { position -> [BoundExpression] in
        guard case .relationship(let relationship) = steps[position].kind, relationship.length == nil else { return [] }
        return relationship.elementConditions
      }
  }
}

extension BoundNode {
  /// What the node has to meet.
  var conditions: [BoundExpression] {
    let node = BoundExpression(.slot(slot), .node, range)
    let labelled = labels.map { BoundExpression(.hasLabels(node, $0), .boolean, range) }
    return [labelled].compactMap { $0 } + propertyConditions(node, properties, propertyMap)
      + (filter?.conjuncts ?? [])
  }
}

extension BoundRelationship {
  /// What each relationship has to meet; types are checked while it is followed.
  var elementConditions: [BoundExpression] {
    let relationship = BoundExpression(.slot(element), .relationship, range)
    return propertyConditions(relationship, properties, propertyMap) + (filter?.conjuncts ?? [])
  }
}

private func propertyConditions(
  _ element: BoundExpression, _ properties: [(key: String, value: BoundExpression)], _ map: BoundExpression?
) -> [BoundExpression] {
  let equalities = properties.map { key, value in
    let property = BoundExpression(.property(element, key), .any, value.range)
    return BoundExpression(.comparison(.equal, property, value), .boolean, value.range)
  }
  guard let map else { return equalities }
  return equalities + [BoundExpression(.call(.hasProperties, [element, map]), .boolean, map.range)]
}
