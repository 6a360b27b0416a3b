import CypherSyntax
import GraphModel

// Expressions that go through a list with a variable of their own.

extension Binder {
  mutating func bindComprehension(
    _ name: Name, _ list: Expression, _ filter: Expression?, _ result: Expression?, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let list = try bind(list, accepting: .list, "what a comprehension goes through")
    return try inner { binder throws(CypherError) in
      let slot = binder.declare(name.text, binder.elementTypes(of: list))
      let filter = try filter.map { filter throws(CypherError) in try binder.bindCondition(filter) }
      let result = try result.map { result throws(CypherError) in try binder.bind(result) }
      return BoundExpression(.listComprehension(slot, in: list, where: filter, result: result), .list, range)
    }
  }

  mutating func bindQuantifier(
    _ quantifier: Quantifier, _ name: Name, _ list: Expression, _ condition: Expression?, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let list = try bind(list, accepting: .list, "what \(quantifier.rawValue)() goes through")
    return try inner { binder throws(CypherError) in
      let types = binder.elementTypes(of: list)
      let slot = binder.declare(name.text, types)
      // Without a condition the elements themselves are the truth values.
      let element = BoundExpression(.slot(slot), types, name.range)
      let condition = try condition.map { condition throws(CypherError) in try binder.bindCondition(condition) }
      return BoundExpression(.quantifier(quantifier, slot, in: list, where: condition ?? element), .boolean, range)
    }
  }

  mutating func bindReduce(
    _ sum: Name, _ start: Expression, _ name: Name, _ list: Expression, _ body: Expression, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let start = try bind(start)
    let list = try bind(list, accepting: .list, "what reduce() goes through")
    return try inner { binder throws(CypherError) in
      // The sum takes the type of each new value, which is not known before the body is.
      let total = binder.declare(sum.text, .any)
      let slot = binder.declare(name.text, binder.elementTypes(of: list))
      let body = try binder.bind(body)
      let types = body.types.union(start.types)
      return BoundExpression(.reduce(total, from: start, slot, in: list, body), types, range)
    }
  }

  /// Binds something with names of its own; aggregations over rows mean nothing there.
  mutating func inner<Result>(
    _ body: (inout Binder) throws(CypherError) -> Result
  ) throws(CypherError) -> Result {
    let (outer, meaning) = (scope, aggregating)
    aggregating = .refused
    let result = try body(&self)
    (scope, aggregating) = (outer, meaning)
    return result
  }

  /// What the elements of a list may be, as far as known.
  func elementTypes(of list: BoundExpression) -> TypeSet {
    switch list.kind {
    case .constant(.list(let values)): values.reduce(TypeSet()) { $0.union(TypeSet(of: $1)) }
    case .list(let items): items.reduce(TypeSet()) { $0.union($1.types) }
    case .slot(let slot): elementTypes[slot] ?? .any
    case .slice(let base, _, _): elementTypes(of: base)
    case .listComprehension(_, let source, _, let result): result?.types ?? elementTypes(of: source)
    case .binary(.add, let left, let right): addedTypes(left).union(addedTypes(right))
    case .call(let function, let arguments): function.elementTypes(arguments.map { elementTypes(of: $0) })
    default: .any
    }
  }

  /// What one side of a sum of lists adds to it.
  private func addedTypes(_ side: BoundExpression) -> TypeSet {
    side.types == .list ? elementTypes(of: side) : side.types.contains(.list) ? .any : side.types
  }
}

extension Function {
  /// What the elements of a result that is a list are.
  fileprivate func elementTypes(_ arguments: [TypeSet]) -> TypeSet {
    switch name.lowercased() {
    case "range": .integer
    case "nodes": .node
    case "relationships": .relationship
    case "labels", "keys", "split": .string
    case "reverse", "tail": arguments.first ?? .any
    default: .any
    }
  }
}

extension TypeSet {
  /// The type of a value; none for null.
  init(of value: Value) {
    self =
      switch value {
      case .null: []
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .list: .list
      case .map: .map
      case .node: .node
      case .edge: .relationship
      case .path: .path
      case .point: .point
      case .temporal: TypeSet.instant.union(.duration)
      }
  }
}
