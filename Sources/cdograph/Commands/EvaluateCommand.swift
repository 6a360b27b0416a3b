import ArgumentParser
import Foundation
import GraphAlgorithms
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkFiles

struct EvaluateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure how good suggestions are, on questions whose answers are known.",
    discussion: """
      Reads a folder with actors.json, projects.json, topics.json and, if there is one, municipalities.json, answers \
      the questions of a file, and with --truth compares the answers with what came true. Tasks: t1 new partners of an \
      actor, t2 peers on topics, t3 further members of a project, t4 pairs of the largest weight. Weights are learned \
      from earlier years of the same folder unless --weights names a file that `cdograph tune` has written.

      Examples:
        cdograph evaluate --data interreg --task t1 --queries interreg/t1.valid.queries.json --out run.jsonl
        cdograph evaluate --data pairing --task t4 --queries pairing/valid.json --out pairs.jsonl
      """)

  @Option(name: .long, help: ArgumentHelp("The folder of data.", valueName: "dir"), completion: .directory)
  var data: String?

  @Option(name: .long, help: "t1, t2, t3 or t4.")
  var task: EvaluationTask

  @Option(name: .long, help: ArgumentHelp("The file of questions.", valueName: "file"), completion: .file())
  var queries: String

  @Option(name: .long, help: ArgumentHelp("The file of right answers.", valueName: "file"), completion: .file())
  var truth: String?

  @Option(
    name: .long, help: ArgumentHelp("The run file to write, a JSON object a line.", valueName: "file"),
    completion: .file())
  var out: String?

  @Flag(name: .long, help: "Add to the first ten suggestions the path that ties them to the question.")
  var explain = false

  @Option(name: .long, help: ArgumentHelp("Weights to use instead of learning them.", valueName: "file"))
  var weights: String?

  @Option(name: .long, help: "How many threads work at once.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: "Print the measures as JSON.")
  var json = false

  @OptionGroup var language: LanguageOption

  func check() throws {
    if threads < 1 { throw ValidationError("--threads must be at least 1") }
    if task != .t4, data == nil { throw ValidationError("--data DIR is missing") }
    if truth == nil, out == nil {
      throw ValidationError("say what to do with the answers: --out FILE writes them, --truth FILE scores them")
    }
  }

  func answer() async throws {
    let progress = ProgressLine(Wording("rechnet", "computing")[language.chosen])
    let result = Result { try Interruption.watched { try measured() } }
    await progress.finish()
    print(try result.mapError(Failure.ofEvaluation).get(), terminator: "")
  }

  private func measured() throws -> String {
    var execution = Execution(threads: threads)
    execution.isCancelled = { Interruption.isRequested }
    guard let task = task.ranking else { return try measuredPairs(execution) }
    let data = try CollaborationData(path: data ?? "")
    let questions = try data.folder.questions(at: queries, for: task)
    let truth = try truth.map { try CollaborationFolder.truth(at: $0, for: task) }
    let model =
      try weights.map { try RankingModels(path: $0).model(for: task.purpose) }
      ?? RankingModel.trained(for: task.purpose, on: data.network, TrainingOptions(), execution)
    let answers = try data.answers(to: questions, of: task, by: model, explains: explain, execution)
    if let out { try OutputFile.write(Array(answers.map(data.line).joined().utf8), to: out) }
    guard let truth, !truth.isEmpty else { return "" }
    let report = data.report(answers, task, truth)
    return json ? report.json(model, language.chosen) : report.text(model, language.chosen)
  }

  private func measuredPairs(_ execution: Execution) throws -> String {
    let instances = try PairingInstance.read(at: queries)
    let optima = try truth.map { try PairingInstance.optima(at: $0) }
    let answers = try instances.map { try $0.solved(execution) }
    if let out { try OutputFile.write(Array(answers.map(\.line).joined().utf8), to: out) }
    guard let optima else { return "" }
    let report = PairingReport(answers, optima)
    return json ? report.json : report.text(language.chosen)
  }
}

/// The tasks of the benchmark.
enum EvaluationTask: String, CaseIterable, ExpressibleByArgument {
  case t1, t2, t3, t4

  var ranking: CollaborationFolder.Task? { CollaborationFolder.Task(rawValue: rawValue) }
}

extension Failure {
  /// What reading, learning or answering has thrown, with the exit code that it ends the program with.
  static func ofEvaluation(_ error: any Error) -> any Error {
    switch error {
    case let faults as NetworkFaults: Failure(exitCode: .data, faults.description)
    case is Cancelled: ExitCode(130)
    default: error
    }
  }
}
