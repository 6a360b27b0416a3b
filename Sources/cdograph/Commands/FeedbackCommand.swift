import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

struct FeedbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: Wording(
      "Übernehmen, was Menschen zu ihren Treffen gesagt haben.",
      "Take in what people said of their meetings."),
    examples: [
      "cdograph feedback import mappe/feedback.csv --history . --dry-run"
    ],
    subcommands: [FeedbackImportCommand.self])

  @OptionGroup var language: LanguageOption
}

struct FeedbackImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Wording(
      "Einen ausgefüllten Rückmeldebogen lesen und die Antworten in history.json schreiben.",
      "Read a feedback form that people filled in, and write the answers into history.json."),
    discussion: Wording(
      """
      Der Bogen ist die Datei feedback.csv aus einer Mappe (--pack); in der letzten Spalte steht zugesagt, abgesagt \
      oder getroffen (accept, decline, met). Entweder werden alle Zeilen übernommen oder keine.
      """,
      """
      The form is the feedback.csv of an event pack (--pack); the last column says accept, decline or met (zugesagt, \
      abgesagt, getroffen). Either all lines are taken or none.
      """),
    examples: [
      "cdograph feedback import mappe/feedback.csv --history . --dry-run"
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words("Der ausgefüllte Bogen.", "The form as it was filled in.", .file),
    completion: .file(extensions: ["csv"]))
  var file: String

  @Option(
    name: .long,
    help: .words(
      "Der Ordner von history.json. Standard: der letzte von --graph.",
      "The folder of history.json. Default: the last --graph folder.", .folder),
    completion: .directory)
  var history: String?

  @Flag(name: .long, help: .words("Nur sagen, was übernommen würde.", "Only say what would be taken."))
  var dryRun = false

  func answer() async throws {
    let language = network.language.chosen
    guard let form = FileManager.default.contents(atPath: file) else {
      throw Failure(exitCode: .data, "cannot read '\(file)'")
    }
    var all = network
    if let history { all.graph = network.folders + (network.folders.contains(history) ? [] : [history]) }
    let workspace = try all.workspace(for: nil)
    let path = (history ?? network.folders.last ?? "Graph") + "/history.json"
    let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    do throws(MeetingError) {
      let feedback = try workspace.feedback([UInt8](form))
      let text = try workspace.history(bytes, with: feedback)
      if !dryRun, !feedback.meetings.isEmpty { try HistoryWriting.write(text, to: path) }
      print(Self.summary(feedback, path, dryRun, language))
    } catch {
      throw Failure(exitCode: .data, "\(file): \(error.description)")
    }
  }

  private static func summary(_ feedback: Feedback, _ path: String, _ isDry: Bool, _ language: Language) -> String {
    func count(_ answer: MeetingAnswer) -> Int { feedback.counts[answer, default: 0] }
    let verb = isDry ? Wording("würde ändern", "would change") : Wording("geändert", "changed")
    return Wording(
      "\(path) \(verb.german): \(feedback.meetings.count) Treffen; \(count(.accept)) zugesagt, \(count(.decline)) abgesagt, \(count(.met)) getroffen, \(feedback.unanswered) ohne Antwort",
      "\(path) \(verb.english): \(feedback.meetings.count) meetings; \(count(.accept)) accepted, \(count(.decline)) declined, \(count(.met)) met, \(feedback.unanswered) without an answer"
    )[language]
  }
}
