public import JSONText

/// The journal of imports into a folder, `imports.json`: what each has put there, and what it takes to go back.
///
/// It holds ids and, of records that an import has changed, their earlier text; nothing else of anybody, and nothing any more
/// once an import was taken back or ``keptImports`` others followed it.
public struct ImportJournal: Sendable {
  /// The name of the file.
  public static let file = "imports.json"
  /// So many imports can be taken back; of earlier ones only the numbers are kept.
  public static let keptImports = 10

  /// An import as the journal tells of it.
  public struct Entry: Sendable {
    /// The name of the import.
    public let id: String
    /// The day, `YYYY-MM-DD`.
    public let date: String
    /// The file that was imported.
    public let list: String
    /// How many records were new.
    public let added: Int
    /// How many records were completed.
    public let changed: Int
    /// The day on which it was taken back; nil where it holds.
    public let undone: String?
    /// Whether what it takes to go back is kept.
    public let isKept: Bool
  }

  /// Why something cannot be taken back.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// What is in the way and what to do.
    public let description: String
  }

  private var file: RecordFile

  /// Begins with what a file holds; an empty one, or none, tells of no import.
  public init(_ bytes: [UInt8]) throws(JSONSyntaxError) { file = try RecordFile(bytes) }

  /// The file as UTF-8.
  public var bytes: [UInt8] { file.bytes }

  /// The imports, the earliest first.
  public var entries: [Entry] {
    file.records.map { record in
      Entry(
        id: record.id, date: record.string(of: "date") ?? "", list: record.string(of: "list") ?? "",
        added: record.value(of: "added").flatMap { Int($0) } ?? 0,
        changed: record.value(of: "changed").flatMap { Int($0) } ?? 0, undone: record.string(of: "undone"),
        isKept: record.value(of: "files") != nil)
    }
  }

  /// Notes an import.
  ///
  /// - Parameters:
  ///   - changes: What it writes, without the journal itself.
  ///   - list: The name of the file that is imported.
  /// - Returns: The name of the import.
  public mutating func append(
    _ changes: FileChanges, list: String, date: String, added: Int, changed: Int
  ) throws(JSONSyntaxError) -> String {
    let number = (1...).first { !file.ids.contains("import-\(date)-\($0)") } ?? 1
    let id = "import-\(date)-\(number)"
    var record = RecordText(
      id: id,
      members: [
        ("date", .string(date)), ("list", .string(list)), ("added", .integer(Int64(added))),
        ("changed", .integer(Int64(changed))),
      ])
    var files: [String] = []
    for change in changes.changes { files.append(try Reversal(change).text) }
    record.setMembers(record.members + [("files", "[" + files.joined(separator: ", ") + "]")])
    file.append(record)
    for old in file.records.dropLast(Self.keptImports) where old.value(of: "files") != nil {
      file.replace(Self.withoutFiles(old))
    }
    return id
  }

  private static func withoutFiles(_ record: RecordText) -> RecordText {
    var record = record
    record.setMembers(record.members.filter { $0.key != "files" })
    return record
  }
}

extension ImportJournal {
  /// What it takes to go back behind an import.
  ///
  /// - Parameters:
  ///   - id: The import; the latest that holds when nil.
  ///   - folder: The folder of the journal.
  ///   - date: The day on which it is taken back.
  /// - Returns: The changes, the journal's own included, and the import.
  /// - Throws: ``Failure`` where there is no such import, it was taken back already, or a file was changed since.
  public func undoing(
    _ id: String?, in folder: String, date: String
  ) throws(Failure) -> (changes: FileChanges, entry: Entry) {
    let entry = try self.entry(id, in: folder)
    guard let record = file[entry.id], let kept = record.value(of: "files"),
      let list = try? JSONSlice(Array(kept.utf8))
    else { throw Failure(description: "what it takes to undo '\(entry.id)' is no longer kept") }
    var changes = FileChanges()
    for slice in list.elements {
      let reversal = try Reversal(slice, Array(kept.utf8))
      let path = "\(folder)/\(reversal.file)"
      let now = FileChanges.contents(of: path)
      guard let now, ContentHash.hex(now) == reversal.after else {
        throw changedSince(entry, path)
      }
      changes.set(path, to: try reversal.before(now), from: now)
    }
    var journal = self
    var done = Self.withoutFiles(record)
    done.setMembers(done.members + [("undone", JSONOutput.string(date).text())])
    journal.file.replace(done)
    changes.set("\(folder)/\(Self.file)", to: journal.bytes, from: bytes)
    return (changes, entry)
  }

  private func entry(_ id: String?, in folder: String) throws(Failure) -> Entry {
    guard !entries.isEmpty else { throw Failure(description: "no import is noted in '\(folder)'") }
    guard let id else {
      if let last = entries.last(where: { $0.undone == nil }) { return last }
      throw Failure(description: "every import was undone already")
    }
    guard let entry = entries.first(where: { $0.id == id }) else {
      let known = entries.map(\.id).joined(separator: ", ")
      throw Failure(description: "no import is called '\(id)'; there are \(known)")
    }
    if let day = entry.undone { throw Failure(description: "'\(id)' was undone already, on \(day)") }
    return entry
  }

  /// Says what to do first where other imports stand in the way.
  private func changedSince(_ entry: Entry, _ path: String) -> Failure {
    let later = entries.drop { $0.id != entry.id }.dropFirst().filter { $0.undone == nil }.map(\.id)
    if later.isEmpty {
      return Failure(
        description: "'\(path)' was changed since '\(entry.id)'; undoing would destroy that, so take it back first")
    }
    let others = later.reversed().joined(separator: ", ")
    return Failure(description: "'\(path)' was changed since '\(entry.id)'; undo \(others) first")
  }
}
