import CypherSyntax
import GraphModel

extension Compilation {
  /// Whether a subquery has a row for the current one.
  ///
  /// The subquery is run for each row and stops at its first row. Where it reads but one node and many rows ask, it is turned round
  /// after a while: all nodes for which it has a row are found once, and later rows only look theirs up. So never more is spent than
  /// twice what the better way costs.
  func exists(_ query: BoundQuery) -> Truth {
    let plan = planner.plan(query)
    let state = Existence()
    let search = compile(plan) { _ in
      state.isFound = true
      return false
    }
    let single: Truth = { frame throws(CypherError) in
      state.isFound = false
      _ = try search(frame)
      return state.isFound
    }
    guard isReading, let turned = planner.semijoin(for: query, instead: plan) else { return single }
    let slot = turned.slot
    let findAll = compile(turned.plan) { frame throws(CypherError) in
      if case .node(let node) = frame[slot] { state.add(node) }
      return true
    }
    return { frame throws(CypherError) in
      guard case .node(let node) = frame[slot] else { return try single(frame) }
      state.begin(frame.context)
      if !state.isComplete {
        state.asked += 1
        if state.asked <= turned.worthwhileRows { return try single(frame) }
        _ = try findAll(frame)
        frame[slot] = .node(node)
        state.isComplete = true
      }
      return state.contains(node)
    }
  }
}

/// What a subquery of `EXISTS` has found so far.
private final class Existence {
  @exclusivity(unchecked) var isFound = false
  /// How many rows have asked in this run of the statement.
  @exclusivity(unchecked) var asked = 0.0
  /// Whether all nodes are known for which the subquery has a row.
  @exclusivity(unchecked) var isComplete = false
  /// A bit for each of these nodes.
  @exclusivity(unchecked) private var bits: [UInt64] = []
  @exclusivity(unchecked) private var run: UInt64 = 0

  /// Forgets what an earlier run of the statement has found: parameters and graph may be others.
  func begin(_ context: QueryContext) {
    if run == context.serial { return }
    run = context.serial
    asked = 0
    isComplete = false
    bits = []
  }

  func add(_ node: NodeID) {
    let word = node.index >> 6
    if word >= bits.count { bits += Array(repeating: 0, count: max(64, word + 1 - bits.count)) }
    bits[word] |= 1 << UInt64(node.index & 63)
  }

  func contains(_ node: NodeID) -> Bool {
    let word = node.index >> 6
    return word < bits.count && bits[word] & (1 << UInt64(node.index & 63)) != 0
  }
}
