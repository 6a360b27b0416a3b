import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph

struct ProceduresCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "procedures",
    abstract: Wording(
      "Die Verfahren zeigen, die `cdograph run` rechnet, oder eines erklären.",
      "List the algorithms that `cdograph run` computes, or explain one."),
    examples: [
      "cdograph procedures",
      "cdograph procedures centrality.pageRank",
    ])

  @Argument(
    help: .words("Ein Verfahren, das erklärt wird.", "An algorithm to explain.", .algorithm),
    completion: .list(ProcedureCatalog.all.map(\.name)))
  var name: String?

  func answer() async throws {
    let environment = ProcessInfo.processInfo.environment
    let width = Terminal.standardOutput.width(environment: environment)
    guard let name else {
      let rows = ProcedureCatalog.all.map { [$0.name, $0.summary] }
      print(
        TextTable(columns: [TableColumn("Name"), TableColumn("What it computes")], rows: rows).text(width: width),
        terminator: "")
      return
    }
    do throws(ProcedureError) {
      let procedure = try ProcedureCatalog.procedure(named: name)
      print("\(procedure.name): \(procedure.summary)\n")
      let parameters = procedure.parameters.map { parameter in
        [parameter.name, parameter.type.rawValue, parameter.standard?.literal ?? "required", parameter.summary]
      }
      let columns = ["Takes", "Type", "Default", "Meaning"].map { TableColumn($0) }
      print(TextTable(columns: columns, rows: parameters).text(width: width))
      let results = procedure.columns.map { [$0.name, $0.type.rawValue] }
      print(TextTable(columns: [TableColumn("Gives"), TableColumn("Type")], rows: results).text(width: width))
      print("cdograph run \(procedure.example)")
    } catch {
      throw Failure(exitCode: .data, error.description)
    }
  }
}
