import ArgumentParser
import Foundation
import GraphAlgorithms
import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkFiles
import NetworkVocabulary

/// What every plan of meetings can be told.
struct MeetingOptions: ParsableArguments {
  @OptionGroup var network: NetworkOptions

  @Option(
    name: .long, parsing: .upToNextOption,
    help: .words(
      "Wer sich treffen soll; mit --event zusätzlich zu deren Teilnehmenden.",
      "Who is to meet; with --event, in addition to its participants.", .actor),
    completion: .custom(Completion.actors))
  var actors: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Zwei, die sich treffen müssen; für mehrere wiederholen.", "Two who must meet; repeat it for several.", .pair))
  var must: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Zwei, die sich nicht treffen dürfen; für mehrere wiederholen.", "Two who must not meet; repeat it for several.",
      .pair))
  var never: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Wie gewichtet wird: similar (ähnlich), complementary (ergänzend), learn-from (lernen von), nearby (in der Nähe) oder eine eigene Gewichtung aus matching.json.",
      "How scores are weighed: similar, complementary, learn-from, nearby, or one of your own in matching.json.",
      .preset)
  )
  var preset: String?

  @Option(
    name: .long,
    help: .words(
      "Der Tag der Treffen. Standard: der Tag der Veranstaltung, sonst heute.",
      "The day of the meetings. Default: that of the event, else today.", .day))
  var date: String?

  @Option(
    name: .long,
    help: .words(
      "Ein Ordner, dessen history.json gelesen und von --record geschrieben wird.",
      "A folder whose history.json is read, and written by --record.", .folder),
    completion: .directory)
  var history: String?

  @Flag(
    name: .long,
    help: .words(
      "Den Plan in history.json vermerken, im Ordner von --history, sonst im letzten von --graph.",
      "Write the plan into history.json, of --history or else of the last --graph folder."))
  var record = false

  @Flag(
    name: .long,
    help: .words(
      "Abbrechen, wenn sich jemand wiedertreffen müsste, nach dem Verlauf oder innerhalb des Plans; sonst geschieht das so selten wie möglich und wird gesagt.",
      "Fail where anybody would have to meet again, by the history or within the plan; else this is rare and said."))
  var noRepeats = false

  @Option(
    name: .long,
    help: .words(
      "Ein Wiedersehen ist erlaubt und kostet so viel vom Wert (0 bis 10).",
      "Meeting again is allowed and takes this off the score (0 to 10).", .points))
  var repeatCost: Double?

  @OptionGroup var pack: PackOptions

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = MeetingFormat.table

  func check() throws {
    try pack.check()
    if noRepeats, repeatCost != nil { throw ValidationError("only one of --no-repeats and --repeat-cost can hold") }
    try check("--repeat-cost", repeatCost, in: 0...10)
    if let date, Day(date) == nil { throw ValidationError(Day.fault(of: date)) }
    for pair in must + never where pair.split(separator: "=").count != 2 {
      throw ValidationError("'\(pair)' is no pair; write two names with = between them: A=B")
    }
  }

  /// The network, with the history laid over it.
  func workspace() throws -> Workspace {
    // A mistyped folder would bring people together again without a word.
    if let history, !record, !FileManager.default.fileExists(atPath: history) {
      throw Failure(
        exitCode: .data, "there is no folder '\(history)'; name one with --history that holds history.json, or none")
    }
    guard let history, FileManager.default.fileExists(atPath: history + "/history.json") else {
      return try network.workspace(for: nil)
    }
    var all = network
    all.graph = network.folders + (network.folders.contains(history) ? [] : [history])
    return try all.workspace(for: nil)
  }

  /// The folder in which `--record` writes.
  var historyFolder: String { history ?? network.folders.last ?? "Graph" }

  /// The people of an event and those that are named.
  func gathering(_ event: String?, _ workspace: Workspace, rounds: Int? = nil) throws -> Gathering {
    let language = network.language.chosen
    let event = try event.map { try workspace.resolve($0, among: [.event], language) }
    let actors = try actors.map { try workspace.resolve($0, among: [.actor], language) }
    do throws(MeetingError) {
      return try workspace.gathering(event: event, actors: actors, rounds: rounds)
    } catch {
      throw Failure(exitCode: .data, error.description)
    }
  }

  func rules(_ occasion: NodeID?, _ workspace: Workspace, preset standard: String = "similar") throws -> MeetingRules {
    let name = preset ?? standard
    guard let chosen = workspace.matching.preset(named: name) else {
      let known = workspace.matching.presets.map(\.name).joined(separator: ", ")
      throw Failure(exitCode: .data, "unknown preset '\(name)'; there are \(known)")
    }
    var rules = MeetingRules(preset: chosen, date: day(of: occasion, workspace))
    rules.must = try must.map { try pair($0, workspace) }
    rules.never = try never.map { try pair($0, workspace) }
    rules.forbidsRepeats = noRepeats
    if let repeatCost { rules.repeats = .cost(Int((repeatCost * 1000).rounded())) }
    return rules
  }

  private func pair(_ text: String, _ workspace: Workspace) throws -> (NodeID, NodeID) {
    let names = text.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
    let language = network.language.chosen
    return (
      try workspace.resolve(names[0], among: [.actor], language),
      try workspace.resolve(names[1], among: [.actor], language)
    )
  }

  /// The day given, else that on which the event begins, else today.
  private func day(of occasion: NodeID?, _ workspace: Workspace) -> String {
    knownDay(of: occasion, workspace) ?? Day(Date()).iso
  }

  private func knownDay(of occasion: NodeID?, _ workspace: Workspace) -> String? {
    date ?? occasion.flatMap { workspace.graph.value("startDate", of: $0) }?.description
  }

  /// What a person takes differently from the others: `Name=3`.
  func capacities(_ texts: [String], _ workspace: Workspace) throws -> [NodeID: Int] {
    var capacities: [NodeID: Int] = [:]
    for text in texts {
      let parts = text.split(separator: "=")
      guard parts.count == 2, let count = Int(parts[1]), count >= 0 else {
        throw Failure(exitCode: .validationFailure, "'\(text)' is no capacity; write NAME=3")
      }
      let node = try workspace.resolve(String(parts[0]), among: [.actor], network.language.chosen)
      capacities[node] = count
    }
    return capacities
  }

  /// Plans, prints, and writes what is asked for: pack and record both or neither, since a form that comes back is only read
  /// where its plan was recorded.
  func run(
    _ workspace: Workspace, date: String, _ plan: (Execution) throws -> MeetingOutcome
  ) async throws {
    let language = network.language.chosen
    try pack.checkFolder()
    if record { try checkRecord() }
    let progress = ProgressLine(Wording("plane", "planning")[language])
    let result = Result { try plan(Execution()) }
    progress.finish()
    var outcome: MeetingOutcome
    do {
      outcome = try result.get()
    } catch let error as MeetingError {
      throw Failure(exitCode: .data, error.description)
    }
    outcome.date = knownDay(of: outcome.occasion, workspace)
    if pack.pack != nil, outcome.date == nil {
      Console.warn("no day is known: the calendar is for today; name the day with --date")
    }
    // Printed first: planning takes time, and a disk that is full must not cost the plan.
    print(format.text(outcome, workspace, language), terminator: "")
    do {
      try await write(outcome, workspace, date: date)
    } catch let failure as Failure {
      throw Failure(
        exitCode: failure.exitCode, failure.message + "\nnothing was written; the plan is only what was printed")
    }
  }

  private func write(_ outcome: MeetingOutcome, _ workspace: Workspace, date: String) async throws {
    let history = try record ? history(with: outcome, workspace, date: date) : nil
    let written = try await pack.write(outcome, workspace, date: date, network.language.chosen)
    do {
      if let history { try OutputFile.write(Array(history.text.utf8), to: historyPath) }
    } catch {
      written?.remove()
      throw error
    }
    if let written { Console.note(written.summary) }
    if let history { Console.note(summary(outcome.groups.count, replaced: history.replaced)) }
  }

  /// Refuses a folder that no history can be written in, before anybody waits for a plan.
  private func checkRecord() throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: historyFolder, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(
        exitCode: .cannotCreate,
        "there is no folder '\(historyFolder)' for history.json; make it, or name another one with --history")
    }
    guard FileManager.default.isWritableFile(atPath: historyFolder) else {
      throw Failure(
        exitCode: .cannotCreate,
        "history.json cannot be written in the folder '\(historyFolder)'; allow it, or name another one with --history")
    }
  }

  private var historyPath: String { historyFolder + "/history.json" }

  /// The history as it is with the plan.
  private func history(
    with outcome: MeetingOutcome, _ workspace: Workspace, date: String
  ) throws -> (text: String, replaced: Int) {
    let bytes = (try? InputFile.bytes(historyPath)) ?? []
    do throws(MeetingError) {
      return try workspace.history(bytes, recording: outcome, date: date)
    } catch {
      throw Failure(exitCode: .data, error.description)
    }
  }

  private func summary(_ count: Int, replaced: Int) -> String {
    Wording(
      "\(historyPath): \(count) Treffen vermerkt" + (replaced > 0 ? ", \(replaced) ersetzt" : ""),
      "\(historyPath): \(count.counted("meeting", "meetings")) recorded"
        + (replaced > 0 ? ", \(replaced) replaced" : ""))[
        network.language.chosen]
  }
}
