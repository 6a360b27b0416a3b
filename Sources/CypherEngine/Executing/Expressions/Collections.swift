import CypherSyntax
import GraphModel
import GraphStore

// Expressions with a variable of their own, and those that run a query.

extension Compilation {
  /// The elements of a list; `nil` for null.
  private func elements(_ list: BoundExpression) -> (Frame) throws(CypherError) -> [Value]? {
    let (value, range) = (evaluation(list), list.range)
    return { frame throws(CypherError) in
      switch try value(frame) {
      case .list(let values): return values
      case .null: return nil
      case let other:
        throw CypherError(
          .type, .runtime, .invalidArgumentType, "a list was expected, this is \(other.literal)", at: range)
      }
    }
  }

  func listComprehension(
    _ slot: Slot, _ list: BoundExpression, _ filter: BoundExpression?, _ result: BoundExpression?
  ) -> Evaluation {
    let (list, filter, result) = (elements(list), filter.map(condition), result.map(evaluation))
    return { frame throws(CypherError) in
      guard let values = try list(frame) else { return .null }
      var kept: [Value] = []
      for value in values {
        try frame.context.tick()
        frame[slot] = value
        if let filter, !(try filter(frame)) { continue }
        kept.append(try result?(frame) ?? value)
      }
      return .list(kept)
    }
  }

  /// `all`, `any`, `none`, `single` with three-valued logic: an unknown condition leaves the answer unknown unless the others decide.
  func quantified(_ quantifier: Quantifier, _ slot: Slot, _ list: BoundExpression, _ condition: BoundExpression)
    -> Evaluation
  {
    let (list, truth) = (elements(list), truth(condition))
    return { frame throws(CypherError) in
      guard let values = try list(frame) else { return .null }
      var (yes, no, unknown) = (0, 0, 0)
      for value in values {
        try frame.context.tick()
        frame[slot] = value
        switch try truth(frame) {
        case true?: yes += 1
        case false?: no += 1
        case nil: unknown += 1
        }
        if quantifier == .all ? no > 0 : quantifier == .single ? yes > 1 : yes > 0 { break }
      }
      return quantifier.answer(yes, no, unknown).map { .boolean($0) } ?? .null
    }
  }

  func reduce(
    _ sum: Slot, _ start: BoundExpression, _ slot: Slot, _ list: BoundExpression, _ body: BoundExpression
  ) -> Evaluation {
    let (start, list, body) = (evaluation(start), elements(list), evaluation(body))
    return { frame throws(CypherError) in
      guard let values = try list(frame) else { return .null }
      frame[sum] = try start(frame)
      for value in values {
        try frame.context.tick()
        frame[slot] = value
        frame[sum] = try body(frame)
      }
      return frame[sum]
    }
  }

  func subquery(_ form: SubqueryForm, _ query: BoundQuery) -> Evaluation {
    switch form {
    case .exists:
      let truth = exists(query)
      return { frame throws(CypherError) in .boolean(try truth(frame) == true) }
    case .count:
      let state = SubqueryRows()
      let run = compile(planner.plan(query)) { _ in
        state.count += 1
        return true
      }
      return { frame throws(CypherError) in
        state.count = 0
        _ = try run(frame)
        return .integer(state.count)
      }
    case .collect:
      let state = SubqueryRows()
      let slot = query.columns.first?.slot ?? 0
      let run = compile(planner.plan(query)) { frame throws(CypherError) in
        state.values.append(frame[slot])
        try frame.context.checkMemory(holding: state.values.count)
        return true
      }
      return { frame throws(CypherError) in
        // A query inside may run the same one again.
        let outer = state.values
        state.values = []
        defer { state.values = outer }
        _ = try run(frame)
        return .list(state.values)
      }
    }
  }

  func mapProjection(_ base: BoundExpression, _ items: [BoundMapItem]) -> Evaluation {
    let value = evaluation(base)
    let range = base.range
    let entries: [(key: String?, value: Evaluation?)] = items.map { item in
      switch item {
      case .property(let key): (key, nil)
      case .all: (nil, nil)
      case .entry(let key, let expression): (key, evaluation(expression))
      }
    }
    return { frame throws(CypherError) in
      let source = try value(frame)
      if source.isNull { return .null }
      var pairs: [(String, Value)] = []
      for (key, value) in entries {
        if let key, let value {
          pairs.append((key, try value(frame)))
        } else if let key {
          pairs.append(
            (key, try located(range) { () throws(CypherError) in try frame.element(of: source, at: .string(key)) }))
        } else {
          pairs += try frame.entries(of: source, at: range)
        }
      }
      return .map(ValueMap(pairs))
    }
  }
}

/// What a subquery has found so far.
private final class SubqueryRows {
  @exclusivity(unchecked) var isFound = false
  @exclusivity(unchecked) var count: Int64 = 0
  @exclusivity(unchecked) var values: [Value] = []
}

extension Quantifier {
  /// The answer from the numbers of elements for which the condition holds, does not hold, and is unknown.
  fileprivate func answer(_ yes: Int, _ no: Int, _ unknown: Int) -> Bool? {
    switch self {
    case .all: no > 0 ? false : unknown > 0 ? nil : true
    case .any: yes > 0 ? true : unknown > 0 ? nil : false
    case .none: yes > 0 ? false : unknown > 0 ? nil : true
    case .single: yes > 1 ? false : unknown > 0 ? nil : yes == 1
    }
  }
}

extension Frame {
  /// The entries of a map, or the properties of an element.
  fileprivate func entries(of value: Value, at range: SourceRange) throws(CypherError) -> [(String, Value)] {
    switch value {
    case .node(let node): graph.properties(of: node).map { ($0.key.name, $0.value) }
    case .edge(let edge): graph.properties(of: edge).map { ($0.key.name, $0.value) }
    default: try mapEntries(value, at: range).map { ($0.key, $0.value) }
    }
  }
}
