import GermanText
import GraphModel
import GraphStore
import Interchange
import JSONText
import NetworkFiles
import NetworkVocabulary

extension Workspace {
  /// What it would do to take in a list of people: nothing is written.
  ///
  /// The same list, files and options give the same plan. What is imported twice changes nothing the second time.
  ///
  /// - Parameter options: The folder among them, which need not exist; where it does, it must be one of the workspace's folders.
  /// - Throws: ``ListFaults`` for defaults of the mapping that mean nothing, `FileChanges.Failure` for a file that may not be read, `JSONSyntaxError` for a file that is none of records; a
  ///   network that was loaded has none.
  /// - Complexity: O(rows · actors · length of names²).
  public func importPlan(_ list: PeopleList, _ options: ImportOptions) throws -> ImportPlan {
    var planning = try ImportPlanning(list, self, options)
    for row in list.rows { planning.take(row) }
    return try planning.plan()
  }
}

/// Goes through the rows of a list and keeps what the files will hold.
struct ImportPlanning {
  let workspace: Workspace
  let options: ImportOptions
  private var reading: RowReading
  let list: PeopleList
  private var rows: [ImportPlan.Row] = []
  /// The records of actors as they are and as they will be, by id.
  var known: [String: RecordText] = [:]
  var records: [String: RecordText] = [:]
  private var changed: [String] = []
  private var isChanged: Set<String> = []
  /// The ids that this list has given or merged into, with the row.
  var claimed: [String: Int] = [:]
  /// The words of the names under which this list has claimed ids.
  var names: [String: [String]] = [:]
  var traits: [DuplicateTraits]
  private var ties: [RecordText] = []
  private var tieIDs: Set<String> = []
  private var tiesKnown: Set<String> = []
  let forgotten: [ForgottenFile]

  init(_ list: PeopleList, _ workspace: Workspace, _ options: ImportOptions) throws {
    (self.list, self.workspace, self.options) = (list, workspace, options)
    reading = RowReading(list, workspace)
    traits = workspace.duplicateTraits
    for folder in workspace.folders {
      for record in try RecordFile(FileChanges.contents(of: "\(folder)/\(RecordKind.actor.file)") ?? []).records {
        known[record.id] = record
      }
      for tie in try RecordFile(FileChanges.contents(of: "\(folder)/\(RecordKind.tie.file)") ?? []).records {
        tieIDs.insert(tie.id)
        let ends = ["type", "from", "to"].map { tie.string(of: $0) ?? "" }
        tiesKnown.insert(ends.joined(separator: " "))
      }
    }
    forgotten = try Set(workspace.folders + [options.folder]).sorted().compactMap { try ForgottenFile.read(in: $0) }
    records = known
  }

  mutating func take(_ row: CSVSheet.Row) {
    var actor = reading.actor(of: row)
    if actor.faults.isEmpty, actor.hasOwnID { refuseTakenID(&actor) }
    let settled = actor.faults.isEmpty ? settledID(of: actor) : nil
    if let settled { actor.id = settled }
    let decision = options.decisions[row.number]
    let isKnown = settled.map { known[$0] != nil || actor.hasOwnID && claimed[$0] != nil } ?? false
    if actor.faults.isEmpty, !isKnown { refuseForgotten(&actor) }
    guard actor.faults.isEmpty else { return note(actor, .refused) }
    if case .into(let id)? = decision { return merge(actor, into: id, []) }
    let own = traits(of: actor)
    let doubles = isKnown ? [] : duplicates(of: own)
    let policy: DuplicatePolicy =
      if doubles.isEmpty { .new } else if case .policy(let policy)? = decision { policy } else { options.duplicates }
    switch policy {
    case .skip: note(actor, .skipped, doubles, withdrawn: withdrawn(by: actor, from: doubles[0].id))
    case .merge: merge(actor, into: doubles[0].id, doubles)
    case .new where isKnown: merge(actor, into: actor.id, [])
    case .new:
      let namesakes = doubles.isEmpty ? namesakes(of: own) : []
      if claimed[actor.id] == nil { traits.append(own) }
      add(actor, doubles, namesakes)
    }
  }

  private mutating func add(
    _ actor: ListedActor, _ doubles: [ProbableDuplicate], _ namesakes: [ProbableDuplicate] = []
  ) {
    if claimed[actor.id] != nil { return merge(actor, into: actor.id, doubles) }
    records[actor.id] = RecordText(id: actor.id, members: actor.members.map { ($0.key, $0.value) })
    claim(actor.id, actor)
    addTies(of: actor, from: actor.id)
    note(actor, .new, doubles, namesakes: namesakes)
  }

