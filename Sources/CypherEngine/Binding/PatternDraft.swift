import CypherSyntax
import GraphModel

/// A pattern whose names have been declared and whose conditions are still to be bound.
struct PatternDraft {
  /// What a pattern is for, which decides what may stand in it.
  enum Purpose: Equatable {
    /// To be searched for; in a condition no new names may come up.
    case match(mayIntroduce: Bool)
    case create
    case merge
  }

  struct Node {
    let slot: Slot
    let isBound: Bool
    var mentions: [NodePattern]
    let range: SourceRange
  }

  struct Step {
    indirect enum Kind {
      case relationship(RelationshipPattern, slot: Slot, element: Slot, isBound: Bool)
      case group(QuantifiedGroup, PatternDraft, exports: [(inner: Slot, outer: Slot)], walked: Slot)
    }

    let kind: Kind
    let from: Int
    let to: Int
  }

  let purpose: Purpose
  var nodes: [Node] = []
  var steps: [Step] = []
  var paths: [BoundPath] = []
  /// The variables that the pattern introduces, in the order of the text.
  var variables: [Variable] = []
  /// The names of relationships that stand in the pattern, bound ones included.
  var relationshipNames: Set<String> = []
  /// The names that a repeated piece may not use again: all that have a meaning around it.
  var surrounding: [Variable] = []

  init(_ purpose: Purpose) { self.purpose = purpose }

  /// The variable of this pattern with a name.
  func variable(_ name: String) -> Variable? { variables.first { $0.name == name } }

  /// The position of the node in a slot.
  func node(in slot: Slot) -> Int? { nodes.firstIndex { $0.slot == slot } }
}

extension Binder {
  /// Declares the names of one path of a pattern.
  mutating func declare(_ path: PathPattern, in draft: inout PatternDraft) throws(CypherError) {
    if draft.purpose == .create || draft.purpose == .merge { try checkCreatable(path) }
    let ends = try declare(path.parts, in: &draft, isAlone: path.parts.count == 1, at: path.range)
    var slot: Slot?
    if let name = path.variable {
      if draft.variable(name.text) != nil || scope[name.text] != nil { throw alreadyBound(name) }
      slot = introduce(name, .path, in: &draft)
    }
    draft.paths.append(BoundPath(slot: slot, selector: path.selector, nodes: ends.nodes, steps: ends.steps))
  }

  /// Declares nodes and steps in a row.
  private mutating func declare(
    _ parts: [PatternPart], in draft: inout PatternDraft, isAlone: Bool, at range: SourceRange
  ) throws(CypherError) -> (nodes: [Int], steps: [Int]) {
    var nodes: [Int] = []
    var steps: [Int] = []
    // A step waits for the node on its right; where there is none in the text, a hidden one takes its place.
    var pending: PatternPart?
    func hidden(_ binder: inout Binder) -> Int {
      draft.nodes.append(.init(slot: binder.hiddenSlot(), isBound: false, mentions: [], range: range))
      return draft.nodes.count - 1
    }
    for part in parts {
      if case .node(let node) = part {
        nodes.append(try declare(node, in: &draft, isAlone: isAlone))
      } else {
        if nodes.isEmpty || pending != nil { nodes.append(hidden(&self)) }
        if let pending { steps.append(try declare(step: pending, nodes, in: &draft)) }
        pending = part
        continue
      }
      if let step = pending { steps.append(try declare(step: step, nodes, in: &draft)) }
      pending = nil
    }
    if let pending {
      nodes.append(hidden(&self))
      steps.append(try declare(step: pending, nodes, in: &draft))
    }
    return (nodes, steps)
  }

  /// Declares the step between the last two nodes.
  private mutating func declare(
    step: PatternPart, _ nodes: [Int], in draft: inout PatternDraft
  ) throws(CypherError) -> Int {
    let kind: PatternDraft.Step.Kind
    switch step {
    case .relationship(let relationship): kind = try declare(relationship, in: &draft)
    case .group(let group): kind = try declare(group, in: &draft)
    case .node: return 0
    }
    draft.steps.append(.init(kind: kind, from: nodes[nodes.count - 2], to: nodes[nodes.count - 1]))
    return draft.steps.count - 1
  }

