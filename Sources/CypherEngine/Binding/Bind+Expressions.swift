import CypherSyntax
import GraphModel

extension Binder {
  /// Binds an expression.
  mutating func bind(_ expression: Expression) throws(CypherError) -> BoundExpression {
    let range = expression.range
    switch expression.kind {
    case .literal(let literal): return BoundExpression(.constant(literal.value), literal.types, range)
    case .list(let items): return list(try bind(items), range)
    case .map(let entries): return try bindMap(entries, range)
    case .variable(let name): return try bindVariable(Name(name, range))
    case .parameter(let name):
      mentioned.note(parameter: Name(name, range))
      return BoundExpression(.parameter(name), .any, range)
    case .property(let base, let key): return try bindProperty(base, key, range)
    case .element(let base, let index): return try bindElement(base, index, range)
    case .slice(let base, let from, let to): return try bindSlice(base, from, to, range)
    case .unary(let sign, let operand): return try bindUnary(sign, operand, range)
    case .binary(let sign, let left, let right): return try bindBinary(sign, left, right, range)
    case .comparison(let first, let others): return try bindComparison(first, others, range)
    case .isNull(let operand, let isNegated):
      return BoundExpression(.isNull(try bind(operand), isNegated: isNegated), .boolean, range)
    case .hasLabels(let element, let labels):
      let element = try bind(element, accepting: .element, "what has labels")
      mentioned.note(tested: labels, element.types)
      return BoundExpression(.hasLabels(element, labels), .boolean, range)
    case .call(let call): return try bindCall(call, range)
    case .countRows: return try bindAggregate(nil, isDistinct: false, [], range)
    case .conditional(let operand, let alternatives, let otherwise):
      return try bindConditional(operand, alternatives, otherwise, range)
    case .listComprehension(let name, let list, let filter, let result):
      return try bindComprehension(name, list, filter, result, range)
    case .quantifier(let quantifier, let name, let list, let condition):
      return try bindQuantifier(quantifier, name, list, condition, range)
    case .reduce(let sum, let start, let name, let list, let body):
      return try bindReduce(sum, start, name, list, body, range)
    case .patternComprehension(let path, let filter, let result):
      return try bindPatternComprehension(path, filter, result, range)
    case .pattern(let path): return try bindPathSearch(path, range)
    case .subquery(let form, let query): return try bindSubquery(form, query, range)
    case .mapProjection(let name, let items): return try bindMapProjection(name, items, range)
    }
  }

  /// Binds expressions in order.
  mutating func bind(_ expressions: [Expression]) throws(CypherError) -> [BoundExpression] {
    var bound: [BoundExpression] = []
    for expression in expressions { bound.append(try bind(expression)) }
    return bound
  }

  /// Binds an expression that must be able to have one of some types; `role` says what it is for.
  mutating func bind(_ expression: Expression, accepting types: TypeSet, _ role: String) throws(CypherError)
    -> BoundExpression
  {
    let bound = try bind(expression)
    if bound.types.excludes(types) { throw unfit(bound, role, types) }
    return bound
  }

  func unfit(_ expression: BoundExpression, _ role: String, _ wanted: TypeSet) -> CypherError {
    .syntax(
      .invalidArgumentType, "\(role) must be \(wanted.description), this is \(expression.types.description)",
      at: expression.range)
  }

  /// A list; one of constants is a constant.
  private func list(_ items: [BoundExpression], _ range: SourceRange) -> BoundExpression {
    var values: [Value] = []
    for item in items {
      guard case .constant(let value) = item.kind else { return BoundExpression(.list(items), .list, range) }
      values.append(value)
    }
    return BoundExpression(.constant(.list(values)), .list, range)
  }

  private mutating func bindMap(_ entries: [MapEntry], _ range: SourceRange) throws(CypherError) -> BoundExpression {
    var bound: [(key: String, value: BoundExpression)] = []
    for entry in entries { bound.append((entry.key.text, try bind(entry.value))) }
    return BoundExpression(.map(bound), .map, range)
  }

