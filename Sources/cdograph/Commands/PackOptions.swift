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
      "Wann die erste Runde beginnt, in deutscher Zeit. Standard: 12:00; Teams haben den ganzen Tag.",
      "When the first round begins, in German time. Default: 12:00; teams have the whole day.", .time))
  var start: String?

  @Option(
    name: .long,
    help: .words(
      "Wie lange eine Runde dauert. Standard: 20; Teams haben den ganzen Tag.",
      "How long a round takes. Default: 20; teams have the whole day.", .minutes))
  var minutes: Int?

  @Option(
    name: .long,
    help: .words(
      "Wann der Kalender gemacht wurde, in UTC, wie 2027-03-01T09:00:00Z. Standard: jetzt.",
      "When the calendar was made, in UTC, as in 2027-03-01T09:00:00Z. Default: now.", .utc))
  var stamp: String?

  func check() throws {
    if let start, Self.minutes(start) == nil { throw ValidationError("--start must be a time such as 12:00") }
    try check("--minutes", minutes, in: 1...1440)
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

  /// Refuses a folder that is there already, or cannot be made, before anybody waits for a plan.
  func checkFolder() throws {
    guard let pack else { return }
    let files = FileManager.default
    if files.fileExists(atPath: pack) {
      throw Failure(exitCode: .cannotCreate, "'\(pack)' exists already; name a new folder for the pack")
    }
    var above = URL(fileURLWithPath: pack).deletingLastPathComponent()
    while !files.fileExists(atPath: above.path), above.path != "/" { above.deleteLastPathComponent() }
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: above.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(exitCode: .cannotCreate, "cannot write '\(pack)': \(String(cString: strerror(ENOTDIR)))")
    }
    guard files.isWritableFile(atPath: above.path) else {
      throw Failure(exitCode: .cannotCreate, "cannot write '\(pack)': \(String(cString: strerror(EACCES)))")
    }
  }

  /// A pack that was written.
  struct Written {
    fileprivate let folder: String
    /// What is said of it.
    let summary: String

    /// Takes the pack away again.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Writes the folder: all of it under another name first, so that it is there whole or not at all.
  ///
  /// - Returns: nil where no pack is asked for.
  func write(
    _ outcome: MeetingOutcome, _ workspace: Workspace, date: String, _ language: Language
  ) async throws -> Written? {
    guard let pack else { return nil }
    let schedule = schedule(outcome, date: date)
    var contents = workspace.pack(outcome, schedule, language)
    if let picture = try await picture(outcome, workspace, schedule, language) { contents.append(picture) }
    let files = FileManager.default
    let folder = FolderWriting.folder(pack)
    let partial = "\(folder).partial-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try files.createDirectory(atPath: partial, withIntermediateDirectories: true)
      for file in contents { try Data(file.bytes).write(to: URL(fileURLWithPath: "\(partial)/\(file.name)")) }
      try files.moveItem(atPath: partial, toPath: folder)
    } catch {
      // Asked at once: what follows may fail too.
      let reason = String(cString: strerror(errno))
      try? files.removeItem(atPath: partial)
      throw Failure(exitCode: .cannotCreate, "cannot write '\(pack)': \(reason)")
    }
    return Written(folder: folder, summary: "\(pack): " + contents.map(\.name).joined(separator: ", "))
  }

  private func schedule(_ outcome: MeetingOutcome, date: String) -> MeetingSchedule {
    let now = Date().formatted(.iso8601)
    var schedule = MeetingSchedule(
      date: date, start: start.flatMap(Self.minutes) ?? 720, length: minutes ?? 20,
      stamp: Self.compact(stamp ?? now) ?? "")
    schedule.isWholeDay = outcome.kind == .teams && start == nil && minutes == nil
    return schedule
  }

  private func picture(
    _ outcome: MeetingOutcome, _ workspace: Workspace, _ schedule: MeetingSchedule, _ language: Language
  ) async throws -> PackFile? {
    let picture = workspace.picture(of: outcome, schedule, language)
    guard let diagram = picture.diagram else {
      // A plan without any meeting has nobody to draw either.
      if !picture.missing.isEmpty {
        Console.warn("nobody in the plan has agreed to be drawn: the pack has no diagram.svg")
      }
      return nil
    }
    for id in picture.missing { Console.warn("'\(id)' has not agreed to be drawn and is missing in diagram.svg") }
    // As large as it needs to be: who prints it chooses the paper.
    var style = StyleSheet.print
    (style.page.shortSide, style.page.longSide) = (nil, nil)
    return PackFile("diagram.svg", try await Drawing.render(diagram, style: style, format: .svg).bytes)
  }
}