  private mutating func declare(
    _ node: NodePattern, in draft: inout PatternDraft, isAlone: Bool
  ) throws(CypherError) -> Int {
    guard let name = node.variable else {
      draft.nodes.append(.init(slot: hiddenSlot(), isBound: false, mentions: [node], range: node.range))
      return draft.nodes.count - 1
    }
    if let known = try known(name, in: draft) {
      if known.types.excludes(.node) { throw conflict(name, with: known.types, wanted: "a node") }
      if draft.purpose != .match(mayIntroduce: true), draft.purpose != .match(mayIntroduce: false) {
        if isAlone || node.labels != nil || node.properties != nil { throw alreadyBound(name) }
      }
      if let position = draft.node(in: known.slot) {
        draft.nodes[position].mentions.append(node)
        return position
      }
      draft.nodes.append(.init(slot: known.slot, isBound: true, mentions: [node], range: node.range))
      return draft.nodes.count - 1
    }
    try checkMayIntroduce(name, draft)
    let slot = introduce(name, .node, in: &draft)
    draft.nodes.append(.init(slot: slot, isBound: false, mentions: [node], range: node.range))
    return draft.nodes.count - 1
  }

  private mutating func declare(
    _ relationship: RelationshipPattern, in draft: inout PatternDraft
  ) throws(CypherError) -> PatternDraft.Step.Kind {
    let isRepeated = relationship.length != nil
    guard let name = relationship.variable else {
      try checkCreatable(relationship, draft.purpose)
      let slot = hiddenSlot()
      return .relationship(relationship, slot: slot, element: isRepeated ? hiddenSlot() : slot, isBound: false)
    }
    let isRepetition = draft.relationshipNames.contains(name.text)
    if let known = try known(name, in: draft) {
      let wanted: TypeSet = isRepeated ? .list : .relationship
      if known.types.excludes(wanted), !isRepetition {
        throw conflict(name, with: known.types, wanted: isRepeated ? "a list of relationships" : "a relationship")
      }
      if draft.purpose == .create || draft.purpose == .merge { throw alreadyBound(name) }
      if isRepetition {
        throw .syntax(
          .relationshipUniquenessViolation,
          "the relationship '\(name.text)' cannot stand twice in one pattern: a pattern uses each relationship once",
          at: name.range)
      }
      draft.relationshipNames.insert(name.text)
      let element = isRepeated ? hiddenSlot() : known.slot
      return .relationship(relationship, slot: known.slot, element: element, isBound: true)
    }
    try checkCreatable(relationship, draft.purpose)
    try checkMayIntroduce(name, draft)
    draft.relationshipNames.insert(name.text)
    let slot = introduce(name, isRepeated ? .list : .relationship, elements: .relationship, in: &draft)
    return .relationship(relationship, slot: slot, element: isRepeated ? hiddenSlot() : slot, isBound: false)
  }

  /// Declares a repeated piece: its names are its own, outside they mean the lists of their values.
  private mutating func declare(
    _ group: QuantifiedGroup, in draft: inout PatternDraft
  ) throws(CypherError) -> PatternDraft.Step.Kind {
    var inner = PatternDraft(draft.purpose)
    inner.surrounding = draft.surrounding + draft.variables + scope.visible
    let ends = try declare(group.parts, in: &inner, isAlone: false, at: group.range)
    inner.paths = [BoundPath(slot: nil, selector: .all, nodes: ends.nodes, steps: ends.steps)]
    var exports: [(inner: Slot, outer: Slot)] = []
    for variable in inner.variables {
      let name = Name(variable.name, group.range)
      exports.append((variable.slot, introduce(name, .list, elements: variable.types, in: &draft)))
    }
    return .group(group, inner, exports: exports, walked: hiddenSlot())
  }

  /// The variable that a name in a pattern means already.
  private func known(_ name: Name, in draft: PatternDraft) throws(CypherError) -> Variable? {
    if let own = draft.variable(name.text) { return own }
    if draft.surrounding.contains(where: { $0.name == name.text }) { throw alreadyBound(name) }
    return scope[name.text]
  }

  private mutating func introduce(
    _ name: Name, _ types: TypeSet, elements: TypeSet = .any, in draft: inout PatternDraft
  ) -> Slot {
    let slot = slot(named: name.text)
    elementTypes[slot] = elements
    draft.variables.append(Variable(name: name.text, slot: slot, types: types))
    return slot
  }

  private func checkMayIntroduce(_ name: Name, _ draft: PatternDraft) throws(CypherError) {
    if draft.purpose != .match(mayIntroduce: false) { return }
    let error = undefined(name.text, at: name.range)
    throw .syntax(
      .undefinedVariable, error.message, at: name.range,
      suggestion: error.suggestion ?? "a pattern as a condition brings no new variables; EXISTS { … } does")
  }
}
