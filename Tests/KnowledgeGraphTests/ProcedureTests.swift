import GraphModel
import KnowledgeGraph
import TestSupport
import Testing

/// What holds for every entry of the catalogue, run on the project's own data.
@Suite struct ProcedureTests {
  let workspace: Workspace

  init() throws { workspace = try Networks.own.get() }

  @Test func `the catalogue is sorted, and its entries describe themselves`() {
    let names = ProcedureCatalog.all.map(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count && names.count > 25)
    for procedure in ProcedureCatalog.all {
      #expect(procedure.name.split(separator: ".").count == 2, "\(procedure.name)")
      #expect(procedure.summary.hasSuffix(".") && !procedure.columns.isEmpty, "\(procedure.name)")
      #expect(Set(procedure.parameters.map(\.name)).count == procedure.parameters.count, "\(procedure.name)")
      #expect(procedure.example.hasPrefix(procedure.name), "\(procedure.name)")
    }
  }

  @Test(arguments: ProcedureCatalog.all.map(\.name)) func `examples run, the same on any number of threads`(
    name: String
  ) throws {
    let procedure = try ProcedureCatalog.procedure(named: name)
    var arguments = Self.arguments(of: procedure.example)
    // The whole country would only slow the test down.
    if procedure.parameters.contains(where: { $0.name == "labels" }),
      !arguments.contains(where: { $0.name == "labels" })
    {
      arguments.append(("labels", "Actor,Project,Event"))
    }
    // What runs on one thread by nature takes no number of them; it must still answer the same each time.
    let isParallel = procedure.parameters.contains { $0.name == "threads" }
    let answers = try [1, 2, 8].map { threads in
      let threads = isParallel ? [("threads", String(threads))] : []
      return try workspace.run(procedure, arguments.filter { $0.name != "threads" } + threads)
    }
    for rows in answers { #expect(rows == answers[0], "\(name)") }
    #expect(answers[0].allSatisfy { $0.count == procedure.columns.count }, "\(name)")
  }

  @Test func `wrong arguments are refused with a suggestion`() throws {
    let pageRank = try ProcedureCatalog.procedure(named: "centrality.pagerank")
    for (argument, words) in [
      (("dampng", "0.5"), "did you mean 'damping'?"), (("damping", "much"), "expected a number"),
      (("types", "WORK_ON"), "did you mean 'WORKS_ON'?"), (("labels", "Akteur"), "occurs nowhere"),
    ] {
      let error = #expect(throws: ProcedureError.self) {
        try workspace.run(pageRank, [(name: argument.0, value: argument.1)])
      }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
    let unknown = #expect(throws: ProcedureError.self) { try ProcedureCatalog.procedure(named: "centrality.pagrank") }
    #expect(unknown?.description.contains("did you mean 'centrality.pageRank'?") == true)
  }

  private static func arguments(of example: String) -> [(name: String, value: String)] {
    example.split(separator: " ").dropFirst().map { word in
      let parts = word.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }
}
