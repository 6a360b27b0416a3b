import Foundation
public import JSONText
import NetworkVocabulary

/// A place in the files of a network where something stands about an actor.
public struct ActorTrace: Sendable {
  /// What stands there.
  public enum Kind: String, CaseIterable, Sendable {
    /// A field of the actor's own record.
    case record
    /// A relationship with a source of its own that begins or ends at the actor.
    case tie
    /// A meeting that the actor was planned for.
    case meeting
    /// Another record that names the actor.
    case reference
    /// A text that holds the actor's name.
    case mention
    /// The journal of imports.
    case journal
  }

  /// What stands there.
  public let kind: Kind
  /// The file.
  public let file: String
  /// Where in the file.
  public let place: TextPlace
  /// The kind of the record in which it stands, such as `event`; `import` for the journal.
  public let recordKind: String
  /// The id of the record.
  public let record: String
  /// The field.
  public let field: String
  /// The value, as it is written.
  public let text: String

  /// The fields of a value that is a whole record, as a tie's is, each as it is written; empty for other values.
  public var fields: [(name: String, text: String)] {
    let bytes = Array(text.utf8)
    guard kind == .tie, let slice = try? JSONSlice(bytes) else { return [] }
    return slice.members.map { ($0.key, String(decoding: bytes[$0.value.range], as: UTF8.self)) }
  }
}

/// The traces of an actor in one file, and the file without them.
struct TracedFile {
  let path: String
  var traces: [ActorTrace] = []
  /// How many things were taken out, by kind; several fields of one record count once.
  var removed: [ActorTrace.Kind: Int] = [:]
  /// The ids of other actors with the name.
  private(set) var namesakes: [String] = []
  private(set) var file: RecordFile
  private let bytes: [UInt8]
  private let kind: String

  /// Reads a file; nil where it is not there, or holds nothing of the actor.
  init?(_ path: String, kind: String, _ erasure: Erasure) throws(JSONSyntaxError) {
    guard let bytes = FileChanges.contents(of: path), erasure.mayOccur(in: bytes) else { return nil }
    (self.path, self.kind, self.bytes) = (path, kind, bytes)
    file = try RecordFile(bytes)
    for entry in file.entries { erase(entry, erasure) }
    if traces.isEmpty, namesakes.isEmpty { return nil }
  }

  /// Notes what a record holds of the actor, and takes it out.
  private mutating func erase(_ entry: RecordFile.Entry, _ erasure: Erasure) {
    let text = Array(entry.record.text.utf8)
    guard let slice = try? JSONSlice(text) else { return }
    if kind == RecordKind.actor.name, entry.record.id == erasure.id {
      for (key, value) in slice.members {
        note(.record, entry, key, value.range.lowerBound, String(decoding: text[value.range], as: UTF8.self))
      }
      removed[.record, default: 0] += 1
      return file.remove([erasure.id])
    }
    if kind == RecordKind.tie.name, ["from", "to"].contains(where: { slice[$0]?.text == erasure.id }) {
      note(.tie, entry, slice["type"]?.text ?? "", 0, entry.record.text)
      removed[.tie, default: 0] += 1
      return file.remove([entry.record.id])
    }
    eraseFields(of: entry, slice, text, erasure)
  }

  private mutating func eraseFields(
    of entry: RecordFile.Entry, _ slice: JSONSlice, _ text: [UInt8], _ erasure: Erasure
  ) {
    var members: [(key: String, text: String)] = []
    var people = 2
    var isSame = true
    for (key, value) in slice.members {
      var erasure = erasure
      erasure.holdsReferences = isReference(key)
      erasure.holdsRecords = kind == "import"
      if kind == RecordKind.actor.name, ["name", "altNames"].contains(key) {
        erasure.keepsNamesakes = true
        let texts = value.text.map { [$0] } ?? value.elements.compactMap(\.text)
        if texts.contains(where: erasure.names.contains), namesakes.last != entry.record.id {
          namesakes.append(entry.record.id)
        }
      }
      let written = String(decoding: text[value.range], as: UTF8.self)
      let outcome = key == "id" ? .same : erasure.apply(to: value, in: text)
      switch outcome {
      case .same: members.append((key, written))
      case .changed(let new): members.append((key, new))
      case .dropped: break
      }
      if erasure.hits.isEmpty { continue }
      isSame = false
      for hit in erasure.hits {
        let kind = traceKind(hit)
        note(kind, entry, key, hit.offset, hit.text)
        removed[kind, default: 0] += 1
      }
      if kind == RecordKind.meeting.name, key == "people" { people = value.elements.count - erasure.hits.count }
    }
    if isSame { return }
    // One person alone has met nobody.
    if people < 2 { return file.remove([entry.record.id]) }
    var record = entry.record
    record.setMembers(members)
    file.replace(record)
  }

  /// Whether ids in a field name other records; in running text they are words.
  private func isReference(_ field: String) -> Bool {
    guard let known = RecordKind.all.first(where: { $0.name == kind })?.fields.first(where: { $0.name == field }) else {
      return true
    }
    switch known.content {
    case .link, .links: return true
    default: return false
    }
  }

  private func traceKind(_ hit: Erasure.Hit) -> ActorTrace.Kind {
    switch kind {
    case "import": .journal
    case RecordKind.meeting.name: hit.isReference ? .meeting : .mention
    default: hit.isReference ? .reference : .mention
    }
  }

  private mutating func note(
    _ trace: ActorTrace.Kind, _ entry: RecordFile.Entry, _ field: String, _ offset: Int, _ text: String
  ) {
    let place = bytes.withUnsafeBufferPointer { TextPlace(of: entry.offset + offset, in: $0) }
    traces.append(
      ActorTrace(
        kind: trace, file: path, place: place, recordKind: kind, record: entry.record.id, field: field, text: text))
  }
}
