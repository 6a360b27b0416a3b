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
    abstract: Wording(
      "Messen, wie gut Vorschläge sind, an Fragen, deren Antworten bekannt sind.",
      "Measure how good suggestions are, on questions whose answers are known."),
    discussion: Wording(
      """
      Liest einen Ordner mit actors.json, projects.json, topics.json und, wenn vorhanden, municipalities.json, \
      beantwortet die Fragen einer Datei und vergleicht die Antworten mit --truth mit dem, was eingetreten ist. \
      Aufgaben: t1 neue Partner eines Akteurs, t2 Gleichgesinnte zu Themen, t3 weitere Beteiligte eines Projekts, t4 \
      Paare mit dem größten Gewicht. Gewichte werden aus früheren Jahren desselben Ordners gelernt, außer wenn \
      --weights eine Datei nennt, die `cdograph tune` geschrieben hat.
      """,
      """
      Reads a folder with actors.json, projects.json, topics.json and, if there is one, municipalities.json, answers \
      the questions of a file, and with --truth compares the answers with what came true. Tasks: t1 new partners of \
      an actor, t2 peers on topics, t3 further members of a project, t4 pairs of the largest weight. Weights are \
      learned from earlier years of the same folder unless --weights names a file that `cdograph tune` has written.
      """),
    examples: [
      "cdograph evaluate --data interreg --task t1 --queries t1.json --out answers.jsonl",
      "cdograph evaluate --task t4 --queries pairs.json --truth optima.json",
    ])

  @Option(
    name: .long, help: .words("Der Ordner mit den Daten.", "The folder of data.", .folder), completion: .directory)
  var data: String?

  @Option(name: .long, help: .words("Welche Fragen gestellt sind.", "Which questions are asked.", .task))
  var task: EvaluationTask

  @Option(name: .long, help: .words("Die Datei mit den Fragen.", "The file of questions.", .file), completion: .file())
  var queries: String

  @Option(
    name: .long, help: .words("Die Datei mit den richtigen Antworten.", "The file of right answers.", .file),
    completion: .file())
  var truth: String?

  @Option(
    name: .long,
    help: .words(
      "Wohin die Antworten geschrieben werden, ein JSON-Objekt je Zeile.",
      "Where the answers are written, a JSON object a line.", .file),
    completion: .file())
  var out: String?

  @Flag(
    name: .long,
    help: .words(
      "Bei den ersten zehn Vorschlägen den Weg angeben, der sie mit der Frage verbindet.",
      "Add to the first ten suggestions the path that ties them to the question."))
  var explain = false

  @Option(
    name: .long,
    help: .words("Gewichte, die statt gelernter gelten.", "Weights to use instead of learning them.", .file))
  var weights: String?

  @Option(name: .long, help: .words("Wie viele Threads zugleich rechnen.", "How many threads work at once.", .count))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: .words("Die Kennzahlen als JSON ausgeben.", "Print the measures as JSON."))
  var json = false

  @OptionGroup var language: LanguageOption

  func check() throws {
    try check("--threads", threads, atLeast: 1)
    if task != .t4, data == nil { throw ValidationError("--data DIR is missing") }
    if truth == nil, out == nil {
      throw ValidationError("say what to do with the answers: --out FILE writes them, --truth FILE scores them")
    }
  }

  func answer() async throws {
    let progress = ProgressLine(Wording("rechnet", "computing")[language.chosen])
    let result = Result { try Interruption.watched { try measured() } }
    progress.finish()
    print(try result.mapError(Failure.ofEvaluation).get(), terminator: "")
  }

  private func measured() throws -> String {
    var execution = Execution(threads: threads)
    execution.isCancelled = { Interruption.isRequested }
    guard let task = task.ranking else { return try measuredPairs(execution) }
    let data = try CollaborationData(path: data ?? "")
    let questions = try data.folder.questions(at: queries, for: task)
    let truth = try truth.map { try CollaborationFolder.truth(at: $0, for: task) }
    try check(truth.map { $0.map(\.id) }, answers: questions.map(\.id))
    let model =
      try weights.map { try RankingModels(path: $0).model(for: task.purpose) }
      ?? RankingModel.trained(for: task.purpose, on: data.network, TrainingOptions(), execution)
    let answers = try data.answers(to: questions, of: task, by: model, explains: explain, execution)
    if let out { try OutputFile.write(Array(answers.map(data.line).joined().utf8), to: out) }
    guard let truth, !truth.isEmpty else { return "" }
    let report = data.report(answers, task, truth)
    return json ? report.json(model, language.chosen) : report.text(model, language.chosen)
  }

  /// Refuses what is right about quite other questions: all scores would be 0.
  private func check(_ right: [String]?, answers asked: [String]) throws {
    guard let right, let truth, !right.isEmpty, Set(right).isDisjoint(with: asked) else { return }
    throw Failure(
      exitCode: .data, "'\(truth)' answers none of the questions in '\(queries)' — do the two files belong together?")
  }

  private func measuredPairs(_ execution: Execution) throws -> String {
    let instances = try PairingInstance.read(at: queries)
    let optima = try truth.map { try PairingInstance.optima(at: $0) }
    try check(optima.map { Array($0.keys) }, answers: instances.map(\.id))
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
