import ArgumentParser
import Diagrams
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

/// What an event needs on paper and in calendars.
struct PackOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .words(
      "Teilnehmende, Plan, Karten, Kalender, Bild und Rückmeldebogen in einen neuen Ordner schreiben.",
      "Write participants, plan, cards, calendar, picture and feedback form into a new folder.", .folder),
    completion: .directory)
  var pack: String?

  @Option(
    name: .long,
    help: .words(
      "Wann die erste Runde beginnt, in deutscher Zeit.", "When the first round begins, in German time.", .time))
  var start = "12:00"

  @Option(name: .long, help: .words("Wie lange eine Runde dauert.", "How long a round takes.", .minutes))
  var minutes = 20

  @Option(
    name: .long,
    help: .words(
      "Wann der Kalender gemacht wurde, in UTC, wie 2027-03-01T09:00:00Z. Standard: jetzt.",
      "When the calendar was made, in UTC, as in 2027-03-01T09:00:00Z. Default: now.", .utc))
  var stamp: String?

  func check() throws {
    if Self.minutes(start) == nil { throw ValidationError("--start must be a time such as 12:00") }
    guard (1...1440).contains(minutes) else { throw ValidationError("--minutes must be from 1 to 1440") }
    if let stamp, Self.compact(stamp) == nil {
      throw ValidationError("--stamp must be a time such as 2027-03-01T09:00:00Z")
    }
  }

  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], 0..<24 ~= hour, 0..<60 ~= minute else {
      return nil
    }
    return hour * 60 + minute
  }

  /// `2027-03-01T09:00:00Z` as calendars write it.
  private static func compact(_ text: String) -> String? {
    guard text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/#) != nil else { return nil }
    return text.filter { $0 != "-" && $0 != ":" }
  }

  /// Writes the folder: all of it under another name first, so that it is there whole or not at all.
  func write(_ outcome: MeetingOutcome, _ workspace: Workspace, date: String, _ language: Language) async throws {
    guard let pack else { return }
    let files = FileManager.default
    guard !files.fileExists(atPath: pack) else {
      throw Failure(exitCode: .cannotCreate, "'\(pack)' exists already; name a new folder for the pack")
    }
    let now = Date().formatted(.iso8601)
    let schedule = MeetingSchedule(
      date: date, start: Self.minutes(start) ?? 720, length: minutes, stamp: Self.compact(stamp ?? now) ?? "")
    var contents = workspace.pack(outcome, schedule, language)
    let picture = try await Drawing.render(workspace.diagram(of: outcome, language), style: .print, format: .svg)
    contents.append(PackFile("diagram.svg", picture.bytes))
    let folder = pack.hasSuffix("/") ? String(pack.dropLast()) : pack
    let partial = "\(folder).partial-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try files.createDirectory(atPath: partial, withIntermediateDirectories: true)
      for file in contents { try Data(file.bytes).write(to: URL(fileURLWithPath: "\(partial)/\(file.name)")) }
      try files.moveItem(atPath: partial, toPath: folder)
    } catch {
      try? files.removeItem(atPath: partial)
      throw Failure(exitCode: .cannotCreate, "cannot write '\(pack)': \(error.localizedDescription)")
    }
    Console.note("\(pack): " + contents.map(\.name).joined(separator: ", "))
  }
}
