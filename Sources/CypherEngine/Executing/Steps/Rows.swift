import CypherSyntax
import GraphModel

// Steps that look at one row at a time.

extension Compilation {
  /// Hands on the rows for which all conditions hold.
  func filter(_ plan: Plan, _ conditions: [BoundExpression], _ sink: @escaping Sink) -> Run {
    let predicates = conditions.map { Predicate(holds: condition($0)) }
    if predicates.count == 1 {
      let only = predicates[0].holds
      return compile(before: plan) { frame throws(CypherError) in try only(frame) ? try sink(frame) : true }
    }
    return compile(before: plan) { frame throws(CypherError) in
      for position in predicates.indices where !(try predicates[position].holds(frame)) { return true }
      return try sink(frame)
    }
  }

  /// Gives slots the values of expressions.
  func compute(_ plan: Plan, _ assignments: [BoundAssignment], _ sink: @escaping Sink) -> Run {
    let slots = assignments.map(\.slot)
    let values = assignments.map { Computation(value: evaluation($0.expression)) }
    return compile(before: plan) { frame throws(CypherError) in
      for position in values.indices { frame[slots[position]] = try values[position].value(frame) }
      return try sink(frame)
    }
  }

  /// One row for each element of a list; numbers of a `range` are made one by one.
  func unwind(_ plan: Plan, _ list: BoundExpression, _ slot: Slot, _ sink: @escaping Sink) -> Run {
    if case .call(let function, let arguments) = list.kind, function.name == "range" {
      return unwindRange(plan, arguments.map(evaluation), list.range, slot, sink)
    }
    let list = evaluation(list)
    return compile(before: plan) { frame throws(CypherError) in
      switch try list(frame) {
      case .null: return true
      case .list(let values):
        for value in values {
          try frame.context.tick()
          frame[slot] = value
          if !(try sink(frame)) { return false }
        }
        return true
      case let other:
        frame[slot] = other
        return try sink(frame)
      }
    }
  }

  private func unwindRange(
    _ plan: Plan, _ arguments: [Evaluation], _ range: SourceRange, _ slot: Slot, _ sink: @escaping Sink
  ) -> Run {
    compile(before: plan) { frame throws(CypherError) in
      var values: [Value] = []
      for argument in arguments { values.append(try argument(frame)) }
      guard let numbers = try located(range, { () throws(CypherError) in try integerRange(values) }) else {
        return true
      }
      var number = numbers.start
      for _ in 0..<numbers.count {
        try frame.context.tick()
        frame[slot] = .integer(number)
        if !(try sink(frame)) { return false }
        number &+= numbers.step
      }
      return true
    }
  }

  /// Leaves out rows at the beginning.
  func skip(_ plan: Plan, _ count: BoundExpression, _ sink: @escaping Sink) -> Run {
    let count = rowCount(count, "SKIP")
    let state = RowCounter()
    let run = compile(before: plan) { frame throws(CypherError) in
      if state.remaining > 0 {
        state.remaining -= 1
        return true
      }
      return try sink(frame)
    }
    return { frame throws(CypherError) in
      state.remaining = try count(frame)
      return try run(frame)
    }
  }

  /// Hands on so many rows, then asks for no more.
  func limit(_ plan: Plan, _ count: BoundExpression, _ sink: @escaping Sink) -> Run {
    let count = rowCount(count, "LIMIT")
    let state = RowCounter()
    let isUpdating = plan.input.changesGraph
    let run = compile(before: plan) { frame throws(CypherError) in
      if state.remaining > 0 {
        state.remaining -= 1
        if !(try sink(frame)) { state.isStopped = true }
      }
      // Changes are carried out for all rows, also for those that nobody looks at.
      return isUpdating || (state.remaining > 0 && !state.isStopped)
    }
    return { frame throws(CypherError) in
      state.remaining = try count(frame)
      state.isStopped = false
      if state.remaining == 0, !isUpdating { return true }
      _ = try run(frame)
      return !state.isStopped
    }
  }

  /// The number of rows that `SKIP` or `LIMIT` asks for.
  func rowCount(_ expression: BoundExpression, _ clause: String) -> (Frame) throws(CypherError) -> Int {
    let value = evaluation(expression)
    return { frame throws(CypherError) in
      guard case .integer(let number) = try value(frame) else {
        throw CypherError(
          .syntax, .runtime, .invalidArgumentType, "\(clause) needs a whole number", at: expression.range)
      }
      guard number >= 0 else {
        throw CypherError(
          .syntax, .runtime, .negativeIntegerArgument, "\(clause) needs a number of 0 or more, this is \(number)",
          at: expression.range)
      }
      return Int(number)
    }
  }
}

private final class RowCounter {
  @exclusivity(unchecked) var remaining = 0
  @exclusivity(unchecked) var isStopped = false
}

extension Plan {
  /// Whether a step of the plan may change the graph.
  var changesGraph: Bool {
    chain.contains { plan in
      switch plan.step {
      case .create, .merge, .set, .remove, .delete, .forEach: true
      case .subquery(let query, _): query.parts.contains { $0.plan.changesGraph }
      case .optional(let inner, _): inner.changesGraph
      default: false
      }
    }
  }
}
