import CypherSyntax
import GraphModel

/// Turns plans and expressions into closures that run them.
///
/// Each step becomes a closure that calls the next one for each row (a push engine): rows stay in the registers, a step costs one call, and
/// a `LIMIT` stops the steps before it by answering `false`.
final class Compilation {
  let planner: Planner
  /// Where the values of parameters stand.
  let parameterSlots: [String: Slot]
  /// Whether the statement leaves the graph as it is.
  let isReading: Bool
  /// Whether steps count rows and time.
  let isProfiling: Bool
  /// The nodes that a later step expands, and in which direction: an earlier step can ask the memory for their edges.
  var onward: [Slot: Bool] = [:]
  /// The steps around what is being compiled, outermost first.
  private var owners: [StepProfile] = []
  /// The last step of each part of the whole query.
  private(set) var profiles: [StepProfile] = []

  init(planner: Planner, parameterSlots: [String: Slot], isReading: Bool, isProfiling: Bool) {
    self.planner = planner
    self.parameterSlots = parameterSlots
    self.isReading = isReading
    self.isProfiling = isProfiling
  }

  /// Compiles a plan that hands its rows to a sink.
  func compile(_ plan: Plan, then sink: @escaping Sink) -> Run {
    let profile = StepProfile(plan)
    if let owner = owners.last { owner.addInner(profile) } else { profiles.append(profile) }
    return compile(plan, profile, then: sink)
  }

  /// Compiles the step before a step.
  func compile(before plan: Plan, then sink: @escaping Sink) -> Run {
    let profile = StepProfile(plan.input)
    owners.last?.setInput(profile)
    return compile(plan.input, profile, then: sink)
  }

  private func compile(_ plan: Plan, _ profile: StepProfile, then sink: @escaping Sink) -> Run {
    owners.append(profile)
    defer { owners.removeLast() }
    guard isProfiling else { return run(plan, then: sink) }
    let clock = ContinuousClock()
    let measured = run(plan) { frame throws(CypherError) in
      profile.rows += 1
      let start = clock.now
      defer { profile.timeAfter += clock.now - start }
      return try sink(frame)
    }
    return { frame throws(CypherError) in
      let start = clock.now
      defer { profile.timeWhole += clock.now - start }
      return try measured(frame)
    }
  }

  /// The closure of one step, joined to those before it.
  private func run(_ plan: Plan, then sink: @escaping Sink) -> Run {
    switch plan.step {
    case .argument: sink
    case .scan(let slot): scan(plan, slot, sink)
    case .labelScan(let slot, let label): labelScan(plan, slot, label, sink)
    case .seek(let slot, let access): seek(plan, slot, access, sink)
    case .nodeByID(let slot, let id): nodeByID(plan, slot, id, sink)
    case .expand(let expansion): expand(plan, expansion, sink)
    case .expandCount(let expansion): expandCount(plan, expansion, sink)
    case .ends(let known): ends(plan, known, sink)
    case .expandRepeated(let expansion, let length, let conditions):
      expandRepeated(plan, expansion, length, conditions, sink)
    case .expandGroup(let group): expandGroup(plan, group, sink)
    case .shortest(let search): shortest(plan, search, sink)
    case .selectPaths(let selection): selectPaths(plan, selection, sink)
    case .buildPath(let slot, let nodes, let steps): buildPath(plan, slot, nodes, steps, sink)
    case .filter(let conditions): filter(plan, conditions, sink)
    case .compute(let assignments): compute(plan, assignments, sink)
    case .unwind(let list, let slot): unwind(plan, list, slot, sink)
    case .aggregate(let keys, let aggregates, let weight): aggregate(plan, keys, aggregates, weight, sink)
    case .distinct(let slots): distinct(plan, slots, sink)
    case .sort(let items, let limit, let kept): sort(plan, items, limit, kept, sink)
    case .skip(let count): skip(plan, count, sink)
    case .limit(let count): limit(plan, count, sink)
    case .eager(let kept): eager(plan, kept, sink)
    case .optional(let inner, let nulls): optional(plan, inner, nulls, sink)
    case .call(let call): callProcedure(plan, call, sink)
    case .subquery(let query, let isOptional): subquery(plan, query, isOptional, sink)
    case .loadCSV(let withHeaders, let source, let slot, let terminator):
      loadCSV(plan, withHeaders, source, slot, terminator, sink)
    case .create(let pattern): create(plan, pattern, sink)
    case .merge(let pattern, let search, let onCreate, let onMatch):
      merge(plan, pattern, search, onCreate, onMatch, sink)
    case .set(let items): set(plan, items, sink)
    case .remove(let items): remove(plan, items, sink)
    case .delete(let isDetaching, let targets, let kept): delete(plan, isDetaching, targets, kept, sink)
    case .forEach(let slot, let list, let body): forEach(plan, slot, list, body, sink)
    }
  }

  /// Compiles a query, all parts of a union after each other; columns are in the query's own slots when the sink is called.
  func compile(_ query: QueryPlan, then sink: @escaping Sink) -> Run {
    let isDistinct = query.parts.count > 1 && query.keepsRepeated.contains(false)
    let slots = query.columns.map(\.slot)
    let seen = SeenRows()
    let runs = query.parts.map { part -> Run in
      let sources = part.columns.map(\.slot)
      return compile(part.plan) { frame throws(CypherError) in
        if sources != slots {
          for (source, target) in zip(sources, slots) { frame[target] = frame[source] }
        }
        if isDistinct, !(try seen.insert(slots, frame)) { return true }
        return try sink(frame)
      }
    }
    return { frame throws(CypherError) in
      seen.removeAll()
      for run in runs where !(try run(frame)) { return false }
      return true
    }
  }
}