  private mutating func merge(_ actor: ListedActor, into id: String, _ doubles: [ProbableDuplicate]) {
    guard let record = records[id] else { return add(actor, doubles) }
    let merging = RecordMerging(record, adding: actor, isSameList: claimed[id] != nil)
    records[id] = merging.record
    let before = ties.count
    addTies(of: actor, from: id)
    let new = ties[before...].map {
      ImportPlan.Change.tie($0.string(of: "type") ?? "", topic: $0.string(of: "to") ?? "")
    }
    let changes = merging.changes + new
    if merging.isChanged { claim(id, actor) } else { claimed[id] = claimed[id] ?? actor.row.number }
    names[id] = names[id] ?? tokens(of: actor.name)
    var merged = actor
    merged.id = id
    note(merged, changes.isEmpty ? .unchanged : .merged, doubles, merging.differences, changes)
  }

  private mutating func claim(_ id: String, _ actor: ListedActor) {
    claimed[id] = claimed[id] ?? actor.row.number
    names[id] = names[id] ?? tokens(of: actor.name)
    if isChanged.insert(id).inserted { changed.append(id) }
  }

  private mutating func addTies(of actor: ListedActor, from id: String) {
    for (type, topic) in actor.ties where tiesKnown.insert("\(type.word) \(id) \(topic)").inserted {
      let plain = "\(type.word)-\(id)-\(topic)"
      let tieID = ([plain] + (2...100).map { "\(plain)-\($0)" }).first { !tieIDs.contains($0) } ?? plain
      tieIDs.insert(tieID)
      let provenance = ["example", "source"].compactMap { key in
        actor.members.first { $0.key == key }.map { ($0.key, $0.value) }
      }
      ties.append(
        RecordText(
          id: tieID,
          members: [("type", .string(type.word)), ("from", .string(id)), ("to", .string(topic))] + provenance
            + [("verified", .boolean(false))]))
    }
  }

  private mutating func note(
    _ actor: ListedActor, _ action: ImportPlan.Action, _ doubles: [ProbableDuplicate] = [],
    _ differences: [ImportPlan.Difference] = [], _ changes: [ImportPlan.Change] = [], withdrawn: [String] = [],
    namesakes: [ProbableDuplicate] = []
  ) {
    let isTaken = action != .refused && action != .skipped
    rows.append(
      ImportPlan.Row(
        number: actor.row.number, name: actor.name, id: isTaken ? actor.id : nil, action: action,
        duplicates: doubles, faults: actor.faults, differences: differences, changes: changes, withdrawn: withdrawn,
        namesakes: namesakes))
  }

  mutating func plan() throws -> ImportPlan {
    // What the mapping says of all rows is wrong once, and no row's fault.
    var ofAll: [ListFault] = []
    for fault in rows.flatMap(\.faults) where fault.isOfAll && !ofAll.contains(fault) { ofAll.append(fault) }
    if !ofAll.isEmpty { throw ListFaults(faults: ofAll) }
    // Two rows may have said opposite things of somebody, so that nothing is new in the end.
    changed.removeAll { known[$0] != nil && known[$0]?.text == records[$0]?.text }
    let left = Set(changed)
    let tied = Set(ties.compactMap { $0.string(of: "from") })
    rows = rows.map { row in
      guard row.action == .merged, let id = row.id, !left.contains(id), !tied.contains(id) else { return row }
      return row.with(.unchanged)
    }
    var changes = FileChanges()
    try set(RecordKind.actor.file, changed.compactMap { records[$0] }, &changes)
    try set(RecordKind.tie.file, ties, &changes)
    return ImportPlan(
      rows: rows, unknownTopics: reading.unknownTopics, readings: reading.readings, changes: changes)
  }

  private func set(_ name: String, _ new: [RecordText], _ changes: inout FileChanges) throws(FileChanges.Failure) {
    if new.isEmpty { return }
    let path = "\(options.folder)/\(name)"
    let old = try FileChanges.existing(path)
    // The file was read before, when it was a file of records.
    guard var file = try? RecordFile(old ?? []) else { return }
    file.insert(new.filter { !file.replace($0) })
    changes.set(path, to: file.bytes, from: old)
  }
}
