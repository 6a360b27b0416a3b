import CypherSyntax
import GraphModel
import GraphStore

extension Compilation {
  /// The closure that computes an expression.
  func evaluation(_ expression: BoundExpression) -> Evaluation {
    let range = expression.range
    switch expression.kind {
    case .constant(let value): return { _ in value }
    case .slot(let slot): return { frame in frame[slot] }
    case .parameter(let name):
      let slot = parameterSlots[name] ?? 0
      return { frame in frame[slot] }
    case .list(let items): return list(items)
    case .map(let entries): return map(entries)
    case .property(let base, let key): return property(of: base, key, range)
    case .element(let base, let index):
      return binary(base, index, range) { base, index, frame throws(CypherError) in
        try frame.element(of: base, at: index)
      }
    case .slice(let base, let from, let to): return slice(base, from, to, range)
    case .unary(let sign, let operand): return unary(sign, operand, range)
    case .binary(let sign, let left, let right): return binary(sign, left, right, range)
    case .comparison, .hasLabels:
      let truth = truth(expression)
      return { frame throws(CypherError) in try truth(frame).map { .boolean($0) } ?? .null }
    case .isNull(let operand, let isNegated):
      let value = evaluation(operand)
      return { frame throws(CypherError) in .boolean(try value(frame).isNull != isNegated) }
    case .call(let function, let arguments): return call(function, arguments, expression)
    case .conditional(let operand, let alternatives, let otherwise):
      return conditional(operand, alternatives, otherwise)
    case .listComprehension(let slot, let list, let filter, let result):
      return listComprehension(slot, list, filter, result)
    case .quantifier(let quantifier, let slot, let list, let condition):
      return quantified(quantifier, slot, list, condition)
    case .reduce(let sum, let start, let slot, let list, let body): return reduce(sum, start, slot, list, body)
    case .subquery(let form, let query): return subquery(form, query)
    case .mapProjection(let base, let items): return mapProjection(base, items)
    }
  }

  private func list(_ items: [BoundExpression]) -> Evaluation {
    let items = items.map(evaluation)
    return { frame throws(CypherError) in
      var values: [Value] = []
      values.reserveCapacity(items.count)
      for item in items { values.append(try item(frame)) }
      return .list(values)
    }
  }

  private func map(_ entries: [(key: String, value: BoundExpression)]) -> Evaluation {
    let entries = entries.map { ($0.key, evaluation($0.value)) }
    return { frame throws(CypherError) in
      var pairs: [(String, Value)] = []
      for (key, value) in entries { pairs.append((key, try value(frame))) }
      return .map(ValueMap(pairs))
    }
  }

  /// A property of a node or relationship, an entry of a map, a part of a date; null of null.
  private func property(of base: BoundExpression, _ key: String, _ range: SourceRange) -> Evaluation {
    let name = KeyName(key)
    if case .slot(let slot) = base.kind {
      return { frame throws(CypherError) in
        switch frame[slot] {
        case .node(let node): return try frame.property(name, of: node, range)
        case .edge(let edge): return try frame.property(name, of: edge, range)
        case .null: return .null
        case let other: return try located(range) { () throws(CypherError) in try propertyOfValue(other, key) }
        }
      }
    }
    let value = evaluation(base)
    return { frame throws(CypherError) in
      switch try value(frame) {
      case .node(let node): return try frame.property(name, of: node, range)
      case .edge(let edge): return try frame.property(name, of: edge, range)
      case .null: return .null
      case let other: return try located(range) { () throws(CypherError) in try propertyOfValue(other, key) }
      }
    }
  }

  private func slice(_ base: BoundExpression, _ from: BoundExpression?, _ to: BoundExpression?, _ range: SourceRange)
    -> Evaluation
  {
    let (base, from, to) = (evaluation(base), from.map(evaluation), to.map(evaluation))
    return { frame throws(CypherError) in
      let value = try base(frame)
      let lower = try from?(frame)
      let upper = try to?(frame)
      return try located(range) { () throws(CypherError) in try cypherSlice(value, from: lower, to: upper) }
    }
  }

