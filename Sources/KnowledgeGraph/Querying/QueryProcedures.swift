import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore
import NetworkFiles
import NetworkVocabulary

/// What `CALL` finds: every algorithm as `algo.…`, the lists of what is in the graph as `db.…`,
/// matchmaking as `match.…`, search by words as `text.search`.
enum QueryProcedures {
  /// The procedures, sorted by name, where a network says nothing of how to weigh scores and of earlier meetings.
  static let all = all(Network(graph: PropertyGraph()))

  /// The procedures, sorted by name, weighing scores as a network does and knowing who has met.
  static func all(_ network: Network) -> [CallableProcedure] {
    (ProcedureCatalog.all.map(CallableProcedure.init(algorithm:)) + DatabaseProcedures.all
      + (MatchProcedures.all(network.matching) + MeetingProcedures.all(network)).map {
        $0.over { $0.permitting(.matching) }
      }
      + TextProcedures.all).sorted {
        $0.name < $1.name
      }
  }
}

extension QuerySession {
  /// Statements that show how procedures are called, on the project's own data, by the name of the procedure.
  public static let procedureExamples: [(name: String, statement: String)] =
    QueryProcedures.all.filter { !$0.example.isEmpty }.map { ($0.name, $0.example) }
}

extension CallableProcedure {
  /// An algorithm: what it takes is given in one map, `CALL algo.centrality.pageRank({damping: 0.9})`.
  fileprivate init(algorithm: Procedure) {
    let required = algorithm.parameters.contains { $0.standard == nil }
    let names = algorithm.parameters.map(\.name).joined(separator: ", ")
    self.init(
      name: "algo." + algorithm.name, summary: algorithm.summary + " Options: \(names).",
      parameters: [.init("options", .map, standard: required ? nil : .map([:]))],
      columns: algorithm.columns.map { ($0.name, TypeSet(of: $0.type)) }
    ) { arguments, context throws(CypherError) in
      guard case .map(let options) = arguments[0] else {
        throw CypherError(.type, .runtime, .invalidArgumentType, "algo.\(algorithm.name) takes a map of options")
      }
      return try algorithm.rows(options, context)
    }
  }
}

extension Procedure {
  /// Runs the algorithm with options as a query gives them; nodes may be nodes, ids or names.
  fileprivate func rows(_ options: ValueMap, _ context: QueryContext) throws(CypherError) -> [[Value]] {
    var arguments: [String: Value] = [:]
    for entry in options.entries {
      guard parameters.contains(where: { $0.name == entry.key }) else {
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue, "algo.\(name) has no option '\(entry.key)'",
          suggestion: "it takes \(parameters.map(\.name).joined(separator: ", "))")
      }
      arguments[entry.key] = entry.value
    }
    for parameter in parameters where arguments[parameter.name] == nil {
      guard let standard = parameter.standard else {
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue,
          "algo.\(name) needs the option '\(parameter.name)': \(parameter.summary)")
      }
      arguments[parameter.name] = standard
    }
    do throws(ProcedureError) {
      let limits = context.limits
      return try run(
        ProcedureCall(graph: context.graph, arguments: arguments, isCancelled: { limits.areReached }))
    } catch {
      // A computation that was stopped because its time was up is told as that.
      try context.limits.check()
      throw CypherError(.procedure, .runtime, .procedureFailed, "algo.\(name): \(error.description)")
    }
  }
}

extension TypeSet {
  fileprivate init(of type: ValueType) {
    self =
      switch type {
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .node: .node
      case .list: .list
      }
  }
}
