import ArgumentParser
import Foundation
import GraphModel
import JSONText

/// The openCypher Technology Compatibility Kit.
struct TCKSuite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tck", abstract: "openCypher Technology Compatibility Kit.",
    discussion: "The folder holds one array of scenarios a file, and the named graphs in graphs.json.")

  @OptionGroup var options: SuiteOptions

  @Option(name: .long, help: "Write the outcome of every scenario to this file, as JSON.")
  var json: String?

  func run() throws {
    let graphs = (try? suiteFile(options.folder + "/graphs.json")) ?? .null
    var tally = Tally()
    var outcomes: [JSONOutput] = []
    for scenario in try scenarios() {
      if options.list {
        print(scenario.id)
        continue
      }
      let failure = failure(of: scenario, graphs)
      tally.note(scenario.id, failure)
      outcomes.append(
        .members([
          ("id", .string(scenario.id)), ("passed", .boolean(failure == nil)), ("failure", failure.map { .string($0) }),
        ]))
    }
    if options.list { return }
    if let json {
      try JSONOutput.array(outcomes).text(indent: true).write(toFile: json, atomically: true, encoding: .utf8)
    }
    try tally.finish()
  }

  /// The scenarios of all files, in the order of the files' names.
  private func scenarios() throws -> [TCKScenario] {
    let files = try FileManager.default.contentsOfDirectory(atPath: options.folder).sorted()
    var scenarios: [TCKScenario] = []
    for file in files where file.hasSuffix(".json") && file != "graphs.json" && file != "index.json" {
      scenarios += try suiteFile(options.folder + "/" + file).items.map { TCKScenario($0) }
    }
    guard let filter = options.filter else { return scenarios }
    return scenarios.filter { $0.id.contains(filter) }
  }

  private func failure(of scenario: TCKScenario, _ graphs: Value) -> String? {
    do {
      try check(scenario, graphs[scenario.graph]["setup"].texts)
      return nil
    } catch let error as SuiteError {
      return error.description
    } catch {
      return "\(error)"
    }
  }
}
