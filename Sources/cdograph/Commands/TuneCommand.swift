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
    abstract: Wording(
      "Die Gewichte der Vorschläge aus früheren Jahren eines Ordners mit Daten lernen.",
      "Learn the weights of suggestions from earlier years of a folder of data."),
    discussion: Wording(
      """
      Die Daten werden an früheren Tagen abgeschnitten; was danach kam, zeigt, welche Teile es vorausgesehen haben. \
      Die Datei enthält ein Gewicht für jeden Teil, lässt sich von Hand ändern und wird von `cdograph evaluate \
      --weights` gelesen. Reicht die Vorgeschichte nicht, enthält sie die mitgelieferten Gewichte und sagt das.
      """,
      """
      The data are cut at earlier days; what came next tells which parts foresaw it. The file holds a weight for \
      each part, can be changed by hand, and is read by `cdograph evaluate --weights`. With too little history it \
      holds the weights that come with the program, and says so.
      """),
    examples: [
      "cdograph tune --data interreg --out weights.json"
    ])

  @Option(
    name: .long, help: .words("Der Ordner mit den Daten.", "The folder of data.", .folder), completion: .directory)
  var data: String

  @Option(
    name: .long,
    help: .words(
      "Die Datei, die geschrieben wird; - für die Standardausgabe.", "The file to write; - for standard output.", .file),
    completion: .file())
  var out = "-"

  @Option(name: .long, help: .words("Wie viele Threads zugleich rechnen.", "How many threads work at once.", .count))
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
    progress.finish()
    let models = try result.mapError(Failure.ofEvaluation).get()
    try OutputFile.write(Array(models.text(language.chosen).utf8), to: out)
    guard out != "-" else { return }
    for model in models.models { print("\(model.purpose.rawValue): \(model.origin.phrase[language.chosen])") }
  }
}
