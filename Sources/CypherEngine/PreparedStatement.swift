import CypherSyntax
import GermanText
import GraphModel
import GraphStore

/// A statement that is parsed, checked and planned: everything but the parameters' values.
///
/// The pipeline from text to plan, from top to bottom.
struct PreparedStatement {
  enum Body {
    case query(BoundStatement, QueryPlan)
    case schema(SchemaCommand)
    case show(Name)
  }

  let mode: Statement.Mode
  let body: Body
  /// The names of the parameters that the statement reads, each with its first place.
  let parameters: [Name]
  let warnings: [CypherWarning]
  /// The statement made ready to run, kept from run to run where it only reads.
  let ready = ReadyExecution()
  private let nodeCount: Int
  private let edgeCount: Int
  private let indexCount: Int
  private let optimizes: Bool

  init(
    _ text: String, _ graph: PropertyGraph, _ procedures: [CallableProcedure], _ options: PlanningOptions
  ) throws(CypherError) {
    let statement = try parseWithAdvice(text)
    mode = statement.mode
    switch statement.body {
    case .query(let query):
      let bound = try bind(query, procedures: procedures)
      body = .query(bound, plan(bound.query, Statistics(of: graph), options))
      parameters = bound.mentioned.parameters
      warnings = bound.mentioned.warnings(for: graph)
    case .schema(let command):
      body = .schema(command)
      (parameters, warnings) = ([], [])
    case .show(let what):
      body = .show(what)
      (parameters, warnings) = ([], [])
    }
    nodeCount = graph.nodeCount
    edgeCount = graph.edgeCount
    indexCount = graph.indexCount
    optimizes = options.optimizes
  }

  var parameterNames: [String] { parameters.map(\.text) }

  /// Whether the plan still suits a graph: counts within a factor of two, the same indexes.
  func fits(_ graph: borrowing PropertyGraph, _ options: PlanningOptions) -> Bool {
    func isNear(_ now: Int, _ then: Int) -> Bool { now <= 2 * then + 16 && then <= 2 * now + 16 }
    return optimizes == options.optimizes && isNear(graph.nodeCount, nodeCount) && isNear(graph.edgeCount, edgeCount)
      && graph.indexCount == indexCount && warnings.isEmpty
  }

  func checkParameters(_ given: [String: Value]) throws(CypherError) {
    for parameter in parameters where given[parameter.text] == nil {
      let suggestion = nearest(to: parameter.text, among: given.keys.sorted()).first
      throw CypherError(
        .parameterMissing, .compile, .missingParameter, "the parameter $\(parameter.text) was not given",
        at: parameter.range, suggestion: suggestion.map { "did you mean $\($0)?" })
    }
  }
}

/// An execution that waits for its next run; whoever runs it takes it out meanwhile.
final class ReadyExecution {
  var execution: Execution?
}

/// Parses a statement; where an unexpected word is nearly a keyword, the error says which.
private func parseWithAdvice(_ text: String) throws(CypherError) -> Statement {
  do throws(CypherError) {
    return try parse(text)
  } catch {
    guard error.detail == .unexpectedSyntax, error.suggestion == nil, let range = error.range, range.start < range.end,
      let word = String(validating: Array(text.utf8)[range.start..<range.end], as: UTF8.self),
      let keyword = nearest(to: word.uppercased(), among: clauseKeywords).first, keyword != word.uppercased()
    else { throw error }
    throw CypherError(
      error.kind, error.phase, error.detail, error.message, at: range, suggestion: "did you mean \(keyword)?")
  }
}

private let clauseKeywords = [
  "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "UNWIND",
  "UNION", "ORDER", "SKIP", "LIMIT", "CALL", "YIELD", "FOREACH", "LOAD", "EXPLAIN", "PROFILE", "SHOW", "DISTINCT",
  "DESCENDING", "ASCENDING", "CONTAINS", "STARTS", "ENDS",
]
