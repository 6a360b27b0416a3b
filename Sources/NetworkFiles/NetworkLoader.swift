import Foundation
import GraphModel
public import GraphStore
import JSONText
public import NetworkVocabulary

/// A network that was read, with what its readers should know about it.
public struct Network: Sendable {
  /// The graph.
  public let graph: PropertyGraph
  /// Files that stand in the folders but belong to no kind of record.
  public let ignoredFiles: [String]
  /// How many records of a folder took the place of one with the same id in an earlier folder.
  public let replacedRecords: Int
  /// How scores are weighed: `matching.json`, or what holds without one.
  public let matching: MatchSettings
  /// Who met whom: `history.json`, in the order of the records.
  public let history: [MeetingRecord]

  /// The network with another graph, which somebody has changed after it was read.
  public func with(_ graph: PropertyGraph) -> Network {
    Network(
      graph: graph, ignoredFiles: ignoredFiles, replacedRecords: replacedRecords, matching: matching, history: history)
  }
}

extension Network {
  /// A network of a graph that comes from no folder.
  public init(graph: PropertyGraph, matching: MatchSettings = .standard) {
    self.init(graph: graph, ignoredFiles: [], replacedRecords: 0, matching: matching, history: [])
  }
}

/// Reads the folders of a network into a graph.
///
/// A folder holds any of the files named in ``RecordKind/all``, `ties.json`, `matching.json` and `history.json`, each an array of records. Folders are
/// laid over one another in the order given: a record replaces one with the same kind and id in an earlier folder.
/// Nothing is half loaded: any fault in any file means that there is no graph.
///
/// - Parameters:
///   - folders: Paths of the folders.
///   - kinds: The kinds of record that make nodes, in the order in which the nodes are made.
///   - changes: What files hold once changes are made that are not written yet, by path.
/// - Throws: ``NetworkFaults`` with every fault found, in the order of files and places.
/// - Complexity: O(bytes + records log records).
///
/// The same files give the same graph: nodes by kind in the order of ``RecordKind/all``, then as they stand in the
/// files; edges in the order of the records and fields that name them.
public func loadNetwork(
  folders: [String], kinds: [RecordKind] = RecordKind.all, changes: [String: [UInt8]?] = [:]
) throws(NetworkFaults) -> Network {
  var staging = Staging(kinds: kinds, changes: changes)
  for folder in folders { staging.readFolder(folder) }
  let graph = staging.assemble()
  let matching = staging.matchSettings()
  guard staging.faults.isEmpty else { throw NetworkFaults(faults: staging.faults.sortedByPlace(staging.fileOrder)) }
  return Network(
    graph: graph, ignoredFiles: staging.ignoredFiles, replacedRecords: staging.replacedRecords,
    matching: matching, history: staging.meetings.compactMap { MeetingRecord(id: $0.id, $0.value) })
}

/// What has been read so far.
struct Staging {
  /// The kinds of record that make nodes.
  let kinds: [RecordKind]
  var records: [StagedRecord] = []
  var ties: [StagedRecord] = []
  var presets: [StagedRecord] = []
  var meetings: [StagedRecord] = []
  var faults: [NetworkFault] = []
  var ignoredFiles: [String] = []
  var replacedRecords = 0
  var fileOrder: [String] = []
  /// Kinds of which a file could not be read to its end, so that a missing record proves nothing.
  var incompleteKinds: Set<String> = []
  var kindsRead: Set<String> = []

  /// What files are to hold that are not written yet.
  private let changes: [String: [UInt8]?]

  init(kinds: [RecordKind], changes: [String: [UInt8]?]) {
    self.kinds = kinds
    self.changes = changes
  }

  mutating func readFolder(_ folder: String) {
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let names = names(in: path) else {
      let exists = FileManager.default.fileExists(atPath: path)
      let reason = exists ? "this is not a folder that can be read" : "there is no such folder"
      return faults.append(NetworkFault(kind: .unreadable(reason), file: path, place: nil, pointer: ""))
    }
    let kinds = kinds + [.tie, .matchPreset, .meeting]
    let files = kinds.filter { names.contains($0.file) }
    if files.isEmpty {
      let kind = NetworkFault.Kind.noRecords(expected: kinds.map(\.file))
      return faults.append(NetworkFault(kind: kind, file: path, place: nil, pointer: ""))
    }
    let known = Set(kinds.map(\.file) + [ImportJournal.file, ForgottenFile.file])
    ignoredFiles += names.sorted().filter { $0.lowercased().hasSuffix(".json") && !known.contains($0) }.map {
      "\(path)/\($0)"
    }
    let sources = SourceFile.contents(of: files.map { "\(path)/\($0.file)" }, changes)
    let readable = zip(files, sources).compactMap { kind, file in
      note("\(path)/\(kind.file)", kind, file).map { (kind: kind, file: $0) }
    }
    for reader in readFiles(readable) { take(reader) }
  }

