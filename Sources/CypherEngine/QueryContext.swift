package import CypherSyntax
package import GraphModel
package import GraphStore
import Synchronization

/// What the evaluation of one statement sees and changes: the graph, the parameters, the moment, chance, limits.
///
/// A statement works on its own copy of the graph; whoever runs it publishes the copy when it succeeds.
package final class QueryContext {
  /// Where the graph is kept. Reading through a pointer spares the check for exclusive access at each property: the planner
  /// makes sure that no search is under way while the graph changes.
  let storage: UnsafeMutablePointer<PropertyGraph>
  /// The values of `$name`.
  package let parameters: [String: Value]
  /// The moment at which the statement began; all of its clocks show it. UTC.
  package let now: Temporal
  /// The state of the statement's random numbers (SplitMix64).
  package var randomState: UInt64
  /// The language in which procedures answer, where nothing else is asked for.
  package let language: Language
  /// When to give up.
  package let limits: QueryLimits
  /// Whether the statement has deleted anything, so that elements in rows may be gone.
  @exclusivity(unchecked) var hasDeleted = false
  @exclusivity(unchecked) private var steps = 0
  /// Tells this run of a statement from all others of the process.
  let serial: UInt64
  private static let serials = Atomic<UInt64>(0)

  /// Makes a context.
  package init(
    graph: PropertyGraph, parameters: [String: Value], now: Temporal, seed: UInt64, language: Language = .german,
    limits: QueryLimits = QueryLimits()
  ) {
    storage = .allocate(capacity: 1)
    storage.initialize(to: graph)
    self.parameters = parameters
    self.now = now
    self.language = language
    randomState = seed
    serial = QueryContext.serials.add(1, ordering: .relaxed).newValue
    self.limits = limits
  }

  /// A context over another graph with the same parameters, moment, language and limits.
  package func over(_ graph: PropertyGraph) -> QueryContext {
    QueryContext(
      graph: graph, parameters: parameters, now: now, seed: randomState, language: language, limits: limits)
  }

  deinit {
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  /// The graph as the statement has changed it so far.
  package var graph: PropertyGraph {
    _read { yield storage.pointee }
    _modify { yield &storage.pointee }
  }

  /// Says that a step of work was done; now and then looks whether time is up or somebody wants the statement to stop.
  func tick() throws(CypherError) {
    steps &+= 1
    if steps & 0xFFF == 0 { try limits.check() }
  }

  /// Refuses to hold on to more rows or list elements than the memory limit admits.
  func checkMemory(holding values: Int) throws(CypherError) {
    if values > limits.maximumHeldValues {
      throw CypherError(
        .limit, .runtime, .memoryLimit,
        "the statement would hold more than \(limits.maximumHeldValues) values in memory",
        suggestion: "narrow the search, or use LIMIT before collecting, sorting or grouping")
    }
  }
}

/// When a statement has to give up.
package struct QueryLimits: Sendable {
  /// The time at which it stops.
  package var deadline: ContinuousClock.Instant?
  /// How many rows a result may have.
  package var maximumRows: Int?
  /// How many values may be held at once for sorting, grouping, collecting; some 40 bytes each.
  package var maximumHeldValues = 200_000_000
  /// Whether it may read files.
  package var readsFiles = true
  /// Asked now and then; `true` stops the statement.
  package var isInterrupted: @Sendable () -> Bool = { false }

  /// No limits but that of memory.
  package init() {}

  /// Whether somebody wants the statement to stop, or its time is up.
  package var areReached: Bool { isInterrupted() || deadline.map { ContinuousClock.now > $0 } ?? false }

  package func check() throws(CypherError) {
    if isInterrupted() { throw CypherError(.limit, .runtime, .interrupted, "the statement was interrupted") }
    if let deadline, ContinuousClock.now > deadline {
      throw CypherError(
        .limit, .runtime, .timeLimit, "the statement took longer than its time limit",
        suggestion: "narrow the search or raise the limit (--timeout)")
    }
  }
}