  private func call(_ function: Function, _ arguments: [BoundExpression], _ expression: BoundExpression) -> Evaluation {
    let values = arguments.map(evaluation)
    let (range, isStrict, evaluate) = (expression.range, function.isStrict, function.evaluate)
    if values.count == 1 {
      let only = values[0]
      return { frame throws(CypherError) in
        let value = try only(frame)
        if isStrict, value.isNull { return .null }
        do throws(CypherError) { return try evaluate([value], frame.context) } catch { throw error.placed(at: range) }
      }
    }
    return { frame throws(CypherError) in
      var given: [Value] = []
      given.reserveCapacity(values.count)
      for value in values { given.append(try value(frame)) }
      if isStrict, given.contains(where: \.isNull) { return .null }
      do throws(CypherError) { return try evaluate(given, frame.context) } catch { throw error.placed(at: range) }
    }
  }

  private func conditional(
    _ operand: BoundExpression?, _ alternatives: [(when: BoundExpression, then: BoundExpression)],
    _ otherwise: BoundExpression?
  ) -> Evaluation {
    let results = alternatives.map { evaluation($0.then) }
    let fallback = otherwise.map(evaluation)
    if let operand {
      let value = evaluation(operand)
      let candidates = alternatives.map { evaluation($0.when) }
      return { frame throws(CypherError) in
        let value = try value(frame)
        for (position, candidate) in candidates.enumerated() {
          let other = try candidate(frame)
          // As people expect: CASE x WHEN null takes null.
          if value.isNull && other.isNull || cypherEquals(value, other) == true { return try results[position](frame) }
        }
        return try fallback?(frame) ?? .null
      }
    }
    let conditions = alternatives.map { condition($0.when) }
    return { frame throws(CypherError) in
      for (position, condition) in conditions.enumerated() where try condition(frame) {
        return try results[position](frame)
      }
      return try fallback?(frame) ?? .null
    }
  }
}

/// A property key with the number that the graph gives to it.
final class KeyName {
  private let key: PropertyKey
  @exclusivity(unchecked) private var token: UInt16?
  @exclusivity(unchecked) private var knownKeys = -1

  init(_ key: String) { self.key = PropertyKey(key) }

  /// The number; `nil` while the graph does not know the key.
  @inline(__always)
  func token(in graph: GraphReader) -> UInt16? {
    if token == nil, knownKeys != graph.keyTokenCount {
      knownKeys = graph.keyTokenCount
      token = graph.token(of: key)
    }
    return token
  }
}

extension Frame {
  @inline(__always)
  func property(_ key: KeyName, of node: NodeID, _ range: SourceRange) throws(CypherError) -> Value {
    guard let token = key.token(in: reader), let value = reader.value(token, of: node) else {
      if context.hasDeleted { try context.checkExists(node, at: range) }
      return .null
    }
    return value
  }

  @inline(__always)
  func property(_ key: KeyName, of edge: EdgeID, _ range: SourceRange) throws(CypherError) -> Value {
    guard let token = key.token(in: reader), let value = reader.value(token, of: edge) else {
      if context.hasDeleted { try context.checkExists(edge, at: range) }
      return .null
    }
    return value
  }

  /// `base[index]`, where the base may be an element of the graph.
  func element(of base: Value, at index: Value) throws(CypherError) -> Value {
    switch (base, index) {
    case (.node(let node), .string(let key)): return graph.value(PropertyKey(key), of: node) ?? .null
    case (.edge(let edge), .string(let key)): return graph.value(PropertyKey(key), of: edge) ?? .null
    case (.node, .null), (.edge, .null): return .null
    default: return try cypherElement(base, at: index)
    }
  }
}

/// Does something that knows no places, and gives its error one.
func located<Result>(_ range: SourceRange, _ body: () throws(CypherError) -> Result) throws(CypherError) -> Result {
  do throws(CypherError) {
    return try body()
  } catch {
    throw error.placed(at: range)
  }
}

extension CypherError {
  /// The error with a place, unless it has one.
  func placed(at range: SourceRange) -> CypherError {
    var error = self
    error.range = error.range ?? range
    return error
  }
}
