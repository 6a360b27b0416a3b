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

  @OptionGroup var language: LanguageOption

  func answer() async throws {
    let width = Terminal.standardOutput.width(environment: ProcessInfo.processInfo.environment)
    guard let name else {
      let rows = ProcedureCatalog.all.map { [$0.name, said($0.summary)] }
      print(table([("Name", "Name"), ("Was es berechnet", "What it computes")], rows, width), terminator: "")
      return
    }
    do throws(ProcedureError) {
      let procedure = try ProcedureCatalog.procedure(named: name)
      print("\(procedure.name): \(said(procedure.summary))\n")
      let required = Wording("nötig", "required")[language.chosen]
      let parameters = procedure.parameters.map { parameter in
        [parameter.name, parameter.type.rawValue, parameter.standard?.literal ?? required, said(parameter.summary)]
      }
      let titles = [("Braucht", "Takes"), ("Typ", "Type"), ("Standard", "Default"), ("Bedeutung", "Meaning")]
      print(table(titles, parameters, width))
      print(table([("Gibt", "Gives"), ("Typ", "Type")], procedure.columns.map { [$0.name, $0.type.rawValue] }, width))
      print("cdograph run \(procedure.example)")
    } catch {
      throw Failure(exitCode: .data, error.description)
    }
  }

  private func table(_ titles: [(german: String, english: String)], _ rows: [[String]], _ width: Int) -> String {
    let columns = titles.map { TableColumn(Wording($0.german, $0.english)[language.chosen]) }
    return TextTable(columns: columns, rows: rows).text(width: width)
  }

  /// The catalogue is in English, where the algorithms stand.
  private func said(_ text: String) -> String { MessageCatalog.translated(text, to: language.chosen) }
}
