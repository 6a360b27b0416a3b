import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

struct FeedbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "Take in what people said of their meetings.",
    subcommands: [FeedbackImportCommand.self])
}

struct FeedbackImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a feedback form that people filled in, and write the answers into history.json.",
    discussion: """
      The form is the feedback.csv of an event pack; the last column says accept, decline or met (zugesagt, abgesagt, \
      getroffen). Either all lines are taken or none.

      Example:
        cdograph feedback import pack/feedback.csv
      """)

  @OptionGroup var network: NetworkOptions

  @Argument(help: "The form.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(
    name: .long, help: ArgumentHelp("The folder of history.json. Default: the last --graph folder.", valueName: "dir"),
    completion: .directory)
  var history: String?

  @Flag(name: .long, help: "Only say what would be taken.")
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