  private func bindVariable(_ name: Name) throws(CypherError) -> BoundExpression {
    if let constantClause {
      throw .syntax(
        .nonConstantExpression, "\(constantClause) cannot depend on the row: '\(name.text)' is a variable",
        at: name.range)
    }
    let variable = try variable(name)
    return BoundExpression(.slot(variable.slot), variable.types, name.range)
  }

  private mutating func bindProperty(
    _ base: Expression, _ key: Name, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let base = try bind(base)
    if base.types == .path { throw unfit(base, "what has properties", [.node, .relationship, .map]) }
    if base.types.excludes(.propertied) {
      throw CypherError(
        .type, .compile, .invalidArgumentType, "\(base.types.description) has no properties", at: base.range)
    }
    if !base.types.isEmpty, base.types.isSubset(of: .element) { mentioned.note(key: key, isCreated: false) }
    return BoundExpression(.property(base, key.text), .any, range)
  }

  private mutating func bindElement(
    _ base: Expression, _ index: Expression, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let base = try bind(base)
    let index = try bind(index)
    if base.types.excludes([.list, .map, .node, .relationship]) {
      throw CypherError(
        .type, .compile, .invalidArgumentType, "\(base.types.description) has no elements", at: base.range)
    }
    let wanted: TypeSet = base.types == .list ? .integer : base.types.contains(.list) ? [.integer, .string] : .string
    if !base.types.isEmpty, index.types.excludes(wanted) {
      throw CypherError(
        .type, .compile, base.types == .list ? .listElementAccessByNonInteger : .mapElementAccessByNonString,
        "an element is chosen by \(wanted.description), this is \(index.types.description)", at: index.range)
    }
    return BoundExpression(.element(base, index), base.types == .list ? elementTypes(of: base) : .any, range)
  }

  private mutating func bindSlice(
    _ base: Expression, _ from: Expression?, _ to: Expression?, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let base = try bind(base, accepting: .list, "what is cut")
    let from = try from.map { bound throws(CypherError) in try bind(bound, accepting: .integer, "a border") }
    let to = try to.map { bound throws(CypherError) in try bind(bound, accepting: .integer, "a border") }
    return BoundExpression(.slice(base, from: from, to: to), .list, range)
  }

  private mutating func bindConditional(
    _ operand: Expression?, _ alternatives: [Alternative], _ otherwise: Expression?, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let operand = try operand.map { operand throws(CypherError) in try bind(operand) }
    var bound: [(when: BoundExpression, then: BoundExpression)] = []
    for alternative in alternatives {
      let when = try operand == nil ? bindCondition(alternative.when) : bind(alternative.when)
      bound.append((when, try bind(alternative.then)))
    }
    let otherwise = try otherwise.map { otherwise throws(CypherError) in try bind(otherwise) }
    let types = bound.reduce(otherwise?.types ?? []) { $0.union($1.then.types) }
    return BoundExpression(.conditional(operand, bound, otherwise: otherwise), types, range)
  }

  private mutating func bindMapProjection(
    _ name: Name, _ items: [MapProjectionItem], _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let base = try bindVariable(name)
    if base.types.excludes([.node, .relationship, .map]) {
      throw unfit(base, "what a map is made of", [.node, .relationship, .map])
    }
    var bound: [BoundMapItem] = []
    for item in items {
      switch item {
      case .property(let key):
        if base.types.isSubset(of: .element) { mentioned.note(key: key, isCreated: false) }
        bound.append(.property(key.text))
      case .all: bound.append(.all)
      case .entry(let entry): bound.append(.entry(entry.key.text, try bind(entry.value)))
      case .variable(let variable): bound.append(.entry(variable.text, try bindVariable(variable)))
      }
    }
    return BoundExpression(.mapProjection(base, bound), .map, range)
  }
}

extension Literal {
  /// The value that is written out.
  fileprivate var value: Value {
    switch self {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text)
    }
  }

  fileprivate var types: TypeSet {
    switch self {
    case .null: []
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    }
  }
}

extension TypeSet {
  /// What `.key` can be asked of.
  fileprivate static let propertied: TypeSet = TypeSet.instant.union([.node, .relationship, .map, .duration, .point])
}
