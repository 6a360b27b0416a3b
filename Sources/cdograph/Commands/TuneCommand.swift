import ArgumentParser
import Foundation
import GraphAlgorithms
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkFiles
import NetworkVocabulary

struct TuneCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: Wording(
      "Die Gewichte der Vorschläge aus früheren Jahren des Netzes oder eines Ordners mit Daten lernen.",
      "Learn the weights of suggestions from earlier years of the network or of a folder of data."),
    discussion: Wording(
      """
      Das Netz wird an früheren Tagen abgeschnitten; wer danach zusammenkam, zeigt, welche Teile des Wertes es \
      vorausgesehen haben. Geschrieben wird die ganze matching.json mit neuen Gewichten einer Gewichtung; im Ordner Graph oder \
      in einem darübergelegten gilt sie für suggest, match und transfer. Gezeigt wird, was die neuen Gewichte auf dem letzten \
      Zeitraum leisten, aus dem sie dabei nicht gelernt haben. Mit --data werden die Gewichte für `cdograph evaluate \
      --weights` aus Daten im Format des Vergleichs gelernt. Reicht die Vorgeschichte nicht, bleiben die bisherigen \
      Gewichte, und das wird gesagt.
      """,
      """
      The network is cut at earlier days; who came together next tells which parts of a score foresaw it. What is written is \
      the whole of matching.json with new weights of one preset; in the folder Graph, or in one laid over it, it holds for \
      suggest, match and transfer. What the new weights do on the latest window, which they were not learned from for \
      this, is shown. With --data the weights for `cdograph evaluate --weights` are learned from data in the benchmark's \
      format. With too little history the present weights remain, and that is said.
      """),
    examples: [
      "cdograph tune --preset similar --out matching.json",
      "cdograph tune --data interreg --out weights.json",
    ])

  @OptionGroup var network: NetworkOptions

  @Option(
    name: .long,
    help: .words(
      "Die Gewichtung, deren Gewichte gelernt werden. Standard: similar.",
      "The preset whose weights are learned. Default: similar.", .preset),
    completion: .list(MatchSettings.standard.presets.map(\.name)))
  var preset: String?

  @Option(
    name: .long,
    help: .words(
      "Statt des Netzes: ein Ordner mit Daten im Format des Vergleichs.",
      "In place of the network: a folder of data in the benchmark's format.", .folder),
    completion: .directory)
  var data: String?

  @Option(
    name: .long,
    help: .words(
      "Die Datei, die geschrieben wird; - für die Standardausgabe.", "The file to write; - for standard output.", .file),
    completion: .file())
  var out = "-"

  @Option(name: .long, help: .words("Wie viele Threads zugleich rechnen.", "How many threads work at once.", .count))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func check() throws {
    try check("--threads", threads, atLeast: 1)
    if data != nil, preset != nil || !network.graph.isEmpty {
      throw ValidationError("--data takes the place of the network; leave out --graph and --preset")
    }
  }

  func answer() async throws {
    let language = network.language.chosen
    if let data {
      let models = try learning(language) {
        try RankingModels(trainedOn: CollaborationData(path: data).network, $0, $1)
      }
      try OutputFile.write(Array(models.text(language).utf8), to: out)
      guard out != "-" else { return }
      for model in models.models { print("\(model.purpose.rawValue): \(model.origin.phrase[language])") }
    } else {
      let workspace = try network.workspace(for: .matching)
      let chosen = try workspace.preset(preset ?? "similar")
      let tuning = try learning(language) { try workspace.tuning(of: chosen, $0, $1) }
      try OutputFile.write(Array(workspace.matchingFile(with: tuning, language).utf8), to: out)
      let report = TuningText(tuning, language).text
      // The file alone goes to standard output, so that it can be piped on.
      if out == "-" { Console.write(report) } else { print(report, terminator: "") }
    }
  }

  private func learning<Learned>(
    _ language: Language, _ learn: (TrainingOptions, Execution) throws -> Learned
  ) throws -> Learned {
    let progress = ProgressLine(Wording("lernt", "learning")[language])
    let result = Result {
      try Interruption.watched {
        var execution = Execution(threads: threads)
        execution.isCancelled = { Interruption.isRequested }
        return try learn(TrainingOptions(), execution)
      }
    }
    progress.finish()
    return try result.mapError(Failure.ofEvaluation).get()
  }
}
