import ArgumentParser
import Foundation
import GraphModel
import JSONText
import KnowledgeGraph
import NetworkFiles

/// The folder whose journal of imports is read.
struct JournalOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .words("Der Ordner, in den importiert wurde.", "The folder that was imported into.", .folder),
    completion: .directory)
  var into = "Graph"

  @OptionGroup var language: LanguageOption

  var folder: String { FolderWriting.folder(into) }

  func journal() throws -> ImportJournal {
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Failure(exitCode: .data, "cannot read '\(folder)': No such file or directory")
    }
    try FolderWriting.finishInterrupted([folder])
    return try Self.journal(of: folder)
  }

  /// The journal of a folder; an empty one where nothing was imported.
  static func journal(of folder: String) throws -> ImportJournal {
    let path = "\(folder)/\(ImportJournal.file)"
    do {
      return try ImportJournal(FileChanges.existing(path) ?? [])
    } catch let error as FileChanges.Failure {
      throw Failure(exitCode: .data, error.description)
    } catch {
      throw Failure(exitCode: .data, "\(path): \(error)")
    }
  }
}

struct ImportUndoCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: Wording(
      "Einen Import zurücknehmen: Die Dateien sind wieder, was sie vorher waren, Byte für Byte.",
      "Take an import back: the files are what they were before it, byte for byte."),
    discussion: Wording(
      "Ohne Kennung der letzte Import. Nichts geschieht, wenn eine Datei seither geändert wurde.",
      "Without an id the latest import is taken back. Nothing is done when a file was changed since."),
    examples: ["cdograph import undo --into my-network"])

  @OptionGroup var journal: JournalOptions

  @Argument(
    help: .words(
      "Der Import, wie `cdograph import log` ihn nennt. Standard: der letzte.",
      "The import, as `cdograph import log` names it. Default: the latest.", .id))
  var id: String?

  @OptionGroup var date: DayOption

  func check() throws {
    try date.check()
  }

  func answer() async throws {
    let (changes, entry) = try undoing(journal.journal())
    try FolderWriting.write(changes, nil)
    let files = changes.changes.map(\.path).filter { !$0.hasSuffix(ImportJournal.file) }.joined(separator: ", ")
    print(
      Wording(
        "\(entry.id) (\(entry.list)) zurückgenommen: \(entry.added) neu, \(entry.changed) ergänzt. Wie zuvor: \(files)",
        "\(entry.id) (\(entry.list)) undone: \(entry.added) new, \(entry.changed) merged. As before: \(files)")[
          journal.language.chosen])
  }

  private func undoing(_ log: ImportJournal) throws -> (FileChanges, ImportJournal.Entry) {
    do throws(ImportJournal.Failure) {
      return try log.undoing(id, in: journal.folder, date: date.day)
    } catch {
      throw Failure(exitCode: .data, error.description)
    }
  }
}

struct ImportLogCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: Wording(
      "Die Importe in einen Ordner aufzählen, den letzten zuletzt.", "List the imports into a folder, the latest last."),
    examples: ["cdograph import log --into my-network"])

  @OptionGroup var journal: JournalOptions

  func answer() async throws {
    let language = journal.language.chosen
    let entries = try journal.journal().entries
    if entries.isEmpty { return print(Wording("Keine Importe.", "No imports.")[language]) }
    for entry in entries {
      let state =
        entry.undone.map { Wording(", zurückgenommen am \($0)", ", undone on \($0)")[language] }
        ?? (entry.isKept ? "" : Wording(", nicht mehr zurückzunehmen", ", can no longer be undone")[language])
      print(
        Wording(
          "\(entry.id)  \(entry.list): \(entry.added) neu, \(entry.changed) ergänzt\(state)",
          "\(entry.id)  \(entry.list): \(entry.added) new, \(entry.changed) merged\(state)")[language])
    }
  }
}
