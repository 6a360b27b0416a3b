import CypherSyntax
import GraphModel

extension Binder {
  /// The assignments of `SET`.
  mutating func bind(_ items: [SetItem]) throws(CypherError) -> [BoundSetItem] {
    var bound: [BoundSetItem] = []
    for item in items { bound.append(try bind(item)) }
    return bound
  }

  private mutating func bind(_ item: SetItem) throws(CypherError) -> BoundSetItem {
    switch item {
    case .property(let target, let value):
      let (element, key) = try bindTarget(target)
      return .property(element, key: key, try bind(value))
    case .replace(let name, let value):
      let slot = try element(name, .element)
      return .replace(slot, try bind(value, accepting: [.map, .node, .relationship], "properties"))
    case .merge(let name, let value):
      let slot = try element(name, .element)
      return .merge(slot, try bind(value, accepting: [.map, .node, .relationship], "properties"))
    case .labels(let name, let labels):
      for label in labels { mentioned.note(labels: .name(label), isCreated: true) }
      return .labels(try element(name, .node), labels.map(\.text))
    }
  }

  /// The removals of `REMOVE`.
  mutating func bind(_ items: [RemoveItem]) throws(CypherError) -> [BoundRemoveItem] {
    var bound: [BoundRemoveItem] = []
    for item in items {
      switch item {
      case .property(let target):
        let (element, key) = try bindTarget(target)
        bound.append(.property(element, key: key))
      case .labels(let name, let labels): bound.append(.labels(try element(name, .node), labels.map(\.text)))
      }
    }
    return bound
  }

  /// The element and the key of `n.key` and `n[key]`.
  private mutating func bindTarget(_ target: Expression) throws(CypherError) -> (BoundExpression, BoundExpression) {
    switch target.kind {
    case .property(let base, let key):
      mentioned.note(key: key, isCreated: true)
      let element = try bind(base, accepting: .element, "what has the property")
      return (element, BoundExpression(.constant(.string(key.text)), .string, key.range))
    case .element(let base, let key):
      let element = try bind(base, accepting: .element, "what has the property")
      return (element, try bind(key, accepting: .string, "the key of a property"))
    default:
      throw .syntax(.unexpectedSyntax, "only a property can be set or removed here", at: target.range)
    }
  }

  /// The slot of a variable that is changed.
  private func element(_ name: Name, _ wanted: TypeSet) throws(CypherError) -> Slot {
    let variable = try variable(name)
    if variable.types.excludes(wanted) {
      throw .syntax(
        .invalidArgumentType, "'\(name.text)' is \(variable.types.description), not \(wanted.description)",
        at: name.range)
    }
    return variable.slot
  }

  /// `DELETE`.
  mutating func bindDelete(_ isDetaching: Bool, _ targets: [Expression]) throws(CypherError) -> BoundClause.Kind {
    var bound: [BoundExpression] = []
    for target in targets {
      if case .hasLabels = target.kind {
        throw .syntax(
          .invalidDelete, "DELETE takes nodes, relationships and paths, not labels", at: target.range,
          suggestion: "REMOVE takes a label away")
      }
      bound.append(try bind(target, accepting: [.node, .relationship, .path], "what is deleted"))
    }
    return .delete(isDetaching: isDetaching, bound)
  }

  /// `FOREACH`: its variable and what its clauses make are known inside only.
  mutating func bindForEach(_ name: Name, _ list: Expression, _ clauses: [Clause]) throws(CypherError)
    -> BoundClause.Kind
  {
    let list = try bind(list, accepting: .list, "the list of FOREACH")
    let outer = scope
    let slot = try declareNew(name, elementTypes(of: list))
    for clause in clauses where !clause.kind.changesGraph {
      throw .syntax(.invalidClauseComposition, "FOREACH holds only clauses that change the graph", at: clause.range)
    }
    let bound = try bind(clauses)
    scope = outer
    return .forEach(slot, in: list, bound)
  }
}

extension TypeSet {
  /// What has properties of its own in the graph.
  static let element: TypeSet = [.node, .relationship]
}
