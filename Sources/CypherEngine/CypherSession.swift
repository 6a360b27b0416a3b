package import CypherSyntax
package import GraphModel
package import GraphStore

/// A graph that statements are run on, one after the other.
///
/// A statement works on a copy of the graph (copying is O(1)) and the session takes the copy only when the statement has succeeded: one
/// that fails leaves no trace. Plans are kept by their text, so that a statement that comes again with other parameters is neither
/// parsed nor planned again.
package struct CypherSession {
  /// The graph after the last statement that succeeded.
  package private(set) var graph: PropertyGraph
  /// What `CALL` finds.
  package let procedures: [CallableProcedure]
  /// How plans are made.
  package var planning = PlanningOptions()
  /// When statements give up.
  package var limits = QueryLimits()
  /// Whether statements that change the graph are refused.
  package var isReadOnly = false
  /// The language in which procedures answer, where a call asks for none.
  package var language = Language.german
  /// How `SHOW` says what procedures and functions do; the engine has English words only.
  package var wording: @Sendable (String) -> String = { $0 }
  /// The moment that statements take for now, UTC.
  package var clock: @Sendable () -> Temporal
  /// Where random numbers begin, for each statement anew.
  package var seed: UInt64 = 0
  private var prepared: [String: PreparedStatement] = [:]
  private var savepoint: PropertyGraph?
  /// Indexes that statements have made under a name; the graph knows them by label and key only.
  var indexNames: [String: (label: Label, key: PropertyKey)] = [:]

  /// Makes a session.
  ///
  /// - Parameter clock: Gives the current moment as a date and time at UTC.
  package init(
    graph: PropertyGraph, procedures: [CallableProcedure] = [], clock: @escaping @Sendable () -> Temporal
  ) {
    self.graph = graph
    self.procedures = procedures
    self.clock = clock
  }

  /// Whether a transaction is open.
  package var isInTransaction: Bool { savepoint != nil }

  /// Begins a transaction: ``rollback()`` goes back to this graph.
  package mutating func begin() { savepoint = savepoint ?? graph }

  /// Ends the transaction and keeps its changes.
  package mutating func commit() { savepoint = nil }

  /// Ends the transaction and drops its changes.
  package mutating func rollback() {
    if let savepoint { graph = savepoint }
    savepoint = nil
    prepared = [:]
  }

  /// Changes the graph outside of a statement: indexes and constraints.
  mutating func changeGraph(_ change: (inout PropertyGraph) throws(CypherError) -> Void) throws(CypherError) {
    try change(&graph)
    prepared = [:]
  }

  /// Puts another graph in the place of this one.
  package mutating func replaceGraph(with graph: PropertyGraph) {
    self.graph = graph
    savepoint = nil
    prepared = [:]
  }

  /// Runs a statement and gives all its rows.
  package mutating func run(_ text: String, parameters: [String: Value] = [:]) throws(CypherError) -> QueryResult {
    var rows: [[Value]] = []
    var result = try run(text, parameters: parameters) { row throws(CypherError) in
      rows.append(row)
      return true
    }
    result.rows = rows
    return result
  }

  /// Runs a statement and hands each row on as soon as it is known.
  ///
  /// - Parameter sink: Takes a row; `false` asks for no more (changes are carried out all the same).
  /// - Returns: The columns, the changes and the plan; no rows.
  package mutating func run(
    _ text: String, parameters: [String: Value] = [:], _ sink: @escaping ([Value]) throws(CypherError) -> Bool
  ) throws(CypherError) -> QueryResult {
    let statement = try prepare(text)
    switch statement.body {
    case .query(let bound, let plan):
      try statement.checkParameters(parameters)
      if isReadOnly, bound.isUpdating {
        throw CypherError(
          .constraint, .compile, .readOnly, "the statement would change the graph, which is opened for reading only")
      }
      return try execute(statement, bound, plan, parameters, sink)
    case .schema(let command):
      if isReadOnly {
        throw CypherError(
          .constraint, .compile, .readOnly, "indexes cannot be changed: the graph is opened for reading only")
      }
      try carryOut(command)
      return QueryResult(columns: [])
    case .show(let what): return try show(what, sink)
    }
  }

  /// The columns of a statement's answer, without running it; `nil` where only running tells (`SHOW`, `EXPLAIN`).
  package mutating func columns(of text: String) throws(CypherError) -> [String]? {
    let statement = try prepare(text)
    guard case .query(_, let plan) = statement.body, statement.mode == .run else { return nil }
    return plan.columns.map(\.name)
  }

  /// Whether a statement leaves the graph as it is.
  package mutating func isReading(_ text: String) throws(CypherError) -> Bool {
    switch try prepare(text).body {
    case .query(let bound, _): !bound.isUpdating
    case .schema: false
    case .show: true
    }
  }

  /// The statement with its plan, made anew when the graph has changed a good deal since it was planned.
  private mutating func prepare(_ text: String) throws(CypherError) -> PreparedStatement {
    if let known = prepared[text], known.fits(graph, planning) { return known }
    let statement = try PreparedStatement(text, graph, procedures, planning)
    // A shell or a benchmark repeats a few statements; more than a thousand are not worth keeping.
    if prepared.count >= 1000 { prepared = [:] }
    prepared[text] = statement
    return statement
  }

  private mutating func execute(
    _ statement: PreparedStatement, _ bound: BoundStatement, _ plan: QueryPlan, _ parameters: [String: Value],
    _ sink: @escaping ([Value]) throws(CypherError) -> Bool
  ) throws(CypherError) -> QueryResult {
    let context = QueryContext(
      graph: graph, parameters: parameters, now: clock(), seed: seed, language: language, limits: limits)
    // What closures remember of names stays true while the graph only grows new ones: a reading statement adds none.
    let isKept = !bound.isUpdating && statement.mode == .run
    let kept = isKept ? statement.ready.execution : nil
    statement.ready.execution = nil
    let execution =
      kept
      ?? Execution(
        bound, plan, statement.parameterNames, Planner(statistics: Statistics(of: graph), options: planning),
        isProfiling: statement.mode == .profile)
    defer { if isKept { statement.ready.execution = execution } }
    var result = QueryResult(columns: plan.columns.map(\.name))
    result.warnings = statement.warnings
    if statement.mode != .explain {
      try execution.run(context, limits.maximumRows, sink)
      if bound.isUpdating {
        result.changes = GraphChanges(from: graph, to: context.graph)
        graph = context.graph
      }
    }
    if statement.mode != .run {
      result.plan = execution.description(bound, showsWork: statement.mode == .profile)
    }
    return result
  }
}

/// What a statement answers.
package struct QueryResult: Sendable {
  /// The names of the columns.
  package var columns: [String]
  /// The rows, nodes and edges as ids in the session's graph.
  package var rows: [[Value]] = []
  /// What the statement has changed; `nil` for one that only reads.
  package var changes: GraphChanges?
  /// The plan, for `EXPLAIN` and `PROFILE`.
  package var plan: String?
  /// What is probably not as meant: names that occur nowhere in the graph.
  package var warnings: [CypherWarning] = []

  init(columns: [String]) { self.columns = columns }
}

/// Something in a statement that is allowed and probably not as meant.
package struct CypherWarning: Hashable, Sendable {
  /// What it is, in one sentence.
  package let message: String
  /// Where it stands.
  package let range: SourceRange
  /// What may have been meant.
  package let suggestion: String?
}

/// How many elements a statement has added and removed in the end.
package struct GraphChanges: Hashable, Sendable {
  /// The number of nodes afterwards less that before.
  package let nodes: Int
  /// The number of relationships afterwards less that before.
  package let relationships: Int

  init(from old: borrowing PropertyGraph, to new: borrowing PropertyGraph) {
    nodes = new.nodeCount - old.nodeCount
    relationships = new.edgeCount - old.edgeCount
  }
}
