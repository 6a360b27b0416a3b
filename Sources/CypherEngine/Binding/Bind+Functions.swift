import CypherSyntax
import GermanText
import GraphModel

extension Binder {
  /// A call of a function or of an aggregation.
  mutating func bindCall(_ call: FunctionInvocation, _ range: SourceRange) throws(CypherError) -> BoundExpression {
    let name = call.name.text.lowercased()
    if name == "exists", call.arguments.count == 1 { return try bindExists(call.arguments[0], range) }
    if let aggregation = functions.aggregations[name] {
      try check(call, aggregation.parameters, isVariadic: false)
      return try bindAggregate(aggregation, isDistinct: call.isDistinct, call.arguments, range)
    }
    guard let function = functions.functions[name] else { throw unknownFunction(call.name) }
    if call.isDistinct {
      throw .syntax(.unexpectedSyntax, "DISTINCT belongs to aggregations, \(function.name)() is none", at: range)
    }
    try check(call, function.parameters, isVariadic: function.isVariadic)
    let arguments = try bind(call.arguments)
    try check(arguments, function.name, function.parameters)
    return BoundExpression(.call(function, arguments), function.result, range)
  }

  /// `exists(n.key)`, and `exists((a)-->(b))` as the older form of `EXISTS { … }`.
  private mutating func bindExists(_ argument: Expression, _ range: SourceRange) throws(CypherError) -> BoundExpression
  {
    if case .pattern(let path) = argument.kind { return try bindPatternCondition(path, range) }
    return BoundExpression(.isNull(try bind(argument), isNegated: true), .boolean, range)
  }

  /// Whether the number of arguments fits.
  private func check(
    _ call: FunctionInvocation, _ parameters: [Function.Parameter], isVariadic: Bool
  ) throws(CypherError) {
    let required = parameters.count { !$0.isOptional }
    let count = call.arguments.count
    if count >= required - (isVariadic && required == parameters.count ? 1 : 0), isVariadic || count <= parameters.count
    {
      return
    }
    let wanted = required == parameters.count ? "\(required)" : "\(required) to \(parameters.count)"
    let form = parameters.map(\.name).joined(separator: ", ") + (isVariadic ? ", …" : "")
    throw .syntax(
      .invalidNumberOfArguments,
      "\(call.name.text)() takes \(isVariadic ? "\(required) or more" : wanted) argument\(wanted == "1" ? "" : "s"), not \(count)",
      at: call.name.range, suggestion: "\(call.name.text)(\(form))")
  }

  /// Whether the types of arguments fit; the last parameter stands for all further arguments.
  private func check(
    _ arguments: [BoundExpression], _ name: String, _ parameters: [Function.Parameter]
  ) throws(CypherError) {
    for (position, argument) in arguments.enumerated() {
      guard let parameter = position < parameters.count ? parameters[position] : parameters.last else { return }
      if argument.types.excludes(parameter.accepts.coerced) {
        throw unfit(argument, "'\(parameter.name)' of \(name)()", parameter.accepts)
      }
    }
  }

  private func unknownFunction(_ name: Name) -> CypherError {
    let names = functions.functions.values.map(\.name) + functions.aggregations.values.map(\.name)
    let suggestion = nearest(to: name.text, among: names).first
    return .syntax(
      .unknownFunction, "there is no function '\(name.text)'", at: name.range,
      suggestion: suggestion.map { "did you mean '\($0)'?" } ?? "SHOW FUNCTIONS lists them")
  }

  /// An aggregation: the value that the projection computes for it.
  ///
  /// - Parameter aggregation: The function; `nil` for `count(*)`.
  mutating func bindAggregate(
    _ aggregation: Aggregation?, isDistinct: Bool, _ arguments: [Expression], _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let name = aggregation?.name ?? "count"
    let meaning = aggregating
    switch meaning {
    case .refused:
      throw .syntax(
        .invalidAggregation, "\(name)() counts over rows and can stand in WITH and RETURN only", at: range,
        suggestion: "compute it in a WITH before")
    case .nested:
      throw .syntax(.nestedAggregation, "\(name)() cannot stand inside of another aggregation", at: range)
    case .collected, .compared: break
    }
    aggregating = .nested
    let bound = try bind(arguments)
    aggregating = meaning
    try check(bound, name, aggregation?.parameters ?? [])
    if let argument = bound.first(where: \.callsChance) {
      throw .syntax(
        .nonConstantExpression, "what \(name)() is computed over must not be random", at: argument.range)
    }
    let types = aggregation?.result ?? .integer
    if let known = aggregates.first(where: { $0.computes(aggregation, isDistinct, bound) }) {
      return BoundExpression(.slot(known.slot), types, range)
    }
    if case .compared(let gone) = meaning { throw uncomputed(name, bound, gone, range) }
    let slot = hiddenSlot()
    elementTypes[slot] = name == "collect" ? bound.first?.types ?? .any : .any
    aggregates.append(
      BoundAggregate(slot: slot, aggregation: aggregation, isDistinct: isDistinct, arguments: bound, range: range))
    return BoundExpression(.slot(slot), types, range)
  }
}

extension Binder {
  /// Why an aggregation that the projection does not compute cannot be sorted by.
  private func uncomputed(
    _ name: String, _ arguments: [BoundExpression], _ gone: Set<Slot>, _ range: SourceRange
  ) -> CypherError {
    for argument in arguments {
      if let lost = argument.firstSlot(in: gone) { return self.gone(lost) }
    }
    return .syntax(
      .invalidAggregation, "rows can be sorted by \(name)() only where it is one of the columns", at: range)
  }
}

extension TypeSet {
  /// Integers are taken where floats are asked for.
  var coerced: TypeSet { contains(.float) ? union(.integer) : self }
}

extension BoundAggregate {
  fileprivate func computes(_ other: Aggregation?, _ isDistinct: Bool, _ arguments: [BoundExpression]) -> Bool {
    aggregation?.name == other?.name && self.isDistinct == isDistinct && self.arguments.count == arguments.count
      && zip(self.arguments, arguments).allSatisfy { $0.equals($1) }
  }
}

extension BoundExpression {
  /// Whether a function that gives other values for equal arguments takes part in it.
  fileprivate var callsChance: Bool {
    if case .call(let function, _) = kind, !function.isConstant { return true }
    return children.contains(where: \.callsChance)
  }
}