  /// The names of the files in a folder, once changes are made; nil where it cannot be read.
  private func names(in folder: String) -> [String]? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    let changed = changes.filter { FileChanges.folder(of: $0.key) == folder }
    guard !changed.isEmpty else { return names }
    let removed = Set(changed.filter { $0.value == nil }.keys.map { String($0.dropFirst(folder.count + 1)) })
    let made = changed.keys.map { String($0.dropFirst(folder.count + 1)) }
    return Set((names ?? []) + made).subtracting(removed).sorted()
  }

  private mutating func note(_ path: String, _ kind: RecordKind, _ file: SourceFile?) -> SourceFile? {
    fileOrder.append(path)
    kindsRead.insert(kind.name)
    if let file { return file }
    incompleteKinds.insert(kind.name)
    let fault = NetworkFault.Kind.unreadable("the file cannot be read: check that it is a file and may be read")
    faults.append(NetworkFault(kind: fault, file: path, place: nil, pointer: ""))
    return nil
  }

  private mutating func take(_ reader: RecordReader) {
    faults += reader.faults
    if !reader.isComplete { incompleteKinds.insert(reader.kind.name) }
    let sound = reportDuplicates(reader.records)
    switch reader.kind.name {
    case RecordKind.tie.name: replacedRecords += ties.overlay(with: sound)
    case RecordKind.matchPreset.name: replacedRecords += presets.overlay(with: sound)
    case RecordKind.meeting.name: replacedRecords += meetings.overlay(with: sound)
    default: replacedRecords += records.overlay(with: sound)
    }
  }

  /// Records of one file whose id, or municipality key, was there before are faults.
  private mutating func reportDuplicates(_ records: [StagedRecord]) -> [StagedRecord] {
    var ids = RecordPositions(capacity: records.count)
    var keys: [String: Int] = [:]
    let isMunicipality = records.first?.kind.hasField(PropertyKey.ags.name) ?? false
    var sound: [StagedRecord] = []
    sound.reserveCapacity(records.count)
    for (position, record) in records.enumerated() where !record.id.isEmpty {
      if let first = ids[record.id] {
        report(.duplicateID(record.id, first: records[first].place), record, "id")
        continue
      }
      ids.update(record.id, to: position)
      if isMunicipality, let key = record.text(.ags), let first = keys.updateValue(position, forKey: key) {
        report(.duplicateID(key, first: records[first].place), record, "ags")
      }
      sound.append(record)
    }
    return sound
  }

  /// The presets of `matching.json`; one that weighs nothing is a fault, unless other faults may explain it.
  mutating func matchSettings() -> MatchSettings {
    var read: [MatchPreset] = []
    for record in presets {
      if let preset = MatchPreset(name: record.id, record.value) {
        read.append(preset)
      } else if faults.isEmpty {
        report(.weightless, record, "id")
      }
    }
    return MatchSettings(read)
  }

  mutating func report(_ kind: NetworkFault.Kind, _ record: StagedRecord, _ field: String) {
    faults.append(record.file.fault(kind, at: record.offset(of: field), record.pointer(field)))
  }
}

extension [StagedRecord] {
  /// Puts new records in the place of those with the same kind and id, and the others at the end; returns how many
  /// were replaced.
  fileprivate mutating func overlay(with new: [StagedRecord]) -> Int {
    var positions: [String: Int] = [:]
    for (position, record) in enumerated() where record.kind === new.first?.kind { positions[record.id] = position }
    if positions.isEmpty {
      self += new
      return 0
    }
    var replaced = 0
    for record in new {
      if let position = positions[record.id] {
        self[position] = record
        replaced += 1
      } else {
        append(record)
      }
    }
    return replaced
  }
}

extension StagedRecord {
  var place: TextPlace { file.bytes.withUnsafeBufferPointer { TextPlace(of: idOffset, in: $0) } }
}

extension [NetworkFault] {
  /// Faults as a reader goes through the files.
  fileprivate func sortedByPlace(_ files: [String]) -> [NetworkFault] {
    let order = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return enumerated().sorted { left, right in
      let ranks = (order[left.element.file] ?? -1, order[right.element.file] ?? -1)
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      let places = (left.element.place, right.element.place)
      if let first = places.0, let second = places.1, first != second { return first < second }
      return left.offset < right.offset
    }.map(\.element)
  }
}
