import CypherSyntax
import GraphModel

// Steps that run a plan of their own for each row.

extension Compilation {
  /// The rows of an inner plan, or the row with nulls where it has none.
  func optional(_ plan: Plan, _ inner: Plan, _ nulls: [Slot], _ sink: @escaping Sink) -> Run {
    let state = InnerState()
    let search = compile(inner) { frame throws(CypherError) in
      state.isFound = true
      return try sink(frame)
    }
    return compile(before: plan) { frame throws(CypherError) in
      state.isFound = false
      if !(try search(frame)) { return false }
      if state.isFound { return true }
      for slot in nulls { frame[slot] = .null }
      return try sink(frame)
    }
  }

  /// `CALL { … }`: the rows of a subquery, joined to each row.
  func subquery(_ plan: Plan, _ query: QueryPlan, _ isOptional: Bool, _ sink: @escaping Sink) -> Run {
    let slots = query.columns.map(\.slot)
    let state = InnerState()
    let run = compile(query) { frame throws(CypherError) in
      state.isFound = true
      if slots.isEmpty { return true }
      return try sink(frame)
    }
    return compile(before: plan) { frame throws(CypherError) in
      state.isFound = false
      if !(try run(frame)) { return false }
      if slots.isEmpty { return try sink(frame) }
      if state.isFound || !isOptional { return true }
      for slot in slots { frame[slot] = .null }
      return try sink(frame)
    }
  }

  /// `FOREACH`: changes for each element of a list; the row itself goes on once.
  func forEach(
    _ plan: Plan, _ slot: Slot, _ list: BoundExpression, _ body: Plan, _ sink: @escaping Sink
  ) -> Run {
    let range = list.range
    let list = evaluation(list)
    let run = compile(body) { _ in true }
    return compile(before: plan) { frame throws(CypherError) in
      switch try list(frame) {
      case .null: break
      case .list(let values):
        for value in values {
          try frame.context.tick()
          frame[slot] = value
          _ = try run(frame)
        }
      case let other:
        throw CypherError(
          .type, .runtime, .invalidArgumentType, "FOREACH needs a list, this is \(other.literal)", at: range)
      }
      return try sink(frame)
    }
  }

  /// `CALL procedure(…)`: its rows, joined to each row.
  func callProcedure(_ plan: Plan, _ call: BoundProcedureCall, _ sink: @escaping Sink) -> Run {
    let arguments = call.arguments.map(evaluation)
    let parameters = call.procedure.parameters
    return compile(before: plan) { frame throws(CypherError) in
      var values: [Value] = []
      for (argument, parameter) in zip(arguments, parameters) {
        values.append(parameter.coerced(try argument(frame)))
      }
      let rows = try located(call.range) { () throws(CypherError) in try call.procedure.run(values, frame.context) }
      // One that is called for its effect hands each row on.
      if call.procedure.columns.isEmpty { return try sink(frame) }
      for row in rows {
        try frame.context.tick()
        for (column, slot) in call.columns { frame[slot] = row[column] }
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

extension CallableProcedure.Parameter {
  /// Integers are taken where floats are asked for.
  fileprivate func coerced(_ value: Value) -> Value {
    if case .integer(let number) = value, !accepts.contains(.integer), accepts.contains(.float) {
      return .float(Double(number))
    }
    return value
  }
}

/// Whether an inner plan had a row.
private final class InnerState {
  @exclusivity(unchecked) var isFound = false
}
