import CypherSyntax

extension MatchPlanning {
  /// Follows a step from the end that is known.
  mutating func follow(_ position: Int) {
    let step = pattern.steps[position]
    let rows = plan.estimate * max(fanOut(position), 0.001)
    switch step.kind {
    case .relationship(let relationship):
      if relationship.isBound {
        plan = Plan(.ends(known(relationship, step)), after: plan, estimate: rows)
      } else if let length = relationship.length {
        let conditions = RepeatedConditions(
          element: relationship.element, conditions: relationship.elementConditions)
        plan = Plan(
          .expandRepeated(expansion(relationship, step), length, conditions), after: plan, estimate: rows)
      } else {
        var expansion = expansion(relationship, step)
        let share = takeLabels(of: &expansion)
        plan = Plan(.expand(expansion), after: plan, estimate: rows * share)
      }
      relationships.append(relationship.slot)
      known.formUnion([relationship.slot, relationship.element])
    case .group(let group):
      plan = Plan(.expandGroup(expansion(group, step)), after: plan, estimate: rows)
      relationships.append(group.walked)
      known.formUnion(group.exports.map(\.outer) + [group.walked])
    }
    known.formUnion([pattern.nodes[step.from].slot, pattern.nodes[step.to].slot])
  }

  private func isKnown(_ node: Int) -> Bool { pattern.nodes[node].isBound || known.contains(pattern.nodes[node].slot) }

  /// Lets an expansion check the labels of its far node itself, instead of a filter behind it.
  ///
  /// - Returns: The share of rows that it keeps.
  private mutating func takeLabels(of expansion: inout Expansion) -> Double {
    guard planner.options.optimizes, !expansion.isClosing else { return 1 }
    let slot = expansion.to
    let place = conditions.firstIndex { condition in
      guard case .hasLabels(let element, _) = condition.expression.kind, case .slot(slot) = element.kind else {
        return false
      }
      return condition.needs == [slot]
    }
    guard let place, case .hasLabels(_, let labels) = conditions[place].expression.kind else { return 1 }
    expansion.labels = labels
    return conditions.remove(at: place).expression.share
  }

  private func expansion(_ relationship: BoundRelationship, _ step: BoundStep) -> Expansion {
    let isForward = isKnown(step.from)
    return Expansion(
      from: pattern.nodes[isForward ? step.from : step.to].slot,
      to: pattern.nodes[isForward ? step.to : step.from].slot,
      isClosing: isKnown(step.from) && isKnown(step.to) || step.from == step.to, relationship: relationship.slot,
      isNamed: relationship.isNamed || pattern.steps.count > 1 || isPartOfNamedPath(relationship.slot),
      types: relationship.types,
      arrow: isForward ? relationship.arrow : relationship.arrow.turned, isReversed: !isForward,
      differentFrom: others(than: relationship))
  }

  private func isPartOfNamedPath(_ slot: Slot) -> Bool {
    pattern.paths.contains { path in
      path.slot != nil
        && path.steps.contains { position in
          if case .relationship(let relationship) = pattern.steps[position].kind {
            relationship.slot == slot
          } else {
            false
          }
        }
    }
  }

  /// The relationships found so far that a new one could be the same as.
  private func others(than relationship: BoundRelationship) -> [Slot] {
    let mine = relationship.types.flatMap(\.alternatives)
    return relationships.filter { slot in
      for step in pattern.steps {
        guard case .relationship(let other) = step.kind, other.slot == slot else { continue }
        guard let mine, let theirs = other.types.flatMap(\.alternatives) else { return true }
        return !mine.isDisjoint(with: theirs)
      }
      return true
    }
  }

  private func known(_ relationship: BoundRelationship, _ step: BoundStep) -> KnownRelationship {
    KnownRelationship(
      relationship: relationship.slot, length: relationship.length, from: pattern.nodes[step.from].slot,
      to: pattern.nodes[step.to].slot, isFromKnown: isKnown(step.from), isToKnown: isKnown(step.to),
      types: relationship.types, arrow: relationship.arrow, differentFrom: others(than: relationship))
  }

  private func expansion(_ group: BoundGroup, _ step: BoundStep) -> GroupExpansion {
    let isForward = isKnown(step.from)
    let first = group.pattern.nodes[0].slot
    let chainEnd = group.pattern.paths.first?.nodes.last ?? group.pattern.nodes.count - 1
    let last = group.pattern.nodes[chainEnd].slot
    let start = isForward ? first : last
    var written: Set<Slot> = []
    group.pattern.collectSlots(into: &written)
    return GroupExpansion(
      from: pattern.nodes[isForward ? step.from : step.to].slot,
      to: pattern.nodes[isForward ? step.to : step.from].slot,
      isClosing: isKnown(step.from) && isKnown(step.to) || step.from == step.to,
      repetition: repetition(of: group, from: start), start: start, end: isForward ? last : first,
      relationships: group.pattern.steps.map { step in
        switch step.kind {
        case .relationship(let relationship): relationship.slot
        case .group(let inner): inner.walked
        }
      }, length: group.length, exports: group.exports, walked: group.walked, written: written.sorted(),
      isReversed: !isForward, differentFrom: relationships)
  }

  /// The search for one repetition, which begins at a node that is known.
  private func repetition(of group: BoundGroup, from start: Slot) -> Plan {
    var introduced: Set<Slot> = []
    group.pattern.collectSlots(into: &introduced)
    introduced.remove(start)
    let match = BoundMatch(
      isOptional: false, pattern: group.pattern.binding(start), filter: group.filter, introduced: introduced.sorted())
    return planner.plan(match, after: .argument)
  }
}

extension BoundPattern {
  /// The same pattern with one of its nodes taken as found.
  fileprivate func binding(_ slot: Slot) -> BoundPattern {
    let nodes = nodes.map { $0.slot == slot ? $0.bound : $0 }
    return BoundPattern(nodes: nodes, steps: steps, paths: paths)
  }
}

extension RelationshipPattern.Arrow {
  /// The way seen from the other end.
  var turned: RelationshipPattern.Arrow {
    switch self {
    case .right: .left
    case .left: .right
    case .either: .either
    }
  }
}

extension LabelExpression {
  /// The names of a plain list of alternatives; `nil` for anything else.
  var alternatives: Set<String>? {
    switch self {
    case .name(let name): [name.text]
    case .or(let left, let right):
      if let left = left.alternatives, let right = right.alternatives { left.union(right) } else { nil }
    case .any, .not, .and: nil
    }
  }
}
