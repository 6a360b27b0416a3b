import Foundation
public import JSONText
import NetworkVocabulary

/// Everything that the folders of a network hold about an actor.
public struct ActorTraces: Sendable {
  /// The id of the actor.
  public let id: String
  /// Its names; empty where there is no record of it.
  public let names: [String]
  /// Where something stands, in the order of folders, files and places.
  public let traces: [ActorTrace]
  /// Other files in the folders that hold the id or the name: lists, exports, whatever else somebody has put there.
  public let foreign: [(file: String, line: Int)]
  /// The ids of other actors who are called the same, and may be the same.
  public var namesakes: [String] { Set(files.flatMap(\.namesakes)).sorted() }
  private let contact: String?
  private let files: [TracedFile]
  private let folders: [String]

  /// Looks for an actor.
  ///
  /// - Parameter folders: The folders of the network, in the order in which they are laid over one another.
  /// - Throws: `JSONSyntaxError` for a file that is none of records; a network that was loaded has none.
  /// - Complexity: O(bytes).
  public init(of id: String, in folders: [String]) throws(JSONSyntaxError) {
    self.id = id
    self.folders = folders.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    var names: [String] = []
    var contact: String?
    for folder in self.folders {
      let path = "\(folder)/\(RecordKind.actor.file)"
      guard let bytes = FileChanges.contents(of: path), let record = try RecordFile(bytes)[id] else { continue }
      for name in record.strings(of: "name") + record.strings(of: "altNames") where !names.contains(name) {
        names.append(name)
      }
      contact = record.string(of: "x-contact") ?? contact
    }
    let erasure = Erasure(id: id, names: names)
    let kinds = (RecordKind.all + [.tie, .meeting]).map { ($0.file, $0.name) } + [(ImportJournal.file, "import")]
    var files: [TracedFile] = []
    for folder in self.folders {
      for (file, kind) in kinds {
        if let traced = try TracedFile("\(folder)/\(file)", kind: kind, erasure) { files.append(traced) }
      }
    }
    let own = Set(self.folders.flatMap { folder in kinds.map { "\(folder)/\($0.0)" } })
    // A folder may lie in another.
    var seen: Set<String> = []
    foreign = self.folders.flatMap { Self.otherFiles(in: $0, besides: own, erasure) }
      .filter { seen.insert($0.file).inserted }
    (self.names, self.contact, self.files) = (names, contact, files)
    traces = files.flatMap(\.traces)
  }

  /// How many things would be removed, by kind.
  public var counts: [(kind: ActorTrace.Kind, count: Int)] {
    ActorTrace.Kind.allCases.compactMap { kind in
      let count = files.reduce(0) { $0 + $1.removed[kind, default: 0] }
      return count > 0 ? (kind, count) : nil
    }
  }

  /// The files without the actor, with the record of that in the last folder.
  ///
  /// What imports keep for going back is cleaned as well, and still leads back to what was there before, less this actor.
  ///
  /// - Parameters:
  ///   - date: The day, `YYYY-MM-DD`.
  ///   - newKey: The key for a folder that has none yet: random bytes.
  public func forgetting(date: String, newKey: [UInt8]) throws(JSONSyntaxError) -> FileChanges {
    var changes = FileChanges()
    var contents: [String: (old: [UInt8], new: [UInt8])] = [:]
    for traced in files where traced.path.hasSuffix("/" + ImportJournal.file) == false {
      guard let old = FileChanges.contents(of: traced.path) else { continue }
      contents[traced.path] = (old, traced.file.bytes)
      changes.set(traced.path, to: traced.file.bytes, from: old)
    }
    for folder in folders {
      let path = "\(folder)/\(ImportJournal.file)"
      guard let old = FileChanges.contents(of: path) else { continue }
      let journal = try RecordFile(old)
      let cleaned = files.first { $0.path == path }?.file ?? journal
      changes.set(path, to: try cleaned.following(contents, in: folder, from: journal).bytes, from: old)
    }
    guard let folder = folders.last else { return changes }
    let (path, keyPath) = ("\(folder)/\(ForgottenFile.file)", "\(folder)/\(ForgottenFile.keyFile)")
    let (old, oldKey) = (FileChanges.contents(of: path), FileChanges.contents(of: keyPath))
    var forgotten = try ForgottenFile(old ?? [], key: oldKey ?? newKey)
    forgotten.append(
      PersonMarks(id: id, names: names, contact: contact), date: date,
      removed: counts.map { ($0.kind.rawValue, $0.count) })
    changes.set(path, to: forgotten.bytes, from: old)
    changes.set(keyPath, to: oldKey ?? newKey, from: oldKey, isSecret: true)
    return changes
  }

  /// The lines of files that are no part of the network.
  private static func otherFiles(
    in folder: String, besides own: Set<String>, _ erasure: Erasure
  ) -> [(file: String, line: Int)] {
    // What a link leads to is looked at as well.
    let target = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: target) else { return [] }
    return paths.sorted().compactMap { path in
      let whole = "\(folder)/\(path)"
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      guard !isHidden, !own.contains(whole), let text = text(of: whole) else { return nil }
      guard let place = ([erasure.id] + erasure.names).compactMap({ text.range(of: $0)?.lowerBound }).min() else {
        return nil
      }
      return (whole, text[..<place].utf8.count { $0 == 10 } + 1)
    }
  }

  /// The text of a file of a size that somebody would keep beside a network.
  private static func text(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 50_000_000 else { return nil }
    return FileChanges.contents(of: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension RecordFile {
  /// A journal of imports after the files of its folder were cleaned: what it takes to go back leads to clean files.
  ///
  /// From the latest import backwards, what each left is taken back in the files as they were and as they are now; so the import
  /// before it finds what it left, less what was cleaned.
  ///
  /// - Parameter before: The journal before it was cleaned.
  fileprivate func following(
    _ contents: [String: (old: [UInt8], new: [UInt8])], in folder: String, from before: RecordFile
  ) throws(JSONSyntaxError) -> RecordFile {
    var journal = self
    var states = contents
    for record in records.reversed() {
      if record.value(of: "files") == nil { continue }
      let earlier = try before[record.id].map { entry throws(JSONSyntaxError) in try entry.reversals } ?? []
      var files: [String] = []
      for var reversal in try record.reversals {
        let path = "\(folder)/\(reversal.file)"
        if let (old, new) = states[path] {
          let ids = Set(try RecordFile(new).ids)
          reversal.added.removeAll { !ids.contains($0) }
          reversal.replaced.removeAll { !ids.contains($0.id) }
          let uncleaned = earlier.first { $0.file == reversal.file }
          states[path] = nil
          if let uncleaned, uncleaned.after == ContentHash.hex(old) {
            reversal.after = ContentHash.hex(new)
            if let old = try? uncleaned.before(old), let new = try? reversal.before(new) { states[path] = (old, new) }
          }
        }
        files.append(reversal.text)
      }
      var clean = record
      clean.setMembers(
        record.members.map { $0.key == "files" ? ($0.key, "[" + files.joined(separator: ", ") + "]") : $0 })
      journal.replace(clean)
    }
    return journal
  }
}

extension RecordText {
  /// What the journal keeps of an import for going back; nothing where it keeps none.
  fileprivate var reversals: [Reversal] {
    get throws(JSONSyntaxError) {
      guard let kept = value(of: "files") else { return [] }
      let bytes = Array(kept.utf8)
      return try JSONSlice(bytes).elements.compactMap { try? Reversal($0, bytes) }
    }
  }
}
