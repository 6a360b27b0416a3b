import CypherSyntax
import GraphModel

// The second pass over a pattern: labels, properties and conditions, when all names are known.

extension Binder {
  /// Binds the conditions of a pattern whose names are declared.
  ///
  /// In `CREATE` an element can be described by those that are made before it: first nodes, then relationships, each in order.
  mutating func bind(_ draft: PatternDraft) throws(CypherError) -> BoundPattern {
    let outer = scope
    defer { scope = outer }
    func reveal(_ slot: Slot, to scope: inout Scope) {
      if draft.purpose == .create, let made = draft.variables.first(where: { $0.slot == slot }) { scope.declare(made) }
    }
    var nodes: [BoundNode] = []
    for node in draft.nodes {
      nodes.append(try bind(node, draft.purpose))
      reveal(node.slot, to: &scope)
    }
    var steps: [BoundStep] = []
    for step in draft.steps {
      switch step.kind {
      case .relationship(let relationship, let slot, let element, let isBound):
        let bound = try bind(relationship, slot, element, isBound: isBound, draft.purpose)
        steps.append(BoundStep(.relationship(bound), from: step.from, to: step.to))
        reveal(slot, to: &scope)
      case .group(let group, let inner, let exports, let walked):
        let bound = try bind(group, inner, exports, walked)
        steps.append(BoundStep(.group(bound), from: step.from, to: step.to))
      }
    }
    return BoundPattern(nodes: nodes, steps: steps, paths: draft.paths)
  }

  private mutating func bind(_ node: PatternDraft.Node, _ purpose: PatternDraft.Purpose) throws(CypherError)
    -> BoundNode
  {
    var labels: LabelExpression?
    var properties: [(key: String, value: BoundExpression)] = []
    var propertyMap: BoundExpression?
    var filter: BoundExpression?
    for mention in node.mentions {
      if let own = mention.labels {
        mentioned.note(labels: own, isCreated: purpose.creates)
        labels = labels.map { .and($0, own) } ?? own
      }
      if let given = mention.properties {
        let bound = try bindProperties(given, purpose)
        properties += bound.entries
        propertyMap = bound.map ?? propertyMap
      }
      if let condition = mention.filter {
        let bound = try bindCondition(condition)
        filter = filter.map { BoundExpression(.binary(.and, $0, bound), .boolean, bound.range) } ?? bound
      }
    }
    return BoundNode(
      slot: node.slot, isBound: node.isBound, labels: labels, properties: properties, propertyMap: propertyMap,
      filter: filter, range: node.range)
  }

  private mutating func bind(
    _ relationship: RelationshipPattern, _ slot: Slot, _ element: Slot, isBound: Bool,
    _ purpose: PatternDraft.Purpose
  ) throws(CypherError) -> BoundRelationship {
    if let types = relationship.types { mentioned.note(types: types, isCreated: purpose.creates) }
    let properties = try relationship.properties.map { given throws(CypherError) in
      try bindProperties(given, purpose)
    }
    var filter: BoundExpression?
    if let condition = relationship.filter {
      let outer = scope
      if let name = relationship.variable, element != slot {
        scope.declare(Variable(name: name.text, slot: element, types: .relationship))
      }
      filter = try bindCondition(condition)
      scope = outer
    }
    return BoundRelationship(
      slot: slot, isBound: isBound, types: relationship.types, length: relationship.length,
      properties: properties?.entries ?? [], propertyMap: properties?.map, filter: filter, element: element,
      arrow: relationship.arrow, isNamed: relationship.variable != nil, range: relationship.range)
  }

  private mutating func bind(
    _ group: QuantifiedGroup, _ draft: PatternDraft, _ exports: [(inner: Slot, outer: Slot)], _ walked: Slot
  ) throws(CypherError) -> BoundGroup {
    let outer = scope
    for variable in draft.variables { scope.declare(variable) }
    let pattern = try bind(draft)
    let filter = try group.filter.map { filter throws(CypherError) in try bindCondition(filter) }
    scope = outer
    return BoundGroup(pattern: pattern, filter: filter, length: group.length, exports: exports, walked: walked)
  }

  /// The properties in a pattern: entries one by one, or a whole map, which only `CREATE` can take from a parameter.
  private mutating func bindProperties(
    _ expression: Expression, _ purpose: PatternDraft.Purpose
  ) throws(CypherError) -> (entries: [(key: String, value: BoundExpression)], map: BoundExpression?) {
    guard case .map(let entries) = expression.kind else {
      if purpose != .create {
        throw .syntax(
          .invalidParameterUse, "the properties of a pattern must be written out; only CREATE takes them as a whole",
          at: expression.range, suggestion: "{key: $map.key}")
      }
      return ([], try bind(expression, accepting: .map, "the properties of an element"))
    }
    var bound: [(key: String, value: BoundExpression)] = []
    for entry in entries {
      mentioned.note(key: entry.key, isCreated: purpose.creates)
      bound.append((entry.key.text, try bind(entry.value)))
    }
    return (bound, nil)
  }
}

extension PatternDraft.Purpose {
  /// Whether names in the pattern may be new to the graph.
  var creates: Bool {
    switch self {
    case .match: false
    case .create, .merge: true
    }
  }
}
