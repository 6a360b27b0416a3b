import ArgumentParser
import Foundation
import GraphAlgorithms
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkFiles

struct TuneCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Learn the weights of suggestions from earlier years of a folder of data.",
    discussion: """
      The data are cut at earlier days; what came next tells which components foresaw it. The file holds a weight for \
      each component, can be changed by hand, and is read by `cdograph evaluate --weights`. With too little history it \
      holds the weights that come with the program, and says so.

      Example:
        cdograph tune --data interreg --out weights.json
      """)

  @Option(name: .long, help: ArgumentHelp("The folder of data.", valueName: "dir"), completion: .directory)
  var data: String

  @Option(
    name: .long, help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"),
    completion: .file())
  var out = "-"

  @Option(name: .long, help: "How many threads work at once.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var language: LanguageOption

  func check() throws {
    if threads < 1 { throw ValidationError("--threads must be at least 1") }
  }

  func answer() async throws {
    let progress = ProgressLine(Wording("lernt", "learning")[language.chosen])
    let result = Result {
      try Interruption.watched {
        var execution = Execution(threads: threads)
        execution.isCancelled = { Interruption.isRequested }
        return try RankingModels(trainedOn: CollaborationData(path: data).network, TrainingOptions(), execution)
      }
    }
    await progress.finish()
    let models = try result.mapError(Failure.ofEvaluation).get()
    try OutputFile.write(Array(models.text(language.chosen).utf8), to: out)
    guard out != "-" else { return }
    for model in models.models { print("\(model.purpose.rawValue): \(model.origin.phrase[language.chosen])") }
  }
}
