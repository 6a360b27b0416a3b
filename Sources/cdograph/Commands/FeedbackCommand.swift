import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkFiles
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

      Was vermerkt ist, zählt beim nächsten Plan, auch ohne Antwort. Ein Paar, zu dem jemand abgesagt hat, wird nicht \
      wieder geplant; an einem Tisch oder in einem Team hat, wer abgesagt hat, niemanden getroffen.
      """,
      """
      The form is the feedback.csv of an event pack (--pack); the last column says accept, decline or met (zugesagt, \
      abgesagt, getroffen). Either all lines are taken or none.

      What is recorded counts for the next plan, also without an answer. A pair that somebody declined is not planned \
      again; at a table or in a team, who declined has met nobody.
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
    let form = try InputFile.bytes(file)
    var all = network
    if let history { all.graph = network.folders + (network.folders.contains(history) ? [] : [history]) }
    let workspace = try all.workspace(for: nil)
    let path = (history ?? network.folders.last ?? "Graph") + "/history.json"
    let bytes = (try? InputFile.bytes(path)) ?? []
    let feedback: Feedback
    let text: String
    do throws(MeetingError) {
      feedback = try workspace.feedback(form)
      text = try workspace.history(bytes, with: feedback)
    } catch {
      throw Failure(exitCode: .data, "\(file): \(error.description)")
    }
    for twice in feedback.contradictions {
      Console.warn(
        "\(file): line \(twice.line): '\(twice.person)' answers otherwise for '\(twice.meeting)' than in line \(twice.earlier); the later answer counts"
      )
    }
    if !dryRun, !feedback.meetings.isEmpty { try OutputFile.write(Array(text.utf8), to: path) }
    print(Self.summary(feedback, path, dryRun, language))
  }

  private static func summary(_ feedback: Feedback, _ path: String, _ isDry: Bool, _ language: Language) -> String {
    func count(_ answer: MeetingAnswer) -> Int { feedback.counts[answer, default: 0] }
    let changed = feedback.meetings.count
    let outcome =
      if changed == 0 {
        Wording("unverändert, nichts Neues", "unchanged, nothing new")
      } else {
        Wording(
          "\(isDry ? "würde geändert" : "geändert"): \(changed) Treffen",
          "\(isDry ? "would change" : "changed"): \(changed.counted("meeting", "meetings"))")
      }
    return Wording(
      "\(path) \(outcome.german); \(count(.accept)) zugesagt, \(count(.decline)) abgesagt, \(count(.met)) getroffen, \(feedback.unanswered) ohne Antwort",
      "\(path) \(outcome.english); \(count(.accept)) accepted, \(count(.decline)) declined, \(count(.met)) met, \(feedback.unanswered) without an answer"
    )[language]
  }
}
